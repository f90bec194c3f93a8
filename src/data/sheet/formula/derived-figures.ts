import { issue, type Issue } from "../../../issues/issue.js";
import { groupBy } from "../../../terms/group-by.js";
import { unitOf } from "../../../terms/unit.js";
import { cellAddress, columnLetters, parseAddress } from "../../../workbook/address.js";
import type { Cell, Formula, Merge, Sheet } from "../../../workbook/sheet.js";
import type { Catalogue, Entry } from "../../catalogue.js";
import { KNOWN, type KnownReason } from "../../coverage/reasons.js";
import { quoted } from "../quoted.js";
import type { Reading, SheetContext } from "../reading.js";
import { formulaSaid, type FormulaSaid } from "./said.js";

/**
 * Figures that were read and that a formula makes of figures of something else: of other years, of a target or a forecast,
 * of another indicator or place. Nobody reported those. Told once a column.
 */
export function derivedFigures(
  where: { file: string; sheet: string },
  { rows }: Sheet,
  reading: Reading,
  catalogue: Catalogue,
): Issue[] {
  const cells = rows.flatMap((row) => row.cells.filter(hasFormula));
  if (cells.length === 0) return [];
  const placed = placedOn(reading, catalogue);
  const derived = cells.flatMap((cell) => {
    const own = placed.own.get(cell.address);
    const isRead = own !== undefined || placed.quantities.has(cell.address);
    const said = isRead ? formulaSaid(cell.formula, cell, where.sheet) : null;
    const how = said === null ? null : howDerived(own ?? cell.row, said, placed);
    return said === null || how === null ? [] : [{ cell, formula: quoted(`=${said.text}`), how }];
  });
  return [...groupBy(derived, ({ cell }) => cell.column)].map(([column, same]) => {
    const places = same.map(({ cell }) => ({ ...where, cell: cell.address }));
    const figures = same.map(({ cell, formula, how }) => ({ cell: cell.address, formula, how }));
    const found = issue("data/derived-figures", places[0] ?? where, {
      column: columnLetters(column),
      figures,
    });
    return { ...found, cells: places };
  });
}

function hasFormula(cell: Cell): cell is Cell & { formula: Formula } {
  return cell.formula !== null && cell.formula.text !== "";
}

/** What a character of a formula costs, in looks at a cell: each is looked through for the cells it names, and these are looked up. */
const PER_CHARACTER = 3;

/** Counts the formulas of a table's rows, before its figures are read and anything is made for them. */
export function spendOnFormulas({ grid, table }: Pick<SheetContext, "grid" | "table">): void {
  for (const row of table.body)
    for (const { formula } of grid.own(row))
      if (formula !== null) grid.spend(formula.text.length * PER_CHARACTER);
}

/** A figure that was read: of what, of whom, of which year. */
interface Own {
  entry: Entry;
  /** The group or the place; "" for the district as a whole. */
  whose: string;
  year: number;
  /** It is a 分子 or 分母: several rows may share one. */
  isCount: boolean;
}

/** What stands in the cells of a sheet. */
interface Placed {
  own: ReadonlyMap<string, Own>;
  known: ReadonlyMap<string, KnownReason>;
  /** What was read and is no indicator's: goals of projects, and what is done. */
  quantities: ReadonlySet<string>;
  /** Every figure, whatever became of it. */
  figures: ReadonlySet<string>;
}

function placedOn({ observations, groups, references, fates }: Reading, { byId }: Catalogue): Placed {
  const placed = (cell: string, id: string, rest: Omit<Own, "entry">): [string, Own][] => {
    const entry = byId.get(id);
    return entry === undefined ? [] : [[cell, { entry, ...rest }]];
  };
  const own = new Map([
    ...observations.flatMap(({ source, indicator, year }) =>
      placed(source.cell, indicator, { whose: "", year, isCount: false }),
    ),
    ...observations.flatMap(({ numerator, denominator, indicator, year }) =>
      [numerator, denominator].flatMap((count) =>
        count === null ? [] : placed(count.source.cell, indicator, { whose: "", year, isCount: true }),
      ),
    ),
    ...groups.flatMap(({ source, indicator, year, group }) =>
      placed(source.cell, indicator, { whose: group, year, isCount: false }),
    ),
    ...references.flatMap(({ source, indicator, year, region }) =>
      placed(source.cell, indicator, { whose: region, year, isCount: false }),
    ),
  ]);
  const read = fates.flatMap(({ as, source }) =>
    as === "read" && !own.has(source.cell) ? [source.cell] : [],
  );
  return {
    own,
    quantities: new Set(read),
    known: new Map(
      fates.flatMap((fate) => (fate.as === "known" ? [[fate.source.cell, fate.reason] as const] : [])),
    ),
    figures: new Set(fates.map(({ source }) => source.cell)),
  };
}

/** What a cell that a formula names is to the figure it makes. */
type Basis =
  | { is: "year"; year: number }
  | { is: "other"; name: string }
  | { is: "known"; reason: KnownReason };

/** What no figure may be worked out from, and what it may not be a copy of. */
const NEVER_SOURCES: ReadonlySet<KnownReason> = new Set<KnownReason>([
  "target-column",
  "forecast-column",
  "previous-year-echo",
  "other-year",
]);
const NEVER_COPIED: ReadonlySet<KnownReason> = new Set<KnownReason>([
  ...NEVER_SOURCES,
  "other-period",
  "other-region",
  "other-group",
  "other-site",
  "statistic-column",
]);

/** How a figure was come by that nobody reported, in words; null where it may well have been. Of projects the row is known. */
function howDerived(own: Own | number, { way, from }: FormulaSaid, placed: Placed): string | null {
  if (way === "foretold") return "按趋势推算";
  const cells = from.flatMap(addressesIn).filter((cell) => placed.figures.has(cell));
  const bases = cells.map((cell) =>
    typeof own === "number" ? basisOfQuantity(own, cell, placed) : basisOf(own, cell, placed),
  );
  const clear = bases.flatMap((basis) => (basis === null ? [] : [basis]));
  if (clear.length === 0 || clear.length < bases.length) return null;
  if (way === "copied") return clear.every(mayNotBeCopied) ? `照搬${wordsOf(clear)}` : null;
  // What is counted may grow by what came in addition.
  if (way === "summed" && typeof own !== "number" && isCounted(own)) return null;
  return clear.every(isNoSource) ? `由${wordsOf(clear)}算出` : null;
}

/** More cells than a row of years has are no years. */
const MOST_CELLS = 40;

function addressesIn({ top, left, bottom, right }: Merge): string[] {
  const [height, width] = [bottom - top + 1, right - left + 1];
  if (height * width > MOST_CELLS) return [];
  return Array.from({ length: height * width }, (_, at) =>
    cellAddress(top + Math.floor(at / width), left + (at % width)),
  );
}

function basisOf(own: Own, cell: string, { own: figures, known }: Placed): Basis | null {
  const other = figures.get(cell);
  const reason = known.get(cell);
  if (other === undefined) return reason === undefined ? null : { is: "known", reason };
  if (own.isCount || other.isCount) {
    const isOther = isSameEntry(own.entry, other.entry) && own.year !== other.year;
    return isOther ? { is: "year", year: other.year } : null;
  }
  if (!isSameEntry(own.entry, other.entry)) return { is: "other", name: other.entry.indicator.name };
  if (own.whose !== other.whose) return { is: "other", name: other.whose };
  return own.year === other.year ? null : { is: "year", year: other.year };
}

/** What is done is no figure made of the goal beside it. */
function basisOfQuantity(row: number, cell: string, { known, quantities }: Placed): Basis | null {
  const reason = known.get(cell);
  if (quantities.has(cell) && parseAddress(cell)?.row === row)
    return { is: "known", reason: "target-column" };
  return reason === undefined ? null : { is: "known", reason };
}

/** Both plans may have a row of one name. */
function isSameEntry(a: Entry, b: Entry): boolean {
  return a === b || a.keys.some((key) => b.keys.includes(key));
}

function mayNotBeCopied(basis: Basis): boolean {
  return basis.is !== "known" || NEVER_COPIED.has(basis.reason);
}

function isNoSource(basis: Basis): boolean {
  return basis.is === "year" || (basis.is === "known" && NEVER_SOURCES.has(basis.reason));
}

function isCounted({ entry }: Own): boolean {
  const { kind } = unitOf(entry.indicator.unit);
  return kind === "count" || kind === "amount";
}

function wordsOf(bases: readonly Basis[]): string {
  const words = bases.map((basis) => {
    if (basis.is === "year") return `${basis.year}年数`;
    return basis.is === "known" ? KNOWN[basis.reason] : `“${quoted(basis.name) || "全区"}”的数`;
  });
  return [...new Set(words)].join("、");
}
