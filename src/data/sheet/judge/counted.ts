import { issue } from "../../../issues/issue.js";
import { largest } from "../../../terms/long-lists.js";
import { isNoRate, isOtherScale, RATE_SPELT, unitOf, type Unit } from "../../../terms/unit.js";
import type { Entry } from "../../catalogue.js";
import type { KnownReason } from "../../coverage/reasons.js";
import { headingOf } from "../head/heading.js";
import type { Lexicon } from "../head/lexicon.js";
import { entryOf, type Line } from "../kinds/lines.js";
import { isSameUnit, tightText, unitInName, unitKey } from "../normalise.js";
import { rateStated } from "../rate-base.js";
import { lowestOf, type Column } from "../table/columns.js";
import { textIn } from "../table/table.js";
import { OTHER_FIGURE, toldOther } from "./other-columns.js";
import { headCell, ownRows, toldColumn } from "./place.js";
import { valuesIn, type Case, type Judge, type Judgement, type Verdict } from "./verdict.js";

/** Of what is counted, however many things there are: beside a rate it is no rate. */
const COUNT =
  /^(?:其中:?)?(?:[男女][性生童]?)?(?:总数量?|总量|总?人数|数量|绝对[数量]|分[子母](?:数值?|值)?|基数|[例件户个]数|人次)$/u;
/** 绝对数 stands beside 比上年增减 in bulletins: of rates, too, where the row says its unit. */
const ABSOLUTE = /^绝对/u;
const SHARE = /(?:占比|比重|比例|百分比|比率|率)$/u;

/** What a word beside a figure is told to say: the row's own figure, another one, or (null) nothing of the kind. */
type Said = KnownReason | "own" | null;

/**
 * What a text beside a row says its figure is, against the unit of the row's indicator: 总数, 分母 and 检察官人数 are no
 * share, 占比 and 女性占比 are that of 女性检察官占比. `counts`: an unknown word that ends in 数 counts something, too.
 */
export function measuredAs(
  text: string,
  { entry, unit }: { entry: Entry; unit: string },
  { lexicon, counts }: { lexicon: Lexicon; counts: boolean },
): Said {
  const planned = unitOf(entry.indicator.unit);
  if (isOtherUnit(saidUnitIn(text), planned, entry)) return "other-unit";
  const bracketed = unitOf(unitInName(text));
  if (isOtherScale(bracketed, planned) || isNoRate(bracketed, planned)) return "other-unit";
  if (planned.kind !== "rate" && planned.kind !== "level") return null;
  const word = tightText(text).replace(/\([^()]*\)/gu, "");
  if (COUNT.test(word)) return ABSOLUTE.test(word) && isSameUnit(unit, planned.name) ? null : "count-column";
  const { other, leftover } = headingOf([word], lexicon);
  if (counts && leftover !== "" && /数$/u.test(word)) return "count-column";
  const isOwn = planned.kind === "rate" && SHARE.test(word) && isOfRow(word, other?.other ?? null, entry);
  return isOwn ? "own" : null;
}

/** ‰ of 单位为‰, 千分率, 以‰为单位, 按每10万计; "" where a text speaks of more than a unit. */
function saidUnitIn(text: string): string {
  const { inside, unit = inside, many = "" } = SAID_UNIT.exec(tightText(text))?.groups ?? {};
  return unitKey(unit ?? many);
}

const OF_FIGURES = "(?:本|此|该)?(?:数据?|数值|指标|行|项)?(?:均|暂)?(?:为|是|系)?";
/** 按户统计 says how they were counted, 按年 when: only where 单位 says so are they units, alone the ones no other word is. */
const SAID_UNIT = new RegExp(
  `^${OF_FIGURES}(?:(?:计量)?单位[:为是]?(?<unit>[^,，;；。\\d]{1,8}|.*/.*)|[以用](?<inside>.{1,8})为(?:计量)?单位|` +
    `按?(?<many>${RATE_SPELT}|人次|[每/](?:10*|[十百千万])+万?[名人]?(?:人口|儿童|妇女|女性|活产|孕产妇)?[人名]?)(?:为单位|计算?|折算|统计|表示|填报|填写|填列)?)$`,
  "u",
);

/** 每万名儿童 beside what the plan counts for each thousand, 人次 beside 人: other figures, though no unit of the plan's is a rate. */
function isOtherUnit(said: string, planned: Unit, { indicator }: Entry): boolean {
  if (said === "") return false;
  const stated = rateStated(said) ?? unitOf(said);
  if (stated.thing === `${planned.thing}次`) return true;
  if (stated.kind === "rate" && planned.kind !== "rate") {
    const own = /每(?:1?0*[十百千万]+|10+)[名人]?/u.exec(indicator.name)?.[0];
    return own === undefined || rateStated(own)?.per !== stated.per;
  }
  return isOtherScale(stated, planned) || isNoRate(stated, planned);
}

/** 女性占比 is another figure beside a share of something else. */
function isOfRow(word: string, other: string | null, { indicator }: Entry): boolean {
  if (other === "share") return true;
  return other === "group" && /^(?:其中:?)?女/u.test(word) && /(?<!男)女/u.test(indicator.name);
}

/** Columns that count, 2025年 over 总数: the rates of the table have no figure there. */
export const countedColumns: Judge = (each, before) => {
  const { context, lines } = each;
  const found = valuesIn(before).flatMap(({ column }) => {
    const own = context.table.columns.find((one) => one.column === column);
    const word = own === undefined ? "" : countIn(own);
    if (own === undefined || word === "" || isAmongGroups(each, own)) return [];
    const filled = new Set(ownRows(context, lines, column));
    const rows = lines
      .filter((line) => filled.has(line.row) && isOther(each, line, word))
      .map(({ row }) => row);
    return rows.length === 0 ? [] : [{ column: own, rows, word }];
  });
  const alone = countsAlone(each, before);
  return {
    verdicts: new Map(alone.map(({ column: { column } }) => [column, OTHER_FIGURE])),
    except: new Map(
      found.map(({ column, rows }) => [
        column.column,
        new Map(rows.map((row) => [row, "other-figure" as const])),
      ]),
    ),
    issues: [...found, ...alone].map(({ column, rows, word }) =>
      issue(
        "data/other-column",
        headCell(context, column),
        toldOther(context, { column, other: { other: "count", word } }, rows),
      ),
    ),
  };
};

/** 分母 under 2025年, where nothing gives the figure of 2025 that it is of. */
function countsAlone(
  { context, lines }: Case,
  before: Judgement,
): { column: Column; rows: number[]; word: string }[] {
  const years = new Set(valuesIn(before).map(({ year }) => year));
  return context.table.columns
    .filter((column) => {
      const { year } = column.heading;
      return isCount(column) && year !== null && !years.has(year) && !years.has(null);
    })
    .map((column) => ({ column, rows: ownRows(context, lines, column.column), word: withoutYear(column) }))
    .filter(({ rows }) => rows.length > 0);
}

/** 总数 of 2025年总数; "" where a heading has no such word. */
function countIn(column: Column): string {
  const lowest = withoutYear(column);
  // 2020年基数 is the figure from which the plan sets out.
  if (column.heading.relative === "base" && column.heading.year !== null) return "";
  return COUNT.test(lowest) ? lowest : "";
}

function withoutYear(column: Column): string {
  return lowestOf(column).replace(/^\d+年度?末?/u, "");
}

function isOther({ context }: Case, line: Line, word: string): boolean {
  const entry = entryOf(line);
  if (entry === null) return false;
  const unit = textIn(context.grid, context.table, line.row, "unit");
  return measuredAs(word, { entry, unit }, { lexicon: context.catalogue.lexicon, counts: false }) !== null;
}

/** 总数 beside 男 and 女 is of both, and 绝对数 beside 增减 is what changed. */
function isAmongGroups({ context }: Case, { heading }: Column): boolean {
  return context.table.columns.some(({ heading: { other, year } }) => {
    const isBeside = year === heading.year || year === null;
    return isBeside && (other?.other === "group" || other?.other === "change");
  });
}

/** Whether a column holds numerators or denominators. */
function isCount({ heading: { role } }: Column): boolean {
  return role === "numerator" || role === "denominator";
}

const REFUSED: Verdict = { is: "refused", reason: "column" };

/**
 * 分子 and 分母 under no year's banner are those of the table's own year. Where the figure of that year is not read, they
 * are nobody's: beside 上年数 or 2024年 they would prove another figure wrong.
 */
export const openCounts: Judge = (each, before) => {
  const { context, lines } = each;
  const isWhole = [...before.verdicts.values()].some(
    (verdict) => verdict.is === "refused" && (verdict.reason === "table" || verdict.reason === "year"),
  );
  const open = context.table.columns.filter((column) => isCount(column) && column.heading.year === null);
  if (open.length === 0 || isWhole || hasResult(each, before, open)) return {};
  const rows = [...new Set(open.flatMap(({ column }) => ownRows(context, lines, column)))];
  const [first] = open;
  const verdicts = new Map(open.map(({ column }) => [column, REFUSED]));
  if (first === undefined || rows.length === 0) return { verdicts };
  const args = { columns: open.map(toldColumn), rows: rows.sort((a, b) => a - b), year: each.year };
  return { verdicts, issues: [issue("data/counts-alone", headCell(context, first), args)] };
};

/** Whether what the counts give is among the figures that are read. */
function hasResult(each: Case, before: Judgement, open: readonly Column[]): boolean {
  const values = valuesIn(before).filter(({ echo }) => !echo);
  if (values.some(({ year }) => year === null)) return true;
  if (values.length === 0 || isBesideStrange(each, open)) return false;
  const latest = largest(values.map(({ year }) => year ?? 0));
  return latest >= (each.year ?? latest) && !namesLater(each, latest);
}

/** 2025年（暂） is not read, and the counts are its own, not those of 2024年. */
function namesLater({ context, lines }: Case, latest: number): boolean {
  return context.table.columns.some(
    ({ column, heading: { role, year, other, leftover } }) =>
      role === null &&
      other === null &&
      leftover !== "" &&
      (year ?? 0) > latest &&
      ownRows(context, lines, column).length > 0,
  );
}

/** 分子 | 分母 | 结算值: what stands right behind them is what they give, whatever it is called. */
function isBesideStrange({ context, lines, year }: Case, open: readonly Column[]): boolean {
  const last = largest(open.map(({ column }) => column));
  const next = context.table.columns.find(
    ({ column, heading }) => column > last && heading.other?.other !== "factor",
  );
  if (next === undefined || ownRows(context, lines, next.column).length === 0) return false;
  const { role, other, leftover } = next.heading;
  return year === null && role === null && other === null && leftover !== "";
}
