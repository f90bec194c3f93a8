const DIGITS: ReadonlyMap<string, number> = new Map([
  ["零", 0],
  ["〇", 0],
  ["一", 1],
  ["二", 2],
  ["两", 2],
  ["三", 3],
  ["四", 4],
  ["五", 5],
  ["六", 6],
  ["七", 7],
  ["八", 8],
  ["九", 9],
]);
const PLACES: ReadonlyMap<string, number> = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);

/** A pattern's part: a whole number in Chinese numerals. */
export const NUMERAL = "[零〇一二两三四五六七八九十百]+";

/** 九十八 → 98, 十五 → 15, 一百二十 → 120; null where it is no number. */
export function numeral(text: string): number | null {
  let sum = 0;
  let digit: number | null = null;
  for (const letter of text) {
    const place = PLACES.get(letter);
    const own = DIGITS.get(letter);
    if (place !== undefined) {
      sum += (digit ?? 1) * place;
      digit = null;
    } else if (own === undefined || (digit !== null && digit !== 0)) return null;
    else digit = own;
  }
  return text === "" ? null : sum + (digit ?? 0);
}
