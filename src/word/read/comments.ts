import type { Archive } from "../../workbook/read/archive.js";
import { readXml } from "../../workbook/read/xml.js";
import type { Comment } from "./document.js";

/** What people remarked, in the order of the part; its paragraphs are lines. */
export async function readComments(archive: Archive, part: string | undefined): Promise<Comment[]> {
  if (part === undefined || !archive.has(part)) return [];
  const comments: Comment[] = [];
  let isText = false;
  await readXml(archive, part, {
    open(name, attributes) {
      isText = name === "t";
      const [id = "", author = "", date = ""] = ["id", "author", "date"].map((key) => attributes.get(key));
      const last = comments.at(-1);
      if (name === "comment") comments.push({ id, author, date, text: "" });
      else if (name === "p" && last !== undefined && last.text !== "") last.text += "\n";
    },
    text(text) {
      const last = comments.at(-1);
      if (isText && last !== undefined) last.text += text;
    },
    close: () => void (isText = false),
  });
  return comments;
}
