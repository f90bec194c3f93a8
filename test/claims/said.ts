import { checkParagraph } from "../../src/claims/check.js";
import { factsOf } from "../../src/claims/facts.js";
import { sampleData } from "../fixtures/sample-data.js";
import { children, women } from "../plan/shipped.js";

const { dataset } = await sampleData();
const PLANS = [women, children];

type PlanId = "women" | "children";

/** A sentence, and the plan of the report that it stands in. */
export type Sentence = readonly [plan: PlanId, text: string];
/** What is told of it, once: what is written, and what is right. */
export type Told = readonly [...Sentence, written: string, right: string];

/** What is told to be wrong in a text on the sample data, in its order: what is written, and what is right. */
export function said(plan: PlanId, text: string): string[][] {
  const own = plan === "women" ? women : children;
  return checkParagraph(text, factsOf(own, dataset, 2025, PLANS)).flatMap(({ claim, verdict }) =>
    verdict.state === "differ" ? [[claim.written, verdict.right]] : [],
  );
}
