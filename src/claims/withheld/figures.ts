import type { Indicator } from "../../plan/plan.js";
import { spanOf } from "../../plan/target-kinds.js";
import { edges } from "../../score/goal.js";
import { decimal } from "../../terms/decimal.js";
import { countsEvents, unitOf } from "../../terms/unit.js";
import { fits } from "../compare/amount.js";
import { scale } from "../scale.js";
import { judgedRow } from "../facts.js";
import type { Figure } from "../figure.js";
import type { Editions } from "./editions.js";

/** The plan's target, and 不足5例 of what is not told: both stand in the edition itself. */
export function isHarmless(figure: Figure, indicator: Indicator, editions: Editions): boolean {
  const isFew = figure.hedge === "under" && figure.value.gte(editions.all.plan.method.publicMinimum);
  return isFew || isTarget(figure, indicator, editions);
}

/** Whether a figure is one that the plan asks for. */
function isTarget(figure: Figure, { id, unit }: Indicator, { all: { plan } }: Editions): boolean {
  const target = judgedRow(plan, id)?.target;
  const factor = scale(unitOf(unit), figure.unit);
  if (target === undefined || factor === null || figure.form !== "number") return false;
  const span = spanOf(target);
  const asked = [
    ...(span === null ? [] : edges(span)),
    ...[...target.text.matchAll(/\d+(?:\.\d+)?/gu)].map(([digits]) => decimal(digits)),
  ];
  return asked.some((edge) => edge.times(factor).eq(figure.value));
}

/** Whether a figure is one that the edition tells of the row, in any of these years; of none: in whatever year. */
export function isOpen(
  figure: Figure,
  { id, unit }: Indicator,
  years: readonly number[],
  { open: { dataset, plan } }: Editions,
): boolean {
  const factor = figure.unit === "" ? decimal(1) : scale(unitOf(unit), figure.unit);
  const own = (dataset.series[id] ?? []).filter(({ year }) => years.length === 0 || years.includes(year));
  return factor !== null && own.some(({ value }) => fits(figure, value.times(factor), plan.method.rounding));
}

/** People and cases are few where they are not told. */
const PEOPLE = new Set(["例", "人", "名", "件", "起"]);

/** Whether a figure could be one of the row's, or a change of one, by its unit. */
export function couldBe(figure: Figure, indicator: Indicator, editions: Editions): boolean {
  const unit = unitOf(indicator.unit);
  if (isHarmless(figure, indicator, editions)) return false;
  if (figure.points) return unit.per !== null;
  const { publicMinimum } = editions.all.plan.method;
  if (PEOPLE.has(figure.unit) && countsEvents(unit))
    return figure.value.gt(0) && figure.value.lt(publicMinimum);
  // 6.92个十万分点: nothing is counted in parts.
  const isUnknown = figure.unit === "" || (figure.unit === "个" && !figure.value.isInteger());
  return isUnknown || scale(unit, figure.unit) !== null;
}
