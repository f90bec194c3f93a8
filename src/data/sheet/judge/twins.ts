import { issue, type Issue } from "../../../issues/issue.js";
import { groupBy } from "../../../terms/group-by.js";
import type { KnownReason, RefusedReason } from "../../coverage/reasons.js";
import { entryOf } from "../kinds/lines.js";
import { isSameUnit, plainText, unitKey } from "../normalise.js";
import type { Column } from "../table/columns.js";
import { headCell, ownRows, toldColumn } from "./place.js";
import { joinedRows, valuesIn, type Case, type Judge, type Verdict } from "./verdict.js";

/**
 * Two columns of one year: one that is only preliminary gives way, and so does a hidden one, which is told. Of
 * others the first is read, but not in rows where they differ.
 */
export const twins: Judge = (each, before) => {
  const values = valuesIn(before);
  const years = groupBy(values, ({ year }) => year);
  const settled = [...years].flatMap(([year, same]) => {
    const columns = each.context.table.columns.filter(({ column }) =>
      same.some((one) => one.column === column),
    );
    const [best, ...others] = columns.sort(byStanding(each));
    return best === undefined
      ? []
      : others.map((other) => ofUnits(each, [best, other], year) ?? settle(each, best, other, year));
  });
  return {
    verdicts: new Map(settled.flatMap(({ verdict }) => (verdict === null ? [] : [verdict]))),
    except: joinedRows(settled.map(({ except }) => new Map(except))),
    issues: settled.flatMap(({ issues }) => issues),
  };
};

/** Least first: what is read before others of its year. */
function standing({ context }: Case, { column, heading }: Column): number {
  const preliminary = heading.noted.some(({ why }) => why === "preliminary");
  return (preliminary ? 2 : 0) + (context.grid.isHidden(column) ? 1 : 0);
}

/** Of two that stand alike the one that holds figures, 2025年实际 beside a blank 2025年. */
function byStanding(each: Case): (a: Column, b: Column) => number {
  const isBlank = ({ column }: Column) => ownRows(each.context, each.lines, column).length === 0;
  return (a, b) => standing(each, a) - standing(each, b) || Number(isBlank(a)) - Number(isBlank(b));
}

interface Settled {
  verdict: [number, Verdict] | null;
  except: [number, ReadonlyMap<number, RefusedReason | "other-unit">][];
  issues: Issue[];
}

/**
 * 2025年（%） beside 2025年（人）: each is read in the rows of its unit. Null where no heading's unit tells them apart, or
 * where rows of one unit have figures in both.
 */
function ofUnits(each: Case, columns: readonly [Column, Column], year: number | null): Settled | null {
  const [a, b] = columns;
  if (unitKey(a.heading.unit) === unitKey(b.heading.unit)) return null;
  const rows = {
    a: ownRows(each.context, each.lines, a.column),
    b: ownRows(each.context, each.lines, b.column),
  };
  const notOf = (column: Column, filled: readonly number[]) =>
    filled.filter((row) => isOfUnit(each, column, row) === false);
  const [notA, notB] = [notOf(a, rows.a), notOf(b, rows.b)];
  const isDoubtful = (row: number) => {
    const isOfBoth = rows.b.includes(row) && !notA.includes(row) && !notB.includes(row);
    return isOfBoth || (isOfUnit(each, a, row) === false && isOfUnit(each, b, row) === false);
  };
  if ([...rows.a, ...notB].some(isDoubtful)) return null;
  const alone = (
    own: Column,
    other: Column,
    others: readonly number[],
    filled: readonly number[],
  ): Issue[] => {
    const blank = others.filter((row) => isOfUnit(each, own, row) === true && !filled.includes(row));
    if (blank.length === 0) return [];
    const args = { own: toldColumn(own), others: [toldColumn(other)], rows: blank, year };
    return [issue("data/blank-beside", headCell(each.context, own), args)];
  };
  const except = (column: Column, found: readonly number[]) =>
    [column.column, new Map(found.map((row) => [row, "other-unit"] as const))] as const;
  return {
    verdict: null,
    except: [[...except(a, notA)], [...except(b, notB)]],
    issues: [...alone(a, b, notB, rows.a), ...alone(b, a, notA, rows.b)],
  };
}

/** Whether a column's unit is that of the row's indicator; null where the heading gives none. */
function isOfUnit({ lines }: Case, { heading }: Column, row: number): boolean | null {
  const line = lines.find((each) => each.row === row);
  const planned = line === undefined ? undefined : entryOf(line)?.indicator.unit;
  return heading.unit === "" || planned === undefined ? null : isSameUnit(heading.unit, planned);
}

function settle(each: Case, best: Column, other: Column, year: number | null): Settled {
  const { grid } = each.context;
  const rows = differing(each, best, other);
  const known = (reason: KnownReason): Settled => ({
    verdict: [other.column, { is: "known", reason }],
    except: [],
    issues: [],
  });
  if (standing(each, other) >= 2 && standing(each, best) < 2) return known("preliminary-column");
  const isHidden = grid.isHidden(other.column) && !grid.isHidden(best.column);
  if (rows.length === 0) return known(isHidden ? "hidden-column" : "repeated");
  const told = { first: toldColumn(best), second: toldColumn(other), year, rows };
  const where = headCell(each.context, other);
  if (isHidden) {
    return { ...known("hidden-column"), issues: [issue("data/hidden-column", where, told)] };
  }
  const refused = new Map(rows.map((row) => [row, "conflict"] as const));
  return {
    verdict: [other.column, { is: "known", reason: "repeated" }],
    except: [
      [best.column, refused],
      [other.column, refused],
    ],
    issues: [issue("data/twin-columns", where, { ...told, ...unseen(each, best, other, rows) })],
  };
}

/** What of two columns that differ a person looks for in vain. */
function unseen({ context: { grid } }: Case, best: Column, other: Column, rows: readonly number[]) {
  const told = (each: Column) => ({ ...toldColumn(each), hidden: grid.isHidden(each.column) });
  return { first: told(best), second: told(other), hiddenRows: rows.filter((row) => grid.isHiddenRow(row)) };
}

/** The rows of ours in which both columns have a figure, and not the same. */
function differing({ context, lines }: Case, a: Column, b: Column): number[] {
  const inB = new Set(ownRows(context, lines, b.column));
  const text = (row: number, column: number) => plainText(context.grid.cell(row, column)?.display ?? "");
  return ownRows(context, lines, a.column).filter(
    (row) => inB.has(row) && text(row, a.column) !== text(row, b.column),
  );
}
