import { digitsBehindWrittenPoint, PERCENT_SIGN, type Part } from "./parts.js";

/** What a section writes as it stands. */
export function wordsOf(parts: readonly Part[]): string[] {
  return parts.flatMap((part) =>
    part.type === "words" ? [part.text] : part.type === "percent" ? [PERCENT_SIGN] : [],
  );
}

const FIGURE: ReadonlySet<Part["type"]> = new Set(["digit", "general", "point"]);
/** Signs, brackets of negatives, the dash of an accountant's zero, spaces. */
const NO_WORDS = /[\s()（）+\-−]/gu;

/** The words beside or between the digits; a written point is one of the figure's own. */
export function wordsBeside(parts: readonly Part[]): string {
  const first = parts.findIndex(({ type }) => FIGURE.has(type));
  const last = parts.findLastIndex(({ type }) => FIGURE.has(type));
  const bare = (some: readonly Part[]) => wordsOf(some).join("").replace(NO_WORDS, "");
  const between = bare(parts.slice(first, last));
  const within = digitsBehindWrittenPoint(parts) > 0 ? between.replace(".", "") : between;
  return beside(bare(parts.slice(0, first)) + within, bare(parts.slice(last + 1)));
}

/** "万" behind the figure, "约…" before it. */
export function beside(before: string, behind: string): string {
  return before === "" ? behind : `${before}…${behind}`;
}
