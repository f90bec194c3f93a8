import { Paragraph, type IParagraphOptions } from "docx";
import type { Paragraph as Text } from "../../report/model.js";
import { run, spanned } from "./runs.js";
import type { StyleId } from "./styles.js";
import type { Writing } from "./writing.js";

/** One line or paragraph of plain text. */
export function line(text: string, style: StyleId, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, style, children: [run(text)] });
}

/** The styles of running text and of the headings that are run in before it. */
export interface TextLook {
  heading: StyleId;
  text: StyleId;
}

/**
 * A paragraph of ours. Its heading is a paragraph of its own with a style separator behind it: Word sets both in one
 * line and lists the heading alone, and what does not know the separator sets the heading above the text.
 */
export function textParagraph({ heading, spans }: Text, look: TextLook, { bookmarks }: Writing): Paragraph[] {
  const text = new Paragraph({
    style: look.text,
    children: spans.flatMap((span) => spanned(bookmarks, span)),
  });
  if (heading === "") return [text];
  if (spans.length === 0) return [line(heading, look.heading)];
  return [line(heading, look.heading, { run: { vanish: true, specVanish: true } }), text];
}
