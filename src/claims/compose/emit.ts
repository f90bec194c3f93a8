import type { Indicator } from "../../plan/plan.js";
import type { Claim, Sign } from "../claim.js";
import type { Figure } from "../figure.js";
import type { Names } from "../grammar/names.js";
import type { Token } from "../grammar/token.js";
import { indicatorsSpokenOf, isOurs, type State } from "./state.js";

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

type Draft<T> = T extends unknown ? Omit<T, "at" | "written" | "sure" | "doubt"> : never;

/** Notes a claim; one that is none of ours, or of nothing, is counted as one nothing can be compared with. */
export function claim(
  { state, out }: Composing,
  draft: Draft<Claim>,
  at: { start: number; text: string },
  sure = true,
): void {
  const certain = state.sure || arePointsOfIt(draft, state);
  const doubt = !sure || state.sure ? null : doubtOf(state);
  const stated = { at: 0, from: at.start, written: at.text, sure: sure && certain, doubt };
  out.push(isOurs(state) ? { ...draft, ...stated } : { kind: "unmatched", ...stated });
}

/** What the name leaves open; where words behind it do, nothing confirms it. */
function doubtOf({ doubt, loose }: State): Claim["doubt"] {
  return doubt === "whose" ? doubt : loose === "" ? (doubt ?? "glued") : null;
}

/** Words that name another rate, or whose it is. */
const OTHERS =
  /[率占度面息费价税额指比较与]|报销|补贴|首付|其中|城|乡|[镇村某男女]|街道|学校|医院|机构|个别|部分|对象|群体|人员|家庭|妇|儿童|学生|家长|职工|居民|满意/u;

/** Points are of a rate: of the last one named, where no word since names another or whose it is. */
function arePointsOfIt(draft: Draft<Claim>, { loose, doubt }: State): boolean {
  return "figure" in draft && draft.figure?.points === true && doubt === null && !OTHERS.test(loose);
}

export function unmatched({ out }: Composing, figure: { start: number; text: string }): void {
  out.push({ kind: "unmatched", at: 0, from: figure.start, written: figure.text, sure: false, doubt: null });
}

/** What each of several figures is of. */
export interface Share {
  options: readonly Indicator[];
  years: readonly number[];
  where: string | null;
  figure: Figure;
}

/**
 * The figures of a token, each with what it is of: names, years or places told one after another take them in
 * order, 均 gives one figure to all. [] where they cannot be told apart.
 */
export function shares({ state }: Composing, figures: readonly Figure[]): Share[] {
  const spoken = indicatorsSpokenOf(state);
  const many = figures.length;
  const years = (figure: Figure | undefined): readonly number[] =>
    figure?.year == null ? state.years : [figure.year];
  if (spoken.length === 0) return [];
  if (many === 1 && spoken.length > 1 && state.respectively) return [];
  const [first = []] = spoken;
  const all = spoken.flat();
  const where = state.groups[0] ?? null;
  const dated = yearsListed(state, many);
  if (many === 1) {
    const [figure] = figures;
    if (figure === undefined) return [];
    if (state.each) return eachOf(state, figure, spoken, years(figure));
    return [{ options: all, years: years(figure), where, figure }];
  }
  const zipped = (of: (nth: number, figure: Figure) => Omit<Share, "figure">): Share[] =>
    figures.map((figure, nth) => ({ ...of(nth, figure), figure }));
  if (state.respectively && state.groups.length > 0 && state.groupsTold.length === many)
    return zipped((nth, figure) => ({
      options: all,
      years: years(figure),
      where: state.groupsTold[nth] ?? null,
    }));
  if (state.groups.length === many)
    return zipped((nth, figure) => ({
      options: all,
      years: years(figure),
      where: state.groups[nth] ?? null,
    }));
  if (spoken.length === many)
    return zipped((nth, figure) => ({ options: spoken[nth] ?? [], years: years(figure), where }));
  if (all.length === many)
    return zipped((nth, figure) => ({ options: all.slice(nth, nth + 1), years: years(figure), where }));
  if (spoken.length === 1 && dated !== null)
    return zipped((nth) => ({ options: first, years: [dated[nth] ?? 0], where }));
  if (spoken.length === 1 && figures.every(({ year }) => year !== null))
    return zipped((_nth, figure) => ({ options: first, years: years(figure), where }));
  // 甲率超过乙率，二者分别为…
  const both = spoken.length === 1 && state.against.length > 0 ? [first, state.against] : [];
  if (both.length === many && state.respectively)
    return zipped((nth, figure) => ({ options: both[nth] ?? [], years: years(figure), where }));
  const told = state.told.slice(-many).map((thing) => ("options" in thing ? thing.options : []));
  if (spoken.length === 1 && told.length === many && state.respectively)
    return zipped((nth, figure) => ({ options: told[nth] ?? [], years: years(figure), where }));
  return [];
}

function yearsListed({ listed, span }: State, many: number): readonly number[] | null {
  if (listed.length === many) return listed;
  if (span === null || span[1] - span[0] + 1 !== many) return null;
  return Array.from({ length: many }, (_, nth) => span[0] + nth);
}

function eachOf(
  { listed, groups }: State,
  figure: Figure,
  spoken: readonly (readonly Indicator[])[],
  years: readonly number[],
): Share[] {
  const places = groups.length > 1 ? groups : [groups[0] ?? null];
  const dates = listed.length > 1 ? listed.map((year) => [year]) : [years];
  return spoken.flatMap((options) =>
    dates.flatMap((date) => places.map((where) => ({ options, years: date, where, figure }))),
  );
}

/** The indicators and years a statement without a figure of its own is about. */
export function subjects({
  state,
}: Composing): { options: readonly Indicator[]; years: readonly number[] }[] {
  if (state.groups.length > 0) return [];
  return (allTold(state) ?? indicatorsSpokenOf(state)).map((options) => ({ options, years: state.years }));
}

/** …2.71张、…0.93名，均已达到目标: all that the sentence has named, where the clause names nothing. */
function allTold({ each, named, told }: State): (readonly Indicator[])[] | null {
  if (!each || named || told.length < 2) return null;
  return told.map((thing) => ("options" in thing ? thing.options : []));
}

/** The piece of the sentence from one token to another. */
export function stretch(
  text: string,
  first: Token | Figure,
  last: Token | Figure,
): { start: number; text: string } {
  return { start: first.start, text: text.slice(first.start, last.end) };
}

export const signOf = (token: Token | undefined): Sign =>
  token === undefined ? 0 : SIGNS.up.has(token.kind) ? 1 : SIGNS.down.has(token.kind) ? -1 : 0;

const SIGNS = {
  up: new Set<Token["kind"]>(["rise", "riseTo", "higher"]),
  down: new Set<Token["kind"]>(["fall", "fallTo", "lower"]),
};
