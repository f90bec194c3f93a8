import type { Dataset, GroupFigure, Observation } from "../../data/dataset.js";
import type { Decimal } from "../../terms/decimal.js";
import type { Plan } from "../../plan/plan.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { scoreIndicator } from "../../score/indicator.js";
import type { ScoredIndicator, Status } from "../../score/scorecard.js";

/** The status the row would have with another figure in the same year, by the very rules that gave it this one. */
export function statusAt(value: Decimal, scored: ScoredIndicator, dataset: Dataset, plan: Plan): Status {
  const changed = withValue(dataset, scored, value);
  return scoreIndicator(scored.indicator, { plan, dataset: changed, year: scored.year }).status;
}

function withValue(dataset: Dataset, scored: ScoredIndicator, value: Decimal): Dataset {
  const { id, year, groups } = scored;
  if (groups !== null) return { ...dataset, groups: withWorst(dataset.groups, scored, value) };
  const others = (dataset.series[id] ?? []).filter((each) => each.year !== year);
  const changed: Observation = { ...(scored.observation ?? blank(id, year)), value };
  const series = [...others, changed].sort((a, b) => a.year - b.year);
  return { ...dataset, series: { ...dataset.series, [id]: series } };
}

/** Sites worse than `value` are brought to it; where none is worse, the worst one is. */
function withWorst(figures: readonly GroupFigure[], scored: ScoredIndicator, value: Decimal): GroupFigure[] {
  const judged = scored.groups?.figures ?? [];
  const [worst] = judged;
  const up = traitsOf(scored.indicator.target).better === "up";
  return figures.map((figure) => {
    const short = judged.includes(figure) && (up ? figure.value.lt(value) : figure.value.gt(value));
    return short || figure === worst ? { ...figure, value } : figure;
  });
}

function blank(indicator: string, year: number): Omit<Observation, "value"> {
  return {
    indicator,
    year,
    display: "",
    source: { file: "", sheet: "", cell: "" },
    numerator: null,
    denominator: null,
    remark: "",
    dataSource: "",
    reporter: "",
    formYear: year,
  };
}
