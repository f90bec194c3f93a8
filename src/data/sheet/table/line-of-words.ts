import type { Cell } from "../../../workbook/sheet.js";
import type { Grid } from "../grid.js";
import { isDashed, isNumbered, tightText } from "../normalise.js";
import type { Table } from "./table.js";

/** What a row of words says of the rows beneath it. */
export interface LineOfWords {
  /** The cell that says it. */
  cell: Cell;
  /** In tight text, with its number as it stands before it or in a cell of its own: 二、全市情况. */
  text: string;
  /** Nothing else stands in the row: no number, no unit and no dash. */
  isAlone: boolean;
  /** Dashes stand in columns of figures: then it may be a row that reports nothing. */
  isDashed: boolean;
}

/** 二, (二) and Ⅱ number the parts of a table, 2 its rows as well. */
const PART_NUMBER = /^(?:[(【]?[一二三四五六七八九十]{1,3}[)】]?|[ⅰ-ⅹⅠ-Ⅻ]|[IVX]{1,4})[、.:]?$/iu;
const ROW_NUMBER = /^[([]?\d{1,2}[)\]]?[、.]?$/u;

/** The one thing a row without figures says, its number, its unit and dashes aside; null where it says more, or nothing. */
export function lineOfWords(grid: Grid, { columns, from, to }: Table, row: number): LineOfWords | null {
  const own = grid.own(row).filter(({ column }) => column >= from && column <= to);
  const [first, second] = own;
  if (first === undefined) return null;
  if (second === undefined) {
    const text = tightText(first.display);
    return first.content.type === "text" ? { cell: first, text, isAlone: true, isDashed: false } : null;
  }
  const unitColumns = new Set(
    columns.filter(({ heading: { role } }) => role === "unit").map(({ column }) => column),
  );
  const figures = new Set(columns.filter(({ heading }) => heading.figures).map(({ column }) => column));
  const said = own.filter(({ column, display }) => !unitColumns.has(column) && !isDashed(tightText(display)));
  const [number, words, ...more] = said.length > 1 ? said : [undefined, ...said];
  if (words === undefined || more.length > 0 || words.content.type !== "text" || figures.has(words.column))
    return null;
  const ordinal = tightText(number?.display ?? "");
  const isPart = PART_NUMBER.test(ordinal);
  if (number !== undefined && !isPart && !ROW_NUMBER.test(ordinal)) return null;
  const dashed = own.some(({ column, display }) => figures.has(column) && isDashed(tightText(display)));
  const text = tightText(words.display);
  return {
    cell: words,
    text: isPart && !isNumbered(text) ? `${PLAIN_NUMBER}${text}` : text,
    isAlone: false,
    isDashed: dashed,
  };
}

/** Which part it is says nothing; that it is one does. */
const PLAIN_NUMBER = "一、";
