import { stringify } from "csv-stringify/sync";
import type { ScoreLine } from "../report/exports/score-rows.js";
import type { Scorecard } from "../score/scorecard.js";

type Field = (line: ScoreLine, scorecard: Scorecard) => string;

const COLUMNS: readonly (readonly [heading: string, field: Field])[] = [
  ["规划", (_line, { plan }) => plan.shortTitle],
  ["年份", (_line, { year }) => String(year)],
  ["编号", ({ id }) => id],
  ["领域", ({ domain }) => domain],
  ["指标名称", ({ name }) => name],
  ["计量单位", ({ unit }) => unit],
  ["属性", ({ nature }) => nature],
  ["目标", ({ target }) => target],
  ["基期", ({ baseline }) => baseline],
  ["上年", ({ previous }) => previous],
  ["本年", ({ value }) => value],
  ["状态", ({ status }) => status],
  ["预警", ({ alert }) => alert],
  ["标注", ({ flags }) => flags],
  ["判定依据", ({ reason }) => reason],
];

/**
 * The scorecards as one table that Excel opens on a double click: UTF-8 with BOM, CRLF. Text that a
 * spreadsheet would take for a formula is disarmed with a leading apostrophe.
 */
export function scoreCsv(scored: readonly { scorecard: Scorecard; lines: readonly ScoreLine[] }[]): string {
  const rows = scored.flatMap(({ scorecard, lines }) =>
    lines.map((line) => COLUMNS.map(([, field]) => field(line, scorecard))),
  );
  const head = COLUMNS.map(([heading]) => heading);
  return stringify([head, ...rows], { bom: true, escape_formulas: true, record_delimiter: "windows" });
}
