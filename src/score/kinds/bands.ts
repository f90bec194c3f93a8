import type { TargetOf } from "../../plan/target-kinds.js";
import { edges, goalInPlan, goalReached, meets } from "../goal.js";
import { judgeByPace, progressToBand } from "../pace.js";
import type { Goal } from "../scorecard.js";
import type { Kind } from "./kind.js";

/** Above the band is met as well, unless neither more nor less is better. */
function goalOf(target: TargetOf<"around">): Goal {
  return goalReached(target) ?? goalInPlan(target);
}

/** 45左右: within the tolerance. */
export const around: Kind<"around"> = {
  goal: ({ target }) => goalOf(target),
  judge: (context) => {
    const { target, value } = context;
    const judgement = judgeByPace(context, goalOf(target));
    const over = judgement.status === "achieved" && !meets(goalInPlan(target), value);
    return over ? { ...judgement, flags: ["aboveBand"] } : judgement;
  },
  progress: (context) => progressToBand(context, goalOf(context.target)),
  edges: (target) => edges(goalInPlan(target)),
};

/** 出生人口性别比趋于平衡: inside the band, edges included. */
export const balance: Kind<"balance"> = {
  goal: ({ target }) => goalInPlan(target),
  judge: (context) => judgeByPace(context, goalInPlan(context.target)),
  progress: (context) => progressToBand(context, goalInPlan(context.target)),
  edges: (target) => edges(goalInPlan(target)),
};
