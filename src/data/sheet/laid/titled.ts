import { issue } from "../../../issues/issue.js";
import { cellAddress } from "../../../workbook/address.js";
import type { Cell } from "../../../workbook/sheet.js";
import type { Catalogue, Entry } from "../../catalogue.js";
import { known } from "../../coverage/fate.js";
import { isFigure } from "../../coverage/figures.js";
import type { Grid } from "../grid.js";
import { headingOf } from "../head/heading.js";
import type { Lexicon } from "../head/lexicon.js";
import { headingName, PLAIN_HEADING } from "../head/words.js";
import { gridFrom, inPlace, reworded, type LaidAt, type LaidOut, type Moved } from "../laid-otherwise.js";
import { nameKey, tightText, unitInName } from "../normalise.js";
import { quoted } from "../quoted.js";
import { isWholeName } from "../total.js";
import { BESIDE, subjectOf } from "./crossed.js";
import { behindAll, frameIn, TELLING, type Frame } from "./frame.js";

/**
 * A table whose title alone names its indicator: 各镇街免疫规划疫苗接种率 over towns and years, 侵害妇女案件 over kinds of them
 * with 合计. Its rows under that name, in their places; of parts that nobody knows the row of all. Null for any other.
 */
export function titled(at: LaidAt): LaidOut | null {
  const { file, sheet, grid, catalogue } = at;
  const frame = frameIn(sheet, grid, (text) => BESIDE.has(headingOf([text], catalogue.lexicon).role));
  const title = frame === null ? null : titleOf(at, frame);
  const entry = title === null ? null : entryIn(title.display, catalogue);
  if (frame === null || title === null || entry === null) return null;
  const rows = ownRows(at, frame);
  if (rows.length === 0) return null;
  const behind = behindAll(grid);
  const top = frame.head.at(-1)!;
  const isOut = (row: number) => frame.rows.includes(row) && !rows.includes(row);
  const kept = grid.rows.filter((row) => !isOut(row)).flatMap((row) => grid.own(row).map(inPlace));
  const named: Moved[] = [
    { cell: reworded(title, headingName("name")), row: top, column: behind },
    ...rows.map((row) => ({ cell: reworded(title, nameOf(entry, title)), row, column: behind })),
  ];
  const cells = [...withoutHeadings(kept, frame), ...headingsOf(at, frame, entry)];
  const place = { file, sheet: sheet.name };
  const args = { rows: [{ cell: title.address, name: quoted(title.display), as: entry.indicator.name }] };
  const others = frame.rows
    .filter(isOut)
    .flatMap((row) => grid.own(row))
    .filter(isFigure);
  return {
    grids: [gridFrom(sheet, [...cells, ...named], grid, cellAddress)],
    told: [issue("data/rows-by-place", { ...place, cell: title.address }, args)],
    inPlace: true,
    others: others.map(({ address: cell }) => known({ ...place, cell }, "not-in-plan")),
  };
}

/** Its name with the unit that the title gives. */
function nameOf({ indicator }: Entry, { display }: Cell): string {
  const unit = unitInName(display);
  return unit === "" ? indicator.name : `${indicator.name}（${unit}）`;
}

function withoutHeadings(cells: readonly Moved[], { head }: Frame): Moved[] {
  return cells.filter(({ row }) => row !== head.at(-1));
}

/** The lowest row of its head: 年份 over years, 数值 for 普及率 in a table of that. */
function headingsOf(
  { grid, catalogue: { lexicon } }: LaidAt,
  { head, side, rows }: Frame,
  entry: Entry,
): Moved[] {
  const row = head.at(-1)!;
  const corner = grid.cell(row, side) ?? grid.cell(rows[0]!, side)!;
  const headings = grid.own(row).map((cell): Moved => {
    const { figures, leftover } = headingOf([cell.display], lexicon);
    const bare = nameKey(tightText(cell.display).replace(/\([^()]*\)$/u, ""));
    const isOwn =
      !figures && leftover !== "" && bare.length > 1 && entry.keys.some((key) => key.endsWith(bare));
    return inPlace(isOwn ? reworded(cell, `${PLAIN_HEADING}${bracketOf(cell)}`) : cell);
  });
  if (!areYears(grid, { side, rows }, lexicon)) return headings;
  const year = { cell: reworded(corner, headingName("year")), row, column: side };
  return [...headings.filter(({ column }) => column !== side), year];
}

function bracketOf({ display }: Cell): string {
  return /\([^()]*\)$/u.exec(tightText(display))?.[0] ?? "";
}

function areYears(grid: Grid, { side, rows }: Pick<Frame, "side" | "rows">, lexicon: Lexicon): boolean {
  return rows.every((row) => headingOf([grid.text(row, side)], lexicon).year !== null);
}

/** The text above the head that names an indicator. */
function titleOf({ grid, catalogue }: LaidAt, { head }: Frame): Cell | null {
  const above = grid.rows.filter((row) => row < head[0]!).flatMap((row) => grid.own(row));
  return (
    above.find((cell) => cell.content.type === "text" && entryIn(cell.display, catalogue) !== null) ?? null
  );
}

const AMONG = /^(?:各|分|按)?(?:乡镇街道|镇街|街镇|乡镇|街道|区县)/u;

function entryIn(title: string, catalogue: Catalogue): Entry | null {
  // 以乡镇（街道）为单位的…率（%）: of its brackets the first is its own.
  const subjects = [/\([^()]*\)/gu, /\([^()]*\)$/u].map((aside) => subjectOf(title, catalogue, aside));
  const bare = subjects.map((subject) => subject.replace(AMONG, ""));
  const keys = [...bare, ...bare.map((subject) => subject.replace(/发生$/u, ""))].map(nameKey);
  const [entry, another] = new Set(keys.flatMap((key) => catalogue.byKey.get(key) ?? []));
  return entry === undefined || another !== undefined || entry.compound ? null : entry;
}

/** Rows of years, towns and places; else the one of all. */
function ownRows({ grid, catalogue: { lexicon } }: LaidAt, { head, side, rows }: Frame): readonly number[] {
  const said = head.map((row) => headingOf([grid.text(row, side)], lexicon).role);
  const isSorted =
    said.includes("sort") && rows.every((row) => headingOf([grid.text(row, side)], lexicon).leftover === "");
  if (areYears(grid, { side, rows }, lexicon) || isSorted || said.some((role) => TELLING.has(role)))
    return rows;
  const wholes = rows.filter((row) => isWholeName(grid.text(row, side), lexicon));
  return wholes.length === 1 ? wholes : [];
}
