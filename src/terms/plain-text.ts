/**
 * What nobody sees, but a terminal or a typesetter obeys: control characters, and marks that turn the writing
 * round. Tabs and line ends are told apart.
 */
const OBEYED = /[\0-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const ENDS = /\s*[\r\n\u2028\u2029]+\s*/gu;

/** A text that a file, a system or another program gave us, with nothing in it that would be obeyed. */
export function plainText(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029]/gu, "\n").replace(OBEYED, "\ufffd");
}

/** The same as one line: what stands in a name or in a cell must not look like a message of ours. */
export function plainLine(text: string): string {
  return text.replace(ENDS, " ").replace(/\t/gu, " ").replace(OBEYED, "\ufffd");
}
