import type { LegendEntry } from "../model.js";
import { isLastYear } from "../../plan/period.js";
import type { Scorecard } from "../../score/scorecard.js";
import { STATUS, STATUSES, statusName } from "../../terms/status.js";

/**
 * 图表符号: the statuses the report may print. In the plan's last year those of the years before stand
 * beside them, for the tables that look back.
 */
export function legendOf({ plan, year }: Pick<Scorecard, "plan" | "year">): LegendEntry[] {
  const final = isLastYear({ plan, year });
  return STATUSES.filter((status) => final || !STATUS[status].onlyAtEnd).map((status) => ({
    mark: status,
    name: [...new Set([statusName(status, false), statusName(status, final)])].join("、"),
    meaning: STATUS[status].meaning(plan.terms.plan),
  }));
}
