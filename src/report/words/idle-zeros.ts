import { unitOf } from "../../terms/unit.js";
import type { RowFacts } from "../row-facts.js";
import { withNumbers } from "./cited.js";
import { shown } from "./number.js";

/*
 * A table gives all years of a row the same digits, and so does a sentence that holds 75.00% beside 12.50个百分点. Where no
 * figure of a sentence has anything behind the point, people write 75% and 25个百分点; and all of a whole is 100% beside
 * whatever else.
 */

const IDLE = /^(\d+)\.0+(%?)$/u;
const WHOLE = /^100\.0+%$/u;

/** What is said of one row, without idle zeros; as it is where a figure of it only looks whole. */
export function withoutIdleZeros(text: string, facts: RowFacts): string {
  return isTrueToShown(facts) ? trimmedAlone(text) : text;
}

/** The same of a row of which is known that its figures are what they look like. */
export function trimmedAlone(text: string): string {
  const trimmed = trimmedTogether(text);
  return trimmed === text ? withNumbers(text, (number) => (WHOLE.test(number) ? "100%" : number)) : trimmed;
}

/** Of several such rows: 分别为75%和80%, but 分别为75.00%和80.25%. */
export function trimmedTogether(text: string): string {
  let busy = false;
  withNumbers(text, (number) => {
    busy ||= number.includes(".") && !IDLE.test(number);
    return number;
  });
  return busy ? text : withNumbers(text, (number) => number.replace(IDLE, "$1$2"));
}

/** Whether no figure of the row only looks whole: 99.996, shown as 100.00, does, and so may a change told in rounded per cent. */
export function isTrueToShown({ scored, scale }: RowFacts): boolean {
  const { kind, points } = unitOf(scale.unit);
  if (kind === "rate" && points === null) return false;
  const { series, baseline, comparator, rate } = scored;
  const figures = [
    ...[...series, ...(comparator?.series ?? [])].map(({ value }) => value),
    ...(baseline === null ? [] : [baseline.value]),
    ...(rate?.pooled ? [rate.pooled.rate] : []),
  ];
  return figures.every((value) => value.isInteger() || !shown(scale, value).isInteger());
}
