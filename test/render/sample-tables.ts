import type { ColumnLayout, HeadCell, Table, TableCell, TableRow } from "../../src/report/model.js";

export const DOMAINS = [
  "妇女与健康",
  "妇女与教育",
  "妇女与经济",
  "妇女参与决策和管理",
  "妇女与社会保障",
  "妇女与家庭建设",
  "妇女与环境",
  "妇女与法律",
];
/** Names as long and as odd as the plan's own; one tries to be markup. */
export const ROW_NAMES = [
  "孕产妇死亡率",
  "适龄妇女人均预期寿命",
  "高中阶段教育女性毛入学率",
  "<script>alert('x')</script>",
  "市政公共女厕位与男厕位标准建设比例（新建、改扩建公共场所）",
  "街道（乡镇）未成年人保护工作站儿童主任参训率",
  "公共文化服务场馆免费开放率",
  "城镇单位就业人员中女性比例",
];

export const STATUSES = [
  ["achieved", "已达标"],
  ["onTrack", "预期可达标"],
  ["slow", "进展偏慢"],
  ["offTrack", "达标困难"],
  ["unmet", "未达标"],
  ["observed", "监测不判定"],
  ["noData", "缺项"],
] as const;

export function projectTable(): Table {
  const rows = Array.from({ length: 15 }, (_, i) =>
    row([
      textCell(`WP${String(i + 1).padStart(2, "0")}`),
      textCell("区妇幼保健院三级甲等妇幼保健院创建及区域性妇幼保健中心建设项目"),
      textCell("区卫生健康委、区发展改革委"),
      { ...textCell("推进中"), mark: "slow" },
      numberCell("60", "0"),
    ]),
  );
  return table("表1", "重点项目进展情况", ["编号", "项目名称", "责任单位", "进展状态", "完成率（%）"], rows, [
    ["left", "9%"],
    ["left", "45%"],
    ["left", "22%"],
    ["centre", "12%"],
    ["right", "12%"],
  ]);
}

export function alertTable(): Table {
  const rows = ["red", "orange", "yellow", "blue"].map((alert, i) =>
    row([
      { ...textCell(["红色", "橙色", "黄色", "蓝色"][i] ?? ""), mark: alert },
      textCell("孕产妇死亡率（1/10万）"),
      textCell("＜8"),
      numberCell("13.3", "1"),
      textCell("约束性，达标困难"),
    ]),
  );
  return table("表2", "2025年度预警清单", ["预警", "指标", "目标", "2025年", "原因"], rows, [
    ["centre", "12%"],
    ["left", "34%"],
    ["centre", "12%"],
    ["right", "12%"],
    ["left", "30%"],
  ]);
}

/** The wide annex table: a two-level head, a group line per domain, `count` rows. */
export function dataTable(count: number): Table {
  const years = ["2020年", "2021年", "2022年", "2023年", "2024年", "2025年"];
  const head: HeadCell[][] = [
    [
      ...["序号", "指标名称", "计量单位", "属性", "目标值"].map((text) => ({
        text,
        colspan: "1",
        rowspan: "2",
      })),
      { text: "实际值", colspan: "6", rowspan: "1" },
      { text: "监测状态", colspan: "1", rowspan: "2" },
    ],
    years.map((text) => ({ text, colspan: "1", rowspan: "1" })),
  ];
  const rows = Array.from({ length: count }, (_, i) => [
    ...(i % 7 === 0 ? [groupRow(DOMAINS[i / 7] ?? "妇女与法律", 12)] : []),
    dataRow(i),
  ]).flat();
  const columns: ColumnLayout[] = [
    "left",
    "left",
    "centre",
    "centre",
    "centre",
    ...years.map(() => "right"),
    "left",
  ].map((align, i) => ({
    align: align as ColumnLayout["align"],
    width: `${[6, 24, 7, 7, 8, 7, 7, 7, 7, 7, 7, 10][i] ?? 8}%`,
  }));
  return { ...table("", "妇女发展规划监测指标数据", [], rows, []), head, columns };
}

function dataRow(i: number): TableRow {
  const [status, name] = STATUSES[i % STATUSES.length] ?? ["", ""];
  return row([
    textCell(String(i + 1)),
    textCell(ROW_NAMES[i % ROW_NAMES.length] ?? ""),
    textCell(i % 3 === 0 ? "1/10万" : "%"),
    textCell(i % 4 === 0 ? "约束性" : "预期性"),
    textCell("≥94"),
    numberCell("92.99", "2"),
    numberCell("93.1", "2"),
    textCell("缺"),
    numberCell("93.5", "2"),
    numberCell("93.8", "2"),
    numberCell("94.12", "2"),
    { ...textCell(name), mark: status },
  ]);
}

function table(
  number: string,
  title: string,
  heads: string[],
  rows: TableRow[],
  columns: [ColumnLayout["align"], string][],
): Table {
  return {
    number,
    title,
    unit: "",
    head: [heads.map((text) => ({ text, colspan: "1", rowspan: "1" }))],
    columns: columns.map(([align, width]) => ({ align, width })),
    rows,
    notes: ["“缺”表示当年未取得数据。", "预警级别的判定见附件4。"],
    source: "区统计局、有关部门",
  };
}

function row(cells: TableCell[]): TableRow {
  return { group: false, cells };
}

function groupRow(text: string, width: number): TableRow {
  return { group: true, cells: [{ ...textCell(text), colspan: String(width) }] };
}

function textCell(text: string): TableCell {
  return { text, number: "", decimals: "", colspan: "1", mark: "", row: "", year: "" };
}

function numberCell(number: string, decimals: string): TableCell {
  return { ...textCell(Number(number).toFixed(Number(decimals))), number, decimals };
}
