import { issue } from "../../../issues/issue.js";
import type { Cell } from "../../../workbook/sheet.js";
import type { Catalogue, Entry } from "../../catalogue.js";
import { known } from "../../coverage/fate.js";
import { isFigure } from "../../coverage/figures.js";
import { figureAt, withCells, withoutCells, type Grid } from "../grid.js";
import { headingName } from "../head/words.js";
import { reworded, type LaidAt, type LaidOut } from "../laid-otherwise.js";
import { nameKey, tightText } from "../normalise.js";
import { smallest } from "../../../terms/long-lists.js";
import { quoted } from "../quoted.js";

/** 女性比例, 其中：女性占比（%）. */
const SHARE = /^(?:其中:?)?女[性职]?工?(?:人数)?(?:所占|占)?(?:占比|比重|比例|百分比)(?:\([^()]*\)|%)?$/u;
/** 比例 alone, beside 女性. */
const SHARE_ALONE = /^(?:所占|占)?(?:占比|比重|比例|百分比)(?:\([^()]*\)|%)?$/u;
/** 女性, 其中：女性（万人）, 女职工人数. */
const WOMEN = /^(?:其中:?)?女[性职]?工?(?:人数|数)?(?:\([^()]*\))?$/u;
/** 参保人数（万人）, and what is counted. */
const COUNT = /^(?:总)?([\p{Script=Han}]{2,6}(?:人数|数))(?:\([^()]*\))?$/u;

/** The columns that tell of women, and the lowest row of their heads. */
interface OfWomen {
  /** What says of years that they are shares of women. */
  title: Cell | null;
  head: number;
  women: readonly number[];
  shares: readonly number[];
  /** 参保人数 on the left of 女性: what those are women among. */
  counts: readonly { column: number; word: string }[];
}

/**
 * A table whose rows name bodies and whose columns the women in them: 区人大代表 | 总人数 | 女性 | 女性比例, 失业保险 | 参保人数 |
 * 其中：女性. Its rows under the names that the plans give these figures; null for any other table.
 */
export function ofWomen(at: LaidAt): LaidOut | null {
  const table = tableIn(at.grid);
  if (table === null) return null;
  const { women, shares } = table;
  return (
    (shares.length > 0 ? named(at, table, shares, SHARES) : null) ??
    (women.length > 0 ? named(at, table, women, framesOf(table)) : null)
  );
}

/** The sheet with the names that frames make of its labels. */
function named(
  { file, sheet, grid, catalogue }: LaidAt,
  { title, head, shares, counts }: OfWomen,
  figures: readonly number[],
  frames: readonly Frame[],
): LaidOut | null {
  const body = grid.rows.filter(
    (row) => row > head && figures.some((column) => figureAt(grid, row, column) !== null),
  );
  const labels = labelsIn(grid, body, smallest(figures));
  const rows = labels.flatMap((cell) => {
    const entry = entryNamed(catalogue, nameKey(cell.display), frames);
    return entry === null ? [] : [{ cell, as: entry.indicator.name }];
  });
  const [label] = labels;
  const [first] = rows;
  if (label === undefined || first === undefined) return null;
  const over = headAbove(grid, head, label.column);
  const isCount = frames !== SHARES;
  const totals = isCount ? counts.flatMap(({ column }) => grid.cell(head, column) ?? []) : [];
  const worded = [
    ...rows.map(({ cell, as }) => reworded(cell, as)),
    ...(over === null ? [] : [reworded(over, headingName("name"))]),
    // What the names say now is not said of some of the people.
    ...(title === null ? [] : [reworded(title, title.display.replace(TITLE, ""))]),
    ...totals.map(asTotal),
  ];
  // 女性占比 beside the women that are counted is another figure.
  const out = isCount ? sharesOf(grid, head, shares) : [];
  const others = out.filter(isFigure);
  const args = rows.map(({ cell, as }) => ({ cell: cell.address, name: quoted(cell.display), as }));
  return {
    grids: [withoutCells(withCells(grid, worded), new Set(out.map(({ address }) => address)))],
    told: [
      issue("data/rows-by-place", { file, sheet: sheet.name, cell: first.cell.address }, { rows: args }),
    ],
    inPlace: true,
    others: others.map(({ address }) => known({ file, sheet: sheet.name, cell: address }, "share-column")),
  };
}

function sharesOf(grid: Grid, head: number, columns: readonly number[]): Cell[] {
  return grid.rows
    .filter((row) => row >= head)
    .flatMap((row) => columns.flatMap((column) => grid.cell(row, column) ?? []));
}

/** Heads stand no lower. */
const LOWEST_HEAD = 20;

function tableIn(grid: Grid): OfWomen | null {
  let title: Cell | null = null;
  for (const head of grid.rows) {
    if (head > LOWEST_HEAD) return null;
    const cells = grid.own(head).filter(({ content }) => content.type === "text");
    const like = (pattern: RegExp) =>
      cells.filter(({ display }) => pattern.test(tightText(display))).map(({ column }) => column);
    const women = like(WOMEN);
    const shares = [...like(SHARE), ...(women.length > 0 ? like(SHARE_ALONE) : [])];
    const years = title === null ? [] : like(YEAR);
    if (years.length > 0) return { title, head, women: [], shares: years, counts: [] };
    const [first, second] = cells;
    if (first !== undefined && second === undefined && TITLE.test(first.display)) title = first;
    else if (women.length + shares.length > 0) {
      const isOther = (column: number) => !women.includes(column) && !shares.includes(column);
      return {
        title: null,
        head,
        women,
        shares,
        counts: countsIn(cells).filter(({ column }) => isOther(column)),
      };
    }
  }
  return null;
}

/** 女性比例 above years is what stands under each. */
const TITLE = /女[性职]?工?(?:人数)?(?:所占|占)?(?:占比|比重|比例)/u;
const YEAR = /^20\d\d年?$/u;

function countsIn(cells: readonly Cell[]): OfWomen["counts"] {
  return cells.flatMap(({ column, display }) => {
    const word = COUNT.exec(tightText(display))?.[1];
    return word === undefined ? [] : [{ column, word }];
  });
}

/** The cells of the first column of words left of the figures. */
function labelsIn(grid: Grid, body: readonly number[], before: number): Cell[] {
  for (let column = 1; column < before; column += 1) {
    const cells = body.flatMap((row) => grid.cell(row, column) ?? []);
    const isOfWords = cells.length > 0 && cells.every(({ content }) => content.type === "text");
    if (isOfWords && cells.some(({ display }) => /\p{Script=Han}{2}/u.test(display))) return cells;
  }
  return [];
}

/** What heads the labels, in the lowest row of the head or merged down to it. */
function headAbove(grid: Grid, head: number, column: number): Cell | null {
  return grid.shown(head, column) ?? grid.cell(head - 1, column);
}

/** How plans put such a figure, before and behind whose it is. */
type Frame = readonly [string, string];
const SHARES: readonly Frame[] = [
  ["", "中女性比例"],
  ["", "女性比例"],
  ["", "中女性占比"],
  ["", "女性占比"],
  ["女性", "占比"],
];

/** 女性失业保险参保人数, 失业保险女性参保人数. */
function framesOf({ counts }: OfWomen): Frame[] {
  return counts.flatMap(({ word }): Frame[] => [
    ["女性", word],
    ["", `女性${word}`],
  ]);
}

function entryNamed({ byKey }: Catalogue, label: string, frames: readonly Frame[]): Entry | null {
  if (label.length < SHORTEST_LABEL || byKey.has(label)) return null;
  const found = frames.flatMap(([before, behind]) => byKey.get(nameKey(before + label + behind)) ?? []);
  const [entry, ...others] = new Set(found);
  return entry === undefined || others.length > 0 || entry.compound ? null : entry;
}

const SHORTEST_LABEL = 2;

/** 参保人数（万人） as 合计（万人）, of which 女性 beside it are a part. */
function asTotal(cell: Cell): Cell {
  const behind = /\([^()]*\)$/u.exec(tightText(cell.display))?.[0] ?? "";
  return reworded(cell, `合计${behind}`);
}
