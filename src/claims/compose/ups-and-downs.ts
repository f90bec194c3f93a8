import { numeral } from "../text/numerals.js";
import { basesOf } from "./changes.js";
import { claim, unmatched, type Composing, type Parts } from "./emit.js";

/** 分别为A、B和C，较上年“两升一降”: of the rows that the sentence has named, where there are as many. */
export function upsAndDownsTold({ moves }: Parts, composing: Composing, isAgain = false): boolean {
  if (moves === undefined) return false;
  const { state } = composing;
  const named = state.told.filter(
    ({ name }, nth, all) => all.findIndex((each) => each.name === name) === nth,
  );
  const rows = named.flatMap((thing) => ("options" in thing ? [thing.options] : []));
  const up = countOf("升增涨", moves.text);
  const down = countOf("降减跌", moves.text);
  const level = countOf("平持稳", moves.text);
  const isOfThem = rows.length === up + down + level && state.groups.length === 0;
  // “一升一降”：甲…，乙…: of those that the sentence goes on to name.
  if (rows.length === 0 && !isAgain) state.announced = moves;
  else if (!isOfThem) unmatched(composing, moves);
  else
    claim(
      composing,
      {
        kind: "courses",
        options: rows.flat(),
        rows,
        years: state.years,
        bases: basesOf(composing),
        up,
        down,
      },
      moves,
    );
  return true;
}

/** Two of 两升. */
function countOf(verbs: string, text: string): number {
  const many = new RegExp(`(?<many>\\p{Script=Han})[${verbs}]`, "u").exec(text)?.groups?.["many"];
  return many === undefined ? 0 : (numeral(many) ?? 0);
}
