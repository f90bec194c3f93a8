import { traitsOf } from "../../plan/target-kinds.js";
import { decimal, type Decimal } from "../../terms/decimal.js";
import { unitOf } from "../../terms/unit.js";
import type { Dataset } from "../../data/dataset.js";
import type { AuxiliarySeries, Indicator } from "../../plan/plan.js";
import type { Scorecard, ScoredIndicator, ScoredRow } from "../../score/scorecard.js";
import { tableBlock } from "../blocks.js";
import { breakdownTables } from "./breakdown.js";
import {
  referenceColumns,
  referenceNotes,
  referenceSource,
  type ReferenceColumn,
} from "./reference-columns.js";
import { NATURE_NAMES } from "../words/labels.js";
import type { TableCell } from "../model.js";
import { labelOf, passage, type Passage } from "../numbering/passage.js";
import type { UnnumberedAnnex, UnnumberedTable } from "../numbering/unnumbered.js";
import {
  baselineCell,
  citedCell,
  differenceCell,
  figureCell,
  statusCell,
  textCell,
  yearCell,
} from "../tables/cells.js";
import { namingColumns, unitColumn } from "../tables/columns.js";
import { groupedTableOf, type Column } from "../tables/table.js";
import { figure, NOT_APPLICABLE, WITHHELD, districtScale, type Scale } from "../words/number.js";
import { isNearTheLine } from "../words/near-the-line.js";
import { factsOf, isJudged, rowsAndParts, yearsOf, type Matter } from "../row-facts.js";
import { isLastYear } from "../../plan/period.js";

/** 数据报表: every row, part and comparison series with all its years; then the breakdowns. */
export function dataTablesAnnex(matter: Matter): UnnumberedAnnex {
  const tables = [indicatorTable(matter), ...breakdownTables(matter)];
  return { id: "data", title: "数据报表", landscape: true, blocks: tables.map(tableBlock) };
}

function indicatorTable(matter: Matter): UnnumberedTable {
  const { plan, year, rows } = matter.scorecard;
  const others = referenceColumns(matter);
  return groupedTableOf(
    {
      id: "indicators",
      title: `${plan.shortTitle}主要指标${year}年监测数据`,
      notes: notesOf(matter, others),
      source: `各责任单位报送数据。${referenceSource(others)}`,
    },
    columnsOf(matter.scorecard, others),
    plan.domains.map(({ id, name }) => ({
      heading: name,
      rows: rows.filter(({ row }) => row.domain === id).flatMap((row) => linesOf(row, matter)),
    })),
  );
}

const ROOMY = { place: 4, id: 6, name: 23, unit: 6, nature: 6, target: 10, figure: 7, status: 12 };
/** With figures of other places beside them: each as wide as 预期性 and ＋16.04 take. */
const BESIDE = { place: 4, id: 5.6, name: 19, unit: 6.5, nature: 6.5, target: 9.2, figure: 6.5, status: 13 };
/** With ten years the figures need most of the page: six digits in nine points each. */
const TIGHT = { place: 2.4, id: 5.2, name: 10.4, unit: 5.2, nature: 5.2, target: 6, figure: 4.9, status: 9 };
const MANY_YEARS = 8;

/** What one line shows: a row, a part of it, or figures beside it that nobody judges. */
interface DataLine {
  /** The row's number in the plan; — for what stands below a row. */
  place: string;
  indicator: Pick<Indicator, "id" | "name" | "unit">;
  nature: string;
  target: string;
  baseline: TableCell;
  figureIn: (year: number) => TableCell;
  /** Since last year. */
  change: TableCell;
  /** The latest figure of another place. */
  other: (column: ReferenceColumn) => TableCell;
  status: TableCell;
}

function columnsOf(scorecard: Scorecard, others: readonly ReferenceColumn[]): Column<DataLine>[] {
  const years = yearsOf(scorecard);
  const width = years.length >= MANY_YEARS ? TIGHT : others.length > 0 ? BESIDE : ROOMY;
  const indicatorOf = ({ indicator }: DataLine) => indicator;
  const figureColumn = (head: string, cell: (line: DataLine) => TableCell): Column<DataLine> => ({
    head,
    width: width.figure,
    align: "right",
    cell,
  });
  return [
    { head: "序号", width: width.place, align: "centre", cell: ({ place }) => place },
    ...namingColumns(width, indicatorOf),
    unitColumn(width.unit, indicatorOf),
    { head: "属性", width: width.nature, align: "centre", cell: ({ nature }) => nature },
    {
      head: `${scorecard.plan.period.end}年目标`,
      width: width.target,
      align: "centre",
      cell: ({ target }) => target,
    },
    figureColumn("基期", ({ baseline }) => baseline),
    ...years.map((year) => figureColumn(`${year}年`, ({ figureIn }) => figureIn(year))),
    figureColumn("比上年", ({ change }) => change),
    ...others.map((each) => figureColumn(`${each.place}${each.year}年`, ({ other }) => other(each))),
    { head: "状态", width: width.status, align: "centre", cell: ({ status }) => status },
  ];
}

const NONE = textCell(NOT_APPLICABLE);

/** A row, its parts below it, and the series it is compared with. */
function linesOf(row: ScoredRow, matter: Matter): DataLine[] {
  const { plan } = matter.scorecard;
  const nature = NATURE_NAMES[row.row.nature];
  const own = judgedLine(row, matter.scorecard, nature);
  return [
    { ...own, place: String(row.row.number), ...(row.parts.length > 0 ? NO_FIGURES : {}) },
    ...districtLine(row, matter.scorecard, nature),
    ...row.parts.map((part) => judgedLine(part, matter.scorecard, nature)),
    ...plan.series.filter((series) => series.row === row.id).map((series) => comparisonLine(series, matter)),
  ];
}

/** A compound row has none of its own. */
const NO_FIGURES: Pick<DataLine, "baseline" | "figureIn" | "change"> = {
  baseline: NONE,
  figureIn: () => NONE,
  change: NONE,
};

function judgedLine(scored: ScoredIndicator, { plan, year }: Scorecard, nature: string): DataLine {
  const { scale } = factsOf(scored, plan);
  return {
    place: NOT_APPLICABLE,
    indicator: scored.indicator,
    nature,
    target: scored.indicator.target.text,
    baseline: citedBaseline(scored, plan.period.baseline, scale),
    figureIn: (wanted) => citedCell(yearCell(scale, scored, wanted), scored.id, wanted),
    change: sinceLastYear(scored, scale),
    other: ({ figures }) => {
      const theirs = figures.get(scored.id);
      return theirs === undefined ? NONE : figureCell(scale, theirs.value);
    },
    status: statusCell(scored.status, isLastYear({ plan, year })),
  };
}

function citedBaseline({ id, baseline, withheld }: ScoredIndicator, usual: number, scale: Scale): TableCell {
  if (baseline === null && withheld.includes(usual)) return textCell(WITHHELD);
  const cell = baselineCell(scale, baseline);
  return baseline === null ? cell : citedCell(cell, id, baseline.year);
}

function figuresIn(
  series: readonly { year: number; value: Decimal }[],
  scale: Scale,
): (year: number) => TableCell {
  const byYear = new Map(series.map(({ year, value }) => [year, value]));
  return (year) => figureCell(scale, byYear.get(year));
}

/** Difference of the shown values of this year and the year before; — where either is missing. */
function sinceLastYear({ value, previous, year }: ScoredIndicator, scale: Scale): TableCell {
  if (value === null || previous?.year !== year - 1) return NONE;
  return differenceCell(scale, previous.value, value);
}

/** The district's own figures of a row that is judged site by site: shown, not judged. */
function districtLine(
  { groups, indicator, ...scored }: ScoredRow,
  scorecard: Scorecard,
  nature: string,
): DataLine[] {
  if (groups === null || groups.district.length === 0) return [];
  const scale = districtScale({ ...scored, groups, indicator }, scorecard.plan);
  const name = `${indicator.name}（全区数据，不作判定）`;
  return [
    {
      place: NOT_APPLICABLE,
      indicator: { ...indicator, id: NOT_APPLICABLE, name },
      nature,
      target: NOT_APPLICABLE,
      baseline: NONE,
      figureIn: figuresIn(groups.district, scale),
      change: NONE,
      other: () => NONE,
      status: NONE,
    },
  ];
}

function comparisonLine(series: AuxiliarySeries, { scorecard, dataset }: Matter): DataLine {
  const { period, method } = scorecard.plan;
  const figures = dataset.series[series.id] ?? [];
  const scale: Scale = {
    unit: series.unit,
    decimals: series.decimals,
    rounding: method.rounding,
    ratio: false,
  };
  return {
    place: NOT_APPLICABLE,
    indicator: series,
    nature: "对照数据",
    target: NOT_APPLICABLE,
    baseline: baselineCell(scale, figures.findLast(({ year }) => year === period.baseline) ?? null),
    figureIn: figuresIn(figures, scale),
    change: NONE,
    other: () => NONE,
    status: NONE,
  };
}

function notesOf({ scorecard, dataset }: Matter, others: readonly ReferenceColumn[]): Passage[] {
  const { plan } = scorecard;
  const scored = rowsAndParts(scorecard);
  return [
    "“缺”表示没有数据，“—”表示不适用；“比上年”为两年显示值之差，单位与本行相同。",
    `基期除注明外为${plan.period.baseline}年。`,
    scored.some(({ withheld }) => withheld.length > 0)
      ? `“${WITHHELD}”为不足${plan.method.publicMinimum}人（例）或可据以推算的数，不公布。`
      : "",
    siteNote(scored),
    ...shared(scored, (each) => [baselineNote(each, plan.period.baseline)]).map(sharedNote),
    ...shared(scored, (each) => figureNotes(each, scorecard)).map(sharedNote),
    ...shared(scored, (each) => [revisedYears(each, dataset)]).map(
      ({ ids, note }) => passage`${ids}：${note}数据已修订，修订前数据见${labelOf("annex:gaps")}。`,
    ),
    ...shared(scored, ({ indicator }) => indicator.notes).map(sharedNote),
    ...shared(scored, ({ id }) => referenceNotes(others, id)).map(sharedNote),
  ].filter((note) => note !== "");
}

function revisedYears({ id, year: now }: ScoredIndicator, { revisions }: Dataset): string {
  return revisions
    .filter(({ indicator, year }) => indicator === id && year <= now)
    .map(({ year }) => `${year}年`)
    .join("、");
}

function baselineNote({ baseline }: ScoredIndicator, usual: number): string {
  if (baseline === null) return "";
  const year = baseline.year === usual ? "" : `基期取${baseline.year}年数据`;
  const doubt = baseline.doubtful === null ? "" : `基期数据存疑（${baseline.doubtful.replace(/。$/u, "")}）`;
  return [year, doubt].filter((text) => text !== "").join("，");
}

/** What a reviewer weighs a figure of the year by, and the text leaves out. */
function figureNotes(scored: ScoredIndicator, { plan }: Scorecard): string[] {
  const facts = factsOf(scored, plan);
  if (!isJudged(facts)) return [];
  return [
    facts.scored.flags.includes("singlePoint") ? `仅有${scored.year}年数据` : "",
    isNearTheLine(facts) ? "与目标界限相差不超过一个最小显示单位" : "",
    districtOnly(scored),
    oneEvent(scored, facts.scale),
  ];
}

function districtOnly({ groups, indicator }: ScoredIndicator): string {
  const { sites } = traitsOf(indicator.target);
  return sites === null || groups !== null ? "" : `未报送分${sites.grouping}数据，按全区数据判定`;
}

/** How far one event moves a rate of few of them: worked out from what it is counted against. */
function oneEvent({ flags, rate, indicator, year }: ScoredIndicator, scale: Scale): string {
  const { per } = unitOf(indicator.unit);
  if (!flags.includes("smallNumbers") || rate === null || per === null) return "";
  const step = decimal(per).div(rate.denominator.value);
  return `按${year}年分母${rate.denominator.value.toFixed()}计算，1例使本指标变动${figure(scale, step)}`;
}

interface SharedNote {
  /** W04、W05a */
  ids: string;
  note: string;
}

/** Notes with the ids they are about: one that several rows share is printed once. */
function shared(
  scored: readonly ScoredIndicator[],
  notesOn: (each: ScoredIndicator) => readonly string[],
): SharedNote[] {
  const ids = new Map<string, string[]>();
  for (const each of scored) {
    const notes = notesOn(each).filter((note) => note !== "");
    for (const note of notes) ids.set(note, [...(ids.get(note) ?? []), each.id]);
  }
  return [...ids].map(([note, holders]) => ({ ids: holders.join("、"), note }));
}

function sharedNote({ ids, note }: SharedNote): string {
  return `${ids}：${note.replace(/。$/u, "")}。`;
}

/** Rows of which every year is the worst of many sites, not a district figure. */
function siteNote(scored: readonly ScoredIndicator[]): string {
  const ids = scored.filter(({ groups }) => groups !== null).map(({ id }) => id);
  return ids.length === 0 ? "" : `${ids.join("、")}各年为各单位中离目标最远的数，分单位数据见后表。`;
}
