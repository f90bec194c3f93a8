import type { GroupingEntry, Judged, Plan } from "../plan.js";
import { traitsOf } from "../target-kinds.js";
import { judgedOf } from "../lookup.js";

/** The groupings every plan has. */
const COMMON: readonly GroupingEntry[] = [
  { name: "机构", people: false, aliases: ["医疗机构", "卫生机构"] },
  { name: "性别", people: true, aliases: [] },
  { name: "年龄", people: true, aliases: ["年龄组", "年龄段"] },
  { name: "城乡", people: true, aliases: [] },
];

/** What people call towns and subdistricts, whichever of them a plan says. */
const TOWNS = ["镇街", "街镇", "乡镇", "街道", "乡镇街道", "乡镇(街道)", "镇(街道)", "镇街道", "镇", "乡"];

export function isTownWord(name: string): boolean {
  return TOWNS.includes(plain(name));
}

type Grouped = Pick<Plan, "terms" | "groupings" | "rows">;

interface Groupings {
  all: readonly GroupingEntry[];
  /** By what a sheet may call them. */
  byWord: ReadonlyMap<string, GroupingEntry>;
}

/** All that figures of the plan may be divided by: what it names itself first. */
export function groupingsOf(plan: Grouped): readonly GroupingEntry[] {
  return knownOf(plan).all;
}

function knownOf(plan: Grouped): Groupings {
  const known = KNOWN.get(plan) ?? newGroupings(plan);
  KNOWN.set(plan, known);
  return known;
}

/** Plans do not change, and are asked at every figure. */
const KNOWN = new WeakMap<Grouped, Groupings>();

function newGroupings(plan: Grouped): Groupings {
  const all = entriesOf(plan);
  return { all, byWord: byWordOf(all) };
}

function entriesOf({ terms, groupings, rows }: Grouped): GroupingEntry[] {
  const own = (name: string) => groupings.find((each) => each.name === name);
  const usual = COMMON.map((each) => own(each.name) ?? each);
  const told = [...usual, ...groupings].map(({ name }) => name);
  const asked = rows
    .flatMap(judgedOf<Judged>)
    .flatMap(({ target }) => traitsOf(target).sites?.grouping ?? []);
  const places = [...new Set([...asked, terms.sites])]
    .filter((name) => !told.includes(name))
    .map((name) => ({ name, people: false, aliases: [] }));
  return [...places, ...usual, ...groupings.filter((each) => !usual.includes(each))];
}

/** The first that has a word for its name or an alias, then the first of towns for any other word of theirs. */
function byWordOf(all: readonly GroupingEntry[]): Map<string, GroupingEntry> {
  const own = all.flatMap((each) => [each.name, ...each.aliases].map((word) => [plain(word), each] as const));
  const towns = all.find(({ name }) => isTownWord(name));
  const others = towns === undefined ? [] : TOWNS.map((word) => [word, towns] as const);
  // The last one set for a word stays.
  return new Map([...own, ...others].reverse());
}

/** The grouping a sheet speaks of: by its name, 按…, 分…, by an alias, and towns by any of their words. */
export function groupingNamed(said: string, plan: Grouped): GroupingEntry | undefined {
  return knownOf(plan).byWord.get(plain(said).replace(/^[按分各](?=..)/u, ""));
}

/** Whether the groups are groups of people, and not places. */
export function isOfPeople(grouping: string, plan: Grouped): boolean {
  return groupingsOf(plan).find(({ name }) => name === grouping)?.people ?? false;
}

function plain(text: string): string {
  return text.normalize("NFKC").replaceAll(/\s/gu, "");
}
