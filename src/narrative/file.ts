import { sha256 } from "../files/digest.js";
import { OFFICE_ENCODINGS } from "../files/decode.js";
import { readText, sizeText, type Refusal } from "../files/read.js";
import type { InputFile } from "../data/dataset.js";
import { issue, type Issue } from "../issues/issue.js";

/** What became of one narrative file: its text, or why it has none. `content` is null where it is absent. */
export interface FileText {
  content: string | null;
  /** As they stand in the file; null where nothing was read. */
  bytes: Buffer | null;
  /** For the provenance: null where nothing was read. */
  input: InputFile | null;
  issues: Issue[];
  /** Of a Word document the paragraph each line of `content` stands for; null of a text file. */
  paragraphs: readonly WordPlace[] | null;
}

/** A paragraph of a Word document, from 1, and the heading it stands under; "" before the first. */
export interface WordPlace {
  paragraph: number;
  heading: string;
}

/** Some 60,000 Chinese characters: a hundred printed pages. */
const MOST_BYTES = 200_000;
/** What begins an item of a list. */
const MARKER = String.raw`(?:[-*+]|\d{1,9}[.)])`;
/** The Markdown library's work grows with the square of these; a person's text has a few hundred at most. */
const LIMITS: readonly { counts: RegExp; most: number; unit: string }[] = [
  { counts: /[*_`[\]<>&!\\]/gu, most: 3_000, unit: "个格式符号" },
  { counts: /\|/gu, most: 5_000, unit: "条表格竖线" },
  { counts: /\r\n?|\n/gu, most: 5_000, unit: "行" },
  // Lists in lists in lists, on one line or each a little further in than the line before.
  {
    counts: new RegExp(`${MARKER}[ \\t]+(?=${MARKER}(?:\\s|$))`, "gmu"),
    most: 200,
    unit: "个接连的列表符号",
  },
  { counts: /^(?: {2}|\t){20}/gmu, most: 50, unit: "行缩进四十格以上的文字" },
];

/** Reads the file at `path`, which findings call `name`. Never throws for what a file may be. */
export async function readNarrativeFile(path: string, name: string): Promise<FileText> {
  const read = await readText(path, MOST_BYTES, OFFICE_ENCODINGS);
  if (read.refusal !== null) return refusedFile(read.refusal, name);
  const { text, content: bytes, encoding } = read;
  const limit = limitPassed(text);
  if (limit !== null) return refused([issue("narrative/too-large", { file: name }, { limit })]);
  const issues = encoding === "gb18030" ? [issue("narrative/gb18030", { file: name }, {})] : [];
  const input = { file: name, bytes: bytes.length, sha256: sha256(bytes) };
  return { content: text, bytes, input, issues, paragraphs: null };
}

/** The limit that a narrative's text passes, in words; null where it keeps to all. */
export function limitPassed(text: string): string | null {
  if (Buffer.byteLength(text) > MOST_BYTES) return sizeText(MOST_BYTES);
  const passed = LIMITS.find(({ counts, most }) => (text.match(counts)?.length ?? 0) > most);
  return passed === undefined ? null : `${passed.most}${passed.unit}`;
}

/** A file that is there and was not read, and why. */
export function refused(why: Issue[]): FileText {
  return { content: "", bytes: null, input: null, issues: why, paragraphs: null };
}

function refusedFile({ why, reason, at }: Refusal, file: string): FileText {
  switch (why) {
    case "missing":
      return { content: null, bytes: null, input: null, issues: [], paragraphs: null };
    case "too-large":
      return refused([issue("narrative/too-large", { file }, { limit: sizeText(MOST_BYTES) })]);
    case "not-text":
      return refused([issue("narrative/not-text", { file, ...at }, {})]);
    default:
      return refused([issue("narrative/unreadable", { file }, { reason })]);
  }
}
