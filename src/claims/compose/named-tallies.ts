import type { Of } from "../claim.js";
import type { Figure } from "../figure.js";
import type { Token } from "../grammar/token.js";
import type { Indicator } from "../../plan/plan.js";
import { figureAt } from "../grammar/figures.js";
import { claim, signOf, stretch, type Composing, type Parts } from "./emit.js";
import { GIVEN } from "./goals.js";
import { setTime, yearsOf } from "./state.js";
import { projectTold } from "./projects.js";
import { subjects } from "./shares.js";
import { distinct } from "./steps.js";
import {
  countTold,
  EVERYTHING,
  isCount,
  ofStatus,
  REST,
  scopeTold,
  statusCounted,
  tally,
} from "./tallies.js";

/** The rows that a list names; a name may leave open which. */
function rowsIn(list: Token | undefined): (readonly Indicator[])[] {
  return (list?.things ?? []).flatMap((thing) => (thing.kind === "indicators" ? [thing.options] : []));
}

/** 橙色预警2项，分别是甲和乙: so many there are, and each of these is one. */
export function countedByName({ not, st, n, noun, s }: Parts, composing: Composing): boolean {
  if (st === undefined || n === undefined || s === undefined) return false;
  const between = composing.text.slice(Math.max(n.end, st.end), s.start);
  if (!WHICH.test(between)) return false;
  const isAlert = st.kind === "alert";
  const isRead = isAlert
    ? scopeTold({ alert: st, n }, composing)
    : n.start < st.start
      ? countTold({ n, noun, not, st }, composing)
      : statusCounted({ not, st, n }, composing);
  if (!isRead) return false;
  const rows = rowsIn(s);
  const { years } = composing.state;
  const state = { ...composing.state, sure: s.doubt === null, doubt: s.doubt };
  if (isAlert)
    for (const options of rows)
      claim({ ...composing, state }, { kind: "alert", options, years, name: colourOf(st) }, as(s, st));
  else
    listed({ rows, years, name: st.text, negated: not !== undefined }, n, as(s, st, not), {
      ...composing,
      state,
    });
  return true;
}

/** 3项指标较上年下降：甲、乙、丙: as many as are named, and each of them did. */
export function movedByName({ n, t, dir, s }: Parts, composing: Composing): boolean {
  const { state, text } = composing;
  const [figure] = n?.figures ?? [];
  if (figure === undefined || dir === undefined || s === undefined || !isCount(n)) return false;
  if (
    !/^(?:的)?(?:[，]?(?:分别|依次)?(?:是|为))?[:：]$|^[，]?(?:分别|依次)(?:是|为)[:：]?$/u.test(
      text.slice(dir.end, s.start),
    )
  )
    return false;
  manyTold(s, figure, composing);
  const bases = (t?.times ?? []).flatMap((time) => yearsOf(time, state));
  const { years } = state;
  Object.assign(state, { things: s.things, sure: s.doubt === null, named: true });
  state.told = [...state.told, ...s.things];
  const told = { years, bases, sign: signOf(dir), strict: bases.length > 0, nearly: false };
  for (const options of rowsIn(s)) claim(composing, { kind: "direction", options, ...told }, as(s, dir));
  return true;
}

/** What is written of the rows that a list names: their status, and not their names. */
function as({ start }: Token, st: Token, not?: Token): { start: number; text: string } {
  return { start, text: `${not?.text ?? ""}${st.text}` };
}

/** 橙色 of 橙色预警; null: of whichever colour. */
function colourOf({ text }: Token): string | null {
  return /^.色/u.exec(text)?.[0] ?? null;
}

/** 是儿童与健康领域唯一的红色预警指标: the row spoken of has it, and no other of those. */
export function onlyAlert({ domain, only, alert }: Parts, composing: Composing): boolean {
  const { state } = composing;
  if (alert === undefined || !ONLY.test(only?.text ?? "")) return false;
  const spoken = subjects(composing);
  if (spoken.length !== 1) return false;
  for (const { options, years } of spoken)
    claim(composing, { kind: "alert", options, years, name: colourOf(alert) }, alert);
  const figure = figureAt("1项", 0);
  const scope = { ...EVERYTHING, things: "alerts", domain: domain?.text ?? null } as const;
  const of = { what: "status", names: [alert.text.replace("预警", "")], negated: false } as const;
  const { years } = state;
  const at = stretch(composing.text, only ?? alert, alert);
  // 学生视力方面，…是唯一的红色预警指标: of those.
  const isOfAll = domain !== undefined || !/领域|方面|其中|类/u.test(composing.text.slice(0, at.start));
  claim(composing, { kind: "tally", scope, of, figure, all: false, years }, at, isOfAll);
  return true;
}

const ONLY = /^(?:中|内)?(?:唯一|仅有)(?:一项|1项|一个)?$/u;

/** What leads from a count to the names of what is counted. */
const WHICH = /^(?:指标)?(?:[，（]|[:：])?(?:分别|依次)?(?:是|为|即|指|有|包括)?[:：]?$/u;

const WHO = /^的(?:主要)?(?:指标)?(?:分别|主要|依次)?(?:是|为|有|包括|还有)[:：]?$/u;

/** Each of the rows is of the status that so many have. */
function listed(
  of: Pick<Of<"listed">, "rows" | "years" | "name" | "negated">,
  n: Token | undefined,
  at: { start: number; text: string },
  composing: Composing,
): void {
  const [figure = null] = n?.figures ?? [];
  claim(composing, { kind: "listed", ...of, figure, scope: composing.state.tally ?? EVERYTHING }, at);
}

/** 进展偏慢的有甲和乙; 未达标的是丙: which they are; 未达标的有甲和乙2项: with their number. */
export function namedOnly({ not, st, s, n }: Parts, composing: Composing): boolean {
  const rows = rowsIn(s);
  if (st === undefined || s === undefined || rows.length === 0 || (n !== undefined && !isCount(n)))
    return false;
  if (!WHO.test(composing.text.slice(st.end, s.start))) return false;
  const { years } = composing.state;
  const state = { ...composing.state, things: s.things, sure: s.doubt === null, doubt: s.doubt };
  for (const figure of n?.figures ?? []) manyTold(s, figure, composing);
  if (st.kind === "alert") {
    for (const options of rows)
      claim({ ...composing, state }, { kind: "alert", options, years, name: colourOf(st) }, as(s, st));
    return true;
  }
  listed({ rows, years, name: st.text, negated: not !== undefined }, n, as(s, st, not), {
    ...composing,
    state,
  });
  composing.state.things = s.things;
  composing.state.sure = s.doubt === null;
  composing.state.named = true;
  return true;
}

/** 甲、乙2项指标未达标: each of them is, and there are as many as are named; 仅有: no others are. */
export function namedOfStatus({ s, etc, n, noun, t, not, st }: Parts, composing: Composing): boolean {
  const [figure] = n?.figures ?? [];
  const rows = rowsIn(s);
  if (s === undefined || st === undefined || figure === undefined || !isCount(n)) return false;
  const { state, text } = composing;
  if (t !== undefined) setTime(state, t.times);
  const { years } = state;
  if (noun === undefined && figure.unit !== "项") return false;
  // 甲、乙等3项指标缺数据: so many there are.
  const isSome = etc !== undefined;
  if (isSome && etc.text !== "等") return false;
  if (!isSome) manyTold(s, figure, composing);
  if (!isSome && !figure.value.eq(rows.length)) return rows.length > 1;
  state.things = s.things;
  state.sure = s.doubt === null;
  for (const options of rows)
    claim(
      composing,
      { kind: "status", options, years, name: st.text, negated: not !== undefined },
      stretch(text, not ?? st, st),
    );
  const isAll = /(?:仅|只)(?:剩|余)?有?$/u.test(text.slice(0, s.start));
  if (isAll || isSome) {
    // 妇女与健康领域11项指标中，甲等5项已达标: of those.
    const isOfTotal = isSome && noun === undefined && (state.tally?.total ?? null) !== null;
    if (!isOfTotal) state.tally = null;
    // 等22项 may be those of one domain: there are as many at least.
    const told = isSome && !isOfTotal ? ({ ...figure, hedge: "from" } as const) : figure;
    tally(composing, ofStatus(st, not), told, false, figure);
  }
  return true;
}

/** 甲、乙2项红色预警, 甲、乙2项指标列入红色预警: each of them is under it, and there are as many as are named. */
export function namedUnderAlert({ s, etc, n, noun, how, alert }: Parts, composing: Composing): boolean {
  const [figure] = n?.figures ?? [];
  if (s === undefined || alert === undefined || figure === undefined || !isCount(n)) return false;
  if ((noun === undefined && figure.unit !== "项") || (etc !== undefined && etc.text !== "等")) return false;
  if (how !== undefined && !GIVEN.test(composing.text.slice(0, alert.start))) return false;
  if (etc === undefined) manyTold(s, figure, composing);
  const state = { ...composing.state, things: s.things, sure: s.doubt === null, doubt: s.doubt };
  const { years } = state;
  for (const options of rowsIn(s))
    claim({ ...composing, state }, { kind: "alert", options, years, name: colourOf(alert) }, as(s, alert));
  Object.assign(composing.state, { things: s.things, sure: s.doubt === null, named: true });
  return true;
}

/** 甲项目、乙项目等12个项目正在推进: each of them is, and so many are. */
export function projectsOfStatus({ v, etc, n, not, st }: Parts, composing: Composing): boolean {
  const [figure] = n?.figures ?? [];
  if (v === undefined || st === undefined || figure === undefined || !isCount(n)) return false;
  if (etc !== undefined && etc.text !== "等") return false;
  projectTold({ v, not, st }, composing);
  if (etc === undefined) manyTold(v, figure, composing);
  else {
    composing.state.tally = { ...EVERYTHING, things: "projects" };
    // 妇女就业方面，甲等3个项目: there are as many at least.
    const isOfAll = /(?:^|[，。；：中])$/u.test(composing.text.slice(0, v.start));
    tally(composing, ofStatus(st, not), isOfAll ? figure : { ...figure, hedge: "from" }, false, figure);
  }
  return true;
}

/** 甲项目未启动，其余18个均已启动: with those that are named, they are all. */
export function restOfProjects({ v, n }: Parts, composing: Composing): boolean {
  const [figure] = n?.figures ?? [];
  // 基本完成3个，分别是…，其余12个: of what was counted before.
  if (v === undefined || figure === undefined || !isCount(n) || composing.state.counted !== null)
    return false;
  if (!REST.test(composing.text.slice(0, figure.start))) return false;
  composing.state.tally = { ...EVERYTHING, things: "projects" };
  const all = { ...figure, value: figure.value.plus(v.things.length) };
  tally(composing, { what: "total", whole: true, rest: true, among: null }, all, false, figure);
  return true;
}

/**
 * 约束性指标中，甲达标困难，乙进展偏慢，其余3项…; 除甲外，其余4项…: with those that are named, they are all of that nature
 * or domain, and so many of the others are of the status.
 */
export function restOfRows({ n, not, st }: Parts, composing: Composing): boolean {
  const [figure] = n?.figures ?? [];
  const { among, told, leftOut, counted } = composing.state;
  if (
    figure === undefined ||
    among === null ||
    counted !== null ||
    !isCount(n) ||
    !REST.test(composing.text.slice(0, n?.start))
  )
    return false;
  const named = distinct([...told.slice(among.from), ...leftOut]);
  if (named.length === 0) return false;
  composing.state.tally = among.scope;
  composing.state.things = [];
  const all = { ...figure, value: figure.value.plus(named.length) };
  tally(composing, { what: "total", whole: true, rest: true, among: null }, all, false, figure);
  const rows = named.map((thing) => ("options" in thing ? thing.options : []));
  if (st !== undefined && rows.every(({ length }) => length === 1)) {
    const but = rows.flatMap((options) => options.map(({ id }) => id));
    const of = { what: "status", names: [st.text], negated: not !== undefined, but } as const;
    tally(composing, of, figure, false, stretch(composing.text, figure, st));
  }
  return true;
}

/** 甲、乙3项: as many as are named, of which one name may stand for several rows. */
export function manyTold(list: Token, figure: Figure, composing: Composing): void {
  const named = [list.things.length, 0] as [number, number];
  for (const thing of list.things) named[1] += "options" in thing ? Math.max(thing.options.length, 1) : 1;
  if (list.things.length > 1 && list.doubt === null)
    claim(
      { ...composing, state: { ...composing.state, sure: true } },
      { kind: "many", figure, named },
      figure,
    );
}
