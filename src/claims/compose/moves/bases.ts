import type { Composing } from "../emit.js";
import type { State } from "../state.js";

/** The years that may be meant: what the clause names; else that, or last year, or the baseline. */
export function basesOf({ state }: Composing): readonly number[] {
  const { bases, basesFrom, years, period, listed } = state;
  // 2023年、2024年、2025年，…分别为…，年均提高2.19个百分点: from the first of them, or the baseline.
  const [first, ...later] = listed;
  if (state.yearly && first !== undefined && later.length > 0 && basesFrom !== "clause")
    return [first, period.baseline];
  const usual = [(years[0] ?? period.year) - 1, period.baseline];
  // 五年来提高…, 累计提高…: from where the span begins.
  const isOfSpan = (state.span !== null && state.since) || state.total;
  if (isOfSpan && bases.length > 0 && basesFrom === "sentence") return bases;
  if (
    basesFrom === "clause" ||
    state.comparing ||
    (basesFrom === "sentence" && bases.length > 0 && state.course !== null)
  )
    return bases;
  // 五年下降1.21个百分点，其中2025年…: rather on the year before than since the sentence's base.
  const isOfYear = state.undated && state.span === null;
  if (basesFrom === "sentence" && state.things !== null)
    return [...new Set(isOfYear ? [...usual, ...bases] : [...bases, ...usual])];
  if (basesFrom === "text") return [...new Set([...bases, ...usual])];
  return sinceFirstDated(state, usual);
}

/** 2020年是13.04%，2025年是19.57%，增幅6.53个百分点: rather from the first of the two than from last year. */
function sinceFirstDated({ dated, years, level }: State, usual: readonly number[]): readonly number[] {
  const [first, last, ...more] = dated;
  const areTwo = first !== undefined && last !== undefined && more.length === 0 && first < last;
  return areTwo && level !== null && years[0] === last ? [...new Set([first, ...usual])] : [];
}
