import type { Domain } from "../../plan/plan.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { round } from "../../terms/decimal.js";
import type { Dumbbells } from "../model.js";
import type { UnnumberedChart } from "../numbering/unnumbered.js";
import type { RowFacts } from "../row-facts.js";
import { goalBounds } from "../words/goal-text.js";
import { figure } from "../words/number.js";
import { EMPTY, SOURCE } from "./blank.js";

/** Per cent of the way that a picture holds; src/draw cuts what is beyond. */
const SHOWN = { lowest: -50, highest: 150 };

/** Baseline → now → target of a domain's numeric rows; a single way is a sentence, and no picture. */
export function progressCharts(domain: Domain, facts: readonly RowFacts[]): UnnumberedChart[] {
  const rows = facts.flatMap(dumbbell);
  const drawn = rows.filter(({ position }) => position !== "");
  if (drawn.length < 2) return [];
  const spoken = rows.map(
    ({ name, baseline, now, target }) => `${name}基期${baseline}、现值${now}、目标${target}`,
  );
  return [
    {
      ...EMPTY,
      id: `progress-${domain.id}`,
      title: `${domain.name}领域指标从基期到目标的进展`,
      unit: "",
      source: SOURCE,
      note: noteOf(rows, drawn),
      alt: `${spoken.join("；")}。`,
      dumbbells: [{ rows }],
    },
  ];
}

function noteOf(rows: Dumbbells["rows"], drawn: Dumbbells["rows"]): string {
  const cut = drawn.some(({ position }) => {
    const percent = Number(position);
    return percent < SHOWN.lowest || percent > SHOWN.highest;
  });
  return [
    drawn.length < rows.length ? "基期已达标或无法衡量进度的指标只列数值。" : "",
    cut ? "带双斜线的线段超出图幅，未按比例画出。" : "",
  ].join("");
}

/** Of a numeric row with a baseline and a value; one that started beyond its target is named, with no way to draw. */
function dumbbell(facts: RowFacts): Dumbbells["rows"] {
  const { scored, scale } = facts;
  const { indicator, baseline, value, progress, status } = scored;
  if (value === null || baseline === null || !traitsOf(indicator.target).numeric) return [];
  return [
    {
      name: indicator.name,
      unit: indicator.unit,
      baseline: figure(scale, baseline.value),
      now: figure(scale, value),
      target: goalBounds(facts),
      position: progress === null ? "" : round(progress.made.times(100), 1).toFixed(),
      status,
    },
  ];
}
