import type { Plan } from "../../../plan/plan.js";
import { byRank, parentIn, parentsIn, rankOf, shortened } from "../../../terms/places.js";

/** The names by which headings speak of the plan's own region, and of others. */
export interface Places {
  own: readonly string[];
  others: readonly string[];
  /** The own ones of more than one character, longest first. */
  ownByLength: readonly string[];
  /** Those others that a title names for what is above the region: 全市, 重庆市. */
  above: readonly string[];
  /** What lies beside the region, as the plans name it: 江津, 川渝. */
  beside: readonly string[];
  /** The towns of the region, without their rank too: 朱沱镇, 朱沱. */
  sites: readonly string[];
  /** What the plans call them: 县市. */
  siteWords: readonly string[];
}

/** Without plans there are no places. */
export const NOWHERE: Places = {
  own: [],
  others: [],
  ownByLength: [],
  above: [],
  beside: [],
  sites: [],
  siteWords: [],
};

/** Places of no plan in particular; a plan's own region is taken out. */
const ELSEWHERE =
  "全国 全球 世界 国家 国 全省 本省 省内 省级 省 全市 市级 全县 县级 西部 东部 中部 中西部 西部地区 主城 主城区 主城都市区 区县 各区县 区县平均 其他区县 兄弟区县 周边区县 毗邻区县 毗邻地区 周边地区 先进地区 先进区县 发达地区 外省 外省市 外市 外区 外地";

/** What lies around many a region. */
const AROUND = ["双城经济圈", "成渝", "川渝毗邻"];

/** What of a plan names places. */
type PlaceNaming = Pick<Plan, "region" | "title" | "sites"> & {
  terms: Pick<Plan["terms"], "neighbours" | "areas"> & Partial<Pick<Plan["terms"], "sites">>;
};

/** Place names as headings give them, from the regions and titles of the plans: 永川区, 永川, 重庆市永川区, 全区. */
export function placesOf(plans: readonly PlaceNaming[]): Places {
  const own = new Set(plans.flatMap(({ region, title }) => ownNames(region, parentIn(title, region))));
  const parents = plans.flatMap(({ region, title }) => parentNames(parentsIn(title, region)));
  const others = [...new Set([...ELSEWHERE.split(" "), ...parents].filter((name) => !own.has(name)))];
  const known = new Set([...own, ...others]);
  const unknown = (names: readonly string[]) => [...new Set(names)].filter((name) => !known.has(name));
  return {
    own: [...own],
    others,
    beside: unknown(plans.flatMap(({ terms }) => [...terms.neighbours, ...terms.areas, ...AROUND])),
    sites: unknown(plans.flatMap(({ sites }) => sites.flatMap((site) => [site, ...withoutRank(site)]))),
    siteWords: [...new Set(plans.flatMap(({ terms }) => terms.sites ?? []))],
    ownByLength: [...own].filter((name) => name.length > 1).sort((a, b) => b.length - a.length),
    above: others.filter((name) => name.length > 1 && /^[全本我].$|[省市国]$/u.test(name)),
  };
}

/** 朱沱 of 朱沱镇, 大安 of 大安街道, 永川 of 永川区. */
function withoutRank(site: string): string[] {
  const bare = site.replace(/(?:街道|[镇乡])$/u, "");
  return bare === site ? shortened(site) : bare.length > 1 ? [bare] : [];
}

function ownNames(region: string, parent: string): string[] {
  if (region === "") return ["全区", "本区", "我区"];
  return [
    region,
    ...shortened(region),
    ...(parent === "" ? [] : [parent + region]),
    ...byRank(rankOf(region)),
  ];
}

function parentNames(parents: readonly string[]): string[] {
  const whole = parents.length > 1 ? [[...parents].reverse().join("")] : [];
  return [
    ...whole,
    ...parents.flatMap((parent) => [parent, ...shortened(parent), ...byRank(rankOf(parent))]),
  ];
}

/** 平均水平 behind a place's name. */
const AVERAGE = /(?:平均)?(?:水平|值|数)?$/u;

/**
 * A place as a cell under 地区 names it: 全市 for the plans' own city by any of its names, 全国 for the country, "" for
 * the plans' own region; another place as it is written.
 */
export function placeNamed(text: string, { own, others }: Places): string {
  const name = text.replace(AVERAGE, "");
  if (own.includes(name)) return "";
  if (COUNTRY.has(name)) return own.includes("全国") ? "" : "全国";
  const whole = others.find((each) => each.startsWith("全") && isOfRank(name, each.slice(1), others));
  return whole ?? name;
}

/** What a cell under 地区 says behind the place it names, without brackets: 目标 of 全国（目标）; "" for nothing, or an average. */
export function behindPlace(text: string, { own, others, beside }: Places): string {
  const known = [...own, ...others, ...beside, ...COUNTRY].filter(
    (name) => name.length > 1 && text.startsWith(name),
  );
  const longest = known.reduce((best, name) => (name.length > best.length ? name : best), "");
  return text.slice(longest.length).replace(/[()]/gu, "").replace(AVERAGE, "");
}

const COUNTRY: ReadonlySet<string> = new Set(["全国", "国家", "中国", "国"]);

/** 重庆市, 重庆, 全市, 本市, 市级 where others hold them are all of one rank. */
function isOfRank(name: string, rank: string, others: readonly string[]): boolean {
  if (!others.includes(name)) return false;
  return byRank(rank).includes(name) || name.endsWith(rank) || others.includes(name + rank);
}
