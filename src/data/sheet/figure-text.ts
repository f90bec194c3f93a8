import { isSameUnit, unitKey } from "./normalise.js";

/** What a text in a figure's place comes to. */
export type TextFigure =
  /** One figure: "-1234.5". */
  | { type: "figure"; digits: string }
  /** Digits that white space holds apart: two figures, or one that somebody broke. */
  | { type: "two" }
  /** The last digit may be the first of the unit: 81/10万 is 81, or 8 and 1/10万. */
  | { type: "either"; readings: readonly string[] }
  | { type: "none" };

/** A figure with its unit is shorter by far; what is longer is prose. */
const LONGEST = 100;

/** What copied text brings along unseen. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;

/** White space that separates thousands in print: a space, and those that do not break. */
const THOUSANDS_SPACE = "[ \\u00a0\\u2007\\u2009\\u202f]";

/** Sign, digits, all else. Thousands come in threes, by commas or by one kind of space. */
const FIGURE = new RegExp(
  `^(-?)(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,3}(${THOUSANDS_SPACE})\\d{3}(?:\\3\\d{3})*(?!\\d)(?:\\.\\d+)?|\\d*\\.?\\d+)(.*)$`,
  "su",
);

/**
 * Reads a text as one figure, in any width, with the measure's own unit behind it or nothing. White space
 * between digits is accepted as a thousands separator only, and before a unit that begins with a digit.
 */
export function figureInText(raw: string, unit: string): TextFigure {
  if (raw.length > LONGEST) return { type: "none" };
  const [, sign = "", digits = "", , rest = ""] = FIGURE.exec(widthless(raw).replace(/^[−–—]/u, "-")) ?? [];
  if (digits === "") return { type: "none" };
  const behind = rest.trim();
  const apart = rest !== behind;
  if (behind === "") return figure(sign, digits);
  if (/^[\d.,]/u.test(behind) && !apart) return { type: "none" };
  if (!isSameUnit(behind, unit) || isBareUnit(behind)) {
    return apart && /^\d/u.test(behind) ? { type: "two" } : { type: "none" };
  }
  const shorter = behind.startsWith("/") && !apart ? withoutLastOne(digits) : null;
  return shorter === null
    ? figure(sign, digits)
    : { type: "either", readings: [digits, shorter].filter((each) => each !== "") };
}

function figure(sign: string, digits: string): TextFigure {
  return { type: "figure", digits: sign + digits.replace(/[^\d.]/gu, "") };
}

/** Nothing that could be a unit: brackets around nothing, a comma. */
function isBareUnit(text: string): boolean {
  return unitKey(text) === "";
}

/** "8" of "81", "" of "1"; null where no figure is left without a 1 at the end. */
function withoutLastOne(digits: string): string | null {
  return /^(?:[\d.]*\d)?1$/u.test(digits) ? digits.slice(0, -1) : null;
}

/** Digits and signs in plain width; white space is left as it is, for its kind matters. */
function widthless(raw: string): string {
  return raw
    .replace(INVISIBLE, "")
    .trim()
    .replace(/[^\s]/gu, (character) => character.normalize("NFKC"));
}

/** Whether white space holds two digits apart. */
export function standApart(raw: string): boolean {
  return raw.length <= LONGEST && /\d\s+\d/u.test(widthless(raw));
}

/** What has digits and is no figure: years, days, numbers of a list, what a rate is counted by, the marks of notes. */
const NO_FIGURES =
  /(?:19|20)\d\d年(?:[度末底])?|第\d+|\d*\/1?0+(?:万|(?!\d))|[(（[]\d[)）\]]|每?(?:十|百|千|1?0+)万/gu;
/** 12月3日, 2025-12-31, 94.1.2 and 1,23: nobody knows how many figures these are. */
const UNCLEAR =
  /\d{1,2}月|\d[.,:：]\d+[.,:：]\d|\d,\d|\d[:：]\d|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|^(?:19|20)\d\d[-‐-―~～至到/]+(?:19|20)\d\d$/u;
const MOST_FIGURES = 3;

/** The figures that stand in one cell beside each other: 94.9/95.1, 户籍3.1，常住3.3; none where it is not two or three. */
export function figuresBeside(raw: string): string[] {
  const text = raw.length > LONGEST ? "" : raw.replace(INVISIBLE, "").replace(/[０-９％．]/gu, widthless);
  if (UNCLEAR.test(text)) return [];
  const found = text.replace(NO_FIGURES, " ").match(/\d+(?:\.\d+)?/gu) ?? [];
  return found.length >= 2 && found.length <= MOST_FIGURES ? found : [];
}
