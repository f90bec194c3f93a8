import type { Token } from "../grammar/token.js";
import { claim, unmatched, type Composing } from "./emit.js";
import { shares } from "./shares.js";
import { indicatorsSpokenOf } from "./state.js";

/** The goal's own figure where the text states it. */
export function target(goal: Token | undefined, composing: Composing): void {
  const [figure] = goal?.figures ?? [];
  if (figure === undefined || goal?.figures.length !== 1 || figure.points) return;
  const { state } = composing;
  state.goal = figure;
  // A town's goal is the row's.
  const rows = indicatorsSpokenOf(state);
  if (rows.length === 0) unmatched(composing, figure);
  for (const options of rows) claim(composing, { kind: "target", options, years: state.years, figure }, figure);
}

/** How far each is from its goal: rows, or groups and towns of one, in their order. */
export function gaps(token: Token | undefined, composing: Composing): void {
  const figures = token?.figures ?? [];
  if (figures.length > 1) composing.state.respectively = true;
  const found = shares(composing, figures);
  if (found.length === 0) for (const figure of figures) unmatched(composing, figure);
  for (const { options, years, where, figure } of found)
    claim(composing, { kind: "gap", options, years, where, figure, goal: composing.state.goal }, figure);
}
