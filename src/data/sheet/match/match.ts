import { kept } from "../../../terms/kept.js";
import { nearest } from "../../../terms/nearest.js";
import type { Plan } from "../../../plan/plan.js";
import { shortId, type Catalogue, type Entry } from "../../catalogue.js";
import { withoutAside, withoutSaying } from "./aside.js";
import { grossOf, isAnother } from "./apart.js";
import { headingOf } from "../head/heading.js";
import { nameKey, tightText } from "../normalise.js";

/** What a sheet row says about which indicator it reports. */
export interface RowClaim {
  /** The text under 编号; "" where there is none. */
  code: string;
  /** The text under 序号; "" where there is none. */
  number: string;
  /** The texts under 指标名称, left to right: a compound row's name may stand left of its part's. */
  names: readonly string[];
  /** The plan the sheet speaks of, or null. */
  plan: Plan | null;
  /** The row matched just above, whose parts may follow with short names. */
  above: Entry | null;
  /** The last name above that has no figures of its own and is nobody's: 适龄妇女“两癌”人群筛查率. */
  heading: string;
}

export type Match =
  | { type: "matched"; entry: Entry; doubt: "codeName" | null }
  /** The code is one indicator's, the name another's: of ours, or null of somebody's. */
  | { type: "contradiction"; entry: Entry; named: Entry | null }
  /** One name, several indicators, and nothing to tell them apart. */
  | { type: "ambiguous"; candidates: readonly Entry[] }
  /** A code shaped like ours that no plan has. */
  | { type: "unknownCode"; nearest: string | null }
  /** Not ours. */
  | { type: "foreign" };

/** Finds the indicator a sheet row reports: by 编号, else by name, 序号 and plan breaking ties. */
export function matchRow(catalogue: Catalogue, claim: RowClaim): Match {
  const code = codeKey(claim.code);
  const coded = catalogue.byId.get(code) ?? catalogue.byShortId.get(shortId(code));
  const named = namedEntries(catalogue, claim);
  if (coded !== undefined) return checkedAgainstName(catalogue, coded, named, claim);
  const strange = looksLikeId(catalogue, code);
  const [entry, ...others] = untied(named, claim, code);
  if (entry === undefined) {
    return strange ? { type: "unknownCode", nearest: nearestCode(catalogue, code) } : { type: "foreign" };
  }
  return others.length === 0
    ? { type: "matched", entry, doubt: strange && entry.number !== numberIn(code) ? "codeName" : null }
    : { type: "ambiguous", candidates: [entry, ...others] };
}

/** An id as the plans write it: Ｗ０５Ａ and W-05a are W05a. */
export function codeKey(code: string): string {
  return AS_PLANS_WRITE.test(code) ? code : asPlansWrite(code);
}

const asPlansWrite = kept((code) => {
  const tight = tightText(code);
  // Names stand where a code might, a row each.
  if (!LETTER.test(tight)) return tight;
  return tight
    .replace(/^[a-z]+/u, (letters) => letters.toUpperCase())
    .replace(/^([A-Z]{1,3})[-‐-―−_.·]+(?=\d)/u, "$1")
    .replace(/(?<=\d)[A-Z]+$/u, (letters) => letters.toLowerCase());
});

const LETTER = /[A-Za-z]/u;

/** Most are typed that way, and every row has one. */
const AS_PLANS_WRITE = /^[A-Z]{1,3}\d{1,3}[a-z]?$/u;

/** What has this code as plans write it, or in whatever case it is typed. */
export function codedIn<T>(byId: ReadonlyMap<string, T>, code: string): T | undefined {
  return byId.get(codeKey(code)) ?? (inAnyCase(byId).get(tightText(code).toUpperCase()) as T | undefined);
}

/** Catalogues do not change, and are asked at every row. */
const IN_CAPITALS = new WeakMap<ReadonlyMap<string, unknown>, ReadonlyMap<string, unknown>>();

function inAnyCase(byId: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> {
  // Of two that differ in case alone the first stays, being set last.
  const known =
    IN_CAPITALS.get(byId) ?? new Map([...byId].reverse().map(([id, each]) => [id.toUpperCase(), each]));
  IN_CAPITALS.set(byId, known);
  return known;
}

/** Letters of ours followed by digits: W99. A bare number under 编号 is a 序号, another text nobody's. */
function looksLikeId(catalogue: Catalogue, code: string): boolean {
  const letters = /^([A-Z]+)\d/u.exec(code)?.[1];
  return (
    letters !== undefined && [...catalogue.byId.keys()].some((id) => id.replace(/\d.*$/u, "") === letters)
  );
}

/** W05 means W05a rather than W01. */
function nearestCode({ byId }: Catalogue, code: string): string | null {
  const ids = [...byId.keys()];
  return ids.find((id) => id.startsWith(code)) ?? nearest(code, ids);
}

function checkedAgainstName(
  catalogue: Catalogue,
  coded: Entry,
  named: readonly Entry[],
  claim: RowClaim,
): Match {
  const part = coded.compound ? named.find((each) => each.row === coded.row && each !== coded) : undefined;
  if (part !== undefined) return { type: "matched", entry: part, doubt: null };
  const [other] = named;
  if (other !== undefined && !named.includes(coded)) {
    return { type: "contradiction", entry: coded, named: other };
  }
  const name = claim.names
    .map(nameKey)
    .filter((key) => key !== "")
    .at(-1);
  if (other !== undefined || name === undefined) return { type: "matched", entry: coded, doubt: null };
  if (isAnother(name, coded.keys) && !saysWhose(catalogue, name, coded)) {
    return { type: "contradiction", entry: coded, named: null };
  }
  const unclear = !coded.keys.some((key) => resembles(name, key));
  return { type: "matched", entry: coded, doubt: unclear ? "codeName" : null };
}

/** 其中：农村, alone or behind our whole name, is one of its parts, and told as such. */
function saysWhose({ lexicon }: Catalogue, name: string, { keys }: Entry): boolean {
  const beyond = keys.flatMap((key) => (name.includes(key) ? [name.replace(key, "|")] : []));
  return [name, ...beyond].some((text) => {
    const { other, leftover } = headingOf([text], lexicon);
    return other !== null && leftover === "";
  });
}

function resembles(name: string, key: string): boolean {
  return key.includes(name) || name.includes(key) || nearest(name, [key]) !== null;
}

/** The entries the row's name may mean: by its rightmost text, as a part of the row above, by any text. */
function namedEntries(catalogue: Catalogue, claim: RowClaim): readonly Entry[] {
  const keys = claim.names.map(nameKey).filter((key) => key !== "");
  const last = keys.at(-1);
  if (last === undefined) return [];
  const direct = catalogue.byKey.get(last) ?? besideAside(catalogue, claim.names.at(-1) ?? "");
  if (direct !== undefined) return direct;
  const left = keys.slice(0, -1).flatMap((key) => catalogue.byKey.get(key) ?? []);
  const parents = left.length > 0 ? left : claim.above === null ? [] : [claim.above];
  const parts = parents.flatMap((parent) => partsNamed(catalogue, parent, last));
  if (parts.length > 0) return parts;
  const whole = catalogue.byKey.get(keys.join(""));
  if (whole !== undefined) return whole;
  const shared = sharedNamed(catalogue, keys.at(-2) ?? nameKey(claim.heading), last);
  return shared.length > 0 ? shared : besideSaying(catalogue, last);
}

/** 婴儿死亡率（全区） and 我区婴儿死亡率 are ours. */
function besideAside({ byKey, lexicon }: Catalogue, name: string): readonly Entry[] | undefined {
  const bare = withoutAside(name, lexicon);
  return bare === null ? undefined : byKey.get(nameKey(bare));
}

/** 婴儿死亡率（2024年） and 全市婴儿死亡率 are told as what they are, and not as nobody's. */
function besideSaying({ byKey, lexicon }: Catalogue, key: string): readonly Entry[] {
  const bare = withoutSaying(key, byKey, lexicon);
  return bare === null ? [] : (byKey.get(bare) ?? []);
}

/** 两癌 stands for both, and so does 宫颈癌、乳腺癌: what a heading says of several at once. */
const SEVERAL = /^[两二双三四五各\d]/u;

/** 宫颈癌 beneath 适龄妇女“两癌”人群筛查率 is 适龄妇女宫颈癌人群筛查率: it stands where the heading names several. */
function sharedNamed({ entries }: Catalogue, heading: string, key: string): Entry[] {
  if (heading === "" || key.length < 2) return [];
  const isShared = (full: string): boolean => {
    const at = full.indexOf(key);
    if (at < 0 || full === key) return false;
    const [before, behind] = [full.slice(0, at), full.slice(at + key.length)];
    if (!heading.startsWith(before) || !heading.endsWith(behind)) return false;
    const several = heading.slice(before.length, heading.length - behind.length);
    return several.length > 1 && (SEVERAL.test(several) || (several !== key && several.includes(key)));
  };
  return entries.filter(({ keys }) => keys.some(isShared));
}

/** Fewer characters than this name no part: 女 or 区人 would fit several. */
const SHORTEST_PART = 3;

/** 区人大代表 beneath 区人大代表和区人大常委会委员中女性比例 is its part 区人大代表中女性比例. */
function partsNamed(catalogue: Catalogue, parent: Entry, key: string): Entry[] {
  return catalogue.entries.filter(
    (each) =>
      each.row === parent.row &&
      each.indicator.id !== each.row &&
      key.length >= SHORTEST_PART &&
      each.keys.some((full) => full.startsWith(key)),
  );
}

/** Of several that a name may mean those of the row's own plan and 序号. */
export function untied(named: readonly Entry[], claim: RowClaim, code: string): readonly Entry[] {
  const number = numberIn(code) ?? numberIn(claim.number);
  const ties = [
    (each: Entry) => claim.plan !== null && each.plan === claim.plan,
    (each: Entry) => each.number === number,
  ];
  return ties.reduce<readonly Entry[]>((left, tie) => {
    const tied = left.filter(tie);
    return left.length > 1 && tied.length > 0 ? tied : left;
  }, named);
}

function numberIn(text: string): number | null {
  const digits = /\d+/u.exec(tightText(text))?.[0];
  return digits === undefined ? null : Number(digits);
}

/** The plan's name a foreign name may have meant, mistyped or with words behind it; null where none is near. */
export function nearestName(catalogue: Catalogue, name: string): string | null {
  const { byKey } = catalogue;
  const key = nameKey(name);
  // 婴儿死亡率（流动人口） is longer than what is mistyped.
  const bare = nameKey(tightText(name).replace(/\([^()]*\)$/u, ""));
  const best =
    joinedIn(catalogue, name) ??
    (byKey.has(bare) ? bare : null) ??
    nearestOf(catalogue, key) ??
    lengthened(key, byKey);
  return best === null ? null : (catalogue.byKey.get(best)?.[0]?.indicator.name ?? null);
}

/** Not 每千人口拥有3岁以下婴幼儿托位数 of 每千人口床位数: what speaks of another measure is not mistyped. */
function nearestOf({ byKey }: Catalogue, key: string): string | null {
  const isApart = (found: string) => isAnother(key, byKey.get(found)?.[0]?.keys ?? []);
  const best = nearest(key, byKey.keys());
  if (best === null || !isApart(best)) return best;
  return nearest(
    key,
    [...byKey.keys()].filter((each) => !isApart(each)),
  );
}

/** 高中阶段毛入学率 of 高中入学率, which it is not: the plan's name without which a word makes it another; null for none. */
export function notMeant(catalogue: Catalogue, name: string): string | null {
  const { byKey } = catalogue;
  const gross = grossOf(nameKey(name));
  const key = gross === null ? null : byKey.has(gross) ? gross : nearestOf(catalogue, gross);
  const [entry] = (key === null ? null : byKey.get(key)) ?? [];
  return entry === undefined || !/毛入[学园]率$/u.test(key ?? "") ? null : entry.indicator.name;
}

/** Two of our names in one cell, 婴儿死亡率/5岁以下儿童死亡率: the first of them. */
function joinedIn({ byKey }: Catalogue, name: string): string | null {
  const parts = name.split(/[/、,，;；\n]|和|及|与/u).map(nameKey);
  return parts.length > 1 && parts.every((part) => byKey.has(part)) ? (parts[0] ?? null) : null;
}

/** Fewer characters than this say too little about whose name it is. */
const SHORTEST_BEGINNING = 6;

/** 出生人口性别比女100 begins with 出生人口性别比: the longest of our names that a longer one begins with. */
function lengthened(name: string, keys: ReadonlyMap<string, unknown>): string | null {
  for (let length = name.length; length >= SHORTEST_BEGINNING; length -= 1)
    if (keys.has(name.slice(0, length))) return name.slice(0, length);
  return null;
}
