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
import { issue, type Issue, type Place } from "../issue.js";
import type { Finding, Path } from "./finding.js";
import { frameOf } from "./frame.js";
import { syntaxReason } from "./syntax-reasons.js";

/** A plan is some 50 KB of text; ten times that is somebody's other file. */
export const MAX_BYTES = 1_000_000;
/** Anchors a person sets by hand are few; a bomb multiplies them. */
const MAX_ALIASES = 100;
const MAX_SYNTAX_ISSUES = 20;

/** A YAML file as plain data, which can still tell where each value stands. */
export interface PlanDocument {
  /** Undefined where the text is no YAML at all. */
  raw: unknown;
  issues: Issue[];
  /** Gives findings their line, column and frame. */
  locate(findings: readonly Finding[]): Issue[];
}

/** Parses YAML 1.2 text. Broken syntax, duplicate keys and alias bombs are issues, never exceptions. */
export function readDocument(file: string, text: string): PlanDocument {
  if (text.length > MAX_BYTES) {
    return unreadable([issue("plan/too-large", { file }, { limit: "1 MB" })]);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    logLevel: "error",
  });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { where: { file, line, column: col }, frame: frameOf(text, line, col) };
  };
  const issues = [...syntaxIssues(document, text, place), ...aliasIssues(document, place)];
  const repairable = issues.every(({ code }) => code === "plan/duplicate-key");
  if (!repairable) return unreadable(issues);
  return {
    raw: document.toJS({ maxAliasCount: MAX_ALIASES }) as unknown,
    issues,
    locate: (findings) =>
      findings.map((each) => {
        const { where, frame } = place(offsetOf(document, each.path, each.under));
        return each.at(where, frame);
      }),
  };
}

function unreadable(issues: Issue[]): PlanDocument {
  return { raw: undefined, issues, locate: () => [] };
}

type PlaceOf = (offset: number) => { where: Place; frame: string };

/** One issue a line: after the first slip the parser stumbles on over the same spot. */
function syntaxIssues(document: Document, text: string, place: PlaceOf): Issue[] {
  const errors: YAMLError[] = [...document.errors, ...document.warnings];
  const exhausted = errors.find(({ code }) => code === "RESOURCE_EXHAUSTION");
  const seen = new Set<number | undefined>();
  return (exhausted ? [exhausted] : errors)
    .flatMap((error) => {
      const { where, frame } = place(openQuote(document, error) ?? error.pos[0]);
      if (seen.has(where.line)) return [];
      seen.add(where.line);
      if (error.code === "DUPLICATE_KEY") {
        const key = /^[^\s:]+/.exec(text.slice(error.pos[0]))?.[0] ?? "";
        return [issue("plan/duplicate-key", where, { key }, frame)];
      }
      const lineText = text.split(/\r\n|\r|\n/)[(where.line ?? 1) - 1] ?? "";
      return [issue("plan/syntax", where, { reason: syntaxReason(error.code, lineText) }, frame)];
    })
    .slice(0, MAX_SYNTAX_ISSUES);
}

/** An open quote is noticed at the end of the file; the place to mend is where the quoted text begins. */
function openQuote(document: Document, { code, pos }: YAMLError): number | undefined {
  if (code !== "MISSING_CHAR") return undefined;
  let start: number | undefined;
  visit(document, {
    Scalar(_key, { type, range }) {
      const quoted = type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE";
      if (quoted && range && range[0] < pos[0] && pos[0] <= range[1]) start = range[0];
    },
  });
  return start;
}

/** Aliases that point nowhere, and more expansions than a person would write. */
function aliasIssues(document: Document, place: PlaceOf): Issue[] {
  const issues: Issue[] = [];
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document) !== undefined) return;
      const { where, frame } = place(alias.range?.[0] ?? 0);
      issues.push(issue("plan/unknown-alias", where, { alias: alias.source }, frame));
    },
  });
  if (issues.length > 0) return issues;
  try {
    document.toJS({ maxAliasCount: MAX_ALIASES });
    return [];
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const { where, frame } = place(0);
    return [issue("plan/too-many-aliases", where, {}, frame)];
  }
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
