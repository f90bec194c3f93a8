import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync, Visitor } from "rolldown/utils";
import { checkSync } from "recheck";
import { expect, test, vi } from "vitest";

/*
 * A text of two kilobytes must not keep an expression busy for ever: 数值 repeated forty times, where both 数值 and 数, 值 may be
 * repeated, is tried in a million million ways. That takes a repeated group whose turns can be parted in two ways, so each
 * such group of each expression in the sources is checked, by itself.
 */

interface Expression {
  source: string;
  at: string;
}

const ROOT = join(import.meta.dirname, "..", "src");
const SOURCES = readdirSync(ROOT, { recursive: true, encoding: "utf8" }).filter((path) =>
  path.endsWith(".ts"),
);
/** They run as soon as they are loaded. */
const PROGRAMS = /^(?:start\b|run\Wside-thread\.ts$)/u;

/** A few turns are tried in a few ways. */
const FEW = 8;
const PATIENCE = 60_000;

test("a repeated group that can be parted in two ways is found", () => {
  expect(faultOf("^(?:数据|数值|数|值)*$")).toBe("exponential");
  expect(faultOf("(?<=a)(?:[、和]\\p{Script=Han}{2,4})+(?=x)")).toBe("exponential");
  expect(faultOf("^(?:数据|[数值])*(?:\\d{1,9})+?$")).toBe("exponential");
  expect(faultOf("^(?:数据|[数值])*(?:,\\d{1,9})+$")).toBe("");
});

test("no expression takes time that doubles with a character", { timeout: 20 * PATIENCE }, async () => {
  const expressions = [...written(), ...(await built())];
  expect(expressions.length).toBeGreaterThan(1_000);
  const faults = expressions.flatMap(({ source, at }) => {
    const fault = faultOf(source);
    return fault === "" ? [] : [`${fault} ${at} ${source}`];
  });
  expect(faults).toEqual([]);
});

/** The expressions that stand in the sources. */
function written(): Expression[] {
  return SOURCES.flatMap((path) => {
    const text = readFileSync(join(ROOT, path), "utf8");
    const found: Expression[] = [];
    const visitor = new Visitor({
      Literal(node) {
        if ("regex" in node)
          found.push({ source: node.regex.pattern, at: `${path}:${lineOf(text, node.start)}` });
      },
    });
    visitor.visit(parseSync(path, text, { lang: "ts" }).program);
    return found;
  });
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}

/** The expressions that modules make of texts as they are loaded. */
async function built(): Promise<Expression[]> {
  const made = new Map<string, Expression>();
  const Real = RegExp;
  // Test files share their modules: what another has loaded would make its expressions unseen.
  vi.resetModules();
  let at = "";
  const noted = (expression: RegExp): RegExp => {
    made.set(expression.source, { source: expression.source, at });
    return expression;
  };
  globalThis.RegExp = new Proxy(Real, {
    construct: (target, args) => noted(Reflect.construct(target, args) as RegExp),
  });
  try {
    for (const path of SOURCES.filter((each) => !PROGRAMS.test(each))) {
      at = path;
      await import(join(ROOT, path));
    }
  } finally {
    globalThis.RegExp = Real;
  }
  return [...made.values()];
}

const checked = new Map<string, string>();

/** "exponential", or why a repeated group could not be checked; "" where all are sound. */
function faultOf(source: string): string {
  for (const group of repeatedGroups(withoutLooks(source))) {
    const fault = checked.get(group) ?? faultOfGroup(group);
    checked.set(group, fault);
    if (fault !== "") return fault;
  }
  return "";
}

function faultOfGroup(group: string): string {
  // What cannot fail is never tried in another way: a character that no text has comes behind.
  const found = checkSync(`^${group}\u0001`, "", { timeout: PATIENCE, checker: "automaton" });
  if (found.status === "vulnerable") return found.complexity.type === "exponential" ? "exponential" : "";
  return found.status === "safe" ? "" : found.error.kind;
}

/** The outermost groups that may be repeated any number of times, with their sign of repetition. */
function repeatedGroups(source: string): string[] {
  const opened: number[] = [];
  const found: { from: number; to: number }[] = [];
  for (const { at, text } of piecesOf(source)) {
    if (text.startsWith("(")) opened.push(at);
    if (text !== ")") continue;
    const from = opened.pop() ?? 0;
    const sign = /^(?:[*+]|\{\d+,(\d*)\})/u.exec(source.slice(at + 1));
    if (sign !== null && !(Number(sign[1] ?? 0) > 0 && Number(sign[1]) <= FEW))
      found.push({ from, to: at + 1 + sign[0].length });
  }
  const isWithin = (one: { from: number; to: number }) =>
    found.some((other) => other !== one && other.from <= one.from && other.to >= one.to);
  return found.filter((each) => !isWithin(each)).map(({ from, to }) => source.slice(from, to));
}

/** The same without what it looks ahead or back for, which takes up nothing, and in words of the checker. */
function withoutLooks(source: string): string {
  let plain = "";
  let depth = 0;
  const opened: boolean[] = [];
  for (const { text } of piecesOf(source)) {
    if (text.startsWith("(")) {
      const isLook = /^\(\?<?[=!]$/u.test(text);
      opened.push(isLook);
      if (isLook) depth += 1;
      else if (depth === 0) plain += text === "(?:" ? text : "(";
    } else if (text === ")") {
      if (opened.pop() === true) depth -= 1;
      else if (depth === 0) plain += text;
    } else if (depth === 0) plain += inWords(text);
  }
  return plain;
}

/** Openings of groups, classes, escapes and characters, one after the other. */
function piecesOf(source: string): { at: number; text: string }[] {
  const piece = /\(\?(?::|<?[=!]|<\w+>)|\[\^?(?:\\.|[^\]\\])*\]|\\(?:[pPk][{<][^}>]*[}>]|u[\da-f]{4}|.)|./giu;
  return [...source.matchAll(piece)].map(({ index, 0: text }) => ({ at: index, text }));
}

const PROPERTIES: readonly [RegExp, string][] = [
  [/\\p\{Nd?\}/gu, "0-9"],
  [/\\p\{Script=Han\}/gu, "\u4e00-\u9fff"],
  [/\\p\{L\}/gu, "A-Za-z\u4e00-\u9fff"],
  [/\\[pP]\{[^}]*\}/gu, "\u2000-\u206f"],
];

function inWords(piece: string): string {
  if (/^\\(?:k|[1-9])/u.test(piece)) return ".";
  const isClass = piece.startsWith("[");
  const plain = PROPERTIES.reduce((text, [property, letters]) => text.replace(property, letters), piece);
  return plain === piece || isClass ? plain : `[${plain}]`;
}
