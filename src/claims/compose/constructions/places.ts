import { hasEachTold, ofEachSpelt, ofEachTold, partOfRatioTold, shareAmongTold } from "../each.js";
import { multipleTold } from "../moves/changes.js";
import { byTold, districtTold, otherGroupTold, strangersFigureTold } from "../distances.js";
import { notBeyondTold, shortTold } from "../goals.js";
import { partTold, restTold } from "../staff/parts.js";
import { staffHeld, staffShort } from "../staff/staff.js";
import {
  restOfSites,
  sitesAll,
  sitesCounted,
  sitesMet,
  sitesMetBehind,
  sitesMetCourse,
  sitesMovedCounted,
  sitesNamed,
  sitesOfRow,
  sitesWhich,
} from "../sites.js";
import type { Construction } from "./construction.js";

/** Which they are: ，分别是甲镇、乙镇; （甲镇、乙镇）. */
const WHICH = "(?:[,(]?[rL]*(?<list>W)(?=[,;)]|$))?";

/** Towns, institutions and groups, and figures that are not reached or so much apart. */
export const PLACES: readonly Construction[] = [
  {
    name: "of the towns so many beyond a figure",
    examples: [
      "23个镇街中98%—99%的有10个",
      "23个镇街中，低于98%的有3个",
      "23个镇街中，接种率在99%以上的10个",
    ],
    pattern: "(?<whole>F)(?<what>x),?(?<s>S)?(?<verb>[LmKUDhl])?(?<b>F)oL?(?<n>F)",
    read: sitesCounted,
  },
  {
    name: "so many towns beyond a figure",
    examples: [
      "接种率超过98%的有20个",
      "接种率达到98%的镇街有20个",
      "接种率未达到98%的镇街有3个，分别是松溉镇、永荣镇和红炉镇",
    ],
    pattern: `(?<not>N)?(?<verb>[LmKUDhl])?(?<b>F)o(?<what>x)?L?(?<n>F)${WHICH}`,
    read: sitesCounted,
  },
  {
    name: "so many towns above or below the district",
    examples: ["接种率低于全区平均水平（98.90%）的镇街有10个"],
    pattern: "(?<verb>[hl])Rx?\\((?<b>F)\\)o(?<what>x)?L?(?<n>F)(?=[,;)]|$)",
    read: sitesCounted,
  },
  {
    name: "so many towns that moved by so much",
    examples: ["23个镇街中，接种率比上年提高0.1个百分点及以上的有8个", "接种率比上年提高的镇街有23个"],
    pattern: "(?:(?<whole>F)(?<of>x),?)?(?<s>S)?c(?<t>T)(?<dir>[ud])(?<b>F)?o(?<what>x)?L?(?<n>F)(?=[,;)]|$)",
    read: sitesMovedCounted,
  },
  {
    name: "which towns are beyond a figure",
    examples: ["接种率低于98%的镇街为松溉镇、永荣镇和红炉镇", "接种率未达到98%的有松溉、永荣、红炉3个镇"],
    pattern: "(?<not>N)?(?<verb>[LmKUDhl])?(?<b>F)o(?:(?<what>x)L|L|(?<have>x))(?<list>W)(?:(?<n>F)x)?",
    read: sitesWhich,
  },
  {
    name: "so many towns reach the goal",
    examples: ["23个镇街有20个接种率达标", "3个镇街接种率未达标"],
    pattern: "(?:(?<whole>F)x)?L?(?<n>F)(?<what>x)?(?<s>S)[eA]*(?<not>N)?(?<st>z)(?=[,;)]|$)",
    read: sitesMet,
  },
  {
    name: "towns that reach the goal, then and now",
    examples: ["接种率达标镇街由2020年的19个增加到2025年的20个", "接种率达标的镇街由2020年的19个增加到20个"],
    pattern: "(?<not>N)?(?<st>z)o?(?<what>x)f(?<t1>T)o?(?<a>F)[UDKL](?<t2>T)?o?(?<b>F)",
    read: sitesMetCourse,
  },
  {
    name: "towns that reach the goal, and how many they are",
    examples: [
      "接种率达标镇街20个",
      "接种率达标的镇街有20个",
      "不达标的镇街有3个，分别是松溉镇、永荣镇和红炉镇",
    ],
    pattern: `(?<not>N)?(?<st>z)o?(?<what>x)L?(?<n>F)${WHICH}(?=[,;)]|$)`,
    read: sitesMetBehind,
  },
  {
    name: "the rest of the towns",
    examples: ["其余20个镇街均已达标", "其余镇街均在98%以上", "其余镇街均达到98%的目标"],
    pattern:
      "(?<whole>F)?(?<what>x)(?:o?(?<s>S))?[eA]*(?<not>N)?(?:(?<st>z)|(?<verb>[LmKUDhl])?(?:(?<b>F)?o?(?<t>t)|(?<b2>F)))(?=[,;)]|$)",
    read: ({ b, b2, ...parts }, composing) => restOfSites({ ...parts, b: b ?? b2 }, composing),
  },
  {
    name: "so many towns reach the goal of the row that is spoken of",
    examples: ["20个镇街达标", "3个镇街未达标"],
    pattern: "L?(?<n>F)(?<what>x)[eA]*(?<not>N)?(?<st>z)(?=[,;)]|$)",
    read: sitesMet,
  },
  {
    name: "named towns, and how many",
    examples: ["松溉镇、永荣镇、红炉镇3个镇街未达到98%"],
    pattern:
      "(?<w>W)(?<n>F)(?<what>x)(?:(?<not>N)?(?<verb>[LmKUDhl])?(?<b>F)|(?<not2>N)(?<verb2>[LmKUDhl])(?=[,;)]|$))?",
    read: ({ not, not2, verb, verb2, ...parts }, composing) =>
      sitesNamed({ ...parts, not: not ?? not2, verb: verb ?? verb2 }, composing),
  },
  {
    name: "so many towns are beyond a figure",
    examples: [
      "有5个镇街接种率低于98%",
      "20个镇街达到98%",
      "3个镇街未达到98%",
      "有3个镇街接种率低于98%，分别为松溉镇、永荣镇和红炉镇",
      "有3个镇的适龄儿童免疫规划疫苗接种率未达到98%",
    ],
    pattern: `W?L?(?<n>F)(?:(?<what>x)(?:o?(?<s>S))?|(?<s2>S))(?<not>N)?(?<verb>[LmKUDhl])?(?<b>F)${WHICH}`,
    read: ({ s, s2, ...parts }, composing) => sitesCounted({ ...parts, s: s ?? s2 }, composing),
  },
  {
    name: "so many institutions short of so many people",
    examples: [
      "有6所专业从事儿童保健的医生不足2名",
      "6家儿童保健医生不足2名",
      "23所基层医疗机构中，还有6所儿童保健医生不足2名",
    ],
    pattern: "(?:(?<whole>F)x,?)?L?(?<n>F)(?<whom>x)(?:o(?<whom2>x))?(?<not>N)?(?<verb>[LmKUDhl])?(?<b>F)",
    read: staffShort,
  },
  {
    name: "those that have so many people, and how many they are",
    examples: ["配足2名及以上儿童保健医生的有17家", "仅配备1名的有6家"],
    pattern: "(?<has>[xL])(?<b>F)(?<whom>x)?oL?(?<n>F)(?=[,;)]|$)",
    read: staffHeld,
  },
  {
    name: "so many of them beyond a figure",
    examples: ["17所达到2名", "仍有6所不足2名"],
    pattern: "L?(?<n>F)(?<not>N)?(?<verb>[LmKUDhl])?(?<b>F)(?=[,;)]|$)",
    read: sitesOfRow,
  },
  {
    name: "so many of the towns",
    examples: [
      "23个镇街中有3个未达到98%",
      "23个镇街中，20个达到98%",
      "23个镇街中有4个镇的适龄儿童疫苗接种率未达到98%",
      "23个镇街中有20个镇街达到98%",
    ],
    pattern: "(?<whole>F)(?<what>x),?L?W?(?<n>F)(?<towns>x)?o?(?<s>S)?(?<not>N)?(?<verb>[LmKUDhl])?(?<b>F)",
    read: sitesCounted,
  },
  {
    name: "all of the towns",
    examples: ["各镇街均在98%以上", "23个镇街全部达到98%"],
    pattern: "(?<whole>F)?(?<what>x)(?:o?(?<s>S))?[eA]+(?<not>N)?(?<verb>[LmKUDhl])?(?<b>F)",
    read: sitesAll,
  },
  {
    name: "so many of each hundred",
    examples: ["每100名村委会成员中约有53名女性", "每1000名新生儿死亡1.44例", "每3人就有1人是女性"],
    pattern: "(?<each>x)(?<whole>F)(?<what>[xSE])?L?(?<n>F)o?(?:L(?=G))?(?<whom>[xGS])?",
    read: ofEachTold,
  },
  {
    name: "so many of each thousand, told in a word",
    examples: ["每千名未成年人中约2.4人"],
    pattern: "(?<each>x)L?(?<n>F)(?=[,;)]|$)",
    read: ofEachSpelt,
  },
  {
    name: "a share among those before it",
    examples: ["婚姻登记机关中五分之三已设立婚姻家庭辅导室"],
    pattern: "(?<what>[Sx])L?(?<a>F)(?=[LmK]?[xSV])",
    read: shareAmongTold,
  },
  {
    name: "what a ratio is made of",
    examples: ["出生男婴3245人、女婴2991人"],
    pattern: "(?<x>[xG])L?(?<a>F)",
    read: partOfRatioTold,
  },
  {
    name: "so many at each of them",
    examples: ["每所乡镇卫生院、社区卫生服务中心至少配备1名全科医生和1名儿童保健医生"],
    pattern: "(?<n>F)(?<what>x)",
    read: hasEachTold,
  },
  {
    name: "the rest of so many",
    examples: ["其余6所"],
    pattern: "(?<a>F)",
    read: restTold,
  },
  {
    name: "so many of so many",
    examples: [
      "8个登记点中有6个",
      "23所基层医疗机构中，有17所配备2名以上儿童保健医生",
      "23家机构中仍有6家只有1名儿保医生",
    ],
    pattern: "(?<whole>F)(?<what>x),?L?(?<n>F)(?:(?<has>[xL])(?<b>F)(?<whom>x))?",
    read: partTold,
  },
  {
    name: "above or below another group",
    examples: ["高于农村1.83个百分点", "比男生高3.99个百分点", "高于男生（33.71%）3.99个百分点"],
    pattern: "(?:(?<side>[hl])|[cx])(?:\\^o)?(?<g>[GW])(?:\\((?<a>F)\\))?(?<side2>[hlud])?(?<by>F)",
    read: otherGroupTold,
  },
  {
    name: "a town or group above or below the district",
    examples: [
      "低于全区平均水平1.57个百分点",
      "比全区高0.34个百分点",
      "略低于全区平均水平（99.94%）0.02个百分点",
    ],
    pattern: "(?:(?<side>[hl])|[cx])R(?:x(?=[hludF(]))?(?:\\((?<a>F)\\))?(?<side2>[hlud])?(?<by>F)",
    read: districtTold,
  },
  {
    name: "above or below somebody we have no name for",
    examples: [
      "比全体学生的99.94%低0.02个百分点",
      "低于全体学生（99.94%）0.02个百分点",
      "比全体学生低0.02个百分点",
      "与全体学生的99.94%相比低0.02个百分点",
    ],
    pattern: String.raw`(?:(?<side>[hl])(?<who>x)(?=[oF(])|(?<with>a)?(?<who2>x)(?=[oF(qhlud]))(?:o?(?<a>F)|\((?<a2>F)\))?o?(?<q>q)?,?(?<side2>[hlud])?(?<by>F)`,
    read: ({ who, who2, a, a2, ...parts }, composing) =>
      strangersFigureTold({ ...parts, who: who ?? who2, a: a ?? a2 }, composing),
  },
  {
    name: "apart by so much",
    examples: ["高出0.78个百分点", "城乡相差1.83个百分点"],
    pattern: "(?:(?<side>[hl])|g)L?(?<by>F)",
    read: byTold,
  },
  {
    name: "a figure not reached",
    examples: ["未达到98%", "尚未降至60%以下"],
    pattern: "(?<not>N)[LDUKm]T?o?(?<a>F)",
    read: shortTold,
  },
  {
    name: "not beyond a figure",
    examples: ["尚未低于60%", "没有超过50%"],
    pattern: "(?<not>N)(?<a>F)",
    read: notBeyondTold,
  },
  {
    name: "not risen, not fallen",
    examples: ["未比上一年提高"],
    pattern: "N(?:[cq]T?)?[ud]",
    read: () => true,
  },
  {
    name: "so many times another year",
    examples: ["是2020年的3.4倍"],
    pattern: "[LK]?(?<t>T)o(?<a>F)",
    read: multipleTold,
  },
];
