import type { CellSource, Gap, Observation, Revision } from "../data/dataset.js";
import type { PlanRow } from "../plan/plan.js";
import type { ScoredIndicator } from "../score/scorecard.js";
import { bodyRow, paragraph, tableBlock, tableOf, textCell } from "./blocks.js";
import { NATURE_NAMES } from "./labels.js";
import type { Annex, Block, TableRow } from "./model.js";
import { figure, NOT_APPLICABLE } from "./number.js";
import { factsOf, type Matter } from "./row-facts.js";
import { nameList, quoted } from "./wording.js";

/** 附件2 缺项与修订清单; `number` is its place among the annexes. */
export function gapsAnnex(matter: Matter, number = 2): Annex {
  return {
    label: `附件${number}`,
    title: "缺项与修订清单",
    landscape: true,
    blocks: [...missingBlocks(matter, number), ...revisionBlocks(matter, number)],
  };
}

interface MissingLine {
  scored: ScoredIndicator;
  nature: string;
  units: string;
}

/** Rows and parts without data for the year. */
function missingLines({ scorecard }: Matter): MissingLine[] {
  return scorecard.rows.flatMap(({ row, parts, ...scored }) => {
    const told: ScoredIndicator[] = parts.length > 0 ? [...parts] : [scored];
    return told
      .filter(({ status }) => status === "noData")
      .map((each) => ({
        scored: each,
        nature: NATURE_NAMES[row.nature],
        units: row.units.names.join("、") || NOT_APPLICABLE,
      }));
  });
}

/** A column of 责任单位 says so in its head while the units are only proposed. */
export function unitsHead(rows: readonly { row: Pick<PlanRow, "units"> }[]): string {
  return rows.every(({ row }) => row.units.confirmed) ? "责任单位" : "建议责任单位（待确认）";
}

/** Without data this year and the year before, within the plan's years. */
export function missingTwoYears({ previous, year }: ScoredIndicator, start: number): boolean {
  return year > start && (previous === null || previous.year < year - 1);
}

function missingBlocks(matter: Matter, number: number): Block[] {
  const { plan, year } = matter.scorecard;
  const lines = missingLines(matter);
  if (lines.length === 0) return [paragraph(`${year}年各指标数据齐全，没有缺项。`)];
  const long = lines.filter(({ scored }) => missingTwoYears(scored, plan.period.start));
  const proposal =
    long.length === 0
      ? ""
      : `其中${nameList(long.map(({ scored }) => scored.indicator.name))}连续两年缺数据，建议开展专项统计调查。`;
  return [
    paragraph(`${missingCount(matter)}${proposal}`),
    tableBlock(
      tableOf(
        { number: `附表${number}-1`, title: `${year}年缺项清单` },
        [
          { head: "编号", weight: 7, align: "centre" },
          { head: "指标名称", weight: 26, align: "left" },
          { head: "属性", weight: 9, align: "centre" },
          { head: "最近一次数据", weight: 16, align: "left" },
          { head: "报表所填", weight: 22, align: "left" },
          { head: unitsHead(matter.scorecard.rows), weight: 20, align: "left" },
          { head: "建议", weight: 18, align: "left" },
        ],
        lines.map((line) => missingRow(line, matter)),
      ),
    ),
  ];
}

/** 2025年缺项的指标2项，另有1项指标的组成部分缺数据。 */
function missingCount({ scorecard }: Matter): string {
  const rows = scorecard.rows.filter(({ status }) => status === "noData").length;
  const partly = scorecard.rows.filter(
    ({ status, parts }) => status !== "noData" && parts.some((part) => part.status === "noData"),
  ).length;
  const partial = partly === 0 ? "" : `，另有${partly}项指标的部分数据缺失`;
  return `${scorecard.year}年缺项的指标${rows}项${partial}。`;
}

function missingRow({ scored, nature, units }: MissingLine, { scorecard, dataset }: Matter): TableRow {
  const { plan, year } = scorecard;
  const { scale } = factsOf(scored, plan);
  const { previous } = scored;
  const gap = dataset.gaps.find((each) => each.indicator === scored.id && each.year === year);
  const twoYears = missingTwoYears(scored, plan.period.start);
  return bodyRow(
    [
      scored.id,
      scored.indicator.name,
      nature,
      previous === null ? "尚无数据" : `${previous.year}年${figure(scale, previous.value)}`,
      gap === undefined ? "未报送" : gapText(gap),
      units,
      twoYears ? "开展专项统计调查" : "核实并补报数据",
    ].map((text) => textCell(text)),
  );
}

const GAP_REASONS: Record<Gap["reason"], (display: string) => string> = {
  blank: () => "空白",
  dash: (display) => `“${display}”`,
  belowUnit: (display) => `“${display}”（不足最小单位）`,
  refused: (display) => `“${display}”（拒收）`,
};

function gapText(gap: Gap): string {
  const told = [
    { label: "缺报原因", text: quoted(gap.statedReason) },
    { label: "备注", text: quoted(gap.remark) },
  ].filter(({ text }) => text !== "");
  return [GAP_REASONS[gap.reason](gap.display), ...told.map(({ label, text }) => `${label}：${text}`)].join(
    "，",
  );
}

function revisionBlocks({ scorecard, dataset }: Matter, number: number): Block[] {
  const scored = scorecard.rows.flatMap((row): ScoredIndicator[] => [row, ...row.parts]);
  const revisions = dataset.revisions
    .filter(({ year }) => year <= scorecard.year)
    .map((revision) => ({ revision, own: scored.find(({ id }) => id === revision.indicator) }))
    .filter(({ own }) => own !== undefined);
  if (revisions.length === 0) return [paragraph("以往年份数据没有修订。")];
  return [
    paragraph(`以往年份数据修订共${revisions.length}处，评价一律采用修订后数据。`),
    tableBlock(
      tableOf(
        { number: `附表${number}-2`, title: "数据修订清单" },
        [
          { head: "编号", weight: 8, align: "centre" },
          { head: "指标名称", weight: 28, align: "left" },
          { head: "年份", weight: 9, align: "centre" },
          { head: "原数据", weight: 12, align: "right" },
          { head: "修订后", weight: 12, align: "right" },
          { head: "原出处", weight: 24, align: "left" },
          { head: "修订出处", weight: 24, align: "left" },
        ],
        revisions.map(({ revision, own }) => revisionRow(revision, own!, { scorecard, dataset })),
      ),
    ),
  ];
}

function revisionRow(revision: Revision, own: ScoredIndicator, { scorecard }: Matter): TableRow {
  const { scale } = factsOf(own, scorecard.plan);
  return bodyRow(
    [
      own.id,
      own.indicator.name,
      `${revision.year}年`,
      figure(scale, revision.old.value),
      figure(scale, revision.new.value),
      reportedIn(revision.old),
      reportedIn(revision.new),
    ].map((text) => textCell(text)),
  );
}

/** 区教委：监测数据.xlsx“指标数据”H5: who said so, and where. */
function reportedIn({ unit, source }: Observation): string {
  return `${unit === "" ? "" : `${unit}：`}${sourceText(source)}`;
}

/** 监测数据.xlsx “指标数据”H5 */
export function sourceText({ file, sheet, cell }: CellSource): string {
  return `${file}“${sheet}”${cell}`;
}
