import { decimal, type Decimal } from "../../decimal.js";
import { issue } from "../../issue.js";
import type { Entry } from "../catalogue.js";
import type { Check } from "./check.js";
import type { Dataset, Observation } from "../dataset.js";

/** A slipped figure, put right, lies this near (from half to twice) the row's other figures. */
const NEAR = 2;
/** 0.94 for 94, and 9400 where the limit of the row is open. */
const SLIPS: readonly Decimal[] = [decimal(100), decimal("0.01")];

/**
 * A percentage off by a hundred: 0.94 in a row whose other years, and whose baseline in the plan's
 * text, stand near 94.
 */
export const unitSlip: Check = (dataset, { entries }) =>
  entries
    .filter(({ indicator }) => indicator.unit === "%")
    .flatMap((entry) =>
      (dataset.series[entry.indicator.id] ?? []).flatMap((each) => slip(dataset, entry, each)),
    );

function slip(dataset: Dataset, entry: Entry, observation: Observation): ReturnType<Check> {
  const beside = others(dataset, entry, observation);
  const factor = SLIPS.find((each) => nearMost(observation.value.times(each), beside));
  if (factor === undefined || nearMost(observation.value, beside)) return [];
  return [
    issue("data/unit-slip", observation.source, {
      name: entry.indicator.name,
      display: observation.display,
      percent: observation.value.times(factor).toString(),
    }),
  ];
}

function others({ series }: Dataset, { indicator, judged }: Entry, observation: Observation): Decimal[] {
  const years = (series[indicator.id] ?? []).filter((each) => each !== observation);
  const text = judged?.baseline?.value;
  return [...years.map(({ value }) => value), ...(text === undefined ? [] : [text])];
}

function nearMost(value: Decimal, beside: readonly Decimal[]): boolean {
  if (value.isZero()) return false;
  const near = beside.filter((other) => value.lte(other.times(NEAR)) && other.lte(value.times(NEAR)));
  return near.length * 2 > beside.length;
}
