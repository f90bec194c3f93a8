import { edges, goalInPlan, meets } from "../goal.js";
import { judgeByPace, progressToThreshold } from "../pace.js";
import { verdict, type Kind } from "./kind.js";

/**
 * A numeric target with one bound, judged by its pace: ≥94, ＜8; 男女厕位比不低于2：3, which is held as 女/男,
 * so at least 1.5; 每所≥2, where the site farthest from it is the value.
 */
export const oneSided: Kind = {
  goal: ({ target }) => goalInPlan(target),
  judge: (context) => judgeByPace(context, goalInPlan(context.target)),
  progress: (context) => progressToThreshold(context, goalInPlan(context.target)),
  edges: (target) => edges(goalInPlan(target)),
};

/** ≥1所: there is no half-way, so no pace; what is not there yet is slow until the plan ends. */
export const stepwise: Kind = {
  goal: ({ target }) => goalInPlan(target),
  judge: ({ target, value }) => {
    const goal = goalInPlan(target);
    return meets(goal, value) ? verdict("achieved", "met", { goal }) : verdict("slow", "notThere", { goal });
  },
  progress: () => null,
  edges: () => [],
};
