import type { Issue } from "../../issues/issue.js";
import type { Facts } from "../facts.js";

/** A finding at a character of a paragraph. */
export interface Remark {
  at: number;
  issue: (where: Issue["where"], frame: string) => Issue;
}

/** Looks at one paragraph for one kind of slip. */
export type Slip = (paragraph: string, facts: Facts) => Remark[];
