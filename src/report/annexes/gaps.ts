import { ANNEX_NAMES } from "../../narrative/part-names.js";
import type { Dataset, Gap, Observation, Revision } from "../../data/dataset.js";
import type { ScoredIndicator, ScoredRow, YearValue } from "../../score/scorecard.js";
import { paragraph, tableBlock } from "../blocks.js";
import { missingReason, saidOf, type MissingReason } from "./missing-reason.js";
import { answerableFor } from "../answerable.js";
import { isUnsettled, type ReportContext } from "../context.js";
import { COMPARED, natureName, reportersHead } from "../words/labels.js";
import { orNone } from "../tables/cells.js";
import { namingColumns, natureColumn } from "../tables/columns.js";
import { tableOf, type Column } from "../tables/table.js";
import { citing } from "../charts/cited.js";
import { passage } from "../numbering/passage.js";
import type { UnnumberedAnnex, UnnumberedBlock } from "../numbering/unnumbered.js";
import { figure, seriesScale, type Scale } from "../words/number.js";
import { factsOf, rowsAndParts, type Matter } from "../row-facts.js";
import { nameList, quoted } from "../words/wording.js";
import { isPublished } from "../../data/published/revisions.js";
import { cellText } from "../../issues/place.js";
import { judgedOf } from "../../plan/lookup.js";
import type { AuxiliarySeries, Plan } from "../../plan/plan.js";
import { traitsOf } from "../../plan/target-kinds.js";

/** 缺项与修订清单 */
export function gapsAnnex(
  matter: Matter,
  { draft, edition }: Pick<ReportContext, "draft" | "edition">,
): UnnumberedAnnex {
  const unsettled = isUnsettled(matter, { draft });
  if (edition === "public") {
    const { year } = matter.scorecard;
    const none = `${year}年各指标数据齐全，没有缺项。`;
    const counted = missingLines(matter, unsettled).length === 0 ? none : missingCount(matter);
    return { id: "gaps", title: ANNEX_NAMES.gaps, blocks: [paragraph(counted)] };
  }
  return {
    id: "gaps",
    title: ANNEX_NAMES.gaps,
    blocks: [...missingBlocks(matter, unsettled), ...revisionBlocks(matter)],
  };
}

interface MissingLine {
  indicator: Pick<AuxiliarySeries, "id" | "name">;
  /** 约束性; 对照数据 of what a row is only compared with. */
  nature: string;
  /** 2024年29.17%; 尚无数据. */
  last: string;
  reporters: string;
  gap: Gap | undefined;
  reason: MissingReason;
}

/** Rows and parts without data for the year, and what rows are compared with that were not judged for want of it. `unsettled`: proposed 责任单位 may stand. */
function missingLines({ scorecard, dataset }: Matter, unsettled: boolean): MissingLine[] {
  const { plan, year } = scorecard;
  return scorecard.rows.flatMap((scored) => {
    const { names, proposed } = answerableFor([scored], plan, unsettled);
    const about = (id: string) => ({
      reporters: orNone([...names, ...proposed].join("、")),
      gap: gapOf(id, year, dataset),
    });
    const own = judgedOf<ScoredIndicator>(scored)
      .filter(({ status }) => status === "noData")
      .map((each) => ({
        indicator: each.indicator,
        nature: natureName(scored.row.nature),
        last: lastData(factsOf(each, plan).scale, each.previous),
        reason: missingReason(each, gapOf(each.id, year, dataset), plan.period.start),
        ...about(each.id),
      }));
    const others = comparedUnknown(scored, plan).map((series) => ({
      indicator: series,
      nature: COMPARED,
      last: lastData(seriesScale(series, plan), latestBefore(dataset.series[series.id] ?? [], year)),
      reason: scored.row.flatIsNormal ? ("periodic" as const) : ("unreported" as const),
      ...about(series.id),
    }));
    return [...own, ...others];
  });
}

/** The series that a row, or a part of it, could not be compared with. */
function comparedUnknown(row: ScoredRow, { series }: Plan): Plan["series"] {
  const ids = judgedOf<ScoredIndicator>(row)
    .filter(({ rule }) => rule === "noComparator")
    .map(({ indicator }) => traitsOf(indicator.target).comparator?.id);
  return series.filter(({ id }) => ids.includes(id));
}

function latestBefore(figures: readonly YearValue[], year: number): YearValue | null {
  return figures.reduce<YearValue | null>(
    (last, each) => (each.year < year && each.year > (last?.year ?? 0) ? each : last),
    null,
  );
}

function lastData(scale: Scale, latest: YearValue | null): string {
  return latest === null ? "尚无数据" : `${latest.year}年${figure(scale, latest.value)}`;
}

/** What the forms say in place of a figure. */
export function gapOf(id: string, year: number, { gaps }: Pick<Dataset, "gaps">): Gap | undefined {
  return gaps.find((gap) => gap.indicator === id && gap.year === year);
}

/** Without a column of 责任单位 where none is known. */
function missingColumns(reporters: string, plan: Plan): Column<MissingLine>[] {
  return [
    ...namingColumns<MissingLine>({ id: 7, name: 26 }, ({ indicator }) => indicator),
    ...natureColumn<MissingLine>(9, plan, ({ nature }) => nature),
    { head: "最近一次数据", width: 16, align: "left", cell: ({ last }) => last },
    { head: "缺报原因", width: 22, align: "left", cell: ({ gap }) => (gap ? gapText(gap) : "未报送") },
    ...(reporters === ""
      ? []
      : [
          { head: reporters, width: 20, align: "left" as const, cell: (line: MissingLine) => line.reporters },
        ]),
    {
      head: "建议",
      width: 18,
      align: "left",
      cell: adviceFor,
    },
  ];
}

/** By the reason its unit gives, or by how long it has been missing. */
function adviceFor({ reason, gap }: MissingLine): string {
  const said = saidOf(gap);
  const awaited = reason === "awaited" ? AWAITED.find(({ words }) => words.test(said)) : undefined;
  return awaited?.advice ?? ADVICE[reason];
}

const ADVICE: Readonly<Record<MissingReason, string>> = {
  inWork: "核定后补报",
  untaken: "开展专项统计调查",
  periodic: "结果公布后补报",
  awaited: "取得后补报",
  unreported: "核实并补报数据",
};

/** What a figure is waiting for, and when it can be reported then. */
const AWAITED: readonly { words: RegExp; advice: string }[] = [
  { words: /待[^，。；]{0,12}反馈|[尚还]?未反馈/u, advice: "反馈后补报" },
  { words: /报告[^，。；]{0,6}未(?:出|完成)/u, advice: "报告出具后补报" },
  { words: /结果[^，。；]{0,6}未(?:出|公布|发布)/u, advice: "结果公布后补报" },
];

function missingBlocks(matter: Matter, unsettled: boolean): UnnumberedBlock[] {
  const { plan, year, rows } = matter.scorecard;
  const lines = missingLines(matter, unsettled);
  // A column of dashes tells nobody whom to ask.
  const known = lines.filter(({ reporters }) => reporters !== orNone("")).length;
  const isKnown = known > 0 && 2 * known >= lines.length;
  const head = unsettled ? reportersHead(rows) : "责任单位";
  if (lines.length === 0) return [paragraph(`${year}年各指标数据齐全，没有缺项。`)];
  return [
    paragraph(passage`${citing(missingCount(matter), [], "table:missing")}${twiceMissing(lines)}`),
    tableBlock(
      tableOf(
        { id: "missing", title: `${year}年缺项清单` },
        missingColumns(isKnown ? head : "", plan),
        lines,
      ),
    ),
  ];
}

/** Names in a sentence; the table marks every one. */
const MOST_NAMES = 5;

/** The rows without data for two years: by name, or by number where the names would fill a page. What is proposed stands in the table. */
function twiceMissing(lines: readonly MissingLine[]): string {
  const names = lines.filter(({ reason }) => reason === "untaken").map(({ indicator }) => indicator.name);
  if (names.length === 0) return "";
  return names.length <= MOST_NAMES
    ? `其中${nameList(names)}连续两年缺数据。`
    : `其中${nameList(names.slice(0, 1))}等${names.length}项连续两年缺数据。`;
}

/** 2025年缺项指标2项，另有1项指标缺部分数据，缺对照数据1项。 */
function missingCount({ scorecard }: Matter): string {
  const rows = scorecard.rows.filter(({ status }) => status === "noData").length;
  const partly = scorecard.rows.filter(
    ({ status, parts }) => status !== "noData" && parts.some((part) => part.status === "noData"),
  ).length;
  const partial = partly === 0 ? "" : `，另有${partly}项指标缺部分数据`;
  const compared = scorecard.rows.flatMap((row) => comparedUnknown(row, scorecard.plan)).length;
  const beside = compared === 0 ? "" : `，缺对照数据${compared}项`;
  if (rows + partly === 0) return `${scorecard.year}年各指标数据齐全${beside}。`;
  return `${scorecard.year}年缺项指标${rows}项${partial}${beside}。`;
}

/** What stood in the cell where no reason is given with it. */
const GAP_REASONS: Record<Gap["reason"], (display: string) => string> = {
  blank: () => "未说明",
  dash: (display) => `未说明（填“${display}”）`,
  belowUnit: (display) => `“${display}”（不足最小单位）`,
  refused: (display) => `“${display}”（拒收）`,
};

const SILENT: readonly Gap["reason"][] = ["blank", "dash"];

function gapText(gap: Gap): string {
  const said = [quoted(gap.statedReason), quoted(gap.remark)].filter((text) => text !== "");
  // A dash or a blank says no more than the table does; a figure that was not taken does.
  const sign = said.length > 0 && SILENT.includes(gap.reason) ? [] : [GAP_REASONS[gap.reason](gap.display)];
  return [...sign, ...said].join("，");
}

interface RevisionLine extends Revision {
  own: ScoredIndicator;
  scale: Scale;
}

const REVISION_COLUMNS: readonly Column<RevisionLine>[] = [
  ...namingColumns<RevisionLine>({ id: 8, name: 28 }, ({ own }) => own.indicator),
  { head: "年份", width: 9, align: "centre", cell: ({ year }) => `${year}年` },
  { head: "原数据", width: 12, align: "right", cell: ({ scale, old }) => figure(scale, old.value) },
  { head: "修订后", width: 12, align: "right", cell: ({ scale, new: now }) => figure(scale, now.value) },
  { head: "原报送", width: 24, align: "left", cell: ({ old }) => reportedBy(old) },
  { head: "修订报送", width: 24, align: "left", cell: ({ new: now }) => reportedBy(now) },
];

const PLACE_COLUMNS: readonly Column<RevisionLine>[] = [
  ...REVISION_COLUMNS.slice(0, -2),
  { head: "原出处", width: 24, align: "left", cell: ({ old }) => reportedIn(old) },
  { head: "修订出处", width: 24, align: "left", cell: ({ new: now }) => reportedIn(now) },
];

function revisionsOf({ scorecard, dataset }: Matter): RevisionLine[] {
  const scored = rowsAndParts(scorecard);
  return dataset.revisions
    .filter(({ year }) => year <= scorecard.year)
    .flatMap((revision): RevisionLine[] => {
      const own = scored.find(({ id }) => id === revision.indicator);
      return own === undefined ? [] : [{ ...revision, own, scale: factsOf(own, scorecard.plan).scale }];
    });
}

function revisionBlocks(matter: Matter): UnnumberedBlock[] {
  const revisions = revisionsOf(matter);
  const remarked = remarkedRevisions(matter, revisions);
  if (revisions.length === 0)
    return [paragraph(remarked === "" ? "已报数据没有修订。" : `与以往报送的数据相比没有修订。${remarked}`)];
  const told = `已报数据修订${revisions.length === 1 ? "" : "共"}${revisions.length}处，评价采用修订后数据。`;
  return [
    paragraph(passage`${citing(told, [], "table:revisions")}${remarked}`),
    tableBlock(tableOf({ id: "revisions", title: "数据修订清单" }, REVISION_COLUMNS, revisions)),
  ];
}

/** 另据报表备注，以下数据经过修订：…（“2023年数据修订，原为44.2”）。 */
function remarkedRevisions(matter: Matter, revisions: readonly RevisionLine[]): string {
  const told = remarked(matter, revisions).flatMap(({ name, remarks }) =>
    remarks.map((remark) => `${name}（“${quoted(remark)}”）`),
  );
  return told.length === 0 ? "" : `另据报表备注，以下数据经过修订：${told.join("；")}。`;
}

/** Revisions that only a remark tells of, where the figure as it was is nowhere. */
function remarked(
  { scorecard, dataset }: Matter,
  revisions: readonly RevisionLine[],
): { name: string; remarks: readonly string[] }[] {
  return rowsAndParts(scorecard)
    .filter(({ id }) => !revisions.some(({ own }) => own.id === id))
    .map(({ id, indicator }) => {
      const figures = dataset.series[id]?.filter(({ year }) => year <= scorecard.year) ?? [];
      const remarks = new Set(
        figures.map(({ remark }) => remark).filter((text) => TELLS_REVISION.test(text)),
      );
      return { name: indicator.name, remarks: [...remarks] };
    })
    .filter(({ remarks }) => remarks.length > 0);
}

/** How many figures were revised, and of how many indicators more a remark says so. */
export function revisionCounts(matter: Matter): { revised: number; remarked: number } {
  const revisions = revisionsOf(matter);
  return { revised: revisions.length, remarked: remarked(matter, revisions).length };
}

/** Not of what was not revised. */
const TELLS_REVISION = /^(?!.*(?:未|无|没有|不)[^，。；]{0,4}(?:修订|更正|订正)).*(?:修订|更正|订正)/su;

/** Every revision with its cells, for the bureau's own paper. */
export function revisionPlaces(matter: Matter): UnnumberedBlock[] {
  const revisions = revisionsOf(matter);
  if (revisions.length === 0) return [];
  return [tableBlock(tableOf({ id: "revisions", title: "数据修订出处" }, PLACE_COLUMNS, revisions))];
}

/** 区教委2025年报表; a published report by its name: who said so, and in which year's return. */
function reportedBy({ reporter, formYear, source }: Observation): string {
  return isPublished(source) ? reporter : `${reporter}${formYear}年报表`;
}

/** 区教委：监测数据.xlsx“指标数据”H5: who said so, and where. */
function reportedIn({ reporter, source }: Observation): string {
  return `${reporter === "" ? "" : `${reporter}：`}${cellText(source)}`;
}
