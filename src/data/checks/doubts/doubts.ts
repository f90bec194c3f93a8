import type { Observation } from "../../dataset.js";
import type { Check } from "../check.js";
import type { Doubt, Doubter } from "./doubt.js";
import { brokenCount } from "./broken-count.js";
import { doubtfulZero } from "./doubtful-zero.js";
import { implausible } from "./implausible.js";
import { jump } from "./jump.js";
import { magnitude } from "./magnitude.js";
import { rowsMoved } from "./rows-moved.js";
import { shareTyped } from "./share-typed.js";
import { turnedRatio } from "./turned-ratio.js";
import { unitSlip } from "./unit-slip.js";
import { yearCopied } from "./year-copied.js";
import { yearsSwapped } from "./years-swapped.js";
import { append } from "../../../terms/long-lists.js";

/** What explains most comes first: who moved six rows need not hear that six figures jump. */
const DOUBTERS: readonly Doubter[] = [
  rowsMoved,
  yearsSwapped,
  yearCopied,
  magnitude,
  doubtfulZero,
  turnedRatio,
  unitSlip,
  implausible,
  shareTyped,
  brokenCount,
  jump,
];

/** Figures that hardly can be meant as they stand, each told once. */
export const doubts: Check = (figures, catalogue) => {
  const doubted = new Set<Observation>();
  const found: Doubt[] = [];
  for (const doubter of DOUBTERS) {
    const more = doubter(figures, catalogue, doubted);
    for (const figure of more.flatMap((each) => each.figures)) doubted.add(figure);
    append(found, more);
  }
  return found.map(({ issue }) => issue);
};
