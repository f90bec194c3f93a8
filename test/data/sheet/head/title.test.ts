import { describe, expect, test } from "vitest";
import { lexiconOf } from "../../../../src/data/sheet/head/lexicon.js";
import { namesOf } from "../../../../src/data/sheet/head/names.js";
import { placesOf } from "../../../../src/data/sheet/head/places.js";
import { hear } from "../../../../src/data/sheet/head/title.js";
import { plans } from "../../book.js";

const LEXICON = lexiconOf(placesOf(plans), namesOf(plans));

function heard(text: string): string {
  const { other } = hear(text, LEXICON, plans);
  return other === null ? "" : `${other.other} ${other.word}`;
}

describe("hear", () => {
  test.each([
    ["2025年上半年妇女发展规划监测统计表", "period 上半年"],
    ["2025年1-9月监测数据", "period 1-9月"],
    ["2025年1-9月妇幼指标", "period 2025年1-9月"],
    ["2025年1月至9月妇幼健康指标完成情况", "period 2025年1月至9月"],
    ["2025年01-09月妇幼指标", "period 2025年01-09月"],
    ["2025年10—12月妇幼指标", "period 2025年10—12月"],
    ["截至2025年9月底监测数据", "period 2025年9月"],
    ["前三季度", "period 前三季度"],
    ["重庆市妇女发展规划监测指标", "region 重庆市"],
    ["全市", "region 全市"],
    ["二、全市数据", "region 全市"],
    ["江津区妇女发展规划监测表", "region 江津区"],
    ["大安街道2025年妇女儿童监测表", "site 大安街道"],
    ["江津", "region 江津"],
    ["江津2025年监测数据", "region 江津"],
    ["重庆市江津妇女儿童发展监测", "region 重庆市"],
    ["渝西地区妇女儿童发展监测数据", "region 渝西"],
    ["朱沱", "site 朱沱"],
    ["永川区人民医院2025年妇幼监测数据", "site 永川区人民医院"],
    ["区中医院", "site 区中医院"],
    ["永川区三教镇2025年妇女儿童监测表", "site 三教镇"],
    ["永川三教2025年妇女儿童监测表", "site 三教"],
    ["填报单位：松溉镇人民政府", "site 松溉镇"],
    ["永川中学2025年学生近视情况", "site 永川中学"],
    ["重庆市永川中学校", "site 重庆市永川中学校"],
    ["萱花小学", "site 萱花小学"],
    ["2025年红旗幼儿园监测表", "site 红旗幼儿园"],
    ["填报单位：北山实验学校", "site 北山实验学校"],
    ["萱花路社区2025年妇女儿童监测表", "site 萱花路社区"],
    ["永川区黄瓜山村2025年监测表", "site 永川区黄瓜山村"],
    ["区妇幼保健院2025年监测数据", "site 区妇幼保健院"],
    ["重庆某某汽车有限公司2025年女职工情况", "site 重庆某某汽车有限公司"],
    ["永川高新区2025年妇女监测表", "site 永川高新区"],
    ["永川区城区2025年儿童健康监测表", "group 城区"],
    ["2025年留守儿童监测表", "group 留守"],
    ["地区：重庆市", "region 重庆市"],
    ["统计范围：全市", "region 全市"],
    ["填写样例", "void 填写样例"],
    ["2025年主要指标测算表", "forecast 测算"],
    ["红炉镇中心卫生院2025年监测数据", "site 红炉镇中心卫生院"],
    ["监测数据（旧版作废）", "void 旧版"],
    ["填报样表", "void 样表"],
    ["朱沱2025年妇女儿童监测表", "site 朱沱"],
    ["2025年位次", "rank 位次"],
    ["各项指标在全市的排名", "rank 排名"],
    ["男性", "group 男性"],
    ["2025年度监测数据（男）", "group 男"],
    ["农村妇女监测数据", "group 农村"],
    ["目标值", "target 目标值"],
    ["2025年目标任务分解表", "target 任务分解"],
    ["2026年主要指标预测", "forecast 预测"],
    ["永川区妇女儿童2021—2025年平均监测数据", "statistic 平均"],
    ["永川区2025年监测指标最低值", "statistic 最低值"],
    ["永川区2025年妇女儿童监测统计表（户籍人口）", "group 户籍人口"],
    ["永川区2025年监测数据（城镇职工部分）", "group 城镇职工"],
    ["统计范围：样本监测点", "group 样本监测点"],
    ["永川区2025年监测数据（剔除外来人口）", "group 剔除外来人口"],
    ["永川区2025年监测数据（民办）", "group 民办"],
    ["2025年各指标预警值", "target 预警值"],
    ["永川、荣昌、大足三区2025年妇女儿童监测数据", "region 、荣昌、大足"],
    ["永川和璧山两区监测数据", "region 、璧山"],
    ["大足", "region 大足"],
    ["两江新区2025年监测数据", "region 两江新区"],
    ["永川区2025年妇女发展监测表（旬报）", "period 旬报"],
    ["长寿2025年监测数据", "region 长寿"],
  ])("%s speaks of other figures: %s", (text, other) => {
    expect(heard(text)).toContain(other);
  });

  test.each([
    ...["重庆市永川区妇女发展规划（2021—2030年）监测指标", "永川区妇女发展规划目标完成情况", "全区"],
    ...["2025年1—12月监测数据", "注：妇幼数据为上年10月1日至当年9月30日。", "2026年3月20日", "2026年3月"],
    ...[
      "制定机关：重庆市统计局",
      "重庆市统计局制定的监测表",
      "填报单位：区卫生健康委",
      "永川、江津、大足三地联席会议监测表",
      "联系人：金龙",
      "填报单位：区妇幼保健院",
      "全区乡镇卫生院2025年统计",
      "数据来源：区妇幼保健院",
      "区卫生健康委（区妇幼保健院）2025年监测数据",
      "永川高新区管委会2025年填报表",
      "地区：永川区",
      "永川区中小学2025年体质健康监测",
      "永川区小学2025年近视监测数据",
      "各中学2025年数据",
      "永川区中学2025年数据",
      "公办幼儿园2025年数据",
      "城市社区家长学校情况",
      "农村社区（村）2025年数据",
      "各村（社区）2025年数据",
      "永川区国有集团2025年数据",
      "有效期至：2026年6月",
      "统计时间：2025年1月1日—12月31日",
      "永川区中长寿命人群监测",
      "永川高新区管委会报送的监测数据",
    ],
    ...["城镇公共厕所男女厕位比", "各镇街2025年监测表", "儿童友好社区建设情况", "一、妇女与健康"],
    ...["以乡镇（街道）为单位的适龄儿童免疫规划疫苗接种率（规划目标：≥98）", "表1 2025年数据", "示例数据"],
  ])("%s does not", (text) => {
    expect(heard(text)).toBe("");
  });

  test.each([
    ["永川区妇女儿童2025年12月快报", "快报"],
    ["2025年市级反馈数", "反馈"],
    ["2025年妇女儿童发展指标增长率", "增长率"],
    ["永川区妇女儿童监测数据（上年同期）", "上年同期"],
    ["可比口径", "可比"],
    ["2025年妇女发展监测表（五年合并）", "五年合并"],
    ["永川区2025年妇女发展监测表（少数民族）", "民族"],
    ["永川区2025年妇女发展监测表（企业）", "企业"],
    ["永川区2025年妇女发展监测表（6岁以下）", "6岁以下"],
    ["老口径", "老"],
    ["统计范围：试点单位", "试点"],
  ])("of %s a person is asked what %s means", (text, word) => {
    expect(hear(text, LEXICON, plans)).toMatchObject({ other: null, asked: word });
  });

  test.each([
    ...[
      "重庆市永川区2025年度妇女儿童发展状况统计监测报表",
      "永川区两规划监测指标2025年数据汇总表",
      "妇儿两规",
    ],
    ...["附件1：2025年永川区妇女儿童发展规划统计监测数据采集表", "表3-1", "续表1", "Sheet1", "监测数据V2"],
    ...["永川区妇女儿童发展规划目标完成情况统计表", "永川区“十四五”妇女儿童发展规划中期评估监测数据"],
    ...["卫健委2025年妇儿规划监测数据（最终）", "区妇儿工委成员单位数据", "2025永川监测数据（报统计局）"],
    ...[
      "机构医生配备（示例数据）",
      "2025年与上年对比表",
      "永妇儿〔2026〕3号",
      "儿童健康指标（卫健）",
      "好表",
    ],
    ...["填报人：张三 联系电话：49860001", "请各单位于3月20日前报送", "经济社会发展统计摘要（2023—2025年）"],
  ])("of %s nobody is asked", (text) => {
    expect(hear(text, LEXICON, plans)).toMatchObject({ other: null, asked: "" });
  });

  test("no name that the plans use is one of a school, a village or an institution", () => {
    const names = plans.flatMap(({ title, domains, topics, rows, projects }) => [
      title,
      ...[...domains, ...topics, ...projects].map(({ name }) => name),
      ...rows.flatMap(({ name, aliases, parts }) => [name, ...aliases, ...parts.map((part) => part.name)]),
    ]);
    expect(names.filter((name) => heard(`2025年${name}`).startsWith("site"))).toEqual([]);
  });

  test("an institution that the plans ask for figures reports for the whole district", () => {
    const asked = plans.map((plan) => ({
      ...plan,
      rows: plan.rows.map((row) => ({
        ...row,
        reporters: { ...row.reporters, names: ["区妇幼保健院", "永川中学"] },
      })),
    }));
    for (const text of ["永川区妇幼保健院2025年监测数据", "永川中学2025年监测数据"]) {
      expect([hear(text, LEXICON, asked).other, hear(text, LEXICON, plans).other?.other]).toEqual([
        null,
        "site",
      ]);
    }
  });

  test("the unit of all figures", () => {
    const unit = (text: string) => hear(text, LEXICON, plans).unit;
    expect(["单位：人", "女性参保情况（单位：万人）", "计量单位:%", "填报单位：人社局"].map(unit)).toEqual([
      "人",
      "万人",
      "%",
      "",
    ]);
  });
});
