import { distance } from "fastest-levenshtein";

/** Fewer digits are alike by chance. */
const LEAST_DIGITS = 3;

/**
 * Whether the figure first in one text is the first of the other but for one slip of a pen: a digit too many, too few
 * or another, two that changed places, a decimal point elsewhere. 95.88 and 9488 are slips of 94.88.
 */
export function isSlipOfPen(written: string, right: string): boolean {
  const [one, other] = [written, right].map(digitsIn);
  if (one === undefined || other === undefined || one === other) return false;
  const [digits, rightDigits] = [one, inDecimalsOf(one, other)].map((text) => text.replace(".", ""));
  if (digits === undefined || rightDigits === undefined || digits.length < LEAST_DIGITS) return false;
  return distance(digits, rightDigits) <= 1 || changedPlaces(digits, rightDigits);
}

function digitsIn(text: string): string | undefined {
  return /\d+(?:\.\d+)?/u.exec(text.normalize("NFKC"))?.[0];
}

/** 77.20 of 77.2, where the other is written with two: zeros at the end are digits as well. */
function inDecimalsOf(written: string, right: string): string {
  const [whole = "", decimals = ""] = right.split(".");
  const wanted = written.split(".")[1]?.length ?? 0;
  return wanted > decimals.length ? `${whole}.${decimals.padEnd(wanted, "0")}` : right;
}

/** 48 of 84: two digits beside each other. */
function changedPlaces(one: string, other: string): boolean {
  const at = [...one].findIndex((digit, nth) => digit !== other[nth]);
  return (
    one.length === other.length &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}
