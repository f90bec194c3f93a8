/**
 * Another district's plan, made up: other prefixes, period and domains than the two that are shipped.
 * Tests load it as it is, or with one slip made in it.
 */
export const OTHER_DISTRICT = `id: disabled
title: 江城市临湖区残疾人事业发展规划（2016—2025年）
shortTitle: 临湖区残疾人事业发展规划
subject: 残疾人
region: 临湖区
period: { start: 2016, end: 2025, baseline: 2015 }
document: { number: 临府发〔2016〕3号, issuer: 临湖区人民政府, date: 2016年3月1日 }
issuers: { annual: 临湖区统计局, midterm: 临湖区残联, final: 临湖区残联 }
method:
  pace: { onTrack: 0.9, slow: 0.5 }
  tolerance: 3
  rounding: halfEven
  smallNumbers: 5
domains:
  - { id: A, name: 康复 }
  - { id: B, name: 就业 }
rows:
  - id: LH1
    number: 1
    name: 残疾人基本康复服务率
    unit: "%"
    decimals: 1
    domain: A
    nature: 约束性
    target: { text: ≥85, kind: atLeast, value: 85 }
    baseline: { value: 62.5, year: 2015, clause: 2015年康复服务率为62.5% }
    aliases: [康复服务率]
    measures: [R1.1]
    projects: [XM1]
  - id: LH2
    number: 2
    name: 辅具适配率
    unit: "%"
    decimals: 1
    domain: A
    nature: 预期性
    target: { text: 80左右, kind: around, value: 80 }
  - id: LH3
    number: 3
    name: 城乡就业残疾人中女性比例
    unit: "%"
    decimals: 1
    domain: B
    nature: 预期性
    target: { text: 提高, kind: increase }
    parts:
      - { id: LH3.1, name: 城镇就业残疾人中女性比例 }
      - { id: LH3.2, name: 农村就业残疾人中女性比例, decimals: 2 }
  - id: LH4
    number: 4
    name: 用人单位职代会中残疾人比例
    unit: "%"
    decimals: 1
    domain: B
    nature: 预期性
    target: { text: 与残疾职工比例相适应, kind: matches, series: LH4r }
series:
  - { id: LH4r, name: 残疾职工比例, unit: "%", decimals: 1, row: LH4 }
projects:
  - id: XM1
    number: 1
    name: 康复中心建设项目
    content: 建成区康复中心1个。
    units: [区残联]
    quantities: [{ name: 区康复中心, goal: 1, unit: 个 }]
    measures: [R1.1]
chapters:
  - number: 1
    title: 提高康复服务水平
    measures:
      - { id: R1.1, number: 1, title: 健全康复服务体系 }
`;

/** The plan with one piece of its text replaced; throws where the piece is not there, or not once. */
export function slip(from: string, to: string, text = OTHER_DISTRICT): string {
  if (text.split(from).length !== 2) throw new Error(`not exactly once in the plan: ${from}`);
  return text.replace(from, () => to);
}
