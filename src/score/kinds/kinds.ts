import type { Target } from "../../plan/plan.js";
import { around, balance } from "./bands.js";
import { matches, relativeTo } from "./comparators.js";
import { contain, decrease, increase } from "./directional.js";
import { verdict, type Kind } from "./kind.js";
import { above, atLeast, atMost, below, binary, each, stalls } from "./thresholds.js";

/** 保持合理比例: level and change are shown, nothing is judged. */
const observe: Kind<"observe"> = {
  kind: "observe",
  goal: () => null,
  judge: () => verdict("observed", "observe"),
  progress: () => null,
  edges: () => [],
};

/** Every way a plan sets a target. A new kind is a new entry. */
export const KINDS: readonly Kind[] = [
  atLeast,
  above,
  atMost,
  below,
  binary,
  around,
  increase,
  decrease,
  observe,
  relativeTo,
  matches,
  balance,
  stalls,
  contain,
  each,
];

export function kindOf(target: Target): Kind {
  const found = KINDS.find(({ kind }) => kind === target.kind);
  if (found === undefined) throw new Error(`no entry for target kind ${target.kind}`);
  return found;
}
