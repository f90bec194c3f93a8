import { LIMITS, refused } from "./guard.js";
import type { Archive } from "./archive.js";
import { readXml, type Attributes } from "./xml.js";

/** A stretch of a text that is set alike. */
export interface Run {
  text: string;
  /** Struck out; null where the run has no font of its own and takes the cell's. */
  struck: boolean | null;
  script: "raised" | "lowered" | null;
}

/** A text as the file holds it: a plain one, or the runs of a rich one. Null: longer than a cell can hold. */
export type StringItem = string | readonly Run[] | null;

/** The shared strings of a workbook in order, phonetic guides left out. None where no part holds them. */
export async function readSharedStrings(
  archive: Archive,
  part: string | null,
): Promise<readonly StringItem[]> {
  if (part === null || !archive.has(part)) return [];
  const strings: StringItem[] = [];
  const item = stringItem();
  await readXml(archive, part, {
    root: "sst",
    open(name, attributes) {
      if (name === "si") item.start();
      else item.open(name, attributes);
    },
    text: (text) => item.text(text),
    close(name) {
      if (name === "si") strings.push(item.end());
      else item.close(name);
    },
  });
  return strings;
}

/** Gathers the text of one `<si>` or `<is>`: all its `<t>` but those of phonetic runs `<rPh>`. */
export function stringItem() {
  let runs: Run[] = [];
  let font: Omit<Run, "text"> = PLAIN;
  let phonetic = false;
  let inText = false;
  let length = 0;
  return {
    start() {
      runs = [];
      font = PLAIN;
      length = 0;
    },
    open(name: string, attributes: Attributes) {
      if (name === "rPh") phonetic = true;
      else if (name === "t") inText = !phonetic;
      else if (name === "rPr") font = { struck: false, script: null };
      else if (name === "strike") font = { ...font, struck: isOn(attributes) };
      else if (name === "vertAlign")
        font = { ...font, script: SCRIPTS.get(attributes.get("val") ?? "") ?? null };
    },
    text(text: string) {
      if (!inText || length > LONGEST) return;
      length += text.length;
      const last = runs.at(-1);
      if (last && last.struck === font.struck && last.script === font.script) last.text += text;
      else runs.push({ text, ...font });
    },
    close(name: string) {
      if (name === "rPh") phonetic = false;
      else if (name === "r") font = PLAIN;
      else if (name === "t") inText = false;
    },
    end: () => (length > LONGEST ? null : settled(runs)),
  };
}

const PLAIN: Omit<Run, "text"> = { struck: null, script: null };

const SCRIPTS: ReadonlyMap<string, Run["script"]> = new Map([
  ["superscript", "raised"],
  ["subscript", "lowered"],
]);

/** `<strike/>` is on, `<strike val="0"/>` off. */
export function isOn(attributes: Attributes): boolean {
  return !/^(?:0|false|off)$/u.test(attributes.get("val") ?? "1");
}

function settled(runs: readonly Run[]): StringItem {
  const decoded = runs.map((run) => ({ ...run, text: decodeEscapes(run.text) }));
  if (decoded.reduce((sum, { text }) => sum + text.length, 0) > LIMITS.text) return null;
  const [only = { ...PLAIN, text: "" }, second] = decoded;
  return second === undefined && only.struck === null && only.script === null ? only.text : decoded;
}

/**
 * The text of a cell. Characters XML cannot hold are written `_x000D_`, and a literal `_x` as
 * `_x005F_x` (ECMA-376-1, 22.9.2.19 ST_Xstring).
 */
export function decodeEscapes(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** Characters in the file that make the longest text a cell can hold, each of them escaped. */
export const LONGEST = LIMITS.text * "_x0000_".length;

/** What one reads of a text in a cell whose own font is struck out or not. */
export interface SeenText {
  text: string;
  struck: { text: string; whole: boolean } | null;
}

/**
 * What is struck out is left out of the text, unless it is all there is. Raised and lowered digits stay so: a
 * footnote's 1 behind 34.1 makes 34.1¹, not 34.11.
 */
export function seenText(item: string | readonly Run[], cellStruck: boolean): SeenText {
  if (typeof item === "string") {
    const isStruck = cellStruck && item.trim() !== "";
    return { text: item, struck: isStruck ? { text: item, whole: true } : null };
  }
  const shown = item.map((run) => ({ struck: run.struck ?? cellStruck, text: scripted(run) }));
  const struck = joined(shown.filter((run) => run.struck));
  const kept = joined(shown.filter((run) => !run.struck));
  if (struck.trim() === "") return { text: joined(shown), struck: null };
  return kept.trim() === ""
    ? { text: joined(shown), struck: { text: struck, whole: true } }
    : { text: kept, struck: { text: struck, whole: false } };
}

function joined(runs: readonly { text: string }[]): string {
  return runs.map(({ text }) => text).join("");
}

const DIGITS = { raised: "⁰¹²³⁴⁵⁶⁷⁸⁹", lowered: "₀₁₂₃₄₅₆₇₈₉" } as const;

function scripted({ text, script }: Run): string {
  return script === null ? text : text.replace(/\d/gu, (digit) => DIGITS[script][Number(digit)] ?? digit);
}

/** A place in the file that refers to a text it does not hold. */
export function lostString(): ReturnType<typeof refused> {
  return refused("workbook/damaged", { detail: "单元格所引用的共享字符串不存在" });
}
