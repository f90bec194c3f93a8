import { issue, type Issue, type Place } from "../../../issues/issue.js";
import { traitsOf } from "../../../plan/target-kinds.js";
import type { Entry } from "../../catalogue.js";
import { readCell, type Measure } from "../cell.js";
import type { Gap } from "../../dataset.js";
import { isNoRate, isOtherScale, pointsOf, UNIT_SPELT, unitOf, type Unit } from "../../../terms/unit.js";
import { read, refused as refusedFate, unreadCell } from "../../coverage/fate.js";
import { isFigure } from "../../coverage/figures.js";
import { groupBy } from "../../../terms/group-by.js";
import type { Role } from "../head/words.js";
import { isDashed, isSameUnit, tightText, unitInName, unitKey } from "../normalise.js";
import { quoted } from "../quoted.js";
import { isOfOthers, rateStated } from "../rate-base.js";
import { sourceAt } from "../../settle/place.js";
import type { Cell } from "../../../workbook/sheet.js";
import { isRatioUnit } from "../ratio.js";
import { NOTHING, joined, onlyIssues, type Reading, type SheetContext } from "../reading.js";
import { reporterNamed } from "../signature.js";
import { columnOf, proseIn, textIn } from "../table/table.js";
import { figuresAstray, isFigureOf } from "./astray.js";
import { MISSING_REASONS } from "../../form-words.js";
import { fractionAlone, readFraction, type CountColumns } from "./fraction.js";

/** Where one year's figure of a row stands. */
export interface YearColumn extends CountColumns {
  column: number;
  /** Whether the row's 缺报原因 speaks of this year. */
  ownReason: boolean;
  /** A form's 上年数. */
  echo: boolean;
}

/** The measure of an indicator, as the cell readers need it. */
export function measureOf({ indicator, judged }: Entry): Measure {
  return { unit: indicator.unit, range: indicator.range, ratio: ratioOf(judged) };
}

function ratioOf(judged: Entry["judged"]): Measure["ratio"] {
  const { ratio, pairedCounts } = judged === null ? NO_RATIO : traitsOf(judged.target);
  return ratio ? "femalePerMale" : pairedCounts && "malePerHundred";
}

const NO_RATIO = { ratio: false, pairedCounts: false };

/** Reads the figures of the indicator `entry` in one row, one per year column. */
export function readIndicatorRow(
  context: SheetContext,
  row: number,
  entry: Entry,
  years: readonly YearColumn[],
): Reading {
  const readings = years.map((year) => readYear(context, row, entry, year));
  const shifted = unitAmongFigures(context, row, years);
  if (shifted !== null) return joined([onlyIssues([shifted]), ...readings.map(asGaps)]);
  const unit = unitIssue(context, row, entry);
  if (unit === null) return joined(readings);
  return joined([
    onlyIssues([unit]),
    ...readings.map((each) => (unit.severity === "error" ? withoutLimits(refused(each)) : each)),
  ]);
}

/** % under 2024年: what stands right of a name that was cut in two is in the next column, each figure under another year. */
function unitAmongFigures(context: SheetContext, row: number, years: readonly YearColumn[]): Issue | null {
  const found = years.flatMap(({ column }) => {
    const cell = context.grid.cell(row, column);
    const isUnit = cell?.content.type === "text" && UNIT_ALONE.test(tightText(cell.display));
    return isUnit ? [{ column, shown: cell.display }] : [];
  });
  const [first, other] = found;
  const isFigureBeside = years.some(({ column }) => {
    const cell = context.grid.cell(row, column);
    return cell !== null && column > (first?.column ?? column) && isFigure(cell);
  });
  if (first === undefined || other !== undefined || !isFigureBeside) return null;
  const args = { row, shown: quoted(first.shown), isCsv: /\.csv$/iu.test(context.file) };
  return issue("data/unit-among-figures", sourceAt(context, row, first.column), args);
}

const UNIT_ALONE = new RegExp(`^${UNIT_SPELT}$`, "u");

/** 94880人 under % is no share that is too great. */
function withoutLimits(reading: Reading): Reading {
  return { ...reading, issues: reading.issues.filter(({ code }) => code !== "data/out-of-range") };
}

/** What was read as gaps, and nothing told of its cells. */
function asGaps(reading: Reading): Reading {
  const fates = reading.fates.map((fate) => (fate.as === "read" ? refusedFate(fate.source, "row") : fate));
  return { ...refused(reading), issues: [], fates };
}

/** The figures of a reading as gaps: they stand in a unit that is not the plan's. */
function refused({ observations, gaps, issues, fates }: Reading): Reading {
  const cells = observations.map(({ indicator, year, source, display, remark }): Gap => {
    return { indicator, year, source, display, reason: "refused", statedReason: "", remark };
  });
  const notRead = fates.map((fate) => (fate.as === "read" ? refusedFate(fate.source, "unit") : fate));
  return { ...NOTHING, gaps: [...gaps, ...cells], issues, fates: notRead };
}

/** 缺报原因, or one of its words that stands where the figure would. */
function reasonIn({ grid, table }: SheetContext, row: number, display: string): string {
  const word = MISSING_REASONS.find((each) => each === tightText(display)) ?? "";
  return proseIn(grid, table, row, "missingReason") || word;
}

function readYear(context: SheetContext, row: number, entry: Entry, at: YearColumn): Reading {
  const source = sourceAt(context, row, at.column);
  const cell = context.grid.cell(row, at.column);
  const reading = readCell(cell, measureOf(entry), source);
  const common = { indicator: entry.indicator.id, year: at.year, source };
  const remark = proseIn(context.grid, context.table, row, "remark");
  const display = cell?.display ?? "";
  const statedReason = at.ownReason ? reasonIn(context, row, display) : "";
  const fraction = readFraction(context, row, entry, at);
  if (reading.type !== "figure") {
    const reason: Gap["reason"] = reading.type === "refused" ? "refused" : reading.reason;
    const alone = fractionAlone(entry, at.year, fraction, source);
    const astray = reason === "blank" && at.ownReason ? figuresAstray(context, row, entry) : NOTHING;
    const over = cell === null ? context.grid.shown(row, at.column) : null;
    // A figure among the words is no reason why there is none.
    const words = astray === NOTHING ? { statedReason, remark } : { statedReason: "", remark: "" };
    const gap = { display, reason, statedReason: words.statedReason, remark: words.remark, ...common };
    // Why the cell was refused is told: that its fraction has no value is the same matter.
    const issues = reading.type === "refused" ? fraction.issues : alone.issues;
    const found = over === null ? reading.issue : mergedValue(over, source);
    return joined([withoutFigure(cell, gap, found), { ...NOTHING, ...alone, issues }, astray]);
  }
  const observation = {
    value: reading.value,
    display,
    numerator: fraction.numerator,
    denominator: fraction.denominator,
    remark,
    dataSource: proseIn(context.grid, context.table, row, "dataSource"),
    reporter: proseIn(context.grid, context.table, row, "reporter") || reporterNamed(context.table.title),
    ...common,
  };
  return {
    ...NOTHING,
    observations: [observation],
    notes: [...reading.notes.map((note) => ({ ...common, ...note })), ...fraction.notes],
    issues: [
      ...fraction.issues,
      ...(statedReason === ""
        ? []
        : [issue("data/reason-beside-figure", source, { shown: display, reason: statedReason })]),
    ],
    fates: [read(source, at.echo), ...fraction.fates],
  };
}

/** A cell that holds no figure, and what was found on it. */
function withoutFigure(cell: Cell | null, gap: Gap, found: Issue | null): Reading {
  return {
    ...NOTHING,
    gaps: [gap],
    issues: found === null ? [] : [found],
    fates: cell === null ? [] : unreadCell(cell, gap.source, found !== null),
  };
}

/** A figure over several cells, once for all of them; a dash over them says of each that there is none. */
function mergedValue(over: Cell, source: Place): Issue | null {
  const { address: cell, display } = over;
  return isFigure(over)
    ? issue("data/merged-value", { ...source, cell }, { shown: quoted(display), cell })
    : null;
}

/** A figure in the column of units is one that went astray. */
function holdsFigure({ grid, table }: SheetContext, row: number, { unit }: Entry["indicator"]): boolean {
  const column = columnOf(table, "unit");
  const cell = column === null ? null : grid.cell(row, column);
  return cell !== null && isFigureOf(cell, unit);
}

/** The sheet's unit, in its column or in the name, against the plan's: 万人 for 人 is a factor of ten thousand. */
function unitIssue(context: SheetContext, row: number, entry: Entry): Issue | null {
  const stated = statedUnit(context, row, entry);
  return stated === null ? null : unitFinding(context, [row], entry, stated);
}

/** What of the units of a table's rows is to be told, and the rows that are not read for theirs. */
export interface RowUnits {
  issues: readonly Issue[];
  refused: ReadonlySet<number>;
}

/** The same for tables that have many rows of one indicator: one finding for each unit of each. */
export function rowUnits(context: SheetContext, rows: readonly { row: number; entry: Entry }[]): RowUnits {
  const known = new Map<string, StatedUnit | null>();
  const others = rows.flatMap((each) => {
    const { row, entry } = each;
    // Many rows say the same.
    const key = [
      entry.indicator.id,
      ...(["unit", "name"] as const).map((role) => textIn(context.grid, context.table, row, role)),
    ].join("\n");
    const stated = known.has(key) ? (known.get(key) ?? null) : statedUnit(context, row, entry);
    known.set(key, stated);
    return stated === null ? [] : [{ ...each, stated }];
  });
  const alike = groupBy(others, ({ entry, stated }) => `${entry.indicator.id} ${stated.shown}`);
  const told = [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const own = same.map(({ row }) => row);
    return { own, found: unitFinding(context, own, first.entry, first.stated) };
  });
  const refused = told.flatMap(({ own, found }) => (found.severity === "error" ? own : []));
  return { issues: told.map(({ found }) => found), refused: new Set(refused) };
}

/** A unit that is not the plan's, and the column that states it. */
interface StatedUnit {
  shown: string;
  role: "unit" | "name";
}

const PER_THOUSAND = /\/每?千[名人个]?(?:儿童|人口|人)?$/u;

function statedUnit(context: SheetContext, row: number, entry: Entry): StatedUnit | null {
  const { indicator } = entry;
  const text = (role: Role) => textIn(context.grid, context.table, row, role);
  const named = unitInName(text("name"));
  // As the plan writes it, as most do.
  if (text("unit") === indicator.unit)
    return isOfOtherScale(named, entry) ? { shown: named, role: "name" } : null;
  if (holdsFigure(context, row, indicator)) return null;
  const stated = isDashed(text("unit")) ? "" : text("unit");
  const said = stated === "" ? named : stated;
  // 张/千人 of 每千名儿童拥有医疗床位数: its name says of how many.
  const shown = indicator.name.startsWith("每千") ? said.replace(PER_THOUSAND, "") : said;
  const isRate = isSameUnit(shown, indicator.unit) || rateStated(shown)?.name === indicator.unit;
  const isSame = isRate && !isOfOthers(shown, indicator);
  const isOwn = isSame || isRatioUnit(shown, ratioOf(entry.judged));
  return shown === "" || isOwn ? null : { shown, role: stated === "" ? "name" : "unit" };
}

/** （万人） behind the name of a share whose unit column says %: one of the two is of another figure. */
function isOfOtherScale(named: string, { indicator, judged }: Entry): boolean {
  if (named === "" || indicator.name.includes(named) || isRatioUnit(named, ratioOf(judged))) return false;
  const [stated, planned] = [unitOf(named), unitOf(indicator.unit)];
  return isOtherScale(stated, planned) || isNoRate(stated, planned);
}

/** 个百分点 tells what changed. */
function isChange(shown: string): boolean {
  return pointsOf(tightText(shown).replace(/^个/u, "")) !== null;
}

/** 个/万人 where the plan counts 个, by its name of a thousand: a factor, and no other word for it. */
function isOfMore(shown: string, planned: Unit["kind"]): boolean {
  return planned !== "rate" && /\/(?:每)?1?(?:0{1,6}|[十百千万]{1,2})[人名户]?$/u.test(tightText(shown));
}

function unitFinding(
  context: SheetContext,
  rows: readonly number[],
  { indicator }: Entry,
  { shown, role }: StatedUnit,
): Issue {
  const column = columnOf(context.table, role) ?? 1;
  const planned = unitOf(indicator.unit);
  const rate = planned.kind === "rate" ? rateStated(shown) : null;
  const stated = rate ?? unitOf(unitKey(shown));
  const isOther =
    isOtherScale(stated, planned) ||
    isNoRate(stated, planned) ||
    isOfOthers(shown, indicator) ||
    isChange(shown) ||
    isOfMore(shown, planned.kind);
  const code = isOther ? "data/unit-scale" : "data/unit-differs";
  const args = { rows, name: indicator.name, shown: quoted(shown), unit: indicator.unit };
  return issue(code, sourceAt(context, rows[0] ?? 0, column), args);
}
