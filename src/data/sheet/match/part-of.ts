import { nameKey, tightText, unitKey } from "../normalise.js";
import { unitOf } from "../../../terms/unit.js";
import { keep, LONGEST } from "../../../terms/kept.js";
import type { Catalogue, Entry } from "../../catalogue.js";
import { headingOf } from "../head/heading.js";
import { segment, type Lexicon } from "../head/lexicon.js";
import { oneOf, PARTS_ALIKE, STAGES, wordsIn, type Other } from "../head/words.js";

/** A name that stands above others which may be its parts. */
export interface Whole {
  /** As it stands. */
  name: string;
  entry: Entry | null;
  /** It has no figure of its own. */
  isBlank: boolean;
}

/** What a short name may mean beneath a longer one. */
export interface Part {
  entries: readonly Entry[];
  /** The longer one speaks of some of the people only: 农村妇女两癌检查率. */
  isOfSome: boolean;
}

const NOBODY: Part = { entries: [], isOfSome: false };

/** Longer names say themselves what they are. */
const LONGEST_PART = 12;
/** What stands beside a part in a name: less of it would fit any. */
const SHORTEST_REST = 2;

/** All names are looked through by the machine's own search: so many characters of them cost what a look at a cell does. */
const CHARACTERS_A_LOOK = 128;

/**
 * The indicators that a row's name means as a part of the one above: 女童 beneath 九年义务教育巩固率, 小学生 beneath 近视率,
 * 宫颈癌 beneath 两癌检查率, 党组织书记 beneath 村（社区）党组织成员中女性比例. With it in its place the name above is the
 * indicator's.
 */
export function partOf(catalogue: Catalogue, name: string, unit: string, whole: Whole): Part {
  const part = nameKey(name);
  if (part === "" || part.length > LONGEST_PART) return NOBODY;
  catalogue.lexicon.spend(Math.ceil(namesOf(catalogue).length / CHARACTERS_A_LOOK));
  const said = spellings(part).filter((word) => namesOf(catalogue).includes(word));
  if (said.length === 0) return NOBODY;
  const kept = PARTS.get(catalogue.entries) ?? new Map<string, Part>();
  PARTS.set(catalogue.entries, kept);
  const key = [part, unit, whole.isBlank, whole.entry?.indicator.id, whole.name].join("\n");
  const before = kept.get(key);
  if (before !== undefined) return before;
  catalogue.lexicon.spend(catalogue.entries.length * PER_ENTRY * said.length);
  const found = partSaid(catalogue, said, unit, whole);
  if (key.length <= LONGEST) keep(kept, key, found);
  return found;
}

/** A table asks the same of each of its rows and columns. */
const PARTS = new WeakMap<readonly Entry[], Map<string, Part>>();

/** What a look at an entry's names costs, in looks at a cell. */
const PER_ENTRY = 8;

function partSaid(catalogue: Catalogue, said: readonly string[], unit: string, whole: Whole): Part {
  const key = nameKey(whole.name);
  const all = [key, ...(whole.entry?.keys ?? [])];
  const found = catalogue.entries.flatMap((entry) => {
    if (entry.compound) return [];
    const keys = entry === whole.entry ? [key] : all;
    // 筛查率 behind 适龄妇女宫颈癌人群, who are counted, may be any.
    const mayEnd = whole.isBlank || whole.entry !== null;
    const between = keys.flatMap((key) => betweenIn({ entry, mayEnd }, key, said, unit) ?? []);
    const [first] = between;
    if (first === undefined) return [];
    return [{ entry, isOfSome: between.every((words) => isOfOthers(words, entry, catalogue.lexicon)) }];
  });
  const sure = found.filter(({ isOfSome }) => !isOfSome);
  const entries = (sure.length > 0 ? sure : found).map(({ entry }) => entry);
  return { entries, isOfSome: sure.length === 0 };
}

/** All names of a catalogue in one text: most foreign words stand in none of them, and need no longer look. */
const NAMES = new WeakMap<readonly Entry[], string>();

function namesOf({ entries }: Catalogue): string {
  const made = NAMES.get(entries) ?? entries.flatMap(({ keys }) => keys).join("\n");
  NAMES.set(entries, made);
  return made;
}

/** 女童 is 女性 and 女生, too; 小学 is 小学生. */
function spellings(part: string): readonly string[] {
  const alike = ALIKE.find((words) => words.includes(part)) ?? [part];
  return alike.filter((word) => word.length > 1);
}

const ALIKE = PARTS_ALIKE.map(wordsIn);

/** What the name above says in the place of the part, "" where it only leaves it out; null where it is another. */
function betweenIn(
  { entry, mayEnd }: { entry: Entry; mayEnd: boolean },
  above: string,
  said: readonly string[],
  unit: string,
): string | null {
  for (const key of entry.keys) {
    for (const part of said) {
      const at = key.indexOf(part);
      // 婴儿 beneath 婴儿死亡率 is no more than that.
      if (at < 0 || above.includes(part)) continue;
      const [before, behind] = [key.slice(0, at), key.slice(at + part.length)];
      const between = besides(above, before, behind) ?? besidesRate(entry, above, [before, behind], unit);
      if (between !== null && (mayEnd || behind !== "")) return between;
    }
  }
  return null;
}

function besides(above: string, before: string, behind: string): string | null {
  const rest = before.length + behind.length;
  const isLike = rest >= SHORTEST_REST && above.startsWith(before) && above.endsWith(behind);
  return isLike && above.length >= rest ? above.slice(before.length, above.length - behind.length) : null;
}

/** 两癌检查情况 over rows that say % heads rates. */
function besidesRate(
  { indicator }: Entry,
  above: string,
  [before, behind]: readonly [string, string],
  unit: string,
): string | null {
  if (unit === "" || unitKey(unit) !== unitKey(indicator.unit)) return null;
  return besides(above.replace(/情况$/u, ""), before, behind.replace(/率$/u, ""));
}

/** 农村妇女 of 农村妇女两癌检查率: words of people or places that the indicator's own names have none of. */
function isOfOthers(words: string, { keys }: Entry, lexicon: Lexicon): boolean {
  return segment(words, lexicon).tokens.some(
    ({ says, word }) => says === "other" && !keys.some((key) => key.includes(word)),
  );
}

/** What stands before a name that belongs to the one above. */
const BENEATH = /^\s*(?:其中|[#＃—–-])/u;
/** 3岁以下, 15—49岁, 一年级. */
const AGES =
  /^(?:\d+(?:[-‐-―−~～至到]\d+)?岁(?:以[上下]|及以[上下])?(?:儿童|妇女|人群|组)?|[一二三四五六七八九]年级)$/u;
const OF_STAGES = new RegExp(`^${oneOf(STAGES)}$`, "u");

/** Whether a name says only what of the one above it is: 其中：农村, 女性, 初中, 3岁以下; 目标值, 全市. */
export function isPartName(name: string, lexicon: Lexicon): boolean {
  const tight = tightText(name);
  if (BENEATH.test(name) || OF_STAGES.test(tight) || AGES.test(tight)) return true;
  const { other, role, leftover } = headingOf([tight], lexicon);
  return leftover === "" && ((other !== null && other.other !== "count") || OF_FIGURES.has(role));
}

/** What a row beneath another tells of that one's figure, and what people call it: 全市排位, 较上年增减, 完成率; null for any other. */
export function toldOfAbove(name: string, lexicon: Lexicon): Other | null {
  const { other, leftover } = headingOf([tightText(name).replace(/^其中:?/u, "")], lexicon);
  return other !== null && leftover === "" && OF_ABOVE.has(other.other) ? other.other : null;
}

const OF_ABOVE: ReadonlySet<Other> = new Set<Other>(["rank", "change", "completion", "score"]);

const OF_FIGURES: ReadonlySet<unknown> = new Set([
  ...["value", "done", "previous", "base", "yearValue"],
  ...["numerator", "denominator"],
]);

/** Whether a name says that the figures are the whole's own: 实际值, 合计; 检查率 and 占比 beneath a rate. */
export function isOwnName(name: string, whole: Entry | null, lexicon: Lexicon): boolean {
  const { role, other, leftover } = headingOf([tightText(name)], lexicon);
  if (leftover === "" && other === null && (role === "value" || role === "done")) return true;
  const last = nameKey(name);
  const isRate = last !== "" && whole !== null && unitOf(whole.indicator.unit).per !== null;
  return isRate && (SHARE_ALONE.test(last) || whole.keys.some((key) => key !== last && key.endsWith(last)));
}

const SHARE_ALONE = /^(?:占比|比重|比例|比率|百分比|率)$/u;
