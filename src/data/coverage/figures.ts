import type { Cell, Sheet } from "../../workbook/sheet.js";

const DIGIT = /\p{Nd}/u;

/** Whether a text counts as a figure. */
export function hasDigit(text: string): boolean {
  return DIGIT.test(text);
}

/** Whether a cell counts as a figure: a number, a date, or a text with a digit in it. */
export function isFigure({ content, struck }: Cell): boolean {
  switch (content.type) {
    case "number":
    case "date":
      return true;
    case "text":
      return DIGIT.test(content.text) || (struck !== null && DIGIT.test(struck.text));
    case "boolean":
    case "error":
    case "uncalculated":
      return false;
  }
}

/** Every figure on a sheet, also those that its rows leave out. */
export function figuresOn({ rows, leftOut }: Sheet): Cell[] {
  return [...figuresInRows(rows), ...leftOut.map(({ cell }) => cell).filter(isFigure)];
}

/** The figures in its rows, a quarter of a million at most. */
export function figuresInRows(rows: Sheet["rows"]): Cell[] {
  const figures: Cell[] = [];
  for (const { cells } of rows) for (const cell of cells) if (isFigure(cell)) figures.push(cell);
  return figures;
}

/** A text that is a figure and little else: 94.12%, 约95, 23个, 1：1.6; not 2020年未单独测算. */
export function isBareFigure({ content }: Cell): boolean {
  if (content.type === "number" || content.type === "date") return true;
  if (content.type !== "text" || !DIGIT.test(content.text)) return false;
  const words = content.text.normalize("NFKC").replace(/[\p{P}\p{S}\p{Nd}\s]/gu, "");
  return [...words].length <= MOST_WORDS;
}

/** 约, 以上, 万人: more characters than this beside the digits tell something. */
const MOST_WORDS = 3;
