import { AHEAD } from "./ahead.js";
import { BESIDE } from "./beside.js";
import type { Claim } from "./claim.js";
import { FIGURES } from "./figures.js";
import { YEARS } from "./years.js";

/** All that is claimed of a row. */
export const CLAIMS: readonly Claim[] = [...BESIDE, ...FIGURES, ...YEARS, ...AHEAD];
