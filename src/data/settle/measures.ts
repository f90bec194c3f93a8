import { issue, type Issue } from "../../issues/issue.js";
import { compareText } from "../../terms/compare-text.js";
import { groupBy } from "../../terms/group-by.js";
import { MEASURE_STATUSES } from "../../terms/measure-status.js";
import type { MeasureProgress, MeasureReport } from "../dataset.js";
import type { MeasureLine } from "../sheet/reading.js";

/** Joins the lines of one measure and year, each reporter's to one. The measure stands where its slowest reporter does. */
export function settleMeasures(lines: readonly MeasureLine[]): {
  measures: readonly MeasureProgress[];
  issues: readonly Issue[];
} {
  const groups = groupBy(lines, ({ measure, year }) => `${measure} ${year}`);
  const settled = [...groups].sort(([a], [b]) => compareText(a, b)).flatMap(([, own]) => settleMeasure(own));
  return {
    measures: settled.map(({ measure }) => measure),
    issues: settled.flatMap(({ issues }) => issues),
  };
}

function settleMeasure(lines: readonly MeasureLine[]): { measure: MeasureProgress; issues: Issue[] }[] {
  const [first] = lines;
  const stated = statusesOf(lines);
  const [status] = stated;
  if (first === undefined || status === undefined) return [];
  const { measure, year, source } = first;
  const reports = [...groupBy(lines, ({ reporter }) => reporter).values()].flatMap(reportOf);
  const reporters = reports.map(({ reporter }) => reporter).filter((name) => name !== "");
  const args = { measure, year, reporters, stated, kept: status };
  const issues = stated.length > 1 ? [issue("data/measures-differ", source, args)] : [];
  return [{ measure: { measure, year, status, reports }, issues }];
}

function statusesOf(lines: readonly MeasureReport[]): MeasureReport["status"][] {
  return MEASURE_STATUSES.filter((word) => lines.some(({ status }) => status === word));
}

function reportOf(lines: readonly MeasureLine[]): MeasureReport[] {
  const [first] = lines;
  const [status] = statusesOf(lines);
  if (first === undefined || status === undefined) return [];
  const texts = new Set(lines.map(({ progress }) => progress).filter((text) => text !== ""));
  return [{ status, progress: [...texts].join(""), reporter: first.reporter, source: first.source }];
}
