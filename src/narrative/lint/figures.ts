import type { Observation } from "../../data/dataset.js";
import { round, shownStep, type Decimal } from "../../terms/decimal.js";
import { isPercent, unitOf } from "../../terms/unit.js";
import { issue } from "../../issues/issue.js";
import type { Indicator } from "../../plan/plan.js";
import type { Check, Facts, Remark } from "./check.js";
import { contextOf, isDistrictWide } from "./context.js";
import type { Named } from "./names.js";
import { respectively } from "./respectively.js";
import { sentencesOf, type Tight } from "./sentences.js";
import { figuresAfter, type Said } from "./walk.js";
import { cellText } from "../../issues/place.js";

/** Figures beside an indicator's name and a year, and their changes, compared with the data. */
export const wrongFigures: Check = ({ text }, facts) =>
  sentencesOf(text).flatMap((sentence) =>
    statementsOf(sentence, facts).flatMap(({ indicator, said }) => {
      const remark =
        said.kind === "level" ? wrongLevel(indicator, said, facts) : wrongChange(indicator, said, facts);
      return remark === null ? [] : [{ at: sentence.at[said.start] ?? 0, issue: remark }];
    }),
  );

interface Statement {
  indicator: Indicator;
  said: Said;
}

function statementsOf(sentence: Tight, facts: Facts): Statement[] {
  const names = facts.names(sentence.text);
  return [
    ...names.flatMap((name, index) => statementsAbout(name, names[index + 1], sentence, facts)),
    ...respectively(sentence.text, names, facts),
  ];
}

/** What the words between this name and the next say of it. */
function statementsAbout(
  { indicator, start, end }: Named,
  next: Named | undefined,
  { text }: Tight,
  { plan, year }: Facts,
): Statement[] {
  const before = text.slice(0, start);
  if (indicator === null || !isDistrictWide(before, plan)) return [];
  const context = contextOf(before, plan, year);
  const to = next?.start ?? text.length;
  return figuresAfter({
    text,
    from: end,
    to,
    context: context.year,
    span: context.span,
    reportYear: year,
  }).map((said) => ({ indicator, said }));
}

function wrongLevel(indicator: Indicator, said: Said, facts: Facts): Remark["issue"] | null {
  const unit = unitOf(indicator.unit).behind;
  const found = observed(indicator, said.year, facts);
  if (found === null || !isSameQuantity(said.unit, unit)) return null;
  const right = round(found.value, said.decimals, facts.plan.method.rounding);
  if (said.value.eq(right) && said.unit === unit) return null;
  if (said.unit === "" && unit !== "") return null;
  return (where, frame) =>
    issue(
      "narrative/wrong-figure",
      where,
      {
        name: indicator.name,
        year: found.year,
        written: said.value.toFixed(said.decimals) + said.unit,
        right: shownBeside(found.value, indicator, said, facts) + unit,
        pointLost: pointLost(said.value, found.value, indicator),
        cell: cellText(found.source),
      },
      frame,
    );
}

/** 2.25% for a rate per thousand is the same quantity with a wrong sign; 9例 is another quantity. */
function isSameQuantity(written: string, unit: string): boolean {
  return written === unit || written === "" || (isRate(written) && isRate(unit));
}

function isRate(unit: string): boolean {
  return unitOf(unit).kind === "rate";
}

/** The right figure with the digits the writer used, or the plan's where those would not tell the two apart. */
function shownBeside(value: Decimal, indicator: Indicator, said: Said, { plan }: Facts): string {
  const decimals = said.decimals > 0 ? said.decimals : indicator.decimals;
  return round(value, decimals, plan.method.rounding).toFixed(decimals);
}

/** 9488 for 94.88: the same digits, ten times or more as much. */
function pointLost(written: Decimal, value: Decimal, { decimals }: Indicator): boolean {
  const digits = (figure: Decimal): string => figure.toFixed().replace(".", "").replace(/0+$/u, "");
  return written.gt(value) && digits(written) === digits(round(value, decimals));
}

function wrongChange(indicator: Indicator, said: Said, facts: Facts): Remark["issue"] | null {
  const now = observed(indicator, said.year, facts);
  const then = observed(indicator, said.base, facts);
  const reckoning = reckoningOf(indicator, said.unit);
  if (now === null || then === null || now.year <= then.year || reckoning === null) return null;
  const pairs = [
    { now: shown(now.value, indicator, facts), then: shown(then.value, indicator, facts) },
    { now: now.value, then: then.value },
  ];
  if (pairs.some((pair) => reckoning.fits(pair.now, pair.then, said, facts))) return null;
  const [pair] = pairs;
  if (pair === undefined) return null;
  const unit = unitOf(indicator.unit).behind;
  return (where, frame) =>
    issue(
      "narrative/wrong-change",
      where,
      {
        name: indicator.name,
        year: now.year,
        base: then.year,
        written: `${said.sign > 0 ? "增" : "减"}${said.value.toFixed(said.decimals)}${said.unit}`,
        right: reckoning.right(pair.now, pair.then, said, facts),
        figures: `${then.year}年${pair.then.toFixed(indicator.decimals)}${unit}，${now.year}年${pair.now.toFixed(indicator.decimals)}${unit}`,
        cells: `${cellText(then.source)}、${cellText(now.source)}`,
      },
      frame,
    );
}

interface Reckoning {
  fits: (now: Decimal, then: Decimal, said: Said, facts: Facts) => boolean;
  /** The right change in words, with its unit. */
  right: (now: Decimal, then: Decimal, said: Said, facts: Facts) => string;
}

/** How a change of the indicator in the written unit is computed; null where it cannot be told. */
function reckoningOf({ unit }: Indicator, written: string): Reckoning | null {
  const { points, behind } = unitOf(unit);
  if (written === (points ?? behind)) return DIFFERENCE;
  return isPercent(unitOf(written)) && !isPercent(unitOf(unit)) ? RELATIVE : null;
}

const DIFFERENCE: Reckoning = {
  fits: (now, then, { sign, value, decimals }, { plan }) =>
    round(now.minus(then), decimals, plan.method.rounding).eq(value.times(sign)),
  right: (now, then, { unit }) => signed(now.minus(then), unit),
};

/** |Δ × 100 − p × base| within half a written digit of the base: no quotient is compared. */
const RELATIVE: Reckoning = {
  fits: (now, then, { sign, value, decimals }) => {
    const apart = now.minus(then).times(100).minus(value.times(sign).times(then)).abs();
    return !then.isZero() && apart.times(2).lte(then.abs().times(shownStep(decimals)));
  },
  right: (now, then, { decimals, unit }, { plan }) => {
    if (then.isZero()) return "由0起算，没有增减幅度";
    const percent = now.minus(then).times(100).div(then);
    return signed(round(percent, Math.max(decimals, 1), plan.method.rounding), unit);
  },
};

function signed(change: Decimal, unit: string): string {
  return change.isZero() ? "持平" : `${change.isNegative() ? "减" : "增"}${change.abs().toFixed()}${unit}`;
}

function shown(value: Decimal, { decimals }: Indicator, { plan }: Facts): Decimal {
  return round(value, decimals, plan.method.rounding);
}

/** The indicator's figure of a year up to the report's; null where there is none. */
function observed(
  { id }: Indicator,
  year: number | null,
  { dataset, year: report }: Facts,
): Observation | null {
  if (year === null || year > report) return null;
  return dataset.series[id]?.find((each) => each.year === year) ?? null;
}
