import { addedTold } from "../moves/changes.js";
import {
  milestoneTold,
  projectTold,
  quantityAimed,
  quantityCourse,
  quantityDone,
  quantityGrown,
  quantityLeft,
  quantityOf,
  quantityRate,
  quantityReached,
  quantityTold,
  quantityWhole,
} from "../projects.js";
import { caseCourseTold, caseOfRateTold, caseShareTold, caseTold } from "../events/cases.js";
import {
  betterEachYear,
  boundTold,
  metYearsTold,
  runTold,
  streakTold,
  timesMoved,
  zeroTold,
} from "../streaks.js";
import { countsSummed, shareCounted, sharesInTurn, sharesSummed } from "../counted.js";
import type { Construction } from "./construction.js";

/** Cases, streaks and projects. */
export const EVENTS: readonly Construction[] = [
  {
    name: "no case at all",
    examples: ["孕产妇零死亡", "零传播", "连续六年为零"],
    pattern: "(?:(?<n>n)[LK]?)?(?<z>Z)",
    read: zeroTold,
  },
  {
    name: "reached year after year",
    examples: ["连续三年达标", "连续四年达到目标"],
    pattern: "(?<n>n)(?:(?<st>z)|[mLKDU]+(?<t>t))",
    read: metYearsTold,
  },
  {
    name: "better year by year",
    examples: ["一年好过一年"],
    pattern: "(?<better>b)(?=[,;)]|$)",
    read: betterEachYear,
  },
  {
    name: "a streak",
    examples: ["连续五年下降", "连续三年保持100%", "逐年提高"],
    pattern: "(?<n>n)(?<verb>[udKs]|U|D|L)?(?<a>F)?",
    read: streakTold,
  },
  {
    name: "within a limit year after year",
    examples: ["连续三年高于94%"],
    pattern: "(?<n>n)(?<a>F)",
    read: boundTold,
  },
  {
    name: "a run of years",
    examples: ["“四连降”", "连降四年"],
    pattern: "(?<n>=)",
    read: runTold,
  },
  {
    name: "the first or second time that it rose or fell",
    examples: ["五年来首次下降", "第二次回落"],
    pattern: "(?<n>!)(?<dir>[ud])(?=[,;)]|$)",
    read: timesMoved,
  },
  {
    name: "a share of other cases",
    examples: ["新生儿死亡占婴儿死亡的64.3%"],
    pattern: "(?<s>[SE])(?<to>L)?(?<s2>[SE])o?(?<a>F)",
    read: caseShareTold,
  },
  {
    name: "cases",
    examples: ["孕产妇死亡1例", "儿童暴力伤害案件受害儿童9人"],
    pattern: "(?<e>E)(?<whom>x)?[rLe]*(?<a>F)",
    read: caseTold,
  },
  {
    name: "so many cases",
    examples: ["发生1例孕产妇死亡"],
    pattern: "L?(?<a>F)(?<e>E)",
    read: caseTold,
  },
  {
    name: "cases of the rate spoken of, from one number to another",
    examples: ["死亡人数由上年的20人减少到18人"],
    pattern: "(?<x>x)f(?<t1>T)?o?(?<a>F)(?<t2>T)?(?<to>[UDKL])(?<t3>T)?o?(?<b>F)",
    read: caseCourseTold,
  },
  {
    name: "cases of the rate spoken of",
    examples: ["当年死亡28例"],
    pattern: "(?<x>x)L?(?<a>F)",
    read: caseOfRateTold,
  },
  {
    name: "those counted, together",
    examples: ["合计25项"],
    pattern: "kL?(?<n>F)",
    read: countsSummed,
  },
  {
    name: "shares of statuses, together",
    examples: ["合计占51.0%", "合计51.0%"],
    pattern: "kL?(?<a>F)",
    read: sharesSummed,
  },
  {
    name: "shares of those counted, in turn",
    examples: ["占比分别为27.3%和70.5%", "分别占可评价指标的34.2%和31.6%"],
    pattern: "(?:(?<to>L)rL?|r(?<to2>L))(?:(?<what>x)?t?o?(?<whole>F)?io)?(?<a>F)",
    read: ({ to, to2, ...parts }, composing) => sharesInTurn({ ...parts, to: to ?? to2 }, composing),
  },
  {
    name: "a share of those counted",
    examples: [
      "已达标14项，占34.1%",
      "占可评价指标的69.2%",
      "占有明确目标指标的56.5%",
      "占23项指标的56.5%",
      "合计占65.8%",
      "占全部指标的65.9%",
    ],
    pattern:
      "(?<together>k)?(?<to>L)(?:(?<what>x)?t?o?(?<whole>F)?io|(?<of>F)(?<those>[Jx])?o|A[xiJ/]o)?(?<a>F)",
    read: ({ whole, of, those, ...parts }, composing) =>
      (those === undefined || /^(?:重点)?(?:项目|工程)$/u.test(those.text)) &&
      shareCounted({ ...parts, whole: whole ?? of }, composing),
  },
  {
    name: "a project's status",
    examples: [
      "普惠养老服务项目已完成",
      "女性就业促进项目和女干部能力提升项目均已基本完成",
      "普惠养老服务项目2025年有序推进",
    ],
    pattern: "(?<v>V)(?:[L,]?[eA]*(?<not>N)?(?<st>[zm])|(?<t>T)[eA]*(?<not2>N)?(?<st2>[zm])(?=[,;)]|$))",
    read: ({ not, not2, st, st2, ...parts }, composing) =>
      projectTold({ ...parts, not: not ?? not2, st: st ?? st2 }, composing),
  },
  {
    name: "which project has a status",
    examples: ["尚未启动的是儿童友好城市和友好社区建设项目"],
    pattern: "(?<not>N)?(?<st>[zm])oJ?L(?<v>V)(?=[,;)]|$)",
    read: projectTold,
  },
  {
    name: "a project's quantity",
    examples: ["建成镇（街道）养老服务中心23所", "儿童主任参训率为98.5%", "镇街养老服务中心规划建设23所"],
    pattern: "(?<y>Y)(?:R|T|L|K|U|D)*(?<how>x)?(?<a>F)",
    read: quantityTold,
  },
  {
    name: "a project's quantity, then and now",
    examples: ["镇街养老服务中心由2024年的21所增加到2025年的22所"],
    pattern: "(?<y>Y)[R,]?f(?<t1>T)o?(?<a>F)(?:[UDKL]|[ud]L)(?<t2>T)?o?(?<b>F)",
    read: quantityCourse,
  },
  {
    name: "a project's quantity reached or not",
    examples: ["独立的区未成年人保护机构尚未建成", "独立的区未成年人保护机构建成投用"],
    pattern: "(?<y>Y)[TR]?(?<all>[eA])*(?<not>N)?(?<verb>[Lmz])(?<how>x)?(?=[,;)]|$)",
    read: quantityReached,
  },
  {
    name: "how much of a project's quantity is done",
    examples: ["镇街养老服务中心建成22所，完成率95.7%", "建成率为95.7%"],
    pattern: "(?<verb>[Lm])(?<x>x)L?(?<a>F)(?=[,;)]|$)",
    read: quantityRate,
  },
  {
    name: "so much more of a project's quantity, and so much in all",
    examples: ["2025年新建成1所，累计达到22所"],
    pattern: "(?:(?<x>x)[Lm]|(?<dir>u))(?<more>F),k?[Lm]*(?<all>F)(?=[,;)]|$)",
    read: quantityGrown,
  },
  {
    name: "so much done of a project's quantity",
    examples: ["目标23所，建成22所", "规划建设2所，已投用2所"],
    pattern: "(?:[Lm]x?|x)(?<a>F)(?=[,;)]|$)",
    read: quantityDone,
  },
  {
    name: "the goal of a project's quantity",
    examples: ["镇街养老服务中心目标23所"],
    pattern: "(?<y>Y)o?tL?(?<a>F)",
    read: quantityAimed,
  },
  {
    name: "so many of a thing, of which so many are done",
    examples: ["23所镇街养老服务中心建成22所"],
    pattern: "(?<goal>F)o?(?<y>Y)[TReA]*(?:[Lm]|(?<of>x),?L?)(?<a>F)",
    read: quantityOf,
  },
  {
    name: "all of a thing done",
    examples: ["23所养老服务中心已悉数建成", "23所养老服务中心均已建成投用"],
    pattern: "(?<a>F)o?(?<y>Y)[TR]?(?<all>[eA])+(?<verb>[Lmz])(?<how>x)?(?=[,;)]|$)",
    read: quantityWhole,
  },
  {
    name: "what is left of a project's quantity",
    examples: ["还有1所尚未建成", "剩余2所"],
    pattern: "[Lg](?<a>F)",
    read: quantityLeft,
  },
  {
    name: "a project's milestone",
    examples: ["区妇幼保健院通过三级甲等医院评审", "区域性妇幼保健中心尚未建成"],
    pattern: "(?<of>~)",
    read: milestoneTold,
  },
  {
    name: "so many of a thing",
    examples: ["23所养老服务中心"],
    pattern: "(?<a>F)o?(?<y>Y)",
    read: quantityTold,
  },
  {
    name: "so many more of a thing",
    examples: ["新增区级文明家庭29户", "新增5家普惠托育机构"],
    pattern: "(?<dir>u)(?:(?<s>S)(?<a>F)|(?<a2>F)(?<s2>S)(?=[,;)]|$))",
    read: ({ s, s2, a, a2, ...parts }, composing) =>
      addedTold({ ...parts, s: s ?? s2, a: a ?? a2 }, composing),
  },
];
