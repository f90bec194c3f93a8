import { append } from "../../../terms/long-lists.js";

/** A piece of a number format's section (ECMA-376-1, 18.8.31): what one stretch of the code asks for. */
export type Part =
  /** Written as it stands. */
  | { type: "words"; text: string }
  /** A place for a digit: "0" always shows one, "#" only where there is one, "?" keeps its room. */
  | { type: "digit"; sign: "0" | "#" | "?" }
  | { type: "point" | "comma" | "percent" | "fraction" | "exponent" | "general" | "text" }
  /** yyyy, m, dd, h, ss, aaaa …, in lower case; mm beside h or s are minutes. */
  | { type: "date"; code: string }
  /** [h], [mm], [ss]: hours, minutes or seconds in all, not of a day. */
  | { type: "elapsed"; code: string }
  /** AM/PM, A/P, 上午/下午: the two words. */
  | { type: "halves"; words: readonly [string, string] }
  /** [>=1]: the section is for values that meet it. */
  | { type: "condition"; sign: string; than: number };

/** Every stretch is taken once and none twice, so that a code takes time in proportion to its length. */
const STRETCH =
  /"[^"]*"?|[\\!].|_.|\*.|\[[^\]]*\]?|General|G\/通用格式|AM\/PM|A\/P|上午\/下午|E[+-]|y+|m+|d+|h+|s+|e+|aaaa?|./gisu;

/** Excel's own limit; a longer code says nothing we could rely on. */
const LONGEST_CODE = 255;

/** The sections of a format code, each as its parts. */
export function sectionsIn(code: string): Part[][] {
  const sections: Part[][] = [[]];
  if (code.length > LONGEST_CODE) return sections;
  for (const stretch of code.match(STRETCH) ?? []) {
    if (stretch === ";") sections.push([]);
    else append(sections.at(-1) ?? [], partsOf(stretch));
  }
  return sections;
}

/** What a format writes where it multiplies by a hundred. */
export const PERCENT_SIGN = "%";

/** What is known by its whole text. */
const WHOLE: ReadonlyMap<string, Part> = new Map<string, Part>([
  ["general", { type: "general" }],
  ["g/通用格式", { type: "general" }],
  [".", { type: "point" }],
  [",", { type: "comma" }],
  [PERCENT_SIGN, { type: "percent" }],
  ["/", { type: "fraction" }],
  ["e+", { type: "exponent" }],
  ["e-", { type: "exponent" }],
  ["@", { type: "text" }],
  ["0", { type: "digit", sign: "0" }],
  ["#", { type: "digit", sign: "#" }],
  ["?", { type: "digit", sign: "?" }],
  ["am/pm", { type: "halves", words: ["AM", "PM"] }],
  ["a/p", { type: "halves", words: ["A", "P"] }],
  ["上午/下午", { type: "halves", words: ["上午", "下午"] }],
]);

function partsOf(stretch: string): Part[] {
  const lower = stretch.toLowerCase();
  const whole = WHOLE.get(lower);
  if (whole !== undefined) return [whole];
  switch (stretch.charAt(0)) {
    case '"':
      return [{ type: "words", text: stretch.replaceAll('"', "") }];
    // Chinese and Japanese editions escape with "!" as well.
    case "\\":
    case "!":
      return [{ type: "words", text: stretch.slice(1) }];
    // Room as wide as a character, and a character that fills the cell: nothing to read.
    case "_":
    case "*":
      return [];
    case "[":
      return bracketed(stretch.slice(1).replace("]", ""));
    default:
      return [/^[ymdhsea]+$/u.test(lower) ? { type: "date", code: lower } : { type: "words", text: stretch }];
  }
}

function bracketed(inside: string): Part[] {
  if (/^(?:h+|m+|s+)$/iu.test(inside)) return [{ type: "elapsed", code: inside.toLowerCase() }];
  const [, sign, than] = /^([<>=]{1,2})(-?[\d.]+(?:e[+-]?\d+)?)$/iu.exec(inside) ?? [];
  if (sign !== undefined && than !== undefined) return [{ type: "condition", sign, than: Number(than) }];
  // [$¥-804]: a currency's sign, then the language. Colours and numeral systems say nothing of the value.
  const currency = /^\$([^-]*)/u.exec(inside)?.[1] ?? "";
  return currency === "" ? [] : [{ type: "words", text: currency }];
}

/** The digits behind a point that is written between them, as in 0\.0,"万"; no digits where there is a real one. */
export function digitsBehindWrittenPoint(parts: readonly Part[]): number {
  if (parts.some(({ type }) => type === "point")) return 0;
  const digits = (some: readonly Part[]) => some.filter(({ type }) => type === "digit").length;
  const at = parts.findIndex((part) => part.type === "words" && part.text === ".");
  return at < 0 || digits(parts.slice(0, at)) === 0 ? 0 : digits(parts.slice(at));
}
