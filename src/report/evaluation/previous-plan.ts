import { judgedOf } from "../../plan/lookup.js";
import { MOVE_NAMES } from "./words/moves-text.js";
import type { PreviousEnd } from "../../plan/plan.js";
import { traitsOf } from "../../plan/target-kinds.js";
import type { ScoredIndicator, Scorecard } from "../../score/scorecard.js";
import { isNearlyLevel, isWorse } from "../../score/trend.js";
import { paragraph, tableBlock } from "../blocks.js";
import type { Passage } from "../numbering/passage.js";
import { labelOf, passage } from "../numbering/passage.js";
import type { UnnumberedBlock, UnnumberedTable } from "../numbering/unnumbered.js";
import { factsOf } from "../row-facts.js";
import type { Move } from "../since-baseline.js";
import { citedCell, differenceCell, figureCell, orNone, textCell, yearCell } from "../tables/cells.js";
import { namingColumns, unitColumn } from "../tables/columns.js";
import { tableOf, type Column } from "../tables/table.js";
import { NOT_APPLICABLE, figure, shown, type Scale } from "../words/number.js";
import { nameList, sentence } from "../words/wording.js";

/** A row that the plan before this one had, too, with what it left. */
interface Inherited {
  scored: ScoredIndicator;
  end: PreviousEnd;
}

/** The plan's end held against that of the plan before it; nothing where the plan file tells none of its figures. */
export function previousPlanBlocks(scorecard: Scorecard): UnnumberedBlock[] {
  const inherited = scorecard.rows
    .flatMap((row) => judgedOf<ScoredIndicator>(row))
    .flatMap((scored): Inherited[] => {
      const { previousPlan } = scored.indicator;
      return previousPlan === null ? [] : [{ scored, end: previousPlan }];
    });
  if (inherited.length === 0) return [];
  const moved = inherited.map((each) => ({ ...each, move: moveOf(each, scorecard) }));
  if (moved.length < FEWEST_ROWS && moved.every(({ move }) => move !== null)) {
    const change = ({ scored, end }: Inherited) =>
      changeText(scored, end, factsOf(scored, scorecard.plan).scale);
    return [paragraph(sentence([comparisonText(moved, change)]))];
  }
  return [paragraph(tabledText(moved, scorecard)), tableBlock(comparisonTable(inherited, scorecard))];
}

/** Fewer can all be told in the sentence. */
const FEWEST_ROWS = 3;
const MOST_NAMES = 8;

/** Move null: counted otherwise, few events, or neither way is better. */
type Moved = Inherited & { move: Move | null };

const MOVES: readonly { move: Move; name: string }[] = [
  { move: "better", name: "改善" },
  { move: "level", name: "基本持平" },
  { move: "worse", name: MOVE_NAMES.worse },
];

/** …（见表5）。 */
function tabledText(moved: readonly Moved[], { year }: Scorecard): Passage {
  if (moved.every(({ move }) => move === null))
    return passage`上一规划的期末数与${year}年的数不宜直接比较，列入${LABEL}备查。`;
  return passage`${comparisonText(moved, ({ scored }) => scored.indicator.name)}（见${LABEL}）。`;
}

const LABEL = labelOf("table:previous");

/** 与上一规划期末相比，口径相同、可以比较的5项指标中，改善4项（婴儿死亡率、…），退步1项（…） */
function comparisonText(moved: readonly Moved[], say: (each: Inherited) => string): string {
  const told = MOVES.map(({ move, name }) => ({
    name,
    held: moved.filter((each) => each.move === move),
  })).filter(({ held }) => held.length > 0);
  const count = told.reduce((sum, { held }) => sum + held.length, 0);
  const opening = `与上一规划期末相比，口径相同、可以比较的${count}项指标`;
  const [first, ...others] = told;
  if (first !== undefined && others.length === 0) {
    const said = `${count === 1 ? "" : "均"}${first.name === "改善" ? "有" : ""}${first.name}`;
    return `${opening}${named(first.held, say)}${said}`;
  }
  return `${opening}中，${told.map(({ name, held }) => `${name}${held.length}项${named(held, say)}`).join("，")}`;
}

function named(held: readonly Inherited[], say: (each: Inherited) => string): string {
  const names = held.map(say);
  return `（${nameList(names.slice(0, MOST_NAMES))}${names.length > MOST_NAMES ? "等" : ""}）`;
}

/** 婴儿死亡率由2020年的2.37‰降至1.92‰ */
function changeText({ indicator, value }: ScoredIndicator, end: PreviousEnd, scale: Scale): string {
  const then = `${indicator.name}由${end.year}年的${figure(scale, end.value)}`;
  if (value === null) return `${then}变为${NOT_APPLICABLE}`;
  const difference = shown(scale, value).minus(shown(scale, end.value));
  const verb = difference.isZero() ? "保持到" : difference.isNegative() ? "降至" : "升至";
  return `${then}${verb}${figure(scale, value)}`;
}

/** By the shown figures; null where they are counted otherwise, rest on few events, or neither more nor less is better. */
function moveOf({ scored, end }: Inherited, { plan }: Scorecard): Move | null {
  const { value, indicator, goal, flags, status } = scored;
  if (value === null || end.scope !== "" || flags.includes("smallNumbers") || status === "observed")
    return null;
  if (traitsOf(indicator.target).better === "neither" && goal === null) return null;
  const { scale } = factsOf(scored, plan);
  const [now, then] = [shown(scale, value), shown(scale, end.value)];
  if (isNearlyLevel(indicator, now.minus(then)) || now.eq(then)) return "level";
  return isWorse(now, then, indicator.target, goal) ? "worse" : "better";
}

function comparisonTable(inherited: readonly Inherited[], scorecard: Scorecard): UnnumberedTable {
  const sources = [...new Set(inherited.map(({ end }) => end.source))];
  return tableOf(
    {
      id: "previous",
      title: `${scorecard.plan.shortTitle}主要指标与上一规划期末比较`,
      notes: inherited.flatMap(({ scored, end }) =>
        end.scope === "" ? [] : [`${scored.id}：${end.scope}，不作比较。`],
      ),
      source: `上一规划期末数来自${sources.join("、")}；其余为各责任单位报送数据。`,
    },
    columnsOf(inherited, scorecard),
    inherited,
  );
}

const BEFORE = "上一规划";

function columnsOf(inherited: readonly Inherited[], { plan, year }: Scorecard): Column<Inherited>[] {
  const indicatorOf = ({ scored }: Inherited) => scored.indicator;
  const scaleFor = ({ scored }: Inherited) => factsOf(scored, plan).scale;
  const years = [...new Set(inherited.map(({ end }) => end.year))];
  const [only] = years;
  const asked = years.length === 1 && only !== undefined ? `${only}年` : "期末";
  return [
    ...namingColumns({ id: 8, name: 28 }, indicatorOf),
    unitColumn(8, indicatorOf),
    { head: [BEFORE, "目标"], width: 11, align: "centre", cell: ({ end }) => orNone(end.target) },
    {
      head: [BEFORE, asked],
      width: 11,
      align: "right",
      cell: (row) => {
        const cell = figureCell(scaleFor(row), row.end.value);
        return years.length === 1 ? cell : { ...cell, text: `${cell.text}（${row.end.year}年）` };
      },
    },
    {
      head: ["本规划", "目标"],
      width: 11,
      align: "centre",
      cell: ({ scored }) => scored.indicator.target.text,
    },
    {
      head: ["本规划", `${year}年`],
      width: 11,
      align: "right",
      cell: (row) => citedCell(yearCell(scaleFor(row), row.scored, year), row.scored.id, year),
    },
    {
      head: "比上一规划期末",
      width: 12,
      align: "right",
      cell: (row) => {
        const { value } = row.scored;
        if (value === null || row.end.scope !== "") return textCell(NOT_APPLICABLE);
        return differenceCell(scaleFor(row), row.end.value, value);
      },
    },
  ];
}
