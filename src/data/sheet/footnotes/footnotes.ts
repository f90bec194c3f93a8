import type { Cell } from "../../../workbook/sheet.js";
import { isBareFigure } from "../../coverage/figures.js";
import { groupBy } from "../../../terms/group-by.js";
import { withCells, type Grid } from "../grid.js";
import type { Table } from "../table/table.js";
import {
  BEFORE_SIGN,
  SIGN_IN_NOTE,
  kindOfSign,
  signKey,
  signLabel,
  signsBehind,
  signsInWords,
  withoutExplainedSigns,
} from "./signs.js";

/** What a note says of whatever bears its sign, and what does. */
export interface Footnote {
  sign: string;
  /** 带*的为2024年数据, as it stands. */
  text: string;
  /** 2024年数据 */
  said: string;
  note: Cell;
  /** Figures, names, headings, titles. */
  bearers: readonly Cell[];
}

/** Nobody explains signs in more words. */
const LONGEST_NOTE = 300;
/** Nor more of them. */
const MOST_SIGNS = 50;

/**
 * The footnotes of a table that something bears, or should, and the sheet as it is read with them: its notes without what they say
 * of signs, which is said of what bears them and not of the table; 92.45（1） without what only a note tells is a sign.
 */
export interface Footnoted {
  footnotes: readonly Footnote[];
  grid: Grid;
  table: Table;
}

export function footnoted({ grid, table }: { grid: Grid; table: Table }): Footnoted {
  const explained = explanations(grid, table);
  const notes = new Set(explained.map(({ note }) => note.address));
  const all = explained.length === 0 ? [] : tied(explained, bearersOf(grid, table, notes));
  const borne = all.filter(({ bearers }) => bearers.length > 0);
  const footnotes = [...borne, ...unborneAmong(all, grid, notes)];
  if (footnotes.length === 0) return { footnotes, grid, table };
  const bearing = [...new Set(footnotes.flatMap(({ bearers }) => bearers))];
  const above = new Set(table.above.map(({ address }) => address));
  const others = [...bearing.flatMap((cell) => withoutSigns(cell) ?? []), ...notesLeft(footnotes, above)];
  const byAddress = new Map(others.map((cell) => [cell.address, cell]));
  const titles = table.above.map((cell) => byAddress.get(cell.address) ?? cell);
  return { footnotes, grid: withCells(grid, others), table: { ...table, above: titles } };
}

/**
 * What notes say of signs that nothing bears, where others of their kind are borne: ①2025年为1—9月数 beside ②, which a name
 * bears, is said of no figure here. Where none is, ① ② only count the notes, and what they say is said of the table.
 */
function unborneAmong(all: readonly Footnote[], grid: Grid, notes: ReadonlySet<string>): Footnote[] {
  const kinds = new Set(all.flatMap(({ sign, bearers }) => (bearers.length > 0 ? [kindOfSign(sign)] : [])));
  const open = all.filter(({ sign, said, bearers }) => {
    const kind = kindOfSign(sign);
    return bearers.length === 0 && (kinds.has(kind) || (kind === "symbol" && !/20\d\d年/u.test(said)));
  });
  if (open.length === 0) return [];
  // Another table of the sheet may bear it.
  const cells = grid.rows.flatMap((row) => grid.own(row)).filter(({ address }) => !notes.has(address));
  grid.spend(cells.length);
  const elsewhere = new Set(cells.flatMap(signsIn));
  return open.filter(({ sign }) => !elsewhere.has(sign));
}

/** Notes without what is said of signs; what bears the sign of a title is the table. */
function notesLeft(footnotes: readonly Footnote[], titles: ReadonlySet<string>): Cell[] {
  const byNote = groupBy(footnotes, ({ note }) => note.address);
  return [...byNote.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const display = same.reduce((rest, { text, said, bearers }) => {
      const isOfTable = bearers.some(({ address }) => titles.has(address));
      return rest.replace(text, () => (isOfTable ? `本表数据为${said}` : ""));
    }, first.note.display);
    return [{ ...first.note, display }];
  });
}

/** A text of a figure and signs that are such only because a note begins with them; null for all else. */
function withoutSigns(cell: Cell): Cell | null {
  const { content, display } = cell;
  if (content.type !== "text" || signsBehind(display, true).length === signsBehind(display).length)
    return null;
  const text = withoutExplainedSigns(content.text);
  return { ...cell, content: { ...content, text }, display: withoutExplainedSigns(display) };
}

type Explanation = Omit<Footnote, "bearers">;

function explanations(grid: Grid, table: Table): Explanation[] {
  const below = table.body.flatMap((row) => noteAt(grid, table, row) ?? []);
  grid.spend(below.reduce((length, { text }) => length + Math.min(text.length, LONGEST_NOTE), 0));
  const above = table.above.map((cell) => ({ cell, text: cell.display }));
  return [...above, ...below]
    .filter(({ cell, text }) => cell.content.type === "text" && text.length <= LONGEST_NOTE)
    .flatMap(({ cell, text }) => explainedIn(text).map((each) => ({ ...each, note: cell })))
    .slice(0, MOST_SIGNS);
}

/** What may explain signs: a line of words, in one cell or with its sign in a cell of its own. */
function noteAt(grid: Grid, { from, to }: Table, row: number): { cell: Cell; text: string } | null {
  const own = grid.own(row).filter(({ column }) => column >= from && column <= to);
  const [first, second, ...others] = own;
  if (first === undefined || own.slice(1).some(isBareFigure)) return null;
  if (second === undefined) return { cell: first, text: first.display };
  const isSign = /^[([（［【]?.{1,4}$/u.test(first.display) && explainedIn(`${first.display}为`).length > 0;
  const text = isSign ? `${first.display}${second.display}` : first.display;
  return others.length === 0 || /^\s*[([（【]?(?:注|备注|说明|附注)/u.test(first.display)
    ? { cell: first, text }
    : null;
}

/** ①为2024年数据 and *为全市数 of 注：①为2024年数据；带*的为全市数。 */
function explainedIn(note: string): Omit<Explanation, "note">[] {
  const found = [...note.matchAll(SIGN_IN_NOTE)].map(({ 0: whole, 1: sign = "", index }) => {
    const before = BEFORE_SIGN.exec(note.slice(0, index))?.[0].length ?? 0;
    return { sign: signKey(sign), start: index - before, from: index + whole.length };
  });
  const each = found.map(({ sign, start, from }, at) => {
    const end = found[at + 1]?.start ?? note.length;
    const said = note.slice(from, end).split(/[;；。]/u)[0] ?? "";
    return {
      sign,
      said: said.replace(/[\s,，、和及与]+$/u, "").trim(),
      text: note.slice(start, from + said.length),
    };
  });
  // *、①均为预计数: the first is said nothing of but what the second is.
  return each.map(({ sign, said, text }, at) => {
    const next = said === "" ? each.slice(at + 1).find((other) => other.said !== "") : undefined;
    return { sign, said: next?.said ?? said, text: (next?.text ?? text).replace(/[\s,，、]+$/u, "").trim() };
  });
}

/** Which cells bear which signs, where more than the notes themselves do. */
function bearersOf(grid: Grid, table: Table, notes: ReadonlySet<string>): Map<string, Cell[]> {
  const { head, body, from, to } = table;
  const rows = [...Array.from({ length: head.bottom - head.top + 1 }, (_, at) => head.top + at), ...body];
  const within = rows.flatMap((row) => grid.own(row).filter(({ column }) => column >= from && column <= to));
  const signed = [...table.above, ...within].flatMap((cell) =>
    notes.has(cell.address) ? [] : signsIn(cell).map((sign) => ({ sign, cell })),
  );
  const alike = groupBy(signed, ({ sign }) => sign);
  return new Map([...alike].map(([sign, same]) => [sign, same.map(({ cell }) => cell)]));
}

function signsIn(cell: Cell): string[] {
  const { display } = cell;
  if (display.length > LONGEST_NOTE) return [];
  const isFigure = /^[\s\-−]*[\d０-９.]/u.test(display) && isBareFigure(cell);
  return [...new Set(isFigure ? signsBehind(display, true) : signsInWords(display))];
}

/** A sign is the one written the same, else the only one of its number: ① above and 1. below. */
function tied(explained: readonly Explanation[], bearing: ReadonlyMap<string, Cell[]>): Footnote[] {
  const byLabel = new Map<string, Cell[][]>();
  const own = new Set(explained.map(({ sign }) => sign));
  for (const [sign, cells] of bearing) {
    const label = own.has(sign) ? "" : signLabel(sign);
    if (label !== "") byLabel.set(label, [...(byLabel.get(label) ?? []), cells]);
  }
  return explained.map((each) => {
    const alike = byLabel.get(signLabel(each.sign)) ?? [];
    const bearers = bearing.get(each.sign) ?? (alike.length === 1 ? (alike[0] ?? []) : []);
    return { ...each, bearers };
  });
}
