import type { LegendEntry } from "../model.js";
import { isLastYear } from "../../plan/period.js";
import type { Scorecard } from "../../score/scorecard.js";
import { rowsAndParts } from "../row-facts.js";
import { STATUS, STATUSES, statusName, type Status } from "../../terms/status.js";

/**
 * 图表符号: the statuses the report may print. In the plan's last year those of the years before stand
 * beside them, for the tables that look back.
 */
export function legendOf(
  { plan, year }: Pick<Scorecard, "plan" | "year">,
  printed: ReadonlySet<Status> = new Set(STATUSES),
): LegendEntry[] {
  const final = isLastYear({ plan, year });
  const may = (status: Status): boolean => (final || !STATUS[status].onlyAtEnd) && printed.has(status);
  return STATUSES.filter(may).map((status) => ({
    mark: status,
    name: [...new Set([statusName(status, false), statusName(status, final)])].join("、"),
    meaning: STATUS[status].meaning(plan.terms.plan),
  }));
}

/** What a report of one year prints: the statuses of its rows. 缺 may stand in the columns of years before. */
export function statusesPrinted(scorecard: Pick<Scorecard, "rows">): ReadonlySet<Status> {
  return new Set([...rowsAndParts(scorecard).map(({ status }) => status), "noData"]);
}
