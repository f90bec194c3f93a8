import { TextDecoder } from "node:util";
import { SaxesParser } from "saxes";
import type { Archive } from "./archive.js";
import { LIMITS, refused } from "./guard.js";

export type Attributes = Readonly<Record<string, string>>;

/** What a reader of one part wants to hear; names come without their namespace prefix. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Streams the XML part `name` of the archive through `handler`, holding none of it. `thin` may take
 * whole elements out of a piece of the part before it is parsed.
 */
export async function readXml(
  archive: Archive,
  name: string,
  handler: XmlHandler,
  thin: (piece: string) => string = (piece) => piece,
): Promise<void> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const parser = xmlParser(archive, name, handler);
  await archive.read(name, (chunk) => void parser.write(thin(decode(decoder, name, chunk))));
  parser.write(decode(decoder, name)).close();
}

/** An attribute by its local name: `r:id` in one program's file is `d3p1:id` in another's. */
export function attribute(attributes: Attributes, local: string): string | undefined {
  if (local in attributes) return attributes[local];
  const key = Object.keys(attributes).find((each) => localName(each) === local);
  return key === undefined ? undefined : attributes[key];
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

const OPTIONS = { position: false, xmlns: false } as const;

function xmlParser(archive: Archive, part: string, handler: XmlHandler): SaxesParser<typeof OPTIONS> {
  const parser = new SaxesParser(OPTIONS);
  let depth = 0;
  let attributes = 0;
  parser.on("error", () => {
    throw refused("workbook/damaged", { detail: `部件 ${part} 的XML有误` });
  });
  // A part never needs entities of its own; the ones that multiply need a DTD.
  parser.on("doctype", () => {
    throw refused("workbook/damaged", { detail: "含有不应出现的DTD定义" });
  });
  parser.on("attribute", () => {
    if (++attributes > LIMITS.xmlAttributes) throw refused("workbook/damaged", { detail: "XML属性过多" });
  });
  parser.on("opentag", (tag) => {
    attributes = 0;
    archive.countElement();
    if (++depth > LIMITS.xmlDepth) throw refused("workbook/damaged", { detail: "XML嵌套过深" });
    handler.open(localName(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag) => {
    depth--;
    handler.close?.(localName(tag.name));
  });
  if (handler.text) {
    const text = handler.text.bind(handler);
    parser.on("text", text);
    parser.on("cdata", text);
  }
  return parser;
}

function decode(decoder: TextDecoder, part: string, chunk?: Buffer): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw refused("workbook/damaged", { detail: `部件 ${part} 不是UTF-8编码` });
  }
}
