import { issue, type Issue } from "../../../issues/issue.js";
import { groupBy } from "../../../terms/group-by.js";
import type { Cell } from "../../../workbook/sheet.js";
import type { KnownReason } from "../../coverage/reasons.js";
import { sourceAt } from "../../settle/place.js";
import { headingOf, saysPreliminary } from "../head/heading.js";
import type { Heading } from "../head/token.js";
import type { Other } from "../head/words.js";
import type { Line } from "../kinds/lines.js";
import { clausesIn, ofRemark, worded, type Found, type Qualifier } from "../kinds/qualifiers.js";
import { ownYears, saidBy } from "../kinds/said-beside.js";
import { tightText } from "../normalise.js";
import { quoted } from "../quoted.js";
import type { SheetContext } from "../reading.js";
import { remarked } from "../remarks/words.js";
import { isOfOwn } from "../table/columns.js";
import { yearsOver } from "../table/table.js";
import type { Footnote } from "./footnotes.js";
import { signsBehind } from "./signs.js";

/** A footnote that a figure or the name of a row bears: a remark on that figure, or on that row. */
export interface Borne {
  footnote: Footnote;
  cell: Cell;
  row: number;
  /** The year of the column its figure stands in, where there are several; null for a remark on the row. */
  year: number | null;
}

/** The footnotes of rows, in the order of the notes. */
export function borneBy(context: SheetContext, lines: readonly Pick<Line, "row">[]): Borne[] {
  const rows = new Set(lines.map(({ row }) => row));
  return context.footnotes.flatMap((footnote) =>
    footnote.bearers
      .filter(({ row }) => rows.has(row))
      .map((cell) => ({ footnote, cell, row: cell.row, year: yearOfColumn(context, cell.column) })),
  );
}

/** What a note says of a sign it says of nothing else: 大安街道数 and 增减数 are heard there, too. */
const MORE: ReadonlySet<Other> = new Set<Other>(["change", "rank", "site", "statistic"]);
const ofFootnote: Qualifier = (said) => ofRemark(said) ?? worded(MORE)(said);

/** Rows that bear the sign of a note which says that their figures are others; of 94.88① beside 94.1 that figure alone. */
export function byFootnote(context: SheetContext, lines: readonly Line[]): Found[] {
  const byRow = new Map(lines.map((line) => [line.row, line]));
  const others = borneBy(context, lines).flatMap((borne) => {
    const line = byRow.get(borne.row);
    const found = line === undefined ? null : reasonOf(context, line, borne);
    return found === null ? [] : [{ ...borne, ...found }];
  });
  const alike = groupBy(others, ({ footnote: { note, sign }, year, why }) =>
    [note.address, sign, year, why].join(" "),
  );
  return [...alike.values()].flatMap((same): Found[] => {
    const [first] = same;
    if (first === undefined) return [];
    const { year, why, footnote } = first;
    const rows = same.map(({ row }) => row);
    const said = { noun: "表下的说明", text: quoted(footnote.text) };
    const where = sourceAt(context, footnote.note.row, footnote.note.column);
    return [{ rows, reason: why, said, where, ...(year === null ? {} : { year }) }];
  });
}

function reasonOf(
  context: SheetContext,
  line: Line,
  { footnote, year }: Borne,
): { why: KnownReason; year: number | null } | null {
  const own = year === null ? ownYears(context, line.row) : [year];
  const [found] = clausesIn(tightText(footnote.said)).flatMap(
    (saying) => saidBy(context, line, { saying, counts: false }, ofFootnote, own) ?? [],
  );
  return found === undefined ? null : { why: found.reason, year: year ?? found.year };
}

/** What a note says of the columns whose headings bear its sign: 2025年① over ①为预计数. */
export function footnotesOver(
  context: SheetContext,
  heads: readonly Cell[],
): { text: string; heading: Heading }[] {
  const addresses = new Set(heads.map(({ address }) => address));
  return context.footnotes
    .filter(({ bearers }) => bearers.some(({ address }) => addresses.has(address)))
    .map(({ said, text }) => ({ text, heading: headingOf([said], context.catalogue.lexicon) }))
    .filter(({ heading }) => heading.leftover === "");
}

/** The year of a column of figures, where it is not the only one; null for any other column. */
function yearOfColumn({ table }: SheetContext, column: number): number | null {
  const dated = table.columns.filter(({ heading }) => heading.role === "yearValue");
  return dated.length < 2 ? null : (dated.find((each) => each.column === column)?.heading.year ?? null);
}

/**
 * What notes say of signs behind figures that are read, and over their columns: who set the sign wants it known. One
 * finding a footnote; what `told` holds is told of as a remark.
 */
export function explainedMarks(
  context: SheetContext,
  lines: readonly Line[],
  told: ReadonlySet<Footnote>,
): Issue[] {
  const { table, catalogue } = context;
  const rows = new Map(lines.map((line) => [line.row, line]));
  const columns = new Set(ownColumns(context));
  return context.footnotes.flatMap((footnote) => {
    const { note, text, said, bearers } = footnote;
    const read = told.has(footnote)
      ? []
      : bearers.filter((cell) => {
          const line = rows.get(cell.row);
          if (line === undefined) return cell.row <= table.head.bottom && columns.has(cell.column);
          const year = yearOfColumn(context, cell.column);
          return line.hasFigure && reasonOf(context, line, { footnote, cell, row: cell.row, year }) === null;
        });
    const [first] = read;
    if (first === undefined) return [];
    const word = quoted(text);
    const isPreliminary = clausesIn(tightText(said)).some((saying) =>
      saysPreliminary(headingOf([saying], catalogue.lexicon)),
    );
    const where = sourceAt(context, note.row, note.column);
    if (isPreliminary) {
      const marked = read.map(({ row }) => row).filter((row) => rows.has(row));
      return [issue("data/preliminary-rows", where, { word, rows: [...new Set(marked)] })];
    }
    const figures = read.filter(({ row, column }) => rows.has(row) && columns.has(column));
    const cells = figures.map(({ address, display }) => ({ cell: address, shown: quoted(display) }));
    return cells.length === 0 ? [] : [issue("data/explained-marks", where, { figures: cells, text: word })];
  });
}

/** ①2025年为1—9月数 where nothing bears ①: of which figures it is said, nobody knows. One finding a table. */
export function unborneMarks(context: SheetContext, lines: readonly Line[]): Issue[] {
  const { lexicon } = context.catalogue;
  const years = yearsOver(context.table.columns);
  const isOther = (saying: string) =>
    ofRemark(headingOf([saying], lexicon)) !== null || remarked(saying, years, lexicon) !== null;
  const open = context.footnotes.filter(
    ({ bearers, said }) => bearers.length === 0 && clausesIn(tightText(said)).some(isOther),
  );
  const [first] = open;
  if (first === undefined || !lines.some(({ match, hasFigure }) => match.type === "matched" && hasFigure))
    return [];
  const texts = open.map(({ text, sign }) => ({ text: quoted(text), sign }));
  return [issue("data/unborne-marks", sourceAt(context, first.note.row, first.note.column), { texts })];
}

/** Nobody reads more of them. */
const MOST_SIGNS = 50;

/** Signs behind figures, 98.5*, that no text on the sheet explains: read, but who set them meant something. One finding a table. */
export function unexplainedMarks(context: SheetContext, lines: readonly Line[]): Issue[] {
  const { grid } = context;
  const found = figuresOf(context, lines).flatMap((cell) => {
    const signs = cell.content.type === "text" ? signsBehind(cell.content.text) : [];
    return signs.length === 0 ? [] : [{ cell, signs }];
  });
  if (found.length === 0) return [];
  const marked = new Set(found.map(({ cell }) => cell.address));
  const explained = new Set(
    context.footnotes.filter(({ bearers }) => bearers.some(({ address }) => marked.has(address))),
  );
  const known = new Set([...explained].flatMap(({ bearers }) => bearers.map(({ address }) => address)));
  const signs = [...new Set(found.flatMap((each) => each.signs))].slice(0, MOST_SIGNS);
  const words = grid.rows.flatMap((row) => grid.own(row)).filter(({ address }) => !marked.has(address));
  const open = new Set(signs.filter((sign) => !words.some(({ display }) => display.includes(sign))));
  const told = found.filter(
    (each) => !known.has(each.cell.address) && each.signs.some((sign) => open.has(sign)),
  );
  const [lead] = told;
  if (lead === undefined) return [];
  const figures = told.map(({ cell: { address, display } }) => ({ cell: address, shown: quoted(display) }));
  return [issue("data/unexplained-marks", sourceAt(context, lead.cell.row, lead.cell.column), { figures })];
}

function figuresOf(context: SheetContext, lines: readonly Line[]): Cell[] {
  const columns = ownColumns(context);
  return lines
    .filter(({ match, hasFigure }) => match.type === "matched" && hasFigure)
    .flatMap(({ row }) => columns.flatMap((column) => context.grid.cell(row, column) ?? []));
}

function ownColumns({ table }: SheetContext): number[] {
  return table.columns.filter(({ heading }) => isOfOwn(heading)).map(({ column }) => column);
}
