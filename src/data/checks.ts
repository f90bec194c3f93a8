import type { Issue } from "../issue.js";
import type { Catalogue } from "./catalogue.js";
import { baselineDiffers } from "./checks/baseline-differs.js";
import type { Check } from "./checks/check.js";
import { flatSeries } from "./checks/flat-series.js";
import { orderBroken } from "./checks/order-broken.js";
import { rateDiffers } from "./checks/rate-differs.js";
import { unitSlip } from "./checks/unit-slip.js";
import type { Dataset } from "./dataset.js";

const CHECKS: readonly Check[] = [baselineDiffers, rateDiffers, unitSlip, flatSeries, orderBroken];

/** Every finding the checks make: adding a check is adding an entry to the list of them. */
export function checkDataset(dataset: Dataset, catalogue: Catalogue): Issue[] {
  return CHECKS.flatMap((check) => check(dataset, catalogue));
}
