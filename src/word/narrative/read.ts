import { readBytes } from "../../files/read.js";
import { sha256 } from "../../files/digest.js";
import { issue, type Issue } from "../../issues/issue.js";
import { limitPassed, refused, type FileText } from "../../narrative/file.js";
import { headingKey } from "../../narrative/slots.js";
import type { Slot } from "../../narrative/narrative.js";
import { LIMITS } from "../../workbook/read/guard.js";
import type { WordContent } from "../read/document.js";
import { readWordBytes } from "../read/read.js";
import { markdownOf } from "./markdown.js";

/**
 * Reads a Word file that people wrote parts of a report in, as the text a narrative file would have. `slots` are the
 * parts a line may name. Never throws for what a file may be.
 */
export async function readWordNarrative(
  path: string,
  name: string,
  slots: readonly Slot[],
): Promise<FileText> {
  const { content: bytes, refusal } = await readBytes(path, LIMITS.fileBytes);
  if (refusal !== null)
    return refused([issue("narrative/unreadable", { file: name }, { reason: refusal.reason })]);
  const { content: word, issues } = await readWordBytes(bytes, name);
  if (word === null) return refused([...issues]);
  if (word.properties.has("report-model")) return refused([issue("narrative/own-draft", { file: name }, {})]);
  const parts = new Set(slots.map(({ heading }) => headingKey(heading)));
  const { content, paragraphs, left } = markdownOf(word, (line) => parts.has(headingKey(line)));
  const limit = limitPassed(content);
  if (limit !== null) return refused([issue("narrative/too-large", { file: name }, { limit })]);
  const unprinted: Issue[] = left.map(({ what, where }) =>
    issue("narrative/not-printed", { file: name, ...where }, { what }),
  );
  const formula = word.paragraphs.findIndex(({ formulas }) => formulas > 0);
  if (formula >= 0) {
    const where = { file: name, paragraph: formula + 1 };
    unprinted.push(issue("narrative/format-dropped", where, { what: "公式" }));
  }
  const input = { file: name, bytes: bytes.length, sha256: sha256(bytes) };
  return { content, bytes, input, issues: [...unprinted, ...unsettled(word, name)], paragraphs };
}

/** Changes that nobody accepted yet, and comments. */
function unsettled({ paragraphs, comments }: WordContent, file: string): Issue[] {
  const pieces = paragraphs.flatMap((paragraph) => [...paragraph.pieces, paragraph.end]);
  const changes = pieces.filter(({ inserted, deleted }) => inserted !== null || deleted !== null).length;
  if (changes + comments.length === 0) return [];
  return [issue("narrative/unsettled", { file }, { changes, comments: comments.length })];
}
