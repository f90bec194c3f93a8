import { issue, type Issue } from "../../issues/issue.js";
import { groupBy } from "../../terms/group-by.js";
import type { Cell, Sheet } from "../../workbook/sheet.js";
import type { Catalogue } from "../catalogue.js";
import type { Fate } from "../coverage/fate.js";
import { gridOf, type Grid } from "./grid.js";
import { headingOf } from "./head/heading.js";
import { nameKey, tightText } from "./normalise.js";

/** A sheet whose figures stand otherwise than in rows under headings, laid out so: each cell keeps its address. */
export interface LaidOut {
  /** Each is read by itself, and all together as one. */
  grids: readonly Grid[];
  told: readonly Issue[];
  /** The cells keep their places, too. */
  inPlace?: true;
  /** What the figures are that it leaves out. */
  others?: readonly Fate[];
}

/** A sheet whose figures no head of ours names. */
export interface LaidAt {
  file: string;
  sheet: Sheet;
  grid: Grid;
  catalogue: Catalogue;
}

/** A cell in another place than its own. */
export interface Moved {
  cell: Cell;
  row: number;
  column: number;
}

/** What a cell of a card says: a heading, and what stands beside or behind it. */
interface Labelled {
  label: Cell;
  key: string;
  value: Cell | null;
}

const NAMING: ReadonlySet<unknown> = new Set(["code", "name"]);

/** A block for each indicator, 指标名称 | 2024年数 | 2025年数 down: every heading has its figure on its right, and the first begins each block. */
export function cards({ file, sheet, grid, catalogue }: LaidAt): LaidOut | null {
  const labelled = grid.rows.flatMap((row) => labelledIn(grid, row, catalogue));
  const [first] = labelled;
  const role = (each: Labelled) => headingOf([each.key], catalogue.lexicon).role;
  if (first === undefined || !NAMING.has(role(first))) return null;
  const blocks = blocksIn(labelled, first.key);
  const isOurs = blocks.some((block) => block.some((each) => isNamed(each.value, catalogue)));
  const hasFigures = labelled.some((each) => headingOf([each.key], catalogue.lexicon).figures);
  const isDouble = blocks.some((block) => new Set(block.map(({ key }) => key)).size < block.length);
  if (!isOurs || !hasFigures || isDouble) return null;
  const top = first.label.row;
  const headOf = new Map<string, Moved>();
  for (const { key, label } of labelled)
    if (!headOf.has(key)) headOf.set(key, { cell: reworded(label, key), row: top, column: headOf.size + 1 });
  const values = blocks.flatMap((block, index) =>
    block.flatMap(({ key, value }) =>
      value === null ? [] : [{ cell: value, row: top + 1 + index, column: headOf.get(key)!.column }],
    ),
  );
  const above = grid.rows.filter((row) => row < top).flatMap((row) => grid.own(row).map(inPlace));
  const address = (row: number) => blocks[row - top - 1]?.[0]?.label.address ?? first.label.address;
  const where = { file, sheet: sheet.name, cell: first.label.address };
  return {
    grids: [gridFrom(sheet, [...above, ...headOf.values(), ...values], grid, address)],
    told: [issue("data/cards", where, { cells: blocks.flatMap((block) => block[0]?.label.address ?? []) })],
  };
}

/** Each begins with the heading that begins the first. */
function blocksIn(labelled: readonly Labelled[], begins: string): Labelled[][] {
  const blocks: Labelled[][] = [];
  for (const each of labelled) {
    if (each.key === begins) blocks.push([each]);
    else blocks.at(-1)?.push(each);
  }
  return blocks;
}

function labelledIn(grid: Grid, row: number, { lexicon }: Catalogue): Labelled[] {
  const isLabel = ({ content, display }: Cell) => {
    if (content.type !== "text" || display.length > LONGEST_LABEL) return false;
    const { role, figures, leftover } = headingOf([display], lexicon);
    return leftover === "" && (role !== null || figures);
  };
  const found: Labelled[] = [];
  const cells = grid.own(row);
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at]!;
    const [, before = "", behind = ""] = /^([^:：]{1,12})[:：]\s*(.+)$/su.exec(cell.display) ?? [];
    const label = reworded(cell, before);
    if (before !== "" && cell.content.type === "text" && isLabel(label)) {
      found.push({ label: cell, key: tightText(before), value: reworded(cell, behind.trim()) });
    } else if (isLabel(cell)) {
      const next = cells[at + 1];
      const value = next === undefined || isLabel(next) ? null : next;
      found.push({ label: cell, key: tightText(cell.display), value });
      if (value !== null) at += 1;
    } else return [];
  }
  return found;
}

const LONGEST_LABEL = 20;

function isNamed(cell: Cell | null, { byKey, byId }: Catalogue): boolean {
  return cell !== null && (byKey.has(nameKey(cell.display)) || byId.has(tightText(cell.display)));
}

export function reworded(cell: Cell, text: string): Cell {
  return { ...cell, content: { type: "text", text }, display: text };
}

export function inPlace(cell: Cell): Moved {
  return { cell, row: cell.row, column: cell.column };
}

/** A grid of cells in other places, whose addresses stay what they are; `blank`: that of an empty place. */
export function gridFrom(
  sheet: Sheet,
  moved: readonly Moved[],
  { spend }: Grid,
  blank: (row: number, column: number) => string,
): Grid {
  const rows = groupBy(
    moved.map(({ cell, row, column }) => ({ ...cell, row, column })),
    ({ row }) => row,
  );
  const grid = gridOf(
    {
      ...sheet,
      merges: [],
      hiddenRows: [],
      hiddenColumns: [],
      rows: [...rows]
        .sort(([one], [other]) => one - other)
        .map(([row, cells]) => ({ row, cells: cells.sort((one, other) => one.column - other.column) })),
    },
    spend,
  );
  return { ...grid, address: (row, column) => grid.cell(row, column)?.address ?? blank(row, column) };
}
