import { issue, type Issue, type Place } from "../../../issues/issue.js";
import type { Cell } from "../../../workbook/sheet.js";
import type { Entry } from "../../catalogue.js";
import { isFigure } from "../../coverage/figures.js";
import { codeKey, untied, type Match, type RowClaim } from "../match/match.js";
import { withoutSaying } from "../match/aside.js";
import { isOwnName, isPartName, partOf, toldOfAbove, type Whole } from "../match/part-of.js";
import { unitOf } from "../../../terms/unit.js";
import { isDashed, isSameUnit, nameKey, unitKey } from "../normalise.js";
import { firstBy } from "../../../terms/first-by.js";
import { quoted } from "../quoted.js";
import type { SheetContext } from "../reading.js";
import { columnOf, textIn } from "../table/table.js";

/** A row as it names itself, before the names above it are asked. */
interface Named {
  row: number;
  claim: RowClaim;
  match: Match;
  /** What stands in its columns of figures. */
  cells: readonly Cell[];
}

/** Whose a row is by its own name and those above it. */
export interface Placed {
  /** Its name as it stands, the part's name of a compound row, or that of the indicator it turned out to be. */
  name: string;
  match: Match;
  /** The name above of which it is a part, where that or another part of it is one of ours: 农村 beneath 婴儿死亡率. */
  partOf: string | null;
  /** The name of ours that it would be, were the one above of all people: 乳腺癌 beneath 农村妇女两癌检查率. */
  near: string | null;
  /** The words that make it, beneath or beside another name, the one it is: 女童. Null where its name does. */
  byPlace: string | null;
}

/** A name above, and how far it is set in. */
type Above = Whole & { indent: number };

/** So many names above may be the whole of a part: of 小学生, 幼儿园, 初中生 beneath 近视率 the second is none of ours. */
const MOST_WHOLES = 3;

/**
 * Asks of each row in turn whether it is a part of one above it, which its name alone does not say: 女童 beneath
 * 九年义务教育巩固率, 农村 beneath 婴儿死亡率.
 */
export function partsBeneath(context: SheetContext): {
  ask: (named: Named) => Placed;
  /** A name of which, when all rows have been asked, nothing turned out to be ours. */
  isOthers: (name: string) => boolean;
  /** A name of ours that turned out to be the whole of ours: 自来水普及率 over 农村. */
  isTotal: (name: string) => boolean;
} {
  /** The names above, the nearest first. */
  let wholes: readonly Above[] = [];
  /** Those of which something is ours. */
  const ours = new Set<string>();
  const totals = new Set<string>();
  const ask = (named: Named): Placed => {
    const { row, claim, match, cells } = named;
    const hasFigure = cells.some(isFigure);
    const name = claim.names.at(-1) ?? "";
    const coded = isCoded(context, claim);
    const plain: Placed = {
      name: coded ? name : wholeName(name, match, context.catalogue),
      match,
      partOf: null,
      near: null,
      byPlace: null,
    };
    if (name === "") return plain;
    const { isPart, part, above, indent } = beneath(context, { ...named, coded }, wholes);
    const isAsked = hasFigure && !coded && (part !== name || match.type === "foreign");
    const found = isAsked ? placed(context, named, part, above) : null;
    if (found !== null && !found.isOfSome) {
      ours.add(found.whole.name);
      const { entry, whole, isOwn } = found;
      if (entry === whole.entry && !isOwn) totals.add(whole.name);
      const read = { type: "matched", entry, doubt: null } as const;
      return { ...plain, name: entry.indicator.name, match: read, byPlace: part };
    }
    if (!isPart) {
      const entry = match.type === "matched" ? match.entry : null;
      wholes = [{ name, entry, isBlank: !hasFigure, indent }, ...wholes].slice(0, MOST_WHOLES);
    }
    if (found !== null) return { ...plain, near: found.entry.indicator.name };
    const [whole] = above;
    if (whole !== undefined && whole.entry !== null) ours.add(whole.name);
    const isTold = isPart && hasFigure && mayBePart(context, row, name, whole?.entry ?? null);
    return { ...plain, partOf: isTold ? (whole?.name ?? null) : null };
  };
  return { ask, isOthers: (name) => !ours.has(name), isTotal: (name) => totals.has(name) };
}

/** 全市排位 beneath a rate tells of it, and is none of its parts. */
function mayBePart(context: SheetContext, row: number, name: string, whole: Entry | null): boolean {
  return toldOfAbove(name, context.catalogue.lexicon) === null && isMeasuredAlike(context, row, whole);
}

/** 年末常住人口 in 万人 beneath a rate is no part of it, but a measure of its own. */
function isMeasuredAlike({ grid, table }: SheetContext, row: number, whole: Entry | null): boolean {
  const unit = textIn(grid, table, row, "unit");
  if (whole === null || isDashed(unit) || isSameUnit(unit, whole.indicator.unit)) return true;
  const [own, its] = [unitKey(unit), whole.indicator.unit].map((each) => unitOf(each).kind === "rate");
  return own === its;
}

/** The indicator's own name where the one beside it or above made it that: 女童 on the right of 九年义务教育巩固率. */
function wholeName(name: string, match: Match, { byKey, lexicon }: SheetContext["catalogue"]): string {
  if (match.type !== "matched" || match.doubt !== null) return name;
  const key = nameKey(name);
  // 婴儿死亡率（2024年） says more than that.
  const isWhole = match.entry.keys.includes(key) || withoutSaying(key, byKey, lexicon) !== null;
  return isWhole ? name : match.entry.indicator.name;
}

/** What of a row's names may be a part, and of which names above or on its left. */
function beneath(
  context: SheetContext,
  { row, claim, match, cells, coded }: Named & { coded: boolean },
  wholes: readonly Above[],
): { isPart: boolean; part: string; above: readonly Whole[]; indent: number } {
  const { catalogue, grid, table } = context;
  const name = claim.names.at(-1) ?? "";
  const isOfCode = match.type === "matched" && coded;
  const [sort] = isOfCode
    ? []
    : SORTS.map((role) => textIn(grid, table, row, role)).filter((text) => !isDashed(text));
  const besides = sort === undefined ? claim.names : [...claim.names, sort];
  if (besides.length > 1) {
    const left = besides.at(-2) ?? "";
    const entry = catalogue.byKey.get(nameKey(left))?.[0] ?? null;
    const whole = { name: left, entry, isBlank: true };
    return { isPart: match.type === "foreign", part: besides.at(-1) ?? "", above: [whole], indent: 0 };
  }
  const column = columnOf(table, "name");
  const written = column === null ? name : (grid.shown(row, column)?.display ?? name);
  const indent = written.length - written.trimStart().length;
  const isPart =
    match.type === "foreign" &&
    (indent > (wholes[0]?.indent ?? 0) || (cells.some(isFigure) && isPartName(name, catalogue.lexicon)));
  return { isPart, part: name, above: isPart ? wholes.slice(0, 1) : wholes, indent };
}

/** Columns beside the names that may divide them: 近视率 | 小学. */
const SORTS = ["sort", "coverage"] as const;

/** A code says which indicator a row is, whatever stands above it. */
function isCoded({ catalogue }: SheetContext, { code }: RowClaim): boolean {
  return catalogue.byId.has(codeKey(code));
}

interface Found {
  whole: Whole;
  entry: Entry;
  isOfSome: boolean;
  /** The row says that its figures are the whole's own: 实际值. */
  isOwn: boolean;
}

/** What a row of words alone is: the whole itself, 实际值, or a part of one of those above. */
function placed(context: SheetContext, named: Named, part: string, above: readonly Whole[]): Found | null {
  // 检查人数 and 登记人数 may stand between 婚前医学检查率 and 检查率.
  const ours = above.find(({ entry }) => entry !== null);
  const entry = ours?.entry ?? null;
  const isOwn = named.match.type === "foreign" && isOwnName(part, entry, context.catalogue.lexicon);
  if (ours?.isBlank === true && entry !== null && isOwn)
    return { whole: ours, entry, isOfSome: false, isOwn: true };
  return partPlaced(context, named, part, above);
}

/** The one indicator that a part of one of the names is; null for none or several. `isOfSome`, too, where its figures count something. */
export function partPlaced(
  { catalogue, grid, table }: SheetContext,
  { row, claim, cells }: Pick<Named, "row" | "claim" | "cells">,
  part: string,
  above: readonly Whole[],
): Found | null {
  const unit = textIn(grid, table, row, "unit");
  for (const whole of above) {
    const { entries, isOfSome } = partOf(catalogue, part, unit, whole);
    const [entry, another] = untied(entries, claim, claim.code);
    if (entry === undefined) continue;
    const isMeasured = isDashed(unit) ? mayBe(entry, cells) : isSameUnit(unit, entry.indicator.unit);
    return another === undefined ? { whole, entry, isOfSome: isOfSome || !isMeasured, isOwn: false } : null;
  }
  return null;
}

/** 女童 4000 beneath a rate that says no unit counts them. */
function mayBe({ indicator: { plausible } }: Entry, cells: readonly Cell[]): boolean {
  return cells.every(
    ({ content }) => content.type !== "number" || plausible === null || plausible.high.gte(content.value),
  );
}

type Told = Placed & { where: Place; names: readonly string[] };

/** The rows that are read for what the names above make them, and those that are parts of ours and are not read: once a table. */
export function toldParts({ file, sheet }: SheetContext, lines: readonly Told[]): Issue[] {
  const cellOf = ({ where }: Told) => where.cell ?? "";
  const written = ({ names, name, byPlace }: Told) => quoted(byPlace ?? names.at(-1) ?? name);
  const read = lines.filter(({ byPlace }) => byPlace !== null);
  const lost = lines.filter((line) => line.partOf !== null);
  const [first] = read;
  const [firstLost] = lost;
  // Of years down a name that stands over all of them is told once.
  const rows = firstBy(
    read.map((line) => ({ cell: cellOf(line), name: written(line), as: line.name })),
    ({ cell, name }) => `${cell} ${name}`,
  );
  const parts = lost.map((line) => ({
    cell: cellOf(line),
    name: written(line),
    of: quoted(line.partOf ?? ""),
  }));
  return [
    ...(first === undefined
      ? []
      : [issue("data/rows-by-place", { file, sheet, cell: cellOf(first) }, { rows })]),
    ...(firstLost === undefined
      ? []
      : [issue("data/part-rows", { file, sheet, cell: cellOf(firstLost) }, { parts })]),
  ];
}
