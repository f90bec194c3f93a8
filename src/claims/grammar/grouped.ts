import type { Rewritten } from "../text/canonical.js";
import type { Named, Names, OfIndicators } from "./names.js";

/** Groups of people and places that stand inside a name: 小学男生近视率. */
const GROUP = /男生|女生|男童|女童|男孩|女孩|城镇|农村|城市|乡村|城区/gu;
const LONGEST = 20;
const SHORTEST_END = 3;

/** Names with a group in them, or with a group for their beginning: 小学男生近视率33.71%，女生近视率37.7%. */
export function groupedNames(
  text: string,
  letters: Rewritten,
  whole: readonly Named[],
  names: Names,
): Named[] {
  let last: OfIndicators | null = null;
  return [...text.matchAll(GROUP)].flatMap(({ index, 0: group }) => {
    const at = letters.from.indexOf(index);
    if (at < 0 || whole.some(({ start, end }) => start <= index && index < end)) return [];
    const behind = at + [...letters.to].slice(at).findIndex((end) => end >= index + group.length) + 1;
    const before = /[^，；：。\d]*$/u.exec(letters.text.slice(Math.max(0, at - LONGEST), at))?.[0] ?? "";
    const after = /^[^，；：。\d]*/u.exec(letters.text.slice(behind, behind + LONGEST))?.[0] ?? "";
    const found =
      parted(before, group, after, names) ??
      ofSeveral(before, group, after, names) ??
      told(last, whole, index, group, after, names);
    if (found === null) return [];
    last = found.thing;
    const [start, end] = [at - found.before, behind + found.after - 1];
    const named = { thing: found.thing, start: letters.from[start] ?? 0, end: letters.to[end] ?? 0 };
    return [found.isOwn === true ? named : { ...named, group }];
  });
}

/** 小学男生、|女生近视率: the last of several groups, whose name begins before the first. */
function ofSeveral(before: string, group: string, after: string, names: Names): Parts | null {
  const bare = before.replace(SEVERAL, "");
  const found = bare === before ? null : parted(bare, group, after, names);
  return found === null ? null : { ...found, before: 0 };
}

const SEVERAL = /(?:男生|女生|男童|女童|男孩|女孩|城镇|农村|城市|乡村|城区)+$/u;

interface Parts {
  thing: OfIndicators;
  /** So many letters of it before the group and after it. */
  before: number;
  after: number;
  /** The group is in the row's own name: 农村站点覆盖率. */
  isOwn?: boolean;
}

/** A name once the group is out of it, or but its last letter: 小学|男|生近视率. */
function parted(before: string, group: string, after: string, names: Names): Parts | null {
  for (let length = before.length; length > 0; length -= 1)
    for (let end = after.length; end >= SHORTEST_END; end -= 1)
      for (const kept of ["", group.slice(1)]) {
        const thing = names.known.get(`${before.slice(-length)}${kept}${after.slice(0, end)}`);
        if (thing?.kind === "indicators") return { thing, before: length, after: end };
      }
  return null;
}

/** The end of the name told before, of another group. */
function told(
  last: OfIndicators | null,
  whole: readonly Named[],
  index: number,
  group: string,
  after: string,
  names: Names,
): Parts | null {
  const near = whole.findLast(({ end, thing }) => end <= index && thing.kind === "indicators")?.thing;
  const thing = last ?? (near?.kind === "indicators" ? near : null);
  if (thing === null) return null;
  const keys = [...names.known].filter(([, each]) => each === thing).map(([key]) => key);
  for (let end = after.length; end >= SHORTEST_END; end -= 1) {
    const tail = after.slice(0, end);
    if (!keys.some((key) => key.endsWith(tail))) continue;
    const own = ofGroup(group, tail, names);
    return own === null
      ? { thing, before: 0, after: end }
      : { thing: own, before: 0, after: end, isOwn: true };
  }
  return null;
}

/** 城市社区…站点覆盖率，农村|站点覆盖率: the one row that begins with the group and ends so. */
function ofGroup(group: string, tail: string, { known }: Names): OfIndicators | null {
  const rows = [...known].flatMap(([key, thing]) =>
    thing.kind === "indicators" &&
    thing.options.length === 1 &&
    key.startsWith(group) &&
    key.endsWith(tail) &&
    thing.name.startsWith(group)
      ? [thing]
      : [],
  );
  const [first] = rows;
  return new Set(rows.map(({ name }) => name)).size === 1 && first !== undefined ? first : null;
}
