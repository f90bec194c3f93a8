import type { Lexicon } from "./head/lexicon.js";
import { tightText } from "./normalise.js";

/** Words of which a name is made that adds the others up; the rest of it may be the region's own name. */
const SUMS = ["合计", "总计", "共计", "小计", "总数", "总体", "平均", "均值", "汇总", "汇总数"];
/** Words that may stand beside them. */
const BESIDE = [
  "数",
  "值",
  "水平",
  "情况",
  "各",
  "所有",
  "全部",
  "镇街",
  "乡镇",
  "街道",
  "镇",
  "乡",
  "街",
  "村",
  "社区",
  "机构",
  "单位",
  "个",
  "数据",
  "本",
  "共",
  "其中",
  "与",
];
/** 城区街道 and 乡镇: towns of a sort together. */
const OF_A_SORT =
  /^(?:其中)?(?:(?:中心|主)?城区|城市|城镇|农村|乡村|郊区|涉农)(?:各|的|所有|全部)*(?:街道|[镇乡街])+(?:小计|合计)?$/u;
const SORTS = ["中心城区", "主城区", "城区", "城市", "城镇", "农村", "乡村", "郊区", "涉农"];
const PARTS = [...SORTS, ...SUMS, ...BESIDE].sort((a, b) => b.length - a.length);

/** Most names have none of these, and are known at once for no sum. */
const MAY_SUM = /[合总小共平均汇值]|全部|所有|[城农乡郊涉].+[街镇乡道]/u;

/** Whether a name is that of all together: 合计, 全区总计, 永川区, 各镇街平均. Not 永川区妇幼保健院. */
export function isTotal(name: string, lexicon: Lexicon): boolean {
  const places = lexicon.places.ownByLength;
  if (!MAY_SUM.test(name) && !places.some((place) => name.includes(place))) return false;
  const bare = tightText(name).replace(/[\d\p{P}]/gu, "");
  if (bare === "") return false;
  const [rest, isOwn] = without(bare, places);
  const [left, sums] = without(rest, PARTS);
  if (left === "" && OF_A_SORT.test(bare)) return true;
  return left === "" && (isOwn || sums) && (isOwn || SUMS.some((sum) => bare.includes(sum)) || isAll(bare));
}

/** Whether a total is of all there is, and no mean of them: 合计, 全区, 永川区合计. Not 全区平均, 小计. */
export function isWholeName(name: string, lexicon: Lexicon): boolean {
  return isTotal(name, lexicon) && !/平均|均值|小计|其中/u.test(name);
}

/** 全部, 所有镇街: all of them, without a word of adding up. */
function isAll(bare: string): boolean {
  return /^(?:全部|所有|各)/u.test(bare);
}

function without(text: string, words: readonly string[]): [string, boolean] {
  const rest = words.reduce((left, word) => left.replaceAll(word, ""), text);
  return [rest, rest !== text];
}

const STATISTIC = /^(?:总人数|均数|中位数|标准差|极差|最[高低大小][值数]?)$/u;

/** Whether a name among groups is that of a number about them, 总人数 or 最高: no group, nor the whole of their rates. */
export function isStatistic(name: string): boolean {
  return STATISTIC.test(tightText(name).replace(/[\d\p{P}]/gu, ""));
}
