/** Text without white space and in half width, which knows where each of its characters stood. */
export interface Tight {
  text: string;
  /** Index in the passage's text of each UTF-16 unit. */
  at: readonly number[];
}

const SENTENCE_END = /[。！？!?]/u;

/** The sentences of a passage, each tight. 94．88 ％ reads 94.88%. */
export function sentencesOf(passage: string): Tight[] {
  const sentences: { text: string; at: number[] }[] = [{ text: "", at: [] }];
  for (let index = 0; index < passage.length; index += 1) {
    const letter = passage[index] ?? "";
    if (SENTENCE_END.test(letter)) sentences.push({ text: "", at: [] });
    else if (letter.trim() !== "") {
      const sentence = sentences.at(-1);
      if (sentence === undefined) continue;
      sentence.text += halfWidth(letter);
      sentence.at.push(index);
    }
  }
  return sentences.filter(({ text }) => text !== "");
}

/** One letter for one: what would grow (㎡, ½) stays as it is. */
function halfWidth(letter: string): string {
  const plain = letter.normalize("NFKC");
  return plain.length === 1 ? plain : letter;
}
