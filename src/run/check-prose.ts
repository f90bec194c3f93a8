import type { ClaimCounts } from "../claims/check.js";
import { addCounts, countsOf } from "../claims/check.js";
import { factsOf, type Facts } from "../claims/facts.js";
import { remarksOn } from "../claims/remarks.js";
import type { Dataset } from "../data/dataset.js";
import type { Issue } from "../issues/issue.js";
import { gravest, leftOut } from "../narrative/most-findings.js";
import type { Passage } from "../narrative/paragraphs.js";
import type { CheckedText } from "../narrative/read.js";
import { spot } from "../narrative/source.js";
import type { Plan } from "../plan/plan.js";

/** What was found in people's text, and how many of its figures could be compared. */
export interface CheckedProse {
  issues: readonly Issue[];
  claims: ClaimCounts;
}

/** What else a text is read beside. */
export interface Beside {
  /** The report's own words, which are not remarked on. */
  own: string;
  /** All plans: people may speak of rows of another. */
  plans: readonly Plan[];
}

/** The texts of a report's files, one after the other. Pure. */
export function checkTexts(
  texts: readonly CheckedText[],
  plan: Plan,
  dataset: Dataset,
  year: number,
  more: Partial<Beside> = {},
): CheckedProse {
  const checked = texts.map((text) => checkProse(text, plan, dataset, year, more));
  return {
    issues: checked.flatMap(({ issues }) => issues),
    claims: checked.reduce((sum, { claims }) => addCounts(sum, claims), countsOf([])),
  };
}

/**
 * What people wrote, held against the figures of `dataset`; `year` is the report's data year. Findings stand at
 * their line and column, in the order of the file. Beyond 200 a last one says how many are left out; errors are
 * the last to be. Pure.
 */
export function checkProse(
  { source, passages }: CheckedText,
  plan: Plan,
  dataset: Dataset,
  year: number,
  { own = "", plans = [plan] }: Partial<Beside> = {},
): CheckedProse {
  const facts = factsOf(plan, dataset, year, plans);
  const written = passages.filter(({ text }) => !own.includes(`${text}\n`));
  const read = written.map((passage) => checkPassage(passage, facts, own));
  const placed = read.flatMap(({ remarks }) => remarks);
  const told = gravest(placed, ({ remark }) => remark.issue(null, ""));
  const issues = told.map(({ offset, remark }) => {
    const { where, frame } = spot(source, offset);
    return remark.issue(where, frame);
  });
  return {
    issues: [...issues, ...leftOut(source.file, told.length, placed.length)],
    claims: countsOf(read.flatMap(({ checked }) => checked)),
  };
}

/** A remark and where in the file it stands: its frame, which takes long to set, is made only once it is told. */
function checkPassage({ text, offsets }: Passage, facts: Facts, own: string) {
  const { remarks: all, checked } = remarksOn(text, facts);
  const remarks = all.filter(({ at }) => own === "" || !own.includes(sentenceAt(text, at)));
  return { remarks: remarks.map((remark) => ({ offset: offsets[remark.at] ?? 0, remark })), checked };
}

function sentenceAt(text: string, at: number): string {
  const end = text.indexOf("。", at);
  return text.slice(at === 0 ? 0 : text.lastIndexOf("。", at - 1) + 1, end < 0 ? undefined : end + 1);
}
