import type { Target, Threshold } from "../plan/plan.js";

/** Which way a value should move: up, down, or neither (a band, an observed row). */
export type Aim = "up" | "down" | "none";

const THRESHOLD_AIMS: Record<Threshold, Aim> = { atLeast: "up", above: "up", atMost: "down", below: "down" };

const AIMS: { [K in Target["kind"]]: Aim } = {
  ...THRESHOLD_AIMS,
  binary: "up",
  around: "none",
  increase: "up",
  decrease: "down",
  observe: "none",
  relativeTo: "up",
  matches: "up",
  balance: "none",
  stalls: "up",
  contain: "down",
  each: "up",
};

/** The direction a target asks for; an `each` row takes that of its comparison. */
export function aimOf(target: Target): Aim {
  return target.kind === "each" ? THRESHOLD_AIMS[target.comparison] : AIMS[target.kind];
}

/** Rows whose target is a direction rather than a figure: 提高, 降低, 得到控制. */
export function isDirectional(target: Target): boolean {
  return target.kind === "increase" || target.kind === "decrease" || target.kind === "contain";
}
