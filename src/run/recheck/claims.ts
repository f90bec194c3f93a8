import { checkTable, countsOf, type Checked, type ClaimCounts } from "../../claims/check.js";
import { remarksInCell, remarksOn } from "../../claims/remarks.js";
import type { Remark } from "../../claims/slips/slip.js";
import { apart, shownFootnotes } from "../../terms/footnotes.js";
import type { Place } from "../../issues/issue.js";
import { PARAGRAPH_END, type Passage } from "../../word/compare/passages.js";
import { plain, type Pair } from "../../word/compare/pairs.js";
import { withoutFigure, type Finding } from "../../word/compare/rechecked.js";
import { tablesIn, type WordTable } from "../../word/compare/tables.js";
import { typedCells } from "./cells.js";
import type { Original } from "./original.js";
import { append } from "../../terms/long-lists.js";
import { groupBy } from "../../terms/group-by.js";

/** Where a passage stands, for a finding. */
export function placeIn(file: string, { number, path, inTable }: Passage): Place {
  const place = { file, paragraph: number, heading: path.at(-1) ?? "" };
  return inTable === "" ? place : { ...place, inTable };
}

/** What was read in a text of a copy. */
interface ReadText {
  passage: Passage;
  text: string;
  remarks: readonly Remark[];
  checked: readonly Checked[];
}

/**
 * Every claim of a copy's text, all changes accepted, held against the figures. Cells of tables are texts, too; a table
 * in which people typed is read as a whole, each figure by its heads.
 */
export function checkedClaims(
  file: string,
  passages: readonly Passage[],
  pairs: readonly Pair[],
  { facts, own }: Pick<Original, "facts" | "own">,
): { findings: Finding[]; claims: ClaimCounts } {
  const typed = typedCells(passages, pairs);
  const tables = [...tablesIn(passages).values()];
  const inTables = new Set(tables.flatMap(({ rows }) => rows.flat()));
  const texts = passages
    .filter((passage) => !inTables.has(passage))
    .flatMap((passage) => textsOf(passage, facts));
  const cells = tables.flatMap((table) => cellsOf(table, facts));
  const checked: Checked[] = [];
  const findings = [...texts, ...cells].flatMap((read) => {
    const isOwn = own.has(plain(read.text)) && !typed.has(read.passage);
    append(checked, isOwn ? read.checked.map(undoubted) : read.checked);
    if (isOwn) return [];
    const differing = differingIn(read.checked);
    return read.remarks.map((remark) => findingOf(file, read, remark, differing));
  });
  return { findings, claims: countsOf(checked) };
}

function textsOf(passage: Passage, facts: Original["facts"]): ReadText[] {
  return passage.after
    .split(PARAGRAPH_END)
    .flatMap(apart)
    .filter((text) => text.trim() !== "")
    .map((text) => ({ passage, text, ...remarksOn(text, facts) }));
}

/** The cells of a table, with what their heads make of their figures; a footnote is a text of its own. */
function cellsOf({ title, rows }: WordTable<Passage>, facts: Original["facts"]): ReadText[] {
  const all = rows.map((row) =>
    row.map((passage) => {
      const [text = "", ...notes] = apart(passage.after.replaceAll(PARAGRAPH_END, "\n"));
      const { column = 0, span = 1 } = passage.cell ?? {};
      return { passage, text, notes, column, span };
    }),
  );
  const checked = groupBy(checkTable({ title, rows: all }, facts), ({ cell }) => cell);
  return all.flat().flatMap((cell) => {
    const { passage, text, notes } = cell;
    const own = checked.get(cell) ?? [];
    const read = { passage, text, checked: own, remarks: remarksInCell(text, own, facts) };
    return [read, ...notes.map((note) => ({ passage, text: note, ...remarksOn(note, facts) }))];
  });
}

type Differing = Pick<Finding, "written" | "right" | "source">;

/** What the data say instead of each claim that differs, by its place: of several at one place the first. */
function differingIn(checked: readonly Checked[]): Map<number, Differing> {
  const differing = new Map<number, Differing>();
  for (const { claim, verdict } of checked)
    if (verdict.state === "differ" && !differing.has(claim.at))
      differing.set(claim.at, { written: claim.written, right: verdict.right, source: verdict.from });
  return differing;
}

function findingOf(
  file: string,
  { passage, text }: ReadText,
  remark: Remark,
  differing: ReadonlyMap<number, Differing>,
): Finding {
  const issue = remark.issue(placeIn(file, passage), frameOf(text));
  const found = differing.get(remark.at);
  return found === undefined ? withoutFigure(issue, text) : { issue, text, ...found };
}

/** Of what the program says by itself a doubt is the checker's own, of words that it reads otherwise. */
function undoubted({ claim, verdict }: Checked): Checked {
  return { claim, verdict: verdict.state === "differ" ? { state: "unmatched" } : verdict };
}

const LONGEST_FRAME = 160;
/** So much of a text is looked at for that; a paragraph may hold thousands of figures, each told in its frame. */
const FRAMED = 10 * LONGEST_FRAME;

/** The text itself, as far as one reads it. */
export function frameOf(text: string): string {
  const line = shownFootnotes(text.slice(0, FRAMED)).trim().replaceAll(/\s+/gu, " ");
  return line.length > LONGEST_FRAME ? `${line.slice(0, LONGEST_FRAME)}…` : line;
}
