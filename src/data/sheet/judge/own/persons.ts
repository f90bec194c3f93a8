import { unitOf } from "../../../../terms/unit.js";
import type { Heading } from "../../head/token.js";
import { entryOf, type Line } from "../../kinds/lines.js";
import { tightText } from "../../normalise.js";
import type { SheetContext } from "../../reading.js";
import { isOfOwn, lowestOf, type Column } from "../../table/columns.js";
import { withHeadings, type Table } from "../../table/table.js";
import { ownRows } from "../place.js";

/**
 * The table with 人数（万人） and 参保人数 known as the rows' own figures where all rows that have one count persons, and with
 * 数量 where they count anything. Beside a rate the same words head another figure.
 */
export function withPersons(context: SheetContext, lines: readonly Line[], table: Table): Table {
  const isOwn = (column: Column) => {
    const filled = new Set(ownRows(context, lines, column.column));
    const own = lines.filter(({ row }) => filled.has(row));
    return own.length > 0 && own.every((line) => isCountedBy(line, kindOf(column)));
  };
  const found = table.columns.filter((column) => isCount(column.heading) && isOwn(column));
  // Of two such columns nobody knows which is the row's.
  const years = found.map(({ heading }) => heading.year);
  const clear = found.filter(({ heading }) => years.filter((year) => year === heading.year).length === 1);
  if (clear.length === 0 || table.columns.some(({ heading }) => isOfOwn(heading))) return table;
  return withHeadings(table, new Map(clear.map(({ column, heading }) => [column, ownHeading(heading)])));
}

function isCount({ figures, other, text }: Heading): boolean {
  const isOpen = other === null || other.other === "count";
  return figures && isOpen && (/人数(?:\([^()]*\))?$/u.test(text) || OF_THINGS.test(text));
}

/** 数量 of whatever the rows count. */
const OF_THINGS = /^(?:20\d\d年?[度末]?\|?)?数量(?:\([^()]*\))?$/u;

/** 参保 of 2025年参保人数(万人); "" of 人数 alone. */
function kindOf(column: Column): string {
  return lowestOf(column)
    .replace(/^20\d\d年?[度末]?|\([^()]*\)$/gu, "")
    .replace(/人数$/u, "");
}

function isCountedBy(line: Line, kind: string): boolean {
  const indicator = entryOf(line)?.indicator;
  if (kind === "数量") return indicator !== undefined && unitOf(indicator.unit).kind === "count";
  return (
    indicator !== undefined &&
    unitOf(indicator.unit).thing === "人" &&
    tightText(indicator.name).includes(kind)
  );
}

function ownHeading(heading: Heading): Heading {
  const role = heading.year === null ? "value" : "yearValue";
  return { ...heading, role, other: null, leftover: "" };
}
