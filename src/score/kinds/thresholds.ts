import type { Threshold } from "../../plan/plan.js";
import { edges, meets, thresholdGoal, atOrAbove } from "../goal.js";
import { judgeByPace, progressToThreshold } from "../pace.js";
import type { Goal } from "../scorecard.js";
import { verdict, type Case, type Kind, type TargetOf, type Units } from "./kind.js";

type OneSided = Threshold | "stalls" | "each";

/** A numeric target with one bound, judged by its pace. */
function oneSided<K extends OneSided>(kind: K, goalOf: (target: TargetOf<K>) => Goal): Kind<K> {
  return {
    kind,
    goal: ({ target }) => goalOf(target),
    judge: (context) => judgeByPace(context, goalOf(context.target)),
    progress: (context: Case<K>) =>
      progressToThreshold(context, context.target.value, goalOf(context.target)),
    edges: (target) => edges(goalOf(target)),
  };
}

function threshold<K extends Threshold>(kind: K): Kind<K> {
  return oneSided(kind, (target) => thresholdGoal(kind, target.value));
}

export const atLeast = threshold("atLeast");
export const above = threshold("above");
export const atMost = threshold("atMost");
export const below = threshold("below");

/** 男女厕位比不低于2：3, written 男:女 and held as 女/男: more is better, so at least 1.5. */
export const stalls = oneSided("stalls", (target) => atOrAbove(target.value));

/** 以乡镇（街道）为单位, 每所: every unit meets it, so the unit farthest from it is the value. */
export const each: Kind<"each"> = {
  ...oneSided("each", (target) => thresholdGoal(target.comparison, target.value)),
  units: ({ comparison, grouping, expected }): Units => ({
    grouping,
    worst: comparison === "atLeast" || comparison === "above" ? "lowest" : "highest",
    expected,
  }),
};

/** ≥1所: there is no half-way, so no pace; what is not there yet is slow until the plan ends. */
export const binary: Kind<"binary"> = {
  kind: "binary",
  goal: ({ target }) => atOrAbove(target.value),
  judge: ({ target, value }) =>
    meets(atOrAbove(target.value), value) ? verdict("achieved", "met") : verdict("slow", "binaryUnmet"),
  progress: () => null,
  edges: () => [],
};
