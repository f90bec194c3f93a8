import { parseRange } from "../address.js";
import type { Archive } from "./archive.js";
import { cellReader, isTrue } from "./cell-reader.js";
import type { WorkbookContext } from "./content.js";
import type { SheetGatherer } from "./rows.js";
import { readXml, type Attributes, type XmlHandler } from "./xml.js";

/** Reads one worksheet part into `sheet`. */
export async function readWorksheet(
  archive: Archive,
  part: string,
  context: WorkbookContext,
  sheet: SheetGatherer,
): Promise<void> {
  const reader = cellReader(context, sheet);
  const handler: XmlHandler = {
    root: "worksheet",
    open(name, attributes) {
      const around = AROUND.get(name);
      if (around === undefined) reader.open(name, attributes);
      else around(sheet, attributes);
    },
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  };
  await readXml(archive, part, handler, withoutEmpty);
}

/** What is said of a sheet before and behind its cells. */
const AROUND: ReadonlyMap<string, (sheet: SheetGatherer, attributes: Attributes) => void> = new Map([
  [
    "mergeCell",
    (sheet, attributes) => {
      const merge = parseRange(attributes.get("ref") ?? "");
      if (merge) sheet.merge(merge);
    },
  ],
  [
    "col",
    (sheet, attributes) => {
      const [from, to] = [attributes.get("min"), attributes.get("max")].map(Number);
      const hidden = isTrue(attributes.get("hidden")) || Number(attributes.get("width") ?? 1) === 0;
      if (hidden && from !== undefined && to !== undefined && from <= to) sheet.hideColumns({ from, to });
    },
  ],
  [
    "sheetView",
    (sheet, attributes) => {
      if (/^(?:0|false)$/u.test(attributes.get("showZeros") ?? "")) sheet.hideZeros();
    },
  ],
] as [string, (sheet: SheetGatherer, attributes: Attributes) => void][]);

/**
 * Cells and rows that have a format and nothing else: a table formatted down to row 50 000 has a
 * million of them, and parsing each would take seconds. Only where the next one says where it stands,
 * because one that does not stands after the one before it.
 */
function withoutEmpty(piece: string): string {
  return piece
    .replace(/<c r="[A-Z]{1,3}\d{1,7}"(?: s="\d+")?\/>(?=<c r="|<\/row>)/gu, "")
    .replace(/<row r="\d{1,7}"[^<>]*(?:\/>|><\/row>)(?=<row r="|<\/sheetData>)/gu, "");
}
