import type { Claim, Verdict } from "../claim.js";
import type { Facts } from "../facts.js";
import {
  changeVerdict,
  directionVerdict,
  multipleVerdict,
  recordVerdict,
  streakVerdict,
  sumVerdict,
} from "./changes.js";
import {
  besideVerdict,
  extremeVerdict,
  gapVerdict,
  metVerdict,
  paceVerdict,
  shortVerdict,
  statusVerdict,
  targetVerdict,
  thanVerdict,
  timesGoalVerdict,
} from "./goals.js";
import { casesVerdict, levelVerdict, UNMATCHED } from "./levels.js";
import { projectVerdict, quantityVerdict, tallyVerdict } from "./tallies.js";

type Comparisons = { [K in Claim["kind"]]: (claim: Extract<Claim, { kind: K }>, facts: Facts) => Verdict };

/** How each kind of claim is held against the facts. */
const COMPARISONS: Comparisons = {
  level: levelVerdict,
  change: changeVerdict,
  multiple: multipleVerdict,
  direction: directionVerdict,
  streak: streakVerdict,
  record: recordVerdict,
  target: targetVerdict,
  gap: gapVerdict,
  timesGoal: timesGoalVerdict,
  pace: paceVerdict,
  met: metVerdict,
  short: shortVerdict,
  status: statusVerdict,
  cases: casesVerdict,
  extreme: extremeVerdict,
  beside: besideVerdict,
  than: thanVerdict,
  sum: sumVerdict,
  tally: tallyVerdict,
  project: projectVerdict,
  quantity: quantityVerdict,
  unmatched: () => UNMATCHED,
};

/** Right, wrong, or nothing to compare with. What is uncertain can be right, but not wrong. */
export function verdictOf(claim: Claim, facts: Facts): Verdict {
  const compare = COMPARISONS[claim.kind] as (claim: Claim, facts: Facts) => Verdict;
  const verdict = compare(claim, facts);
  return verdict.state === "differ" && !claim.sure ? UNMATCHED : verdict;
}
