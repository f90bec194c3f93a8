import { decimal } from "../../terms/decimal.js";
import { isPercent, unitOf } from "../../terms/unit.js";
import { PLAIN_LEVEL } from "../claim.js";
import type { Figure } from "../figure.js";
import type { Thing } from "../grammar/names.js";
import type { Token } from "../grammar/token.js";
import { numeral } from "../text/numerals.js";
import { apartTold } from "./apart.js";
import { sumOfCourse } from "./courses.js";
import {
  claim,
  shares,
  signOf,
  stretch,
  subjects,
  unmatched,
  type Composing,
  type Parts,
  type Share,
} from "./emit.js";
import { indicatorsSpokenOf, subject, yearsOf, type State } from "./state.js";

/** 达到94.88%; cases beside a rate; sums over years. */
export function levelTold({ to, t, a }: Parts, composing: Composing): boolean {
  const { state } = composing;
  if (a === undefined) return false;
  const [time] = t?.times ?? [];
  if (time !== undefined) {
    if (time.partial) {
      for (const figure of a.figures) unmatched(composing, figure);
      return true;
    }
    state.years = yearsOf(time, state);
    state.listed = [];
  }
  const found = shares(composing, a.figures);
  if (found.length === 0) for (const figure of a.figures) unmatched(composing, figure);
  for (const share of found) tellLevel(share, signOf(to), composing);
  if (to?.kind === "keep") heldTold(found, to, composing);
  state.level = a.figures.length === 1 ? (a.figures[0] ?? null) : null;
  state.course = null;
  return true;
}

/** 始终保持在93%以上, 近五年稳定在93%以上: in each of the years. */
function heldTold(found: readonly Share[], to: Token, { state, text, ...composing }: Composing): void {
  const clause = /[^，；]*$/u.exec(text.slice(0, to.start))?.[0] ?? "";
  const span =
    state.span ?? (/始终|一直|长期|历年/u.test(clause) ? [state.period.start - 1, state.period.year] : null);
  if (span === null || state.groups.length > 0) return;
  const since = Math.max((span[0] ?? 0) + 1, state.period.start);
  for (const { options, years, figure } of found)
    if (!figure.points)
      claim(
        { state, text, ...composing },
        { kind: "streak", options, years, count: null, since, sign: 0, held: figure },
        stretch(text, to, figure),
      );
}

function tellLevel(told: Share, moved: 1 | -1 | 0, composing: Composing): void {
  const { state } = composing;
  const share = { ...told, figure: inUnit(told.figure, state) };
  const { figure } = share;
  if (figure.form === "doubled") {
    const { options, years } = share;
    claim(
      composing,
      { kind: "change", options, years, bases: basesOf(composing), figure, sign: 1, yearly: false },
      figure,
    );
    return;
  }
  if (figure.points && apartTold(figure, share.years, composing)) return;
  if (figure.points || figure.form === "times") {
    unmatched(composing, figure);
    return;
  }
  const pooled = state.pooled !== null;
  const sum = state.total
    ? (state.span ?? ([state.period.start, state.years[0] ?? state.period.year] as const))
    : null;
  claim(
    composing,
    { ...PLAIN_LEVEL, ...share, moved, pooled, sum, first: isFirst(figure, composing) },
    figure,
  );
}

/** 2025年首次突破90%: a year is named, and none before it had as much. */
function isFirst({ start }: Figure, { text }: Composing): boolean {
  return /(?:\d{4}年|今年|本年|当年).*首次[^，；]{0,6}$/u.test(text.slice(0, start));
}

/** 孕产妇系统管理率（%）94.88 */
export function inUnit(figure: Figure, { unit }: Pick<State, "unit">): Figure {
  return figure.unit === "" && figure.form === "number" && unit !== "" && !unit.includes("100")
    ? { ...figure, unit: unitOf(unit).name }
    : figure;
}

/** 提高1.89个百分点; by several bases or of several rows in order. */
export function changeTold({ dir, a }: Parts, composing: Composing): boolean {
  const { state } = composing;
  if (dir === undefined || a === undefined) return false;
  const sign = signOf(dir);
  // 差距缩小1.2个百分点: how the distance moved, which nobody reckons.
  const found = state.apart ? [] : changeShares(a, composing);
  if (found.length === 0) for (const figure of a.figures) unmatched(composing, figure);
  for (const share of found) {
    const written = a.figures.length === 1 ? stretch(composing.text, dir, a) : share.figure;
    const { options, years, figure, bases } = share;
    if (share.where === null)
      claim(
        composing,
        { kind: "change", options, years, bases, figure, sign, yearly: state.yearly },
        { start: share.figure.start, text: written.text },
        sign !== 0,
      );
    else unmatched(composing, figure);
  }
  const [only] = a.figures;
  if (a.figures.length === 1 && only !== undefined && !state.yearly)
    sumOfCourse(only, sign, { start: only.start, text: stretch(composing.text, dir, a).text }, composing);
  return true;
}

function changeShares(a: Token, composing: Composing): (Share & { bases: readonly number[] })[] {
  const { state } = composing;
  const { bases } = state;
  if (a.figures.length > 1 && bases.length === a.figures.length && state.basesFrom === "clause") {
    const zipped = indicatorsSpokenOf(state).length > 1 ? shares(composing, a.figures) : [];
    return a.figures.flatMap((figure, nth) =>
      (zipped[nth] === undefined ? shares(composing, [figure]) : [zipped[nth]]).map((share) => ({
        ...share,
        bases: bases.slice(nth, nth + 1),
      })),
    );
  }
  return shares(composing, a.figures).map((share) => ({ ...share, bases: basesOf(composing) }));
}

/** The years that may be meant: what the clause names; else that, or last year, or the baseline. */
export function basesOf({ state }: Composing): readonly number[] {
  const { bases, basesFrom, years, period } = state;
  const usual = [(years[0] ?? period.year) - 1, period.baseline];
  if (
    basesFrom === "clause" ||
    state.comparing ||
    (basesFrom === "sentence" && bases.length > 0 && state.course !== null)
  )
    return bases;
  if (basesFrom === "sentence" && state.things !== null) return [...new Set([...bases, ...usual])];
  if (basesFrom === "text") return [...new Set([...bases, ...usual])];
  return [];
}

/** 新增区级文明家庭29户: what came on top of last year's, or of the baseline's. */
export function addedTold({ dir, s, a }: Parts, composing: Composing): boolean {
  const [figure] = a?.figures ?? [];
  if (dir === undefined || s === undefined || figure === undefined || figure.points) return false;
  const { state } = composing;
  subject(state, s.things, /新增|净增/u.test(dir.text));
  const year = state.years[0] ?? state.period.year;
  const bases = [...new Set([...state.bases, year - 1, state.period.baseline])];
  for (const { options, years } of subjects(composing))
    claim(composing, { kind: "change", options, years, bases, figure, sign: 1, yearly: false }, figure);
  state.sure = true;
  return true;
}

/** 是2020年的3.4倍 */
export function multipleTold({ t, a }: Parts, composing: Composing): boolean {
  const [figure] = a?.figures ?? [];
  const [time] = t?.times ?? [];
  if (figure?.form !== "times" || time === undefined) return false;
  for (const { options, years } of subjects(composing))
    claim(
      composing,
      { kind: "multiple", options, years, bases: yearsOf(time, composing.state), figure },
      figure,
    );
  return true;
}

/** 94.88%的孕产妇系统管理率 */
export function shareBefore({ a, s }: Parts, composing: Composing): boolean {
  const [figure] = a?.figures ?? [];
  if (figure === undefined || s === undefined) return false;
  const named = s.things.filter(({ kind }) => kind === "indicators");
  const things = named.length > 0 ? named : predicate(composing, s);
  if (things.length === 0 || figure.points || a?.figures.length !== 1) return false;
  composing.state.things = things;
  composing.state.sure = true;
  for (const share of shares(composing, [figure])) tellLevel(share, 0, composing);
  return true;
}

/** 近九成新婚夫妇知晓政策: a share of what stands behind it, whatever was spoken of before. */
export function shareOfOthers({ a }: Parts, composing: Composing): boolean {
  const [figure] = a?.figures ?? [];
  if (figure === undefined || !isPercent(unitOf(figure.unit)) || figure.points) return false;
  unmatched(composing, figure);
  return true;
}

/** 约四分之三的婚姻登记机关设立了婚姻家庭辅导室: the clause is the rate's name, but for a few words. */
function predicate({ text, names }: Composing, from: Token): readonly Thing[] {
  const clause = /^[^，。；（：]*/u.exec(text.slice(from.start))?.[0] ?? "";
  const bare = clause.replace(/了|得到|接受|已经?|均|都|有|患(?=近视|龋)|存在|享受|能够|过|实现/gu, "");
  const moved = bare.replace(/参加(.*)$/u, "$1参保");
  for (const text of [bare, moved])
    for (const end of ["率", "比例", "覆盖率", "普及率"]) {
      const thing = names.called(`${text}${end}`);
      if (thing?.kind === "indicators") return [thing];
    }
  return [];
}

/** 比上年有所下降; 与2020年持平. */
export function directionTold({ dir }: Parts, composing: Composing): boolean {
  const { state } = composing;
  if (dir === undefined) return false;
  const strict = state.basesFrom === "clause" || state.comparing;
  const bases = strict ? state.bases : [];
  for (const { options, years } of subjects(composing))
    claim(composing, { kind: "direction", options, years, bases, sign: signOf(dir), strict }, dir);
  return true;
}

/** 连续五年下降; 连续三年保持100%; 逐年提高. */
export function streakTold({ n, verb, a }: Parts, composing: Composing): boolean {
  if (n === undefined || verb === undefined) return false;
  const { state } = composing;
  const counts = countIn(n);
  const [held = null] = a?.figures ?? [];
  if (verb.kind === "keep" && held === null) return false;
  const since = state.span?.[0] ?? null;
  const moved = signOf(verb);
  for (const { options, years } of subjects(composing)) {
    const streak = { options, years, count: counts, since, sign: moved, held: moved === 0 ? held : null };
    claim(composing, { kind: "streak", ...streak }, stretch(composing.text, n, verb));
  }
  if (moved !== 0 && a !== undefined) {
    if (verb.kind === "riseTo" || verb.kind === "fallTo") levelTold({ to: verb, a }, composing);
    else changeTold({ dir: verb, a }, composing);
  }
  return true;
}

/** Five of 连续五年; null of 逐年. */
function countIn({ text }: Token): number | null {
  const many = /连续(?<many>.+)年/u.exec(text)?.groups?.["many"];
  return many === undefined || many === "多" ? null : countOf(many);
}

function countOf(text: string): number | null {
  return /^\d+$/u.test(text) ? Number(text) : numeral(text);
}

/** 孕产妇死亡1例 */
export function caseTold({ e, a }: Parts, composing: Composing): boolean {
  const [figure] = a?.figures ?? [];
  if (e === undefined || figure === undefined) return false;
  composing.state.things = e.things;
  composing.state.sure = true;
  for (const { options, years } of shares(composing, [figure])) tellCases(options, years, figure, composing);
  return true;
}

/** A rate in words of its events is a level; a number of people is the number of them. */
function tellCases(
  options: Share["options"],
  years: readonly number[],
  figure: Figure,
  composing: Composing,
): void {
  claim(composing, { kind: "cases", options, years, figure }, figure);
}

/** 孕产妇零死亡 */
export function zeroTold({ n, z }: Parts, composing: Composing): boolean {
  if (z === undefined) return false;
  const many = n === undefined ? null : countIn(n);
  if (n !== undefined)
    for (const { options, years } of subjects(composing)) {
      const streak = {
        options,
        years,
        count: many,
        since: null,
        sign: 0,
        held: { ...NONE(z), unit: "" },
      } as const;
      claim(composing, { kind: "streak", ...streak }, stretch(composing.text, n, z));
    }
  for (const { options, years } of subjects(composing))
    claim(composing, { kind: "cases", options, years, figure: NONE(z) }, z);
  return true;
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
