import { countsEvents, unitOf } from "../../../terms/unit.js";
import { PLAIN_LEVEL, type Level } from "../../claim.js";
import type { Figure } from "../../figure.js";
import { apartTold } from "../apart.js";
import { basesOf } from "../moves/bases.js";
import { cameTo } from "../moves/together.js";
import { claim, unmatched, type Composing } from "../emit.js";
import { clauseAt } from "../../text/tight.js";
import type { Share } from "../shares.js";
import { indicatorsSpokenOf, type State } from "../state.js";

export function tellLevel(told: Share, moved: 1 | -1 | 0, composing: Composing, without = false): void {
  const { state } = composing;
  const share = { ...told, figure: inPeople(inUnit(told.figure, state), state) };
  const { figure } = share;
  if (changedTold(share, composing)) return;
  if (figure.points && apartTold(figure, share.years, composing)) return;
  // 缺口分别为0.46张和0.19名: from the goal.
  if (state.apart && figure.form === "number") {
    const { options, years, where } = share;
    if (!state.goalTold) unmatched(composing, figure);
    else claim(composing, { kind: "gap", options, years, where, figure, goal: state.goal }, figure);
    return;
  }
  // 每所…医生数: 9家 are places.
  const areSites =
    /^[所家]$/u.test(figure.unit) && share.options.every(({ name }) => /^每[所个]/u.test(name));
  if (figure.points || figure.form === "times" || areSites) {
    unmatched(composing, figure);
    return;
  }
  // 失业保险和工伤保险女性参保人数合计14.11万人: of two rows together.
  if (state.total && indicatorsSpokenOf(state).length > 1 && !state.each)
    return cameTo(share.figure, share.years, composing);
  const average = averageOf(share, composing);
  const pooled = state.pooled !== null && average === null;
  const sum = state.total || (pooled && state.span !== null) ? yearsSummed(state) : null;
  claim(
    composing,
    {
      ...PLAIN_LEVEL,
      ...share,
      moved,
      pooled,
      sum,
      ...(average === null ? meanTold(figure, composing) : { mean: average }),
      first: isFirst(figure, composing),
      added: !state.total && CHOSEN.test(clauseAt(composing.text, figure.start)),
      without,
    },
    figure,
  );
  turnTold(share, moved, composing);
}

/** 连续四年下降后，2025年降至0.104‰: then it went on as it is told, or turned. */
function turnTold({ options, years, figure }: Share, sign: 1 | -1 | 0, composing: Composing): void {
  const [year, ...more] = years;
  if (sign === 0 || year === undefined || more.length > 0 || composing.state.groups.length > 0) return;
  if (!AFTER_STREAK.test(composing.text.slice(0, figure.start))) return;
  const bases = [year - 1];
  claim(composing, { kind: "direction", options, years, bases, sign, strict: true, nearly: false }, figure);
}

const AFTER_STREAK =
  /连续[一二两三四五六七八九\d]年[^，；。\d]{2,8}(?:之?后|的基础上)，?(?:\d{4}年)[^，；。\d]{0,8}$/u;

/** 三年平均为94.52%, of a rate whose cases are not added up: the mean of the three. */
function averageOf({ options, years }: Share, { state, text }: Composing): readonly [number, number] | null {
  const [year = state.period.year, ...more] = years;
  const isOfCases = options.some(({ unit }) => countsEvents(unitOf(unit)));
  if (state.pooled === null || isOfCases || more.length > 0 || !/三年平均/u.test(text)) return null;
  return [year - 2, year];
}

/** 2021—2025年，孕产妇系统管理率平均为94.12%, 年均救助381人: over the years of the span. */
function meanTold({ start, unit }: Figure, { state, text }: Composing): Pick<Level, "mean"> {
  const isYearly = state.yearly && unitOf(unit).per === null;
  const isMean = isYearly || /(?<!年)平均(?:值|水平|数)?[为达是约在到]*$/u.test(text.slice(0, start));
  return state.span !== null && isMean ? { mean: yearsSummed(state) } : {};
}

/** What is done with so many of them in a year. */
const CHOSEN = /评选|评出|命名|认定|表彰|选树/u;

/** 翻一番; 五年提高5.7个百分点，年均不足1.2个百分点: the same way again. */
function changedTold({ options, years, where, figure }: Share, composing: Composing): boolean {
  const { state } = composing;
  // 五年净增2.66个，年均0.53个: as well.
  const isBare = BARE_YEARLY.test(clauseAt(composing.text, figure.start)) && figure.form === "number";
  const isYearly = (figure.points || isBare) && state.yearly && state.moved !== 0;
  if (figure.form !== "doubled" && !isYearly) return false;
  const since = state.bases.length > 0 ? state.bases : [state.period.baseline];
  const how = isYearly
    ? { bases: since, sign: state.moved, yearly: true, where }
    : { bases: basesOf(composing), sign: 1 as const, yearly: false };
  claim(composing, { kind: "change", options, years, figure, ...how }, figure);
  return true;
}

const BARE_YEARLY = /^(?:[年每]年?均|平均每年)(?:约|近|超过|不足|不到)?\d/u;

/** The years that 累计 adds up: those of a span, or of the plan so far. */
export function yearsSummed({ span, after, period, years }: State): readonly [number, number] {
  if (span === null) return [period.start, years[0] ?? period.year];
  return [after ? span[0] + 1 : span[0], span[1]];
}

/** 2025年首次突破90%: a year is named, and none before it had as much. */
export function isFirst({ start }: { start: number }, { text }: Composing): boolean {
  return /(?:\d{4}年|今年|本年|当年).*首次[^，；]{0,6}$/u.test(text.slice(0, start));
}

/** 累计1904人次: people who came back in another year are told by the times they came. */
export function inPeople(figure: Figure, { total }: State): Figure {
  return figure.unit.endsWith("人次") && total ? { ...figure, unit: figure.unit.slice(0, -1) } : figure;
}

/** 孕产妇系统管理率（%）94.88 */
export function inUnit(figure: Figure, { unit }: Pick<State, "unit">): Figure {
  return figure.unit === "" && figure.form === "number" && unit !== "" && !unit.includes("100")
    ? { ...figure, unit: unitOf(unit).name }
    : figure;
}
