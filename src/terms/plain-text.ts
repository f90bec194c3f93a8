/**
 * What nobody sees, but a terminal or a typesetter obeys: control characters, and marks that turn the writing
 * round. Tabs and line ends are told apart.
 */
const OBEYED = /[\0-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const ENDS = /[\r\n\u2028\u2029]+/u;

/** A text that a file, a system or another program gave us, with nothing in it that would be obeyed. */
export function plainText(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029]/gu, "\n").replace(OBEYED, "\ufffd");
}

/** The same as one line: what stands in a name or in a cell must not look like a message of ours. */
export function plainLine(text: string): string {
  return joinedLines(text).replace(/\t/gu, " ").replace(OBEYED, "\ufffd");
}

/** A line that was broken off by hand, as it goes on: neither line ends nor white space around them. */
export function unbrokenLine(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .join("");
}

/** A space for each line end and the white space around it. */
function joinedLines(text: string): string {
  if (!ENDS.test(text)) return text;
  const lines = text.split(ENDS);
  const last = lines.length - 1;
  return lines
    .map((line, at) => (at === 0 ? line.trimEnd() : at === last ? line.trimStart() : line.trim()))
    .filter((line, at) => line !== "" || at === 0 || at === last)
    .join(" ");
}
