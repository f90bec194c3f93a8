/** Text without white space and in one width, which knows where each of its characters stood. */
export interface Tight {
  text: string;
  /** Index in the paragraph's text of each UTF-16 unit. */
  at: readonly number[];
  /** A piece of what is too long to be a sentence: what it is about may stand in another piece. */
  isTorn: boolean;
}

/** What is longer lost its marks, or is no text at all: it is read in pieces, so that no search runs through it all. */
const LONGEST_SENTENCE = 2000;
/** Where such a piece ends, if it can. */
const CLAUSE_ENDS = ["，", "；", "、"];

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

/**
 * The sentences of a paragraph, each tight; one that is too long, in pieces. 94．88 ％ reads 94.88%; a tab parts cells
 * and stays.
 */
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
  return sentences.filter(({ text }) => text.trim() !== "").flatMap(piecesOf);
}

function piecesOf({ text, at }: Pick<Tight, "text" | "at">): Tight[] {
  if (text.length <= LONGEST_SENTENCE) return [{ text, at, isTorn: false }];
  const pieces: Tight[] = [];
  for (let start = 0; start < text.length;) {
    const longest = text.slice(start, start + LONGEST_SENTENCE);
    const isLast = start + longest.length === text.length;
    const mark = isLast ? -1 : lastOf(CLAUSE_ENDS, longest);
    const end = start + (mark < LONGEST_SENTENCE / 2 ? longest.length : mark + 1);
    pieces.push({ text: text.slice(start, end), at: at.slice(start, end), isTorn: true });
    start = end;
  }
  return pieces;
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
  const begins = lastOf(STOPS, text.slice(0, at)) + 1;
  const ends = STOPS.map((mark) => text.indexOf(mark, at)).filter((place) => place >= 0);
  return text.slice(
    begins,
    ends.reduce((one, other) => Math.min(one, other), text.length),
  );
}

/** Where the last of any of the marks stands; -1 where none does. */
function lastOf(marks: readonly string[], text: string): number {
  return marks.reduce((last, mark) => Math.max(last, text.lastIndexOf(mark)), -1);
}

const STOPS = ["，", "；"];
