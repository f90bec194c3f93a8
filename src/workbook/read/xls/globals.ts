import { builtInFormat } from "../format/built-in.js";
import { LIMITS, refused } from "../guard.js";
import { sheetName } from "../sheet-name.js";
import type { StringItem } from "../strings.js";
import { formats, type CellStyle } from "../styles.js";
import type { Counts } from "./counts.js";
import { continuing, fieldsOf, recordsFrom, type Pieces } from "./records.js";
import { codePageTexts, fontAt, unicodeTexts, type Font, type TextReader } from "./text.js";

/** What the sheets of an old workbook share. */
export interface Globals {
  version: "BIFF5" | "BIFF8";
  date1904: boolean;
  strings: readonly StringItem[];
  styles: readonly CellStyle[];
  texts: TextReader;
  fonts: readonly Font[];
  sheets: readonly { name: string; hidden: boolean; offset: number }[];
}

interface Gathering {
  version: Globals["version"];
  date1904: boolean;
  fonts: Font[];
  codes: Map<number, string>;
  xfs: { font: number; format: number }[];
  strings: StringItem[];
  sheets: { name: string; hidden: boolean; offset: number }[];
  texts: TextReader;
  counts: Counts;
}

type Taker = (globals: Gathering, data: Buffer, pieces: Pieces) => void;

const WORKSHEET = 0;

/** What is heard of the records before the sheets ([MS-XLS] 2.3), by their numbers. */
const TAKERS: ReadonlyMap<number, Taker> = new Map<number, Taker>([
  [0x42, setCodePage],
  [0x22, (globals, data) => (globals.date1904 = fieldsOf(data).word() === 1)],
  [0x31, addFont],
  [0x41e, addFormat],
  [0xe0, addStyle],
  [0x85, addSheet],
  [0xfc, addStrings],
]);

/** The code page comes before the first text; from Excel 97 on texts are Unicode, whatever it says. */
function setCodePage(globals: Gathering, data: Buffer): void {
  if (globals.version === "BIFF5") globals.texts = codePageTexts(fieldsOf(data).word(), globals.counts);
}

const STRUCK = 0x08;
const SCRIPTS: readonly Font["script"][] = [null, "raised", "lowered"];

function addFont({ fonts }: Gathering, data: Buffer): void {
  const fields = fieldsOf(data);
  fields.skip(2);
  const struck = (fields.word() & STRUCK) !== 0;
  fields.skip(4);
  if (fonts.push({ struck, script: SCRIPTS[fields.word()] ?? null }) > LIMITS.formats) {
    throw refused("workbook/too-many", { what: "字体", limit: LIMITS.formats });
  }
}

function addFormat(globals: Gathering, data: Buffer): void {
  const fields = fieldsOf(data);
  const id = fields.word();
  globals.codes.set(id, globals.texts.plain(fields, globals.version === "BIFF8" ? 2 : 1));
}

function addStyle({ xfs }: Gathering, data: Buffer): void {
  const fields = fieldsOf(data);
  if (xfs.push({ font: fields.word(), format: fields.word() }) > LIMITS.formats) {
    throw refused("workbook/too-many", { what: "单元格格式", limit: LIMITS.formats });
  }
}

function addSheet({ sheets, texts }: Gathering, data: Buffer): void {
  const fields = fieldsOf(data);
  const offset = fields.long();
  const hidden = (fields.byte() & 3) !== 0;
  // Charts, dialogs and modules have no cells to read.
  if (fields.byte() !== WORKSHEET) return;
  if (sheets.length >= LIMITS.sheets)
    throw refused("workbook/too-many", { what: "工作表", limit: LIMITS.sheets });
  const name = sheetName(texts.plain(fields, 1));
  const same = sheets.find((other) => other.offset === offset);
  // Its figures would be read twice.
  if (same !== undefined) {
    throw refused("workbook/damaged", { detail: `与工作表“${same.name}”指向同一段内容` }, { sheet: name });
  }
  sheets.push({ name, hidden, offset });
}

function addStrings({ strings, texts }: Gathering, data: Buffer, pieces: Pieces): void {
  const fields = fieldsOf(data, pieces);
  fields.skip(4);
  for (let left = fields.long(); left > 0; left -= 1) {
    // Each is some cell's: what more there is would be read for nothing.
    if (strings.push(texts.text(fields, 2)) > LIMITS.cells)
      throw refused("workbook/too-many", { what: "文字", limit: LIMITS.cells });
  }
}

/** What Chinese Windows writes, where a file does not say. */
const CHINESE = 936;

/** Reads what stands before the sheets. Throws a refusal for versions older than Excel 5. */
export function readGlobals(stream: Buffer, counts: Counts): Globals {
  const version = versionOf(stream);
  const fonts: Font[] = [];
  const globals: Gathering = {
    ...{ version, date1904: false, fonts, codes: new Map(), xfs: [] },
    ...{ strings: [], sheets: [], counts },
    texts: version === "BIFF8" ? unicodeTexts(fonts, counts) : codePageTexts(CHINESE, counts),
  };
  for (const { type, data, end } of recordsFrom(stream, 0, counts.record)) {
    TAKERS.get(type)?.(globals, data, continuing(stream, end));
  }
  const formatOf = formats((id) => globals.codes.get(id) ?? builtInFormat(id));
  const styles = globals.xfs.map(({ font, format }) => ({
    format: formatOf(format),
    struck: fontAt(fonts, font).struck,
  }));
  const { date1904, strings, texts, sheets } = globals;
  return { version, date1904, strings, styles, texts, fonts, sheets };
}

const BOF = 0x0809;
const VERSIONS: ReadonlyMap<number, Globals["version"]> = new Map([
  [0x0500, "BIFF5"],
  [0x0600, "BIFF8"],
]);

function versionOf(stream: Buffer): Globals["version"] {
  const version =
    stream.length >= 8 && stream.readUInt16LE(0) === BOF ? VERSIONS.get(stream.readUInt16LE(4)) : undefined;
  if (version === undefined)
    throw refused("workbook/old-format", { format: "Excel 4.0及更早的格式（.xls）" });
  return version;
}
