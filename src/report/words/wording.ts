import { unmarked } from "./cited.js";

const DIGITS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 1–99 in Chinese: 八, 十, 十二, 二十三; for chapter numbers. */
export function chineseNumber(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  const tensText = tens === 0 ? "" : `${tens === 1 ? "" : DIGITS[tens]}十`;
  return ones === 0 && tens > 0 ? tensText : `${tensText}${DIGITS[ones]}`;
}

/** The number before a measure word: 两个, 八个. */
export function counted(n: number): string {
  return n === 2 ? "两" : chineseNumber(n);
}

/** 甲、乙和丙 */
export function enumerate(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join("、")}和${items[items.length - 1]}`;
}

/** A name that is itself a list (甲和乙的比例, 甲、乙检测率) would be taken apart when listed. */
export function isListable(name: string): boolean {
  return !/[和、]/u.test(name);
}

/** 甲、“乙、丙检测率”、丁: names in running text, those that are lists themselves in quotation marks. */
export function nameList(names: readonly string[]): string {
  return names.map((name) => (isListable(name) ? name : `“${name}”`)).join("、");
}

/** Names in a heading: one or two in full where they can be listed, else 甲等3项指标. */
export function headline(names: readonly string[]): string {
  if (names.length === 1) return names[0]!;
  if (names.length === 2 && names.every(isListable)) return names.join("和");
  return `${names[0]}等${names.length}项指标`;
}

/** Clauses, the empty ones left out, as one sentence: joined by ，and closed by one 。 */
export function sentence(clauses: readonly string[]): string {
  const said = clauses.filter((clause) => clause !== "");
  return said.length === 0 ? "" : `${said.join("，")}。`;
}

/**
 * People's own text (progress, problems, remarks) made fit to stand in a sentence: white space
 * removed between Chinese characters, closing marks dropped so that the sentence sets its own.
 */
export function quoted(text: string): string {
  return unmarked(text)
    .replace(/\s+/gu, " ")
    .replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/gu, "")
    .replace(/(?<![。；，、;,.\s])[。；，、;,.\s]+$/u, "")
    .trim();
}

/** 2026-05-20 as 2026年5月20日. */
export function chineseDate(isoDate: string): string {
  const [year, month, day] = isoDate.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}
