import type { Manifest } from "../../data/dataset.js";
import type { ScoredIndicator } from "../../score/scorecard.js";
import { bodyRow, paragraph, tableBlock, tableOf, textCell } from "../blocks.js";
import type { ReportContext } from "../context.js";
import type { Block } from "../model.js";
import { unitOf } from "../../terms/unit.js";
import { NOT_APPLICABLE } from "../words/number.js";
import type { Matter } from "../row-facts.js";

/** Baselines that stand in the plan's text: value, clause, and why some are doubtful. */
export function baselineBlocks({ scorecard }: Matter, number: string): Block[] {
  const named = scorecard.rows
    .flatMap((row): ScoredIndicator[] => [row, ...row.parts])
    .flatMap((scored) =>
      scored.indicator.baseline === null ? [] : [{ scored, named: scored.indicator.baseline }],
    );
  if (named.length === 0) return [paragraph("《规划》文本中没有可作基期的数据。")];
  return [
    paragraph("《规划》文本中可作基期的数据如下；报送数据与其不一致的，以报送数据为准。"),
    tableBlock(
      tableOf(
        { number, title: "《规划》所列基期数据" },
        [
          { head: "编号", weight: 8, align: "centre" },
          { head: "指标名称", weight: 21, align: "left" },
          { head: "数值", weight: 10, align: "right" },
          { head: "年份", weight: 9, align: "centre" },
          { head: "出处", weight: 26, align: "left" },
          { head: "说明", weight: 30, align: "left" },
        ],
        named.map(({ scored, named: { value, year, clause, yearNote, doubtful } }) =>
          bodyRow(
            [
              scored.id,
              scored.indicator.name,
              `${value.toFixed()}${unitOf(scored.indicator.unit).behind}`,
              `${year}年`,
              clause,
              [doubtful === null ? "" : `存疑：${doubtful}`, yearNote]
                .filter((text) => text !== "")
                .join("；") || NOT_APPLICABLE,
            ].map((text) => textCell(text)),
          ),
        ),
      ),
    ),
  ];
}

/** 数据文件夹注明：地区为永川区，数据状态为示例。 */
function manifestText({ region, status }: Manifest): string {
  const facts = [region === "" ? "" : `地区为${region}`, status === "" ? "" : `数据状态为${status}`];
  const said = facts.filter((fact) => fact !== "").join("，");
  return said === "" ? "" : `数据文件夹注明：${said}。`;
}

/** The files the figures were read from, what their manifest says, and the tool. */
export function sourceBlocks(
  { scorecard, dataset }: Matter,
  { versions }: ReportContext,
  number: string,
): Block[] {
  const notes = [manifestText(dataset.manifest), ...dataset.manifest.notes]
    .filter((note) => note !== "")
    .map((note) => paragraph(note));
  const tool = paragraph(
    `本报告由监测报告生成工具${versions.tool}版按${scorecard.plan.shortTitle}评价方法生成。`,
  );
  if (dataset.inputs.length === 0) return [...notes, tool];
  const table = tableOf(
    { number, title: "数据文件" },
    [
      { head: "序号", weight: 8, align: "centre" },
      { head: "文件", weight: 52, align: "left" },
      { head: "校验码（SHA-256前16位）", weight: 40, align: "left" },
    ],
    dataset.inputs.map(({ file, sha256 }, index) =>
      bodyRow([String(index + 1), file, sha256.slice(0, 16)].map((text) => textCell(text))),
    ),
  );
  return [...notes, tableBlock(table), tool];
}
