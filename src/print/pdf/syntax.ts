/**
 * The values a PDF is written in (ISO 32000-1, 7.3), as far as Chromium's writer uses them. Names carry
 * their class so that /Page and (Page) stay apart; strings are bytes.
 */
export type PdfValue = null | boolean | number | Buffer | PdfName | PdfRef | PdfValue[] | PdfDictionary;
export type PdfDictionary = Map<string, PdfValue>;

export class PdfName {
  constructor(readonly name: string) {}
}

/** "12 0 R": the object with number 12. */
export class PdfRef {
  constructor(readonly object: number) {}
}

/** One piece at a time; the alternatives are tried in this order. */
const TOKEN =
  /\s*(?:(?<open><<|\[)|(?<close>>>|\])|\/(?<name>[^\s/<>[\](){}%]*)|<(?<hex>[\da-fA-F\s]*)>|(?<text>\()|(?<ref>\d+)\s+\d+\s+R\b|(?<number>[+-]?(?:\d+\.?\d*|\.\d+))|(?<word>true|false|null)\b)/y;

/** Reads the value that starts at `at` in `source` (one character per byte). */
export function parseValue(source: string, at: number): PdfValue {
  return new Reader(source, at).value();
}

class Reader {
  constructor(
    private readonly source: string,
    private at: number,
  ) {}

  value(): PdfValue {
    const read = this.next();
    if (read === CLOSE) throw new Error(`unexpected end of a list in a PDF at ${this.at}`);
    return read;
  }

  private next(): PdfValue | typeof CLOSE {
    TOKEN.lastIndex = this.at;
    const match = TOKEN.exec(this.source);
    if (match === null)
      throw new Error(`unreadable PDF at ${this.at}: ${this.source.slice(this.at, this.at + 20)}`);
    this.at = TOKEN.lastIndex;
    const { open, close, name, hex, text, ref, number, word } = match.groups ?? {};
    if (open !== undefined) return open === "[" ? this.list() : dictionary(this.list());
    if (close !== undefined) return CLOSE;
    if (name !== undefined) return new PdfName(decodeName(name));
    if (hex !== undefined) return Buffer.from(hex.replace(/\s/g, "").replace(/^((?:..)*.)$/, "$10"), "hex");
    if (text !== undefined) return this.text();
    if (ref !== undefined) return new PdfRef(Number(ref));
    if (number !== undefined) return Number(number);
    return word === "null" ? null : word === "true";
  }

  private list(): PdfValue[] {
    const items: PdfValue[] = [];
    for (let item = this.next(); item !== CLOSE; item = this.next()) items.push(item);
    return items;
  }

  /** The rest of a (literal string): brackets nest, a backslash escapes. */
  private text(): Buffer {
    const start = this.at;
    for (let depth = 1; depth > 0; this.at += 1) {
      const character = this.source[this.at];
      if (character === undefined) throw new Error("a string in a PDF does not end");
      if (character === "\\") this.at += 1;
      else if (character === "(") depth += 1;
      else if (character === ")") depth -= 1;
    }
    return Buffer.from(unescape(this.source.slice(start, this.at - 1)), "latin1");
  }
}

const CLOSE = Symbol("end of a list");

function dictionary(items: readonly PdfValue[]): PdfDictionary {
  const entries: PdfDictionary = new Map();
  for (let index = 0; index + 1 < items.length; index += 2) {
    const key = items[index];
    if (!(key instanceof PdfName)) throw new Error("a dictionary in a PDF has a key that is no name");
    entries.set(key.name, items[index + 1] ?? null);
  }
  return entries;
}

/** Names are UTF-8 with #xx for what is no plain character. */
function decodeName(raw: string): string {
  const bytes = raw.replace(/#([\da-fA-F]{2})/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}

const ESCAPES = new Map(
  [..."nrtbf\n"].map((letter, index) => [letter, ["\n", "\r", "\t", "\b", "\f", ""][index] ?? ""]),
);

function unescape(raw: string): string {
  return raw.replace(/\\(?:([0-7]{1,3})|([^]))/g, (_, octal: string | undefined, other: string) =>
    octal === undefined ? (ESCAPES.get(other) ?? other) : String.fromCharCode(parseInt(octal, 8) & 255),
  );
}

/** A text string (ISO 32000-1, 7.9.2): UTF-16 behind a byte order mark, else close enough to Latin-1. */
export function textOf(value: PdfValue | undefined): string {
  if (!Buffer.isBuffer(value)) return "";
  if (value[0] !== 0xfe || value[1] !== 0xff) return value.toString("latin1");
  return Buffer.from(value.subarray(2)).swap16().toString("utf16le");
}

/** A text string to write. */
export function textString(text: string): string {
  return `<FEFF${Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase()}>`;
}
