import type { Nature } from "../plan/plan.js";
import { metInData } from "./flags.js";
import { holdsGoal } from "./goal.js";
import { ALERTS, type Alert } from "../terms/alert.js";
import type { Rule, ScoredIndicator, ScoredRow } from "./scorecard.js";

/** An alert and, where it was held at yellow, why. */
export type Warning = Pick<ScoredRow, "alert" | "alertCap">;

interface AlertRule {
  alert: Alert;
  holds: (scored: ScoredIndicator, binding: boolean) => boolean;
}

/** The first that holds. In the plan's last year notAchieved stands where offTrack stood. */
const RULES: readonly AlertRule[] = [
  { alert: "red", holds: (scored, binding) => binding && failing(scored) },
  { alert: "orange", holds: (scored, binding) => failing(scored) || (binding && scored.status === "unmet") },
  {
    alert: "yellow",
    holds: ({ status, worseTwice }) => status === "slow" || status === "unmet" || worseTwice,
  },
  { alert: "blue", holds: ({ status }) => status === "noData" },
];

function failing({ status, flags }: ScoredIndicator): boolean {
  return status === "offTrack" || status === "notAchieved" || flags.includes("fellBack");
}

export function warningOf(scored: ScoredIndicator, nature: Nature | null): Warning {
  const alert = RULES.find(({ holds }) => holds(scored, nature === "binding"))?.alert ?? null;
  const cap = alert === "red" || alert === "orange" ? capOf(scored) : null;
  return cap === null ? { alert, alertCap: null } : { alert: "yellow", alertCap: cap };
}

/** The worst of the parts of a compound row. */
export function worstWarning(warnings: readonly Warning[]): Warning {
  const alert = ALERTS.find((each) => warnings.some((warning) => warning.alert === each)) ?? null;
  const alertCap = warnings.find((warning) => warning.alert === alert)?.alertCap ?? null;
  return { alert, alertCap };
}

/** Why the evidence is too weak for more than yellow. */
function capOf(scored: ScoredIndicator): ScoredRow["alertCap"] {
  if (restsOnDoubt(scored)) return "doubtfulBaseline";
  const { rate, goal } = scored;
  return rate !== null && goal !== null && holdsGoal(rate.interval, goal) ? "interval" : null;
}

/** The rules that never look at the baseline. */
const WITHOUT_BASELINE: readonly Rule[] = [
  "noValue",
  "watched",
  "directionUnknown",
  "noBaseline",
  "noComparator",
  "gapUnknown",
  "met",
  "metBeside",
  "notThere",
];

/** A figure of the data that met the target and was lost is a fall, however doubtful the baseline. */
function restsOnDoubt(scored: ScoredIndicator): boolean {
  const doubtful = scored.baseline !== null && scored.baseline.doubtful !== null;
  return doubtful && !WITHOUT_BASELINE.includes(scored.rule) && !lostInData(scored);
}

function lostInData(scored: ScoredIndicator): boolean {
  return scored.flags.includes("fellBack") && metInData(scored);
}
