import { createHash } from "node:crypto";
import { parseValue, PdfRef, type PdfDictionary, type PdfValue } from "./syntax.js";

/**
 * A PDF as Chromium writes it: one revision, a plain cross-reference table, objects in the clear. A
 * general PDF library reads and writes every object to change five of them, and takes longer for that
 * than the browser takes to print; here objects are looked up, and new ones go to the end.
 */
export interface PdfFile {
  /** The file, one character per byte. */
  source: string;
  /** Where each object starts, by number; 0 for free ones. */
  offsets: readonly number[];
  trailer: PdfDictionary;
  /** Where the cross-reference table starts: the end of the objects. */
  end: number;
}

/** Finds the objects of a PDF that was just printed. Throws on one of another make. */
export function readPdf(bytes: Uint8Array): PdfFile {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const end = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(source.slice(-64))?.[1]);
  const table = /xref\s+0 (\d+)\s*\n/y;
  table.lastIndex = end;
  const match = table.exec(source);
  if (match === null) throw new Error("the printed PDF has no plain cross-reference table");
  const count = Number(match[1]);
  const offsets: number[] = [];
  // ISO 32000-1, 7.5.4: twenty bytes an entry, ten of them digits, then n or f.
  for (let at = table.lastIndex; offsets.length < count; at += 20) {
    offsets.push(source[at + 17] === "n" ? Number(source.slice(at, at + 10)) : 0);
  }
  const trailer = source.indexOf("trailer", end);
  return { source, offsets, end, trailer: parseValue(source, trailer + "trailer".length) as PdfDictionary };
}

/** The value behind a reference, or the value itself. */
export function resolve(pdf: PdfFile, value: PdfValue | undefined): PdfValue {
  if (!(value instanceof PdfRef)) return value ?? null;
  return parseValue(pdf.source, bodyStart(pdf, value.object));
}

/** Follows `keys` from the dictionary `from`; null where the way ends. */
export function follow(pdf: PdfFile, from: PdfValue, ...keys: readonly string[]): PdfValue {
  return keys.reduce<PdfValue>(
    (value, key) => {
      return value instanceof Map ? resolve(pdf, value.get(key)) : null;
    },
    resolve(pdf, from),
  );
}

function bodyStart(pdf: PdfFile, object: number): number {
  const header = /\s*\d+ \d+ obj/y;
  header.lastIndex = pdf.offsets[object] ?? 0;
  if (!header.test(pdf.source)) throw new Error(`object ${object} is not where the printed PDF says`);
  return header.lastIndex;
}

/** The text of an object between "obj" and "endobj". */
export function objectText(pdf: PdfFile, object: number): string {
  const start = bodyStart(pdf, object);
  return pdf.source.slice(start, pdf.source.indexOf("endobj", start)).trim();
}

/**
 * The bytes of `pdf` with objects replaced or added by number, and with `trailer` as its trailer entries.
 * The replaced ones leave blanks behind, so that nothing of them (the clock's time) stays in the file.
 */
export function writePdf(pdf: PdfFile, objects: ReadonlyMap<number, string>, trailer: string): Buffer {
  const offsets = [...pdf.offsets];
  let body = pdf.source.slice(0, pdf.end);
  for (const [number, text] of objects) {
    body = blankOut(body, pdf.offsets[number]);
    offsets[number] = body.length;
    body += `${number} 0 obj\n${text}\nendobj\n`;
  }
  const bytes = Buffer.from(body, "latin1");
  const tail = `trailer\n<</Size ${offsets.length}\n${trailer}\n/ID ${identifier(bytes)}>>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(crossReferences(offsets) + tail, "latin1")]);
}

function blankOut(body: string, start: number | undefined): string {
  if (start === undefined) return body;
  const end = body.indexOf("endobj", start) + "endobj".length;
  return body.slice(0, start) + " ".repeat(end - start) + body.slice(end);
}

function crossReferences(offsets: readonly number[]): string {
  const rows = offsets.map((offset) =>
    offset === 0 ? "0000000000 65535 f \n" : `${String(offset).padStart(10, "0")} 00000 n \n`,
  );
  return `xref\n0 ${offsets.length}\n${rows.join("")}`;
}

/** ISO 32000-1, 14.4: made of the content alone, so that the same document is the same file. */
function identifier(body: Buffer): string {
  const id = createHash("sha256").update(body).digest("hex").slice(0, 32).toUpperCase();
  return `[<${id}> <${id}>]`;
}
