/** What bears a number in a report, by that number: 图3, 附表1-2 or 附件2, with what it is called. */
export type Captions = ReadonlyMap<string, string>;

/** 图3 in a text: as it is printed, and where it stands. */
interface Pointer {
  label: string;
  at: number;
  length: number;
}

/*
 * 见图3, 表2显示, （附表1-2）: what stands before tells them from 人大代表3人 and 统计报表2张, and from the annex of
 * another document, 《规划》附件1.
 */
const LABEL =
  /(?<=^|[^\p{sc=Han}\p{L}\p{N}》〉”"]|[见如在据由从按照至到和与及或对阅看将把中])(?:附[图表]\s?\p{Nd}+\s?[-－—–‐]\s?\p{Nd}+|(?:[图表]|附件)\s?\p{Nd}+)(?!\p{Nd}|[.．]\p{Nd}|\s?[个张名人份项幅种件])/gu;

/** Everything a text points to by its number. */
export function pointersIn(text: string): Pointer[] {
  return [...text.matchAll(LABEL)].map(({ 0: written, index }) => ({
    label: written.normalize("NFKC").replaceAll(/\s/gu, "").replaceAll(/[—–‐]/gu, "-"),
    at: index,
    length: written.length,
  }));
}

/** The text with other numbers in the place of those it points with; null leaves one as it was written. */
export function relabelled(text: string, labelFor: (label: string) => string | null): string {
  let [said, read] = ["", 0];
  for (const { label, at, length } of pointersIn(text)) {
    const now = labelFor(label);
    const written = text.slice(at, at + length);
    said += text.slice(read, at) + (now === null || now === label ? written : now);
    read = at + length;
  }
  return said + text.slice(read);
}

/** A text in sentences, each with the mark it ends with; together they are the text. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[。；])/u);
}

/** The numbers of pictures, of tables or of annexes, as the label is one. */
export function alike(label: string, all: Iterable<string>): string[] {
  const kind = kindOf(label);
  return [...all].filter((each) => kindOf(each) === kind);
}

/** 图, 表, 附表, 附件 */
function kindOf(label: string): string {
  return label.replace(/\d.*$/u, "");
}
