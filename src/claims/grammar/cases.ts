import { canonical, spanOf, type Rewritten } from "../text/canonical.js";
import { BARRIER, type Named, type Names } from "./names.js";
import { standsAlone } from "./standing.js";

/** What is counted in cases. */
const COUNT = /^(?:死亡|有|为|共|达)?\d+[例人名件起]/u;

/** 5岁以下儿童死亡28例，其中婴儿14例、新生儿9例: of the events that are named whole, whom else they befell. */
export function caseNames(text: string, letters: Rewritten, told: readonly Named[], names: Names): Named[] {
  const whole = told.filter(({ thing }) => thing.kind === "events");
  if (whole.length === 0) return [];
  const ends = new Set(
    whole.map(({ start, end }) => canonical(text.slice(start, end), BARRIER).text.slice(-END)),
  );
  return [...names.known].flatMap(([key, named]) => {
    if (!("options" in named) || !ends.has(key.slice(-END))) return [];
    const thing = { ...named, kind: "events" } as const;
    const who = key.slice(0, -END);
    return placesOf(who, letters.text)
      .map((at): Named => ({ thing, ...spanOf(letters, at, at + who.length) }))
      .filter((found) => COUNT.test(text.slice(found.end)) && standsAlone(text, found))
      .filter((one) => !told.some(({ start, end }) => start < one.end && one.start < end));
  });
}

/** 死亡 */
const END = 2;

function placesOf(part: string, text: string, after = 0): number[] {
  const at = text.indexOf(part, after);
  return at < 0 || part === "" ? [] : [at, ...placesOf(part, text, at + 1)];
}
