import type { Issue } from "../issue.js";
import type { Catalogue } from "./catalogue.js";
import { baselineDiffers } from "./checks/baseline-differs.js";
import { flatSeries } from "./checks/flat-series.js";
import { rateDiffers } from "./checks/rate-differs.js";
import { unitSlip } from "./checks/unit-slip.js";
import type { Dataset } from "./dataset.js";

/** Looks at the figures that count for one thing a person should look at. */
export type Check = (dataset: Dataset, catalogue: Catalogue) => Issue[];

const CHECKS: readonly Check[] = [baselineDiffers, rateDiffers, unitSlip, flatSeries];

/** Every finding the checks make; they refuse nothing. */
export function checkDataset(dataset: Dataset, catalogue: Catalogue): Issue[] {
  return CHECKS.flatMap((check) => check(dataset, catalogue));
}
