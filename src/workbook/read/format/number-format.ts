import { digitsBehindWrittenPoint, sectionsIn, type Part } from "./parts.js";
import { wordsBeside } from "./words.js";

/** A number format: sections of which one is in force for a value. */
export interface NumberFormat {
  sections: readonly Section[];
}

/** What a format does with the values it is in force for. */
export interface Section {
  parts: readonly Part[];
  kind: "general" | "number" | "date" | "words";
  condition: ((value: number) => boolean) | null;
  /** It shows the value times ten to this power: 2 for 0.00%, -4 for 0\.0,"万". */
  power: number;
  /** The words beside or between its digits. */
  words: string;
  /** Whatever the value, it shows a digit: General and 0.00, but not #. */
  digit: boolean;
}

/** Reads a format code; "" and what is no format are General. */
export function numberFormat(code: string): NumberFormat {
  return { sections: sectionsIn(code === "" ? "General" : code).map(sectionOf) };
}

export const GENERAL: NumberFormat = numberFormat("General");

function sectionOf(parts: readonly Part[]): Section {
  const kind = kindOf(parts);
  return {
    ...{ parts, kind, condition: conditionOf(parts), power: kind === "number" ? powerOf(parts) : 0 },
    words: wordsBeside(parts),
    digit: kind === "general" || parts.some((part) => part.type === "digit" && part.sign === "0"),
  };
}

function kindOf(parts: readonly Part[]): Section["kind"] {
  const types = new Set(parts.map(({ type }) => type));
  if (types.has("general") || types.has("text")) return "general";
  if (types.has("date") || types.has("elapsed") || types.has("halves")) return "date";
  return types.has("digit") ? "number" : "words";
}

const CONDITIONS: ReadonlyMap<string, (value: number, than: number) => boolean> = new Map([
  ["<", (value, than) => value < than],
  ["<=", (value, than) => value <= than],
  [">", (value, than) => value > than],
  [">=", (value, than) => value >= than],
  ["=", (value, than) => value === than],
  ["<>", (value, than) => value !== than],
]);

function conditionOf(parts: readonly Part[]): Section["condition"] {
  for (const part of parts) {
    const meets = part.type === "condition" ? CONDITIONS.get(part.sign) : undefined;
    if (part.type === "condition" && meets) return (value) => meets(value, part.than);
  }
  return null;
}

/** Each % multiplies by 100, each comma behind the last digit divides by 1000, a point that is words by ten a digit. */
function powerOf(parts: readonly Part[]): number {
  const percents = parts.filter(({ type }) => type === "percent").length;
  return 2 * percents - 3 * scalingCommas(parts) - digitsBehindWrittenPoint(parts);
}

/** Commas that have a digit before them and none behind before the point or the end (1234 under 0, is 1). */
function scalingCommas(parts: readonly Part[]): number {
  const point = parts.findIndex(({ type }) => type === "point");
  const stretches = point < 0 ? [parts] : [parts.slice(0, point), parts.slice(point)];
  return stretches
    .map((stretch) => {
      const last = stretch.findLastIndex(({ type }) => type === "digit");
      return last < 0 ? 0 : stretch.slice(last).filter(({ type }) => type === "comma").length;
    })
    .reduce((sum, count) => sum + count, 0);
}

/**
 * The section in force for a value: by its condition, else positive;negative;zero. Null where every section
 * has a condition and none is met: Excel then shows #### only.
 */
export function sectionFor({ sections }: NumberFormat, value: number): Section | null {
  const numeric = sections.slice(0, 3);
  const [first, second, third] = numeric;
  if (first === undefined || (numeric.length === 1 && first.condition === null)) return first ?? null;
  if (numeric.every(({ condition }) => condition === null)) {
    if (value < 0) return second ?? first;
    return value === 0 ? (third ?? first) : first;
  }
  if (first.condition === null ? value > 0 : first.condition(value)) return first;
  if (second === undefined) return GENERAL.sections[0] ?? null;
  // With a third section the second is for negatives, unless it says for what.
  const isSecond = second.condition ?? ((each: number) => third === undefined || each < 0);
  if (isSecond(value)) return second;
  return third ?? null;
}

/** Whether the section leaves the minus sign to be written: one of its own is for negatives alone. */
export function writesMinus(format: NumberFormat, section: Section): boolean {
  const [, second] = format.sections;
  return section !== second || section.condition !== null || format.sections[0]?.condition !== null;
}

/** Whether a value under this format is a date or a time; `clock`: no day of it is shown. */
export function dateShown(section: Section | null): { clock: boolean } | null {
  if (section?.kind !== "date") return null;
  const hasClock = section.parts.some(
    (part) =>
      part.type === "elapsed" || part.type === "halves" || (part.type === "date" && /[hs]/u.test(part.code)),
  );
  const day = section.parts.some(
    (part) => part.type === "date" && (/[ydea]/u.test(part.code) || (!hasClock && part.code[0] === "m")),
  );
  return { clock: !day };
}
