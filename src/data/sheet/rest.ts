import type { Cell } from "../../workbook/sheet.js";
import { known, type Fate } from "../coverage/fate.js";
import { isBareFigure, isFigure } from "../coverage/figures.js";
import type { KnownReason } from "../coverage/reasons.js";
import { headingOf } from "./head/heading.js";
import type { Role } from "./head/words.js";
import { OTHER_REASONS } from "./judge/reasons.js";
import { sourceAt } from "../settle/place.js";
import type { SheetContext } from "./reading.js";
import type { Column } from "./table/columns.js";

/** What stands in a column that holds no figures of the rows. `number`: a number there is that, too. */
const ROLE_REASONS: Readonly<Partial<Record<Role, { reason: KnownReason; number: boolean }>>> = {
  code: { reason: "code", number: true },
  number: { reason: "ordinal", number: true },
  projectCode: { reason: "code", number: true },
  measureCode: { reason: "code", number: true },
  name: { reason: "name", number: false },
  projectName: { reason: "name", number: false },
  measureName: { reason: "name", number: false },
  group: { reason: "name", number: true },
  grouping: { reason: "name", number: false },
  town: { reason: "name", number: false },
  institution: { reason: "name", number: false },
  sex: { reason: "name", number: false },
  age: { reason: "name", number: false },
  residence: { reason: "name", number: false },
  region: { reason: "name", number: false },
  unit: { reason: "unit", number: false },
  year: { reason: "year", number: true },
  period: { reason: "other-period", number: true },
};
/** 备注, 存在问题, 指标解释 and the like hold words; a number among them is part of those. */
const WORDS: ReadonlySet<Role> = new Set<Role>([
  "remark",
  "comment",
  "accepted",
  "text",
  "sort",
  "coverage",
  "dataSource",
  "reporter",
  "missingReason",
  "status",
  "measureStatus",
  "measureProgress",
  "quantity",
  "progress",
  "problems",
  "nextPlan",
  "scope",
  "published",
]);

/** What the figures of a table are that none of its readers looks at: by where they stand. */
export function restOf(context: SheetContext): Fate[] {
  const { table, grid } = context;
  const columns = new Map(table.columns.map((each) => [each.column, each]));
  const inHead = rowsFrom(table.head.top, table.head.bottom).flatMap((row) =>
    within(grid.own(row), context)
      .filter(isFigure)
      .map((cell) => [cell, "head"] as const),
  );
  const above = table.above
    .filter((cell) => isFigure(cell) && !isLooseNumber(cell))
    .map((cell) => [cell, "title"] as const);
  const inBody = table.body.flatMap((row) =>
    within(grid.own(row), context).flatMap((cell) => {
      if (!isFigure(cell)) return [];
      const reason = bodyReason(cell, columns.get(cell.column), context);
      return reason === null ? [] : [[cell, reason] as const];
    }),
  );
  return [...inHead, ...above, ...inBody].map(([cell, reason]) =>
    known(sourceAt(context, cell.row, cell.column), reason),
  );
}

function rowsFrom(top: number, bottom: number): number[] {
  return Array.from({ length: bottom - top + 1 }, (_, at) => top + at);
}

function within(cells: readonly Cell[], { table }: SheetContext): readonly Cell[] {
  return cells.filter(({ column }) => column >= table.from && column <= table.to);
}

/** A number over a table that is no year: nobody knows what it counts. */
function isLooseNumber({ content, display }: Cell): boolean {
  return content.type === "number" && !/^(?:19|20)\d\d$/u.test(display);
}

function bodyReason(cell: Cell, column: Column | undefined, context: SheetContext): KnownReason | null {
  const isNumber = cell.content.type === "number" || cell.content.type === "date";
  const role = column?.heading.role ?? null;
  if (role !== null && role !== "yearValue") {
    if (WORDS.has(role)) return "remark";
    const own = ROLE_REASONS[role];
    if (own !== undefined)
      return isNumber && !own.number ? null : isAlone(cell, context) ? "remark" : own.reason;
  }
  const other = column?.heading.other ?? null;
  if (other !== null && column?.heading.leftover === "") return OTHER_REASONS[other.other];
  return isNumber || isBareFigure(cell) ? null : "remark";
}

/** A text that is all there is in its row heads a section or is a note. */
function isAlone(cell: Cell, { grid }: SheetContext): boolean {
  return cell.content.type === "text" && grid.own(cell.row).length === 1;
}

/** What stands outside the tables of a sheet: words, and years that stand alone. */
export function outside(
  cells: readonly Cell[],
  { catalogue, ...at }: Pick<SheetContext, "file" | "sheet" | "catalogue">,
): Fate[] {
  return cells.flatMap((cell) => {
    const source = { ...at, cell: cell.address };
    if (cell.content.type === "text" && !isBareFigure(cell)) return [known(source, "remark")];
    return headingOf([cell.display], catalogue.lexicon).role === "yearValue" ? [known(source, "title")] : [];
  });
}
