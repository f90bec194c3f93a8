import type { KnownReason } from "../../coverage/reasons.js";
import type { Heading } from "../head/token.js";
import type { Other, Role } from "../head/words.js";
import { OTHER_REASONS } from "../judge/reasons.js";
import { sourceAt } from "../../settle/place.js";
import type { SheetContext } from "../reading.js";
import type { Column } from "../table/columns.js";

/** Rows whose figures are another's, and what says so. */
export interface Found {
  rows: number[];
  reason: KnownReason;
  /** `isUnknown`: nobody knows the text, and it may name a part. `unnamed`: it speaks of more rows than it names. `measures`: it gives another unit than these, the plan's. `isPreliminary`: another row has the last figure. */
  said: {
    noun: string;
    text: string;
    isUnknown?: boolean;
    unnamed?: number;
    measures?: readonly string[];
    isPreliminary?: true;
  };
  /** The one year whose figures they are, of rows with several: 2025年为全市数. All of them where it is missing. */
  year?: number;
  where: ReturnType<typeof sourceAt>;
}

/** Why a text in a column makes its row another's; null where it does not. */
export type Qualifier = (said: Heading) => KnownReason | null;

/**
 * How the texts of a column are taken. `repeats`: a blank says what stands above it; `numbers`: they are texts, too;
 * `sayings`: what of a text may say whose the figures are, the first that does counts.
 */
export interface Manner {
  repeats: boolean;
  numbers: boolean;
  sayings: (text: string) => readonly string[];
  /** A word that nobody knows and that ends in 数 counts something: 女性检察官人数 under 明细. */
  counts: boolean;
  /** 预计数 beside figures of several years speaks of the last one. */
  passing?: boolean;
}

export const WORDS_ALONE: Manner = {
  repeats: false,
  numbers: false,
  sayings: (text) => [text],
  counts: true,
};
export const AS_REMARK: Manner = { ...WORDS_ALONE, sayings: clausesIn, counts: false, passing: true };
const MANNERS: Readonly<Partial<Record<Role, Manner>>> = {
  year: { ...WORDS_ALONE, numbers: true },
  region: { ...WORDS_ALONE, repeats: true },
  // 202503 under 报告期.
  period: { ...WORDS_ALONE, repeats: true, numbers: true },
  remark: AS_REMARK,
  comment: AS_REMARK,
  scope: { ...AS_REMARK, sayings: withoutEnding },
  coverage: { ...AS_REMARK, sayings: withoutEnding },
  dataSource: { ...AS_REMARK, sayings: inSource },
  accepted: { ...AS_REMARK, sayings: inVerdict },
  status: { ...AS_REMARK, sayings: inStatus },
};

export function mannerOf({ heading: { role } }: Column): Manner {
  return role === null || role === "yearValue" ? WORDS_ALONE : (MANNERS[role] ?? WORDS_ALONE);
}

/** A place or a time nobody knows is another one; 永川区, 全年, 1—12月, 合计 are the row's own. */
const named =
  (reason: KnownReason): Qualifier =>
  ({ other, leftover }) =>
    other === null && leftover === "" ? null : reason;

/** Words of any kind speak of the row's figures only where nothing else is said. */
export const worded =
  (others: ReadonlySet<Other> | null): Qualifier =>
  ({ other, leftover }) =>
    other === null || leftover !== "" || others?.has(other.other) === false
      ? null
      : OTHER_REASONS[other.other];

/** 同比增长 and 户籍口径 in a remark speak of the figure, 全市数 says that it is another. */
export const IN_REMARKS: ReadonlySet<Other> = new Set<Other>([
  "target",
  "forecast",
  "period",
  "schoolYear",
  "region",
  "void",
]);

/** A part of the people by where they live: under 备注 农村 says whose figure it is. */
export const PART = /^(?:农村|乡村|城镇|城区|乡镇|流动|男(?!女))/u;

/** How people begin and end a remark that says what a figure is: 此为全市数, 以上两项为全市数, 暂用上年数填报. */
const FRAME =
  /^(?:(?:此|该|本|以上|上述)(?:[两二三四五六七八九十\d]+|各)?(?:数据|数字|数值|处|项|个|数|列|行|指标|年)*|这是|数据)?(?:暂|均|仅|只)?(?:为|是|系|按|取|用|采用|使用|引用|参照|比照)?/u;
const FRAME_END = /(?:填报|填写|填列|填|代替|替代|上报|口径)$/u;

/** What the clauses of a remark may say of the figure, with and without its frame. */
export function clausesIn(text: string): string[] {
  return text
    .split(/[，,；;。]/u)
    .flatMap((clause) => [clause, clause.replace(FRAME, "").replace(FRAME_END, "")])
    .filter((clause, at, all) => clause !== "" && clause !== all[at - 1]);
}

/** 全市口径 and 全区范围 say what 全市 and 全区 do. */
function withoutEnding(text: string): string[] {
  const bare = text.replace(/(?:口径|范围|人群)$/u, "");
  return bare === text || bare === "" ? [text] : [text, bare];
}

/** What stands in brackets. */
export function bracketedIn(text: string): string[] {
  return [...text.matchAll(/[([{【〔]([^()[\]{}【】〔〕]*)[)\]}】〕]/gu)].map(([, inside = ""]) => inside);
}

/** 全市口径, 推算 and 目标值 make another figure of what 市统计局 or a plan gave; 全市统计年鉴 only names the source. */
const FIGURE_IN_SOURCE =
  /^全[市国省](?=口径|数据?$)|(?:推算|估算|预计|预测|测算)(?:数|值)?$|(?<!实现|完成|监测)目标(?:数|值)?$/u;

/** What a source says of the figure itself. */
function inSource(text: string): string[] {
  const said = clausesIn(text).flatMap((clause) => FIGURE_IN_SOURCE.exec(clause)?.[0] ?? []);
  return [...bracketedIn(text), ...said];
}

/** 否 under 是否采用, 未通过 under 审核状态 and 退回 under 状态: the figure does not hold. */
const REJECTED =
  /^(?:否$|[×✗xX]$|不(?:是|采[用纳]|使用|通过|同意|合格)|未(?:采[用纳]|通过|使用)|审核[不未]通过|退回|驳回|无效|作废)/u;

function inVerdict(text: string): string[] {
  return REJECTED.test(text) ? ["作废"] : [];
}

/** 预计 under 状态 is what a figure is. */
function inStatus(text: string): string[] {
  const rejected = inVerdict(text);
  return rejected.length > 0 ? rejected : [text];
}

/** What a remark says: 同比增长 and 户籍口径 speak of the figure, 全市数 and 农村 say that it is another. */
export const ofRemark: Qualifier = (said) =>
  worded(IN_REMARKS)(said) ?? (PART.test(said.other?.word ?? "") ? worded(null)(said) : null);

/** 农村 under 口径 says whose figure it is, 户籍 only how it was counted. */
const ofScope: Qualifier = (said) => (/户籍|常住/u.test(said.other?.word ?? "") ? null : worded(null)(said));

/** 卫生统计年鉴（全市） says whose figure it is; 市医保局 and 重庆市 only who gave it. */
const ofSource: Qualifier = (said) =>
  /^全/u.test(said.other?.word ?? "") || NO_RESULTS.has(said.other?.other) ? worded(null)(said) : null;
const NO_RESULTS: ReadonlySet<unknown> = new Set<Other>(["forecast", "target"]);

/** 位 and 全市排位 in the place of a measure say that the row beneath an indicator tells where it ranks. */
const IN_UNITS: ReadonlySet<Other> = new Set<Other>(["rank", "region", "target", "forecast", "completion"]);
const IN_YEARS: ReadonlySet<Other> = new Set<Other>([...IN_UNITS, "change", "statistic", "span", "score"]);

export function ofUnit(said: Heading): KnownReason | null {
  return said.text === "位" ? OTHER_REASONS.rank : worded(IN_UNITS)(said);
}

/** The columns that say whose figures a row has. */
const QUALIFIERS: Readonly<Partial<Record<Role, Qualifier>>> = {
  region: named("other-region"),
  // 增减 under 期别 is no part of the year.
  period: (said) => worded(null)(said) ?? named("other-period")(said),
  // 2025年（预计） is no year's figure; 数据年份 2023 beside a column 2025年 is compared with those of the figures.
  year: (said) =>
    said.year === null || said.other?.other === "target"
      ? worded(IN_YEARS)(said)
      : named("other-period")(said),
  unit: ofUnit,
  sort: worded(null),
  coverage: worded(null),
  scope: ofScope,
  projectName: worded(null),
  remark: ofRemark,
  comment: ofRemark,
  dataSource: ofSource,
  accepted: worded(null),
  status: worded(IN_REMARKS),
};

/** A heading that nobody understands may say so, too. */
export function qualifierOf({ heading: { role, leftover } }: Column): Qualifier | null {
  if (role === null) return leftover === "" ? null : worded(null);
  return role === "yearValue" ? null : (QUALIFIERS[role] ?? null);
}

/** The columns of the table, or right of it, that nothing heads. */
export function unheadedColumns({ table, grid }: SheetContext, lines: readonly { row: number }[]): number[] {
  // White space heads nothing.
  const lowest = grid
    .columns(table.head.bottom)
    .filter((column) => grid.text(table.head.bottom, column) !== "");
  const headed = new Set([...lowest, ...table.columns.map(({ column }) => column)]);
  const next = [...headed].filter((column) => column > table.to);
  const end = next.reduce((least, column) => Math.min(least, column), Infinity);
  const found = new Set<number>();
  for (const { row } of lines) {
    for (const { column } of grid.own(row)) if (!headed.has(column)) found.add(column);
  }
  return [...found].filter((column) => column >= table.from && column < end);
}
