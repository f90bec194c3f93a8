import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Pair,
  type YAMLError,
} from "yaml";
import { issue, type Issue, type Place } from "../issues/issue.js";
import { firstBy } from "../terms/first-by.js";
import type { Finding, Path } from "./finding.js";
import { frameOf, linesOf } from "./frame.js";
import { MAX_BYTES, type Noun } from "./refused.js";
import { plainText } from "../terms/plain-text.js";
import { sizeText } from "../files/read.js";
import { slipsIn } from "./slips.js";
import { syntaxReason, TOO_DEEP } from "./syntax-reasons.js";

/** Anchors a person sets by hand are few; a bomb multiplies them: as they stand, and once they are followed. */
const MOST_ALIASES = 200;
const MAX_ALIASES = 100;
const MAX_SYNTAX_ISSUES = 20;
/** Errors of the parser that are looked at, several to a line. */
const MOST_ERRORS = 200;

/** What is known of a YAML file before it is read. */
export interface Expected {
  noun: Noun;
  /** The keys that any of its mappings may have. */
  keys: ReadonlySet<string>;
  /** Characters it may have; usually MAX_BYTES. */
  most?: number;
}

/** A YAML file as plain data, which can still tell where each value stands. */
export interface YamlDocument {
  /** Undefined where the text is no YAML at all. */
  raw: unknown;
  issues: Issue[];
  /** Gives findings their line, column and frame. */
  locate(findings: readonly Finding[]): Issue[];
}

/**
 * Parses YAML 1.2 text. Broken syntax, slips of the keyboard, duplicate keys and alias bombs are issues, never
 * exceptions.
 */
export function readDocument(
  file: string,
  text: string,
  { noun, keys, most = MAX_BYTES }: Expected,
): YamlDocument {
  const limit = limitPassed(text, most);
  if (limit !== null) return unreadable([issue("plan/too-large", { file }, { limit, noun })]);
  const lines = linesOf(text);
  const deep = lines.findIndex(isDeep);
  if (deep >= 0) {
    const where = { file, line: deep + 1, column: 1 };
    return unreadable([issue("plan/syntax", where, { reason: TOO_DEEP }, frameOf(lines, deep + 1, 1))]);
  }
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    stringKeys: true,
    // The library holds each key of a mapping against all before it; `duplicateKeys` does not.
    uniqueKeys: false,
    logLevel: "error",
  });
  const place = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { where: { file, line, column: col }, frame: frameOf(lines, line, col) };
  };
  const slips = slipsIn(document, text, keys).map(({ offset, reason }) => {
    const { where, frame } = place(offset);
    return issue("plan/syntax", where, { reason }, frame);
  });
  const issues = oncePerLine([
    ...slips,
    ...syntaxIssues(document, lines, place),
    ...duplicateKeys(document, place),
  ]);
  if (issues.some(({ code }) => code !== "plan/duplicate-key")) return unreadable(issues);
  // To find its anchor, each of them takes a look through the whole document.
  if (makePlain(document) > MOST_ALIASES) return unreadable([...issues, tooManyAliases(place)]);
  try {
    const raw: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    return { raw, issues, locate: (findings) => findings.map((each) => locate(each, document, place)) };
  } catch (error) {
    // The parser throws this for an alias without its anchor, and for too many of them.
    if (!(error instanceof ReferenceError)) throw error;
    return unreadable([...issues, ...aliasIssues(document, place)]);
  }
}

/** A list of all the country's districts has some fifteen thousand; each takes the parser a kilobyte. */
const MOST_PIECES = 60_000;

/** The limit that a text is beyond, as a message names it; null for none. */
function limitPassed(text: string, most: number): string | null {
  if (text.length > most) return sizeText(most);
  return piecesIn(text) > MOST_PIECES ? `${MOST_PIECES}行（项）` : null;
}

/** How many lines and entries a text has: what the parser makes nodes of, or errors. */
function piecesIn(text: string): number {
  let pieces = 0;
  for (const mark of ["\n", ","]) {
    for (let at = text.indexOf(mark); at >= 0 && pieces <= MOST_PIECES; at = text.indexOf(mark, at + 1)) {
      pieces += 1;
    }
  }
  return pieces;
}

/** Keys that their mapping has already. */
function duplicateKeys(document: Document, place: PlaceOf): Issue[] {
  const issues: Issue[] = [];
  visit(document, {
    Map(_key, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        const name = keyName(key);
        if (seen.has(name)) {
          const { where, frame } = place(startOf(key) ?? 0);
          issues.push(issue("plan/duplicate-key", where, { key: String(name) }, frame));
        }
        seen.add(name);
      }
    },
  });
  return issues;
}

/** Levels that one line may open; a person opens two or three. */
const MOST_LEVELS = 200;

/** a: : : : …, - - - - …: the parser goes down a level for each, and V8 ends the process where the stack runs out in an expression. */
function isDeep(line: string): boolean {
  return line.length > MOST_LEVELS && !/[[{]/u.test(line) && line.split(/[:?-] /u).length > MOST_LEVELS;
}

function locate(found: Finding, document: Document, place: PlaceOf): Issue {
  const { where, frame } = place(offsetOf(document, found.path, found.under));
  return found.at(where, frame);
}

/** After the first slip the parser stumbles on over the same spot. */
function oncePerLine(issues: readonly Issue[]): Issue[] {
  return firstBy(issues, ({ where }) => where?.line).slice(0, MAX_SYNTAX_ISSUES);
}

function unreadable(issues: Issue[]): YamlDocument {
  return { raw: undefined, issues, locate: () => [] };
}

type PlaceOf = (offset: number) => {
  where: Required<Pick<Place, "file" | "line" | "column">>;
  frame: string;
};

function syntaxIssues(document: Document, lines: readonly string[], place: PlaceOf): Issue[] {
  const errors: YAMLError[] = [...document.errors, ...document.warnings];
  const exhausted = errors.find(({ code }) => code === "RESOURCE_EXHAUSTION");
  const quotes = errors.length === 0 ? [] : quotesIn(document);
  return (exhausted ? [exhausted] : errors.slice(0, MOST_ERRORS)).map((error) => {
    const { where, frame } = place(openQuote(quotes, error) ?? error.pos[0]);
    const reason = syntaxReason(error.code, lines[where.line - 1] ?? "");
    return issue("plan/syntax", where, { reason }, frame);
  });
}

/** Where quoted texts begin and end. */
function quotesIn(document: Document): [number, number][] {
  const quotes: [number, number][] = [];
  visit(document, {
    Scalar(_key, { type, range }) {
      const quoted = type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE";
      if (quoted && range) quotes.push([range[0], range[1]]);
    },
  });
  return quotes;
}

/** An open quote is noticed at the end of the file; the place to mend is where the quoted text begins. */
function openQuote(quotes: readonly [number, number][], { code, pos }: YAMLError): number | undefined {
  if (code !== "MISSING_CHAR") return undefined;
  return quotes.findLast(([start, end]) => start < pos[0] && pos[0] <= end)?.[0];
}

/** Aliases that point nowhere; where there are none, they are too many. */
function aliasIssues(document: Document, place: PlaceOf): Issue[] {
  const issues: Issue[] = [];
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document) !== undefined) return;
      const { where, frame } = place(alias.range?.[0] ?? 0);
      issues.push(issue("plan/unknown-alias", where, { alias: alias.source }, frame));
    },
  });
  return issues.length > 0 ? issues : [tooManyAliases(place)];
}

function tooManyAliases(place: PlaceOf): Issue {
  const { where, frame } = place(0);
  return issue("plan/too-many-aliases", where, {}, frame);
}

/** Makes its texts plain: those of plans reach pages, terminals and file names. Returns how many aliases it has. */
function makePlain(document: Document): number {
  let count = 0;
  visit(document, {
    Alias: () => void (count += 1),
    Scalar: (_key, node) => {
      if (typeof node.value === "string") node.value = plainText(node.value);
    },
  });
  return count;
}

/** Where the value at `path` begins; where it is missing, where its nearest parent begins. */
function offsetOf(document: Document, path: Path, under: Finding["under"]): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    const held = isAlias(node) ? node.resolve(document) : node;
    const pair = isMap(held) ? held.items.find(({ key }) => keyName(key) === step) : undefined;
    const next: unknown = pair ? pair.value : isSeq(held) ? held.items[Number(step)] : undefined;
    if (next === undefined) return offset;
    const last = depth === path.length - 1;
    offset = (last && under === "key" ? startOf(pair?.key) : startOf(next)) ?? startOf(pair?.key) ?? offset;
    node = next;
  }
  return offset;
}

function keyName(key: Pair["key"]): unknown {
  return isScalar(key) ? key.value : key;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
