import { unitOf } from "../../terms/unit.js";
import { issue } from "../../issues/issue.js";
import type { Check } from "./check.js";
import { fitsFraction, rateOf, shownDigits } from "./fraction.js";
import type { Observation } from "../dataset.js";

/** A reported rate beside 分子/分母, beyond what rounding to its digits explains. */
export const rateDiffers: Check = ({ series }, { entries }) =>
  entries.flatMap(({ indicator }) => {
    const { per } = unitOf(indicator.unit);
    if (per === null) return [];
    return (series[indicator.id] ?? []).flatMap((observation) => {
      const { numerator, denominator } = observation;
      if (numerator === null || denominator === null) return [];
      if (fitsFraction(observation, per) !== false) return [];
      return issue("data/rate-differs", observation.source, {
        name: indicator.name,
        year: observation.year,
        reported: observation.display,
        computed: shown(observation, per),
        unit: indicator.unit,
        fraction: `${numerator.display}/${denominator.display}`,
      });
    });
  });

function shown(observation: Observation, per: number): string {
  const digits = Math.max(2, shownDigits(observation.value));
  const rate = rateOf(observation, per);
  const rounded = rate?.toDecimalPlaces(digits);
  // One of millions is not none.
  return (rounded?.isZero() === true ? rate?.toSignificantDigits(1) : rounded)?.toFixed() ?? "—";
}
