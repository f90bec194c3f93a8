import { decimal } from "../../terms/decimal.js";
import { PLAIN_LEVEL, type Sign } from "../claim.js";
import { isLimit, type Figure } from "../figure.js";
import { EXCEPTED, exceptedIn } from "../grammar/excepted.js";
import { isOfRise, SIZE_OF_MOVE } from "../grammar/moves.js";
import type { Token } from "../grammar/token.js";
import { numeral } from "../text/numerals.js";
import { clauseAt } from "../text/tight.js";
import type { Thing } from "../grammar/names.js";
import { gapWent } from "./apart.js";
import { changeTold } from "./moves/changes.js";
import { claim, signOf, stretch, unmatched, type Composing, type Parts } from "./emit.js";
import { subjects } from "./shares.js";
import { levelTold } from "./levels/levels.js";
import { isFirst } from "./levels/told.js";
import { subject } from "./state.js";

/** 连续五年下降; 连续三年保持100%; 逐年提高. */
export function streakTold({ n, verb, a }: Parts, composing: Composing): boolean {
  if (n === undefined || verb === undefined) return false;
  // 除个别年份外逐年提高: with exceptions that nobody can reckon.
  const except = exceptedIn(composing.text);
  // 连续两年为0后，2025年…: of years before the one spoken of.
  const isBefore = ENDED.test(composing.text.slice((a ?? verb).end));
  // 目标为逐年提高: what it should.
  if (/(?:目标|要求)(?:是|为|设定为|：)?[“”]?$/u.test(composing.text.slice(0, n.start))) return true;
  const isOfMoves = OF_MOVES.test(composing.text.slice(0, n.start));
  if (isOfMoves && except !== null && sizeWent(n, verb, composing)) return true;
  if (isBefore && countIn(n) !== null && signOf(verb) !== 0)
    return runEnded(n, countIn(n) ?? 0, signOf(verb), composing);
  if (except === null || isBefore || isOfMoves) {
    unmatched(composing, n);
    return true;
  }
  const { state } = composing;
  const told = countIn(n);
  const first = told === null ? firstYears(n, composing) : null;
  const counts = told ?? first;
  const turn = turnedIn(n, counts, composing);
  const [held = null] = a?.figures ?? [];
  if (verb.kind === "keep" && held === null) return false;
  const since = turn ?? state.span?.[0] ?? null;
  const moved = signOf(verb);
  if (counts !== null && state.basesFrom === null) {
    state.bases = [(state.years[0] ?? state.period.year) - counts];
    state.basesFrom = "sentence";
  }
  for (const { options, years } of subjects(composing)) {
    const streak = {
      options,
      years: endsOf(n, years, counts, moved, composing),
      count: counts,
      since,
      sign: moved,
      held: moved === 0 ? held : null,
      except,
      nth: n.text.includes("第"),
    };
    claim(composing, { kind: "streak", ...streak }, stretch(composing.text, n, verb));
  }
  if (moved !== 0 && a !== undefined) {
    if (verb.kind === "riseTo" || verb.kind === "fallTo") levelTold({ to: verb, a }, composing);
    else changeTold({ dir: verb, a }, composing);
  }
  return true;
}

/** 前四年每年都在增加: so many years from the baseline, or up to the year before the report's; null where none are told. */
function firstYears({ start }: Token, { state, text }: Composing): number | null {
  const [, many = ""] = /前([二两三四五六七八九])年$/u.exec(text.slice(0, start)) ?? [];
  const count = numeral(many);
  const { baseline, year } = state.period;
  if (count === null) return null;
  state.years = [...new Set([baseline + count, year - 1, year])];
  return count;
}

/**
 * 2023年达到5.86%的高点后连续两年回落: the year it turned in; so many years on from there, or up to the report's. Null
 * where it turned in none that is told.
 */
function turnedIn(n: Token, count: number | null, { state, text }: Composing): number | null {
  if (!/后(?:又|已|便|就|再)?$/u.test(text.slice(0, n.start))) return null;
  const { year: last } = state.period;
  const [turn = last, ...more] = state.years;
  state.years = [last];
  if (more.length > 0 || turn >= last || !/\d{4}年/u.test(clauseAt(text, n.start))) return null;
  if (count !== null && turn + count < last) state.years = [last, turn + count];
  return turn;
}

/**
 * 2023年达到100%，并连续三年保持: up to the year that is spoken of, or, where its clause names none, from there on; a rise
 * or fall begins the year after.
 */
function endsOf(
  { start }: Token,
  years: readonly number[],
  count: number | null,
  moved: Sign,
  { state, text }: Composing,
): readonly number[] {
  const before = clauseAt(text.slice(0, start), start);
  const isDated = /\d{4}年|[今去本当]年/u.test(before);
  if (count === null || isDated || text.startsWith("第", start + 2)) return years;
  // 2021年为5.05%，此后两年连续上升: in the two years behind it, and in no other two.
  const after = /(?:此|其|随|之)后$/u.test(before) ? (state.span?.[0] ?? null) : null;
  if (after !== null && after + count <= state.period.year) return [after + count];
  const onward = years.map((year) => year + count - (moved === 0 ? 1 : 0));
  return [...new Set([...onward.filter((year) => year <= state.period.year), ...years])];
}

/** 连续三年高于94%: in each of them. */
export function boundTold({ n, a }: Parts, composing: Composing): boolean {
  const [held, ...more] = a?.figures ?? [];
  const count = n === undefined ? null : countIn(n);
  if (n === undefined || a === undefined || held === undefined || more.length > 0 || count === null)
    return false;
  if (held.points || !isLimit(held) || EXCEPTED.test(composing.text)) return false;
  // 连续五年完成50%以上 of what has no name is no row's.
  const of = { kind: "streak", count, since: null, sign: 0, held, except: [] } as const;
  for (const { options, years } of subjects(composing))
    claim(
      composing,
      { ...of, options, years: endsOf(n, years, count, 0, composing) },
      stretch(composing.text, n, a),
    );
  return true;
}

/** 一年好过一年: whether more or less is better is the row's own. */
export function betterEachYear({ better }: Parts, composing: Composing): boolean {
  if (better === undefined || !better.text.startsWith("一")) return false;
  const since = composing.state.span?.[0] ?? null;
  const told = { count: null, since, sign: 0, held: null, except: [], better: true } as const;
  for (const { options, years } of subjects(composing))
    claim(composing, { kind: "streak", options, years, ...told }, better);
  return true;
}

/** “四连降”; 连降四年 */
export function runTold({ n }: Parts, composing: Composing): boolean {
  const [many = ""] = /[二两三四五六七八九]/u.exec(n?.text ?? "") ?? [];
  const [way = ""] = /[升降增涨跌减]/u.exec(n?.text ?? "") ?? [];
  const count = numeral(many);
  const rows = subjects(composing);
  if (n === undefined || count === null) return false;
  if (rows.length === 0) unmatched(composing, n);
  const sign: Sign = /[升增涨]/u.test(way) ? 1 : -1;
  if (ENDED.test(composing.text.slice(n.end))) return runEnded(n, count, sign, composing);
  const run = { kind: "streak", count, since: null, sign, held: null, except: [] } as const;
  for (const { options, years } of rows)
    claim(composing, { ...run, options, years: endsOf(n, years, count, sign, composing) }, n);
  return true;
}

/** 连续四年下降|后 */
const ENDED = /^(?:之|以)?后/u;

/** 连降四年后回升: up to the year before one of those that are known; what follows is of the year spoken of. */
function runEnded(n: Token, count: number, sign: Sign, composing: Composing): true {
  const { state } = composing;
  const { baseline } = state.period;
  const run = { kind: "streak", count, since: null, sign, held: null, except: [] } as const;
  for (const { options, years } of subjects(composing)) {
    const [last = state.period.year] = years;
    const ends = Array.from({ length: Math.max(last - baseline, 0) }, (_, nth) => last - 1 - nth);
    claim(composing, { ...run, options, years: ends }, n);
  }
  const [year = state.period.year] = state.years;
  Object.assign(state, { bases: [year - 1], basesFrom: "clause" });
  return true;
}

/** 五年来第二次下降: of a span that is named. */
export function timesMoved({ n, dir }: Parts, composing: Composing): boolean {
  const { span } = composing.state;
  const rows = subjects(composing);
  if (n === undefined || dir === undefined || rows.length === 0) return false;
  if (span === null) return firstMoved(n, dir, composing);
  // 五年来首次回落，由51.22%降到50.48%: in the last of them.
  const [year = composing.state.period.year] = composing.state.years;
  Object.assign(composing.state, { span: null, since: false, bases: [year - 1], basesFrom: "sentence" });
  const nth = n.text === "首次" ? 1 : (numeral(n.text.slice(1, 2)) ?? 1);
  for (const { options, years } of rows)
    claim(
      composing,
      { kind: "timesMoved", options, years, since: span[0], nth, sign: signOf(dir) },
      stretch(composing.text, n, dir),
    );
  return true;
}

/** 连续四年提高后首次下降: on the year before. */
function firstMoved(n: Token, dir: Token, composing: Composing): boolean {
  if (n.text !== "首次") return false;
  const told = { kind: "direction", sign: signOf(dir), strict: true, nearly: false } as const;
  for (const { options, years } of subjects(composing)) {
    const [year = composing.state.period.year] = years;
    claim(composing, { ...told, options, years: [year], bases: [year - 1] }, stretch(composing.text, n, dir));
  }
  return true;
}

/** 增幅逐年收窄: of how it moved. */
const OF_MOVES = new RegExp(`(?:(${SIZE_OF_MOVE})|差距|缺口)(?:也|均|都|已)?$`, "u");

/** 降幅逐年收窄, 城乡差距逐年缩小: how the size of a move went, or of a distance. */
function sizeWent(n: Token, verb: Token, composing: Composing): boolean {
  if (movesTold(n, verb, composing)) return true;
  if (n.text !== "逐年" || signOf(verb) === 0) return false;
  const every = composing.state.span?.[0] ?? composing.state.period.baseline;
  gapWent(stretch(composing.text, n, verb), signOf(verb), [], composing, every);
  return true;
}

/** 降幅逐年收窄: in each of the years since the sentence begins to tell of them. */
function movesTold(n: Token, verb: Token, composing: Composing): boolean {
  const [, how] = OF_MOVES.exec(composing.text.slice(0, n.start)) ?? [];
  if (how === undefined || signOf(verb) === 0) return false;
  const { span, period } = composing.state;
  // 逐年有所扩大 leaves some years out.
  const isEvery = /^(?:逐年|年年|连年)$/u.test(n.text) && verb.start === n.end;
  const every = isEvery ? (span?.[0] ?? period.baseline) : null;
  const told = { kind: "growth", figure: null, sign: signOf(verb), grew: isOfRise(how), every } as const;
  for (const { options, years } of subjects(composing))
    claim(composing, { ...told, options, years }, stretch(composing.text, n, verb));
  return true;
}

/** 连续三年达标: in each of them. */
export function metYearsTold({ n, st, t }: Parts, composing: Composing): boolean {
  const many = n === undefined ? null : countIn(n);
  const end = st ?? t;
  if (n === undefined || end === undefined || many === null || EXCEPTED.test(composing.text)) return false;
  if (st !== undefined && !/达标|达到目标|实现目标/u.test(st.text)) return false;
  const at = stretch(composing.text, n, end);
  for (const { options, years } of subjects(composing)) {
    const ends = endsOf(n, years.slice(0, 1), many, 0, composing);
    for (let back = many - 1; back >= 0; back -= 1)
      claim(
        composing,
        { kind: "met", options, years: ends.map((end) => end - back), met: true, side: 0 },
        at,
      );
  }
  return true;
}

/** Five of 连续五年; null of 逐年. */
function countIn({ text }: Token): number | null {
  const many = (/连续第?(?<many>.+)年/u.exec(text) ?? /^(?<many>.)年连/u.exec(text))?.groups?.["many"];
  return many === undefined || many === "多" ? null : countOf(many);
}

function countOf(text: string): number | null {
  return /^\d+$/u.test(text) ? Number(text) : numeral(text);
}

/** 孕产妇零死亡 */
export function zeroTold({ n, z }: Parts, composing: Composing): boolean {
  if (z === undefined) return false;
  const many = n === undefined ? null : countIn(n);
  const events = eventsOf(z, composing);
  if (events !== null) subject(composing.state, [events], true);
  if (n !== undefined)
    for (const { options, years } of subjects(composing)) {
      const streak = {
        options,
        years: endsOf(n, years, many, 0, composing),
        count: many,
        since: null,
        sign: 0,
        held: { ...NONE(z), unit: "" },
        except: [],
      } as const;
      claim(composing, { kind: "streak", ...streak }, stretch(composing.text, n, z));
    }
  const { listed } = composing.state;
  // 2023年首次实现零死亡: a rate of none, and in no earlier year.
  if (isFirst(z, composing))
    for (const { options, years } of subjects(composing))
      claim(composing, { ...PLAIN_LEVEL, options, years, figure: { ...NONE(z), unit: "" }, first: true }, z);
  for (const { options, years } of subjects(composing))
    for (const each of listed.length > 1 ? listed.map((year) => [year]) : [years])
      claim(composing, { kind: "cases", options, years: each, figure: NONE(z) }, z);
  return true;
}

/** 孕产妇|零死亡: whom they did not befall stands before. */
function eventsOf({ text: zero, start }: Token, { text, names }: Composing): Thing | null {
  const [what] = /死亡|传播|发生|发案/u.exec(zero) ?? [];
  const [, before = ""] = /([\p{Script=Han}—\d]*)[“”"]?$/u.exec(text.slice(0, start)) ?? [];
  if (what === undefined) return null;
  for (let from = 0; from < before.length; from += 1) {
    const thing = names.called(`${before.slice(from)}${what}`);
    if (thing?.kind === "events") return thing;
  }
  return null;
}

const NONE = (z: Token): Figure => ({ ...ZERO, text: z.text, start: z.start, end: z.end });
const ZERO = {
  value: decimal(0),
  step: decimal(1),
  unit: "例",
  points: false,
  hedge: "exact",
  form: "number",
  parts: null,
  year: null,
} as const;
