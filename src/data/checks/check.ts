import type { Issue } from "../../issue.js";
import type { Catalogue } from "../catalogue.js";
import type { Dataset } from "../dataset.js";

/** Looks at the figures that count for one thing a person should look at; it refuses nothing. */
export type Check = (dataset: Dataset, catalogue: Catalogue) => Issue[];
