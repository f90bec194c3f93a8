import { kept } from "../../terms/kept.js";
import { countAlike, RATE_WRITTEN, UNIT_SIZED, UNIT_SPELT, unitOf } from "../../terms/unit.js";

/** Control characters but white space, as a class: one that is looked at twice takes twice as long. */
const CONTROLS = "\\0-\\x08\\x0e-\\x1f\\x7f-\\x9f";

/** What copied text brings along unseen: joiners, marks, the byte order mark, control characters but white space. */
const INVISIBLE = new RegExp(
  `[\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff${CONTROLS}]`,
  "gu",
);

/** Marks in front of a name that are not part of it: list numbers and the stars of 约束性 rows. */
const ENUMERATOR =
  /^(?:[①-⓿❶-➓]|[★☆▲△●○*#]|\d{1,2}[.、](?!\d)|[一二三四五六七八九十]{1,3}、|\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\))+/u;

/** A mark that points to a note: 率①, 率*, 率³ (not m²), 率[1], 率（注1）, 率(1) at the end of a name. */
const NOTE_SIGN = "[①-⑳❶-➓*＊※†‡☆★△▲]";
const NAME_MARKS = new RegExp(`${NOTE_SIGN}|(?<![m米])[¹²³⁴-⁹]`, "gu");
const MARKS_BEHIND_NAME = /(?<=.)(?:[[［(（【〔]注?[\d０-９]{1,2}[\]］)）】〕])+$/u;
/** Most names have none. */
const MAY_BE_MARKED = new RegExp(`${NOTE_SIGN}|[¹²³⁴-⁹]|[\\d０-９][\\]］)）】〕]$`, "u");

/** A name as it stands, without marks that point to notes, which plain width would make digits of. */
export function withoutNoteMarks(name: string): string {
  if (!MAY_BE_MARKED.test(name)) return name;
  return name.replace(NAME_MARKS, "").replace(MARKS_BEHIND_NAME, "");
}

const LINE_NUMBER =
  /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d))/u;

/** Whether a line of tight text has its number in a list before it: 一、, （二）, 3. */
export function isNumbered(line: string): boolean {
  return LINE_NUMBER.test(line);
}

/** What a line says behind its number: 城区学校 of 一、城区学校. 三、其他 is no group of people, as 其他 alone may be. */
export function unnumbered(line: string): string {
  const rest = line.replace(LINE_NUMBER, "");
  return /^其[他它]/u.test(rest) ? line : rest;
}

/** A unit in brackets, as in 孕产妇死亡率（1/10万） or 参保人数（单位：万人）. */
const BRACKETED_UNIT = new RegExp(`[([{【〔](?:单位:?)?(?:${UNIT_SPELT}|${UNIT_SIZED})[)\\]}】〕]`, "gu");

/** The unit a name carries in brackets: 万人 of 参保人数（单位：万人）; "" where it carries none. */
export const unitInName: (name: string) => string = kept((name) => {
  const [last] = [...tightText(name).matchAll(BRACKETED_UNIT)].slice(-1);
  return last === undefined ? "" : unitKey(last[0].slice(1, -1));
});

/** A unit at the end without brackets; words such as 人 are left, for they may belong to the name. */
const BARE_UNIT = new RegExp(`${RATE_WRITTEN}$`, "u");

/** Half-width letters, digits and marks, and the common ideographs, without white space: codes, figures, most names. */
const ALREADY_PLAIN = /^[!-~\u4e00-\u9fff]*$/u;

/** Whether a cell says nothing: it is empty, or has dashes for what is not there. */
export function isDashed(text: string): boolean {
  return /^[-—–/]*$/u.test(text);
}

/** Text as the eye reads it: full-width forms, NBSP and invisible characters made plain, ends trimmed. */
export function plainText(text: string): string {
  return ALREADY_PLAIN.test(text) ? text : madePlain(text);
}

const madePlain = kept((text) => text.normalize("NFKC").replace(INVISIBLE, "").replace(/\s+/gu, " ").trim());

const CONTROL = new RegExp(`[${CONTROLS}]`, "gu");

/** Text without control characters, which would command a terminal and print as boxes. */
export function withoutControls(text: string): string {
  return text.replace(CONTROL, "");
}

/** Text as it was written, for printing: only invisible characters and white space at the ends are gone. */
export function verbatim(text: string): string {
  return ALREADY_PLAIN.test(text) ? text : text.replace(INVISIBLE, "").trim();
}

/** Plain text without any white space: headings and group names. */
export function tightText(text: string): string {
  return ALREADY_PLAIN.test(text) ? text : madePlain(text).replaceAll(" ", "");
}

/**
 * What two ways of typing one indicator's name have in common: width, brackets, white space, list
 * numbers, 其中 and the unit are gone, only letters and digits are left. Idempotent.
 */
export const nameKey: (name: string) => string = kept(keyOf);

function keyOf(name: string): string {
  const circled = name.replace(INVISIBLE, "").trim().replace(ENUMERATOR, "").replace(NAME_MARKS, "");
  const bare = tightText(circled)
    .toLowerCase()
    .replace(ENUMERATOR, "")
    .replace(MARKS_BEHIND_NAME, "")
    .replace(BRACKETED_UNIT, "")
    .replace(BARE_UNIT, "")
    .replace(MARKS_BEHIND_NAME, "");
  return bare
    .replace(/[^\p{L}\p{N}]/gu, "")
    .normalize("NFKC")
    .replace(/^(?:其中)+/u, "");
}

/** Whether two units as they are typed are one, or count the same. */
export function isSameUnit(one: string, other: string): boolean {
  return countAlike(unitKey(one), unitKey(other)) || rateOfWhom(one) === unitKey(other);
}

/** 1/10万 of 人/10万, 每10万活产: a rate that says of whom; null for any other unit. */
function rateOfWhom(unit: string): string | null {
  const bare = tightText(unit)
    .replace(/(?:活产婴?儿?|人口|儿童|人)$/u, "")
    .replace(/^[人例名](?=\/)/u, "")
    .replace(/^每/u, "/");
  const { kind, name } = unitOf(bare);
  return kind === "rate" ? name : null;
}

/** A unit as the plan writes it, from the ways it is typed: ％ is %, /10万 is 1/10万. */
export const unitKey: (unit: string) => string = kept((unit) => {
  const bare = tightText(unit)
    .replace(/^单位:?/u, "")
    .replace(/^\((.*)\)$/u, "$1");
  return unitOf(bare).name;
});
