import type { Dataset, SilencedFinding } from "../../data/dataset.js";
import { SEVERITY_NAMES } from "../../issues/definition.js";
import { refusesFigure, type Issue, type IssueCode, type Place } from "../../issues/issue.js";
import { gravestFirst } from "../../issues/order.js";
import type { ReportContext } from "../context.js";
import { readerNoteBlocks } from "./reader-notes.js";
import { paragraph, tableBlock } from "../blocks.js";
import { CHECK_NAMES } from "../words/check-names.js";
import { orNone } from "../tables/cells.js";
import { ordinalColumn } from "../tables/columns.js";
import { tableOf, type Column } from "../tables/table.js";
import type { UnnumberedAnnex, UnnumberedBlock } from "../numbering/unnumbered.js";
import { NOT_APPLICABLE } from "../words/number.js";
import { concerning, idsOf, issuesOf } from "../own-issues.js";
import type { Matter } from "../row-facts.js";
import { cellText } from "../../issues/place.js";

/** 数据质量核查: findings, what was read out of unusual cells, and what people excused. */
export function qualityAnnex(matter: Matter, { issues, draft }: ReportContext): UnnumberedAnnex {
  const own = issuesOf(matter, issues);
  return {
    id: "quality",
    title: "数据质量核查",
    blocks: [
      ...issueBlocks(own, draft),
      ...severityBlocks(matter),
      ...readerNoteBlocks(readerNotesOf(matter)),
      ...silencedBlocks(matter),
    ],
  };
}

const ISSUE_COLUMNS: readonly Column<Issue>[] = [
  ordinalColumn(6),
  { head: "类别", width: 8, align: "centre", cell: ({ severity }) => SEVERITY_NAMES[severity] },
  { head: "位置", width: 28, align: "left", cell: ({ where }) => placeText(where) },
  { head: "问题", width: 36, align: "left", cell: ({ message }) => message },
  { head: "处理建议", width: 30, align: "left", cell: ({ hint }) => orNone(hint) },
];

function issueBlocks(issues: readonly Issue[], draft: boolean): UnnumberedBlock[] {
  const told = gravestFirst(issues).filter(({ severity }) => severity !== "note");
  if (told.length === 0) return [paragraph("数据核查未发现错误和需要提醒的问题。")];
  const errors = told.filter(({ severity }) => severity === "error").length;
  const counts = [
    { name: SEVERITY_NAMES.error, count: errors },
    { name: SEVERITY_NAMES.warning, count: told.length - errors },
  ].filter(({ count }) => count > 0);
  return [
    paragraph(
      `数据核查共发现问题${told.length}处，其中${counts.map(({ name, count }) => `${name}${count}处`).join("，")}。${draft ? draftText(told) : ""}`,
    ),
    tableBlock(tableOf({ id: "findings", title: "核查发现的问题" }, ISSUE_COLUMNS, told)),
  ];
}

/** What has become of figures with errors in a draft: some were not read, some are doubted and stand. */
function draftText(told: readonly Issue[]): string {
  const errors = told.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return "";
  const refused = errors.some(refusesFigure) ? "未读取的单元格未予采用，本稿按缺项处理，" : "";
  const doubted = errors.every(refusesFigure) ? "" : "存疑的数照所填的采用，";
  return `${refused}${doubted}改正或核实后方可形成正式报告。`;
}

/** Checks whose severity the plan file sets itself: what it lowers is not to pass unseen. */
function severityBlocks({ scorecard }: Matter): UnnumberedBlock[] {
  const { severities } = scorecard.plan.method;
  const set = (Object.keys(severities) as IssueCode[]).flatMap((code) => {
    const severity = severities[code];
    return severity === undefined ? [] : [`“${CHECK_NAMES[code] ?? code}”列为${SEVERITY_NAMES[severity]}`];
  });
  return set.length === 0
    ? []
    : [paragraph(`按评价方法的设定，下列核查项的级别不同于通常：${set.join("，")}。`)];
}

function readerNotesOf(matter: Matter): Dataset["readerNotes"] {
  const projects = matter.scorecard.plan.projects.map(({ id }) => id);
  const ids = new Set([...idsOf(matter), ...projects]);
  return matter.dataset.readerNotes.filter(
    ({ indicator, year }) => ids.has(indicator) && year <= matter.scorecard.year,
  );
}

const SILENCED_COLUMNS: readonly Column<SilencedFinding>[] = [
  ordinalColumn(6),
  { head: "位置", width: 28, align: "left", cell: ({ issue }) => placeText(issue.where) },
  { head: "问题", width: 36, align: "left", cell: ({ issue }) => issue.message },
  { head: "理由", width: 30, align: "left", cell: ({ reason }) => reason },
];

/** Findings a person looked into and let stand, with the reasons given. */
function silencedBlocks(matter: Matter): UnnumberedBlock[] {
  const concerns = concerning(matter);
  const own = matter.dataset.silenced.filter(({ issue }) => concerns(issue));
  if (own.length === 0) return [];
  return [
    paragraph(`经核实不再提醒的问题共${own.length}处。`),
    tableBlock(tableOf({ id: "silenced", title: "经核实不再提醒的问题" }, SILENCED_COLUMNS, own)),
  ];
}

function placeText(where: Place | null): string {
  if (where === null) return NOT_APPLICABLE;
  return where.line === undefined ? cellText(where) : `${where.file}第${where.line}行`;
}
