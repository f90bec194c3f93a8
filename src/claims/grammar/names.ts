import { isOfPeople } from "../../plan/words/groupings.js";
import type { Dataset } from "../../data/dataset.js";
import { nameKey } from "../../data/sheet/normalise.js";
import { indicatorsOf } from "../../plan/lookup.js";
import type { Indicator, Plan, Project } from "../../plan/plan.js";
import { groupBy } from "../../terms/group-by.js";
import { rankOf } from "../../terms/places.js";
import { RATE_SIGNS, unitOf } from "../../terms/unit.js";
import { canonical } from "../text/canonical.js";

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
 * (人均预期寿命); which: it has not all the words of the row's name, or not in its order.
 */
export type Doubt = "whose" | "which" | null;

export type OfIndicators = Extract<Thing, { kind: "indicators" }>;

/** Finds what a plan names in tight text: left to right, the longest name where several begin. */
export type NameFinder = (text: string) => Named[];

/** These part a sentence, so that no name spans them. */
export const BARRIER = new RegExp(`[。，；：\\t${RATE_SIGNS}]`, "u");

export interface Names {
  find: NameFinder;
  /** The things that go by a name, however it is spelt. */
  called: (name: string) => Thing | null;
  /** Every name in the letters that `canonical` writes, with what it is of. */
  known: ReadonlyMap<string, Thing>;
}

/** Everything that sentences about a plan and its figures may name. */
export function namesOf(plan: Plan, dataset: Dataset, others: readonly Plan[] = []): Names {
  const known = new Map<string, Thing>();
  const learn = (name: string, thing: Thing): void => {
    const key = keyOf(name);
    if (key.length > 1) known.set(key, known.get(key) ?? thing);
  };
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
  for (const { group, grouping } of dataset.groups)
    if (!isOfPeople(grouping, plan)) learn(group, { kind: "site", name: group });
  const weak = new Map(
    [...known].flatMap(([key, thing]) => weakNames(key).map((name) => [name, thing] as const)),
  );
  for (const key of weak.keys()) if (known.has(key)) weak.delete(key);
  const covered = new Map(
    [...known].flatMap(([key, thing]) => coveredNames(key).map((name) => [name, thing] as const)),
  );
  for (const [key, thing] of [...known])
    for (const other of [...shareNames(key), ...insuredNames(key), ...staffedNames(key), ...withoutTeam(key)])
      learn(other, thing);
  learnOthers(others, known, weak);
  const towns = townNames(known, plan, dataset);
  const rank = rankOf(plan.region);
  const ranked = new Map(
    [...known].flatMap(([key, thing]) => unranked(key, rank).map((name) => [name, thing] as const)),
  );
  for (const key of ranked.keys()) if (known.has(key)) ranked.delete(key);
  const keys = byLetter({ known, covered, weak, towns, ranked });
  return {
    known,
    called: (name) => known.get(keyOf(name)) ?? null,
    find: (text) => withoutOverlaps(occurrences(text, keys)),
  };
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
  learn: (name: string, thing: Thing) => void,
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
  return canonical(nameKey(name), BARRIER).text;
}

/** 女性基本养老保险参保率 → 女性参加基本养老保险的比例. */
function insuredNames(key: string): string[] {
  const { who, what } = /^(?<who>女|儿童)(?<what>.+保险)参保率$/u.exec(key)?.groups ?? {};
  return what === undefined ? [] : [`${who}参加${what}比例`, `参加${what}${who}比例`];
}

/** 区级部门领导班子女正职比例 → 区级部门女正职比例 */
function withoutTeam(key: string): string[] {
  return /.{3,}领导班子女/u.test(key) ? [key.replace("领导班子", "")] : [];
}

/** 领导班子女干部配备率 → 领导班子配有女干部的比例, 配备女干部的领导班子比例. */
function staffedNames(key: string): string[] {
  const { whole, who } = /^(?<whole>.{2,}?)(?<who>女(?:干部|领导))配备率$/u.exec(key)?.groups ?? {};
  if (whole === undefined || who === undefined) return [];
  const verbs = ["配有", "配备", "配备了", "有", "配备有"];
  return verbs.flatMap((verb) => [`${whole}${verb}${who}比例`, `${verb}${who}${whole}比例`]);
}

/** 就业人员女比例 → 女性占就业人员的比例, 女性在就业人员中的比例, 女性就业人员比例. */
function shareNames(key: string): string[] {
  const whole = /^(?<of>.{2,})女比例$/u.exec(key)?.groups?.["of"];
  return whole === undefined ? [] : [`女占${whole}比例`, `女在${whole}比例`, `女${whole}比例`];
}

/** 妇女人均预期寿命 → 人均预期寿命; 儿童暴力伤害发生率 → 暴力伤害发生率. */
function weakNames(key: string): string[] {
  const bare = key.replace(/^(?:适龄)?(?:女童?|儿童|孕产妇)(?!占)/u, "");
  return bare === key || bare.length < SHORTEST_WEAK ? [] : [bare];
}

const SHORTEST_WEAK = 6;

/** 未成年人保护工作站 of …覆盖率, before 实现全覆盖. */
function coveredNames(key: string): string[] {
  const things = key.replace(/覆盖率$/u, "");
  return things === key || things.length < SHORTEST_COUNTED ? [] : [things];
}

/** All but what is said of it: 已在2023年实现全覆盖. */
const COVERED = /^(?:在|于|已|均|都|基本|率先|全面|首次|\d{4}年?底?|实现|达到|做到)*全面?覆盖/u;

const SHORTEST_COUNTED = 6;

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

const SHORTEST_END = 3;
const MEASURED = /(?:率|医生数)$/u;
/** Sentences of towns and institutions, and where in them the end of a name may stand. */
const OF_TOWNS = /镇|街道|乡|卫生院|机构|服务中心/u;
const BEHIND_TOWN = /(?:^|[，；：镇乡街道村区院心构中])$/u;

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

/** 区级文明家庭 → 文明家庭, in a report of the district, where no other place is named. */
function unranked(key: string, rank: string): string[] {
  const bare = rank === "" ? key : key.replace(new RegExp(`^${rank}级?`, "u"), "");
  return bare === key || bare.length < SHORTEST_UNRANKED ? [] : [bare];
}

const SHORTEST_UNRANKED = 4;
const BEHIND_NOTHING = /(?:^|[，；：年]|全[区县市州省]|我[区县市州省]|创建|评选|新增|累计|其中|建成|培育)$/u;

/** 残疾儿童康复救助人数 → 残疾儿童康复救助, before 398人. */
function countedNames(name: string): string[] {
  const things = name.replace(/(?:人数|户数|件数|发生数|数量|数|时间)$/u, "");
  const shortest = name.endsWith("时间") ? SHORTEST_COUNTED - 1 : SHORTEST_COUNTED;
  return things === name || things.length < shortest ? [] : [things];
}

/** 区级文明家庭 → 区级文明家庭户数, 区级文明家庭数. */
function countNames({ name, unit }: Indicator): string[] {
  return unitOf(unit).kind === "count" && !/[数率比例]$/u.test(name) ? [`${name}${unit}数`, `${name}数`] : [];
}

/** 孕产妇死亡率 → 孕产妇死亡. */
function eventNames(name: string): string[] {
  const events = /^(?<of>.*(?:死亡|自杀、?自伤|暴力伤害))(?:发生)?率$/u.exec(name)?.groups?.["of"];
  return events === undefined ? [] : [events];
}

function learnProject(project: Project, learn: (name: string, thing: Thing) => void): void {
  for (const name of [project.name, project.name.replace(/项目$/u, "工程")])
    learn(name, { kind: "project", name: project.name, project });
  project.quantities.forEach((quantity, index) => {
    const milestone = quantity.goal === null ? milestoneOf(quantity.name) : null;
    if (milestone !== null)
      learn(milestone.of, { kind: "milestone", name: quantity.name, project, index, goal: milestone.goal });
    if (quantity.goal === null) return;
    for (const name of quantityNames(quantity.name))
      learn(name, { kind: "quantity", name: quantity.name, project, index });
  });
}

/** 区妇幼保健院完成三甲创建 → 区妇幼保健院, 三甲; 建成区域性妇幼保健中心 → 区域性妇幼保健中心. */
function milestoneOf(name: string): { of: string; goal: string } | null {
  if (name.startsWith("每")) return null;
  const [of = "", goal = ""] = name
    .split(/完成|创建|建成|设立|实现|达到|通过/u)
    .filter((part) => part !== "");
  return of.length < SHORTEST_MILESTONE
    ? null
    : { of, goal: goal.replace(/医院$/u, "").replace("三甲", "三级甲等") };
}

const SHORTEST_MILESTONE = 5;

/** 镇（街道）养老服务中心, 养老服务中心; 村（居）儿童主任培训参训率, 儿童主任培训参训率, 儿童主任参训率. */
function quantityNames(name: string): string[] {
  const short = name.replace(/^(?:[区县市州省]级|镇（街道）|村（居）|独立的)/u, "");
  const shorter = short.replace(/^(?:失能特困人员|区)/u, "");
  return [name, short, shorter, short.replace("培训", "")].filter((each) => each.length > 4);
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

/** Names by the letter they begin with: of some hundreds, a place in a text is asked for a few. */
function byLetter({
  known,
  covered,
  weak,
  towns,
  ranked,
}: Readonly<Record<string, ReadonlyMap<string, Thing>>>): ReadonlyMap<string, readonly Key[]> {
  const plain = { before: null, behind: null, doubt: null, town: false };
  const keysOf = (names: ReadonlyMap<string, Thing> = new Map(), more: Partial<Key> = {}): Key[] =>
    [...names].map(([key, thing]) => ({ ...plain, ...more, key, thing }));
  const keys = [
    ...keysOf(known),
    ...keysOf(covered, { before: COVERED }),
    ...keysOf(weak, { doubt: "whose" }),
    ...keysOf(towns, { behind: BEHIND_TOWN, town: true }),
    ...keysOf(ranked, { behind: BEHIND_NOTHING }),
  ];
  return groupBy(keys, ({ key }) => key[0] ?? "");
}

function occurrences(written: string, keys: ReadonlyMap<string, readonly Key[]>): Named[] {
  const { text, from, to } = canonical(written, BARRIER);
  const found: Named[] = [];
  const ofTowns = OF_TOWNS.test(text);
  for (let at = 0; at < text.length; at += 1)
    for (const { key, thing, before, behind, doubt, town } of keys.get(text[at] ?? "") ?? [])
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
