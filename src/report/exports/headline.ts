import { hasNatures } from "../../plan/lookup.js";
import { isLastYear } from "../../plan/period.js";
import { fraction, RATES } from "../../score/rates.js";
import type { Scorecard } from "../../score/scorecard.js";
import { tallyText } from "../words/labels.js";

/** What a scorecard comes to, wherever it is told in few lines: all rows, the binding ones where there are such, the rates. */
export function headlineOf({ plan, year, tally, byNature, rates }: Scorecard): string[] {
  const ended = isLastYear({ plan, year });
  const { binding } = byNature;
  return [
    `共${tally.total}项：${tallyText(tally, ended)}`,
    ...(hasNatures(plan) ? [`约束性指标${binding.total}项：${tallyText(binding, ended)}`] : []),
    `${HEADLINE.map((name) => `${RATES[name].title(ended)} ${fraction(rates[name])}`).join("　")}（${RATES.onCourse.whole}）`,
  ];
}

/** The last one has a denominator that does not tell itself. */
const HEADLINE = ["achievement", "improving", "onCourse"] as const;
