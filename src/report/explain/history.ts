import type { Dataset, Gap } from "../../data/dataset.js";
import { SEVERITY_NAMES } from "../../issues/definition.js";
import type { Issue } from "../../issues/issue.js";
import { figure } from "../words/number.js";
import type { RowFacts } from "../row-facts.js";
import { quoted } from "../words/wording.js";
import type { Line } from "./explanation.js";
import { cellsOf } from "./places.js";
import { gravestFirst } from "../../issues/order.js";
import { cellKey, cellText } from "../../issues/place.js";

const REASONS: Record<Gap["reason"], string> = {
  blank: "空白",
  dash: "填为缺报符号",
  belowUnit: "填为不足最小单位的符号，请补填数字",
  refused: "拒收，见核查发现",
};

/** 缺项: the cells that were looked at and hold no figure, the year scored first. */
export function gapLines(facts: RowFacts, dataset: Dataset): Line[] {
  const { id, year } = facts.scored;
  const { baseline } = facts.plan.period;
  const open = dataset.gaps
    .filter((gap) => gap.indicator === id && gap.year >= baseline && gap.year <= year)
    .sort((a, b) => b.year - a.year);
  const lines = open.map((gap) => ({ label: `${gap.year}年`, text: gapText(gap) }));
  const unseen = facts.scored.status === "noData" && open.every((gap) => gap.year !== year);
  return unseen ? [{ label: `${year}年`, text: unseenText(facts, dataset) }, ...lines] : lines;
}

function gapText({ source, reason, display, remark, statedReason }: Gap): string {
  const shown = display.trim() === "" ? "" : `“${display}”，`;
  const stated = statedReason === "" ? "" : `；缺报原因：${statedReason}`;
  const said = quoted(remark);
  return `${cellText(source)}　${shown}${REASONS[reason]}${stated}${said === "" ? "" : `；备注：${said}`}`;
}

function unseenText({ scored }: RowFacts, dataset: Dataset): string {
  const sheets = new Set(
    (dataset.series[scored.id] ?? []).map(({ source }) =>
      cellText({ file: source.file, sheet: source.sheet }),
    ),
  );
  const seen = sheets.size === 0 ? "" : `；其他年份的数在${[...sheets].join("、")}`;
  return `各工作簿中都没有本指标这一年的单元格${seen}`;
}

/** 修订: figures a later form changed. */
export function revisionLines({ scored, scale, plan }: RowFacts, dataset: Dataset): Line[] {
  return dataset.revisions
    .filter(
      ({ indicator, year }) => indicator === scored.id && year >= plan.period.baseline && year <= scored.year,
    )
    .flatMap(({ year, old, new: now }) => [
      {
        label: `${year}年`,
        text: `由${figure(scale, old.value)}修订为${figure(scale, now.value)}，按修订后的数评价`,
      },
      { label: "原数", text: cellText(old.source) },
      { label: "修订数", text: cellText(now.source) },
    ]);
}

/** 核查发现: findings that stand on the indicator's own cells, those people excused with their reason. */
export function findingLines(facts: RowFacts, dataset: Dataset, issues: readonly Issue[]): Line[] {
  const cells = new Set(cellsOf(facts, dataset).map(cellKey));
  const own = ({ where }: Issue) => where !== null && cells.has(cellKey(where));
  const told = gravestFirst(issues.filter(own)).map((issue) =>
    findingLine(SEVERITY_NAMES[issue.severity], issue, issue.hint),
  );
  const excused = dataset.silenced.filter(({ issue }) => own(issue));
  return [...told, ...excused.map(({ issue, reason }) => findingLine("已核实", issue, `理由：${reason}`))];
}

function findingLine(label: string, { where, message }: Issue, rest: string): Line {
  const place = where === null ? "" : cellText(where);
  return { label, text: `${place}　${message}${rest === "" ? "" : `。${rest}`}` };
}
