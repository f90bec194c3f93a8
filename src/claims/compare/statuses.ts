import { cellText } from "../../issues/place.js";
import { rowOf } from "../../plan/lookup.js";
import { isLastYear } from "../../plan/period.js";
import { spanOf } from "../../plan/target-kinds.js";
import { ALERT } from "../../terms/alert.js";
import { STATUS, statusName } from "../../terms/status.js";
import type { Of, Verdict } from "../claim.js";
import type { Facts } from "../facts.js";
import { statusesCalled } from "../grammar/status-words.js";
import { goalsOf, type WithGoal } from "./goals.js";
import { AGREE, anyOf } from "./any-of.js";

/** 进展偏慢; 尚未达标 */
export function statusVerdict(claim: Of<"status">, facts: Facts): Verdict {
  return anyOf(goalsOf(claim, facts).flatMap((each) => ofStatus(each, claim, facts)));
}

function ofStatus({ row, scored, year }: WithGoal, { name, negated }: Of<"status">, facts: Facts): Verdict[] {
  if (scored === undefined) return [];
  const final = isLastYear({ plan: facts.plan, year });
  const own = statusName(scored.status, final);
  const met = scored.status === "achieved";
  const right: Verdict = {
    state: "differ",
    about: `${row.name}${year}年`,
    right: own,
    from: scored.observation === null ? "" : cellText(scored.observation.source),
  };
  if (PLAIN.has(name)) {
    if (!STATUS[scored.status].judged) return [];
    const holds = met || (scored.status === "onTrack" && spanOf(row.target) === null);
    return [holds === !negated ? AGREE : right];
  }
  const called = statusesCalled(name);
  if (called !== null) return [called.includes(scored.status) === !negated ? AGREE : right];
  if (!NAMES.has(name)) return [];
  return [(own === name) === !negated ? AGREE : right];
}

/** 为红色预警 */
export function alertVerdict(claim: Of<"alert">, facts: Facts): Verdict {
  return anyOf(
    claim.years.flatMap((year) =>
      claim.options.flatMap(({ id, name }): Verdict[] => {
        const row = facts.scorecard(year)?.rows.find((each) => each.row.id === id);
        if (row === undefined) return [];
        const own = row.alert === null ? null : ALERT[row.alert].name;
        if (claim.name === null ? own !== null : own === claim.name) return [AGREE];
        const right = own === null ? "没有预警" : `${own}预警`;
        return [{ state: "differ", about: `${name}${year}年`, right, from: "按本报告的评价结果" }];
      }),
    ),
  );
}

/** 为约束性指标 */
export function natureVerdict({ options, nature }: Of<"nature">, { plan }: Facts): Verdict {
  return anyOf(
    options.flatMap(({ id, name }): Verdict[] => {
      const row = rowOf(plan, id);
      if (row === undefined) return [];
      const right = row.nature === "binding" ? "约束性指标" : "预期性指标";
      return [row.nature === nature ? AGREE : { state: "differ", about: name, right, from: plan.title }];
    }),
  );
}

/** Words that say met, whatever the status is called. */
const PLAIN = new Set(["达标", STATUS.achieved.name, STATUS.achieved.nameAtEnd, "达到目标", "实现目标"]);
const NAMES = new Set(Object.values(STATUS).flatMap(({ name, nameAtEnd }) => [name, nameAtEnd]));
