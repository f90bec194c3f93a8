import { decimal, round, type Decimal } from "../../terms/decimal.js";
import { unitOf } from "../../terms/unit.js";
import { STATUS, statusName } from "../../terms/status.js";
import { cellText } from "../../issues/place.js";
import type { Indicator, Judged, Target } from "../../plan/plan.js";
import { spanOf, traitsOf } from "../../plan/target-kinds.js";
import { isLastYear } from "../../plan/period.js";
import { edges, meets, nearEdge } from "../../score/goal.js";
import type { Goal, ScoredIndicator } from "../../score/scorecard.js";
import type { Claim, Verdict } from "../claim.js";
import { judgedRow, knownOf, scoredOf, type Facts } from "../facts.js";
import { fits, scale } from "./amount.js";
import { AGREE, anyOf, UNMATCHED } from "./levels.js";

type Of<K extends Claim["kind"]> = Extract<Claim, { kind: K }>;

interface WithGoal {
  row: Judged;
  goal: Goal | null;
  scored: ScoredIndicator | undefined;
  year: number;
}

/** What is judged of each option in each year. */
function goalsOf(
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

function ofTarget(row: Judged, { figure }: Of<"target">, facts: Facts): Verdict {
  const span = spanOf(row.target);
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

/** The figures of its wording: 45 of 45左右. */
function figuresIn({ text }: Target): Decimal[] {
  return [...text.matchAll(/\d+(?:\.\d+)?/gu)].map(([digits]) => decimal(digits));
}

/** 距目标还差17.06个百分点 */
export function gapVerdict(claim: Of<"gap">, facts: Facts): Verdict {
  return anyOf(goalsOf(claim, facts).flatMap(({ row, goal, year }) => ofGap(row, goal, year, claim, facts)));
}

function ofGap(row: Judged, goal: Goal | null, year: number, { figure }: Of<"gap">, facts: Facts): Verdict[] {
  const unit = unitOf(row.unit);
  if (goal === null || figure.form !== "number") return [];
  const factor = pointFactor(unit.points, figure.unit, row);
  if (factor === null) return [];
  return knownOf(facts, row, year).map(({ value, from }): Verdict => {
    const rounding = facts.plan.method.rounding;
    const shown = round(value, row.decimals, rounding);
    const all = [...edges(goal), ...(/左右/u.test(row.target.text) ? figuresIn(row.target) : [])];
    const apart = all.flatMap((edge) => [edge.minus(shown).abs(), edge.minus(value).abs()]);
    if (apart.some((each) => fits(figure, each.times(factor), rounding))) return AGREE;
    const right = nearEdge(goal, shown).minus(shown).abs();
    return {
      state: "differ",
      about: `${row.name}${year}年与目标的差距`,
      right: `${right.toFixed()}${unit.points === null ? unit.behind : `个${unit.points}`}`,
      from: `${shown.toFixed()}${unit.behind}，目标${row.target.text}，见${from}`,
    };
  });
}

/** Points of a rate, or the unit itself. */
function pointFactor(points: string | null, written: string, row: Indicator): Decimal | null {
  if (written === points) return decimal(1);
  return scale(unitOf(row.unit), written);
}

/** 是目标值的两倍多: of any figure that the target names. */
export function timesGoalVerdict({ figure, ...claim }: Of<"timesGoal">, facts: Facts): Verdict {
  return anyOf(
    goalsOf(claim, facts).flatMap(({ row, goal, year }) =>
      knownOf(facts, row, year).flatMap(({ value, from }): Verdict[] => {
        const all = goal === null ? [] : edges(goal).filter((edge) => !edge.isZero());
        const [times] = all.map((edge) => value.div(edge));
        if (times === undefined) return [];
        if (all.some((edge) => fits(figure, value.div(edge), facts.plan.method.rounding))) return [AGREE];
        const right = `${round(times, Math.max(figure.value.decimalPlaces(), 1)).toFixed()}倍`;
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
      const apart = nearEdgeOrNull(goal, known.value)?.minus(known.value).abs();
      if (apart === undefined) return [];
      const yearly = apart.div(left).times(factor);
      if (fits(claim.figure, yearly, facts.plan.method.rounding)) return [AGREE];
      const unit = unitOf(row.unit);
      return [
        {
          state: "differ",
          about: `${row.name}到${facts.plan.period.end}年需年均变动`,
          right: `${round(yearly, row.decimals).toFixed()}${unit.points === null ? unit.behind : `个${unit.points}`}`,
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
      knownOf(facts, row, year).flatMap(({ value, from }): Verdict[] => {
        const { better } = traitsOf(row.target);
        const factor = scale(unitOf(row.unit), claim.figure.unit);
        if (better === "neither" || factor === null || claim.figure.form !== "number") return [];
        const apart = value.times(factor).comparedTo(claim.figure.value);
        if (better === "up" ? apart < 0 : apart > 0 || (apart === 0 && claim.figure.hedge !== "upTo"))
          return [AGREE];
        const right = `${round(value, row.decimals).toFixed()}${unitOf(row.unit).behind}`;
        return [{ state: "differ", about: `${row.name}${year}年`, right, from }];
      }),
    ),
  );
}

/** 已达到目标; 高于目标 */
export function metVerdict(claim: Of<"met">, facts: Facts): Verdict {
  return anyOf(goalsOf(claim, facts).flatMap((each) => ofMet(each, claim, facts)));
}

function ofMet({ row, goal, scored, year }: WithGoal, { met, side }: Of<"met">, facts: Facts): Verdict[] {
  const known = knownOf(facts, row, year);
  if (known.length === 0) return [];
  return known.flatMap(({ value, from }): Verdict[] => {
    const right = (words: string): Verdict => ({
      state: "differ",
      about: `${row.name}${year}年`,
      right: `${round(value, row.decimals).toFixed()}${unitOf(row.unit).behind}，目标${row.target.text}，${words}`,
      from,
    });
    if (side !== 0) {
      if (goal === null) return [];
      const above = edges(goal).some((edge) => value.comparedTo(edge) === side);
      return [above ? AGREE : right(side > 0 ? "不高于目标" : "不低于目标")];
    }
    const holds = holdsNow(row, scored, goal, value);
    if (holds === null || met === null) return [];
    return [holds === met ? AGREE : right(holds ? "已经达到" : "没有达到")];
  });
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

/** 进展偏慢; 尚未达标 */
export function statusVerdict(claim: Of<"status">, facts: Facts): Verdict {
  return anyOf(goalsOf(claim, facts).flatMap((each) => ofStatus(each, claim, facts)));
}

function ofStatus({ row, scored, year }: WithGoal, { name, negated }: Of<"status">, facts: Facts): Verdict[] {
  if (scored === undefined) return [];
  const final = isLastYear({ plan: facts.plan, year });
  const own = statusName(scored.status, final);
  const met = scored.status === "achieved";
  const right: Verdict = {
    state: "differ",
    about: `${row.name}${year}年`,
    right: own,
    from: scored.observation === null ? "" : cellText(scored.observation.source),
  };
  if (PLAIN.has(name)) {
    if (!STATUS[scored.status].judged) return [];
    const holds = met || (scored.status === "onTrack" && spanOf(row.target) === null);
    return [holds === !negated ? AGREE : right];
  }
  if (!NAMES.has(name)) return [];
  return [(own === name) === !negated ? AGREE : right];
}

/** Words that say met, whatever the status is called. */
const PLAIN = new Set(["达标", STATUS.achieved.name, STATUS.achieved.nameAtEnd, "达到目标", "实现目标"]);
const NAMES = new Set(Object.values(STATUS).flatMap(({ name, nameAtEnd }) => [name, nameAtEnd]));

/** 居各镇街首位 */
export function extremeVerdict({ options, years, where, highest }: Of<"extreme">, facts: Facts): Verdict {
  return anyOf(
    years.flatMap((year) =>
      options.flatMap(({ id, name, decimals }): Verdict[] => {
        const all = facts.dataset.groups.filter((each) => each.indicator === id && each.year === year);
        const own = all.filter(({ group }) => where.includes(group));
        const [first] = [...all].sort((a, b) => b.value.comparedTo(a.value) * (highest ? 1 : -1));
        if (first === undefined || own.length === 0) return [];
        if (own.every(({ value }) => value.eq(first.value))) return [AGREE];
        const right = `${first.group}${highest ? "最高" : "最低"}，为${round(first.value, decimals).toFixed()}`;
        return [{ state: "differ", about: `${name}${year}年`, right, from: cellText(first.source) }];
      }),
    ),
  );
}

/** 高于全市平均水平 */
export function besideVerdict({ options, years, region, figure, sign }: Of<"beside">, facts: Facts): Verdict {
  return anyOf(
    options.flatMap((indicator) =>
      years.flatMap((year) => {
        const place = facts.dataset.references.find(
          (each) => each.indicator === indicator.id && each.year === year && region.startsWith(each.region),
        );
        const [own] = knownOf(facts, indicator, year);
        if (place === undefined || own === undefined) return [];
        const factor = figure === null ? decimal(1) : scale(unitOf(indicator.unit), figure.unit);
        const told =
          figure === null ||
          (factor !== null && fits(figure, place.value.times(factor), facts.plan.method.rounding));
        if (told && (sign === 0 || own.value.comparedTo(place.value) === sign)) return [AGREE];
        const behind = unitOf(indicator.unit).behind;
        return [
          {
            state: "differ" as const,
            about: `${indicator.name}${year}年`,
            right: `${place.region}${place.value.toFixed()}${behind}，本地${own.value.toFixed()}${behind}`,
            from: cellText(place.source),
          },
        ];
      }),
    ),
  );
}

/** 高于区政协委员中女性比例3.67个百分点: both rows in the year, by what is shown or by what was reported. */
export function thanVerdict({ options, others, years, sign, figure }: Of<"than">, facts: Facts): Verdict {
  const rounding = facts.plan.method.rounding;
  const shownOf = ({ decimals }: Indicator, value: Decimal): Decimal => round(value, decimals, rounding);
  const ofRows = (one: Indicator, other: Indicator, year: number): Verdict[] => {
    const [[own], [beside]] = [knownOf(facts, one, year), knownOf(facts, other, year)];
    if (own === undefined || beside === undefined || one.unit !== other.unit || one.id === other.id)
      return [];
    const unit = unitOf(one.unit);
    const factor = figure?.form === "number" ? pointFactor(unit.points, figure.unit, one) : decimal(1);
    if (factor === null) return [];
    const apart = [
      own.value.minus(beside.value),
      shownOf(one, own.value).minus(shownOf(other, beside.value)),
    ];
    const isApart = (by: Decimal): boolean =>
      figure?.form !== "number" || fits(figure, by.abs().times(factor), rounding);
    if ((sign === 0 || apart.some((by) => by.comparedTo(0) === sign)) && apart.some(isApart)) return [AGREE];
    const words = (indicator: Indicator, value: Decimal): string =>
      `${indicator.name}${shownOf(indicator, value).toFixed()}${unit.behind}`;
    const right = `${words(one, own.value)}，${words(other, beside.value)}`;
    return [{ state: "differ", about: `${year}年两项指标相比`, right, from: `${own.from}、${beside.from}` }];
  };
  return anyOf(
    years.flatMap((year) => options.flatMap((one) => others.flatMap((other) => ofRows(one, other, year)))),
  );
}
