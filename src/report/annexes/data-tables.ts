import type { Decimal } from "../../terms/decimal.js";
import type { AuxiliarySeries, Indicator } from "../../plan/plan.js";
import type { Scorecard, ScoredIndicator, ScoredRow, YearValue } from "../../score/scorecard.js";
import { tableBlock } from "../blocks.js";
import { breakdownTables } from "./breakdown.js";
import { dataNotes } from "./data-notes.js";
import { OTHER_YEAR, referenceColumns, referenceSource, type ReferenceColumn } from "./reference-columns.js";
import { COMPARED, headingName, natureName } from "../words/labels.js";
import type { TableCell } from "../model.js";
import type { UnnumberedAnnex, UnnumberedTable } from "../numbering/unnumbered.js";
import {
  baselineCell,
  citedCell,
  figureCell,
  sinceLastYear,
  statusCell,
  textCell,
  yearCell,
} from "../tables/cells.js";
import { namingColumns, natureColumn, unitColumn } from "../tables/columns.js";
import { groupedTableOf, type Column } from "../tables/table.js";
import { NOT_APPLICABLE, WITHHELD, districtScale, seriesScale, type Scale } from "../words/number.js";
import { factsOf, yearsOf, type Matter } from "../row-facts.js";
import { isLastYear } from "../../plan/period.js";

/** 数据报表: every row, part and comparison series with all its years; then the breakdowns. */
export function dataTablesAnnex(matter: Matter): UnnumberedAnnex {
  const tables = [indicatorTable(matter), ...breakdownTables(matter)];
  return { id: "data", title: "数据报表", blocks: tables.map(tableBlock) };
}

function indicatorTable(matter: Matter): UnnumberedTable {
  const { plan, year, rows } = matter.scorecard;
  const others = referenceColumns(matter);
  return groupedTableOf(
    {
      id: "indicators",
      title: `${plan.shortTitle}主要指标${plan.period.baseline}—${year}年监测数据`,
      notes: dataNotes(matter, others),
      source: `各责任单位报送数据。${referenceSource(others)}`,
    },
    columnsOf(matter.scorecard, others),
    plan.domains.map(({ id, name }) => ({
      heading: name,
      rows: rows.filter(({ row }) => row.domain === id).flatMap((row) => linesOf(row, matter)),
    })),
  );
}

const ROOMY = { place: 4, id: 6, name: 23, unit: 6, nature: 6, target: 10, figure: 7, change: 7, status: 12 };
/** With figures of other places beside them: each as wide as 预期性 and ＋16.04 take. */
const BESIDE = {
  place: 3.6,
  id: 6.4,
  name: 19,
  unit: 6.3,
  nature: 6.2,
  target: 11.1,
  figure: 6.5,
  change: 6.9,
  status: 12.2,
};
/** With ten years the figures need most of the page: six digits of eight and a half points each, and a sign for a change. */
const TIGHT = {
  place: 2.8,
  id: 5,
  name: 11.9,
  unit: 4.8,
  nature: 4.9,
  target: 6.2,
  figure: 4.6,
  change: 5.5,
  status: 9,
};
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
  const figureColumn = (
    head: string,
    cell: (line: DataLine) => TableCell,
    wide = width.figure,
  ): Column<DataLine> => ({
    head,
    width: wide,
    align: "right",
    cell,
  });
  return [
    { head: "序号", width: width.place, align: "centre", cell: ({ place }) => place },
    ...namingColumns(width, indicatorOf),
    unitColumn(width.unit, indicatorOf),
    ...natureColumn<DataLine>(width.nature, scorecard.plan, ({ nature }) => nature),
    { head: "目标", width: width.target, align: "centre", cell: ({ target }) => target },
    figureColumn("基期", ({ baseline }) => baseline),
    ...years.map((year) => figureColumn(`${year}年`, ({ figureIn }) => figureIn(year))),
    figureColumn("比上年", ({ change }) => change, width.change),
    ...others.map((each) => figureColumn(`${each.place}${each.year}年`, ({ other }) => other(each))),
    { head: "状态", width: width.status, align: "centre", cell: ({ status }) => status },
  ];
}

const NONE = textCell(NOT_APPLICABLE);

/** A row, its parts below it, and the series it is compared with. */
function linesOf(row: ScoredRow, matter: Matter): DataLine[] {
  const { plan } = matter.scorecard;
  const nature = natureName(row.row.nature);
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
    other: (column) => referenceCell(column, scored.id, scale),
    status: statusCell(scored.status, isLastYear({ plan, year })),
  };
}

/** A figure of another year than its column's head says so. */
function referenceCell({ year, figures }: ReferenceColumn, id: string, scale: Scale): TableCell {
  const theirs = figures.get(id);
  if (theirs === undefined) return NONE;
  const cell = figureCell(scale, theirs.value);
  return theirs.year === year ? cell : { ...cell, text: `${cell.text}${OTHER_YEAR}` };
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

/** The district's own figures of a row that is judged site by site: shown, not judged. */
function districtLine(
  { groups, indicator, ...scored }: ScoredRow,
  scorecard: Scorecard,
  nature: string,
): DataLine[] {
  if (groups === null || groups.district.length === 0) return [];
  const scale = districtScale({ ...scored, groups, indicator }, scorecard.plan);
  // It may stand at the head of a page, without the row it belongs to.
  const called = headingName(indicator) ?? indicator.name;
  const name = `${called}（${scorecard.plan.terms.area}数据，不作判定）`;
  const figureIn = figuresIn(groups.district, scale);
  const { baseline } = scorecard.plan.period;
  return [
    {
      place: NOT_APPLICABLE,
      indicator: { ...indicator, id: NOT_APPLICABLE, name },
      nature,
      target: NOT_APPLICABLE,
      baseline: groups.district.some(({ year }) => year === baseline) ? figureIn(baseline) : NONE,
      figureIn,
      change: changeIn(groups.district, scorecard.year, scale),
      other: () => NONE,
      status: NONE,
    },
  ];
}

function comparisonLine(series: AuxiliarySeries, { scorecard, dataset }: Matter): DataLine {
  const { period } = scorecard.plan;
  const figures = dataset.series[series.id] ?? [];
  const scale = seriesScale(series, scorecard.plan);
  return {
    place: NOT_APPLICABLE,
    indicator: series,
    nature: COMPARED,
    target: NOT_APPLICABLE,
    baseline: baselineCell(scale, figures.findLast(({ year }) => year === period.baseline) ?? null),
    figureIn: figuresIn(figures, scale),
    change: changeIn(figures, scorecard.year, scale),
    other: () => NONE,
    status: NONE,
  };
}

/** The change of figures that are not judged since the year before. */
function changeIn(figures: readonly YearValue[], year: number, scale: Scale): TableCell {
  const of = (asked: number): YearValue | null => figures.findLast((each) => each.year === asked) ?? null;
  return sinceLastYear({ value: of(year)?.value ?? null, previous: of(year - 1), year }, scale);
}
