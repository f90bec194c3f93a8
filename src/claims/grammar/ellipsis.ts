import { unitOf } from "../../terms/unit.js";
import { scale } from "../scale.js";
import { canonical, spanOf, type Rewritten } from "../text/canonical.js";
import { figureAt } from "./figures.js";
import { groupedNames } from "./grouped.js";
import { AND, jointNames } from "./joint.js";
import { kinOf, SHORTEST_TAIL, tailsOf, type Kin } from "./kin.js";
import { respeltNames } from "./respelt.js";
import { BARRIER, type Named, type Names, type OfIndicators } from "./names.js";

/**
 * Names that leave out what they share with another one in the sentence: 小学生、初中生近视率; 初中生近视率比小学生高;
 * 城市社区家长学校覆盖率97.3%，农村为77.2%; 党组织成员、书记中女性比例.
 */
export function shortNames(text: string, whole: readonly Named[], names: Names): Named[] {
  const letters = canonical(text, BARRIER);
  const joint = jointNames(text, letters, whole, names);
  const grouped = groupedNames(text, letters, [...whole, ...joint], names);
  const told = [...whole, ...joint, ...grouped];
  const beside = besideOthers(text, letters, told, names);
  const parted = partedNames(text, letters, [...told, ...beside], names);
  return [
    ...joint,
    ...grouped,
    ...beside,
    ...parted,
    ...respeltNames(letters, [...told, ...beside, ...parted], names),
  ];
}

/** What a measure ends with, alone at the beginning of a clause. */
const MEASURE = /(?:率|比例|数|年限|寿命|时间)$/u;

/**
 * 女性养老保障水平稳步提高，参保率达96.75%; 区政协委员中…，女性占比达33.75%: the end of a name by itself, the beginning
 * before it in the sentence. It is the likeliest row, and may be another.
 */
function partedNames(text: string, letters: Rewritten, told: readonly Named[], names: Names): Named[] {
  return [...letters.text.matchAll(/(?<=，)[^，；：。]{3,12}/gu)].flatMap(({ index, 0: clause }) => {
    for (let length = clause.length; length >= SHORTEST_TAIL; length -= 1) {
      const tail = clause.slice(0, length);
      if (!MEASURE.test(tail)) continue;
      const before = letters.text.slice(0, index - 1);
      const [best] = (tailsOf(names).get(tail) ?? [])
        .filter(({ head }) => head.length >= SHORTEST && before.includes(head))
        .sort((a, b) => b.head.length - a.head.length);
      if (best === undefined) continue;
      const found = { thing: best.thing, ...spanOf(letters, index, index + length), doubt: "which" as const };
      const isFree = !told.some(({ start, end }) => start < found.end && found.start < end);
      return isFree && AFTER.test(text.slice(found.end)) ? [found] : [];
    }
    return [];
  });
}

/**
 * Pieces of a name that stand apart from it, where they are parted from the rest of the text: left to right, each by
 * the name that is nearest to it.
 */
function besideOthers(text: string, letters: Rewritten, told: readonly Named[], names: Names): Named[] {
  const candidatesOf = (near: Named): Candidate[] =>
    near.thing.kind !== "indicators"
      ? []
      : kinOf(near.thing, names).flatMap((kin) =>
          shortIn(letters, kin)
            .filter((short) => isApart(text, short, near))
            .map((short) => ({ short, distance: Math.abs(short.start - near.start) })),
        );
  let pool = told.flatMap(candidatesOf);
  const taken = [...told];
  for (;;) {
    const free = pool.filter(
      ({ short }) => !taken.some(({ start, end }) => start < short.end && short.start < end),
    );
    const [next] = free.sort((a, b) => a.short.start - b.short.start || a.distance - b.distance);
    if (next === undefined) return taken.slice(told.length);
    taken.push(next.short);
    pool = [...free, ...candidatesOf(next.short)];
  }
}

interface Candidate {
  short: Named;
  distance: number;
}

const SHORTEST = 2;
const LEAST_LEFT_OUT = 2;

/** Wherever the letters have what tells the one name from the other, with as much around it as is written. */
function shortIn(letters: Rewritten, { key, from, to, thing }: Kin): Named[] {
  const core = key.slice(from, to);
  const found: Named[] = [];
  for (let at = letters.text.indexOf(core); at >= 0; at = letters.text.indexOf(core, at + 1)) {
    let [start, end] = [at, at + core.length];
    while (from - (at - start) > 0 && letters.text[start - 1] === key[from - (at - start) - 1]) start -= 1;
    while (
      to + (end - at - core.length) < key.length &&
      letters.text[end] === key[to + (end - at - core.length)]
    )
      end += 1;
    const length = end - start;
    if (length >= SHORTEST && key.length - length >= LEAST_LEFT_OUT)
      found.push({ thing, ...spanOf(letters, start, end) });
  }
  return found;
}

/** Where a piece of a name may begin, and what may follow it: anything else makes it a piece of another word. */
const BEFORE =
  /(?:^|[，、；：（“”(]|[比较与和同跟及而]|其中|分别|高于|低于|高出|超过|少于|多于|优于|落后于?|领先于?|不及|不如|是|为|相当于)$/u;
const AFTER = new RegExp(
  `^(?:$|[，、；：）”(（\\d]|${AND}|[为达是仅约近超逾突则也均都各分高低多少相差升降增提减上下稳保持仍由从比较同已未尚首翻再略双齐呈]|有所|不到|不足|的\\d)`,
  "u",
);
const SHARE = /^占(?!比)/u;
const SHARE_NAME = /(?:占比|比例|比重)$/u;

function isApart(text: string, { start, end, thing }: Named, near: Named): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (!BEFORE.test(before)) return false;
  if (
    !(
      AFTER.test(after) ||
      (SHARE.test(after) && SHARE_NAME.test(thing.kind === "indicators" ? thing.name : ""))
    )
  )
    return false;
  if (start < near.start) return CHAIN.test(text.slice(end, near.start));
  return thing.kind === "indicators" && isOfUnit(after, thing);
}

/** From a piece to the whole name behind it there are others, and marks between them. */
const CHAIN = new RegExp(
  `^(?:（[^）]{1,20}）)?(?:${AND}[\\p{Script=Han}\\d—]{1,14}(?:（[^）]{1,20}）)?)*${AND}$`,
  "u",
);

/** Measure words of one sort of thing. */
const MEASURE_WORDS = [
  ["人", "名", "位"],
  ["个", "家", "所"],
  ["件", "起"],
  ["户"],
  ["张"],
  ["小时"],
  ["岁"],
  ["年"],
];

/** The next figure of the clause, if there is one, is in the unit of the thing: 初中生35人 is nothing of 近视率. */
function isOfUnit(after: string, { options }: OfIndicators): boolean {
  const clause = /^[^，；]*/u.exec(after)?.[0] ?? "";
  for (let at = 0; at < clause.length; at += 1) {
    const figure = figureAt(clause, at);
    if (figure === null) continue;
    const unit = unitOf(options[0]?.unit ?? "");
    if (figure.points || figure.form !== "number") return true;
    // 工伤387件 is none of the people insured.
    const counted =
      unit.per !== null ||
      MEASURE_WORDS.some((words) =>
        [unit.thing, unitOf(figure.unit).thing].every((each) => words.includes(each)),
      );
    return counted && scale(unit, figure.unit) !== null;
  }
  return true;
}
