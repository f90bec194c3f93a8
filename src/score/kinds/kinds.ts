import type { Target, TargetKind } from "../../plan/plan.js";
import { around, balance } from "./bands.js";
import { beside } from "./comparators.js";
import { directional } from "./directional.js";
import { verdict, type Kind } from "./kind.js";
import { oneSided, stepwise } from "./thresholds.js";

/** 保持合理比例: level and change are shown, nothing is judged. */
const watched: Kind = {
  goal: () => null,
  judge: () => verdict("observed", "watched", {}),
  progress: () => null,
  edges: () => [],
};

/** How each target kind is scored; kinds that differ in their traits alone share an entry. */
const KINDS: { [K in TargetKind]: Kind<K> } = {
  atLeast: oneSided,
  above: oneSided,
  atMost: oneSided,
  below: oneSided,
  binary: stepwise,
  around,
  increase: directional,
  decrease: directional,
  observe: watched,
  relativeTo: beside,
  matches: beside,
  balance,
  stalls: oneSided,
  contain: directional,
  each: oneSided,
};

/** An entry of the target's own kind, so that it may be asked about that target. */
export function kindOf(target: Target): Kind {
  return KINDS[target.kind];
}
