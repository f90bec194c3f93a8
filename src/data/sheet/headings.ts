import { tightText } from "./normalise.js";
import { chineseDigits } from "./years.js";

/** What the columns of the four sheet kinds hold. */
export type Role =
  | "code"
  | "number"
  | "name"
  | "unit"
  | "value"
  | "previous"
  | "numerator"
  | "denominator"
  | "missingReason"
  | "dataSource"
  | "reporter"
  | "remark"
  | "year"
  | "grouping"
  | "group"
  | "projectCode"
  | "projectName"
  | "status"
  | "quantity"
  | "goal"
  | "done"
  | "progress"
  | "problems"
  | "nextPlan";

/** What a heading says: the role of its column, or the year whose values stand in it. */
export type Heading = { role: Role } | { role: "yearValue"; year: number };

const SPELLINGS: Readonly<Record<Role, readonly string[]>> = {
  code: ["编号", "指标编号", "指标代码", "指标编码", "代码", "编码"],
  number: ["序号", "指标序号"],
  name: ["指标名称", "指标", "监测指标", "监测指标名称", "统计指标", "主要指标", "指标内容", "名称"],
  unit: ["计量单位", "单位", "指标单位"],
  value: [
    "本年数",
    "本年",
    "本年值",
    "本年度",
    "本年实际",
    "本年实际数",
    "本期数",
    "本期",
    "当年数",
    "当年值",
  ],
  previous: [
    "上年数",
    "上年",
    "上年值",
    "上年度",
    "上年实际",
    "上年实际数",
    "上年同期",
    "上年同期数",
    "去年数",
  ],
  numerator: ["分子", "分子数", "分子值"],
  denominator: ["分母", "分母数", "分母值"],
  missingReason: ["缺报原因", "缺报理由", "缺项原因", "缺失原因", "未报原因"],
  dataSource: ["数据来源", "来源", "资料来源", "数据出处"],
  reporter: ["填报单位", "填报部门", "报送单位", "责任单位", "提供单位", "数据提供单位", "牵头单位"],
  remark: ["备注", "说明", "备注说明", "情况说明"],
  year: ["年份", "年度", "数据年份"],
  grouping: ["分组", "分组类型", "分组类别", "分组方式", "分组标志"],
  group: ["组别", "组名", "分组名称", "组别名称"],
  projectCode: ["项目编号", "项目代码", "项目编码"],
  projectName: ["项目名称", "重点项目", "重点项目名称", "项目"],
  status: ["进展状态", "项目状态", "状态", "完成状态"],
  quantity: ["量化内容", "量化指标", "量化目标"],
  goal: ["目标数", "目标值", "目标数量"],
  done: ["完成数", "已完成数", "实际完成数", "完成数量"],
  progress: ["年度进展", "年度进展情况", "进展情况", "工作进展"],
  problems: ["存在问题", "存在的问题", "存在的主要问题", "主要问题"],
  nextPlan: ["下年计划", "下年度计划", "下一年计划", "下步计划", "下一步计划", "下一步打算"],
};

/** The heading to write over a column of this role, which is understood as that role when read. */
export function headingName(role: Role): string {
  const [name] = SPELLINGS[role];
  if (name === undefined) throw new Error(`no spelling for ${role}`);
  return name;
}

/** Words for a figure that leave open which year's: beneath a year they are that year's values. */
const ANY_YEAR_VALUE = [
  "数值",
  "指标值",
  "实际值",
  "实际数",
  "监测值",
  "监测数据",
  "完成值",
  "统计值",
  "数据",
];

const ROLES = new Map<string, Role>([
  ...Object.entries(SPELLINGS).flatMap(([role, words]) => words.map((word) => [word, role as Role] as const)),
  ...ANY_YEAR_VALUE.map((word) => [word, "value"] as const),
]);

const YEAR_HEADING = new RegExp(
  `^(?:基期|基线|基准)?((?:19|20)\\d\\d)年?[度末底]?(?:实际|实绩|完成|完成数|数|值|现状|现状值|基期|基期值|基期数|基线|基线值|基准|${ANY_YEAR_VALUE.join("|")})?$`,
  "u",
);

/** A heading that names a year's plan, forecast or change, not what was measured in it. */
const NOT_MEASURED = /目标|规划|计划|预计|预测|增减|增长|增速|同比|变化|较|比|±/u;

/**
 * What a column holds, from its heading's texts, top to bottom (a two-row head has two). The lowest
 * speaks first; a banner above (监测值 over the years, a year over 数值) is heard when needed.
 */
export function headingOf(texts: readonly string[]): Heading | null {
  const stacked = texts.map(tightText).filter((text, index, all) => text !== "" && text !== all[index - 1]);
  const [lowest] = stacked.slice(-1);
  if (lowest === undefined) return null;
  const above = stacked.slice(0, -1);
  const own = plainHeading(lowest);
  if (own?.role === "yearValue") return above.some((text) => NOT_MEASURED.test(text)) ? null : own;
  if (own?.role === "value" && ANY_YEAR_VALUE.includes(withoutBracketed(lowest))) {
    return above.map(plainHeading).find((each) => each?.role === "yearValue") ?? own;
  }
  return own ?? (stacked.length > 1 ? plainHeading(stacked.join("")) : null);
}

/** An estimate of the year itself stands where its figure is looked for: people are told it is not taken. */
const ESTIMATED = /预计|预测/u;

/** A year that stands in a heading nobody understands ("2024年快报"), or only as an estimate; else null. */
export function unreadYear(texts: readonly string[]): string | null {
  const text = tightText(texts.join(""));
  if (!/20\d\d年?/u.test(text)) return null;
  return NOT_MEASURED.test(text.replace(ESTIMATED, "")) ? null : text;
}

function plainHeading(text: string): Heading | null {
  for (const spelling of [text, withoutBracketed(text), text.replace(/[()[\]【】]/gu, "")]) {
    const role = ROLES.get(spelling);
    if (role !== undefined) return { role };
    const year = YEAR_HEADING.exec(chineseDigits(spelling))?.[1];
    if (year !== undefined) return { role: "yearValue", year: Number(year) };
  }
  return null;
}

/** 指标名称(单位) is 指标名称. A heading that is all bracket is left as it is. */
function withoutBracketed(text: string): string {
  const bare = text.replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/gu, "");
  return bare === "" ? text : bare;
}
