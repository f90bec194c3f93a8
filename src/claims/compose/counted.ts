import { decimal } from "../../terms/decimal.js";
import { STATUS } from "../../terms/status.js";
import { isPercent, unitOf } from "../../terms/unit.js";
import type { Figure } from "../figure.js";
import { figureAt } from "../grammar/figures.js";
import type { Token } from "../grammar/token.js";
import { claim, unmatched, type Composing, type Parts } from "./emit.js";
import { indicatorsSpokenOf, type Counted, type State } from "./state.js";
import { amongOf, EVERYTHING, isCount, REST, tally } from "./tallies.js";

/** Those that the sentence has counted under the name of a status. */
const named = ({ counts }: State): readonly Counted[] => counts.filter(({ names }) => names.length > 0);

/** What counts come to. */
function summed(counts: readonly Counted[]): Figure | null {
  const [first] = counts;
  if (first === undefined) return null;
  const value = counts.reduce((sum, { figure }) => sum.plus(figure.value), decimal(0));
  return { ...first.figure, value, text: `${value.toFixed()}${first.figure.unit}` };
}

/** 达标13项、预期可达标12项，合计25项: all that the sentence has counted. */
export function countsSummed({ n }: Parts, composing: Composing): boolean {
  const [figure] = n?.figures ?? [];
  const { state } = composing;
  const of = named(state).flatMap(({ names }) => names);
  if (figure === undefined || !isCount(n) || of.length < 2) return false;
  state.counts = [];
  tally(composing, { what: "status", names: [of.join("和")], negated: false }, figure, false, figure);
  state.counts = [];
  return true;
}

/** 49项指标中，可评价的38项，其中…: what is counted from here on, and held against, is of those. */
export function judgedTold({ which, n }: Parts, composing: Composing): boolean {
  const { state } = composing;
  const [figure] = n?.figures ?? [];
  const among = amongOf(which?.text ?? "");
  const total = state.tally?.total ?? null;
  const isOfRows = state.tally?.things === "rows" && state.tally.nature === null;
  if (figure === undefined || among === null || !isCount(n) || total === null || !isOfRows) return false;
  if (!AMONG_ALONE.test(which?.text ?? "")) return false;
  const { domain } = state.tally ?? EVERYTHING;
  tally(composing, { what: "total", whole: false, among }, figure, false, figure);
  state.tally = { ...EVERYTHING, domain, total: figure.value.toNumber(), wider: total };
  return true;
}

/** 可评价, and no other words that may make them fewer. */
const AMONG_ALONE = /^[中里]?(?:能够|目前|其中)?(?:可评价|可判定|参评|有?(?:明确|数值|定量)?目标)(?:指标)?$/u;

/** 其余38项: what is left of all once those counted are out. */
export function restCounted({ n }: Parts, { state, text, out }: Composing): boolean {
  const [figure] = n?.figures ?? [];
  const { total = null, wider = null } = state.tally ?? {};
  // 除9项只监测不判定、2项缺数据外，其余38项: of all that were counted, where that comes out.
  const all = summed(state.counts);
  const isOfAll = all !== null && figure !== undefined && all.value.plus(figure.value).eq(total ?? 0);
  const counted = isOfAll ? all : summed(named(state));
  if (figure === undefined || !isCount(n) || total === null || counted === null) return false;
  if (!REST.test(text.slice(0, figure.start))) return false;
  // 49项指标中可评价的38项，达标13项；其余11项缺数据: of the 49.
  if (wider !== null && figure.value.eq(wider - total)) return false;
  const at = { at: 0, from: figure.start, written: figure.text, sure: true, doubt: null };
  const course = {
    from: { ...figure, value: counted.value, text: `${counted.value.toFixed()}项` },
    to: { ...figure, value: decimal(total), text: `${total}项` },
  };
  out.push({ ...at, kind: "sum", course, figure, sign: 1, isRest: true });
  // 其余38项中，…占65.8%: of those.
  if (state.tally !== null && (isOfAll || /^(?:指标)?[中里]/u.test(text.slice(figure.end))))
    state.tally = { ...state.tally, total: figure.value.toNumber(), wider: total };
  return true;
}

/** 已达标14项，占34.1%; 合计占65.8% */
export function shareCounted({ together, to, what, whole, a }: Parts, composing: Composing): boolean {
  const { state } = composing;
  const [figure, ...more] = a?.figures ?? [];
  if (figure === undefined || to === undefined || !to.text.startsWith("占")) return false;
  // 20个镇街在98%以上，占87%: of the towns.
  if (state.counted === null && state.sited !== null)
    return shareOfSites(state.sited, figure, more, composing);
  const counted = together === undefined ? state.counted : (summed(named(state)) ?? state.counted);
  if (state.counted === null) shareOfWhole(figure, composing);
  if (state.counted === null || counted === null || more.length > 0) return false;
  // 14项达标、13项预期可达标，占69.2%: of both together as well.
  const both = together === undefined ? summed(named(state)) : null;
  return shareTold({ counted, both, to, what, whole }, figure, composing);
}

/** 37个领导班子中，由女性担任正职的有6个，占16.22%: so many of as many as the words count, whatever they are. */
function shareOfWhole(figure: Figure, { text, out }: Composing): void {
  const [clause] = /(?<=，)占比?(?:为|达|约)?$/u.exec(text.slice(0, figure.start)) ?? [];
  const before = clause === undefined ? "" : text.slice(0, figure.start - clause.length);
  const found = SOME_OF.exec(before);
  if (found === null || !isPercent(unitOf(figure.unit)) || figure.points) return;
  const last = before.lastIndexOf(`${found[3]}${found[2]}`);
  const [all, some] = [found.index, last].map((at) => figureAt(text, at));
  if (all == null || some == null || all.form !== "number" || some.value.gt(all.value)) return;
  const at = { at: 0, from: figure.start, written: figure.text, sure: true, doubt: null };
  out.push({ ...at, kind: "share", counted: some, total: all.value.toNumber(), among: null, figure });
}

const SOME_OF =
  /(?<!\d)(\d+)([个家所名人位户对件起])[^，；。\d]{2,16}[中里]，[^，；。\d]{0,16}?(?<!\d)(\d+)\2，$/u;

function shareOfSites(sited: Figure, figure: Figure, more: readonly Figure[], composing: Composing): boolean {
  const { years } = composing.state;
  const [options = [], ...others] = indicatorsSpokenOf(composing.state);
  if (others.length > 0 || more.length > 0) unmatched(composing, figure);
  else
    claim(
      composing,
      { kind: "share", counted: sited, total: null, among: null, figure, sites: { options, years } },
      figure,
    );
  return true;
}

/** What is counted, the verb, and what the words say of the whole. */
interface ShareOf {
  counted: Figure;
  /** All that the sentence has counted, of which it may be as well. */
  both?: Figure | null;
  to: Token;
  what?: Token | undefined;
  whole?: Token | undefined;
}

function shareTold(
  { counted, both = null, to, what, whole }: ShareOf,
  figure: Figure,
  composing: Composing,
): boolean {
  if (!isPercent(unitOf(figure.unit)) || figure.form !== "number" || figure.points) return false;
  const [all] = whole?.figures ?? [];
  if (whole !== undefined && !isCount(whole)) return false;
  if (all !== undefined) {
    const total = all.value.toNumber();
    claim(composing, { kind: "share", counted, total, among: null, figure }, figure);
    return true;
  }
  const { tally: scope } = composing.state;
  const among = amongOf(composing.text.slice(to.end, figure.start));
  const isOfScope = among === null && what === undefined;
  const total = isOfScope ? (scope?.total ?? null) : null;
  const wider = isOfScope ? (scope?.wider ?? null) : null;
  // 监测不判定指标9项，占全部指标的18.4%
  const isOfRows =
    /指标/u.test(composing.text.slice(to.end, figure.start)) && named(composing.state).length > 0;
  const isOurs = scope !== null || among !== null || isOfRows;
  claim(composing, { kind: "share", counted, both, total, wider, among, figure }, figure, isOurs);
  return true;
}

/** 已落实12项、推进中31项，占比分别为27.3%和70.5%: each of those counted, in their order. */
export function sharesInTurn({ to, what, whole, a }: Parts, composing: Composing): boolean {
  const { counts } = composing.state;
  const figures = a?.figures ?? [];
  if (to === undefined || !to.text.startsWith("占") || figures.length < 2 || counts.length < figures.length)
    return false;
  if (figures.some((each) => !isPercent(unitOf(each.unit)) || each.points)) return false;
  // 三者中的两者: nobody can tell which.
  if (counts.length > figures.length) {
    for (const figure of figures) unmatched(composing, figure);
    return true;
  }
  return figures.every((figure, nth) => {
    const counted = counts[nth]?.figure ?? null;
    return counted !== null && shareTold({ counted, to, what, whole }, figure, composing);
  });
}

/** 达标和预期可达标的合计占65.8%: what the sentence has counted of these. */
export function shareOfNamed(
  { s1, s2, how, to: verb, what, whole, a }: Parts,
  composing: Composing,
): boolean {
  const [figure, ...more] = a?.figures ?? [];
  const isShare =
    how === undefined ? verb?.text.startsWith("占") === true : /^(?:比重|比例)$/u.test(how.text);
  if (figure === undefined || verb === undefined || !isShare) return false;
  const isOfAll = what === undefined && whole === undefined;
  const wanted = [s1, s2].flatMap((st) => st?.text.split(/[或和及]/u).map(plain) ?? []);
  if (more.length > 0) return isOfAll && statusesInTurn(wanted, [figure, ...more], composing);
  const to = { ...verb, text: "占" };
  const told = named(composing.state);
  // 已达标占26.5%: of all that are counted, where none of them is.
  if (told.length === 0 && isOfAll && shareOfStatus(wanted, figure, composing)) return true;
  if (told.length === 0 && whole === undefined && rateAmong(wanted, to, figure, composing)) return true;
  const parts = wanted.map((name) => told.filter(({ names }) => names.map(plain).join() === name));
  const whole1 = told.filter(
    ({ names }) =>
      names
        .flatMap((each) => each.split(/[或和及]/u))
        .map(plain)
        .join() === wanted.join(),
  );
  const counted =
    whole1.length === 1
      ? summed(whole1)
      : parts.every((each) => each.length === 1)
        ? summed(parts.flat())
        : null;
  if (counted === null) {
    unmatched(composing, figure);
    return true;
  }
  return shareTold({ counted, to, what, whole }, figure, composing);
}

/** 达标或预期可达标的指标占可评价指标的65.8%: the rate of that name. */
function rateAmong(names: readonly string[], to: Token, figure: Figure, composing: Composing): boolean {
  const { state, text } = composing;
  const name = RATES.get(names.join("或"));
  const among = amongOf(text.slice(to.end, figure.start));
  if (name === undefined || among === null || figure.form !== "number" || figure.points) return false;
  state.tally ??= EVERYTHING;
  tally(composing, { what: "rate", name }, figure, false, figure);
  return true;
}

const RATES: ReadonlyMap<string, "achievement" | "onCourse"> = new Map([
  ["达标", "achievement"],
  [`达标或${STATUS.onTrack.name}`, "onCourse"],
  ["达标或预期达标", "onCourse"],
]);

/** 其余38项中，已达标和预期可达标的占65.8%: so many of them as there are. */
function shareOfStatus(names: readonly string[], figure: Figure, composing: Composing): boolean {
  const { state } = composing;
  if (state.tally?.things !== "rows" || state.tally.total === null) return false;
  if (!isPercent(unitOf(figure.unit)) || figure.form !== "number" || figure.points) return false;
  tally(composing, { what: "status", names: [names.join("和")], negated: false }, figure, false, figure);
  state.shared = [...state.shared, ...names];
  return true;
}

/** 已达标和预期可达标分别占26.5%和24.5% */
function statusesInTurn(names: readonly string[], figures: readonly Figure[], composing: Composing): boolean {
  if (names.length !== figures.length || named(composing.state).length > 0) return false;
  return figures.every((figure, nth) => shareOfStatus(names.slice(nth, nth + 1), figure, composing));
}

/** 已达标占26.5%、预期可达标占24.5%，合计占51.0%: all whose shares the sentence has told. */
export function sharesSummed({ a }: Parts, composing: Composing): boolean {
  const { state } = composing;
  const [figure, ...more] = a?.figures ?? [];
  const names = state.shared;
  if (figure === undefined || more.length > 0 || names.length < 2 || state.counted !== null) return false;
  state.shared = [];
  return shareOfStatus(names, figure, composing);
}

/** 已达标 and 达标 are one. */
const plain = (status: string): string => status.replace(/^已/u, "");
