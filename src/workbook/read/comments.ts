import { parseAddress } from "../address.js";
import type { Archive } from "./archive.js";
import { relations } from "./package-parts.js";
import type { SheetGatherer } from "./rows.js";
import { stringItem, type StringItem } from "./strings.js";
import { readXml } from "./xml.js";

/** What newer programs write before a comment that older ones cannot show as a conversation. */
const CONVERSATION = /^\s*\[[^\]]*\][\s\S]*?(?:Comment|注释|批注)[:：]\s*/u;

/**
 * The comments people put on the cells of a worksheet part (ECMA-376-1, 18.7). Of a conversation the first word is
 * there, too, for programs that know no such thing.
 */
export async function readComments(
  archive: Archive,
  part: string,
  sheet: Pick<SheetGatherer, "comment">,
): Promise<void> {
  const related = await relations(archive, part);
  const file = related.find(({ type }) => type === "comments")?.part;
  if (file === undefined || !archive.has(file)) return;
  const item = stringItem();
  let address = "";
  await readXml(archive, file, {
    root: "comments",
    open(name, attributes) {
      if (name === "comment") {
        address = attributes.get("ref") ?? "";
        item.start();
      } else item.open(name, attributes);
    },
    text: (text) => item.text(text),
    close(name) {
      if (name !== "comment") {
        item.close(name);
        return;
      }
      const text = plainText(item.end()).replace(CONVERSATION, "");
      const at = parseAddress(address);
      if (at !== null) sheet.comment(at, text);
    },
  });
}

/** Its text however it is set; of one that is longer than any can be, that there is one. */
function plainText(item: StringItem): string {
  if (item === null) return "……";
  return typeof item === "string" ? item : item.map(({ text }) => text).join("");
}
