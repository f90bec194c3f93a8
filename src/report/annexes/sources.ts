import { labelOf, passage } from "../numbering/passage.js";
import type { Dataset, Manifest } from "../../data/dataset.js";
import type { SourceBaseline } from "../../plan/plan.js";
import type { ScoredIndicator } from "../../score/scorecard.js";
import { headedParagraphs, paragraph, tableBlock } from "../blocks.js";
import type { ReportContext } from "../context.js";
import type { UnnumberedBlock } from "../numbering/unnumbered.js";
import { unitOf } from "../../terms/unit.js";
import { rowsAndParts, type Matter } from "../row-facts.js";
import { orNone } from "../tables/cells.js";
import { namingColumns, ordinalColumn } from "../tables/columns.js";
import { tableOf, type Column } from "../tables/table.js";

interface NamedBaseline {
  scored: ScoredIndicator;
  named: SourceBaseline;
}

const BASELINE_COLUMNS: readonly Column<NamedBaseline>[] = [
  ...namingColumns<NamedBaseline>({ id: 7, name: 14 }, ({ scored }) => scored.indicator),
  {
    head: "数值",
    width: 8.5,
    align: "right",
    cell: ({ scored, named }) => `${named.value.toFixed()}${unitOf(scored.indicator.unit).behind}`,
  },
  { head: "年份", width: 8, align: "centre", cell: ({ named }) => `${named.year}年` },
  { head: "出处", width: 33, align: "left", cell: ({ named }) => named.clause },
  { head: "说明", width: 33, align: "left", cell: ({ named }) => orNone(remarkOf(named)) },
];

/** What the doubt has said already the note on the year leaves out. */
function remarkOf({ doubtful, yearNote }: SourceBaseline): string {
  if (doubtful === null) return yearNote;
  const more = yearNote.split("，").filter((clause) => !doubtful.split("，").includes(clause));
  return [`存疑：${doubtful}`, more.join("，")].filter((text) => text !== "").join("；");
}

const HEADING = "基期数据";

/** Baselines that stand in the plan's text: value, clause, and why some are doubtful. */
export function baselineBlocks({ scorecard }: Matter): UnnumberedBlock[] {
  const { named: plan } = scorecard.plan.terms;
  const named = rowsAndParts(scorecard).flatMap((scored) =>
    scored.indicator.baseline === null ? [] : [{ scored, named: scored.indicator.baseline }],
  );
  if (named.length === 0)
    return headedParagraphs([{ heading: HEADING, text: `${plan}文本中没有可作基期的数据。` }]);
  return [
    ...headedParagraphs([
      {
        heading: HEADING,
        text: passage`${plan}文本中可作基期的数据列于${labelOf("table:baselines")}；报送数据与其不一致的，以报送数据为准。`,
      },
    ]),
    tableBlock(tableOf({ id: "baselines", title: `${plan}所列基期数据` }, BASELINE_COLUMNS, named)),
  ];
}

/** 数据文件夹注明：地区为永川区，数据状态为示例。 */
function manifestText({ region, status }: Manifest): string {
  const facts = [region === "" ? "" : `地区为${region}`, status === "" ? "" : `数据状态为${status}`];
  const said = facts.filter((fact) => fact !== "").join("，");
  return said === "" ? "" : `数据文件夹注明：${said}。`;
}

/** The files the figures were read from, what their manifest says, and the tool. */
export function sourceBlocks({ scorecard, dataset }: Matter, { versions }: ReportContext): UnnumberedBlock[] {
  const notes = [manifestText(dataset.manifest)].filter((note) => note !== "").map((note) => paragraph(note));
  const tool = paragraph(
    `报告由监测报告生成工具${versions.tool}版按${scorecard.plan.shortTitle}评价方法生成。`,
  );
  if (dataset.inputs.length === 0) return [...notes, tool];
  const table = tableOf({ id: "files", title: "数据文件" }, FILE_COLUMNS, dataset.inputs);
  return [...notes, tableBlock(table), tool];
}

const FILE_COLUMNS: readonly Column<Dataset["inputs"][number]>[] = [
  ordinalColumn(8),
  { head: "文件", width: 52, align: "left", cell: ({ file }) => file },
  { head: "校验码（SHA-256前16位）", width: 40, align: "left", cell: ({ sha256 }) => sha256.slice(0, 16) },
];
