import type { Token } from "../grammar/token.js";
import { claim, signOf, type Composing, type Parts } from "./emit.js";
import { basesOf } from "./moves/bases.js";
import { rowsTold } from "./shares.js";
import { indicatorsSpokenOf, subject } from "./state.js";

/** 下降最快的是高中生近视率; 区人大常委会委员中女性比例…，提高幅度最大: of the rows that the sentence has told. */
export function mostMoved({ dir, most, s }: Parts, composing: Composing): boolean {
  if (dir === undefined || most === undefined) return false;
  const { state } = composing;
  const usual = [(state.years[0] ?? state.period.year) - 1, state.period.baseline];
  const bases = basesOf(composing);
  const how = { by: "move", sign: signOf(dir), most: !/[慢小]/u.test(most.text) } as const;
  ranked({ ...how, bases: bases.length > 0 ? bases : usual }, s, most, composing);
  return true;
}

/** 最高的是高中生近视率 */
export function highestRow({ x, s }: Parts, composing: Composing): boolean {
  if (x === undefined || !/^最/u.test(x.text)) return false;
  ranked({ by: "level", sign: 0, most: !/[低少]/u.test(x.text), bases: [] }, s, x, composing);
  return true;
}

interface How {
  by: "move" | "level";
  sign: 1 | -1 | 0;
  most: boolean;
  bases: readonly number[];
}

function ranked(how: How, s: Token | undefined, at: Token, composing: Composing): void {
  const { state } = composing;
  const told = rowsTold(state);
  if (s !== undefined) subject(state, s.things, s.doubt === null);
  const [options, ...more] = indicatorsSpokenOf(state);
  if (options === undefined || more.length > 0 || told.length < 2 || state.groups.length > 0) return;
  const isTold = told.some((each) => each.some((row) => options.includes(row)));
  const rows = isTold ? told : [...told, options];
  claim(composing, { kind: "ranked", ...how, options, rows, years: state.years }, at);
}
