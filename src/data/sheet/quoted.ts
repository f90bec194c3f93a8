/** More of a cell than this tells a reader of messages nothing new. */
const MOST_QUOTED = 60;

/** What stands in a cell, to be quoted in a message of one line. */
export function quoted(text: string): string {
  const start = text
    .slice(0, MOST_QUOTED + 1)
    .replace(/\s*[\r\n\v\f\u0085\u2028\u2029]+\s*/gu, "⏎")
    .replace(/\t/gu, " ");
  return text.length > MOST_QUOTED ? `${start.slice(0, MOST_QUOTED)}…` : start;
}
