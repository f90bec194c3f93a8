import { issue, type Issue } from "../../issues/issue.js";
import { cellKey, cellToFind, type CellPlace } from "../../issues/place.js";
import { groupBy } from "../../terms/group-by.js";
import type { Observation } from "../dataset.js";
import { parseAddress } from "../../workbook/address.js";
import { agree } from "./agree.js";
import type { WorkbookReading } from "./workbook-reading.js";

/** The figures that stand, with what was found on those under 上年数 beside a blank 本年数. */
export interface WithoutMisplaced {
  observations: readonly Observation[];
  issues: readonly Issue[];
  /** Cells whose figures do not count. */
  refused: readonly CellPlace[];
}

/**
 * A figure under 上年数 whose row leaves this year's blank, and says not why, may be this year's in the wrong column. It
 * is one of last year where another source says the same; where another says otherwise it is not taken; where nobody
 * else says anything it is taken, and asked about where the files are the whole of a data folder: a form that nobody
 * filled in shows what that folder holds.
 */
export function withoutMisplaced(
  observations: readonly Observation[],
  workbooks: readonly WorkbookReading[],
  extent: "folder" | "files",
): WithoutMisplaced {
  const alone = new Set(workbooks.flatMap(aloneIn).map(cellKey));
  if (alone.size === 0) return { observations, issues: [], refused: [] };
  const isAlone = ({ source }: Observation) => alone.has(cellKey(source));
  const others = groupBy(
    observations.filter((each) => !isAlone(each)),
    figureOf,
  );
  const told = observations
    .filter(isAlone)
    .map((each) => ({ each, beside: others.get(figureOf(each)) ?? [] }));
  const held = told.filter(
    ({ each, beside }) => beside.length > 0 && !beside.some(({ value }) => agree(value, each.value)),
  );
  const asked = told.filter(({ beside }) => beside.length === 0).map(({ each }) => each);
  const gone = new Set(held.map(({ each }) => each));
  return {
    observations: observations.filter((each) => !gone.has(each)),
    issues: [
      ...held.map(({ each, beside }) => heldBack(each, beside)),
      ...(extent === "folder" ? askedAbout(asked) : []),
    ],
    refused: held.map(({ each }) => each.source),
  };
}

function figureOf({ indicator, year }: Observation): string {
  return `${indicator} ${year}`;
}

/** The cells of a workbook's 上年数 whose rows leave this year's blank without a reason or a remark. */
function aloneIn({ reading: { fates, gaps } }: WorkbookReading): CellPlace[] {
  const echoes = fates.filter((fate) => fate.as === "read" && fate.echo);
  if (echoes.length === 0) return [];
  const blank = new Set(
    gaps
      .filter(({ reason, statedReason, remark }) => reason === "blank" && statedReason + remark === "")
      .map(({ source }) => rowKey(source)),
  );
  return echoes.flatMap(({ source }) => (blank.has(rowKey(source)) ? [source] : []));
}

function rowKey({ file, sheet, cell }: CellPlace): string {
  return cellKey({ file, sheet, cell: cell.replace(/^[A-Z]+/u, "") });
}

function heldBack(
  { indicator, year, display: shown, source }: Observation,
  beside: readonly Observation[],
): Issue {
  const [other] = beside;
  const old = { display: other?.display ?? "", cell: other === undefined ? "" : cellToFind(other.source) };
  return issue("data/previous-held", source, { indicator, year, shown, old });
}

/** One finding for all such rows of a sheet and a year. */
function askedAbout(figures: readonly Observation[]): Issue[] {
  const sheets = groupBy(figures, ({ source, year }) => [source.file, source.sheet, year].join("\n"));
  return [...sheets.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const rows = same.map(({ source }) => parseAddress(source.cell)?.row ?? 0).sort((a, b) => a - b);
    return [issue("data/previous-alone", first.source, { rows, year: first.year })];
  });
}
