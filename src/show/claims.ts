import { addCounts, countsOf, type ClaimCounts } from "../claims/check.js";
import type { Terminal } from "../terminal/terminal.js";

/** 校核 212处：相符207，不符3，无法比对2; "" where people's text says nothing in figures. */
export function claimsText({ checked, agree, differ, unmatched }: ClaimCounts): string {
  if (checked === 0) return "";
  return `文字材料校核 ${checked}处：相符${agree}，不符${differ}，无法比对${unmatched}\n`;
}

/** On stderr, before a report is printed: silence of the findings is not to be taken for consent. */
export function tellClaims(counts: readonly ClaimCounts[], terminal: Terminal): void {
  terminal.err(claimsText(counts.reduce(addCounts, countsOf([]))));
}
