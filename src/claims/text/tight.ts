/** Text without white space and in one width, which knows where each of its characters stood. */
export interface Tight {
  text: string;
  /** Index in the paragraph's text of each UTF-16 unit. */
  at: readonly number[];
}

const SENTENCE_END = /[。！？!?\n]/u;
/** Soft hyphens, joiners and the like, which nobody sees. */
const UNSEEN = /\p{Cf}/u;
/** Marks of Chinese text that look like those of figures in half width: they are kept apart. */
const OWN_MARKS: ReadonlyMap<string, string> = new Map([
  ["(", "（"],
  [")", "）"],
  [";", "；"],
  ["［", "（"],
  ["］", "）"],
  ["，", "，"],
  ["；", "；"],
  ["：", "："],
  ["（", "（"],
  ["）", "）"],
  ["‘", "“"],
  ["’", "”"],
  ["－", "—"],
  ["–", "—"],
  ["―", "—"],
]);

/** The sentences of a paragraph, each tight. 94．88 ％ reads 94.88%; a tab parts cells and stays. */
export function sentencesOf(paragraph: string): Tight[] {
  const sentences: { text: string; at: number[] }[] = [{ text: "", at: [] }];
  for (let index = 0; index < paragraph.length; index += 1) {
    const letter = paragraph[index] ?? "";
    const sentence = sentences.at(-1);
    if (SENTENCE_END.test(letter)) sentences.push({ text: "", at: [] });
    else if (sentence !== undefined && (letter === "\t" || !(letter.trim() === "" || UNSEEN.test(letter)))) {
      sentence.text += inOneWidth(letter);
      sentence.at.push(index);
    }
  }
  return sentences.filter(({ text }) => text.trim() !== "");
}

/** One letter for one: what would grow (㎡, ½) stays as it is. */
function inOneWidth(letter: string): string {
  const own = OWN_MARKS.get(letter);
  if (own !== undefined) return own;
  const plain = letter.normalize("NFKC");
  return plain.length === 1 ? plain : letter;
}

/** What stands between the marks around a place of tight text. */
export function clauseAt(text: string, at: number): string {
  const before = /[^，；]*$/u.exec(text.slice(0, at))?.[0] ?? "";
  return before + (/^[^，；]*/u.exec(text.slice(at))?.[0] ?? "");
}
