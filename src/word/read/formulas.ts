/*
 * Formulas have a vocabulary of their own inside a Word document, of which every program writes the prefix m. They are
 * read as one would type them on a line: 9488/10000×100%=94.88%.
 */
const PREFIX = "m:";

/** Whether an element is of the vocabulary of formulas. */
export function isOfFormula(name: string): boolean {
  return name.startsWith(PREFIX);
}

/** Whether text in it is a formula's own. */
export function isFormulaText(name: string | undefined): boolean {
  return name === `${PREFIX}t`;
}

/** A formula begins. */
export function isFormula(name: string): boolean {
  return name === `${PREFIX}oMath`;
}

/** What stands for the bars, roots and heights of a formula where an element begins, and where it ends. */
const SIGNS: ReadonlyMap<string, { before: string; behind: string }> = new Map([
  ["m:den", { before: "/", behind: "" }],
  ["m:sup", { before: "^", behind: "" }],
  ["m:sub", { before: "_", behind: "" }],
  ["m:rad", { before: "√", behind: "" }],
  ["m:d", { before: "(", behind: ")" }],
  ["m:mr", { before: "", behind: " " }],
]);

export function signBefore(name: string, value: string): string {
  // ∑ of a sum stands in an attribute.
  return name === `${PREFIX}chr` ? value : (SIGNS.get(name)?.before ?? "");
}

export function signBehind(name: string): string {
  return SIGNS.get(name)?.behind ?? "";
}
