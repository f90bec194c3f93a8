import type { Archive } from "../../workbook/read/archive.js";
import { readXml } from "../../workbook/read/xml.js";
import type { Reader } from "./limits.js";
import type { Comment } from "./document.js";
import { ownText } from "./own-text.js";

/** What people remarked, in the order of the part; its paragraphs are lines. */
export async function readComments(
  archive: Archive,
  part: string | undefined,
  { count, own }: Reader,
): Promise<Comment[]> {
  if (part === undefined || !archive.has(part)) return [];
  const comments: Comment[] = [];
  let isText = false;
  await readXml(archive, part, {
    open(name, attributes) {
      isText = name === "t";
      const last = comments.at(-1);
      if (name === "comment") {
        count.comments(1);
        const [id = "", author = "", date = ""] = ["id", "author", "date"].map((key) =>
          own(attributes.get(key) ?? ""),
        );
        comments.push({ id, author, date, text: "" });
      } else if (name === "p" && last !== undefined && last.text !== "") {
        count.characters(1);
        last.text += "\n";
      }
    },
    text(text) {
      const last = comments.at(-1);
      if (!isText || last === undefined) return;
      count.characters(text.length);
      last.text += ownText(text);
    },
    close: () => void (isText = false),
  });
  return comments;
}
