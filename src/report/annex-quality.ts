import type { CellSource, Dataset } from "../data/dataset.js";
import type { Issue, Place, Severity } from "../issue.js";
import type { RateEvidence, ScoredIndicator } from "../score/scorecard.js";
import type { ReportContext } from "./context.js";
import { bodyRow, paragraph, tableBlock, tableOf, textCell } from "./blocks.js";
import type { Annex, Block } from "./model.js";
import { figure, NOT_APPLICABLE, type Scale } from "./number.js";
import { factsOf, type Matter } from "./row-facts.js";
import { sourceText } from "./annex-gaps.js";

/** 附件3 数据质量核查, or at another place among the annexes: findings, what was read out of unusual cells, and the intervals of small numbers. */
export function qualityAnnex(matter: Matter, { issues, draft }: ReportContext, number = 3): Annex {
  const own = issues.filter((issue) => concerns(issue, matter));
  return {
    label: `附件${number}`,
    title: "数据质量核查",
    landscape: true,
    blocks: [
      ...issueBlocks(own, draft, number),
      ...severityBlocks(matter),
      ...readerBlocks(matter, number),
      ...intervalBlocks(matter, number),
      ...silencedBlocks(matter, number),
    ],
  };
}

/** The ids of this plan's rows, parts and comparison series. */
function idsOf({ scorecard }: Matter): Set<string> {
  const { rows, series } = scorecard.plan;
  return new Set([...rows, ...rows.flatMap(({ parts }) => parts), ...series].map(({ id }) => id));
}

/**
 * Whether a finding belongs into this plan's report: it does unless it names the other plan's row, or all
 * figures of its cell (or, where the cell holds none, of its sheet, or of its file) are the other plan's.
 */
function concerns({ where, indicator: named }: Issue, matter: Matter): boolean {
  const ids = idsOf(matter);
  if (named !== undefined) return ids.has(named);
  if (where === null) return true;
  const cells = cellsOf(matter.dataset).filter(({ source }) => source.file === where.file);
  const onSheet = cells.filter(({ source }) => source.sheet === where.sheet);
  const here = onSheet.filter(({ source }) => source.cell === where.cell);
  const nearest = [here, onSheet, cells].find((held) => held.length > 0) ?? [];
  return nearest.length === 0 || nearest.some(({ indicator }) => ids.has(indicator));
}

function cellsOf({ series, gaps, groups }: Dataset): { indicator: string; source: CellSource }[] {
  return [...Object.values(series).flat(), ...gaps, ...groups];
}

const SEVERITIES: Record<Severity, string> = { error: "错误", warning: "提醒", note: "说明" };

function issueBlocks(issues: readonly Issue[], draft: boolean, number: number): Block[] {
  const told = issues.filter(({ severity }) => severity !== "note");
  if (told.length === 0) return [paragraph("数据核查未发现错误和需要提醒的问题。")];
  const errors = told.filter(({ severity }) => severity === "error").length;
  const refused =
    errors > 0 && draft ? "有错误的单元格未予采用，本稿按缺项处理，改正后方可形成正式报告。" : "";
  const counts = [
    { name: "错误", count: errors },
    { name: "提醒", count: told.length - errors },
  ].filter(({ count }) => count > 0);
  return [
    paragraph(
      `数据核查共发现问题${told.length}处，其中${counts.map(({ name, count }) => `${name}${count}处`).join("，")}。${refused}`,
    ),
    tableBlock(
      tableOf(
        { number: `附表${number}-1`, title: "核查发现的问题" },
        [
          { head: "序号", weight: 6, align: "centre" },
          { head: "类别", weight: 8, align: "centre" },
          { head: "位置", weight: 28, align: "left" },
          { head: "问题", weight: 36, align: "left" },
          { head: "处理建议", weight: 30, align: "left" },
        ],
        told.map(({ severity, where, message, hint }, index) =>
          bodyRow(
            [String(index + 1), SEVERITIES[severity], placeText(where), message, hint || NOT_APPLICABLE].map(
              (text) => textCell(text),
            ),
          ),
        ),
      ),
    ),
  ];
}

/** Checks whose severity the plan file sets itself: what it lowers is not to pass unseen. */
function severityBlocks({ scorecard }: Matter): Block[] {
  const set = Object.entries(scorecard.plan.method.severities).flatMap(([code, severity]) =>
    severity === undefined ? [] : [`${code}为${SEVERITIES[severity]}`],
  );
  return set.length === 0
    ? []
    : [paragraph(`按规划文件的设定，下列核查项的级别不同于通常：${set.join("，")}。`)];
}

/** Findings a person looked into and let stand, with the reasons given. */
function silencedBlocks(matter: Matter, number: number): Block[] {
  const own = matter.dataset.silenced.filter(({ issue }) => concerns(issue, matter));
  if (own.length === 0) return [];
  return [
    paragraph(`经核实不再提醒的问题共${own.length}处。`),
    tableBlock(
      tableOf(
        { number: `附表${number}-4`, title: "经核实不再提醒的问题" },
        [
          { head: "序号", weight: 6, align: "centre" },
          { head: "位置", weight: 28, align: "left" },
          { head: "问题", weight: 36, align: "left" },
          { head: "理由", weight: 30, align: "left" },
        ],
        own.map(({ issue, reason }, index) =>
          bodyRow(
            [String(index + 1), placeText(issue.where), issue.message, reason].map((text) => textCell(text)),
          ),
        ),
      ),
    ),
  ];
}

function placeText(where: Place | null): string {
  if (where === null) return NOT_APPLICABLE;
  const sheet = where.sheet === undefined ? "" : `“${where.sheet}”`;
  const line = where.line === undefined ? "" : `第${where.line}行`;
  return `${where.file}${sheet}${where.cell ?? line}`;
}

function readerBlocks(matter: Matter, number: number): Block[] {
  const ids = idsOf(matter);
  const notes = matter.dataset.readerNotes.filter(
    ({ indicator, year }) => ids.has(indicator) && year <= matter.scorecard.year,
  );
  if (notes.length === 0) return [];
  return [
    paragraph(`读取时作过换算或规范化处理的单元格共${notes.length}处，原表未作改动。`),
    tableBlock(
      tableOf(
        { number: `附表${number}-2`, title: "读取处理说明" },
        [
          { head: "编号", weight: 8, align: "centre" },
          { head: "年份", weight: 9, align: "centre" },
          { head: "位置", weight: 32, align: "left" },
          { head: "处理", weight: 50, align: "left" },
        ],
        notes.map(({ indicator, year, source, text }) =>
          bodyRow([indicator, `${year}年`, sourceText(source), text].map((each) => textCell(each))),
        ),
      ),
    ),
  ];
}

/** Rates with numerator and denominator: the exact interval, and the pooled rate of three years. */
function intervalBlocks({ scorecard }: Matter, number: number): Block[] {
  const rated = scorecard.rows
    .flatMap((row): ScoredIndicator[] => [row, ...row.parts])
    .flatMap((scored) => (scored.rate === null ? [] : [{ scored, rate: scored.rate }]));
  if (rated.length === 0) return [];
  const { smallNumbers } = scorecard.plan.method;
  return [
    paragraph(
      `报送了分子、分母的比率，按泊松分布计算95%精确置信区间；分子少于${smallNumbers}的，年度间波动较大，` +
        `宜结合三年合并数据判断。`,
    ),
    tableBlock(
      tableOf(
        { number: `附表${number}-3`, title: "比率的置信区间" },
        [
          { head: "编号", weight: 8, align: "centre" },
          { head: "指标名称", weight: 26, align: "left" },
          { head: "单位", weight: 8, align: "centre" },
          { head: "分子", weight: 9, align: "right" },
          { head: "分母", weight: 11, align: "right" },
          { head: "重算值", weight: 11, align: "right" },
          { head: "95%置信区间", weight: 20, align: "centre" },
          { head: "三年合并", weight: 28, align: "centre" },
        ],
        rated.map(({ scored, rate }) => {
          const { scale } = factsOf(scored, scorecard.plan);
          return bodyRow(intervalTexts(scored, rate, scale).map((text) => textCell(text)));
        }),
      ),
    ),
  ];
}

function intervalTexts({ indicator }: ScoredIndicator, rate: RateEvidence, scale: Scale): string[] {
  const { numerator, denominator, interval, pooled } = rate;
  return [
    indicator.id,
    indicator.name,
    indicator.unit === "" ? NOT_APPLICABLE : indicator.unit,
    numerator.value.toFixed(),
    denominator.value.toFixed(),
    figure(scale, rate.rate),
    intervalText(interval, scale),
    pooled === null ? NOT_APPLICABLE : pooledText(pooled, scale),
  ];
}

function intervalText({ low, high }: RateEvidence["interval"], scale: Scale): string {
  return `${figure(scale, low)}—${figure(scale, high)}`;
}

function pooledText({ years, rate, interval }: NonNullable<RateEvidence["pooled"]>, scale: Scale): string {
  return `${years[0]}—${years.at(-1)}年${figure(scale, rate)}（${intervalText(interval, scale)}）`;
}
