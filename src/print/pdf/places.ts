import { follow, resolve, type PdfFile } from "./file.js";
import { PdfName, PdfRef, textOf, type PdfValue } from "./syntax.js";

/** A bookmark: its title and the sheet it leads to, counted from 1. */
export interface Bookmark {
  title: string;
  sheet: number;
}

/** Where a link target stands: its sheet, counted from 1, and how many points its top is below the sheet's upper edge. */
export interface Place {
  sheet: number;
  depth: number;
}

/** The places of link targets, by their ids. */
export type Places = ReadonlyMap<string, Place>;

const POINTS_PER_MM = 72 / 25.4;

export function pointsOf(millimetres: number): number {
  return millimetres * POINTS_PER_MM;
}

/** The place of every link target of the document. */
export function targetPlaces(pdf: PdfFile): Places {
  const sheets = sheetNumbers(pdf);
  const targets = follow(pdf, pdf.trailer, "Root", "Dests");
  const found = new Map<string, Place>();
  if (!(targets instanceof Map)) return found;
  const heights: Heights = new Map();
  for (const [id, destination] of targets) {
    const sheet = sheetOf(pdf, destination, sheets);
    found.set(unescapeId(id), { sheet, depth: depthOf(pdf, destination, heights) });
  }
  return found;
}

/** Of pages that were looked at, by the number of their object; 0 where a page does not say. */
type Heights = Map<number, number>;

/** A destination is a list [page /XYZ left top zoom]; its lengths are counted from the lower edge of the page. */
function depthOf(pdf: PdfFile, destination: PdfValue | undefined, heights: Heights): number {
  const list = resolve(pdf, destination);
  const [page, , , top] = Array.isArray(list) ? list : [];
  if (!(page instanceof PdfRef)) return 0;
  const height = heights.get(page.object) ?? heightOf(pdf, page);
  heights.set(page.object, height);
  return height === 0 ? 0 : height - Number(top);
}

function heightOf(pdf: PdfFile, page: PdfRef): number {
  const box = follow(pdf, page, "MediaBox");
  return Array.isArray(box) ? Number(box[3]) : 0;
}

/** The sheet of every link target, by its id. */
export function targetSheets(pdf: PdfFile): Map<string, number> {
  return new Map([...targetPlaces(pdf)].map(([id, { sheet }]) => [id, sheet]));
}

/** Ids stand in the PDF as they do in an address: percent-encoded where they are not ASCII. */
function unescapeId(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch (error) {
    // A per cent sign of its own.
    if (error instanceof URIError) return id;
    throw error;
  }
}

/** All bookmarks in reading order. */
export function bookmarks(pdf: PdfFile): Bookmark[] {
  const sheets = sheetNumbers(pdf);
  const found: Bookmark[] = [];
  const walk = (first: PdfValue): void => {
    for (let item = first; item instanceof Map; item = resolve(pdf, item.get("Next"))) {
      found.push({
        title: textOf(resolve(pdf, item.get("Title"))),
        sheet: sheetOf(pdf, item.get("Dest"), sheets),
      });
      walk(resolve(pdf, item.get("First")));
    }
  };
  walk(follow(pdf, pdf.trailer, "Root", "Outlines", "First"));
  return found;
}

/** Sheet numbers by the number of the page's object. */
function sheetNumbers(pdf: PdfFile): Map<number, number> {
  const sheets = new Map<number, number>();
  const walk = (node: PdfValue): void => {
    const page = resolve(pdf, node);
    const kids = page instanceof Map ? resolve(pdf, page.get("Kids")) : null;
    if (Array.isArray(kids)) kids.forEach(walk);
    else if (node instanceof PdfRef && isPage(page)) sheets.set(node.object, sheets.size + 1);
  };
  const root = resolve(pdf, pdf.trailer.get("Root"));
  walk(root instanceof Map ? (root.get("Pages") ?? null) : null);
  return sheets;
}

function isPage(value: PdfValue): boolean {
  const type = value instanceof Map ? value.get("Type") : null;
  return type instanceof PdfName && type.name === "Page";
}

/** A destination is a list that begins with its page. */
function sheetOf(
  pdf: PdfFile,
  destination: PdfValue | undefined,
  sheets: ReadonlyMap<number, number>,
): number {
  const list = resolve(pdf, destination);
  const page = Array.isArray(list) ? list[0] : null;
  const sheet = page instanceof PdfRef ? sheets.get(page.object) : undefined;
  if (sheet === undefined) throw new Error("a destination in the printed PDF leads to no page");
  return sheet;
}
