import { issue, type Issue } from "../../issues/issue.js";
import { groupBy } from "../../terms/group-by.js";
import { cellAddress } from "../../workbook/address.js";
import type { Cell, Sheet } from "../../workbook/sheet.js";
import type { Catalogue } from "../catalogue.js";
import type { Fate } from "../coverage/fate.js";
import { figureAt, gridOf, type Grid } from "./grid.js";
import { headingOf } from "./head/heading.js";
import { headingName } from "./head/words.js";
import { nameKey, tightText } from "./normalise.js";
import { quoted } from "./quoted.js";

/** A sheet whose figures stand otherwise than in rows under headings, laid out so: each cell keeps its address. */
export interface LaidOut {
  grid: Grid;
  /** Null where what it says stands there as plainly. */
  told: Issue | null;
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

/** A block for each indicator, 指标名称 | 2024年数 | 2025年数 down, or years down and indicators across; null for neither. */
export function laidOtherwise(at: LaidAt): LaidOut | null {
  return cardsOn(at) ?? turnedOn(at);
}

/** What a cell of a card says: a heading, and what stands beside or behind it. */
interface Labelled {
  label: Cell;
  key: string;
  value: Cell | null;
}

const NAMING: ReadonlySet<unknown> = new Set(["code", "name"]);

/** Cards: every heading has its figure on its right, and the first of them begins each block. */
function cardsOn({ file, sheet, grid, catalogue }: LaidAt): LaidOut | null {
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
    grid: gridFrom(sheet, [...above, ...headOf.values(), ...values], grid, address),
    told: issue("data/cards", where, { cells: blocks.flatMap((block) => block[0]?.label.address ?? []) }),
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

/** A table on its side: names across one row, years and what else is said of them down one column. */
interface Turned {
  head: number;
  corner: Cell | null;
  names: readonly Cell[];
  /** The rows beneath, and what heads each. */
  rows: readonly number[];
  labels: readonly Cell[];
}

function turnedIn({ sheet, grid, catalogue }: LaidAt): Turned | null {
  const head = grid.rows.find((row) => grid.own(row).some((cell) => isNamed(cell, catalogue)));
  if (head === undefined || isHidden(sheet) || sheet.merges.some(({ bottom }) => bottom >= head)) return null;
  const rows = grid.rows.filter((row) => row > head && grid.own(row).length > 1);
  const side = grid.own(rows[0] ?? 0)[0]?.column ?? 0;
  const names = grid.own(head).filter(({ column }) => column > side);
  const labels = rows.flatMap((row) => grid.cell(row, side) ?? []);
  const years = labels.filter((cell) => isYear(cell, catalogue));
  const isDistinct = new Set(labels.map(({ display }) => tightText(display))).size === labels.length;
  const headed = new Set([side, ...names.map(({ column }) => column)]);
  const isClear = rows.every((row) => grid.own(row).every(({ column }) => headed.has(column)));
  const isOfYears = years.length >= 2 && isDistinct && isClear && labels.length === rows.length;
  return isOfYears && names.every((name) => isOfFigures(grid, name, rows, catalogue))
    ? { head, corner: grid.cell(head, side), names, rows, labels }
    : null;
}

/** Beneath a name stand figures, or words where it heads words: 镇街 beside the years says whose each of them is. */
function isOfFigures(grid: Grid, name: Cell, rows: readonly number[], catalogue: Catalogue): boolean {
  return (
    saysLittle(name, catalogue) ||
    isNamed(name, catalogue) ||
    rows.some((row) => figureAt(grid, row, name.column) !== null)
  );
}

function saysLittle({ display }: Cell, { lexicon }: Catalogue): boolean {
  return SAYING_LITTLE.has(headingOf([display], lexicon).role);
}

/** 2025年 as 2025年（目标数） where a remark beside its figures says so of all of them. */
function withRemark({ grid, catalogue: { lexicon } }: LaidAt, { names }: Turned, label: Cell): Cell {
  const remarks = names.filter(({ display }) => headingOf([display], lexicon).role === "remark");
  const texts = remarks.map(({ column }) => tightText(grid.text(label.row, column)));
  const others = texts.filter((text) => {
    const { other, leftover } = headingOf([text], lexicon);
    return other !== null && leftover === "";
  });
  return others.length === 0 ? label : reworded(label, `${label.display}（${others.join("，")}）`);
}

const SAYING_LITTLE: ReadonlySet<unknown> = new Set(["remark", "dataSource", "reporter", "text"]);

/** Indicators across a row and years down its first column. */
function turnedOn(at: LaidAt): LaidOut | null {
  const turned = turnedIn(at);
  if (turned === null) return null;
  const { file, sheet, grid } = at;
  const { head, corner, names, rows, labels } = turned;
  const first = corner ?? names[0]!;
  const placeOf = new Map(names.map(({ column }, index) => [column, head + 1 + index]));
  const moved: Moved[] = [
    { cell: { ...first, content: NAME, display: NAME.text }, row: head, column: 1 },
    ...names.map((cell) => ({ cell, row: placeOf.get(cell.column) ?? head, column: 1 })),
    ...labels.map((cell, index) => ({ cell: withRemark(at, turned, cell), row: head, column: index + 2 })),
    ...rows.flatMap((row, index) =>
      grid.own(row).flatMap((cell) => {
        const place = placeOf.get(cell.column);
        return place === undefined ? [] : [{ cell, row: place, column: index + 2 }];
      }),
    ),
  ];
  // What stands above stays there; a note beneath goes on beneath.
  const turnedRows = new Set([head, ...rows]);
  const others = grid.rows.filter((row) => !turnedRows.has(row));
  const rest = others.flatMap((row) =>
    grid.own(row).map((cell) => ({ ...inPlace(cell), row: row < head ? row : row + names.length })),
  );
  const blank = (row: number, column: number) =>
    cellAddress(rows[column - 2] ?? head, names[row - head - 1]?.column ?? first.column);
  const told = names.filter((name) => !saysLittle(name, at.catalogue));
  const args = { rows, names: told.map(({ display }) => quoted(display)) };
  return {
    grid: gridFrom(sheet, [...moved, ...rest], grid, blank),
    told: issue("data/turned", { file, sheet: sheet.name, cell: first.address }, args),
  };
}

const NAME = { type: "text", text: headingName("name") } as const;

function isHidden({ hiddenRows, hiddenColumns }: Sheet): boolean {
  return hiddenRows.length + hiddenColumns.length > 0;
}

function isYear({ display }: Cell, { lexicon }: Catalogue): boolean {
  const { role, other, leftover } = headingOf([display], lexicon);
  return role === "yearValue" && other === null && leftover === "";
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
