import type { Issue } from "../../issues/issue.js";
import type { Catalogue } from "../catalogue.js";
import type { Dataset } from "../dataset.js";

/** The figures that count, before it is settled which findings on them are excused. */
export type Figures = Omit<Dataset, "silenced" | "hasErrors">;

/** Looks at the figures of one plan for one thing a person should look at; it refuses nothing. */
export type Check = (figures: Figures, catalogue: Catalogue) => Issue[];
