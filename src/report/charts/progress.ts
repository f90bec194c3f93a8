import type { Domain } from "../../plan/plan.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { round } from "../../terms/decimal.js";
import type { Dumbbells } from "./chart.js";
import type { UnnumberedChart } from "../numbering/unnumbered.js";
import type { RowFacts } from "../row-facts.js";
import { goalBounds } from "../words/goal-text.js";
import { groupingOf } from "../words/row-notes.js";
import { NOT_APPLICABLE, WITHHELD, figure } from "../words/number.js";
import { EMPTY, SOURCE } from "./blank.js";
import { figuresOf } from "./figures.js";
import { FLAG_NAMES } from "../../terms/flag.js";

/** Per cent of the way that a picture holds; src/draw cuts what is beyond. */
const SHOWN = { lowest: -50, highest: 150 };

/** A picture of more rows takes most of a page, and leaves the page before it empty where it does not fit. */
const MOST_ROWS = 8;

/**
 * Baseline → now → target of a domain's numeric rows, some to a figure. A single way is a sentence, and no picture; and
 * ways that all stand in the pictures of courses beside it are not drawn once more.
 */
export function progressCharts(
  domain: Domain,
  facts: readonly RowFacts[],
  courses: readonly RowFacts[],
  year: number,
): UnnumberedChart[] {
  const held = facts.filter((each) => dumbbell(each).length > 0);
  const drawn = facts.filter((each) => dumbbell(each).some(isDrawn));
  if (drawn.length < 2 || drawn.every((each) => isAmong(each, courses))) return [];
  return figuresOf(held, MOST_ROWS, {
    id: `progress-${domain.id}`,
    title: `${domain.name}领域指标从基期到目标的进展`,
  }).map(({ items, id, title }) => ({ ...progressChart(items, `${year}年`), id, title }));
}

function isAmong({ scored }: RowFacts, all: readonly RowFacts[]): boolean {
  return all.some((each) => each.scored.id === scored.id);
}

function isDrawn({ position }: Dumbbells["rows"][number]): boolean {
  return position !== "";
}

function progressChart(facts: readonly RowFacts[], year: string): Omit<UnnumberedChart, "id" | "title"> {
  const rows = facts.flatMap(dumbbell);
  const spoken = rows.map(
    ({ name, baseline, now, target }) => `${name}基期${baseline}、${year}${now}、目标${target}`,
  );
  return {
    ...EMPTY,
    unit: "",
    source: SOURCE,
    note: `${noteOf(rows, rows.filter(isDrawn))}${sitesNote(facts)}`,
    alt: `${spoken.join("；")}。`,
    dumbbells: [{ year, rows }],
  };
}

function noteOf(rows: Dumbbells["rows"], drawn: Dumbbells["rows"]): string {
  const cut = drawn.some(({ position }) => {
    const percent = Number(position);
    return percent < SHOWN.lowest || percent > SHOWN.highest;
  });
  return [
    drawn.length < rows.length ? `${FLAG_NAMES.metAtBaseline}或无法衡量进度的指标只列数值。` : "",
    cut ? "带双斜线的线段超出图幅，未按比例画出。" : "",
  ].join("");
}

/** Of rows judged site by site: the text beside tells of the district's figure, too. */
function sitesNote(facts: readonly RowFacts[]): string {
  const judged = facts.filter(({ scored }) => scored.groups !== null);
  const sites = [...new Set(judged.map(({ scored }) => groupingOf(scored.indicator)))];
  return sites.length === 0 ? "" : `逐个${sites.join("、")}评价的指标按数值最低的列示。`;
}

/** Of a numeric row with a value; one without a baseline, or that started beyond its target, is named, with no way to draw. */
function dumbbell(facts: RowFacts): Dumbbells["rows"] {
  const { scored, scale } = facts;
  const { indicator, value, progress, status } = scored;
  if (value === null || !traitsOf(indicator.target).numeric) return [];
  return [
    {
      name: indicator.name,
      unit: indicator.unit,
      baseline: baselineText(facts),
      now: figure(scale, value),
      target: goalBounds(facts),
      position: progress === null ? "" : round(progress.made.times(100), 1).toFixed(),
      status,
    },
  ];
}

function baselineText({ scored, scale, plan }: RowFacts): string {
  const { baseline, withheld } = scored;
  if (baseline !== null) return figure(scale, baseline.value);
  return withheld.includes(plan.period.baseline) ? WITHHELD : NOT_APPLICABLE;
}
