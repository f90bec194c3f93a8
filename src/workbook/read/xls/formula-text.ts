import { cellAddress, columnLetters, type Position } from "../../address.js";
import { LONGEST_FORMULA } from "../formulas.js";

/**
 * The text of a formula that an old workbook holds as tokens in Polish order ([MS-XLS] 2.5.198): those of which figures
 * are made, in cells of the same sheet. "" where another stands among them, and where the tokens are cut off. `at`: the
 * cell that relative tokens of a shared formula are counted from. `count` is told of the tokens that were looked at.
 */
export function formulaText(tokens: Buffer, at: Position, count: (tokens: number) => void): string {
  try {
    const text = textOf({ tokens, next: 0, at, stack: [] }, count);
    return text.length > LONGEST_FORMULA ? "" : text;
  } catch (error) {
    if (error instanceof RangeError) return "";
    throw error;
  }
}

interface Walk {
  tokens: Buffer;
  next: number;
  at: Position;
  /** Texts of what the tokens so far have left. */
  stack: string[];
}

/** Takes what belongs to a token and leaves its text on the stack; false where nobody knows it. */
type Token = (walk: Walk) => boolean;

/** So many tokens make a text longer than any that is told, unless they are white space. */
const MOST_TOKENS = 4 * LONGEST_FORMULA;

function textOf(walk: Walk, count: (tokens: number) => void): string {
  for (let met = 1; walk.next < walk.tokens.length; met += 1) {
    count(1);
    if (met > MOST_TOKENS) return "";
    const token = byte(walk);
    // References and functions come in three classes, which differ in what they give to the formula.
    const known = TOKENS.get(token >= 0x40 ? (token & 0x1f) | 0x20 : token);
    const longest = walk.stack.at(-1)?.length ?? 0;
    if (known === undefined || longest > LONGEST_FORMULA || !known(walk)) return "";
  }
  const [text = "", ...more] = walk.stack;
  return more.length === 0 ? text : "";
}

const TOKENS: ReadonlyMap<number, Token> = new Map<number, Token>([
  ...[..."+-*/^&"].map((sign, index): [number, Token] => [0x03 + index, between(sign)]),
  ...["<", "<=", "=", ">=", ">", "<>"].map((sign, index): [number, Token] => [0x09 + index, between(sign)]),
  [0x12, around("+", "")],
  [0x13, around("-", "")],
  [0x14, around("", "%")],
  [0x15, around("(", ")")],
  [0x16, (walk) => leave(walk, "")],
  [0x17, (walk) => leave(walk, text(walk))],
  [0x19, attribute],
  [0x1d, (walk) => leave(walk, byte(walk) === 0 ? "FALSE()" : "TRUE()")],
  [0x1e, (walk) => leave(walk, String(word(walk)))],
  [0x1f, (walk) => leave(walk, String(double(walk)))],
  [0x21, (walk) => call(walk, FIXED.get(word(walk)))],
  [0x22, (walk) => callVariable(walk)],
  [0x24, (walk) => leave(walk, cell(walk, word(walk), word(walk), false))],
  [0x25, (walk) => leave(walk, block(walk, false))],
  [0x2c, (walk) => leave(walk, cell(walk, word(walk), word(walk), true))],
  [0x2d, (walk) => leave(walk, block(walk, true))],
  [0x3a, (walk) => leave(walk, elsewhere(walk, 6))],
  [0x3b, (walk) => leave(walk, elsewhere(walk, 10))],
]);

/** Functions of a fixed number of arguments, by their numbers ([MS-XLS] 2.5.198.17). */
const FIXED: ReadonlyMap<number, { name: string; count: number }> = new Map(
  (
    [
      [3, "ISERROR", 1],
      [25, "INT", 1],
      [27, "ROUND", 2],
      [33, "VALUE", 1],
      [48, "TEXT", 2],
      [63, "RAND", 0],
      [131, "N", 1],
      [212, "ROUNDUP", 2],
      [213, "ROUNDDOWN", 2],
      [309, "FORECAST", 3],
      [346, "COUNTIF", 2],
    ] as const
  ).map(([number, name, count]) => [number, { name, count }]),
);

/** Those of any number of them. */
const VARIABLE: ReadonlyMap<number, string> = new Map([
  [1, "IF"],
  [4, "SUM"],
  [5, "AVERAGE"],
  [6, "MIN"],
  [7, "MAX"],
  [28, "LOOKUP"],
  [29, "INDEX"],
  [49, "LINEST"],
  [50, "TREND"],
  [52, "GROWTH"],
  [64, "MATCH"],
  [78, "OFFSET"],
  [101, "HLOOKUP"],
  [102, "VLOOKUP"],
  [148, "INDIRECT"],
  [228, "SUMPRODUCT"],
  [345, "SUMIF"],
]);

function byte(walk: Walk): number {
  walk.next += 1;
  return walk.tokens.readUInt8(walk.next - 1);
}

function word(walk: Walk): number {
  walk.next += 2;
  return walk.tokens.readUInt16LE(walk.next - 2);
}

function double(walk: Walk): number {
  walk.next += 8;
  return walk.tokens.readDoubleLE(walk.next - 8);
}

function leave({ stack }: Walk, said: string): boolean {
  stack.push(said);
  return true;
}

function between(sign: string): Token {
  return ({ stack }) => {
    const [right, left] = [stack.pop(), stack.pop()];
    return left !== undefined && right !== undefined && stack.push(left + sign + right) > 0;
  };
}

function around(before: string, behind: string): Token {
  return ({ stack }) => {
    const inside = stack.pop();
    return inside !== undefined && stack.push(before + inside + behind) > 0;
  };
}

/** Words in a formula say nothing of where its figure comes from. */
function text(walk: Walk): string {
  const length = byte(walk);
  const isWide = byte(walk) % 2 === 1;
  walk.next += isWide ? 2 * length : length;
  return '""';
}

const CHOOSES = 0x04;
const SUMS = 0x10;

/** White space and shortcuts of evaluation; SUM of one argument is one of them. */
function attribute(walk: Walk): boolean {
  const kind = byte(walk);
  word(walk);
  if ((kind & CHOOSES) !== 0) return false;
  return (kind & SUMS) === 0 || call(walk, { name: "SUM", count: 1 });
}

function callVariable(walk: Walk): boolean {
  const count = byte(walk) & 0x7f;
  const name = VARIABLE.get(word(walk) & 0x7fff);
  return call(walk, name === undefined ? undefined : { name, count });
}

function call({ stack }: Walk, called: { name: string; count: number } | undefined): boolean {
  if (called === undefined || stack.length < called.count) return false;
  const given = called.count === 0 ? [] : stack.splice(-called.count);
  return stack.push(`${called.name}(${given.join(",")})`) > 0;
}

const RELATIVE_ROW = 0x8000;
const RELATIVE_COLUMN = 0x4000;

/** $D2; of a shared formula the rows and columns that are relative are counted from the cell. */
function cell({ at }: Walk, row: number, marked: number, shared: boolean): string {
  const [isRow, isColumn] = [(marked & RELATIVE_ROW) !== 0, (marked & RELATIVE_COLUMN) !== 0];
  const column = marked & 0xff;
  const rowFrom = shared && isRow ? (at.row - 1 + row) & 0xffff : row;
  const columnFrom = shared && isColumn ? (at.column - 1 + column) & 0xff : column;
  const [letters, digits] = [columnLetters(columnFrom + 1), cellAddress(rowFrom + 1, 1).slice(1)];
  return `${isColumn ? "" : "$"}${letters}${isRow ? "" : "$"}${digits}`;
}

function block(walk: Walk, shared: boolean): string {
  const [top, bottom, left, right] = [word(walk), word(walk), word(walk), word(walk)];
  return `${cell(walk, top, left, shared)}:${cell(walk, bottom, right, shared)}`;
}

/** Cells of another sheet, or of this one by its name: which, other records say. */
function elsewhere(walk: Walk, length: number): string {
  walk.next += length;
  return "?!A1";
}
