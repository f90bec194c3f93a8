import { unitOf } from "../../terms/unit.js";
import { PLAIN_LEVEL, type Claim, type Sign } from "../claim.js";
import type { Figure } from "../figure.js";
import { folded } from "../grammar/fold.js";
import { headOf, isYear, joined, NO_HEAD, type Head } from "../grammar/heads.js";
import type { Names, Thing } from "../grammar/names.js";
import { tokenise, type Vocabulary } from "../grammar/tokenise.js";
import { LONGEST_TITLE, type TableCell } from "../text/lines.js";
import { sentencesOf } from "../text/tight.js";
import { claimsOf } from "./compose.js";
import { claim, unmatched, type Composing, type Found } from "./emit.js";
import { inUnit } from "./levels/told.js";
import { COUNTED, EVERYTHING, natureCalled } from "./tallies.js";
import { fresh, setTime, subject, yearsOf, type State } from "./state.js";

/** A claim and the cell it stands in: its place is one in the cell's text. */
export interface CellClaim<Cell> {
  cell: Cell;
  claim: Claim;
}

/** A table as people make them, with the line above it. */
export interface TypedTable<Cell extends TableCell> {
  title: string;
  rows: readonly (readonly Cell[])[];
}

/** A cell that says nothing but a figure, or something else. */
interface Read<Cell> {
  cell: Cell;
  figure: Figure | null;
  sign: Sign;
  head: Head;
}

/** What stands to the left of a line's figures. */
interface LineHead {
  head: Head;
  /** The place of its last cell, and of the one with the name; -1 where none is. */
  until: number;
  named: number;
  /** The column of the name. */
  column: number;
}

/**
 * The claims of a table: a figure by itself is of what heads its column and its line, 孕产妇系统管理率（%） and 2025年,
 * whichever of the two heads which. What a cell says beside or instead of a figure is read as a sentence. Pure.
 */
export function claimsOfTable<Cell extends TableCell>(
  { title, rows }: TypedTable<Cell>,
  vocabulary: Vocabulary,
): CellClaim<Cell>[] {
  const above = title.length > LONGEST_TITLE ? NO_HEAD : headOf(title, vocabulary);
  const ofDomains = rows.some((row) => row.some((cell) => isDomain(cell, vocabulary)));
  let columns: Head[] = [];
  let inHead = true;
  let before: LineHead | null = null;
  return rows.flatMap((row) => {
    const cells = row.map((cell) => readCell(cell, columns, vocabulary));
    const said = cells.filter(({ cell }) => cell.text.trim() !== "");
    if (!said.some(({ figure }) => figure !== null)) {
      const isHead = said.length > 1 && (inHead || said.some(({ head }) => head.times.length > 0));
      if (isHead) columns = headed(inHead ? columns : [], cells);
      inHead = isHead || (inHead && said.length < 2);
      return said.flatMap(({ cell }) => sentencesIn(cell, null, vocabulary));
    }
    inHead = false;
    const line = lineOf(cells, before);
    before = line;
    return cells.flatMap((each, nth) => {
      if (nth === line.named) return [];
      if (nth <= line.until) return sentencesIn(each.cell, null, vocabulary);
      const heads = { column: columns[each.cell.column] ?? NO_HEAD, line: line.head, above, ofDomains };
      if (heads.column.asksMet) return metIn(each.cell, heads, vocabulary);
      return each.figure === null
        ? sentencesIn(each.cell, heads, vocabulary)
        : figureIn(each.cell, each.figure, each.sign, heads, vocabulary);
    });
  });
}

function isDomain({ text }: TableCell, { domains }: Vocabulary): boolean {
  return domains.some(({ called, before }) => before === undefined && text.trim() === called);
}

const SIGN = /^\s*(?:(?<minus>[-\u2212－—–↓])|[+＋↑])\s*(?=\d)/u;

function readCell<Cell extends TableCell>(
  cell: Cell,
  columns: readonly Head[],
  vocabulary: Vocabulary,
): Read<Cell> {
  const { text } = cell;
  const signed = SIGN.exec(text);
  const skipped = signed?.[0].length ?? 0;
  const sign = signed === null ? 0 : signed.groups?.["minus"] === undefined ? 1 : -1;
  const [sentence, ...more] = isYear(text) ? [] : sentencesOf(text.slice(skipped));
  const [token, ...others] =
    sentence === undefined || more.length > 0 ? [] : folded(tokenise(sentence.text, vocabulary));
  const isOne = token?.kind === "figure" && token.figures.length === 1 && others.length === 0;
  const isOrdinal = columns[cell.column]?.isOrdinal === true;
  const [figure = null] = isOne && !isOrdinal ? token.figures : [];
  const start = skipped + (sentence?.at[figure?.start ?? 0] ?? 0);
  const head = figure === null && !isOrdinal ? headOf(text, vocabulary) : NO_HEAD;
  return { cell, figure: figure && { ...figure, start }, sign, head };
}

/** What stands above each column, once a further line of heads is put to it; a joined cell heads all it covers. */
function headed<Cell extends TableCell>(columns: readonly Head[], cells: readonly Read<Cell>[]): Head[] {
  const all = [...columns];
  for (const { cell, head } of cells)
    for (let column = cell.column; column < cell.column + cell.span; column += 1)
      all[column] = joined(all[column] ?? NO_HEAD, head);
  return all;
}

/** The name of a line stands to the left of its figures; a name that is left out is that of the line above. */
function lineOf<Cell extends TableCell>(cells: readonly Read<Cell>[], before: LineHead | null): LineHead {
  const first = cells.findIndex(({ head }) => head.things.length > 0 && !head.isStrange);
  const figure = cells.findIndex((each, nth) => each.figure !== null && nth > first);
  const until = figure - 1;
  const heads = cells.slice(0, Math.max(until + 1, first + 1)).map(({ head }, nth) =>
    // Words in other cells than the name's, a responsible unit or a domain, do not change what it is.
    nth === first ? head : { ...head, things: [], isStrange: first < 0 && head.isStrange },
  );
  const head = heads.reduce(joined, NO_HEAD);
  const column = cells[first]?.cell.column ?? before?.column ?? -1;
  const isLeftOut = first < 0 && !cells.some(({ cell }) => cell.column === column && cell.text.trim() !== "");
  if (!isLeftOut || before === null || head.times.length === 0) return { head, until, named: first, column };
  const { things, unit } = before.head;
  return { head: { ...head, things, unit: head.unit || unit }, until, named: first, column };
}

/** What the figures of a cell are read by. */
interface Heads {
  column: Head;
  line: Head;
  above: Head;
  /** Its lines are of domains. */
  ofDomains: boolean;
}

/** What a table's cell is about; null where its heads contradict each other or leave it open. */
function aboutOf(
  { column, line, above }: Heads,
  vocabulary: Vocabulary,
): { head: Head; state: State } | null {
  const own = joined(column, line);
  const head = own.times.length > 0 ? own : { ...own, times: above.times };
  const [thing, ...things] = head.things;
  const [time, ...times] = head.times;
  const isOpen =
    thing?.kind !== "indicators" ||
    things.some(({ name }) => name !== thing.name) ||
    times.some(({ text }) => text !== time?.text) ||
    head.groups.length + above.groups.length > 1 ||
    time?.span != null;
  if (
    isOpen ||
    head.status !== null ||
    head.isNegated ||
    head.isStrange ||
    head.isElsewhere ||
    above.isElsewhere
  )
    return null;
  const state = fresh(vocabulary.period);
  subject(state, [thing], true);
  if (time !== undefined) setTime(state, [time]);
  state.groups = [...head.groups, ...above.groups];
  return { head, state };
}

function figureIn<Cell extends TableCell>(
  cell: Cell,
  figure: Figure,
  sign: Sign,
  heads: Heads,
  vocabulary: Vocabulary,
): CellClaim<Cell>[] {
  const out: Found[] = [];
  if (heads.column.things.length + heads.line.things.length === 0) {
    countIn(figure, heads, { state: fresh(vocabulary.period), text: "", names: NO_NAMES, out });
    return out.map(({ from, ...found }) => ({ cell, claim: { ...found, at: from } }));
  }
  const about = aboutOf(heads, vocabulary);
  if (about === null) unmatched({ state: fresh(vocabulary.period), text: "", names: NO_NAMES, out }, figure);
  else tell(figure, sign, heads, about, out);
  return out.map(({ from, ...found }) => ({ cell, claim: { ...found, at: from } }));
}

/**
 * 5 below 达标, in the line of 妇女与健康: so many of that domain are; 11 below 指标数: so many it has; and in the line of
 * 合计, of all domains.
 */
function countIn(figure: Figure, { column, line, above, ofDomains }: Heads, composing: Composing): void {
  const { domain, status, nature, isNegated: negated, times, ...head } = joined(column, line);
  const isOther = head.isStrange || head.isElsewhere || above.isElsewhere || head.groups.length > 0;
  const isCount = COUNTED.has(figure.unit || head.unit) && figure.value.isInteger();
  const isOfWhole = ofDomains && head.isAll && (domain !== null) !== (column.isAll && line.isAll);
  const isOfRows =
    (domain !== null && status !== null) || isOfWhole || (ofDomains && line.isAll && status !== null);
  if (!isOfRows || isOther || !isCount) return;
  setTime(composing.state, times.length > 0 ? times : above.times);
  const scope = { ...EVERYTHING, domain, nature: nature === null ? null : natureCalled(nature) };
  const of =
    status === null
      ? ({ what: "total", whole: true, rest: true, among: null } as const)
      : ({ what: "status", names: [status], negated } as const);
  const { years } = composing.state;
  claim(composing, { kind: "tally", scope, of, figure, all: false, years }, figure);
}

/** 是 below 是否达标. */
function metIn<Cell extends TableCell>(cell: Cell, heads: Heads, vocabulary: Vocabulary): CellClaim<Cell>[] {
  const text = cell.text.trim();
  const met = YES.has(text) ? true : NO.has(text) ? false : null;
  const about = aboutOf(heads, vocabulary);
  if (met === null) return sentencesIn(cell, { ...heads, column: NO_HEAD }, vocabulary);
  if (about === null) return [];
  const out: Found[] = [];
  const composing = { state: about.state, text, names: NO_NAMES, out };
  const options = optionsOf(about.state.things);
  const { years } = about.state;
  claim(composing, { kind: "met", options, years, met, side: 0 }, { start: cell.text.indexOf(text), text });
  return out.map(({ from, ...found }) => ({ cell, claim: { ...found, at: from } }));
}

const YES = new Set(["是", "√", "✓"]);
const NO = new Set(["否", "×", "✗"]);

function tell(
  figure: Figure,
  sign: Sign,
  { column, line }: Heads,
  { head, state }: { head: Head; state: State },
  out: Found[],
): void {
  const composing = { state, text: "", names: NO_NAMES, out };
  const options = optionsOf(state.things);
  const { years } = state;
  const [one = "", ...more] = [...new Set(options.map((each) => each.unit))];
  const own = more.length > 0 ? "" : one;
  const level = inUnit(figure, { unit: column.unit || line.unit || own });
  switch (head.of) {
    case "goal":
      return claim(composing, { kind: "target", options, years, figure: level }, figure);
    case "change": {
      const points = unitOf(own).points;
      // 1.89 below 增幅（%） may be points, or so much of what it was.
      const told = figure.unit || column.unit;
      if (state.groups.length > 0 || (points !== null && unitOf(told).per !== null))
        return unmatched(composing, figure);
      const written = told || (points ?? own);
      const moved = { ...inUnit(figure, { unit: written }), points: figure.points || written === points };
      const bases = head.bases.flatMap((base) => yearsOf(base, state));
      return claim(
        composing,
        { kind: "change", options, years, bases, figure: moved, sign: sign || head.sign, yearly: false },
        figure,
      );
    }
    case "level": {
      const where = state.groups[0] ?? null;
      return claim(composing, { ...PLAIN_LEVEL, options, years, figure: level, where }, figure);
    }
  }
}

function optionsOf(things: readonly Thing[] | null) {
  return (things ?? []).flatMap((thing) => (thing.kind === "indicators" ? thing.options : []));
}

const NO_NAMES: Names = {
  find: () => [],
  otherPlans: [],
  called: () => null,
  known: new Map(),
  siteWords: [],
};

/** A cell's sentences; one with a figure is about what its line is about, where it names nothing itself. */
function sentencesIn<Cell extends TableCell>(
  cell: Cell,
  heads: Heads | null,
  vocabulary: Vocabulary,
): CellClaim<Cell>[] {
  // 说明, 备注 above it make no other measure of what it says.
  const own = heads && { ...heads, column: { ...heads.column, isStrange: false } };
  const about = own === null || !/\d/u.test(cell.text) ? null : aboutOf(own, vocabulary);
  const isWhole = about !== null && about.head.of === "level" && about.state.groups.length === 0;
  const state = isWhole ? about.state : fresh(vocabulary.period);
  return sentencesOf(cell.text).flatMap((sentence) =>
    claimsOf(sentence, state, vocabulary).map(({ from, ...found }) => ({
      cell,
      claim: { ...found, at: sentence.at[from] ?? 0 },
    })),
  );
}
