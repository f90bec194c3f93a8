import { headingOf } from "../head/heading.js";
import { matchRow } from "../match/match.js";
import { isNumbered, tightText } from "../normalise.js";
import type { SheetContext } from "../reading.js";
import { columnOf } from "../table/table.js";
import type { Placed } from "./parts.js";

/** What is asked of a line. */
interface Line extends Pick<Placed, "name" | "match"> {
  row: number;
  code: string;
  filled: boolean;
  hasFigure: boolean;
}

/**
 * Lines with the names whole that are broken over two rows, as tables pasted from Word have them; the row that holds
 * nothing but the other half is marked as such, and heads nothing.
 */
export function withWholeNames<L extends Line>(context: SheetContext, lines: readonly L[]): L[] {
  const halves = new Set<number>();
  const whole = lines.map((line, at): L => {
    const [before, behind] = [lines[at - 1], lines[at + 1]];
    for (const { join } of BREAKS) {
      const found = join(context, line, before, behind);
      if (found === null) continue;
      if (!found.half.hasFigure) halves.add(found.half.row);
      return { ...line, ...found.as, names: [found.as.name] };
    }
    return line;
  });
  return whole.map((line) => (halves.has(line.row) ? { ...line, isBroken: true } : line));
}

/** The line as its whole name makes it, and the row that has the other half of it. */
interface Joined {
  as: Pick<Line, "name" | "match">;
  half: Line;
}

type Join = (
  context: SheetContext,
  line: Line,
  before: Line | undefined,
  behind: Line | undefined,
) => Joined | null;

/** Where names break; the first that fits holds. */
const BREAKS: readonly { name: string; join: Join }[] = [
  { name: "goes on in brackets below", join: bracketsBelow },
  { name: "in nothing but brackets", join: inBrackets },
  { name: "nobody's without its other half", join: nobodysAlone },
  { name: "begins in the row with the number", join: begunAbove },
];

/** 九年义务教育巩固率 | 99.92 over （女童）. */
function bracketsBelow(
  context: SheetContext,
  line: Line,
  _: Line | undefined,
  behind: Line | undefined,
): Joined | null {
  if (!line.hasFigure || line.name === "" || behind === undefined) return null;
  if (behind.hasFigure || !isBracketed(behind.name)) return null;
  return { as: named(context, line, [line.name + behind.name, behind.name], line), half: behind };
}

/** 婚前医学检查率 over （农村妇女） | 60.1: the row is of some, whoever else has a figure. */
function inBrackets(context: SheetContext, line: Line, before: Line | undefined): Joined | null {
  if (!line.hasFigure || before === undefined || before.name === "" || !isBracketed(line.name)) return null;
  return { as: named(context, line, [before.name + line.name, line.name], before), half: before };
}

/** 适龄妇女宫颈 over 癌人群筛查率 | 52.9: nobody knows the half with the figures, with the other it is ours. */
function nobodysAlone(
  context: SheetContext,
  line: Line,
  before: Line | undefined,
  behind: Line | undefined,
): Joined | null {
  if (line.match.type !== "foreign" || !line.hasFigure || line.name === "") return null;
  for (const half of [before, behind]) {
    if (half === undefined || half.match.type !== "foreign" || half.filled || half.name === "") continue;
    const name = half === before ? half.name + line.name : line.name + half.name;
    const match = matched(context, line, name);
    if (match !== null) return { as: { name, match }, half };
  }
  return null;
}

/** 11 | 女童 over 九年义务教育巩固率 | 99.91 without a number of its own, and 12 below. */
function begunAbove(
  context: SheetContext,
  line: Line,
  before: Line | undefined,
  behind: Line | undefined,
): Joined | null {
  if (line.match.type !== "matched" || !line.hasFigure || before === undefined || before.name === "")
    return null;
  if (before.match.type !== "foreign" || before.hasFigure) return null;
  const isWithout = !hasNumber(context, line) && (behind === undefined || hasNumber(context, behind));
  const name = before.name + line.name;
  const match = isWithout && hasNumber(context, before) ? matched(context, line, name) : null;
  return match === null || match.entry === line.match.entry ? null : { as: { name, match }, half: before };
}

function hasNumber({ grid, table }: SheetContext, { row }: Line): boolean {
  return (["number", "code"] as const).some((role) => {
    const column = columnOf(table, role);
    return column !== null && (grid.cell(row, column)?.display ?? "") !== "";
  });
}

/** （女童）, and no number of a list: （一）. */
function isBracketed(name: string): boolean {
  const text = tightText(name);
  return /^[(【[〔][^()]{1,12}[)】\]〕]$/u.test(text) && !isNumbered(text);
}

/** The line under its whole name, as if that stood in one cell; what says nothing, as （全区）, leaves it the row of `half`. */
function named(
  context: SheetContext,
  line: Line,
  [name, more]: readonly [string, string],
  half: Line,
): Pick<Line, "name" | "match"> {
  const { other, leftover } = headingOf([more], context.catalogue.lexicon);
  const isNothing = other === null && leftover === "";
  return { name, match: matched(context, line, name) ?? (isNothing ? half.match : { type: "foreign" }) };
}

function matched({ catalogue, plan }: SheetContext, { code }: Line, name: string) {
  const found = matchRow(catalogue, { code, number: "", names: [name], plan, above: null, heading: "" });
  return found.type === "matched" ? found : null;
}
