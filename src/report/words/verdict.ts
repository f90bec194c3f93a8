import type { Plan } from "../../plan/plan.js";
import { hasNatures } from "../../plan/lookup.js";
import { isLastYear } from "../../plan/period.js";
import type { Rate, Scorecard } from "../../score/scorecard.js";
import { RATES } from "../../score/rates.js";
import { ALERT } from "../../terms/alert.js";

type Judged = Pick<Scorecard, "plan" | "year" | "rates" | "rows" | "tally">;

/** 2025年《规划》实施总体进展良好; "" where nothing can be judged, or the plan has no ladder. */
export function verdictClause(scorecard: Judged): string {
  const { plan, year, rates, tally } = scorecard;
  const { named } = plan.terms;
  if (rates.onCourse.of === 0 || plan.method.verdict.length === 0) return "";
  if (isMostlyMissing(tally)) return `${year}年${named}半数以上指标缺项，暂不作总体评价`;
  const words = verdictWords(scorecard);
  const said = isLastYear(scorecard) ? `${year}年，${named}${words}` : `${year}年${named}实施${words}`;
  return `${said}${loweredBy(scorecard)}`;
}

/** 因12岁儿童龋患率等2项约束性指标列入红色预警，总体评价为“总体进展偏慢”: the same behind the figures it rests on. */
export function verdictBehind(scorecard: Judged): string {
  const { plan, rates, rows, tally } = scorecard;
  if (rates.onCourse.of === 0 || plan.method.verdict.length === 0) return "";
  if (isMostlyMissing(tally)) return "半数以上指标缺项，暂不作总体评价";
  const alarmed = alarming(rows);
  const [first, ...others] = alarmed;
  const because =
    first === undefined || loweredBy(scorecard) === ""
      ? ""
      : `因${others.length === 0 ? `约束性指标${first.row.name}` : `${first.row.name}等${alarmed.length}项约束性指标`}列入${ALERT.red.name}预警，`;
  return `${because}总体评价为“${verdictWords(scorecard)}”`;
}

/** What is known of a minority says nothing of the whole. */
export function isMostlyMissing({ noData, total }: Scorecard["tally"]): boolean {
  return noData * 2 > total;
}

/**
 * What is said of the year as a whole: the step of the plan's ladder that the headline rate reaches, one lower where
 * a binding row is on red.
 */
function verdictWords(scorecard: Judged): string {
  const { plan, rates, rows } = scorecard;
  const ladder = plan.method.verdict;
  const reached = stepReached(rates.onCourse, plan);
  const lowered = alarming(rows).length > 0 ? 1 : 0;
  const step = ladder[Math.min(reached + lowered, ladder.length - 1)]!;
  return isLastYear(scorecard) ? step.atEnd : step.words;
}

function alarming(rows: Judged["rows"]): Judged["rows"] {
  return rows.filter(({ alert, row }) => alert === "red" && row.nature === "binding");
}

/** （约束性指标孕产妇死亡率列入红色预警，按评价方法降低一档）: why the words say less than the rate beside them. "" where they say as much. */
function loweredBy(scorecard: Judged): string {
  const { plan, rates, rows } = scorecard;
  const isLowest = stepReached(rates.onCourse, plan) >= plan.method.verdict.length - 1;
  const alarmed = alarming(rows);
  const [first, ...others] = alarmed;
  if (first === undefined || isLowest) return "";
  const which = others.length === 0 ? `约束性指标${first.row.name}` : `${alarmed.length}项约束性指标`;
  return `（${which}列入${ALERT.red.name}预警，按评价方法降低一档）`;
}

/** Which step of the plan's ladder a share reaches; -1 for none. */
export function stepReached({ n, of }: Rate, { method }: Plan): number {
  // Cross-multiplied, as all cuts are: n/of ≥ from %.
  return method.verdict.findIndex(({ from }) => from.times(of).lte(n * 100));
}

/** The ladder in the words of the report's year, for the method annex. */
export function verdictMethod({ method, rows }: Plan, final: boolean): string {
  const steps = method.verdict.map(({ from, words, atEnd }, index) => {
    const said = `“${final ? atEnd : words}”`;
    return index === method.verdict.length - 1 ? `其余为${said}` : `不低于${from.toFixed()}%的为${said}`;
  });
  const alarm = hasNatures({ rows }) ? "；有约束性指标列入红色预警的，降低一档" : "";
  return steps.length === 0
    ? ""
    : `总体评价按${RATES.onCourse.counted(final)}的比重：${steps.join("，")}${alarm}；缺项过半的，不作总体评价。`;
}
