import type { Figure } from "../figure.js";
import { token, type Kind, type Token } from "./token.js";

/** Kinds that are told one after another: 甲率、乙率和丙率; 94.88%、96.75%; 全国、全市平均水平. */
const LISTED: ReadonlySet<Kind> = new Set<Kind>(["subject", "figure", "time", "site", "project", "other"]);

/** Tokens with lists made one and with what brackets say of a figure's year put to it. */
export function folded(tokens: readonly Token[]): Token[] {
  return withoutCounts(lists(withUnknown(hoisted(dated(coursesParted(tokens))))));
}

/** 从8.7%到100%的跨越: two figures, which are one range where no 从 stands before them. */
function coursesParted(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((here, nth) => {
    const [figure] = here.figures;
    const [, mark] = /[\d%](至|到)\d/u.exec(here.text) ?? [];
    if (tokens[nth - 1]?.kind !== "from" || figure?.range === undefined || mark === undefined) return [here];
    const at = here.start + here.text.indexOf(mark);
    const { range, ...plain } = figure;
    const end = (value: Figure["value"], start: number, end: number): Token => {
      const text = here.text.slice(start - here.start, end - here.start);
      return { ...here, text, start, end, figures: [{ ...plain, form: "number", value, text, start, end }] };
    };
    return [end(range.from, here.start, at), token("is", mark, at), end(range.to, at + 1, here.end)];
  });
}

/** 4.62%（2020年）: the year is the figure's. 孕产妇系统管理率（2025年）95.88%: the brackets add nothing. */
function dated(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const here = tokens[at];
    const [open, time, close] = tokens.slice(at + 1, at + 4);
    if (here === undefined) continue;
    // 较2020年（92.99%）上升: the figure is that year's.
    const [told] = time?.figures ?? [];
    const [of = null, ...others] = here.kind === "time" ? (here.times[0]?.years ?? []) : [];
    if (
      open?.kind === "open" &&
      told !== undefined &&
      close?.kind === "close" &&
      of !== null &&
      others.length === 0
    ) {
      out.push(here, open, { ...time, figures: [{ ...told, year: of }] } as Token, close);
      at += 3;
      continue;
    }
    const bracketed = open?.kind === "open" && time?.kind === "time" && close?.kind === "close";
    const [year, ...more] = bracketed ? (time.times[0]?.years ?? []) : [];
    const [figure] = here.figures;
    // 上一轮规划期末（2020年），…: what the brackets say is meant.
    const isTime =
      (here.kind === "loose" && /[年末初期时]$/u.test(here.text)) ||
      (here.kind === "time" && here.times[0]?.relative === "earlier");
    // 第二轮儿童发展规划（2011—2020年）期间
    const isPeriod = bracketed && time.times[0]?.span != null && LAST_PLAN.test(here.text);
    if (time !== undefined && ((isTime && year !== undefined) || isPeriod)) {
      out.push(time);
      at += 3;
    } else if (here.kind === "figure" && figure !== undefined && year !== undefined && more.length === 0) {
      out.push({ ...here, figures: [{ ...figure, year }] });
      at += 3;
    } else if (here.kind === "subject" && year !== undefined && time !== undefined) {
      out.push(here, time);
      at += 3;
    } else out.push(here);
  }
  return out;
}

const LAST_PLAN = /(?:上一?轮|上一?周期|前一轮|第[一二三四]轮)[^，；。]*(?:规划|纲要)$/u;

/** 松溉、永荣、红炉三镇: how many they are. */
function withoutCounts(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ kind, text }, nth) => {
    const of = tokens[nth - 1]?.things.length ?? 0;
    return !(of > 1 && tokens[nth - 1]?.kind === "site" && kind === "loose" && COUNT.test(text));
  });
}

const COUNT = /^[二两三四五六七八九十]个?(?:镇|街道|乡|镇街)$/u;

/** 松溉镇（97.33%）、永荣镇（97.61%）接种率…: the name stands behind, and is what the figures before are of. */
function hoisted(tokens: readonly Token[]): Token[] {
  const first = tokens.findIndex(({ kind }, nth) => kind === "site" && tokens[nth + 1]?.kind === "open");
  if (first < 0 || tokens.slice(0, first).some(({ kind }) => kind === "subject")) return [...tokens];
  const name = tokens.findIndex(({ kind }, nth) => nth > first && !IN_A_LIST.has(kind));
  const subject = tokens[name];
  if (subject?.kind !== "subject") return [...tokens];
  return [...tokens.slice(0, first), subject, ...tokens.slice(first, name), ...tokens.slice(name + 1)];
}

const IN_A_LIST = new Set<Kind>(["site", "open", "figure", "close", "and", "of"]);

/** 孕产妇系统管理率和产前筛查率分别为A和B: a rate that is not known has its place in the list. */
function withUnknown(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ kind }) => kind === "respectively")) return tokens;
  return tokens.map((token, nth) => {
    const [before, after] = [tokens[nth - 1], tokens[nth + 1]];
    const isBeside =
      (before?.kind === "and" && tokens[nth - 2]?.kind === "subject") ||
      (after?.kind === "and" && tokens[nth + 2]?.kind === "subject");
    const isListed = isBeside && token.kind === "loose" && RATE.test(token.text);
    if (!isListed || !inTurn(tokens.slice(nth + 1))) return token;
    return { ...token, kind: "subject", things: [{ kind: "indicators", name: token.text, options: [] }] };
  });
}

const RATE = /^[^\d]{2,14}(?:率|比例|占比|比重)$/u;

function inTurn(after: readonly Token[]): boolean {
  const until = after.findIndex(({ kind }) => kind === "figure" || kind === "comma");
  return after.slice(0, Math.max(until, 0)).some(({ kind }) => kind === "respectively");
}

function lists(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const first = tokens[at];
    if (first === undefined) break;
    let end = at + 1;
    if (LISTED.has(first.kind)) {
      while (
        isAnd(tokens[end], first.kind) &&
        tokens[end + 1]?.kind === first.kind &&
        !isNextPair(tokens, at, end + 1)
      )
        end += 2;
    }
    out.push(end === at + 1 ? first : joined(tokens.slice(at, end).filter((_, nth) => nth % 2 === 0)));
    at = end;
  }
  return out;
}

/** 1名的6所、2名的15所: each figure with its own, and no list of 6所、2名. */
function isNextPair(tokens: readonly Token[], first: number, next: number): boolean {
  const kinds = (from: number): string =>
    tokens
      .slice(from, from + 2)
      .map(({ kind }) => kind)
      .join();
  return (
    kinds(first - 2) === "figure,of" && kinds(next) === "figure,of" && tokens[next + 2]?.kind === "figure"
  );
}

function isAnd(here: Token | undefined, kind: Kind): boolean {
  // 比2020年和上年提高; 低于2.5‰和4.5‰的目标; 高于全市和全国平均水平
  const isListed = kind === "time" || kind === "figure" || kind === "other";
  if (here?.kind === "than" && isListed && /^[和与]$/u.test(here.text)) return true;
  return here?.kind === "and" || (here?.kind === "comma" && kind === "time" && here.text === "、");
}

function joined(items: readonly Token[]): Token {
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined) throw new Error("a list has items");
  const text = items.map((item) => item.text).join("、");
  return {
    ...token(first.kind, text, first.start),
    end: last.end,
    figures: sharedUnit(items.flatMap(({ figures }) => figures)),
    times: items.flatMap(({ times }) => times),
    things: items.flatMap(({ things }) => things),
    doubt: items.find(({ doubt }) => doubt !== null)?.doubt ?? null,
  };
}

/** 0.18个和0.12个千分点: what the earlier figures leave out, the last one says. */
function sharedUnit(figures: readonly Figure[]): Figure[] {
  const last = figures.at(-1);
  if (last === undefined) return [];
  return figures.map((each) => {
    // 6万和8万人
    const isPart = each.unit !== "" && last.unit !== each.unit && last.unit.startsWith(each.unit);
    const short = each.unit === "" || isPart || (each.unit === "个" && last.points);
    return short && each.form === "number" && last.form === "number"
      ? { ...each, unit: last.unit, points: last.points }
      : each;
  });
}
