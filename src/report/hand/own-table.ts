import type { Place } from "../../issues/issue.js";
import type { NarrativeTable } from "../../narrative/narrative.js";
import type { UnnumberedTable } from "../numbering/unnumbered.js";
import { tableOf, type Column } from "../tables/table.js";
import { NOT_APPLICABLE } from "../words/number.js";
import { largest } from "../../terms/long-lists.js";

/** A table people wrote, set like those of the report and numbered with them. */
export function ownTable(table: NarrativeTable, { file, line = 0 }: Place): UnnumberedTable {
  return tableOf<readonly string[]>(
    {
      id: `own:${file}:${line}`,
      title: table.title,
      unit: table.unit === "" ? "" : `单位：${table.unit}`,
      notes: table.notes,
      source: table.source === "" || /[。；]$/u.test(table.source) ? table.source : `${table.source}。`,
    },
    columnsOf(table),
    table.rows,
  );
}

function columnsOf(table: NarrativeTable): Column<readonly string[]>[] {
  const columns = table.head.map((head, at) => columnOf(head, at, table));
  const widths = fitted(columns.map(({ width }) => width));
  return columns.map((column, at) => ({ ...column, width: widths[at] ?? column.width }));
}

function columnOf(head: string, at: number, { align, rows }: NarrativeTable): Column<readonly string[]> {
  const texts = rows.map((row) => row[at] ?? "");
  return {
    head,
    width: widthOf(head, texts),
    align: ALIGN[align[at] ?? (isFigures(texts) ? "right" : "left")],
    cell: (row) => (row[at] === "" ? NOT_APPLICABLE : (row[at] ?? NOT_APPLICABLE)),
  };
}

const ALIGN = { left: "left", center: "centre", right: "right" } as const;

/** Columns of figures stand at the right where nobody says otherwise. */
function isFigures(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== "" && !/^[-—/]+$/u.test(text));
  return filled.length > 0 && filled.every((text) => /^[-+−±＋]?\d[\d,，]*(?:\.\d+)?\s*\S?$/u.test(text));
}

/**
 * By its longest text, in characters, two digits being as wide as one: a narrow column is not squeezed, a wide one leaves
 * room for the others. A long head may stand in two lines.
 */
function widthOf(head: string, texts: readonly string[]): number {
  const longest = largest([
    Math.min(lengthOf(head), Math.max(lengthOf(head) / 2, 4)),
    ...texts.map(lengthOf),
  ]);
  return Math.min(Math.max(longest, 3), 24) + BESIDE;
}

/** What stands beside a text in its cell. */
const BESIDE = 1;

/** So many characters stand in a line of a table that is as wide as the text. */
const LINE = 44;
/** What is no longer is a name or a figure; longer texts are read in lines. */
const NAME = 8;

/** Where the columns do not fit side by side, those of long texts make room. */
function fitted(widths: readonly number[]): number[] {
  const spare = widths.map((width) => Math.max(0, width - NAME));
  const [asked, there] = [sum(widths) - LINE, sum(spare)];
  if (asked <= 0 || there === 0) return [...widths];
  const share = Math.min(asked, there) / there;
  return widths.map((width, at) => width - (spare[at] ?? 0) * share);
}

function sum(all: readonly number[]): number {
  return all.reduce((total, each) => total + each, 0);
}

function lengthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x80 ? 0.5 : 1), 0);
}
