import { AHEAD } from "./ahead.js";
import { BESIDE } from "./beside.js";
import { CHANGES } from "./changes.js";
import { EVENTS } from "./events.js";
import { GOALS } from "./goals.js";
import { PLACES } from "./places.js";
import { TALLIES } from "./tallies.js";
import type { Construction } from "./construction.js";

/** The grammar, in the order it is tried at every word. */
export const CONSTRUCTIONS: readonly Construction[] = [
  ...AHEAD,
  ...GOALS,
  ...BESIDE,
  ...PLACES,
  ...TALLIES,
  ...EVENTS,
  ...CHANGES,
];
