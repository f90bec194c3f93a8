import { decimal, round, type Decimal } from "../../terms/decimal.js";
import { apartText, isPercent, unitOf, type Unit } from "../../terms/unit.js";
import { STATUS } from "../../terms/status.js";
import { cellText } from "../../issues/place.js";
import type { Indicator, Judged, Target } from "../../plan/plan.js";
import { spanOf, traitsOf } from "../../plan/target-kinds.js";
import { edges, meets, nearEdge } from "../../score/goal.js";
import type { Goal, ScoredIndicator } from "../../score/scorecard.js";
import type { Known, Of, Verdict } from "../claim.js";
import type { Figure } from "../figure.js";
import { judgedRow, knownAt, knownOf, scoredOf, type Facts } from "../facts.js";
import { fits, inItsUnit } from "./amount.js";
import { scale } from "../scale.js";
import { AGREE, anyOf, UNMATCHED } from "./any-of.js";

export interface WithGoal {
  row: Judged;
  goal: Goal | null;
  scored: ScoredIndicator | undefined;
  year: number;
}

/** What is judged of each option in each year. */
export function goalsOf(
  { options, years }: { options: readonly Indicator[]; years: readonly number[] },
  facts: Facts,
): WithGoal[] {
  return years.flatMap((year) =>
    options.flatMap(({ id }) => {
      const row = judgedRow(facts.plan, id);
      if (row === undefined) return [];
      const scored = scoredOf(facts.scorecard(year), id);
      return [{ row, goal: scored?.goal ?? spanOf(row.target), scored, year }];
    }),
  );
}

/** 70%的目标 */
export function targetVerdict(claim: Of<"target">, facts: Facts): Verdict {
  return anyOf(goalsOf(claim, facts).map(({ row }) => ofTarget(row, claim, facts)));
}

function ofTarget(row: Judged, { figure }: Pick<Of<"target">, "figure">, facts: Facts): Verdict {
  const span = spanOf(row.target);
  if (figure.range !== undefined) return ofBand(row, figure.range, facts);
  const unit = unitOf(row.unit);
  const ratio = traitsOf(row.target).ratio;
  const factor =
    figure.form === "ratio"
      ? ratio
        ? decimal(1)
        : null
      : figure.form === "number"
        ? scale(unit, figure.unit)
        : null;
  if (span === null || factor === null) return UNMATCHED;
  const named = [...edges(span), ...figuresIn(row.target)];
  if (
    named.some(
      (edge) => edge.times(factor).eq(figure.value) || (ratio && edge.minus(figure.value).abs().lt("0.01")),
    )
  )
    return AGREE;
  return {
    state: "differ",
    about: `${row.name}的目标`,
    right: `${row.target.text}${/\d$/u.test(row.target.text) ? unit.behind : ""}`,
    from: `${facts.plan.title}`,
  };
}

/** 103—107的平衡区间: both its edges. */
function ofBand(row: Judged, range: NonNullable<Figure["range"]>, { plan }: Facts): Verdict {
  const span = spanOf(row.target);
  const [low, high] = span === null ? [] : edges(span);
  if (low === undefined || high === undefined) return UNMATCHED;
  if (low.eq(range.from) && high.eq(range.to)) return AGREE;
  const right = `${low.toFixed()}—${high.toFixed()}`;
  return { state: "differ", about: `${row.name}的目标`, right, from: plan.title };
}

/** What a distance to the goal is told from: its edges, and 40 of 40左右, which is no edge of the band about it. */
export function goalpostsOf({ target }: Pick<Judged, "target">, goal: Goal): Decimal[] {
  return [...edges(goal), ...(/左右/u.test(target.text) ? figuresIn(target) : [])];
}

/** The figures of its wording: 45 of 45左右. */
function figuresIn({ text }: Target): Decimal[] {
  return [...text.matchAll(/\d+(?:\.\d+)?/gu)].map(([digits]) => decimal(digits));
}

/** 距目标还差17.06个百分点 */
export function gapVerdict(claim: Of<"gap">, facts: Facts): Verdict {
  const rows = goalsOf(claim, facts);
  const { figure } = claim;
  // 高于正常值上限107: the goal's own figure, behind its name.
  const named = figure.points ? [] : rows.map(({ row }) => ofTarget(row, { figure }, facts));
  if (named.some(({ state }) => state === "agree")) return AGREE;
  return anyOf(rows.flatMap(({ row, goal, year }) => ofGap(row, goal, year, claim, facts)));
}

function ofGap(
  row: Judged,
  goal: Goal | null,
  year: number,
  { figure, goal: stated, where }: Of<"gap">,
  facts: Facts,
): Verdict[] {
  const unit = unitOf(row.unit);
  if (goal === null || figure.form !== "number") return [];
  const relative = isShareOf(figure, unit);
  const factor = relative ? decimal(1) : pointFactor(unit.points, figure.unit, row);
  if (factor === null) return [];
  return knownAt(facts, row, year, where).map(({ value, from }): Verdict => {
    const rounding = facts.plan.method.rounding;
    const shown = round(value, row.decimals, rounding);
    const named = /左右/u.test(row.target.text) ? figuresIn(row.target) : [];
    // 距40%的目标: from 40, not from where the band about it begins; 距40%左右的目标: from either.
    const told = named.filter((each) => stated?.value.eq(each) === true);
    const own = stated?.hedge === "exact" ? told : [];
    // 未达到98%，差0.67个百分点: from what is said not to be reached.
    const size = stated?.form === "number" ? scale(unit, stated.unit) : null;
    const said = stated === null || size === null ? [] : [stated.value.div(size)];
    const all = own.length > 0 ? own : [...goalpostsOf(row, goal), ...said];
    const apart = all.flatMap((edge) => [edge.minus(shown).abs(), edge.minus(value).abs()]);
    // 较1.12名的目标低17.0%: so much of the goal.
    // 超出25%的上限近三分之一: of the goal, or in points.
    const isPart = isPercent(unit) && /分之|成|一半/u.test(figure.text) && !figure.text.includes(unit.name);
    const shares = relative || isPart ? all.map((edge) => edge.minus(value).abs().times(100).div(edge)) : [];
    if (shares.some((each) => fits(figure, each, rounding))) return AGREE;
    // 距70%的目标还差17.06%: points are meant, and so they are to be written.
    if (!relative && apart.some((each) => fits(figure, each.times(factor), rounding))) return AGREE;
    const right = (told[0] ?? nearEdge(goal, shown)).minus(shown).abs();
    return {
      state: "differ",
      about: `${where ?? ""}${row.name}${year}年与目标的差距`,
      right: apartText(right.toFixed(), unit),
      from: `${inItsUnit(shown.toFixed(), row)}，目标${row.target.text}，见${from}`,
    };
  });
}

/** 比98%低0.67个百分点 */
export function beyondVerdict(
  { options, years, bound, figure, sign, where }: Of<"beyond">,
  facts: Facts,
): Verdict {
  const { rounding } = facts.plan.method;
  return anyOf(
    options.flatMap((indicator) =>
      years.flatMap((year) =>
        knownAt(facts, indicator, year, where).flatMap(({ value, from }): Verdict[] => {
          const unit = unitOf(indicator.unit);
          const [factor, size] = [scale(unit, bound.unit), pointFactor(unit.points, figure.unit, indicator)];
          if (factor === null || size === null || bound.form !== "number") return [];
          const edge = bound.value.div(factor);
          const all = [value, round(value, indicator.decimals, rounding)].map((each) => each.minus(edge));
          const isThere = (apart: Decimal): boolean =>
            (sign === 0 || apart.comparedTo(0) === sign) && fits(figure, apart.abs().times(size), rounding);
          if (all.some(isThere)) return [AGREE];
          const [apart = edge] = all.slice(-1);
          const way = sign === 0 ? "相差" : apart.isNegative() ? "低" : "高";
          const right = `${way}${apartText(apart.abs().toFixed(), unit)}`;
          return [
            {
              state: "differ",
              about: `${where ?? ""}${indicator.name}${year}年与${bound.text}相比`,
              right,
              from,
            },
          ];
        }),
      ),
    ),
  );
}

/** 17.06%, where points or a number would tell how far two figures are apart: so much of the other, if anything. */
export function isShareOf({ unit, text }: Figure, own: Unit): boolean {
  return isPercent(unitOf(unit)) && (own.per === null || text.includes(unit));
}

/** Points of a rate, or the unit itself. */
export function pointFactor(points: string | null, written: string, row: Indicator): Decimal | null {
  if (written === points) return decimal(1);
  return scale(unitOf(row.unit), written);
}

/** 是目标值的两倍多, 完成目标的75.6%: of any figure that the target names. */
export function timesGoalVerdict({ figure, ...claim }: Of<"timesGoal">, facts: Facts): Verdict {
  return anyOf(
    goalsOf(claim, facts).flatMap(({ row, goal, year }) =>
      knownOf(facts, row, year).flatMap(({ value, from }): Verdict[] => {
        const all = goal === null ? [] : edges(goal).filter((edge) => !edge.isZero());
        const percent = figure.form !== "times";
        const shares = all.map((edge) => value.div(edge).times(percent ? 100 : 1));
        const [times] = shares;
        if (times === undefined) return [];
        if (shares.some((share) => fits(figure, share, facts.plan.method.rounding))) return [AGREE];
        const right = `${round(times, Math.max(figure.value.decimalPlaces(), 1)).toFixed()}${percent ? "%" : "倍"}`;
        return [{ state: "differ", about: `${row.name}${year}年与目标之比`, right, from }];
      }),
    ),
  );
}

/** 还需年均提高2.04个百分点 */
export function paceVerdict(claim: Of<"pace">, facts: Facts): Verdict {
  return anyOf(
    goalsOf(claim, facts).flatMap(({ row, goal, year }): Verdict[] => {
      const [known] = knownOf(facts, row, year);
      const left = facts.plan.period.end - year;
      const factor = pointFactor(unitOf(row.unit).points, claim.figure.unit, row);
      if (goal === null || known === undefined || left <= 0 || factor === null) return [];
      const way = nearEdgeOrNull(goal, known.value)?.minus(known.value);
      if (way === undefined) return [];
      const yearly = way.abs().div(left).times(factor);
      const isThere = claim.sign === 0 || way.isZero() || way.comparedTo(0) === claim.sign;
      if (isThere && fits(claim.figure, yearly, facts.plan.method.rounding)) return [AGREE];
      const unit = unitOf(row.unit);
      return [
        {
          state: "differ",
          about: `${row.name}到${facts.plan.period.end}年需年均变动`,
          right:
            (way.isNegative() ? "下降" : "上升") + apartText(round(yearly, row.decimals).toFixed(), unit),
          from: known.from,
        },
      ];
    }),
  );
}

function nearEdgeOrNull(goal: Goal, value: Decimal): Decimal | null {
  return goal.low === null && goal.high === null ? null : nearEdge(goal, value);
}

/** 未达到98%: on the wrong side of it. */
export function shortVerdict(claim: Of<"short">, facts: Facts): Verdict {
  return anyOf(
    goalsOf(claim, facts).flatMap(({ row, year }) =>
      knownAt(facts, row, year, claim.where).flatMap(({ value, from }): Verdict[] => {
        const { better } = traitsOf(row.target);
        const isRatio = claim.figure.form === "ratio" && traitsOf(row.target).ratio;
        const factor = isRatio ? decimal(1) : scale(unitOf(row.unit), claim.figure.unit);
        if (better === "neither" || factor === null || !(isRatio || claim.figure.form === "number"))
          return [];
        const apart = value.times(factor).comparedTo(claim.figure.value);
        if (better === "up" ? apart < 0 : apart > 0 || (apart === 0 && claim.figure.hedge !== "upTo"))
          return [AGREE];
        const right = inItsUnit(round(value, row.decimals).toFixed(), row);
        return [{ state: "differ", about: `${claim.where ?? ""}${row.name}${year}年`, right, from }];
      }),
    ),
  );
}

/** 已达到目标; 高于目标 */
export function metVerdict(claim: Of<"met">, facts: Facts): Verdict {
  const verdict = anyOf(goalsOf(claim, facts).flatMap((each) => ofMet(each, claim, facts)));
  return claim.first === true && verdict.state === "agree" ? (metBefore(claim, facts) ?? verdict) : verdict;
}

/** 2024年首次达标: wrong where an earlier year of the plan had met the goal. */
function metBefore({ options, years: [year] }: Of<"met">, facts: Facts): Verdict | null {
  const { start } = facts.plan.period;
  const earlier = Array.from({ length: Math.max((year ?? start) - start, 0) }, (_, nth) => start + nth);
  const [before] = goalsOf({ options, years: earlier }, facts).flatMap(({ row, goal, year: at }) => {
    const [known] = knownOf(facts, row, at);
    const isMet = goal !== null && spanOf(row.target) !== null && known !== undefined;
    return isMet && meets(goal, known.value) ? [{ row, known }] : [];
  });
  if (before === undefined) return null;
  const { row, known } = before;
  const right = `${known.year}年已为${round(known.value, row.decimals).toFixed()}${unitOf(row.unit).behind}，达到目标${row.target.text}`;
  return { state: "differ", about: `${row.name}${year}年`, right, from: known.from };
}

function ofMet(
  { row, goal, scored, year }: WithGoal,
  { met, side, pooled, where }: Of<"met">,
  facts: Facts,
): Verdict[] {
  const together = pooled === true ? scored?.rate?.pooled : undefined;
  const known =
    pooled !== true
      ? knownIn(facts, row, year, where)
      : together == null
        ? []
        : [{ value: together.rate, from: sourceOf(scored), year }];
  if (known.length === 0) return [];
  return known.flatMap(({ value, from }): Verdict[] => {
    const right = (words: string): Verdict => ({
      state: "differ",
      about: `${where ?? ""}${row.name}${year}年`,
      right: `${inItsUnit(round(value, row.decimals).toFixed(), row)}，目标${row.target.text}，${words}`,
      from,
    });
    if (side !== 0) {
      if (goal === null) return [];
      const above = edges(goal).some((edge) => value.comparedTo(edge) === side);
      return [above ? AGREE : right(side > 0 ? "不高于目标" : "不低于目标")];
    }
    // A direction is judged for the whole district alone.
    const holds =
      where !== undefined && spanOf(row.target) === null ? null : holdsNow(row, scored, goal, value);
    if (holds === null || met === null) return [];
    return [holds === met ? AGREE : right(holds ? "已经达到" : "没有达到")];
  });
}

function knownIn(facts: Facts, row: Judged, year: number, where: string | undefined): Known[] {
  return where === undefined ? knownOf(facts, row, year) : knownAt(facts, row, year, where);
}

function sourceOf(scored: ScoredIndicator | undefined): string {
  const observation = scored?.observation ?? null;
  return observation === null ? "" : cellText(observation.source);
}

/** Whether the row is where its target wants it: a figure reached, a direction kept. Null where nobody judges. */
function holdsNow(
  row: Judged,
  scored: ScoredIndicator | undefined,
  goal: Goal | null,
  value: Decimal,
): boolean | null {
  if (goal !== null && spanOf(row.target) !== null) return meets(goal, value);
  if (scored === undefined || !STATUS[scored.status].judged) return null;
  return scored.status === "achieved" || scored.status === "onTrack";
}
