import { largest } from "../../../terms/long-lists.js";
import type { Issue } from "../../../issues/issue.js";
import type { Footnote } from "../footnotes/footnotes.js";
import { borneBy, type Borne } from "../footnotes/marks.js";
import type { Heading } from "../head/token.js";
import type { Line } from "../kinds/lines.js";
import type { SheetContext } from "../reading.js";
import { figureAt } from "../grid.js";
import { tightText } from "../normalise.js";
import { isOfOwn } from "../table/columns.js";

/** A remark on a row, where it stands. */
export interface Remark {
  row: number;
  column: number;
  text: string;
  line: Line;
  /** It is a footnote of the row, or of one of its figures. */
  borne: Borne | null;
}

/** What is told of remarks, and the footnotes among them. */
export interface ToldRemarks {
  issues: readonly Issue[];
  told: readonly Footnote[];
}

/** The footnotes among remarks. */
export function footnotesIn(remarks: readonly { borne?: Borne | null }[]): Footnote[] {
  return remarks.flatMap(({ borne }) => borne?.footnote ?? []);
}

/**
 * The remarks with such words, in columns of remarks and the `unheaded` ones, beside rows whose latest figure is given, and
 * the footnotes of those rows: 2025年待核 in a row that has none of 2025 only says why.
 */
export function remarksBeside(
  context: SheetContext,
  lines: readonly Line[],
  unheaded: readonly number[],
  words: RegExp,
): Remark[] {
  const { grid, table } = context;
  const headed = table.columns.filter(({ heading }) => isCommented(heading)).map(({ column }) => column);
  const columns = [...headed, ...unheaded];
  if (columns.length === 0 && context.footnotes.length === 0) return [];
  const latest = latestColumns(context);
  const isFilled = (row: number) => latest.some((column) => figureAt(grid, row, column) !== null);
  const own = lines.filter(({ match }) => match.type === "matched");
  const beside = own.flatMap((line) =>
    columns.flatMap((column): Remark[] => {
      const { row } = line;
      const cell = grid.shown(row, column);
      const isSaid = cell?.content.type === "text" && words.test(cell.display) && isFilled(row);
      return isSaid ? [{ row, column, text: tightText(cell.display), line, borne: null }] : [];
    }),
  );
  return [...beside, ...footnotesBeside(context, own, words).filter(({ row }) => isFilled(row))];
}

function footnotesBeside(context: SheetContext, lines: readonly Line[], words: RegExp): Remark[] {
  const byRow = new Map(lines.map((line) => [line.row, line]));
  return borneBy(context, lines).flatMap((borne): Remark[] => {
    const { row, cell, footnote } = borne;
    const line = byRow.get(row);
    const text = tightText(footnote.said);
    return line !== undefined && words.test(text) ? [{ row, column: cell.column, text, line, borne }] : [];
  });
}

const COMMENTS: ReadonlySet<Heading["role"]> = new Set(["remark", "comment", "accepted", "problems"]);

/** Whether a column holds words that may speak of the figures beside them: 备注, 审核意见, a heading of somebody's own. */
export function isCommented({ role, figures }: Heading): boolean {
  return COMMENTS.has(role) || (role === null && !figures);
}

function latestColumns({ table }: SheetContext): number[] {
  const own = table.columns.filter(({ heading }) => isOfOwn(heading));
  const latest = largest(own.map(({ heading }) => heading.year ?? Infinity));
  return own.filter(({ heading }) => (heading.year ?? Infinity) === latest).map(({ column }) => column);
}
