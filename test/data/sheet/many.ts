import type { Written } from "../book.js";

export type Rows = readonly (readonly Written[])[];

export const HEAD = ["编号", "指标名称", "计量单位", "2020年", "2021年"];
export const ROW = ["W05a", "适龄妇女宫颈癌人群筛查率", "%", 40, 41];
export const GROUPS = ["编号", "年份", "分组", "组别", "数值"];

/** A sheet of `count` of something, each of them as a person or a program might repeat it. */
export const KINDS: Readonly<Record<string, (count: number) => Rows>> = {
  "heads above rows": (count) => times(count, () => [HEAD, ROW]),
  "heads alone": (count) => times(count, () => [HEAD]),
  "heads of other years": (count) =>
    times(count, (at) => [["编号", "指标名称", "计量单位", `${2020 + (at % 9)}年`, "2021年"], ROW]),
  "years headed again": (count) => [
    HEAD,
    ...times(count, (at) => [[null, null, null, `${2020 + (at % 9)}年`, `${2021 + (at % 9)}年`], ROW]),
  ],
  "heads of groups": (count) => times(count, (at) => [GROUPS, ["C07", 2025, "镇街", `某镇${at}`, 90]]),
  "heads of two rows": (count) =>
    times(count, () => [
      ["编号", "指标名称", "计量单位", "完成情况", null],
      [null, null, null, "2020年", "2021年"],
      ROW,
    ]),
  "tables with titles": (count) => times(count, (at) => [[`表${at} 妇女`], HEAD, ROW, []]),
  titles: (count) => [...times(count, (at) => [[`永川区妇女发展规划统计监测表第${at}`]]), HEAD, ROW],
  "titles of much said": (count) => [...times(count, () => [["全市".repeat(30)]]), HEAD, ROW],
  sections: (count) => [HEAD, ...times(count, () => [["一、妇女与健康"], ROW])],
  "notes beneath": (count) => [HEAD, ROW, ...times(count, (at) => [[`注：本表数据为全市数据，${at}。`]])],
  "notes between": (count) => [HEAD, ...times(count, (at) => [[`注：以下为${at}年度全市口径`], ROW])],
  "notes that name a row": (count) => [
    HEAD,
    ...times(count, (at) => [ROW, [`注：宫颈癌人群筛查率为${at}口径，为全市数据。`]]),
  ],
  remarks: (count) => [[...HEAD, "备注"], ...times(count, (at) => [[...ROW, `其中农村${at}，全市口径`]])],
  "names nobody knows": (count) => [
    HEAD,
    ...times(count, (at) => [[`X${at}`, `某指标第${at}号率`, "%", 4, 5]]),
  ],
  "the same name": (count) => [HEAD, ...times(count, () => [ROW])],
  groups: (count) => [GROUPS, ...times(count, (at) => [["C07", 2025, "镇街", `某镇${at}`, 90]])],
  "groups under a name given once": (count) => [
    ["指标名称", "年份", "分组", "组别", "数值"],
    ...times(count, (at) => [
      ["以乡镇（街道）为单位的适龄儿童免疫规划疫苗接种率", 2025, "镇街", `某镇${at}`, 90],
    ]),
    ...times(count, (at) => [[null, 2025, "镇街", `某乡${at}`, 90]]),
  ],
  towns: (count) => [["镇街", "2024年", "2025年"], ...times(count, (at) => [[`某镇${at}`, 90, 91]])],
};

export function times(count: number, rows: (at: number) => Rows): Rows {
  return Array.from({ length: count }, (_, at) => rows(at)).flat();
}
