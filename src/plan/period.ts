import type { Plan } from "./plan.js";

/** A plan and one of its years: a scorecard, say. */
export interface YearOfPlan {
  plan: Pick<Plan, "period">;
  year: number;
}

/** The plan's last year: what is not reached now is not reached, and what is met is 已实现. */
export function isLastYear({ plan, year }: YearOfPlan): boolean {
  return year === plan.period.end;
}
