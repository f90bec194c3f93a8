import { cellAddress, type Position } from "../address.js";
import type { Cell, Content, Formula } from "../sheet.js";
import { seen } from "./format/shown.js";
import type { SeenText } from "./strings.js";
import { NO_STYLE, type CellStyle } from "./styles.js";

/** A cell as it goes to those who decide what it means. */
export function finishedCell(
  { row, column }: Position,
  { content, struck }: { content: Content; struck: SeenText["struck"] },
  { format }: CellStyle = NO_STYLE,
  formula: Formula | null = null,
): Cell {
  const { display, shown } = seen(content, format);
  // Of anything but a text all is struck out or nothing.
  const seenStruck = struck !== null && content.type !== "text" ? { ...struck, text: display } : struck;
  return {
    address: cellAddress(row, column),
    row,
    column,
    content,
    formula,
    display,
    shown,
    struck: seenStruck,
  };
}
