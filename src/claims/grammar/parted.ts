import { spanOf, type Rewritten } from "../text/canonical.js";
import { longestTail, SHORTEST_TAIL, tailBeginnings, tailsOf, type Head } from "./kin.js";
import type { Named, Names } from "./names.js";
import { isFollowedByItsUnit, standsAlone } from "./standing.js";

const SHORTEST_HEAD = 2;
/** What a topic may leave out of what it names: 睡眠方面, 两癌筛查. */
const MEASURED_BY = ["比例", "时间", "率"];

/** What a measure ends with, alone at the beginning of a clause. */
const MEASURE = /(?:率|比例|数|年限|寿命|时间)$/u;

/**
 * 女性养老保障水平稳步提高，参保率达96.75%; 区政协委员中…，女性占比达33.75%: the end of a name by itself, the beginning
 * before it in the sentence. It is the likeliest row, and may be another.
 */
export function partedNames(text: string, letters: Rewritten, told: readonly Named[], names: Names): Named[] {
  return [...letters.text.matchAll(/(?<=[，；：])[^，；：。]{3,12}/gu)].flatMap(({ index, 0: clause }) => {
    for (let length = clause.length; length >= SHORTEST_TAIL; length -= 1) {
      const tail = clause.slice(0, length);
      if (!MEASURE.test(tail)) continue;
      // The nearest clause that names a beginning; what stands before a semicolon is another matter.
      const near = /[^；。]*$/u.exec(letters.text.slice(0, index - 1))?.[0] ?? "";
      const before = /[；：]/u.test(letters.text[index - 1] ?? "")
        ? (WITHIN.exec(letters.text)?.[0] ?? "")
        : near;
      const [best] = (tailsOf(names).get(tail) ?? [])
        .filter(({ head }) => head.length >= SHORTEST_HEAD && before.includes(head))
        .sort((a, b) => clauseOf(b, before) - clauseOf(a, before) || b.head.length - a.head.length);
      if (best === undefined) continue;
      // 5岁以下儿童死亡28人…，死亡率: of the row that the sentence names whole, where it names no other that ends so.
      const named = told.filter(({ doubt, thing }) => doubt == null && "options" in thing);
      const own = named.filter(({ thing }) => isOneRow(thing, best.thing));
      const isOwn =
        own.length > 0 &&
        !named.some(({ thing }) => !isOneRow(thing, best.thing) && thing.name.endsWith(tail));
      const doubt = isOwn ? null : ("which" as const);
      const found = { thing: best.thing, ...spanOf(letters, index, index + length), doubt };
      const isFree = !told.some(({ start, end }) => start < found.end && found.start < end);
      return isFree && standsAlone(text, found) ? [found] : [];
    }
    return [];
  });
}

function isOneRow(one: Named["thing"], { options }: Head["thing"]): boolean {
  const [row, ...more] = "options" in one ? one.options : [];
  return row !== undefined && more.length === 0 && options.length === 1 && options[0]?.id === row.id;
}

/** 区级部门领导班子中，…；由女性担任正职的占…; 孕产妇健康：系统管理率…: within what all of the sentence stands. */
const WITHIN = /^(?:[^，；。]*[中里内]，|[^，；。：]*：)/u;

/** 性别比由109.62降至108.49: a ratio, of which the plan has one alone; another may be meant all the same. */
export function ratioNames(text: string, letters: Rewritten, told: readonly Named[], names: Names): Named[] {
  return [...letters.text.matchAll(RATIO)].flatMap(({ index, 0: words }) => {
    const things = new Set((tailsOf(names).get(words) ?? []).map(({ thing }) => thing.name));
    const [best] = tailsOf(names).get(words) ?? [];
    if (best === undefined || things.size !== 1) return [];
    const found = {
      thing: best.thing,
      ...spanOf(letters, index, index + words.length),
      doubt: "which" as const,
    };
    const isFree = !told.some(({ start, end }) => start < found.end && found.start < end);
    return isFree && standsAlone(text, found) ? [found] : [];
  });
}

const RATIO =
  /(?<=^|[，；：年]|[全我本][区县市州省])[^，；：。\d]{2,3}比(?=\d|[为达由从较逐仍虽已降升持连比偏趋基])/gu;

/** 龋患率达33.24%: the end of a name that no other row has, at the beginning of a clause; it may be another's all the same. */
export function aloneNames(text: string, letters: Rewritten, told: readonly Named[], names: Names): Named[] {
  return [...letters.text.matchAll(ALONE)].flatMap(({ index: from, 0: whole, groups }) => {
    const clause = groups?.["clause"] ?? whole;
    const index = from + whole.length - clause.length;
    for (let length = clause.length; length >= SHORTEST_TAIL; length -= 1) {
      const tail = clause.slice(0, length);
      const [best, ...others] =
        MEASURE.test(tail) && !OF_TALLIES.test(tail) ? (tailsOf(names).get(tail) ?? []) : [];
      if (best === undefined || others.some(({ thing }) => thing.name !== best.thing.name)) continue;
      const found = { thing: best.thing, ...spanOf(letters, index, index + length), doubt: "whose" as const };
      const isFree = !told.some(({ start, end }) => start < found.end && found.start < end);
      return isFree && standsAlone(text, found) && isFollowedByItsUnit(text, found) ? [found] : [];
    }
    return [];
  });
}

/** 达标率 is one of the indicators. */
const OF_TALLIES = /^(?:达标|完成|实现|向好)/u;
const ALONE = /(?<=^|[，；：年])(?:[全我本][区县市州省])?(?<clause>[^，；：。\d]{3,12})/gu;

/**
 * 未成年人保护工作站建设走在前列，2023年实现镇街全覆盖: what is covered is the topic, and the figure says that it is its coverage
 * that is told.
 */
export function coverageNames(
  text: string,
  letters: Rewritten,
  told: readonly Named[],
  names: Names,
): Named[] {
  const topic = COVERED.exec(letters.text)?.groups?.["topic"];
  if (topic === undefined || told.length > 0) return [];
  const heads = (tailsOf(names).get(COVERAGE) ?? []).filter(({ head }) => topic.startsWith(head));
  const [best] = heads.sort((a, b) => b.head.length - a.head.length);
  if (best === undefined || best.head.length < LEAST_COVERED) return [];
  if (!AS_TOPIC.test(topic.slice(best.head.length))) return [];
  return [{ thing: best.thing, ...spanOf(letters, 0, best.head.length), doubt: null }];
}

const COVERAGE = "覆盖率";
const LEAST_COVERED = 6;
const COVERED =
  /^(?<topic>[^，；：。\d]{6,30})，(?:[^，；。]{0,12}，)?(?:\d{4}年)?[^，；。\d]{0,8}全面?覆盖/u;
const AS_TOPIC = /^(?:建设|设置|布局|工作)(?!标准|达标|规范|资金|人员)/u;

/** 儿保医生配备方面，17所机构达到2名: how many of them there are at each place is the topic. */
export function staffTopicNames(
  text: string,
  letters: Rewritten,
  told: readonly Named[],
  names: Names,
): Named[] {
  const staff = STAFF_TOPIC.exec(letters.text)?.groups?.["staff"];
  if (staff === undefined || told.length > 0) return [];
  const heads = tailsOf(names).get(`${staff}数`) ?? [];
  const [best] = heads;
  if (best === undefined || heads.some(({ thing }) => thing.name !== best.thing.name)) return [];
  return [{ thing: best.thing, ...spanOf(letters, 0, staff.length), doubt: null }];
}

const STAFF_TOPIC = /^(?<staff>[^，；：。\d]{2,8}医生)(?:队伍)?(?:配备)?(?:方面|情况|上)?[，：]/u;

/** Which clause of the text, counted from its beginning, names the head last. */
function clauseOf({ head }: Head, text: string): number {
  return text.slice(0, text.lastIndexOf(head)).split("，").length;
}

/**
 * 睡眠时间不足，小学生9.2小时、初中生8.4小时: the end that several names share stands before, the beginnings by themselves,
 * each with a figure in the row's unit. One alone is no list.
 */
export function topicNames(text: string, letters: Rewritten, told: readonly Named[], names: Names): Named[] {
  const [topic = ""] = /^[^，：]*/u.exec(letters.text) ?? [];
  const tails = tailsOf(names);
  const longest = longestTail(names);
  const beginnings = tailBeginnings(names);
  const ends = [...topic].map((_, nth) => MEASURE.test(topic.slice(Math.max(nth - 1, 0), nth + 1)));
  for (let at = 0; at <= topic.length - SHORTEST_HEAD; at += 1) {
    if (!beginnings.has(topic.slice(at, at + 2))) continue;
    for (let end = Math.min(topic.length, at + longest); end - at >= SHORTEST_HEAD; end -= 1) {
      const said = topic.slice(at, end);
      // 女性担任正职方面，镇街19.57%; 近视防控：小学35.6%: what is measured, without the word for it.
      const measures = ends[end - 1] === true ? [said] : MEASURED_BY.map((end) => `${said}${end}`);
      const known = measures.filter((tail) => tails.has(tail));
      if (known.length === 0) continue;
      const doubt = WHOLE_TOPIC.test(topic.slice(0, at)) ? null : ("which" as const);
      const heads = known.flatMap((tail) => headsIn(text, letters, tail, end, names));
      const found = heads
        .map((each) => ({ ...each, doubt }))
        .filter((one) => !told.some(({ start, end: until }) => start < one.end && one.start < until));
      if (new Set(found.map(({ thing }) => thing)).size > 1) return found;
    }
  }
  return [];
}

function placesOf(part: string, text: string, after: number): number[] {
  const at = text.indexOf(part, after);
  return at < 0 ? [] : [at, ...placesOf(part, text, at + 1)];
}

/** Nothing stands before a measure that may make it another: 新增近视率. */
const WHOLE_TOPIC = /(?:^|[，；：区年从就])(?:[一-龥]是)?(?:儿童|青少年|学生|中小学生|女|两癌)?$/u;

/** 法官|占比, of a topic whose measure ends so. */
function withEnd(text: string, end: number, tail: string): number {
  for (let length = tail.length - 1; length >= SHORTEST_HEAD; length -= 1)
    if (text.startsWith(tail.slice(-length), end)) return end + length;
  return end;
}

function headsIn(text: string, letters: Rewritten, tail: string, after: number, names: Names): Named[] {
  return (tailsOf(names).get(tail) ?? []).flatMap(({ head, thing }) => {
    if (head.length < SHORTEST_HEAD) return [];
    return placesOf(head, letters.text, after)
      .map((at): Named => ({ thing, ...spanOf(letters, at, withEnd(letters.text, at + head.length, tail)) }))
      .filter((found) => standsAlone(text, found) && isFollowedByItsUnit(text, found));
  });
}
