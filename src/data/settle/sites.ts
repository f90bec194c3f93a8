import { isOfPeople } from "../../plan/words/groupings.js";
import type { Catalogue } from "../catalogue.js";
import type { GroupFigure } from "../dataset.js";
import { groupBy } from "../../terms/group-by.js";
import { tightText } from "../sheet/normalise.js";

/** What towns and their offices are called behind their name. */
const SUFFIXES = ["街道办事处", "人民政府", "办事处", "街道办", "街办", "街道", "镇", "乡"];

/** What people of one kind are called, each line's words for one group. */
const PEOPLE = [
  "男 男性 男生 男学生 男童 男孩 男婴 男子 男儿童",
  "女 女性 女生 女学生 女童 女孩 女婴 女子 女儿童 妇女",
  "城镇 城市 城区 城",
  "农村 乡村 乡 村",
].map((line) => line.split(" "));

/**
 * The groups under one name each: 永川区中山路街道, 中山路街道办事处 and 中山路 are one town, called by the fullest
 * name that is no more than a name. Two that both say what they are (甲镇, 甲街道) stay two.
 */
export function underOneName(groups: readonly GroupFigure[], catalogue: Catalogue): GroupFigure[] {
  // Places are what people name longer and shorter.
  const places = groupBy(
    groups.filter((each) => isPlace(each, catalogue)),
    ({ grouping }) => grouping,
  );
  // 区直 and 区级 are no more than what they say.
  const regions = catalogue.lexicon.places.ownByLength.filter((name) => !name.endsWith("级"));
  const names = new Map(
    [...places].map(([grouping, own]) => [
      grouping,
      keptNames([...new Set(own.map(({ group }) => group))], regions),
    ]),
  );
  // The first spelling of a group of people stays: 男生, where 男 follows.
  const people = new Map<string, string>();
  return groups.map((each) => {
    if (isPlace(each, catalogue))
      return { ...each, group: names.get(each.grouping)?.get(each.group) ?? each.group };
    const key = [each.indicator, each.grouping, peopleKey(each.group)].join("\n");
    const group = people.get(key) ?? each.group;
    people.set(key, group);
    return { ...each, group };
  });
}

/** 男生 is 男, and 35-44岁 is 35—44岁. */
function peopleKey(group: string): string {
  const tight = tightText(group).replace(/[-‐-―−~～至到]+/gu, "-");
  return PEOPLE.find((words) => words.includes(tight))?.[0] ?? tight;
}

/** By the plan whose indicator it is: each says itself which of its groupings are of people. */
function isPlace({ indicator, grouping }: GroupFigure, { byId }: Catalogue): boolean {
  const plan = byId.get(indicator)?.plan;
  return plan !== undefined && !isOfPeople(grouping, plan);
}

interface Spelling {
  name: string;
  /** Without the region before it and white space: 中山路街道. */
  local: string;
  /** Without what it is: 中山路. */
  stem: string;
  /** What it is, 街道 or 镇; "" where the name leaves it out. */
  is: string;
}

/** What each of some names of places is called: the same for all spellings of one. */
export function keptNames(names: readonly string[], regions: readonly string[]): Map<string, string> {
  const stems = groupBy(
    names.map((name) => spellingOf(name, regions)),
    ({ stem }) => stem,
  );
  return new Map(
    [...stems.values()].flatMap((alike) =>
      alike.map((each) => {
        const same = alike.filter((other) => isSame(each, other, alike));
        const [kept = each] = same.sort((a, b) => rank(a) - rank(b) || (a.local < b.local ? -1 : 1));
        return [each.name, kept.local] as const;
      }),
    ),
  );
}

/** 永川中学 is called so; 永川区 before 三教镇 only says where that is. */
const KIND = /^(?:高级|实验|职业|特殊教育)*(?:中学|小学|幼儿园|学校|中?医院|卫生院)$/u;

function spellingOf(name: string, regions: readonly string[]): Spelling {
  const tight = tightText(name);
  const region = [...regions].sort((a, b) => b.length - a.length).find((each) => tight.startsWith(each));
  const rest = region === undefined ? tight : tight.slice(region.length);
  const isName = rest.length > 1 && !(KIND.test(rest) && !/[省市区县州旗]$/u.test(region ?? ""));
  const local = isName ? rest : tight;
  const stem = stemOf(local);
  const behind = local.slice(stem.length);
  const is = /街|^办/u.test(behind) ? "街道" : (/^[镇乡]/u.exec(behind)?.[0] ?? "");
  return stem.length < 2 ? { name, local, stem: local, is: "" } : { name, local, stem, is };
}

/** From the end, for an expression would try every way to part 街道办事处街道办事处…. */
function stemOf(local: string): string {
  // 大安街 is short for 大安街道.
  for (let stem = local.replace(/街$/u, ""); ;) {
    const suffix = SUFFIXES.find((each) => stem.endsWith(each));
    if (suffix === undefined) return stem;
    stem = stem.slice(0, -suffix.length);
  }
}

/** One that leaves out what it is, is the only one there is of its name. */
function isSame(a: Spelling, b: Spelling, alike: readonly Spelling[]): boolean {
  if (a.is === b.is) return true;
  const kinds = new Set(alike.map(({ is }) => is));
  kinds.delete("");
  return (a.is === "" || b.is === "") && kinds.size === 1;
}

/** 中山路街道 before 中山路 before 中山路街道办事处. */
function rank({ local, stem, is }: Spelling): number {
  return local === stem + is ? (is === "" ? 1 : 0) : 2;
}
