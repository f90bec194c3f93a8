import {
  cellAddress,
  columnLetters,
  parseAddress,
  parseRange,
  type Position,
} from "../../../workbook/address.js";
import type { Formula, Merge } from "../../../workbook/sheet.js";

/** Where a formula's figure comes from, as far as its text tells. */
export interface FormulaSaid {
  /** As it stands in the cell: D5, of a formula that E2 shares with it as D2. */
  text: string;
  /**
   * foretold: carried on from other figures by a trend; copied: nothing but another cell's figure, rounded at most;
   * summed: added up or counted on; derived: any other sum.
   */
  way: "foretold" | "copied" | "summed" | "derived";
  /** The cells of the same sheet it is made of. */
  from: readonly Merge[];
}

/** What the formula of the cell `at` says; null where it looks elsewhere, or names no cell. */
export function formulaSaid(formula: Formula, at: Position, sheet: string): FormulaSaid | null {
  const text = moved(formula, at);
  const bare = text.replace(/"[^"]*"/gu, '""').replace(/\s/gu, "");
  if (FORETELLS.test(bare.replace(/'[^']*'/gu, ""))) return { text, way: "foretold", from: [] };
  if (text.endsWith(CUT) || LOOKS_UP.test(bare)) return null;
  const references = [...bare.matchAll(REFERENCE)];
  const isElsewhere = references.some(({ groups }) => !isOwn(groups?.["sheet"], sheet));
  const rest = bare.replace(REFERENCE, (whole) => (whole.includes(":") ? CELLS : CELL));
  // Names of ranges and of columns of tables: nobody here knows where they lie.
  if (references.length === 0 || isElsewhere || STRANGE.test(rest)) return null;
  const from = references.flatMap(({ groups }) => parseRange(groups?.["cells"] ?? "") ?? []);
  return { text, way: wayOf(rest), from };
}

/** Behind what is left of a formula too long to be kept. */
const CUT = "…";

const FORETELLS =
  /(?<![\w.])(?:_xlfn\.)?(?:FORECAST(?:\.\w+)*|TREND|GROWTH|LINEST|LOGEST|RAND|RANDBETWEEN|RANDARRAY)\(/iu;
const LOOKS_UP =
  /(?<![\w.])(?:_xlfn\.)?(?:[VHX]?LOOKUP|INDEX|MATCH|XMATCH|INDIRECT|OFFSET|CHOOSE|FILTER|(?:SUM|COUNT|AVERAGE)IFS?|SUMPRODUCT)\(/iu;

const ONE = String.raw`\$?[A-Z]{1,3}\$?[1-9]\d{0,6}`;
/** D2, $D$2, B2:E2, 汇总!D2, '2024 年'!D2; not LOG10( and no part of a name. */
const REFERENCE = new RegExp(
  String.raw`(?<![\w.$!:\p{L}])(?:(?<sheet>'(?:[^']|'')+'|[^\s'!()+\-*/^&=<>,;:"%{}]+)!)?(?<cells>${ONE}(?::${ONE})?)(?![\w.(!:\[\p{L}])`,
  "giu",
);
const CELL = "#";
const CELLS = "@";

/** Letters that are no function's, and brackets of tables. */
const STRANGE = /[[\]!]|[\p{L}_][\w.\p{L}]*(?![\w.(\p{L}])/u;

function isOwn(written: string | undefined, sheet: string): boolean {
  const name = written?.replace(/^'|'$/gu, "").replaceAll("''", "'");
  return name === undefined || name === sheet.replace(/\s/gu, "");
}

/** Around a cell's figure they leave it as it is. */
const AS_IT_IS: readonly RegExp[] = [/^\+(?=#)/u, /(?<=#)(?:[*/]1|\+0|&"")$/u, /^1\*(?=#$)/u];
const WRAPPED = /^(?:(?:ROUND|ROUNDUP|ROUNDDOWN|VALUE|N|TEXT|SUM|AVERAGE|MAX|MIN)?\()(#)(?:,[^(),#]*)?\)$/iu;

function wayOf(rest: string): FormulaSaid["way"] {
  let bare = rest;
  for (let before = ""; before !== bare;) {
    before = bare;
    bare = AS_IT_IS.reduce((text, each) => text.replace(each, ""), bare).replace(WRAPPED, "$1");
  }
  if (bare === CELL) return "copied";
  return /^[-+#@\d.(),]*$/u.test(bare.replace(/SUM\(|ROUND\(/giu, "(")) ? "summed" : "derived";
}

/** A formula that several cells share is written for the first. */
function moved({ text, row, column }: Formula, at: Position): string {
  if (at.row === row && at.column === column) return text;
  const by = { row: at.row - row, column: at.column - column };
  return text.replace(REFERENCE, (whole, ...found) => {
    const { cells } = found.at(-1) as { cells: string };
    const there = cells.split(":").map((each) => movedAddress(each, by));
    return whole.slice(0, whole.length - cells.length) + there.join(":");
  });
}

function movedAddress(written: string, by: Position): string {
  const at = parseAddress(written);
  if (at === null) return written;
  const [, fixedColumn = "", fixedRow = ""] = /^(\$?)[A-Z]+(\$?)/iu.exec(written) ?? [];
  const row = fixedRow === "" ? at.row + by.row : at.row;
  const column = fixedColumn === "" ? at.column + by.column : at.column;
  if (fixedColumn === "" && fixedRow === "") return cellAddress(row, column);
  return `${fixedColumn}${columnLetters(column)}${fixedRow}${row}`;
}
