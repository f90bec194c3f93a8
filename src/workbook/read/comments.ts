import { parseAddress } from "../address.js";
import type { CellComment } from "../sheet.js";
import type { Archive } from "./archive.js";
import { LIMITS } from "./guard.js";
import { relations } from "./package-parts.js";
import { decodeEscapes } from "./strings.js";
import { readXml } from "./xml.js";

/** More than these are told of by nobody one by one. */
const MOST_COMMENTS = 1_000;

/** What newer programs write before a comment that older ones cannot show as a conversation. */
const CONVERSATION = /^\s*\[[^\]]*\][\s\S]*?(?:Comment|注释|批注)[:：]\s*/u;

/**
 * The comments people put on the cells of a worksheet part (ECMA-376-1, 18.7). Of a conversation the first word is
 * there, too, for programs that know no such thing. `count` is told of every character kept.
 */
export async function readComments(
  archive: Archive,
  part: string,
  count: (characters: number) => void,
): Promise<CellComment[]> {
  const related = await relations(archive, part);
  const file = related.find(({ type }) => type === "comments")?.part;
  if (file === undefined || !archive.has(file)) return [];
  const comments: CellComment[] = [];
  const open = { address: "", text: "", isText: false, phonetic: false };
  await readXml(archive, file, {
    open(name, attributes) {
      if (name === "comment") Object.assign(open, { address: attributes.get("ref") ?? "", text: "" });
      else if (name === "rPh") open.phonetic = true;
      else if (name === "t") open.isText = !open.phonetic;
    },
    text(text) {
      if (open.isText && open.text.length < LIMITS.text) open.text += text;
    },
    close(name) {
      if (name === "t") open.isText = false;
      else if (name === "rPh") open.phonetic = false;
      else if (name === "comment" && comments.length < MOST_COMMENTS) {
        const text = decodeEscapes(open.text).replace(CONVERSATION, "").trim();
        if (text === "" || parseAddress(open.address) === null) return;
        count(text.length);
        comments.push({ address: open.address, text });
      }
    },
  });
  return comments;
}
