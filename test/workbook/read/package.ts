import { zip, type ZipEntry } from "./zip.js";

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

const STRINGS: Relation = ["rId3", "sharedStrings", "sharedStrings.xml"];

export type Relation = readonly [id: string, type: string, target: string];

export interface PackageOptions {
  /** What stands in the one sheet's <worksheet>. */
  sheet?: string;
  /** What stands in <sst>; null for a workbook without shared strings. */
  strings?: string | null;
  /** What stands in <styleSheet>. */
  styles?: string;
  /** What stands in <workbook> before the sheets. */
  workbook?: string;
  sheets?: string;
  /** What the workbook part is related to; by default a sheet, styles and shared strings. */
  relations?: readonly Relation[];
  /** Entries that replace or join the ordinary ones. */
  entries?: readonly ZipEntry[];
}

/** An .xlsx put together by hand: what no program would write can be written here. */
export function xlsx(options: PackageOptions = {}): Buffer {
  return zip(packageEntries(options));
}

export function packageEntries({
  sheet = "",
  strings = null,
  styles = "",
  workbook = "",
  sheets = '<sheet name="数据" sheetId="1" r:id="rId1"/>',
  relations: related = [
    ["rId1", "worksheet", "worksheets/sheet1.xml"],
    ["rId2", "styles", "styles.xml"],
    ...(strings === null ? [] : [STRINGS]),
  ],
  entries = [],
}: PackageOptions): ZipEntry[] {
  const ordinary: ZipEntry[] = [
    { name: "_rels/.rels", data: relations([["rId1", "officeDocument", "xl/workbook.xml"]]) },
    {
      name: "xl/workbook.xml",
      data: `<workbook ${MAIN} xmlns:r="${DOCUMENT}">${workbook}<sheets>${sheets}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: relations(related),
    },
    { name: "xl/styles.xml", data: `<styleSheet ${MAIN}>${styles}</styleSheet>` },
    { name: "xl/worksheets/sheet1.xml", data: `<worksheet ${MAIN}>${sheet}</worksheet>` },
  ];
  if (strings !== null)
    ordinary.push({ name: "xl/sharedStrings.xml", data: `<sst ${MAIN}>${strings}</sst>` });
  const replaced = new Set(entries.map((entry) => entry.name));
  return [...ordinary.filter((entry) => !replaced.has(entry.name)), ...entries];
}

function relations(list: readonly Relation[]): string {
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}">${items.join("")}</Relationships>`;
}

/** A workbook of so many sheets 表0, 表1 …, each in a part of its own and with these attributes. */
export function sheetsOf(count: number, attributes: (at: number) => string = () => ""): PackageOptions {
  const numbers = Array.from({ length: count }, (_, at) => at);
  const sheet = (at: number) => `<sheet name="表${at}" sheetId="${at + 1}" r:id="s${at}"${attributes(at)}/>`;
  return {
    sheets: numbers.map(sheet).join(""),
    relations: numbers.map((at): Relation => [`s${at}`, "worksheet", `worksheets/${at}.xml`]),
    entries: numbers.map((at) => ({ name: `xl/worksheets/${at}.xml`, data: `<worksheet ${MAIN}/>` })),
  };
}

/** Cells of one row inside <sheetData>. */
export function rowOf(cells: string, row = 1): string {
  return `<sheetData><row r="${String(row)}">${cells}</row></sheetData>`;
}
