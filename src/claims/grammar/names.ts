import { groupingsOf, isOfPeople } from "../../plan/words/groupings.js";
import type { Dataset } from "../../data/dataset.js";
import { nameKey } from "../../data/sheet/normalise.js";
import { indicatorsOf } from "../../plan/lookup.js";
import type { Indicator, Plan, Project } from "../../plan/plan.js";
import { groupBy } from "../../terms/group-by.js";
import { rankOf } from "../../terms/places.js";
import { RATE_SIGNS, unitOf } from "../../terms/unit.js";
import { canonical, type Rewritten } from "../text/canonical.js";
import {
  countedNames,
  countNames,
  coveredNames,
  eventNames,
  milestoneOf,
  quantityNames,
  respelt,
  unranked,
  weakNames,
} from "./derived.js";

/** Something of ours that a sentence names. */
export type Thing =
  /** Rows, parts or series: one, or several that share the name (两癌筛查率; a compound row's parts). */
  | { kind: "indicators"; name: string; options: readonly Indicator[] }
  /** The events behind a rate: 孕产妇死亡1例. */
  | { kind: "events"; name: string; options: readonly Indicator[] }
  | { kind: "project"; name: string; project: Project }
  | { kind: "quantity"; name: string; project: Project; index: number }
  /** What a project is to reach, without a number: 区妇幼保健院 of 区妇幼保健院创建三级甲等医院, and 三级甲等. */
  | { kind: "milestone"; name: string; project: Project; index: number; goal: string }
  | { kind: "site"; name: string };

export interface Named {
  thing: Thing;
  doubt?: Doubt;
  /** 男生 of 小学男生近视率. */
  group?: string;
  start: number;
  end: number;
}

/**
 * What a name leaves open. whose: it leaves out whom it is of, and may as well be everybody's, a figure much the same
 * (人均预期寿命); which: it has not all the words of the row's name, or not in its order; other: words that stand there as
 * a subject of their own, and may be anything.
 */
export type Doubt = "whose" | "which" | "other" | null;

export type OfIndicators = Extract<Thing, { kind: "indicators" }>;

/** Finds what a plan names in the letters of tight text: left to right, the longest name where several begin. */
export type NameFinder = (letters: Rewritten) => Named[];

/** These part a sentence, so that no name spans them. */
export const BARRIER = new RegExp(`[。，；：\\t${RATE_SIGNS}]`, "u");

export interface Names {
  find: NameFinder;
  /** The things that go by a name, however it is spelt. */
  called: (name: string) => Thing | null;
  /** 儿童, of 儿童发展规划, in a report on women: whose indicators are counted. */
  otherPlans: readonly string[];
  /** Every name in the letters that `canonical` writes, with what it is of. */
  known: ReadonlyMap<string, Thing>;
  /** What the plan calls its sites, and whatever else each must meet a target: 镇街, 县市, 机构. */
  siteWords: readonly string[];
}

/** Everything that sentences about a plan and its figures may name. */
export function namesOf(plan: Plan, dataset: Dataset, others: readonly Plan[] = []): Names {
  const known = new Map<string, Thing>();
  const learn: Learn = (name, thing) => {
    const key = keyOf(name);
    if (key.length > 1) known.set(key, known.get(key) ?? thing);
  };
  learnPlan(plan, dataset, learn);
  const weak = namesMade(known, weakNames);
  const covered = new Map(
    [...known].flatMap(([key, thing]) => coveredNames(key).map((name) => [name, thing] as const)),
  );
  for (const [key, thing] of [...known]) for (const other of respelt(key)) learn(other, thing);
  learnOthers(others, known, weak);
  const towns = townNames(known, plan, dataset);
  // 红炉镇卫生院|儿保医生|1名
  const staff = new Map(
    [...towns].flatMap(([key, thing]) =>
      key.endsWith("医生数") ? [[key.slice(0, -1), thing] as const] : [],
    ),
  );
  const gaps = new Map(
    [...known].flatMap(([key, thing]) => gapNames(key, thing).map((name) => [name, thing] as const)),
  );
  const rank = rankOf(plan.region);
  const ranked = namesMade(known, (key) => unranked(key, rank));
  const keys = byLetters({ known, covered, weak, towns, staff, ranked, gaps, bare: bareSites(known) });
  const sites = groupingsOf(plan).filter(({ people }) => !people);
  return {
    known,
    siteWords: sites.map(({ name }) => name),
    otherPlans: others.flatMap(
      ({ title }) => /(?<who>\p{Script=Han}{2})发展(?:规划|纲要)/u.exec(title)?.groups?.["who"] ?? [],
    ),
    called: (name) => known.get(keyOf(name)) ?? null,
    find: (letters) => withoutOverlaps(occurrences(letters, keys)),
  };
}

/** Each once, of the figures of many years. */
function sitesIn({ groups }: Dataset, plan: Plan): Set<string> {
  return new Set(groups.filter(({ grouping }) => !isOfPeople(grouping, plan)).map(({ group }) => group));
}

type Learn = (name: string, thing: Thing) => void;

/** What a plan names itself, and the places that have figures of their own. */
function learnPlan(plan: Plan, dataset: Dataset, learn: Learn): void {
  for (const indicator of indicatorsOf(plan))
    for (const name of [indicator.name, ...indicator.aliases])
      learn(name, { kind: "indicators", name: indicator.name, options: [indicator] });
  for (const { name, aliases, parts } of plan.rows)
    if (parts.length > 0)
      for (const each of [name, ...aliases]) learn(each, { kind: "indicators", name, options: parts });
  for (const indicator of indicatorsOf(plan))
    for (const name of [indicator.name, ...indicator.aliases])
      for (const events of eventNames(name)) learn(events, { kind: "events", name, options: [indicator] });
  for (const indicator of indicatorsOf(plan).filter(({ unit }) => unitOf(unit).per === null))
    for (const name of [indicator.name, ...indicator.aliases].flatMap(countedNames))
      learn(name, { kind: "indicators", name: indicator.name, options: [indicator] });
  for (const indicator of indicatorsOf(plan))
    for (const name of countNames(indicator))
      learn(name, { kind: "indicators", name: indicator.name, options: [indicator] });
  for (const [word, each] of SEVERAL) learnSeveral(word, each, plan, learn);
  for (const project of plan.projects) learnProject(project, learn);
  for (const name of sitesIn(dataset, plan)) learn(name, { kind: "site", name });
}

/** Names made of those known, where they are not names already. */
function namesMade(
  known: ReadonlyMap<string, Thing>,
  make: (key: string) => readonly string[],
): Map<string, Thing> {
  const made = [...known].flatMap(([key, thing]) => make(key).map((name) => [name, thing] as const));
  return new Map(made.filter(([name]) => !known.has(name)));
}

/** Words that stand for several: 两癌筛查率 may be that of either. */
const SEVERAL: readonly (readonly [string, readonly string[]])[] = [
  ["两癌", ["宫颈癌", "乳腺癌"]],
  ["城乡", ["城市社区", "农村社区"]],
  ["城乡社区", ["城市社区", "农村社区"]],
];

const LONG_ENOUGH = 8;

function learnSeveral(
  word: string,
  [first = "", ...others]: readonly string[],
  plan: Plan,
  learn: Learn,
): void {
  const rows = indicatorsOf(plan);
  const called = (name: string) => rows.find((each) => [each.name, ...each.aliases].includes(name));
  for (const row of rows)
    for (const name of [row.name, ...row.aliases].filter((each) => each.includes(first))) {
      const all = [row, ...others.map((other) => called(name.replace(first, other)))];
      const options = all.filter((each) => each !== undefined);
      const joint = name.replace(first, word);
      if (options.length !== all.length) continue;
      learn(joint, { kind: "indicators", name: joint, options });
      // 家庭教育指导服务站点覆盖率的城乡差距: 城乡 stands elsewhere.
      const bare = name.replace(first, "").replace(/^(?:中|的|（[^）]*）)+/u, "");
      if (bare.length >= LONG_ENOUGH) learn(bare, { kind: "indicators", name: joint, options });
    }
}

function keyOf(name: string): string {
  return inLetters(nameKey(name)).text;
}

/** The letters of tight text in which names are looked for. */
export function inLetters(text: string): Rewritten {
  return canonical(text, BARRIER);
}

/** 松溉 of 松溉镇, where a list ends in 三镇 or 3个镇街. */
function bareSites(known: ReadonlyMap<string, Thing>): Map<string, Thing> {
  return new Map(
    [...known].flatMap(([key, thing]) => {
      const bare = /^(?<bare>\p{Script=Han}{2,4})(?:镇|街道|乡)$/u.exec(key)?.groups?.["bare"];
      return thing.kind === "site" && bare !== undefined ? [[bare, thing] as const] : [];
    }),
  );
}

const IN_A_LIST = /^(?:\p{Script=Han}{2,4}){0,6}?(?:等)?(?:[二两三四五六七八九十]|\d{1,2})个?(?:镇|街道|乡)/u;

/** 家庭教育指导服务站点 of …站点覆盖率, of which there are two, before 城乡差距. */
function gapNames(key: string, thing: Thing): string[] {
  const isOfTwo = thing.kind === "indicators" && thing.options.length === 2;
  return isOfTwo ? coveredNames(key) : [];
}

const OF_BOTH = /^(?:建设)?城乡(?:之间)?(?:的)?(?:差距|差异|相差|不平衡)/u;

/** All but what is said of it: 已在2023年实现全覆盖. */
const COVERED =
  /^(?:[在于已均都从由至到]|基本|率先|全面|首次|\d{4}年?底?|[一二两三四五]年(?:间|内|来)?|仅用|实现|达到|做到|提高)*(?:全面?覆盖|(?<!\d)\d+%)/u;

/**
 * 接种率 of 适龄儿童免疫规划疫苗接种率: ends of names that no other row has, of rows with figures of towns or
 * institutions. They are names in sentences that speak of such.
 */
function townNames(
  known: ReadonlyMap<string, Thing>,
  plan: Plan,
  { groups }: Dataset,
): ReadonlyMap<string, Thing> {
  const sited = new Set(
    groups.filter(({ grouping }) => !isOfPeople(grouping, plan)).map(({ indicator }) => indicator),
  );
  const ends = new Map<string, Thing | null>();
  for (const [key, thing] of known) {
    if (thing.kind !== "indicators") continue;
    for (let at = 1; key.length - at >= SHORTEST_END; at += 1) {
      const other = ends.get(key.slice(at));
      const isOthers = other !== undefined && other?.name !== thing.name;
      ends.set(key.slice(at), isOthers ? null : thing);
    }
  }
  return new Map(
    [...ends].flatMap(([end, thing]) => {
      const [row] = thing?.kind === "indicators" && thing.options.length === 1 ? thing.options : [];
      const isName = MEASURED.test(end) && !known.has(end);
      return row !== undefined && thing !== null && isName && sited.has(row.id)
        ? [[end, thing] as const]
        : [];
    }),
  );
}

const COUNTED_AT = /^[只仅有为达共配备]{0,3}\d/u;
const SHORTEST_END = 3;
const MEASURED = /(?:率|医生数)$/u;
/** Sentences of towns and institutions, and where in them the end of a name may stand. */
const OF_TOWNS = /镇|街道|乡|卫生院|机构|服务中心/u;
// 松溉镇（97.33%）|接种率
const BEHIND_TOWN = /(?:^|[，；：年镇乡街道村区院心构中]|[镇道乡]\d+%|\d[个所家])$/u;

/**
 * Rows of the other plans, which a report may speak of, too. 九年义务教育巩固率 is the children's and, in the report on
 * women, may be that of girls.
 */
function learnOthers(others: readonly Plan[], known: Map<string, Thing>, weak: Map<string, Thing>): void {
  for (const indicator of others.flatMap(indicatorsOf))
    for (const name of [indicator.name, ...indicator.aliases]) {
      const key = keyOf(name);
      const own = weak.get(key);
      const options = [indicator, ...(own?.kind === "indicators" ? own.options : [])];
      if (known.has(key)) continue;
      known.set(key, { kind: "indicators", name: indicator.name, options });
      weak.delete(key);
      for (const events of eventNames(name).map(keyOf))
        if (!known.has(events)) known.set(events, { kind: "events", name, options: [indicator] });
    }
}

const BEHIND_NOTHING = /(?:^|[，；：年]|全[区县市州省]|我[区县市州省]|创建|评选|新增|累计|其中|建成|培育)$/u;

function learnProject(project: Project, learn: Learn): void {
  for (const name of [project.name, project.name.replace(/项目$/u, "工程")])
    learn(name, { kind: "project", name: project.name, project });
  project.quantities.forEach((quantity, index) => {
    const milestone = quantity.goal === null ? milestoneOf(quantity.name) : null;
    // 区儿童（集瑷）医院 goes without its brackets, too.
    if (milestone !== null)
      for (const of of [milestone.of, milestone.of.replace(/（[^）]*）/u, "")])
        learn(of, { kind: "milestone", name: quantity.name, project, index, goal: milestone.goal });
    if (quantity.goal === null) return;
    for (const name of quantityNames(quantity.name))
      learn(name, { kind: "quantity", name: quantity.name, project, index });
  });
}

interface Key {
  key: string;
  thing: Thing;
  /** What must follow. */
  before: RegExp | null;
  /** What must come before. */
  behind: RegExp | null;
  /** Only in sentences of towns. */
  town: boolean;
  doubt: Doubt;
}

/** Names by the two letters they begin with: of some hundreds, a place in a text is asked for a few. */
function byLetters({
  known,
  covered,
  weak,
  towns,
  staff,
  ranked,
  gaps,
  bare,
}: Readonly<Record<string, ReadonlyMap<string, Thing>>>): ReadonlyMap<string, readonly Key[]> {
  const plain = { before: null, behind: null, doubt: null, town: false };
  const keysOf = (names: ReadonlyMap<string, Thing> = new Map(), more: Partial<Key> = {}): Key[] =>
    [...names].map(([key, thing]) => ({ ...plain, ...more, key, thing }));
  const keys = [
    ...keysOf(known),
    ...keysOf(covered, { before: COVERED }),
    ...keysOf(weak, { doubt: "whose" }),
    ...keysOf(towns, { behind: BEHIND_TOWN, town: true }),
    ...keysOf(staff, { behind: BEHIND_TOWN, before: COUNTED_AT, town: true }),
    ...keysOf(ranked, { behind: BEHIND_NOTHING }),
    ...keysOf(gaps, { before: OF_BOTH }),
    ...keysOf(bare, { before: IN_A_LIST }),
  ];
  return groupBy(keys, ({ key }) => key.slice(0, 2));
}

function occurrences({ text, from, to }: Rewritten, keys: ReadonlyMap<string, readonly Key[]>): Named[] {
  const found: Named[] = [];
  const ofTowns = OF_TOWNS.test(text);
  for (let at = 0; at < text.length; at += 1)
    for (const { key, thing, before, behind, doubt, town } of keys.get(text.slice(at, at + 2)) ?? [])
      if (
        text.startsWith(key, at) &&
        (!town || ofTowns) &&
        behind?.test(text.slice(0, at)) !== false &&
        !isInside(key, text[at - 1] ?? "") &&
        before?.test(text.slice(at + key.length)) !== false
      )
        found.push({ thing, start: from[at] ?? 0, end: to[at + key.length - 1] ?? 0, doubt });
  return found;
}

/** 6岁以下 inside 16岁以下 is another name, and so is 小学生 inside 中小学生. */
function isInside(key: string, before: string): boolean {
  return (/^\d/u.test(key) && /\d/u.test(before)) || (key.startsWith("小学") && before === "中");
}

function withoutOverlaps(found: Named[]): Named[] {
  const kept: Named[] = [];
  for (const each of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each);
  }
  return kept;
}
