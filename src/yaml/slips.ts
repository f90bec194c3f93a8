import { visit, type Document } from "yaml";

/** Something a Chinese keyboard makes people type; `text` begins where a key or a list entry may. */
interface Slip {
  pattern: RegExp;
  /** In words, with how to write it. `found` is the match. */
  reason: (found: RegExpExecArray) => string;
}

/** A white space that YAML takes for a letter: full-width, or no-break from a copied page. */
const WIDE = "[\\u3000\\u00a0]";
const KEY = "(?<key>[A-Za-z][\\w-]*)";

const SLIPS: readonly Slip[] = [
  {
    pattern: new RegExp(`^${WIDE}*(?:- *)*${KEY}[ ]*：(?<rest>[^\\n]*)`, "u"),
    reason: (found) => `键“${keyOf(found)}”后面用了全角冒号“：”，请写成“${rewritten(found)}”`,
  },
  {
    pattern: new RegExp(`^(?:- *)*${KEY}:${WIDE}+(?<rest>[^\\n]*)`, "u"),
    reason: (found) => `键“${keyOf(found)}”的冒号后面是全角空格，请写成“${rewritten(found)}”`,
  },
  {
    pattern: new RegExp(`^${WIDE}+(?:- *)*${KEY}(?::|$)`, "u"),
    reason: () => "行首用了全角空格，请改用半角空格缩进",
  },
  {
    pattern: new RegExp(`^${WIDE}+- `, "u"),
    reason: () => "行首用了全角空格，请改用半角空格缩进",
  },
  {
    pattern: new RegExp(`^(?:- *)*${KEY}:(?<rest>(?!//)[^\\s:][^\\n]*)`, "u"),
    reason: (found) => `键“${keyOf(found)}”的冒号后面没有空格，请写成“${rewritten(found)}”`,
  },
];

/** A list entry without its space; below the first line of a text it may well be part of it. */
const DASH: Slip = {
  pattern: /^[-－](?<rest>\p{L}[^\n]*)/u,
  reason: (found) => `列表的“-”用半角，后面空一格，请写成“- ${clipped(found.groups?.["rest"])}”`,
};

/** A whole value in brackets that YAML takes for letters. */
const BRACKETS: Slip = {
  pattern: /^(?:［[^\n]*］|｛[^\n]*｝)\s*$/u,
  reason: () => "用了全角的括号，请改用半角的“[ ]”或“{ }”",
};

function keyOf(found: RegExpExecArray): string {
  return found.groups?.["key"] ?? "";
}

/** The key and its value as they should be. */
function rewritten(found: RegExpExecArray): string {
  return `${keyOf(found)}: ${clipped(found.groups?.["rest"])}`.trimEnd();
}

function clipped(text = ""): string {
  const words = text.replace(/^[\s\u3000\u00a0]+/u, "").trimEnd();
  return words.length > 20 ? `${words.slice(0, 20)}…` : words;
}

/** The slip a piece of text begins with, in words; `keys` are those it may name, null for any. */
export function slipIn(
  text: string,
  keys: ReadonlySet<string> | null,
  slips: readonly Slip[] = [...SLIPS, DASH],
): string | null {
  for (const { pattern, reason } of slips) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const key = found.groups?.["key"];
    if (key === undefined || keys === null || keys.has(key)) return reason(found);
  }
  return null;
}

/**
 * Slips the parser does not stumble over, by their offset: it takes the lines for part of the text above, or
 * for a key of their own. `keys` are the keys such a file has: only behind one of these is a colon a slip.
 */
export function slipsIn(
  document: Document,
  text: string,
  keys: ReadonlySet<string>,
): { offset: number; reason: string }[] {
  const slips: { offset: number; reason: string }[] = [];
  visit(document, {
    Scalar(role, node) {
      if (node.type !== "PLAIN" || !node.range) return;
      const [start, end] = node.range;
      const look = (offset: number, kinds: readonly Slip[]): void => {
        const reason = slipIn(text.slice(offset, end), keys, kinds);
        if (reason !== null) slips.push({ offset, reason });
      };
      look(start, [BRACKETS, ...(role === "key" || startsLine(text, start) ? [...SLIPS, DASH] : [])]);
      for (const offset of lineStarts(text, start, end)) look(offset, SLIPS);
    },
  });
  return slips;
}

/** Whether only an indentation or a list's “- ” stands before the place. */
function startsLine(text: string, offset: number): boolean {
  return /^ *(?:- +)*$/u.test(text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset));
}

/** Where the lines of a text begin that goes on below its first one. */
function lineStarts(text: string, start: number, end: number): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) {
    starts.push(at + 1 + (/^[ \t]*/.exec(text.slice(at + 1, end))?.[0].length ?? 0));
  }
  return starts;
}
