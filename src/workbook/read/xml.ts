import { TextDecoder } from "node:util";
import type { Archive } from "./archive.js";
import { LIMITS, refused, type Refused } from "./guard.js";

/** Attributes by their local name: `r:id` in one program's file is `d3p1:id` in another's. */
export type Attributes = ReadonlyMap<string, string>;

/**
 * What a reader of one part wants to hear. Elements of the root's vocabulary come by their local name, those
 * of another with their prefix: `x15:workbookPr` is not the `workbookPr` that counts from 1904.
 */
export interface XmlHandler {
  /** What the part's outermost element is called; another part, to which a relation may lead, is refused. */
  root?: string;
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
  const text = partText(name);
  const parser = xmlParser(archive, name, handler);
  await archive.read(name, (chunk) => {
    for (let at = 0; at < chunk.length; at += PIECE)
      parser.write(thin(text.decode(chunk.subarray(at, at + PIECE))));
  });
  parser.write(text.decode());
  parser.end();
}

/**
 * Bytes that are understood at a time. What is stored without compression comes whole: a text of 48 MB of references,
 * or a tag of nine million spaces, is then met by expressions that hold all they find.
 */
const PIECE = 64 * 1024;

/**
 * A parser of our own, because those of the registry hold a comment, a piece of CDATA or a row of character
 * references until it ends: 252 kB then fill a gigabyte. This one keeps a tag at most; comments and
 * processing instructions are passed over, text is handed on as it comes. A document type is refused, so that
 * there are no entities but the five of XML.
 */
interface Walk {
  part: string;
  handler: XmlHandler;
  archive: Pick<Archive, "countElement">;
  /** What was written and not yet understood: less than a tag. */
  rest: string;
  state: keyof typeof STATES;
  /** Names of the open elements, prefixes included. */
  open: string[];
  root: { prefix: string; namespace: string | undefined } | null;
  /** So many elements deep begins another vocabulary that calls itself the default one; 0 for none. */
  foreignFrom: number;
}

/** Understands what stands at `at` and returns where the next thing begins, or null until more is written. */
type Step = (walk: Walk, at: number) => number | null;

const STATES = {
  content: (walk, at) => {
    const { rest } = walk;
    const next = rest.indexOf("<", at);
    const end = next < 0 ? soundEnd(rest, at) : next;
    if (end > at) handText(walk, decodeText(walk, rest.slice(at, end)));
    return next < 0 ? (end > at ? end : null) : markup(walk, next, end > at);
  },
  comment: (walk, at) => passOver(walk, at, "-->"),
  instruction: (walk, at) => passOver(walk, at, "?>"),
  cdata: (walk, at) => {
    const end = walk.rest.indexOf("]]>", at);
    const stop = end < 0 ? Math.max(at, walk.rest.length - 2) : end;
    if (stop > at) handText(walk, plainCharacters(walk, walk.rest.slice(at, stop)));
    if (end >= 0) walk.state = "content";
    return end < 0 ? (stop > at ? stop : null) : end + 3;
  },
} as const satisfies Record<string, Step>;

export function xmlParser(archive: Pick<Archive, "countElement">, part: string, handler: XmlHandler) {
  const walk: Walk = {
    ...{ part, handler, archive, rest: "", state: "content", open: [] },
    ...{ root: null, foreignFrom: 0 },
  };
  return {
    write(piece: string): void {
      walk.rest += piece;
      let at = 0;
      for (let next: number | null = 0; next !== null; next = STATES[walk.state](walk, at)) at = next;
      walk.rest = walk.rest.slice(at);
      if (walk.rest.length > LONGEST_TAG) throw malformed(walk);
    },
    end(): void {
      if (walk.rest.trim() !== "" || walk.state !== "content" || walk.open.length > 0 || walk.root === null)
        throw malformed(walk);
    },
  };
}

/** A tag with 200 attributes fits many times over. */
const LONGEST_TAG = 64 * 1024;

function otherPart({ part }: Walk): Refused {
  return refused("workbook/damaged", { detail: `部件 ${part} 的内容与它的用途不符` });
}

function malformed({ part }: Walk): Refused {
  return refused("workbook/damaged", { detail: `部件 ${part} 的XML有误` });
}

function passOver(walk: Walk, at: number, mark: string): number | null {
  const end = walk.rest.indexOf(mark, at);
  if (end >= 0) walk.state = "content";
  // The mark may be cut in two between pieces.
  const stop = end < 0 ? Math.max(at, walk.rest.length - mark.length + 1) : end + mark.length;
  return stop > at ? stop : null;
}

/** Where the text so far can be cut without cutting a reference or a line end in two. */
function soundEnd(rest: string, at: number): number {
  const end = rest.endsWith("\r") ? rest.length - 1 : rest.length;
  const reference = rest.lastIndexOf("&", end);
  const open = reference >= at && end - reference < LONGEST_REFERENCE && !rest.includes(";", reference);
  return open ? reference : end;
}

const LONGEST_REFERENCE = "&#x0010FFFF;".length;

function handText(walk: Walk, text: string): void {
  if (walk.open.length > 0) walk.handler.text?.(text);
  else if (text.trim() !== "" && text !== "\ufeff") throw malformed(walk);
}

const OPENINGS: readonly { mark: string; state: keyof typeof STATES }[] = [
  { mark: "<!--", state: "comment" },
  { mark: "<![CDATA[", state: "cdata" },
  { mark: "<?", state: "instruction" },
];
const LONGEST_MARK = "<![CDATA[".length;

/** A tag, or what begins like one. `moved`: text before it was handed on and must not be again. */
function markup(walk: Walk, at: number, moved: boolean): number | null {
  const { rest } = walk;
  const sign = rest[at + 1];
  const opening =
    sign === "!" || sign === "?" ? OPENINGS.find(({ mark }) => rest.startsWith(mark, at)) : undefined;
  if (opening !== undefined) {
    walk.state = opening.state;
    return at + opening.mark.length;
  }
  if (sign === "!" && rest.length - at >= LONGEST_MARK) {
    throw refused("workbook/damaged", { detail: "含有不应出现的DTD定义" });
  }
  return tag(walk, at) ?? (moved ? at : null);
}

const NAME = String.raw`[^\s"'<>/=&]+`;
/** A whole tag: its slash in front, its name, its attributes, its slash behind. */
const TAG = new RegExp(`<(/?)(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, "uy");

function tag(walk: Walk, at: number): number | null {
  const name = walk.open.at(-1) ?? "";
  const end = at + 2 + name.length;
  // Half of all tags are such, and need no expression.
  if (walk.rest[at + 1] === "/" && walk.rest[end] === ">" && walk.rest.startsWith(name, at + 2)) {
    closeElement(walk);
    return end + 1;
  }
  TAG.lastIndex = at;
  const found = TAG.exec(walk.rest);
  if (found === null) return null;
  const [whole, closing, opened = "", attributes = "", empty] = found;
  if (closing !== "") {
    if (attributes !== "" || empty !== "" || name !== opened) throw malformed(walk);
    closeElement(walk);
  } else {
    openElement(walk, opened, attributes);
    if (empty !== "") closeElement(walk);
  }
  return at + whole.length;
}

function openElement(walk: Walk, name: string, attributes: string): void {
  if (walk.open.length === 0 && walk.root !== null) throw malformed(walk);
  if (walk.open.push(name) > LIMITS.xmlDepth) throw refused("workbook/damaged", { detail: "XML嵌套过深" });
  const { own, namespace } = attributesIn(walk, attributes);
  walk.archive.countElement(own.size);
  walk.root ??= { prefix: prefixOf(name), namespace };
  if (walk.foreignFrom === 0 && namespace !== undefined && namespace !== walk.root.namespace) {
    walk.foreignFrom = walk.open.length;
  }
  const known = heard(walk, name);
  if (walk.open.length === 1 && known !== (walk.handler.root ?? known)) throw otherPart(walk);
  walk.handler.open(known, own);
}

function closeElement(walk: Walk): void {
  const name = walk.open.at(-1) ?? "";
  walk.handler.close?.(heard(walk, name));
  if (walk.open.length === walk.foreignFrom) walk.foreignFrom = 0;
  walk.open.pop();
}

/** The name a handler hears: the local one in the root's vocabulary, one that it does not know in others. */
function heard({ root, foreignFrom }: Walk, name: string): string {
  if (foreignFrom > 0) return `:${name}`;
  const prefix = root?.prefix ?? "";
  return prefix === "" || !name.startsWith(prefix) ? name : name.slice(prefix.length);
}

/** "x:" of "x:row". */
function prefixOf(name: string): string {
  return name.slice(0, name.indexOf(":") + 1);
}

/** The attributes of a tag that `TAG` found sound, and the namespace it declares for elements without a prefix. */
function attributesIn(walk: Walk, text: string): { own: Attributes; namespace: string | undefined } {
  const written = new Map<string, string>();
  for (let at = 0, sign = text.indexOf("="); sign >= 0; sign = text.indexOf("=", at)) {
    const name = text.slice(at, sign).trim();
    const begin = quoteFrom(text, sign + 1);
    const end = text.indexOf(text.charAt(begin), begin + 1);
    at = end + 1;
    if (written.has(name)) throw malformed(walk);
    written.set(name, attributeValue(walk, text.slice(begin + 1, end)));
    if (written.size > LIMITS.xmlAttributes) throw refused("workbook/damaged", { detail: "XML属性过多" });
  }
  // Of a cell's tag no name is of another vocabulary.
  if (!/:|xmlns/u.test(text)) return { own: written, namespace: undefined };
  return { own: localNames(written), namespace: written.get("xmlns") };
}

/** Between the sign and its value stands white space at most. */
function quoteFrom(text: string, from: number): number {
  let at = from;
  while (text[at] !== '"' && text[at] !== "'") at += 1;
  return at;
}

/** By the local name; one without a prefix goes before any that has one. */
function localNames(written: ReadonlyMap<string, string>): Attributes {
  const own = new Map<string, string>();
  for (const [name, value] of written) {
    const local = name.slice(name.indexOf(":") + 1);
    const isDeclaration = name === "xmlns" || name.startsWith("xmlns:");
    if (!isDeclaration && (local === name || !written.has(local))) own.set(local, value);
  }
  return own;
}

function attributeValue(walk: Walk, text: string): string {
  return SPECIAL.test(text) ? decodeText(walk, text).replace(/[\t\n]/gu, " ") : text;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Whatever in a text is not meant as it stands. */
const SPECIAL = /[\0-\x1f&\ufffe\uffff]/u;

function decodeText(walk: Walk, text: string): string {
  if (!SPECIAL.test(text)) return text;
  const plain = plainCharacters(walk, text);
  if (!plain.includes("&")) return plain;
  return plain.replace(/&([^;&]{0,10});?/gu, (whole, name: string) => {
    const character = whole.endsWith(";") ? (ENTITIES.get(name) ?? numbered(name)) : null;
    if (character === null) throw malformed(walk);
    return character;
  });
}

/** The character of "#65" or "#x41"; null for what XML does not allow. */
function numbered(name: string): string | null {
  const code = /^#\d+$/u.test(name)
    ? Number(name.slice(1))
    : /^#x[\da-f]+$/iu.test(name)
      ? parseInt(name.slice(2), 16)
      : -1;
  if (code < 0 || code > 0x10ffff) return null;
  const character = String.fromCodePoint(code);
  return NO_CHARACTER.test(character) || /\p{Cs}/u.test(character) ? null : character;
}

/** What XML 1.0 holds in no way, not even by number. */
const NO_CHARACTER = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/u;

function plainCharacters(walk: Walk, text: string): string {
  if (NO_CHARACTER.test(text)) throw malformed(walk);
  return text.includes("\r") ? text.replace(/\r\n?/gu, "\n") : text;
}

/** The text of a part, decoded piece by piece: UTF-8, or UTF-16 where its mark says so. */
function partText(part: string): { decode(chunk?: Buffer): string } {
  let decoder: TextDecoder | null = null;
  return {
    decode(chunk) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      try {
        return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
      } catch {
        throw refused("workbook/damaged", { detail: `部件 ${part} 的文字编码有误` });
      }
    },
  };
}

function encodingOf(start: Buffer | undefined): string {
  if (start?.[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  return start?.[0] === 0xfe && start[1] === 0xff ? "utf-16be" : "utf-8";
}
