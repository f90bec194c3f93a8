import type { Time } from "../grammar/times.js";
import type { Token } from "../grammar/token.js";
import { claim, type Found } from "./emit.js";
import { inUnit } from "./figures.js";
import { subject, yearsOf, type State } from "./state.js";

/**
 * The claims of one line of a table whose cells are parted by tabs: 孕产妇系统管理率（%）, 92.99, 94.88 below 指标, 2020年,
 * 2025年. A line without figures heads the columns.
 */
export function claimsOfLine(tokens: readonly Token[], state: State): Found[] {
  const cells = cellsOf(tokens);
  if (!tokens.some(({ kind }) => kind === "figure")) {
    state.columns = cells.map(timeOf);
    return [];
  }
  const out: Found[] = [];
  const [named] = cells.flatMap((cell) => cell.filter(({ kind }) => kind === "subject"));
  subject(state, named?.things ?? null, named?.things.length === 1);
  state.unit = tokens.find(({ kind }) => kind === "unit")?.text.replace(/[（）]/gu, "") ?? "";
  const options = (named?.things ?? []).flatMap((thing) => ("options" in thing ? thing.options : []));
  cells.forEach((cell, nth) => {
    const time = state.columns[nth];
    const [token, ...more] = cell;
    const [figure] = token?.figures ?? [];
    if (figure === undefined || more.length > 0 || time == null || options.length === 0) return;
    const years = yearsOf(time, state);
    const level = { options, years, moved: 0, where: null, pooled: false, sum: null } as const;
    claim(
      { state, text: "", names: NO_NAMES, out },
      { kind: "level", figure: inUnit(figure, state), ...level },
      figure,
    );
  });
  return out;
}

const NO_NAMES = { find: () => [], called: () => null };

function cellsOf(tokens: readonly Token[]): Token[][] {
  const cells: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === "cell") cells.push([]);
    else cells.at(-1)?.push(token);
  }
  return cells;
}

/** A heading is a time where it says nothing else. */
function timeOf(cell: readonly Token[]): Time | null {
  const [only, ...more] = cell;
  const [time, ...times] = only?.times ?? [];
  return more.length === 0 && times.length === 0 && time?.partial === false ? time : null;
}
