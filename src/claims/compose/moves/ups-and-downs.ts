import { clauseAt } from "../../text/tight.js";
import { numeral } from "../../text/numerals.js";
import type { Token } from "../../grammar/token.js";
import { gapWent } from "../apart.js";
import { basesOf } from "./bases.js";
import { isOfGap } from "./changes.js";
import { growthNamed, growthTold } from "./growth.js";
import { claim, signOf, stretch, unmatched, type Composing, type Parts } from "../emit.js";
import { subjects } from "../shares.js";

/** 比上年有所下降; 与2020年持平. */
export function directionTold({ dir }: Parts, composing: Composing): boolean {
  const { state } = composing;
  if (dir === undefined) return false;
  const growth = state.apart ? null : growthNamed(dir, composing);
  if (growth !== null) {
    growthTold({ ...growth, figure: null, sign: signOf(dir) }, composing);
    return true;
  }
  // 差距有所缩小: not the row.
  if (state.apart || isOfGap(dir, composing)) {
    const named = state.basesFrom === "clause" || state.comparing;
    gapWent(dir, signOf(dir), named ? state.bases : [], composing);
    return true;
  }
  if (yearByYear(dir, composing) || everyYear(dir, composing)) return true;
  // 2023年以来没有变化: since then.
  const isSince = state.since && state.span !== null && signOf(dir) === 0;
  const strict = state.basesFrom === "clause" || state.comparing || isSince;
  const bases = isSince ? [state.span?.[0] ?? state.period.baseline] : strict ? state.bases : [];
  wentIn(null, strict ? { strict, bases } : overSpan(dir, composing), dir, composing);
  return true;
}

/**
 * 五年来稳中有升: from one end of the span to the other, whatever the last year did; 近三年持续走高: in the last of them,
 * too.
 */
function overSpan({ text: way, start }: Token, { state, text }: Composing): Against {
  const [first] = state.span ?? [];
  if (first === undefined) return { strict: false, bases: [] };
  if (way.startsWith("稳中")) return { strict: true, bases: [first, first + 1] };
  const goesOn = /(?:持续|不断|一路)$/u.test(text.slice(0, start)) && !TURNED.test(text);
  const [year = state.period.year] = state.years;
  return goesOn ? { strict: true, bases: [year - 1] } : { strict: false, bases: [] };
}

/** The sentence says itself that it did not always go that way. */
const TURNED = /回落|回升|反弹|波动|反复|起伏|除|虽|但|略有|有升有降|先升|先降|总体|整体|基本/u;

/** 此后三年|持续 */
const EACH_AFTER = /后[一两二三四五六七八九]年(?:间|来|里)?(?:均|都)?(?:持续|不断|一路)$/u;

/** 自2020年以来一年比一年低, 此后三年持续下降: in each of the years. */
function everyYear(dir: Token, composing: Composing): boolean {
  const isEach =
    /^一[年次届]/u.test(dir.text) || EACH_AFTER.test(clauseAt(composing.text.slice(0, dir.start), dir.start));
  if (!isEach || signOf(dir) === 0 || TURNED.test(composing.text)) return false;
  const { span } = composing.state;
  const told = { count: null, since: span?.[0] ?? null, sign: signOf(dir), held: null, except: [] } as const;
  for (const { options, years } of subjects(composing))
    claim(composing, { kind: "streak", options, years, ...told }, dir);
  return true;
}

interface Against {
  strict: boolean;
  bases: readonly number[];
}

/** The rows that are spoken of went that way, in a year or in the one that is spoken of. */
function wentIn(
  year: number | null,
  against: Against,
  dir: Token,
  composing: Composing,
  at: { start: number; text: string } = dir,
): void {
  // As many cases may be another rate.
  const cases = composing.state.things?.some(({ kind }) => kind === "events") === true;
  const nearly = dir.text.startsWith("基本") || cases;
  const told = { kind: "direction", ...against, sign: signOf(dir), nearly, cases } as const;
  for (const { options, years } of subjects(composing))
    claim(composing, { ...told, options, years: year === null ? years : [year] }, at);
}

/** 2024年、2025年均有所提高: each; 其余年份均提高: each on the year before. */
function yearByYear(dir: Token, composing: Composing): boolean {
  const { each, listed, basesFrom, comparing, apartFrom } = composing.state;
  if (!each || listed.length < 2 || basesFrom === "clause" || comparing) return false;
  const areOthers = apartFrom !== null;
  for (const year of listed)
    wentIn(year, { strict: areOthers, bases: areOthers ? [year - 1] : [] }, dir, composing);
  return true;
}

/**
 * 婚检率除2022年略有回落外: in that year, on the year before; what follows is of the others. Where the row is named
 * behind it, or was in another sentence, nobody can tell whose it is.
 */
export function exceptTold({ but, t, why, dir, s }: Parts, composing: Composing): boolean {
  const { state, text } = composing;
  const years = t?.times.flatMap((time) => time.years) ?? [];
  if (t === undefined || dir === undefined || but?.text.startsWith("除") !== true || years.length === 0)
    return false;
  state.dated = [...state.dated, ...years];
  const isOpen = s !== undefined || state.told.length === 0;
  if (isOpen || (why !== undefined && !/影响|原因|因素/u.test(why.text))) return true;
  for (const year of years)
    wentIn(year, { strict: true, bases: [year - 1] }, dir, composing, stretch(text, t, dir));
  return true;
}

/** 分别为A、B和C，较上年“两升一降”: of the rows that the sentence has named, where there are as many. */
export function upsAndDownsTold({ moves }: Parts, composing: Composing, isAgain = false): boolean {
  if (moves === undefined) return false;
  const { state } = composing;
  const named = state.told.filter(
    ({ name }, nth, all) => all.findIndex((each) => each.name === name) === nth,
  );
  const rows = named.flatMap((thing) => ("options" in thing ? [thing.options] : []));
  const up = countOf("升增涨", moves.text);
  const down = countOf("降减跌", moves.text);
  const level = countOf("平持稳", moves.text);
  const isOfThem = rows.length === up + down + level && state.groups.length === 0;
  // “一升一降”：甲…，乙…: of those that the sentence goes on to name.
  if (rows.length === 0 && !isAgain) state.announced = moves;
  else if (!isOfThem) unmatched(composing, moves);
  else
    claim(
      composing,
      {
        kind: "courses",
        options: rows.flat(),
        rows,
        years: state.years,
        bases: basesOf(composing),
        up,
        down,
      },
      moves,
    );
  return true;
}

/** 五年中四年提高、一年下降: so many years of each, and as many as there are in all. */
export function yearsMovedTold({ t1, d1, t2, d2 }: Parts, composing: Composing): boolean {
  const { text, state } = composing;
  const [first, second] = [t1, t2].map((t) =>
    numeral(/^([一二两三四五六七八九])年$/u.exec(t?.text ?? "")?.[1] ?? ""),
  );
  const signs = [d1, d2].map(signOf);
  if (t1 === undefined || d2 === undefined || first == null || second == null) return false;
  if (signs[0] === signs[1]) return false;
  const [, whole = ""] =
    /([二两三四五六七八九])年[来间]?[中里间]?，?有?$/u.exec(text.slice(0, t1.start)) ?? [];
  if (numeral(whole) !== first + second) return false;
  const [up, down] = signs[0] === 1 ? [first, second] : [second, first];
  const last = state.period.year;
  for (const { options } of subjects(composing))
    claim(
      { ...composing, state: { ...state, sure: state.certain } },
      { kind: "yearsMoved", options, years: [last], up, down },
      stretch(text, t1, d2),
    );
  return true;
}

/** Two of 两升. */
function countOf(verbs: string, text: string): number {
  const many = new RegExp(`(?<many>\\p{Script=Han})[${verbs}]`, "u").exec(text)?.groups?.["many"];
  return many === undefined ? 0 : (numeral(many) ?? 0);
}
