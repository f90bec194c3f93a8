import { groupBy } from "../../../terms/group-by.js";
import type { KnownReason } from "../../coverage/reasons.js";
import { sourceAt } from "../../settle/place.js";
import { headingOf } from "../head/heading.js";
import type { Heading } from "../head/token.js";
import { isHealthYear, isOfHealth } from "../health-year.js";
import { measuredAs } from "../judge/counted.js";
import { figureAt } from "../grid.js";
import { largest, smallest } from "../../../terms/long-lists.js";
import { isDashed, tightText } from "../normalise.js";
import { quoted } from "../quoted.js";
import type { SheetContext } from "../reading.js";
import { insteadOf, remarked, type Remarked } from "../remarks/words.js";
import { hasRole, textIn, yearsOver } from "../table/table.js";
import { givenAbove } from "../table/given-above.js";
import { entryOf, type Line } from "./lines.js";
import { ofRemark, type Found, type Manner, type Qualifier } from "./qualifiers.js";
import { yearOfRow } from "./year-columns.js";

/** A row, and whose it is where that is an indicator. */
export type Beside = Pick<Line, "row"> & Partial<Pick<Line, "match" | "byPlace">>;

/** 2024年数据 in the remark of a figure of 2025: a table with columns of years may well speak of one of them. */
export function ofOtherYear(
  context: SheetContext,
  row: number,
  said: Heading,
  years: readonly number[] | null = null,
): KnownReason | null {
  if (said.role === "previous" || said.role === "base") return "other-year";
  const isYear = said.role === "yearValue" && said.noted.length === 0 && said.relative === null;
  const own = isYear ? (years ?? ownYears(context, row)) : [];
  return own.length === 0 || said.year === null || own.includes(said.year) ? null : "other-year";
}

/** The years of a row's own figures: this year's where the table does not name them over its columns. */
export function ownYears(context: SheetContext, row: number): number[] {
  const { columns } = context.table;
  const year = hasRole(columns, "value", "done") ? yearOfRow(context, row) : null;
  return year === null ? yearsOver(columns) : [year];
}

/** The same as in the row above. */
const DITTO = /^(?:同上|〃|″|")$/u;

/** The rows that the texts of one column make another's, alike ones together. */
export function byColumn(
  context: SheetContext,
  lines: readonly Beside[],
  {
    column,
    noun,
    repeats,
    numbers,
    sayings,
    counts,
    passing = false,
  }: Manner & { column: number; noun: string },
  qualifier: Qualifier,
): Found[] {
  const { grid } = context;
  const above = repeats ? givenAbove(context, column) : () => "";
  let last = "";
  const others = lines.flatMap((line) => {
    const { row } = line;
    const shown = grid.text(row, column);
    const written = tightText(shown || above(row));
    const text = DITTO.test(written) ? last : written;
    last = text;
    const isSaid = shown === "" || numbers || grid.shown(row, column)?.content.type === "text";
    if (!isSaid || isDashed(text)) return [];
    const own = qualifier === ofRemark ? ownYears(context, row) : null;
    const [found = null] = sayings(text).flatMap(
      (saying) => saidBy(context, line, { saying, counts, passing }, qualifier, own) ?? [],
    );
    return found === null ? [] : [{ row, text, ...(line.match ? { match: line.match } : {}), ...found }];
  });
  return foundIn(context, others, { column, noun });
}

interface Other extends Remarked {
  row: number;
  text: string;
  match?: Beside["match"];
}

function foundIn(
  context: SheetContext,
  others: readonly Other[],
  { column, noun }: { column: number; noun: string },
): Found[] {
  const alike = groupBy(others, ({ reason, year, isUnknown }) => [reason, year, isUnknown].join(" "));
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const texts = [...new Set(same.map(({ text }) => text))].slice(0, 5).join("、");
    const measures = first.reason === "other-unit" ? measuresOf(same) : null;
    const said = {
      noun,
      text: quoted(texts),
      ...(first.isUnknown ? { isUnknown: true } : {}),
      ...(measures === null ? {} : { measures }),
    };
    return {
      rows: same.map(({ row }) => row),
      reason: first.reason,
      said,
      where: sourceAt(context, first.row, column),
      ...(first.year === null ? {} : { year: first.year }),
    };
  });
}

/** The measures in which the plans tell rows whose remarks give another. */
export function measuresOf(rows: readonly { match?: Beside["match"] | undefined }[]): string[] {
  const measures = rows.flatMap(({ match }) =>
    match?.type === "matched" ? [match.entry.indicator.unit] : [],
  );
  return [...new Set(measures)];
}

/** Whether a text says that a row's figure is a count or a share: its own, or another. */
export function figureSaid(
  { grid, table, catalogue }: SheetContext,
  line: Pick<Line, "row" | "match">,
  text: string,
  counts: boolean,
): ReturnType<typeof measuredAs> {
  const entry = entryOf(line);
  const unit = textIn(grid, table, line.row, "unit");
  return entry === null ? null : measuredAs(text, { entry, unit }, { lexicon: catalogue.lexicon, counts });
}

const BOTH_SEXES =
  /^(?:男女(?:都算|不分|一起|合并)?|不分(?:男女|性别)|全体|男性?[和与、]女性?)(?:的|人口|人员)*(?:合计|总计|小计|合并|总数|总量|一起|计算|统计|数据?|的)*$/u;

/** 男女合计 beside a row that its plan tells of women: not theirs alone. */
function countsBothSexes(saying: string, match: Beside["match"]): boolean {
  if (match?.type !== "matched" || !BOTH_SEXES.test(saying)) return false;
  const { name } = match.entry.indicator;
  return /[女妇]/u.test(name) && !/男/u.test(name);
}

/**
 * What a text beside a row says of its figures, or of one of them: 2025年为全市数 beside 2024 and 2025. `remark`: the years of
 * the figures that a remark speaks of; null for other texts.
 */
export function saidBy(
  context: SheetContext,
  { row, match }: Beside,
  { saying, counts, passing = false }: { saying: string; counts: boolean; passing?: boolean },
  qualifier: Qualifier,
  remark: readonly number[] | null,
): Remarked | null {
  const { lexicon } = context.catalogue;
  const measured = match === undefined ? null : figureSaid(context, { row, match }, saying, counts);
  if (measured === "own") return null;
  if (measured !== null) return { reason: measured, year: null, isUnknown: false };
  if (remark !== null && countsBothSexes(saying, match))
    return { reason: "other-group", year: null, isUnknown: false };
  const said = headingOf([saying], lexicon);
  // 2024年10月—2025年9月 is the year of health indicators only.
  const isOfOctober = said.noted.some(({ word }) => isHealthYear(word));
  const isHealth = match?.type === "matched" && isOfHealth(match.entry);
  if (isOfOctober && !isHealth) return { reason: "other-period", year: null, isUnknown: false };
  // 沿用2024年 speaks of a later year's figure, though the year it names is 2024.
  const own = remark ?? [];
  const instead = insteadOf(saying, own);
  if (instead !== null) return instead;
  const reason = qualifier(said) ?? ofOtherYear(context, row, said, remark);
  if (reason === null) return remark !== null ? remarked(saying, own, lexicon) : null;
  const isOfOne = own.length > 1 && said.year !== null && own.includes(said.year);
  const isOfLast = passing && own.length > 1 && said.year === null && PASSING.has(reason);
  const year = isOfLast ? lastFilled(context, row, own) : null;
  return { reason, year: isOfOne ? said.year : year, isUnknown: false };
}

/** What a figure is until the year's own is known: earlier ones are. 全市数 and 农村 are so from year to year. */
const PASSING: ReadonlySet<KnownReason> = new Set<KnownReason>([
  "forecast-column",
  "other-period",
  "other-year",
]);

/** The latest year of a row's figures; a plan's last year may be a target. */
function lastFilled(
  { grid, table, catalogue }: SheetContext,
  row: number,
  own: readonly number[],
): number | null {
  const end = smallest(catalogue.plans.map(({ period }) => period.end));
  const filled = table.columns.flatMap(({ column, heading: { role, year } }) =>
    role === "yearValue" && year !== null && own.includes(year) && figureAt(grid, row, column) !== null
      ? [year]
      : [],
  );
  const years = filled.filter((year) => year < end);
  return filled.length === 0 ? null : largest(years.length > 0 ? years : filled);
}
