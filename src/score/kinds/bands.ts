import { atOrAbove, between, edges, meets } from "../goal.js";
import { judgeByPace, progressToBand } from "../pace.js";
import type { Goal } from "../scorecard.js";
import { verdict, type Kind, type TargetOf } from "./kind.js";

function band({ value, tolerance }: TargetOf<"around">): Goal {
  return between(value.minus(tolerance), value.plus(tolerance));
}

/** Above the band is met as well, unless neither more nor less is better. */
function aroundGoal(target: TargetOf<"around">): Goal {
  return target.above === "met" ? atOrAbove(target.value.minus(target.tolerance)) : band(target);
}

/** 45左右: within the tolerance. */
export const around: Kind<"around"> = {
  kind: "around",
  goal: ({ target }) => aroundGoal(target),
  judge: (context) => {
    const { target, value } = context;
    const judgement = judgeByPace(context, aroundGoal(target));
    const over = judgement.status === "achieved" && !meets(band(target), value);
    return over ? verdict(judgement.status, judgement.rule, ["aboveBand"]) : judgement;
  },
  progress: (context) => progressToBand(context, aroundGoal(context.target)),
  edges: (target) => edges(band(target)),
};

/** 出生人口性别比趋于平衡: inside the band, edges included. */
export const balance: Kind<"balance"> = {
  kind: "balance",
  goal: ({ target }) => between(target.low, target.high),
  judge: (context) => judgeByPace(context, between(context.target.low, context.target.high)),
  progress: (context) => progressToBand(context, between(context.target.low, context.target.high)),
  edges: (target) => [target.low, target.high],
};
