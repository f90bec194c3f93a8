import { decimal, type Decimal } from "../../terms/decimal.js";
import { unitOf } from "../../terms/unit.js";
import { issue } from "../../issues/issue.js";
import type { Check } from "./check.js";
import type { Figure, Observation } from "../dataset.js";

/** A value computed in a spreadsheet carries float noise in its last digits: no more than this many are asked. */
const MOST_DIGITS = 6;

/** A reported rate beside 分子/分母, beyond what rounding to its digits explains. */
export const rateDiffers: Check = ({ series }, { entries }) =>
  entries.flatMap(({ indicator }) => {
    const { per } = unitOf(indicator.unit);
    if (per === null) return [];
    return (series[indicator.id] ?? []).flatMap((observation) => {
      const { numerator, denominator } = observation;
      if (numerator === null || denominator === null) return [];
      if (fits(observation, numerator, denominator, per)) return [];
      return issue("data/rate-differs", observation.source, {
        name: indicator.name,
        year: observation.year,
        reported: observation.display,
        computed: shown(numerator, denominator, per, observation.value),
        unit: indicator.unit,
        fraction: `${numerator.display}/${denominator.display}`,
      });
    });
  });

/** |numerator × per − value × denominator| ≤ half a shown digit × denominator: no quotient is formed. */
function fits({ value }: Observation, numerator: Figure, denominator: Figure, per: number): boolean {
  const half = decimal(10).pow(-digitsOf(value)).times("0.5");
  const apart = numerator.value.times(per).minus(value.times(denominator.value)).abs();
  return apart.lte(half.times(denominator.value));
}

function digitsOf(value: Decimal): number {
  return Math.min(value.decimalPlaces(), MOST_DIGITS);
}

function shown(numerator: Figure, denominator: Figure, per: number, value: Decimal): string {
  if (denominator.value.isZero()) return "—";
  const computed = numerator.value.times(per).div(denominator.value);
  return computed.toDecimalPlaces(Math.max(2, digitsOf(value))).toString();
}
