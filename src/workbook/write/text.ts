/** Excel keeps no more in one cell. */
const MAX_TEXT = 32_767;

/** Text as a cell can hold it: without what XML forbids or nobody sees, and with literal `_x0041_` kept literal. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(FORBIDDEN, "")
    .slice(0, MAX_TEXT)
    .replace(/\p{Surrogate}/gu, "")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

/**
 * Control characters and non-characters (XML 1.0, 2.2 Char); those that are legal and show as a box; marks nobody sees,
 * which part words or turn the reading of a figure round.
 */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

/** Whether a program that re-enters the text, as the cell holds it, would take it for a formula or for part of a list. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r\n]/.test(cleanText(text));
}

const MAX_SHEET_NAME = 31;

/** Sheet names by Excel's rules: 31 characters, none of []:*?/\, no quote at the ends, none twice. */
export function uniqueSheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const base = sheetName(name) || `工作表${String(index + 1)}`;
    let unique = cut(base, "");
    for (let copy = 2; taken.has(unique.toLowerCase()); copy++) unique = cut(base, `（${String(copy)}）`);
    taken.add(unique.toLowerCase());
    return unique;
  });
}

function sheetName(name: string): string {
  const clean = name
    .replace(FORBIDDEN, "")
    .replace(/[[\]:*?/\\\s]+/g, " ")
    .replace(/^[' ]+|[' ]+$/g, "");
  // Excel keeps this name for itself.
  return /^history$/i.test(clean) ? `${clean}1` : clean;
}

/** A name too long ends in …, so that nobody takes it for the whole. */
function cut(base: string, suffix: string): string {
  const room = MAX_SHEET_NAME - suffix.length;
  if (base.length <= room) return base + suffix;
  return `${base.slice(0, room - 1).replace(/[' ]+$|\p{Surrogate}$/gu, "")}…${suffix}`;
}

/** The footer: plain text on the left and `— 1 —` in the middle. "&" starts a code there, so it is doubled. */
export function footerCode(text: string): string {
  const left = text === "" ? "" : `&L&9${escapeFooter(text)}`;
  return `${left}&C&10— &P —`;
}

/** A digit right after a size code would read as part of the size. */
function escapeFooter(text: string): string {
  const escaped = cleanText(text).replaceAll("&", "&&").slice(0, 200);
  return /^\d/.test(escaped) ? ` ${escaped}` : escaped;
}
