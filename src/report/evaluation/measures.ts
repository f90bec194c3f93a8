import type { MeasureProgress } from "../../data/dataset.js";
import type { Chapter, Measure } from "../../plan/plan.js";
import { MEASURE_STATUSES, type MeasureStatus } from "../../terms/measure-status.js";
import { lastProgress } from "../../score/last-progress.js";
import { anchor, paragraph, tableBlock } from "../blocks.js";
import { closed } from "../chapters/recommendations.js";
import type { TableCell } from "../model.js";
import { labelOf, passage, type Passage } from "../numbering/passage.js";
import { chapter, type Part, type UnnumberedAnnex, type UnnumberedTable } from "../numbering/unnumbered.js";
import { countCell, orNone, textCell } from "../tables/cells.js";
import { groupedTableOf, tableOf, type Column } from "../tables/table.js";
import { NOT_APPLICABLE } from "../words/number.js";
import { chineseNumber, quoted } from "../words/wording.js";
import type { Scorecard } from "../../score/scorecard.js";
import { measuresHeading } from "../../narrative/part-names.js";
import type { EvaluationMatter } from "./context.js";

const FARTHEST_FIRST: readonly MeasureStatus[] = MEASURE_STATUSES.toReversed();

/** A measure of the plan, and the latest that was told of it up to the report's year; null where nothing was. */
interface MeasureState {
  measure: Measure;
  told: MeasureProgress | null;
}

interface ChapterState {
  chapter: Chapter;
  measures: readonly MeasureState[];
}

/**
 * 《规划》措施落实情况: how many measures stand where, chapter by chapter; what is not reported is named. Where nothing is, people
 * may still write it, and the report's data are said to lack it.
 */
export function measuresPart(matter: EvaluationMatter): Part {
  const states = statesOf(matter);
  const { year, plan } = matter.scorecard;
  const told = isReported(states)
    ? [...countsText(states, matter).map((text) => paragraph(text)), tableBlock(countsTable(states, year))]
    : [anchor("measures")];
  return chapter("measures", measuresHeading(plan), told);
}

/** 《规划》44项措施的落实情况各责任单位均未报送，本次未作评估。 "" where some are, or the plan has none. */
export function silentMeasuresText(matter: EvaluationMatter): string {
  const states = statesOf(matter);
  const { plan, year } = matter.scorecard;
  const count = states.reduce((sum, { measures }) => sum + measures.length, 0);
  return count === 0 || isReported(states)
    ? ""
    : `${plan.terms.named}${count}项措施截至${year}年底的落实情况，各责任单位均未报送，本次未作评估。`;
}

/** The measures that have been reported and are not 已落实, each with the status that was told of it last. */
export function openMeasures(matter: EvaluationMatter): { title: string; status: MeasureStatus }[] {
  return statesOf(matter)
    .flatMap(({ measures }) => measures)
    .flatMap(({ measure, told }) =>
      told === null || told.status === "已落实"
        ? []
        : [{ title: closed(measure.title), status: told.status }],
    );
}

/** How many measures the report tells of: all of the plan's once one of them has been reported, and else none. */
export function measuresTold(matter: EvaluationMatter): number {
  const states = statesOf(matter);
  return isReported(states) ? states.reduce((sum, { measures }) => sum + measures.length, 0) : 0;
}

/** 《规划》44项措施中，已落实12项，推进中31项，未启动1项。 "" where nobody has reported any. */
export function measuresSummary(matter: EvaluationMatter): string {
  const states = statesOf(matter);
  if (!isReported(states)) return "";
  const all = states.flatMap(({ measures }) => measures);
  const among = new Set(all.map(({ told }) => told?.status)).size === 1 ? "" : "中，";
  return `${matter.scorecard.plan.terms.named}${all.length}项措施${among}${countsClause(all)}。`;
}

/** How many stand where: 已落实12项，推进中31项，未启动1项; 均在推进 where all stand alike. */
function countsClause(all: readonly MeasureState[]): string {
  const counts = [
    ...FARTHEST_FIRST.map((status) => ({ words: status, alike: ALIKE[status], held: inStatus(all, status) })),
    { words: "未报送落实情况", alike: "均未报送落实情况", held: inStatus(all, null) },
  ].filter(({ held }) => held.length > 0);
  const [only, ...others] = counts;
  return only !== undefined && others.length === 0
    ? only.alike
    : counts.map(({ words, held }) => `${words}${held.length}项`).join("，");
}

const ALIKE: Readonly<Record<MeasureStatus, string>> = {
  已落实: "均已落实",
  推进中: "均在推进",
  未启动: "均未启动",
};

/** Every measure with what its reporters say; null where nobody has reported anything. */
export function measuresAnnex(matter: EvaluationMatter): UnnumberedAnnex | null {
  const states = statesOf(matter);
  const { year, plan } = matter.scorecard;
  if (!isReported(states)) return null;
  const all = states.flatMap(({ measures }) => measures);
  const isShared = ({ told }: MeasureState): boolean => (told?.reports.length ?? 0) > 1;
  const groups = states.map(({ chapter: own, measures }) => ({ heading: titleOf(own), rows: measures }));
  const table = groupedTableOf(
    {
      id: "measure-progress",
      title: `截至${year}年底各项措施落实情况`,
      notes: [
        ...(inStatus(all, null).length === 0 ? [] : ["“未报”表示没有单位报送这项措施的落实情况。"]),
        ...(all.some(isShared)
          ? ["几个单位共同落实的措施，落实状态取其中进展最慢的，落实情况逐个单位列示。"]
          : []),
      ],
      source: "各责任单位报送的措施落实情况。",
    },
    columnsOf(year),
    groups,
  );
  return {
    id: "measures",
    title: `${measuresHeading(plan)}明细`,
    blocks: [tableBlock(table)],
  };
}

function statesOf(matter: EvaluationMatter): ChapterState[] {
  return matter.scorecard.plan.chapters.map((own) => ({
    chapter: own,
    measures: own.measures.map((measure) => ({ measure, told: lastProgress(measure.id, matter) })),
  }));
}

function isReported(states: readonly ChapterState[]): boolean {
  return states.some(({ measures }) => measures.some(({ told }) => told !== null));
}

/** Numbered as in the plan and where its measures are cited: （一）增加优质医疗卫生供给，…. */
function titleOf({ number, title }: Chapter): string {
  return `（${chineseNumber(number)}）${title}`;
}

/** 《规划》重点任务分8个方面，共44项措施 */
function scopeText(states: readonly ChapterState[], { plan }: Scorecard): string {
  const count = states.reduce((sum, { measures }) => sum + measures.length, 0);
  return `${plan.terms.named}重点任务分${states.length}个方面，共${count}项措施`;
}

function inStatus(states: readonly MeasureState[], status: MeasureStatus | null): MeasureState[] {
  return states.filter(({ told }) => (told?.status ?? null) === status);
}

/** The counts, then by name what has not begun and what nobody reported. */
function countsText(states: readonly ChapterState[], { scorecard }: EvaluationMatter): Passage[] {
  const all = states.flatMap(({ measures }) => measures);
  const silent = inStatus(all, null);
  const told = countsClause(all);
  const idle = inStatus(all, "未启动");
  return [
    passage`${scopeText(states, scorecard)}。截至${scorecard.year}年底，${told}，汇总情况见${labelOf("table:measure-counts")}，逐项情况见${labelOf("table:measure-progress")}。`,
    ...(idle.length === 0 ? [] : [passage`尚未启动的措施为${namesOf(idle)}。`]),
    ...(silent.length === 0 ? [] : [passage`未报送落实情况的措施为${namesOf(silent)}。`]),
  ];
}

/** Titles say what is to be done: in quotes they do not run into the sentence. The annex has them all. */
function namesOf(states: readonly MeasureState[]): Passage {
  const named = states
    .slice(0, MOST_NAMED)
    .map(({ measure }) => `“${closed(measure.title)}”`)
    .join("");
  return states.length > MOST_NAMED
    ? passage`${named}等${states.length}项，见${labelOf("table:measure-progress")}`
    : named;
}

const MOST_NAMED = 5;

function countsTable(states: readonly ChapterState[], year: number): UnnumberedTable {
  const all = states.flatMap(({ measures }) => measures);
  const rows = [
    ...states.map(({ chapter: own, measures }) => ({ name: titleOf(own), measures })),
    { name: "合计", measures: all },
  ];
  type Row = (typeof rows)[number];
  const count = (head: string, of: (own: Row["measures"]) => number): Column<Row> => ({
    head,
    width: 9,
    align: "right",
    cell: ({ measures }) => countCell(of(measures)),
  });
  return tableOf(
    {
      id: "measure-counts",
      title: `截至${year}年底措施落实情况`,
      unit: "单位：项",
      source: "各责任单位报送的措施落实情况。",
    },
    [
      { head: "重点任务", width: 60, align: "left", cell: ({ name }) => name },
      count("措施", (own) => own.length),
      ...[...FARTHEST_FIRST, null]
        .filter((status) => inStatus(all, status).length > 0)
        .map((status) => count(status ?? NOT_REPORTED, (own) => inStatus(own, status).length)),
    ],
    rows,
  );
}

function columnsOf(year: number): Column<MeasureState>[] {
  return [
    { head: "序号", width: 5, align: "centre", cell: ({ measure }) => String(measure.number) },
    { head: "措施", width: 28, align: "left", cell: ({ measure }) => measure.title },
    { head: "落实状态", width: 10, align: "centre", cell: ({ told }) => stateCell(told, year) },
    { head: "落实情况", width: 45, align: "left", cell: ({ told }) => progressText(told) },
    { head: "填报单位", width: 14, align: "left", cell: ({ told }) => reportersText(told) },
  ];
}

/** A status of an earlier year says so: nobody has reported since. */
function stateCell(told: MeasureProgress | null, year: number): TableCell {
  if (told === null) return textCell(NOT_REPORTED, "noData");
  return textCell(told.year === year ? told.status : `${told.status}（${told.year}年报）`);
}

const NOT_REPORTED = "未报";

/** What its reporters say; each is named where there are several. */
function progressText(told: MeasureProgress | null): string {
  const [first, ...others] = told?.reports ?? [];
  if (others.length === 0) return orNone(quoted(first?.progress ?? ""));
  const texts = (told?.reports ?? []).map(
    ({ reporter, status, progress }) => `${reporter}（${status}）：${orNone(quoted(progress))}`,
  );
  return `${texts.join("；")}。`;
}

function reportersText(told: MeasureProgress | null): string {
  if (told === null) return NOT_APPLICABLE;
  return orNone(
    told.reports
      .map(({ reporter }) => reporter)
      .filter((name) => name !== "")
      .join("、"),
  );
}
