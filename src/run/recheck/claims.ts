import { countsOf, type Checked, type ClaimCounts } from "../../claims/check.js";
import { remarksOn } from "../../claims/remarks.js";
import { apart, shownFootnotes } from "../../terms/footnotes.js";
import type { Place } from "../../issues/issue.js";
import { PARAGRAPH_END, type Passage } from "../../word/compare/passages.js";
import { plain } from "../../word/compare/pairs.js";
import { withoutFigure, type Finding } from "../../word/compare/rechecked.js";
import type { Original } from "./original.js";
import { append } from "../../terms/long-lists.js";

/** Where a passage stands, for a finding. */
export function placeIn(file: string, { number, path }: Passage): Place {
  return { file, paragraph: number, heading: path.at(-1) ?? "" };
}

/** Every claim of a copy's text, all changes accepted, held against the figures; cells of tables are texts, too. */
export function checkedClaims(
  file: string,
  passages: readonly Passage[],
  { facts, own }: Pick<Original, "facts" | "own">,
): { findings: Finding[]; claims: ClaimCounts } {
  const checked: Checked[] = [];
  const findings = passages.flatMap((passage) =>
    passage.after
      .split(PARAGRAPH_END)
      .flatMap(apart)
      .filter((text) => text.trim() !== "")
      .flatMap((text) => {
        const read = remarksOn(text, facts);
        if (own.has(plain(text))) {
          append(checked, read.checked.map(undoubted));
          return [];
        }
        append(checked, read.checked);
        return read.remarks.map((remark): Finding => {
          const issue = remark.issue(placeIn(file, passage), frameOf(text));
          const claim = read.checked.find(
            (each) => each.claim.at === remark.at && each.verdict.state === "differ",
          );
          if (claim === undefined || claim.verdict.state !== "differ") return withoutFigure(issue, text);
          const { right, from } = claim.verdict;
          return { issue, text, written: claim.claim.written, right, source: from };
        });
      }),
  );
  return { findings, claims: countsOf(checked) };
}

/** Of what the program says by itself a doubt is the checker's own, of words that it reads otherwise. */
function undoubted({ claim, verdict }: Checked): Checked {
  return { claim, verdict: verdict.state === "differ" ? { state: "unmatched" } : verdict };
}

const LONGEST_FRAME = 160;

/** The text itself, as far as one reads it. */
export function frameOf(text: string): string {
  const line = shownFootnotes(text).trim().replaceAll(/\s+/gu, " ");
  return line.length > LONGEST_FRAME ? `${line.slice(0, LONGEST_FRAME)}…` : line;
}
