import { unitOf } from "../../../terms/unit.js";
import type { Sign } from "../../claim.js";
import type { Figure } from "../../figure.js";
import type { Token } from "../../grammar/token.js";
import { scale } from "../../scale.js";
import { clauseAt } from "../../text/tight.js";
import { numeral } from "../../text/numerals.js";
import { claim, unmatched, type Composing } from "../emit.js";
import { rowsTold } from "../shares.js";
import { indicatorsSpokenOf, type State } from "../state.js";
import { basesOf } from "./bases.js";

/** Rows that are added up. */
interface Together {
  rows: NonNullable<State["summed"]>;
  sure: boolean;
}

/** 两项合计14.11万人，比2020年净增2.14万人: what they come to, as they did then. */
export function sumMoved({ rows, sure }: Together, a: Token, sign: Sign, composing: Composing): true {
  const bases = basesOf(composing);
  const { years, yearly } = composing.state;
  const [figure, ...more] = a.figures;
  if (figure === undefined || more.length > 0 || yearly || bases.length === 0 || figure.form !== "number")
    for (const each of a.figures) unmatched(composing, each);
  else {
    const state = { ...composing.state, sure };
    claim({ ...composing, state }, { kind: "together", rows, years, figure, moved: { bases, sign } }, figure);
  }
  return true;
}

/**
 * 失业、工伤保险参保人数…，两项合计净增2.14万人: the rows of which there are so many. 合计 that does not say of how many may
 * be of years of the last one. Null where nothing is added up.
 */
export function movedTogether(
  { start }: Token,
  { figures }: Token,
  { state, text }: Composing,
): Together | null {
  const [words, many] = TOGETHER.exec(clauseAt(text.slice(0, start), start)) ?? [];
  const [figure, ...more] = figures;
  if (words === undefined || figure === undefined || more.length > 0 || figure.points || state.each)
    return null;
  const spoken = indicatorsSpokenOf(state);
  const isOfMany = many !== undefined && many !== "";
  const rows =
    spoken.length > 1 || state.named ? spoken : isOfMany || words.startsWith("合") ? rowsTold(state) : [];
  const areCounts = rows.flat().every(({ unit }) => unitOf(unit).per === null);
  return rows.length > 1 && areCounts ? { rows, sure: spoken.length > 1 || isOfMany } : null;
}

const TOGETHER =
  /(?:([两二三][者项类])(?:保险)?(?:一?共|合计|总共|总计|累计)?|一?共|合计|总共|总计|累计)(?:[比较][^，；]{2,8}|五年来?)?(?:净|新)?$/u;

/** What rows come to that the words before the figure name. */
export function cameTo(figure: Figure, years: readonly number[], composing: Composing): void {
  const rows = indicatorsSpokenOf(composing.state);
  claim(composing, { kind: "together", rows, years, figure }, figure);
  composing.state.sure = false;
  composing.state.summed = rows;
}

/**
 * 失业保险6.08万人，工伤保险8.03万人，合计14.11万人: what the counts come to that the sentence has told one after another.
 * Without a word on how many they are, it may be of several years where the sentence speaks of such.
 */
export function addedUp(figure: Figure, composing: Composing): boolean {
  const { state, text } = composing;
  if (!state.total || state.named || state.each || figure.form !== "number" || figure.points) return false;
  const [words, many] = ADDED.exec(clauseAt(text, figure.start)) ?? [];
  const rows = rowsTold(state);
  const areAlike = rows.flat().every(({ unit }) => {
    const own = unitOf(unit);
    return own.per === null && scale(own, figure.unit) !== null;
  });
  if (words === undefined || rows.length < 2 || !areAlike) return false;
  if (many === undefined ? speaksOfYears(state) : numeral(many) !== rows.length) return false;
  const { years } = state;
  const certain = { ...composing, state: { ...state, sure: true } };
  claim(certain, { kind: "together", rows, years, figure }, figure);
  Object.assign(state, { sure: false, summed: rows });
  return true;
}

const ADDED = /^(?:([两二三四])[者项类](?:保险|险种)?)?(?:一共|合计|共计|总共|总计|加起来|共)/u;

function speaksOfYears({ span, listed }: State): boolean {
  return span !== null || listed.length > 0;
}
