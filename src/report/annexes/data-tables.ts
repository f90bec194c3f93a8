import type { Dataset } from "../../data/dataset.js";
import type { AuxiliarySeries, Judged } from "../../plan/plan.js";
import type { Scorecard, ScoredIndicator, ScoredRow } from "../../score/scorecard.js";
import {
  bodyRow,
  differenceCell,
  figureCell,
  groupRow,
  tableBlock,
  tableOf,
  textCell,
  type ColumnPlan,
} from "../blocks.js";
import { breakdownTables } from "./breakdown.js";
import { NATURE_NAMES, statusName } from "../words/labels.js";
import type { Annex, Table, TableCell, TableRow } from "../model.js";
import { NOT_APPLICABLE, districtScale, type Scale } from "../words/number.js";
import { factsOf, yearsOf, type Matter } from "../row-facts.js";

/**
 * 附件1 数据报表: every row, part and comparison series with all its years; then the breakdowns. What was
 * revised stands in the annex of that number.
 */
export function dataTablesAnnex(matter: Matter, gapsAnnex = 2): Annex {
  const tables = [indicatorTable(matter, gapsAnnex), ...breakdownTables(matter)];
  return { label: "附件1", title: "数据报表", landscape: true, blocks: tables.map(tableBlock) };
}

function indicatorTable(matter: Matter, gapsAnnex: number): Table {
  const { scorecard } = matter;
  const { plan, year } = scorecard;
  const columns = columnsOf(scorecard);
  const rows = plan.domains.flatMap((domain) => [
    groupRow(domain.name, columns.length),
    ...scorecard.rows.filter(({ row }) => row.domain === domain.id).flatMap((row) => linesOf(row, matter)),
  ]);
  return tableOf(
    {
      number: "附表1-1",
      title: `${plan.shortTitle}主要指标${year}年监测数据`,
      notes: notesOf(matter, gapsAnnex),
      source: "各责任单位报送数据。",
    },
    columns,
    rows,
  );
}

const ROOMY = { place: 4, id: 6, name: 23, unit: 6, nature: 6, target: 10, figure: 7, status: 12 };
/** With ten years the figures need most of the page: six digits in nine points each. */
const TIGHT = { place: 2.4, id: 5.2, name: 10.4, unit: 5.2, nature: 5.2, target: 6, figure: 4.9, status: 9 };
const MANY_YEARS = 8;

function columnsOf(scorecard: Scorecard): ColumnPlan[] {
  const years = yearsOf(scorecard);
  const weight = years.length < MANY_YEARS ? ROOMY : TIGHT;
  const figures = ["基期", ...years.map((year) => `${year}年`), "比上年"];
  return [
    { head: "序号", weight: weight.place, align: "centre" },
    { head: "编号", weight: weight.id, align: "centre" },
    { head: "指标名称", weight: weight.name, align: "left" },
    { head: "单位", weight: weight.unit, align: "centre" },
    { head: "属性", weight: weight.nature, align: "centre" },
    { head: `${scorecard.plan.period.end}年目标`, weight: weight.target, align: "centre" },
    ...figures.map((head): ColumnPlan => ({ head, weight: weight.figure, align: "right" })),
    { head: "状态", weight: weight.status, align: "centre" },
  ];
}

/** A row, its parts below it, and the series it is compared with. */
function linesOf(row: ScoredRow, matter: Matter): TableRow[] {
  const { plan } = matter.scorecard;
  const nature = NATURE_NAMES[row.row.nature];
  return [
    line(row, matter.scorecard, String(row.row.number), nature, row.parts.length > 0),
    ...districtLine(row, matter.scorecard, nature),
    ...row.parts.map((part) => line(part, matter.scorecard, "", nature, false)),
    ...plan.series.filter((series) => series.row === row.id).map((series) => comparisonLine(series, matter)),
  ];
}

function line(
  scored: ScoredIndicator,
  scorecard: Scorecard,
  number: string,
  nature: string,
  compound: boolean,
): TableRow {
  const { plan, year } = scorecard;
  const { scale } = factsOf(scored, plan);
  const figures = compound
    ? [...yearsOf(scorecard), "基期", "比上年"].map(() => textCell(NOT_APPLICABLE))
    : figureCells(scored, scorecard, scale);
  return bodyRow([
    ...headCells(scored.indicator, number, nature, scored.indicator.target.text),
    ...figures,
    textCell(statusName(scored.status, year === plan.period.end), scored.status),
  ]);
}

function headCells(
  indicator: Pick<Judged, "id" | "name" | "unit">,
  number: string,
  nature: string,
  target: string,
): TableCell[] {
  const unit = indicator.unit === "" ? NOT_APPLICABLE : indicator.unit;
  return [number === "" ? NOT_APPLICABLE : number, indicator.id, indicator.name, unit, nature, target].map(
    (text) => textCell(text),
  );
}

function figureCells(scored: ScoredIndicator, scorecard: Scorecard, scale: Scale): TableCell[] {
  const byYear = new Map(scored.series.map(({ year, value }) => [year, value]));
  return [
    scored.baseline === null ? textCell(NOT_APPLICABLE) : figureCell(scale, scored.baseline.value),
    ...yearsOf(scorecard).map((year) => figureCell(scale, byYear.get(year))),
    sinceLastYear(scored, scale),
  ];
}

/** Difference of the shown values of this year and the year before; — where either is missing. */
function sinceLastYear({ value, previous, year }: ScoredIndicator, scale: Scale): TableCell {
  if (value === null || previous?.year !== year - 1) return textCell(NOT_APPLICABLE);
  return differenceCell(scale, previous.value, value);
}

/** The district's own figures of a row that is judged unit by unit: shown, not judged. */
function districtLine(
  { groups, indicator, ...scored }: ScoredRow,
  scorecard: Scorecard,
  nature: string,
): TableRow[] {
  if (groups === null || groups.district.length === 0) return [];
  const scale = districtScale({ ...scored, groups, indicator }, scorecard.plan);
  const byYear = new Map(groups.district.map(({ year, value }) => [year, value]));
  const name = `${indicator.name}（全区数据，不作判定）`;
  return [
    bodyRow([
      ...headCells({ ...indicator, id: NOT_APPLICABLE, name }, "", nature, NOT_APPLICABLE),
      textCell(NOT_APPLICABLE),
      ...yearsOf(scorecard).map((year) => figureCell(scale, byYear.get(year))),
      textCell(NOT_APPLICABLE),
      textCell(NOT_APPLICABLE),
    ]),
  ];
}

function comparisonLine(series: AuxiliarySeries, { scorecard, dataset }: Matter): TableRow {
  const byYear = new Map((dataset.series[series.id] ?? []).map(({ year, value }) => [year, value]));
  const scale: Scale = {
    unit: series.unit,
    decimals: series.decimals,
    rounding: scorecard.plan.method.rounding,
    ratio: false,
  };
  const baseline = byYear.get(scorecard.plan.period.baseline);
  return bodyRow([
    ...headCells(series, "", "对照数据", NOT_APPLICABLE),
    baseline === undefined ? textCell(NOT_APPLICABLE) : figureCell(scale, baseline),
    ...yearsOf(scorecard).map((year) => figureCell(scale, byYear.get(year))),
    textCell(NOT_APPLICABLE),
    textCell(NOT_APPLICABLE),
  ]);
}

function notesOf({ scorecard, dataset }: Matter, gapsAnnex: number): string[] {
  const { plan, rows } = scorecard;
  const scored = rows.flatMap((row): ScoredIndicator[] => [row, ...row.parts]);
  return [
    "“缺”表示没有数据，“—”表示不适用；“比上年”为两年显示值之差，单位与本行相同。",
    `基期除注明外为${plan.period.baseline}年。`,
    unitNote(scored),
    ...shared(scored, (each) => [baselineNote(each, plan.period.baseline)]),
    ...shared(scored, (each) => [revisionNote(each, dataset, gapsAnnex)]),
    ...shared(scored, ({ indicator }) => indicator.notes),
  ].filter((note) => note !== "");
}

function revisionNote({ id, year: now }: ScoredIndicator, { revisions }: Dataset, gapsAnnex: number): string {
  const years = revisions
    .filter(({ indicator, year }) => indicator === id && year <= now)
    .map(({ year }) => `${year}年`);
  return years.length === 0 ? "" : `${years.join("、")}数据已修订，修订前数据见附件${gapsAnnex}`;
}

function baselineNote({ baseline }: ScoredIndicator, usual: number): string {
  if (baseline === null) return "";
  const year = baseline.year === usual ? "" : `基期取${baseline.year}年数据`;
  const doubt = baseline.doubtful === null ? "" : `基期数据存疑（${baseline.doubtful.replace(/。$/u, "")}）`;
  return [year, doubt].filter((text) => text !== "").join("，");
}

/** Notes under the ids they are about: one that several rows share is printed once. */
function shared(
  scored: readonly ScoredIndicator[],
  notesOn: (each: ScoredIndicator) => readonly string[],
): string[] {
  const ids = new Map<string, string[]>();
  for (const each of scored) {
    const notes = notesOn(each).filter((note) => note !== "");
    for (const note of notes) ids.set(note, [...(ids.get(note) ?? []), each.id]);
  }
  return [...ids].map(([note, holders]) => `${holders.join("、")}：${note.replace(/。$/u, "")}。`);
}

/** Rows of which every year is the worst of many units, not a district figure. */
function unitNote(scored: readonly ScoredIndicator[]): string {
  const ids = scored.filter(({ groups }) => groups !== null).map(({ id }) => id);
  return ids.length === 0 ? "" : `${ids.join("、")}各年为各单位中离目标最远的数，分单位数据见后表。`;
}
