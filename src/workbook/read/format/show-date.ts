import type { Section } from "./number-format.js";
import type { Part } from "./parts.js";

/** A moment as the parts of a format name it. */
interface Moment {
  date: Date;
  /** Seconds since the serial's zero, rounded: what [h] counts. */
  elapsed: number;
  /** Seconds of the day. */
  clock: number;
  halves: readonly [string, string] | null;
}

const SECONDS_A_DAY = 86_400;
/** Serial 25569 is 1970-01-01. */
const UNIX_EPOCH = 25_569;
/** 9999-12-31, the last day that Excel knows. */
const LAST_SERIAL = 2_958_466;

/** The date or time a serial number shows under a date section; #### as in Excel where there is none. */
export function showDate(serial: number, { parts }: Section): string {
  if (serial < 0 || serial >= LAST_SERIAL) return "####";
  const elapsed = Math.round(serial * SECONDS_A_DAY);
  const day = Math.floor(elapsed / SECONDS_A_DAY);
  // Excel counts a 29 February 1900 that never was: earlier serials lie one day further on.
  const date = new Date((day + (day < 60 ? 1 : 0) - UNIX_EPOCH) * SECONDS_A_DAY * 1000);
  const halves = parts.find((part) => part.type === "halves")?.words ?? null;
  const moment: Moment = { date, elapsed, clock: elapsed % SECONDS_A_DAY, halves };
  return parts
    .map((part, at) => shownPart(part, isMinutes(parts, at), moment))
    .join("")
    .trim();
}

function shownPart(part: Part, minutes: boolean, moment: Moment): string {
  switch (part.type) {
    case "words":
      return part.text;
    case "fraction":
      return "/";
    case "comma":
      return ",";
    case "elapsed":
      return padded(Math.floor(moment.elapsed / (SECONDS_IN.get(part.code[0] ?? "") ?? 1)), part.code);
    case "halves":
      return part.words[moment.clock < SECONDS_A_DAY / 2 ? 0 : 1];
    case "date":
      return (minutes ? minute : (SHOWN.get(part.code[0] ?? "") ?? minute))(part.code, moment);
    default:
      // Tenths of a second (ss.0) are left out.
      return "";
  }
}

const SECONDS_IN: ReadonlyMap<string, number> = new Map([
  ["h", 3600],
  ["m", 60],
  ["s", 1],
]);

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

type Shower = (code: string, moment: Moment) => string;

const SHOWN: ReadonlyMap<string, Shower> = new Map<string, Shower>([
  [
    "y",
    (code, { date }) =>
      code.length > 2 ? String(date.getUTCFullYear()) : padded(date.getUTCFullYear() % 100, "yy"),
  ],
  ["e", (_, { date }) => String(date.getUTCFullYear())],
  ["m", (code, { date }) => named(code, date.getUTCMonth() + 1, MONTHS[date.getUTCMonth()] ?? "")],
  ["d", (code, { date }) => named(code, date.getUTCDate(), WEEKDAYS[date.getUTCDay()] ?? "")],
  ["a", (code, { date }) => (code.length > 3 ? "星期" : "") + ("日一二三四五六"[date.getUTCDay()] ?? "")],
  ["h", (code, { clock, halves }) => padded(hour(Math.floor(clock / 3600), halves !== null), code)],
  ["s", (code, { clock }) => padded(clock % 60, code)],
]);

function hour(ofDay: number, halved: boolean): number {
  return halved ? ((ofDay + 11) % 12) + 1 : ofDay;
}

function minute(code: string, { clock }: Moment): string {
  return padded(Math.floor(clock / 60) % 60, code);
}

/** mmm and ddd are short names, longer codes whole ones. */
function named(code: string, number: number, name: string): string {
  if (code.length <= 2) return padded(number, code);
  return code.length === 3 ? name.slice(0, 3) : name;
}

function padded(value: number, code: string): string {
  return String(value).padStart(Math.min(code.length, 2), "0");
}

/** An m is minutes right behind hours or right before seconds, words and marks left out. */
function isMinutes(parts: readonly Part[], at: number): boolean {
  const part = parts[at];
  if (part?.type !== "date" || part.code[0] !== "m" || part.code.length > 2) return false;
  const isTime = (each: Part) => each.type === "date" || each.type === "elapsed";
  const before = parts.slice(0, at).findLast(isTime);
  const behind = parts.slice(at + 1).find(isTime);
  const letter = (each: Part | undefined) =>
    each?.type === "date" || each?.type === "elapsed" ? each.code[0] : "";
  return letter(before) === "h" || letter(behind) === "s";
}
