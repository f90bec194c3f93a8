import type { PlanRow } from "../plan/plan.js";
import { inOrder } from "./flags.js";
import { WORST_FIRST } from "../terms/status.js";
import type { CompoundIndicator, Flag, MissingIndicator, ScoredIndicator } from "./scorecard.js";

/**
 * Joins the parts of a compound row: its status is that of its worst part with data, and it has no
 * value of its own. Parts without data leave it `partial`; when none has data, it has none.
 */
export function joinParts(
  row: PlanRow,
  year: number,
  parts: readonly ScoredIndicator[],
): MissingIndicator | CompoundIndicator {
  const withData = parts.filter(({ status }) => status !== "noData");
  const status = WORST_FIRST.find((each) => parts.some((part) => part.status === each)) ?? "noData";
  const known = {
    ...empty,
    id: row.id,
    indicator: row,
    year,
    flags: joinFlags(parts, withData),
    worseTwice: parts.some(({ worseTwice }) => worseTwice),
  };
  return status === "noData"
    ? { ...known, status, rule: "noValue" }
    : { ...known, status, rule: "worstPart", parts };
}

function joinFlags(parts: readonly ScoredIndicator[], withData: readonly ScoredIndicator[]): Flag[] {
  const someMissing = withData.length > 0 && withData.length < parts.length;
  const own: Flag[] = someMissing ? ["partial"] : [];
  return inOrder([...own, ...parts.flatMap(({ flags }) => flags)]);
}

const empty = {
  value: null,
  observation: null,
  previous: null,
  baseline: null,
  series: [],
  goal: null,
  progress: null,
  comparator: null,
  rate: null,
  groups: null,
  withheld: [],
} as const;
