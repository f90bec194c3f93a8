import type { Passage } from "../word/compare/passages.js";

/** Where a passage stands, for people: 一、妇女与健康第3段, or its table and cell as `inTable` has them. */
export function passagePlace({ path, number, inTable: own }: Passage, inTable = own): string {
  return `${path.at(-1) ?? ""}${inTable || `第${number}段`}`;
}
