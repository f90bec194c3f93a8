const DIGITS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 1–99 in Chinese: 八, 十, 十二, 二十三; used for chapter numbers and for 从八个领域. */
export function chineseNumber(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  const tensText = tens === 0 ? "" : `${tens === 1 ? "" : DIGITS[tens]}十`;
  return ones === 0 && tens > 0 ? tensText : `${tensText}${DIGITS[ones]}`;
}

/** 甲、乙和丙 */
export function enumerate(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join("、")}和${items[items.length - 1]}`;
}

/** Names in a heading: one or two in full, else 甲等3项. */
export function headline(names: readonly string[], measureWord = "项指标"): string {
  if (names.length <= 2) return names.join("和");
  return `${names[0]}等${names.length}${measureWord}`;
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
  return text
    .replace(/\s+/gu, " ")
    .replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/gu, "")
    .replace(/[。；，、;,.\s]+$/u, "")
    .trim();
}

/** 2026-05-20 as 2026年5月20日. */
export function chineseDate(isoDate: string): string {
  const [year, month, day] = isoDate.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}
