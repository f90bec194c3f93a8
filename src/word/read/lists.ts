import type { Archive } from "../../workbook/read/archive.js";
import { readXml } from "../../workbook/read/xml.js";

export type ListKind = "bullet" | "number";

/** What stands before the items of a list, by the id paragraphs name it by. */
export type Lists = ReadonlyMap<string, ListKind>;

/** The lists of numbering.xml by the sign of their first level: a document numbers all its levels or none. */
export async function readLists(
  archive: Archive,
  part: string | undefined,
  own: (name: string) => string,
): Promise<Lists> {
  if (part === undefined || !archive.has(part)) return new Map();
  const kinds = new Map<string, ListKind>();
  const lists = new Map<string, ListKind>();
  let [abstract, list] = ["", ""];
  await readXml(archive, part, {
    open(name, attributes) {
      const value = attributes.get("val") ?? "";
      if (name === "abstractNum") abstract = own(attributes.get("abstractNumId") ?? "");
      if (name === "num") list = own(attributes.get("numId") ?? "");
      if (name === "numFmt" && !kinds.has(abstract) && value !== "none")
        kinds.set(abstract, value === "bullet" ? "bullet" : "number");
      const kind = kinds.get(value);
      if (name === "abstractNumId" && kind !== undefined) lists.set(list, kind);
    },
  });
  return lists;
}
