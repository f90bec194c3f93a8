import type { Archive } from "../../workbook/read/archive.js";
import { readXml } from "../../workbook/read/xml.js";
import { ownText } from "./own-text.js";

/** So many properties, and so much of each, are looked at: ours are six of some characters. */
const MOST_PROPERTIES = 1_000;
const LONGEST_PROPERTY = 1_000;

/** The custom properties of a package: what our own writer knows an amended copy by. */
export async function readProperties(
  archive: Archive,
  part: string | undefined,
): Promise<Map<string, string>> {
  const properties = new Map<string, string>();
  if (part === undefined || !archive.has(part)) return properties;
  let name = "";
  await readXml(archive, part, {
    open: (element, attributes) =>
      void (
        element === "property" && (name = ownText((attributes.get("name") ?? "").slice(0, LONGEST_PROPERTY)))
      ),
    text(text) {
      const known = properties.get(name) ?? "";
      const isFull = known.length >= LONGEST_PROPERTY || properties.size >= MOST_PROPERTIES;
      if (name !== "" && !isFull) properties.set(name, known + ownText(text.slice(0, LONGEST_PROPERTY)));
    },
    close: (element) => void (element === "property" && (name = "")),
  });
  return new Map([...properties].map(([key, value]) => [key, value.trim()]));
}

/** The day a package says it was made, YYYY-MM-DD; "" where it says none. */
export async function createdOn(archive: Archive, part: string | undefined): Promise<string> {
  if (part === undefined || !archive.has(part)) return "";
  let isOpen = false;
  let text = "";
  await readXml(archive, part, {
    open: (element) => void (isOpen = /(?:^|:)created$/u.test(element)),
    text: (piece) => void (isOpen && text.length < LONGEST_PROPERTY && (text += piece)),
    close: () => void (isOpen = false),
  });
  return /^\d{4}-\d{2}-\d{2}/u.exec(text.trim())?.[0] ?? "";
}
