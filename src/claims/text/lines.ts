/** A cell of a table: what it says, and which columns it stands in, from 0. */
export interface TableCell {
  text: string;
  column: number;
  /** So many columns were made one in it. */
  span: number;
}

/** A cell of a table that was typed in a text, and where in the text it begins. */
export interface TypedCell extends TableCell {
  start: number;
}

/** A longer line above a table is no title of it. */
export const LONGEST_TITLE = 60;

/** Running text, or lines of a table one below the other. */
export type Stretch =
  | { kind: "prose"; text: string; start: number }
  | { kind: "table"; title: string; rows: readonly (readonly TypedCell[])[] };

/** What parts cells; a tab before a line sets it in, and one behind it is nothing. */
const BETWEEN_CELLS = /[\t|]/u;

/** A text as stretches of prose and of tables: lines whose cells are parted by tabs or strokes. Pure. */
export function stretchesOf(text: string): Stretch[] {
  const stretches: { isTable: boolean; lines: Line[] }[] = [];
  for (const line of partsOf({ text, start: 0 }, /\n/u)) {
    const isTable = partsOf(line, BETWEEN_CELLS).filter((each) => each.text.trim() !== "").length > 1;
    const last = stretches.at(-1);
    if (last?.isTable === isTable) last.lines.push(line);
    else stretches.push({ isTable, lines: [line] });
  }
  return stretches.map(({ isTable, lines }, nth) => {
    const [first] = lines;
    const title = stretches[nth - 1]?.lines.at(-1)?.text ?? "";
    if (isTable) return { kind: "table", title, rows: lines.map(cellsOf) };
    return { kind: "prose", start: first?.start ?? 0, text: lines.map((line) => line.text).join("\n") };
  });
}

type Line = Pick<TypedCell, "text" | "start">;

function cellsOf(line: Line): TypedCell[] {
  return partsOf(line, BETWEEN_CELLS).map((cell, column) => ({ ...cell, column, span: 1 }));
}

function partsOf({ text, start }: Line, between: RegExp): Line[] {
  let at = start;
  return text.split(between).map((part) => {
    const cell = { text: part, start: at };
    at += part.length + 1;
    return cell;
  });
}
