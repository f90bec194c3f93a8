import type { Rewritten } from "../text/canonical.js";
import type { Named, Names, OfIndicators } from "./names.js";

/** Words that names have or have not, and that tell none from another. */
const NEUTRAL =
  /人群|用户|总体|平均|人均|总|各级|各类|全区|覆盖|比例|率|数|中|在|由|有|为|的|和|与|及|所|得|到|受|开展|接受|参加|情况|水平|人员|单位/gu;
/** A clause up to where something is told of what it names. */
const PHRASE =
  /(?<=^|[，；：年])[^，；：。\d]{3,24}?(?:率|比例|数|年限|寿命|时间)(?=\d|[达是为从由较比同升降增减超突稳保持连逐不仅约近首总基呈均都则仍已明进占居]|提高|提升|下降|上升|$)/gu;

const LETTERS = new WeakMap<Names, ReadonlyMap<string, OfIndicators | null>>();

/** Names in other words' order: 妇女宫颈癌检查人群覆盖率. They have the letters of one row's name, and may be another's. */
export function respeltNames(
  _text: string,
  letters: Rewritten,
  told: readonly Named[],
  names: Names,
): Named[] {
  const known = LETTERS.get(names) ?? byLetters(names);
  LETTERS.set(names, known);
  return [...letters.text.matchAll(PHRASE)].flatMap(({ index, 0: phrase }) => {
    const thing = known.get(lettersOf(phrase));
    if (thing == null) return [];
    const found = {
      thing,
      start: letters.from[index] ?? 0,
      end: letters.to[index + phrase.length - 1] ?? 0,
      doubt: "which" as const,
    };
    return told.some(({ start, end }) => start < found.end && found.start < end) ? [] : [found];
  });
}

const LEAST_LETTERS = 3;

/** The letters that tell a name from others, in the order of the alphabet. */
function lettersOf(name: string): string {
  return [...name.replace(NEUTRAL, "")].sort().join("");
}

/** Rows by their names' letters; null where two rows have the same. */
function byLetters({ known }: Names): ReadonlyMap<string, OfIndicators | null> {
  const rows = new Map<string, OfIndicators | null>();
  for (const [key, thing] of known) {
    const letters = lettersOf(key);
    if (thing.kind !== "indicators" || letters.length < LEAST_LETTERS) continue;
    const other = rows.get(letters);
    const isOther = other !== undefined && other?.name !== thing.name;
    rows.set(letters, isOther ? null : thing);
  }
  return rows;
}
