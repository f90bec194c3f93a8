import { tightText } from "./normalise.js";

const DIGITS = "〇一二三四五六七八九";

/** 二〇二五年 → 2025年; other text is returned as it is. */
export function chineseDigits(text: string): string {
  return text
    .replace(/[○零]/gu, "〇")
    .replace(/[〇一二三四五六七八九]{4}(?=年)/gu, (year) =>
      [...year].map((digit) => String(DIGITS.indexOf(digit))).join(""),
    );
}

/** Periods (2021—2030年) and dates (2026年3月20日, 20260320) name no data year. */
const NOT_DATA_YEARS = [
  /(?:19|20)\d\d年?[-—–―~至到]+(?:19|20)\d\d年?/gu,
  /(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日?)?/gu,
  /(?:19|20)\d\d[-./]\d{1,2}(?!\d)(?:[-./]\d{1,2})?/gu,
  /(?<!\d)(?:19|20)\d\d[01]\d(?:[0-3]\d)?(?!\d)/gu,
];

/** The data years a title, sheet or file name speaks of, ascending, periods and dates left out. */
export function yearsNamed(text: string): number[] {
  let rest = chineseDigits(tightText(text));
  for (const pattern of NOT_DATA_YEARS) rest = rest.replace(pattern, " ");
  const years = [...rest.matchAll(/(?<!\d)(20\d\d)(?!\d)/gu)].map((match) => Number(match[1]));
  return [...new Set(years)].sort((a, b) => a - b);
}

export type FormYear =
  | { type: "year"; year: number }
  | { type: "none" }
  | { type: "conflict"; title: readonly number[]; file: readonly number[] };

/**
 * The year an annual form is about. The title speaks first, then the sheet's name, then the file's;
 * a title and a file name that both name years and share none contradict each other.
 */
export function formYear(title: string, sheet: string, file: string): FormYear {
  const spoken = [title, sheet].map(yearsNamed).find((years) => years.length > 0) ?? [];
  const base = file.slice(file.lastIndexOf("/") + 1);
  const filed = [base, file].map(yearsNamed).find((years) => years.length > 0) ?? [];
  const shared = spoken.filter((year) => filed.includes(year));
  const candidates =
    shared.length > 0 ? shared : spoken.length === 0 ? filed : filed.length === 0 ? spoken : [];
  const [year] = candidates;
  if (year !== undefined && candidates.length === 1) return { type: "year", year };
  return spoken.length + filed.length === 0
    ? { type: "none" }
    : { type: "conflict", title: spoken, file: filed };
}

/** The year of one row: its own cell's, else the form's; null where neither says one. */
export function rowYear(own: string, title: string, sheet: string, file: string): number | null {
  if (own !== "") {
    const [year, second] = yearsNamed(own);
    return year !== undefined && second === undefined ? year : null;
  }
  const form = formYear(title, sheet, file);
  return form.type === "year" ? form.year : null;
}
