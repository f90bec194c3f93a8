import type { Archive } from "../../workbook/read/archive.js";
import { readXml } from "../../workbook/read/xml.js";

/** The custom properties of a package: what our own writer knows an amended copy by. */
export async function readProperties(
  archive: Archive,
  part: string | undefined,
): Promise<Map<string, string>> {
  const properties = new Map<string, string>();
  if (part === undefined || !archive.has(part)) return properties;
  let name = "";
  await readXml(archive, part, {
    open: (element, attributes) => void (element === "property" && (name = attributes.get("name") ?? "")),
    text: (text) => void (name !== "" && properties.set(name, (properties.get(name) ?? "") + text)),
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
    text: (piece) => void (isOpen && (text += piece)),
    close: () => void (isOpen = false),
  });
  return /^\d{4}-\d{2}-\d{2}/u.exec(text.trim())?.[0] ?? "";
}
