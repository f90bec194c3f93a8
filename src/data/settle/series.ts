import { tableOf } from "../../terms/table-of.js";
import { issue, type Issue } from "../../issues/issue.js";
import { agree, byPrecision } from "./agree.js";
import type { Gap, Observation, Revision, Series } from "../dataset.js";
import { groupBy } from "../../terms/group-by.js";
import { compareText } from "../../terms/compare-text.js";
import { inPlaceOrder } from "./place.js";
import { cellToFind } from "../../issues/place.js";

export interface Settled {
  series: Record<string, Series>;
  revisions: readonly Revision[];
  /** Cells whose figures contradict each other: none of them counts. */
  gaps: readonly Gap[];
  issues: readonly Issue[];
}

/**
 * One figure per indicator and year. Forms are heard by form year: agreeing figures are one (the more
 * precise is kept), a later form's different figure revises an earlier one's, and two different
 * figures from forms of the same year are refused with a finding that names both cells.
 */
export function settle(observations: readonly Observation[]): Settled {
  const settled = [...byIndicatorAndYear(observations).values()].map(settleYear);
  const series = tableOf<Observation[]>({});
  for (const { value } of settled) {
    if (value !== null) (series[value.indicator] ??= []).push(value);
  }
  for (const each of Object.values(series)) each.sort((a, b) => a.year - b.year);
  return {
    series,
    revisions: settled.flatMap(({ revisions }) => revisions),
    gaps: settled.flatMap(({ gaps }) => gaps),
    issues: settled.flatMap(({ issues }) => issues),
  };
}

function byIndicatorAndYear(observations: readonly Observation[]): Map<string, Observation[]> {
  const groups = groupBy(observations, ({ indicator, year }) => `${indicator} ${year}`);
  return new Map([...groups].sort(([a], [b]) => compareText(a, b)));
}

interface SettledYear {
  value: Observation | null;
  revisions: Revision[];
  gaps: Gap[];
  issues: Issue[];
}

function settleYear(observations: readonly Observation[]): SettledYear {
  const formYears = [...new Set(observations.map(({ formYear }) => formYear))].sort((a, b) => a - b);
  const result: SettledYear = { value: null, revisions: [], gaps: [], issues: [] };
  for (const formYear of formYears) {
    const same = observations.filter((each) => each.formYear === formYear).sort(byPrecision);
    const [best, ...others] = same;
    if (best === undefined) continue;
    if (others.some(({ value }) => !agree(value, best.value))) {
      result.issues.push(conflict(best, others));
      result.gaps = [...result.gaps, ...same.map(refused)];
      result.value = null;
      continue;
    }
    const now = others.reduce(completed, best);
    const before = result.value;
    if (before === null) result.value = now;
    else if (agree(before.value, now.value)) result.value = theMorePrecise(before, now);
    else {
      const { indicator, year } = now;
      result.revisions.push({ indicator, year, old: before, new: now });
      result.value = now;
    }
  }
  return result;
}

/** Of two forms that agree the more precise speaks, the later one where both are equally so. */
export function theMorePrecise(before: Observation, now: Observation): Observation {
  return byPrecision(before, now) < 0 ? completed(before, now) : completed(now, before);
}

/** `kept` with what only the agreeing figure `other` has: numerator, denominator, remark, source, reporter. */
function completed(kept: Observation, other: Observation): Observation {
  const fraction = kept.numerator !== null && kept.denominator !== null ? kept : other;
  return {
    ...kept,
    numerator: fraction.numerator ?? kept.numerator,
    denominator: fraction.denominator ?? kept.denominator,
    remark: kept.remark || other.remark,
    dataSource: kept.dataSource || other.dataSource,
    reporter: kept.reporter || other.reporter,
  };
}

function conflict(one: Observation, others: readonly Observation[]): Issue {
  const all = inPlaceOrder([one, ...others], ({ source }) => source);
  return issue("data/conflict", (all[0] ?? one).source, {
    indicator: one.indicator,
    year: one.year,
    figures: all.map(({ display, source }) => ({ display, cell: cellToFind(source) })),
  });
}

function refused({ indicator, year, display, source, remark }: Observation): Gap {
  return { indicator, year, display, source, remark, reason: "refused", statedReason: "" };
}
