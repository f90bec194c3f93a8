import { KNOWN, REFUSED } from "../data/coverage/reasons.js";
import type { SheetCoverage } from "../data/coverage/coverage.js";
import { groupBy } from "../terms/group-by.js";

/** What became of the figures of each file, a line a file: 监测数据.xlsx　312个数：读入298，另有用途11（…），未读3（…）. */
export function coverageText(coverage: readonly SheetCoverage[]): string {
  const files = groupBy(coverage, ({ file }) => file);
  return [...files].map(([file, sheets]) => `${fileLine(file, sheets)}\n`).join("");
}

function fileLine(file: string, sheets: readonly SheetCoverage[]): string {
  const figures = total(sheets.map((each) => each.figures));
  const read = total(sheets.map((each) => each.read));
  const known = tallied(
    sheets.flatMap((each) => each.known.map(({ reason, count }) => ({ name: KNOWN[reason], count }))),
  );
  const refused = tallied(
    sheets.flatMap((each) => each.refused.map(({ reason, count }) => ({ name: REFUSED[reason], count }))),
  );
  if (figures === 0) return `${file}　没有读到数`;
  const parts = [`读入${read}`, partText("另有用途", known), partText("未读", refused)];
  return `${file}　${figures}个数：${parts.filter((part) => part !== "").join("，")}`;
}

interface Tally {
  name: string;
  count: number;
}

function partText(name: string, tallies: readonly Tally[]): string {
  const count = total(tallies.map((each) => each.count));
  return count === 0
    ? ""
    : `${name}${count}（${tallies.map((each) => each.name + String(each.count)).join("、")}）`;
}

/** Most first. */
function tallied(counts: readonly Tally[]): Tally[] {
  const names = groupBy(counts, ({ name }) => name);
  return [...names]
    .map(([name, same]) => ({ name, count: total(same.map(({ count }) => count)) }))
    .sort((a, b) => b.count - a.count);
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
