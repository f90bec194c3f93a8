import { isPercent, unitOf } from "../../terms/unit.js";
import { PLAIN_LEVEL } from "../claim.js";
import type { Figure } from "../figure.js";
import type { Thing } from "../grammar/names.js";
import type { Token } from "../grammar/token.js";
import { apartTold } from "./apart.js";
import { basesOf } from "./changes.js";
import { claim, signOf, stretch, unmatched, type Composing, type Parts } from "./emit.js";
import { shares, type Share } from "./shares.js";
import { yearsOf, type State } from "./state.js";

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
