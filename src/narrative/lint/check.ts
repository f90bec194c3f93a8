import type { Dataset } from "../../data/dataset.js";
import type { Issue } from "../../issues/issue.js";
import type { Plan } from "../../plan/plan.js";
import type { Passage } from "../paragraphs.js";
import type { NameFinder } from "./names.js";

/** What a passage is checked against. */
export interface Facts {
  plan: Plan;
  dataset: Dataset;
  /** The data year of the report: 今年, 年末. */
  year: number;
  names: NameFinder;
}

/** A finding at a character of the passage's text. */
export interface Remark {
  at: number;
  issue: (where: Issue["where"], frame: string) => Issue;
}

/** Looks at one passage for one kind of slip. */
export type Check = (passage: Passage, facts: Facts) => Remark[];
