import type { Issue } from "../../../issues/issue.js";
import type { KnownReason, RefusedReason } from "../../coverage/reasons.js";
import type { Line } from "../kinds/lines.js";
import type { SheetContext } from "../reading.js";
import type { Column } from "../table/columns.js";

/** What a column of figures is to its table. */
export type Verdict =
  /** Figures of the rows' own in `year`; null: of the year the row says. `echo`: a form's 上年数. */
  | { is: "value"; year: number | null; echo: boolean }
  | { is: "known"; reason: KnownReason }
  | { is: "refused"; reason: RefusedReason };

/** A table whose columns are to be judged. */
export interface Case {
  context: SheetContext;
  lines: readonly Line[];
  /** The latest year that the title, or else its own columns, say the table is about; null for none. */
  year: number | null;
  /** Figures by group: the year before's only repeat what the last form said. */
  grouped: boolean;
}

/** The verdicts so far, by column, and what there is to tell of them. */
export interface Judgement {
  verdicts: ReadonlyMap<number, Verdict>;
  /** Single rows of a column that is read otherwise: by column, then by row. */
  except: Except;
  issues: readonly Issue[];
}

/** "other-unit": the row's figure in its own unit stands beside it. */
export type Except = ReadonlyMap<number, ReadonlyMap<number, RefusedReason | "other-unit">>;

/** What one judge adds. */
export type Opinion = Partial<Judgement>;

/** One way to judge columns; it sees what those before it said, and gives the verdicts that are new or other. */
export type Judge = (each: Case, before: Judgement) => Opinion;

export const UNDECIDED: Judgement = { verdicts: new Map(), except: new Map(), issues: [] };

/** Columns that hold figures and of which nobody has said anything yet. */
export function undecided({ context }: Case, { verdicts }: Judgement): Column[] {
  return context.table.columns.filter(({ column, heading }) => heading.figures && !verdicts.has(column));
}

/** The columns whose figures are the rows' own so far. */
export function valuesIn({ verdicts }: Judgement): { column: number; year: number | null; echo: boolean }[] {
  return [...verdicts].flatMap(([column, verdict]) =>
    verdict.is === "value" ? [{ column, ...verdict }] : [],
  );
}

/** Single rows of columns, together. */
export function joinedRows(all: readonly Except[]): Except {
  const joined = new Map<number, Map<number, RefusedReason | "other-unit">>();
  for (const [column, rows] of all.flatMap((each) => [...each]))
    joined.set(column, new Map([...(joined.get(column) ?? []), ...rows]));
  return joined;
}
