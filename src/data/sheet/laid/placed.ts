import { traitsOf } from "../../../plan/target-kinds.js";
import type { Catalogue, Entry } from "../../catalogue.js";
import { partOf } from "../match/part-of.js";
import { nameKey } from "../normalise.js";

/** The indicator that words of a table name together: 近视率 and 小学; null for none or several. `subject`: what its title is about. */
export function entryPlaced(
  words: readonly string[],
  catalogue: Catalogue,
  { subject, unit }: { subject: string; unit: string } = { subject: "", unit: "" },
): Entry | null {
  const spelt = spellings(words);
  const entries = new Set(
    spelt.flatMap((each) => wholes(each, subject)).flatMap((each) => entriesOf(catalogue, each, unit)),
  );
  const [entry, another] = entries;
  if (entry === undefined || another !== undefined || entry.compound || isBySites(entry)) return null;
  return spelt.some((each) => each.every((word) => isWhole(word, entry))) ? entry : null;
}

const EITHER = /([学园])[(（]([学园])[)）]/u;

/** 毛入学率 and 毛入园率 of 毛入学（园）率. */
function spellings(words: readonly string[]): (readonly string[])[] {
  if (!words.some((word) => EITHER.test(word))) return [words];
  return ["$1", "$2"].map((either) => words.map((word) => word.replace(EITHER, either)));
}

/** 小学六年级 is a part of what 小学生近视率 is of: it begins as the indicator's names do, and goes on with what none of them says. */
function isWhole(word: string, { keys }: Entry): boolean {
  const named = (character: string) => keys.some((key) => key.includes(character));
  const [first = "", ...others] = nameKey(word);
  return !named(first) || others.every(named);
}

/** 每所, 以乡镇为单位: told site by site. */
function isBySites({ judged }: Entry): boolean {
  return judged !== null && traitsOf(judged.target).sites !== null;
}

/** A word, and what it may be a part of. */
interface Pair {
  part: string;
  whole: string;
}

/** Each of the words as a part of the others; a single one as a part of what the title is about. */
function wholes(words: readonly string[], subject: string): Pair[] {
  if (words.length > 1)
    return words.map((part, at) => ({ part, whole: words.filter((_, other) => other !== at).join("") }));
  return words.map((part) => ({ part, whole: subject }));
}

function entriesOf(catalogue: Catalogue, { part, whole }: Pair, unit: string): readonly Entry[] {
  const { byKey } = catalogue;
  const joined = byKey.get(nameKey(part + whole)) ?? byKey.get(nameKey(whole + part));
  if (whole !== "" && joined !== undefined) return joined;
  if (whole === "") return byKey.get(nameKey(part)) ?? [];
  const entry = byKey.get(nameKey(whole))?.[0] ?? null;
  const { entries, isOfSome } = partOf(catalogue, part, unit, { name: whole, entry, isBlank: true });
  return isOfSome ? [] : entries;
}
