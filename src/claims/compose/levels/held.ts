import { isLimit, type Figure } from "../../figure.js";
import type { Time } from "../../grammar/times.js";
import type { Token } from "../../grammar/token.js";
import { claim, stretch, type Composing } from "../emit.js";
import { clauseAt } from "../../text/tight.js";
import type { Share } from "../shares.js";

/** 保持在, 一直为, 自2022年起降至4%以下: so in each of the years. */
export function isHeld(
  to: Token | undefined,
  time: Time | undefined,
  a: Token,
  { state, text }: Composing,
): boolean {
  const start = (to ?? a).start;
  const before = text.slice(0, start);
  const isAlways = (to !== undefined && /(?:始终|一直|均)$/u.test(before)) || EACH_SINCE.test(before);
  const isBoundSince = /年起/u.test(clauseAt(text, start)) && a.figures.every(isLimit);
  // 近五年实现翻番: since then, and not in each of the years.
  if (a.figures.some(({ form }) => form === "doubled" || form === "times")) return false;
  if (EVERY_YEAR.test(before)) return true;
  return to?.kind === "keep" || ((time ?? state).since && (isAlways || to?.kind === "meets" || isBoundSince));
}

/** 此后两年均在90%以上 */
const EACH_SINCE = /后[一两二三四五六]年均在?$/u;
/** 2021年至2025年各年均低于2.5‰ */
const EVERY_YEAR = /[各历]年均在?$/u;

/** The sentence goes on to say that the year it speaks of has no figure. */
export function isLastLacking({ end }: Token, { state, text }: Composing): boolean {
  const [year] = state.years;
  return new RegExp(
    `${year}年[^，；。]{0,20}(?:暂无|暂缺|缺报|没有|尚未|未取得|未报送|未反馈|未完成|待)`,
    "u",
  ).test(text.slice(end));
}

/** 始终保持在93%以上, 近五年稳定在93%以上: in each of the years. */
export function heldTold(found: readonly Share[], to: Token, { state, text, ...composing }: Composing): void {
  const clause = /[^，；]*$/u.exec(text.slice(0, to.start))?.[0] ?? "";
  // 2023年起保持100%: in that year, too; 2020年以来 tells of those after it.
  const [, from] = /(\d{4})年起/u.exec(clause) ?? [];
  const span =
    (from === undefined ? null : [Number(from) - 1, state.period.year]) ??
    state.span ??
    (/始终|一直|长期|[历各]年/u.test(clause) ? [state.period.start - 1, state.period.year] : null);
  if (span === null || state.groups.length > 0) return;
  // 2021年至2025年: that year, too.
  const isWithFirst = state.span !== null && !state.since && !state.after && from === undefined;
  const since = Math.max((span[0] ?? 0) + (isWithFirst ? 0 : 1), state.period.start);
  for (const { options, years, figure } of found)
    for (const held of figure.points ? [] : endsOf(figure))
      claim(
        { state, text, ...composing },
        { kind: "streak", options, years, count: null, since, sign: 0, held, except: [] },
        stretch(text, to, figure),
      );
}

/** 99.8%至100%之间: no less than the one, and no more than the other. */
export function endsOf(figure: Figure): Figure[] {
  if (figure.range === undefined) return [figure];
  const { range, ...plain } = figure;
  return [
    { ...plain, form: "number", value: range.from, hedge: "from" },
    { ...plain, form: "number", value: range.to, hedge: "upTo" },
  ];
}
