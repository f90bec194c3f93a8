import type { Draft, Entry } from "./draft.js";
import { finding, type Finding } from "../yaml/finding.js";

/** No id is used twice, whatever it names: workbooks and reports know things by id alone. */
export function idsAreUnique({ declared }: Draft): Finding[] {
  const seen = new Set<string>();
  // Topics are known by their names, which are no ids.
  return Object.values({ ...declared, topics: [] })
    .flat()
    .flatMap(({ path, value }: Entry<string>) => {
      const key = value.toLowerCase();
      if (seen.has(key)) return [finding("plan/duplicate-id", path, { id: value })];
      seen.add(key);
      return [];
    });
}

/** W05a before W05b before W06: a list reads in the plan's order. Domains are named, not numbered. */
export function idsAreInOrder({ declared }: Draft): Finding[] {
  const { rows, projects, measures, parts } = declared;
  return [rows, parts, projects, measures].flatMap((list) =>
    list.flatMap(({ path, value }, index) => {
      const before = list[index - 1]?.value;
      return before !== undefined && natural.compare(before, value) > 0
        ? [finding("plan/ids-out-of-order", path, { id: value, before })]
        : [];
    }),
  );
}

const natural = new Intl.Collator("en", { numeric: true });

/** 序号 run 1, 2, 3 …; only rows may share one (W05a and W05b are both 5). */
export function numbersAreInOrder({ rows, projects, chapters }: Draft): Finding[] {
  const lists = [
    { list: rows, repeats: true },
    { list: projects, repeats: false },
    { list: chapters, repeats: false },
    ...chapters.map(({ path, value }) => ({
      list: value.measures.map((measure, index) => ({ path: [...path, "measures", index], value: measure })),
      repeats: false,
    })),
  ];
  return lists.flatMap(({ list, repeats }) => sequence(list, repeats));
}

function sequence(list: readonly Entry<{ number: number }>[], repeats: boolean): Finding[] {
  return list.flatMap(({ path, value }, index) => {
    const before = list[index - 1];
    // A gap left by a refused entry is not this entry's fault.
    if (before !== undefined && Number(before.path.at(-1)) !== Number(path.at(-1)) - 1) return [];
    if (before === undefined && path.at(-1) !== 0) return [];
    const expected = (before?.value.number ?? 0) + 1;
    if (value.number === expected || (repeats && value.number === before?.value.number)) return [];
    return [finding("plan/number-out-of-order", [...path, "number"], { number: value.number, expected })];
  });
}

/** No two indicators go by one name or alias: a workbook row would fit both. */
export function namesAreDistinct({ rows, series }: Draft): Finding[] {
  const holders = new Map<string, string>();
  const named = [...rows, ...rows.flatMap(({ path, value }) => partsOf(path, value.parts)), ...series];
  return named.flatMap(({ path, value }) => {
    const names = [
      { text: value.name, path: [...path, "name"] },
      ...value.aliases.map((text, index) => ({ text, path: [...path, "aliases", index] })),
    ];
    return names.flatMap(({ text, path: at }) => {
      const key = text.normalize("NFKC").replaceAll(/\s/g, "");
      const holder = holders.get(key);
      holders.set(key, holder ?? value.id);
      return holder === undefined ? [] : [finding("plan/name-clash", at, { name: text, holder })];
    });
  });
}

/** The parts of a row as entries of their own. */
export function partsOf<T>(path: Entry<T>["path"], parts: readonly T[]): Entry<T>[] {
  return parts.map((value, index) => ({ path: [...path, "parts", index], value }));
}
