import { isPercent, unitOf } from "../../../terms/unit.js";
import { scale } from "../../scale.js";
import type { Thing } from "../../grammar/names.js";
import { spelt } from "../../grammar/clauses.js";
import type { Token } from "../../grammar/token.js";
import { unmatched, type Composing, type Parts } from "../emit.js";
import { shares } from "../shares.js";
import { indicatorsSpokenOf, subject, type State } from "../state.js";
import { tellLevel, inPeople } from "./told.js";

/** 94.88%的孕产妇系统管理率 */
export function shareBefore({ a, a2, s }: Parts, composing: Composing): boolean {
  const [figure] = a?.figures ?? [];
  if (figure === undefined || s === undefined) return false;
  const named = s.things.filter(({ kind }) => kind === "indicators");
  const { things, without } = named.length > 0 ? { things: named, without: false } : predicate(composing, s);
  if (things.length === 0 || figure.points || a?.figures.length !== 1) return false;
  composing.state.things = things;
  composing.state.sure = true;
  composing.state.spelt = named.length === 0;
  // 三成多的区政协委员是女性: the group before it is in the name.
  if (named.length === 0) composing.state.groups = [];
  for (const each of [figure, ...(a2?.figures ?? [])])
    for (const share of shares(composing, [each])) tellLevel(share, 0, composing, without);
  return true;
}

/** 累计为1904人次残疾儿童提供康复救助: what the row counts, before its name. */
export function countBefore({ a, s }: Parts, composing: Composing): boolean {
  const [told] = a?.figures ?? [];
  const [thing] = s?.things ?? [];
  if (told?.form !== "number" || a?.figures.length !== 1 || thing?.kind !== "indicators") return false;
  const { state } = composing;
  const figure = inPeople(told, state);
  const isCount = thing.options.every(
    ({ unit }) => unitOf(unit).per === null && scale(unitOf(unit), figure.unit),
  );
  if (!isCount || s?.things.length !== 1 || figure.unit === "") return false;
  subject(state, s.things, s.doubt === null);
  for (const share of shares(composing, [figure])) tellLevel(share, 0, composing);
  return true;
}

/** 75%设立了婚姻家庭辅导室，仍有四分之一尚未设立: what is left of the rate spoken of. */
export function othersTold({ a, what }: Parts, composing: Composing): boolean {
  const [figure] = a?.figures ?? [];
  if (figure !== undefined && what !== undefined && isTopicOf(what, a, composing))
    return othersTold({ a }, composing);
  const [options, ...more] = indicatorsSpokenOf(composing.state);
  if (figure === undefined || a?.figures.length !== 1 || options === undefined || more.length > 0)
    return false;
  const isShare = options.every(({ unit }) => isPercent(unitOf(unit))) && isPercent(unitOf(figure.unit));
  if (!isShare || figure.points || composing.state.groups.length > 0) return false;
  // 近三成家庭没有养成习惯: of whom the rate does not speak.
  const isOfRate =
    what === undefined || options.some(({ name }) => [...what.text].every((letter) => name.includes(letter)));
  if (!isOfRate) return false;
  const { sure } = composing.state;
  composing.state.sure ||= what !== undefined;
  for (const share of shares(composing, [figure])) tellLevel(share, 0, composing, true);
  composing.state.sure = sure;
  return true;
}

/** 婚姻家庭辅导室|尚有三分之一的|婚姻登记机关没有设立: what they have not stands before, and makes the name with them. */
function isTopicOf(what: Token, a: Token | undefined, composing: Composing): boolean {
  const { text, state } = composing;
  const [, topic] =
    /(?:^|[，；。])([^，；。\d]{3,16}?)(?:尚|仍|还|目前|已)*有?$/u.exec(text.slice(0, a?.start)) ?? [];
  if (topic === undefined || state.named) return false;
  const verb = /^[^，；。]*/u.exec(text.slice(what.end))?.[0] ?? "";
  const { thing } = spelt(`${what.text}${verb}${topic}`, composing.names);
  if (thing === null) return false;
  subject(state, [thing], true);
  return true;
}

/** 近九成新婚夫妇知晓政策: a share of what stands behind it, whatever was spoken of before. */
export function shareOfOthers({ a, a2, s }: Parts, composing: Composing): boolean {
  const [figure] = a?.figures ?? [];
  if (figure === undefined || !isPercent(unitOf(figure.unit)) || figure.points) return false;
  // 近六成（59.8%）婴儿实现6个月内纯母乳喂养
  if (s !== undefined && shareBefore({ a, a2, s }, composing)) return true;
  for (const each of a2?.figures ?? []) unmatched(composing, each);
  unmatched(composing, figure);
  return true;
}

/** 约四分之三的婚姻登记机关设立了婚姻家庭辅导室: the clause is the rate's name, but for a few words. */
function predicate(composing: Composing, from: Token): { things: readonly Thing[]; without: boolean } {
  const clause = /^(?:[^，。；（：]|（[^）]{1,4}）)*/u.exec(composing.text.slice(from.start))?.[0] ?? "";
  const { thing, without, bare } = spelt(clause, composing.names);
  if (thing !== null) return { things: [thing], without };
  return { things: isOfRow(bare, composing.state) ? (composing.state.things ?? []) : [], without };
}

/** 接近六成的学生达到优良: all its words are of the name of the rate that is spoken of. */
function isOfRow(words: string, { things, sure }: State): boolean {
  const [thing, ...more] = things ?? [];
  const letters = [...words.replace(/达到|为|是|人|率/gu, "")];
  if (!sure || thing?.kind !== "indicators" || more.length > 0 || letters.length < LEAST_OF_ROW) return false;
  return thing.options.some(
    ({ name, unit }) => isPercent(unitOf(unit)) && letters.every((each) => name.includes(each)),
  );
}

export const LEAST_OF_ROW = 4;
