import type { GroupingEntry, Plan } from "../../plan/plan.js";
import { isTownWord } from "../../plan/words/groupings.js";
import type { KnownReason } from "../coverage/reasons.js";
import { headingOf, maySay } from "./head/heading.js";
import type { Lexicon } from "./head/lexicon.js";
import type { Other } from "./head/words.js";
import { isStatistic, isTotal } from "./total.js";

/** What makes a group none: it is all of them together or several, another place, or no place of its kind. */
export function noGroupReason(
  group: string,
  grouping: GroupingEntry,
  { sites }: Pick<Plan, "sites">,
  lexicon: Lexicon,
): KnownReason | null {
  if (isStatistic(group) || isTotal(group, lexicon)) return "total";
  if (sites.includes(group)) return null;
  if (isSeveral(group, grouping, lexicon)) return "total";
  if (isTownWord(grouping.name) && OF_TOWN.test(group)) return "other-site";
  return isElsewhere(group, grouping, lexicon) ? "other-region" : null;
}

/** 朱沱镇卫生院 among the towns has its own figure, not the town's. */
const OF_TOWN = /(?:卫生院|医院|卫生室|保健院|服务中心|学校|[小中]学|幼儿园|村委会|居委会|社区|派出所)$/u;

/** 农村, 其他 and 其中：最低 among places are no place: 城厢镇 and 农村街道 may be. */
function isSeveral(group: string, { people }: GroupingEntry, lexicon: Lexicon): boolean {
  if (people || /..(?:街道|街|镇|乡)$/u.test(group)) return false;
  return says(group, SEVERAL, lexicon);
}

const SEVERAL: ReadonlySet<Other> = new Set<Other>(["group", "statistic"]);
const REGION: ReadonlySet<Other> = new Set<Other>(["region"]);

/** Whether a name, as one of headings, says one of `others`; a name of one's own, as most are, says nothing. */
function says(group: string, others: ReadonlySet<Other>, lexicon: Lexicon): boolean {
  if (!maySay(group, others, lexicon)) return false;
  const { other, leftover } = headingOf([group], lexicon);
  return leftover === "" && other !== null && others.has(other.other);
}

/** 重庆市 or 江津区 among the towns is no town; a city is made of them. */
function isElsewhere(group: string, { name, people }: GroupingEntry, lexicon: Lexicon): boolean {
  if (people || !(isTownWord(name) || name === "机构")) return false;
  return says(group, REGION, lexicon);
}
