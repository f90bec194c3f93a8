/** What a line of its own may say: 〔自动〕 puts the generated text there, 〔不写〕 leaves it out. */
export type Mark = "auto" | "drop";

const WORDS: ReadonlyMap<string, Mark> = new Map([
  ["自动", "auto"],
  ["不写", "drop"],
]);
const MARK = /^[ \u3000]*[〔【［[（(]\s*(自动|不写)\s*[〕】］\])）][。]?[ \u3000]*$/u;

/** The mark a line is, or null: any brackets will do. */
export function markOf(line: string): Mark | null {
  const [, word = ""] = MARK.exec(line) ?? [];
  return WORDS.get(word) ?? null;
}
