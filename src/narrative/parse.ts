import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmTable } from "micromark-extension-gfm-table";
import { cjkFriendlyExtension } from "micromark-extension-cjk-friendly";
import type { Slot } from "./narrative.js";
import { sectionsOf, type Sections } from "./sections.js";
import { sourceOf, type Source } from "./source.js";

export interface ParsedNarrative extends Sections {
  source: Source;
}

/**
 * What of Markdown is not wanted: text set in by four spaces is a paragraph here, not code; a line of
 * --- below a paragraph does not make it a heading; and > nested a thousand deep costs too much to follow.
 */
const NOT_WANTED = ["codeIndented", "setextUnderline", "blockQuote"];

/**
 * Reads a narrative's text into sections by the headings in `slots`. Pure; every fault is a finding. The
 * library's own rule for ** beside Chinese punctuation leaves **一是加强领导。**落实 unread, hence the extension.
 */
export function parseNarrative(
  file: string,
  content: string,
  slots: readonly Slot[],
  paragraphs: Source["paragraphs"] = null,
): ParsedNarrative {
  const source = sourceOf(file, content, paragraphs);
  const tree = fromMarkdown(source.text, {
    extensions: [cjkFriendlyExtension(), gfmTable(), gfmFootnote(), { disable: { null: NOT_WANTED } }],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
  });
  return { source, ...sectionsOf(tree.children, source, slots) };
}
