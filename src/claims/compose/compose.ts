import type { Tight } from "../text/tight.js";
import { folded } from "../grammar/fold.js";
import { tokenise, type Vocabulary } from "../grammar/tokenise.js";
import { lettersOf, type Token } from "../grammar/token.js";
import { CONSTRUCTIONS } from "./constructions/constructions.js";
import { unmatched, type Composing, type Found, type Parts } from "./emit.js";
import { fresh, nextSentence, type State } from "./state.js";
import { step } from "./steps.js";
import { upsAndDownsTold } from "./moves/ups-and-downs.js";

const COMPILED = CONSTRUCTIONS.map((each) => ({ ...each, pattern: new RegExp(each.pattern, "duy") }));

/** 存在的主要问题：一是…, 二是…: one of several items. */
const ITEM =
  /(?:(?<=^|[：:，；])[一二三四五六七八九十]是|^[一二三四五六七八九十]、|^（[一二三四五六七八九十]{1,2}）)/u;

/**
 * The claims of one sentence; `state` is what the paragraph has said before, and is moved on. Nobody can tell what the
 * figures in a piece of a sentence are of: they are compared with nothing, and nothing of it is remembered.
 */
export function claimsOf(sentence: Tight, state: State, vocabulary: Vocabulary): Found[] {
  const read = tokenise(sentence.text, vocabulary);
  const composing: Composing = { state, text: sentence.text, names: vocabulary.names, out: [] };
  if (sentence.isTorn) {
    Object.assign(state, fresh(vocabulary.period));
    for (const figure of read.flatMap(({ figures }) => figures)) unmatched(composing, figure);
    return composing.out;
  }
  const item = ITEM.exec(sentence.text);
  if (item !== null && state.ofItem) state.years = [state.period.year];
  nextSentence(state);
  const tokens = folded(read);
  const letters = lettersOf(tokens);
  const outer: State[] = [];
  for (let at = 0; at < tokens.length;) {
    const { kind } = tokens[at] ?? { kind: "filler" };
    if (kind === "open") {
      outer.push({ ...state });
      // 差距较上年（6.55个百分点）缩小: of that year.
      if (tokens[at - 1]?.kind === "time" && state.basesFrom === "clause") state.years = state.bases;
    }
    if (kind === "close") closed(state, outer.pop(), tokens[at]);
    at = constructionAt(at, tokens, letters, composing) ?? step(at, tokens, composing);
  }
  if (item !== null)
    state.ofItem = state.dated.length > 0 && !/\d{4}年/u.test(sentence.text.slice(0, item.index));
  const { announced } = state;
  if (announced !== null) upsAndDownsTold({ moves: announced }, composing, true);
  return composing.out;
}

/** Behind brackets all is as before them; 除甲外, 除2022年外, 除松溉镇外 leave what they name out of what is told behind. */
function closed(state: State, before: State | undefined, token: Token | undefined): void {
  const inside = state.told.slice(before?.told.length ?? 0);
  const { dated, groupsTold } = state;
  Object.assign(state, before);
  if (token?.text.endsWith("外") === true) Object.assign(state, { leftOut: inside, dated, groupsTold });
}

/** Tries every construction at a token; returns where the one that fits ends, null where none does. */
function constructionAt(
  at: number,
  tokens: readonly Token[],
  letters: string,
  composing: Composing,
): number | null {
  for (const { pattern, read } of COMPILED) {
    pattern.lastIndex = at;
    const found = pattern.exec(letters);
    if (found === null || found[0] === "") continue;
    if (read(partsOf(found, tokens), composing)) return at + found[0].length;
  }
  return null;
}

function partsOf({ indices }: RegExpExecArray, tokens: readonly Token[]): Parts {
  const groups = Object.entries(indices?.groups ?? {}) as [string, [number, number] | undefined][];
  return Object.fromEntries(groups.map(([name, place]) => [name, place && tokens[place[0]]]));
}
