import type { Threshold } from "../../plan/plan.js";
import { edges, goalInPlan, meets } from "../goal.js";
import { judgeByPace, progressToThreshold } from "../pace.js";
import { verdict, type Kind } from "./kind.js";

/** A numeric target with one bound, judged by its pace. */
function oneSided<K extends Threshold | "stalls" | "each">(kind: K): Kind<K> {
  return {
    kind,
    goal: ({ target }) => goalInPlan(target),
    judge: (context) => judgeByPace(context, goalInPlan(context.target)),
    progress: (context) => progressToThreshold(context, goalInPlan(context.target)),
    edges: (target) => edges(goalInPlan(target)),
  };
}

export const atLeast = oneSided("atLeast");
export const above = oneSided("above");
export const atMost = oneSided("atMost");
export const below = oneSided("below");

/** 男女厕位比不低于2：3, written 男:女 and held as 女/男: more is better, so at least 1.5. */
export const stalls = oneSided("stalls");

/** 以乡镇（街道）为单位, 每所: every unit meets it, so the unit farthest from it is the value. */
export const each: Kind<"each"> = {
  ...oneSided("each"),
  units: ({ comparison, grouping, expected }) => ({
    grouping,
    worst: comparison === "atLeast" || comparison === "above" ? "lowest" : "highest",
    expected,
  }),
};

/** ≥1所: there is no half-way, so no pace; what is not there yet is slow until the plan ends. */
export const binary: Kind<"binary"> = {
  kind: "binary",
  goal: ({ target }) => goalInPlan(target),
  judge: ({ target, value }) =>
    meets(goalInPlan(target), value) ? verdict("achieved", "met") : verdict("slow", "binaryUnmet"),
  progress: () => null,
  edges: () => [],
};
