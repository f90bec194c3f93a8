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
    const found = parted(before, group, after, names) ?? told(last, whole, index, after, names);
    if (found === null) return [];
    last = found.thing;
    const [start, end] = [at - found.before, behind + found.after - 1];
    return [{ thing: found.thing, start: letters.from[start] ?? 0, end: letters.to[end] ?? 0, group }];
  });
}

interface Parts {
  thing: OfIndicators;
  /** So many letters of it before the group and after it. */
  before: number;
  after: number;
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
  after: string,
  names: Names,
): Parts | null {
  const near = whole.findLast(({ end, thing }) => end <= index && thing.kind === "indicators")?.thing;
  const thing = last ?? (near?.kind === "indicators" ? near : null);
  if (thing === null) return null;
  const keys = [...names.known].filter(([, each]) => each === thing).map(([key]) => key);
  for (let end = after.length; end >= SHORTEST_END; end -= 1)
    if (keys.some((key) => key.endsWith(after.slice(0, end)))) return { thing, before: 0, after: end };
  return null;
}
