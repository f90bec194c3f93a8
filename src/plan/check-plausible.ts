import type { Decimal } from "../terms/decimal.js";
import { finding, type Finding, type Path } from "../yaml/finding.js";
import { partsOf } from "./check-ids.js";
import { judged } from "./check-targets.js";
import type { Draft } from "./draft.js";
import type { Judged } from "./plan.js";
import { spanOf } from "./target-kinds.js";

/** The lower limit of `plausible` stands below the upper one. */
export function plausibleLimitsAscend({ rows, series }: Draft): Finding[] {
  const parts = rows.flatMap(({ path, value }) =>
    // Told once: limits that a part takes over from its row are the row's.
    partsOf(path, value.parts).filter((part) => part.value.plausible !== value.plausible),
  );
  return [...rows, ...parts, ...series].flatMap(({ path, value: { plausible } }) =>
    plausible === null || plausible.low.lt(plausible.high)
      ? []
      : [finding("plan/plausible-upside-down", [...path, "plausible"], {})],
  );
}

/** What the plan itself names of a row, its target and its baseline, is plausible. */
export function plausibleHoldsThePlan(draft: Draft): Finding[] {
  return judged(draft).flatMap(({ path, value }) => missed(path, value));
}

function missed(path: Path, { plausible, target, baseline }: Judged): Finding[] {
  if (plausible === null || plausible.low.gte(plausible.high)) return [];
  const { low = null, high = null } = spanOf(target) ?? {};
  const named: readonly [noun: string, figure: Decimal | null][] = [
    ["目标值", low],
    ["目标值", high],
    ["基期数", baseline?.value ?? null],
  ];
  return named
    .flatMap(([noun, figure]) => (figure === null ? [] : [{ noun, figure }]))
    .filter(({ figure }) => figure.lt(plausible.low) || figure.gt(plausible.high))
    .slice(0, 1)
    .map(({ noun, figure }) =>
      finding("plan/plausible-too-narrow", [...path, "plausible"], { noun, figure: figure.toString() }),
    );
}
