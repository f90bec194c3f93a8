import { cellDecimal, cellText, decimal, round, type Decimal } from "../../../terms/decimal.js";
import { writesMinus, type NumberFormat, type Section } from "./number-format.js";
import { digitsBehindWrittenPoint, type Part } from "./parts.js";

/**
 * The digits Excel shows for a value under the section in force, with the section's own words. Fractions and
 * powers of ten are written out as plain decimals.
 */
export function showNumber(value: number, format: NumberFormat, section: Section): string {
  const negative = value < 0 && writesMinus(format, section);
  const shown = section.kind === "general" ? general(value, section) : placed(value, section);
  return (negative && /[1-9]/u.test(shown) ? "-" : "") + shown.trim();
}

function general(value: number, { parts }: Section): string {
  const figure = cellText(Math.abs(value));
  return parts
    .map((part) => (part.type === "general" || part.type === "text" ? figure : written(part)))
    .join("");
}

function written(part: Part): string {
  if (part.type === "words") return part.text;
  return part.type === "percent" ? "%" : "";
}

const PLAIN_ONLY: ReadonlySet<Part["type"]> = new Set(["fraction", "exponent"]);

function placed(value: number, section: Section): string {
  const { parts } = section;
  const figure = cellDecimal(Math.abs(value));
  if (parts.some(({ type }) => PLAIN_ONLY.has(type))) return figure.toString();
  // A written point moves no digit: 59 under 0\.0 is shown as 5.9.
  const power = section.power + digitsBehindWrittenPoint(parts);
  const point = parts.findIndex(({ type }) => type === "point");
  const [before, behind] = point < 0 ? [parts, []] : [parts.slice(0, point), parts.slice(point + 1)];
  const places = behind.filter(({ type }) => type === "digit").length;
  const rounded = round(figure.times(decimal(10).pow(power)), places);
  const [whole = "0", decimals = ""] = rounded.toFixed(places).split(".");
  return point < 0
    ? wholeDigits(before, whole)
    : `${wholeDigits(before, whole)}${decimalDigits(behind, decimals)}`;
}

/** The digits before the point in their places, from the last to the first, which takes all that are left. */
function wholeDigits(parts: readonly Part[], digits: string): string {
  const first = parts.findIndex(({ type }) => type === "digit");
  const last = parts.findLastIndex(({ type }) => type === "digit");
  const grouped = parts.slice(first + 1, last).some(({ type }) => type === "comma");
  let rest = digits === "0" ? "" : digits;
  let count = 0;
  const pieces: string[] = [];
  const put = (digit: string) =>
    pieces.unshift(grouped && ++count % 3 === 1 && count > 1 ? `${digit},` : digit);
  for (let at = parts.length - 1; at >= 0; at -= 1) {
    const part = parts[at];
    if (part?.type !== "digit") {
      if (part) pieces.unshift(written(part));
      continue;
    }
    if (rest !== "" || part.sign === "0") put(rest.slice(-1) || "0");
    rest = rest.slice(0, -1);
    if (at === first) for (; rest !== ""; rest = rest.slice(0, -1)) put(rest.slice(-1));
  }
  return pieces.join("");
}

/** The digits behind the point; zeros at the end only where the format asks for them. */
function decimalDigits(parts: readonly Part[], decimals: string): string {
  const kept = decimals.replace(/0+$/u, "").length;
  let place = 0;
  const shown = parts.map((part) => {
    if (part.type !== "digit") return written(part);
    const digit = decimals[place++] ?? "";
    return part.sign === "0" || place <= kept ? digit : "";
  });
  return `.${shown.join("")}`;
}

/** The value as Excel scales it to show it, exact: 5.92 of 59200 under 0\.0,"万". */
export function scaled(value: Decimal, power: number): Decimal {
  return power === 0 ? value : value.times(decimal(10).pow(power));
}
