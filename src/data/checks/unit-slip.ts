import { decimal, type Decimal } from "../../decimal.js";
import { issue } from "../../issue.js";
import type { Entry } from "../catalogue.js";
import type { Check } from "../checks.js";
import type { Dataset, Observation } from "../dataset.js";

/** A share times 100 lies this near (from half to twice) the row's other figures. */
const NEAR = 2;

/** 0.94 in a percentage row whose other years, or whose baseline in the plan's text, stand near 94. */
export const unitSlip: Check = (dataset, { entries }) =>
  entries
    .filter(({ indicator }) => indicator.unit === "%")
    .flatMap((entry) =>
      (dataset.series[entry.indicator.id] ?? [])
        .filter((observation) => looksLikeShare(observation, others(dataset, entry, observation)))
        .map((observation) =>
          issue("data/unit-slip", observation.source, {
            name: entry.indicator.name,
            display: observation.display,
            percent: observation.value.times(100).toString(),
          }),
        ),
    );

function others({ series }: Dataset, { indicator, judged }: Entry, observation: Observation): Decimal[] {
  const years = (series[indicator.id] ?? []).filter((each) => each !== observation);
  const text = judged?.baseline?.value;
  return [...years.map(({ value }) => value), ...(text === undefined ? [] : [text])];
}

function looksLikeShare({ value }: Observation, beside: readonly Decimal[]): boolean {
  if (value.isZero() || value.gt(decimal("1.5"))) return false;
  const percent = value.times(100);
  const near = beside.filter((other) => percent.lte(other.times(NEAR)) && other.lte(percent.times(NEAR)));
  return near.length * 2 > beside.length;
}
