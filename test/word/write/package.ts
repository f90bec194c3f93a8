import { openArchive } from "../../../src/workbook/read/archive.js";
import { sha256 } from "../../../src/files/digest.js";
import { readXml } from "../../../src/workbook/read/xml.js";
import type { ReportModel } from "../../../src/report/model.js";
import { writeWord, type WordExtras } from "../../../src/word/write/write.js";

const EXTRAS: WordExtras = {
  id: "women-2025-annual",
  hash: "ab12",
  date: "2026-05-20",
  pages: {},
  pictures: {},
  redHead: [],
};

/** A report as Word bytes; the extras a test is about replace the plain ones. */
export function written(model: ReportModel, extras: Partial<WordExtras> = {}): Promise<Uint8Array> {
  return writeWord(model, { ...EXTRAS, ...extras });
}

/** The text of a part of a Word file. */
export async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  const archive = await openArchive(Buffer.from(bytes));
  const chunks: Buffer[] = [];
  await archive.read(name, (chunk) => void chunks.push(Buffer.from(chunk)));
  return Buffer.concat(chunks).toString("utf8");
}

/** How many elements a part has; rejects where it is not well-formed. */
export async function elementsOf(bytes: Uint8Array, name: string): Promise<number> {
  let count = 0;
  await readXml(await openArchive(Buffer.from(bytes)), name, { open: () => void (count += 1) });
  return count;
}

/** A report as Word bytes for tests that only look at it: equal ones are written once. */
export function looked(model: ReportModel, extras: Partial<WordExtras> = {}): Promise<Uint8Array> {
  const key = sha256(Buffer.from(JSON.stringify([model, extras])));
  const bytes = LOOKED.get(key) ?? written(model, extras);
  LOOKED.set(key, bytes);
  return bytes;
}

const LOOKED = new Map<string, Promise<Uint8Array>>();

/** document.xml of the report; of equal reports the same one, which is unpacked once. */
export async function bodyOf(model: ReportModel, extras: Partial<WordExtras> = {}): Promise<string> {
  const bytes = await looked(model, extras);
  const body = BODIES.get(bytes) ?? partOf(bytes, "word/document.xml");
  BODIES.set(bytes, body);
  return body;
}

const BODIES = new Map<Uint8Array, Promise<string>>();

/** What the pattern's first group says, everywhere it is found. */
export function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, said = ""]) => said);
}

/** The text of a piece of WordprocessingML. */
export function textOf(xml: string): string {
  return all(xml, /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu).join("");
}

/** How many pictures a Word file shows: as SVG, as bitmaps that are more than a dot, and described in words. */
export async function picturesOf(
  bytes: Uint8Array,
): Promise<{ svg: number; png: number; described: number }> {
  const body = await partOf(bytes, "word/document.xml");
  const relations = await partOf(bytes, "word/_rels/document.xml.rels");
  const named = (pattern: RegExp): string[] => all(body, pattern);
  const target = (id: string): string =>
    new RegExp(`Id="${id}"[^>]*Target="([^"]*)"|Target="([^"]*)"[^>]*Id="${id}"`, "u")
      .exec(relations)
      ?.slice(1)
      .join("") ?? "";
  const bitmaps = await Promise.all(
    named(/<a:blip r:embed="([^"]*)"/gu).map((id) => partOf(bytes, `word/${target(id)}`)),
  );
  return {
    svg: named(/<asvg:svgBlip [^>]*r:embed="([^"]*)"/gu).length,
    png: bitmaps.filter((bitmap) => bitmap.length > 1000).length,
    described: named(/<wp:docPr [^>]*descr="([^"]+)"/gu).length,
  };
}
