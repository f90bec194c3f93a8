import { tableOf } from "../../terms/table-of.js";
import { byRank, parentsIn, rankOf } from "../../terms/places.js";

/** What a plan calls itself, its area and what the area is made of: reports say these words and no others. */
export interface Terms {
  /** 规划, 纲要 */
  plan: string;
  /** 《规划》 */
  named: string;
  /** 规划期; 实施期 of a plan of another name. */
  span: string;
  /** 全区, 全州, 全国 */
  area: string;
  /** 镇街, 乡镇, 区县: what the area is made of. */
  sites: string;
  /** The places whose figures stand beside the plan's own, the nearest first: 全市, 全国. */
  beside: readonly string[];
  /** Other places of its city or province, of whom nothing should be said in its reports unless they are compared with. */
  neighbours: readonly string[];
  /** Wider areas, whose figures are not its own: 成渝, 渝西地区. */
  areas: readonly string[];
}

/** What the plan file says of them; whatever it leaves out is taken from its title and region. */
export type GivenTerms = { [Key in "plan" | "area" | "sites" | "beside"]?: Terms[Key] | undefined } & Pick<
  Terms,
  "neighbours" | "areas"
>;

export function termsOf(given: GivenTerms, { title, region }: { title: string; region: string }): Terms {
  const plan = given.plan ?? DOCUMENTS.find((each) => title.includes(each)) ?? "规划";
  const rank = rankOf(region);
  return {
    plan,
    named: `《${plan}》`,
    span: plan === "规划" ? "规划期" : "实施期",
    area: given.area ?? (rank === "" ? "全域" : `全${rank}`),
    sites: given.sites ?? SITES[rankKey(region)] ?? "下级单位",
    beside: given.beside ?? above(title, region),
    neighbours: given.neighbours,
    areas: given.areas,
  };
}

const DOCUMENTS = ["规划", "纲要", "行动计划", "计划", "方案"];

/** What an area of each rank is made of. */
const SITES = tableOf<string>({
  区: "镇街",
  县: "乡镇",
  旗: "乡镇",
  市: "区县",
  州: "县市",
  盟: "旗县",
  省: "市州",
  国: "地区",
});

/** An autonomous region is a province. */
function rankKey(region: string): string {
  return region.endsWith("自治区") ? "省" : rankOf(region);
}

/** Above it lie those its title names, else the usual ones. */
function above(title: string, region: string): string[] {
  const named = parentsIn(title, region).map((parent) => `全${rankOf(parent)}`);
  const usual = USUAL[rankKey(region)] ?? ["全市", "全省"];
  const all = [...(named.length === 0 ? usual : named), "全国"];
  return [...new Set(all)].filter((place) => !byRank(rankOf(region)).includes(place));
}

const USUAL = tableOf<readonly string[]>({
  市: ["全省"],
  州: ["全省"],
  盟: ["全区"],
  省: [],
  国: [],
});
