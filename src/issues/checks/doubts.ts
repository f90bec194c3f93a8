import { spansText } from "../../terms/spans.js";
import { define } from "../definition.js";
import { largest } from "../../terms/long-lists.js";

/** Figures of one row, the latest of them shown. */
export interface Typed {
  name: string;
  /** The years it is told of. */
  years: readonly number[];
  /** What stands in the cell of the latest. */
  display: string;
  unit: string;
}

export interface Limits {
  low: string;
  high: string;
}

/** Halved or doubled after other years that each moved the figure by less than a fifth; or lower than it ever was. */
const FAR = {
  halved: "只有上一年的一半或更少，其他年份每年的变动都不到两成",
  doubled: "达到上一年的两倍或更多，其他年份每年的变动都不到两成",
  lowest: "不到以往各年最低数的一半",
} as const;

/** A row whose figure seems to be a neighbour's. */
export interface Misplaced {
  cell: string;
  name: string;
  display: string;
  neighbour: string;
  /** What the neighbour had before: 2024年50.86. */
  before: string;
}

/** 孕产妇系统管理率2025年为0.94, 女性失业保险参保人数2020—2025年的数（如2025年为60800）. */
function typedText({ name, years, display }: Typed): string {
  const latest = `${largest(years)}年为${display}`;
  return years.length === 1 ? `${name}${latest}` : `${name}${spansText(years)}年的数（如${latest}）`;
}

function outsideText({ low, high }: Limits, unit: string): string {
  return `不在合理范围${low}—${high}${unit}之内`;
}

function pointHint(unit: string): string {
  return `请核实小数点和计量单位${unit === "" ? "" : `（按“${unit}”填）`}`;
}

const SHARE_HINT = "计量单位是%时，94.12%填94.12，不填0.9412";
const IF_TRUE = "属实请在备注中说明理由";

/** More examples than this are read by nobody. */
const MOST_EXAMPLES = 3;

function misplacedText(rows: readonly Misplaced[]): string {
  const told = rows
    .slice(0, MOST_EXAMPLES)
    .map(
      ({ cell, name, display, neighbour, before }) =>
        `${cell}“${name}”填${display}，接近“${neighbour}”${before}`,
    );
  return told.join("；") + (rows.length > told.length ? "等" : "");
}

/** The figure of one site as its cell shows it, and whose it is. */
export interface SiteFigure {
  name: string;
  year: number;
  /** What it stands beside: 其他镇街, 全区的数. */
  beside: string;
  group: string;
  display: string;
  unit: string;
}

/** Figures that stand as they were typed, and hardly can be meant. Errors stop a report until a person has looked. */
export const DOUBT_ISSUES = {
  "data/site-tenfold": define<SiteFigure & { right: string }>(
    "warning",
    ({ name, year, beside, group, display, right }) =>
      `${name}${year}年${group}为${display}，与${beside}差10倍左右，可能应为${right}`,
    ({ unit }) => `请核实小数点和计量单位（按“${unit}”填）；属实请在备注中说明理由`,
  ),
  /** `right`: what was meant; null for a zero that hardly is one. */
  "data/site-slip": define<SiteFigure & { right: string | null }>(
    "error",
    ({ name, year, beside, group, display, right }) =>
      right === null
        ? `${name}${year}年${group}填${display}，而${beside}，是否应为缺报`
        : `${name}${year}年${group}为${display}，与${beside}差100倍以上，可能应为${right}`,
    ({ unit, right }) =>
      right === null
        ? "没有数据时不填0：请填“—”或留空；确实是0的，写进 manifest.yaml 的 silences"
        : `${pointHint(unit)}；属实的，写进 manifest.yaml 的 silences`,
  ),
  "data/doubtful-zero": define<Typed & { beside: string }>(
    "error",
    ({ name, years, display, beside }) =>
      `${name}${spansText(years)}年填${display}，而${beside}，是否应为缺报`,
    () => "没有数据时不填0：请填“—”或留空，并写明缺报原因；确实是0的请在备注中说明理由",
  ),
  "data/implausible": define<Typed & Limits>(
    "warning",
    (typed) => `${typedText(typed)}，${outsideText(typed, typed.unit)}`,
    ({ unit }) => `${pointHint(unit)}；${IF_TRUE}`,
  ),
  "data/jump": define<{
    name: string;
    year: number;
    before: string;
    now: string;
    /** How many times what other years moved it by; or why it is far all the same. */
    how: number | keyof typeof FAR;
  }>(
    "warning",
    ({ name, year, before, now, how }) =>
      `${name}由${before}变为${year}年${now}，${typeof how === "number" ? `变动超过其他年份的${how}倍` : FAR[how]}`,
    () => `请核实是否填错或口径调整；${IF_TRUE}`,
  ),
  "data/magnitude": define<
    Typed & {
      times: string;
      right: string;
      /** What all years of the row lie outside of; null for a figure that is unlike its own other years. */
      outside: Limits | null;
      /** A percentage typed as a share of one. */
      share: boolean;
    }
  >(
    "error",
    ({ times, right, outside, ...typed }) =>
      `${typedText(typed)}，${outside === null ? "与其他年份" : `${outsideText(outside, typed.unit)}，约`}相差${times}倍，可能应为${right}`,
    ({ unit, share }) => `${share ? SHARE_HINT : pointHint(unit)}；${IF_TRUE}`,
  ),
  "data/broken-count": define<Typed>(
    "warning",
    ({ ...typed }) => `${typedText(typed)}，计量单位是“${typed.unit}”，却不是整数`,
    ({ unit }) => `请核实数和计量单位（按“${unit}”填整数）；${IF_TRUE}`,
  ),
  "data/ratio-below-one": define<Typed & { ratio: string }>(
    "error",
    ({ ratio, ...typed }) => `${typedText(typed)}，按男：女读作${ratio}，次序是否颠倒`,
    () => "请写成男：女，女厕位较多的如2：3、1：1.6；确实男厕位较多的请在备注中说明理由",
  ),
  "data/ratio-turned": define<Typed & { beside: string; turned: string }>(
    "error",
    ({ beside, turned, ...typed }) =>
      `${typedText(typed)}，同${beside}分在100的两边，10000÷${typed.display}＝${turned}正与之接近，男女是否颠倒`,
    () => `请填男婴数÷女婴数×100；${IF_TRUE}`,
  ),
  "data/ratio-per-hundred": define<Typed & { read: string }>(
    "note",
    ({ read, ...typed }) => `${typedText(typed)}，是男婴数÷女婴数，按女=100读作${read}`,
    () => "请填男婴数÷女婴数×100，如108.49",
  ),
  "data/rows-shifted": define<{
    year: number;
    /** E8—E13 */
    cells: string;
    count: number;
    /** 下一行 */
    neighbours: string;
    rows: readonly Misplaced[];
  }>(
    "error",
    ({ year, cells, count, neighbours, rows }) =>
      `${cells}疑似错行：${count}行${year}年的数同${neighbours}的数接近（${misplacedText(rows)}）`,
    () => `请与原始报表逐行核对，把数移回本行；${IF_TRUE}`,
  ),
  "data/rows-swapped": define<{ year: number; rows: readonly Misplaced[] }>(
    "error",
    ({ year, rows }) => `${year}年两行的数疑似互换：${misplacedText(rows)}`,
    () => `请与原始报表核对；${IF_TRUE}`,
  ),
  "data/years-swapped": define<{
    count: number;
    name: string;
    year: number;
    now: string;
    old: string;
    typed: string;
    /** The year before has what stood a year earlier, too. */
    shifted: boolean;
  }>(
    "error",
    ({ count, name, year, now, old, typed, shifted }) =>
      `${count === 1 ? "" : `有${count}行`}${year}年的数正是${year - 1}年原来的数，${year - 1}年的却改了，疑似${shifted ? "仍是上一年的表，或各年的数错了一年" : "上年数和本年数填反"}：${name}${year}年填${now}，${year - 1}年由${old}改为${typed}`,
    () => `请填报单位核对两列；${IF_TRUE}`,
  ),
  "data/share-typed": define<{ name: string; year: number; display: string; right: string }>(
    "warning",
    ({ name, year, display, right }) =>
      `${name}的数都不超过1（${year}年为${display}），按${display}%计算，可能应为${right}%`,
    () => SHARE_HINT,
  ),
  "data/unit-slip": define<{ name: string; year: number; unit: string; display: string; right: string }>(
    "warning",
    ({ name, year, display, right }) =>
      `${name}${year}年为${display}，与其他年份相差约10倍，可能应为${right}`,
    ({ unit }) => pointHint(unit),
  ),
  "data/year-copied": define<{ year: number; count: number }>(
    "warning",
    ({ year, count }) => `${year}年有${count}项数与${year - 1}年的完全相同，可能照抄了上年数`,
    () => "请填报单位核实；确实没有变化的，请在备注中说明",
  ),
} as const;
