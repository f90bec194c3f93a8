import { book, codesOf, read, sheet, type Written } from "../book.js";

/** The findings on one row's figures of 2020, 2021, …, from B2 on. */
export function findingsOf(id: string, ...values: Written[]): string[] {
  const head = ["编号", ...values.map((_value, index) => `${2020 + index}年`)];
  return codesOf(read(book("a.xlsx", sheet("数据", [head, [id, ...values]]))));
}
