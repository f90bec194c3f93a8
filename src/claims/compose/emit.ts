import type { Claim, Sign } from "../claim.js";
import type { Figure } from "../figure.js";
import type { Names } from "../grammar/names.js";
import type { Token } from "../grammar/token.js";
import { clauseAt } from "../text/tight.js";
import { isOurs, type State } from "./state.js";
import { mayNameRate } from "./strangers.js";

/** A claim before its place is known: where it stands in the tight sentence. */
export type Found = Claim & { from: number };

/** The tokens of a match, by the names its pattern gives them. */
export type Parts = Readonly<Record<string, Token | undefined>>;

/** What constructions work on. */
export interface Composing {
  state: State;
  text: string;
  names: Names;
  out: Found[];
}

type Draft<T> = T extends unknown ? Omit<T, "at" | "written" | "sure" | "doubt" | "nearGoal"> : never;

/** Notes a claim; one that is none of ours, or of nothing, is counted as one nothing can be compared with. */
export function claim(
  { state, text, out }: Composing,
  draft: Draft<Claim>,
  at: { start: number; text: string },
  sure = true,
): void {
  state.figured = true;
  const isTold = state.sure || arePointsOfIt(draft, state) || isItsCoverage(draft, state);
  const certain = !state.isYearOpen && isTold;
  const doubt = !sure || certain ? null : state.sure ? "which" : doubtOf(state);
  // 比目标少0.9小时；初中生少0.6小时: from the goal again.
  const isOpen = draft.kind === "change" && draft.bases.length === 0;
  const nearGoal = OF_GOAL.test(clauseAt(text, at.start)) || (isOpen && state.goalTold);
  const stated = { at: 0, from: at.start, written: at.text, sure: sure && certain, doubt, nearGoal };
  out.push(isOurs(state) ? { ...ofOne(draft), ...stated } : { kind: "unmatched", ...stated });
}

/** 城市 of the two that 家庭教育指导服务站点覆盖率 may be: a row of its own. */
function ofOne(draft: Draft<Claim>): Draft<Claim> {
  if (draft.kind !== "level" && draft.kind !== "change" && draft.kind !== "gap") return draft;
  const { where, options } = draft;
  if (where == null || options.length < 2) return draft;
  const own = rowsOfGroup(options, where);
  return own.length === 1 ? { ...draft, options: own, where: null } : draft;
}

/** The rows in whose names a group or place stands. */
export function rowsOfGroup<Row extends { name: string }>(rows: readonly Row[], group: string): Row[] {
  return rows.filter(({ name }) => name.includes(group));
}

const OF_GOAL = /目标|要求|[上下]限|界限|控制|标准|规定|红线|底线|门槛|约束|区间|距/u;

/** What the name leaves open; where words behind it do, nothing confirms it. */
function doubtOf({ doubt, loose }: State): Claim["doubt"] {
  return doubt === "whose" || doubt === "other" ? doubt : loose === "" ? (doubt ?? "glued") : null;
}

/** Points are of a rate: of the last one named, where no word since names another or whose it is. */
function arePointsOfIt(draft: Draft<Claim>, { loose, doubt }: State): boolean {
  return "figure" in draft && draft.figure?.points === true && doubt === null && !mayNameRate(loose);
}

/** 未成年人保护工作站2022年即实现全覆盖: the figure says which measure of theirs is meant. */
function isItsCoverage(draft: Draft<Claim>, { loose, doubt }: State): boolean {
  if (draft.kind !== "level" || doubt !== "which" || loose !== "") return false;
  return /全面?覆盖$/u.test(draft.figure.text) && draft.options.every(({ name }) => name.endsWith("覆盖率"));
}

export function unmatched({ out, state }: Composing, figure: { start: number; text: string }): void {
  state.figured = true;
  out.push({ kind: "unmatched", at: 0, from: figure.start, written: figure.text, sure: false, doubt: null });
}

/** The piece of the sentence from one token to another. */
export function stretch(
  text: string,
  first: Token | Figure,
  last: Token | Figure,
): { start: number; text: string } {
  const [start, end] = [Math.min(first.start, last.start), Math.max(first.end, last.end)];
  return { start, text: text.slice(start, end) };
}

/** 高出0.02个百分点, 高于28.37%的女党员比例: with the word that says which way; its place is that of what it is before. */
export function withSide(
  side: Token | undefined,
  figure: Figure | Token,
  text: string,
): { start: number; text: string } {
  const written = side === undefined || side.start > figure.start ? "" : text.slice(side.start, figure.end);
  return { start: figure.start, text: WITH_SIDE.test(written) ? written : figure.text };
}

const WITH_SIDE = /^[^，；、和]{2,30}$/u;

export const signOf = (token: Token | undefined): Sign =>
  token === undefined ? 0 : SIGNS.up.has(token.kind) ? 1 : SIGNS.down.has(token.kind) ? -1 : 0;

const SIGNS = {
  up: new Set<Token["kind"]>(["rise", "riseTo", "higher"]),
  down: new Set<Token["kind"]>(["fall", "fallTo", "lower"]),
};
