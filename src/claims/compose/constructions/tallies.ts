import { alertTold } from "../goals.js";
import { judgedTold, restCounted, shareOfNamed } from "../counted.js";
import {
  countedByName,
  movedByName,
  namedOfStatus,
  namedOnly,
  namedUnderAlert,
  onlyAlert,
  projectsOfStatus,
  restOfProjects,
  restOfRows,
} from "../named-tallies.js";
import { natureOfNamed, natureTold } from "../natures.js";
import {
  alertsGiven,
  allTold,
  countedByDomain,
  countTold,
  ofDomain,
  rateTold,
  restAlike,
  scopeTold,
  severalCounted,
  statusCounted,
} from "../tallies.js";
import type { Construction } from "./construction.js";

/** What is counted: indicators and projects of a status, alerts, shares of them. */
export const TALLIES: readonly Construction[] = [
  {
    name: "a rate of the tally",
    examples: ["达标率为56.5%"],
    pattern:
      "(?:(?<of>F)?(?<nature>B))?(?<rate>Q)(?:\\((?<n0>F)\\)|\\([^()F]{0,12}\\))?(?<more>[LUDK,])*(?<a>F)(?:\\((?<n>F)\\))?",
    read: rateTold,
  },
  {
    name: "so many of a status, and which",
    examples: ["达标2项，分别是孕产妇死亡率和女童九年义务教育巩固率", "橙色预警1项，即孕产妇死亡率"],
    pattern: "(?<not>N)?(?<st>[zC])o?i?L?(?<n>F)i?(?:,?r?L?|,x|\\()(?<s>S)(?=[,;()]|$)",
    read: countedByName,
  },
  {
    name: "which have a status, and how many they are",
    examples: [
      "尚未达标的有12岁儿童龋患率和高中阶段学生近视率2项",
      "列入橙色预警的有孕产妇死亡率和婚前医学检查率2项指标",
    ],
    pattern: "(?<not>N)?(?<st>[zC])oi?r?[Lx](?<s>S)(?<n>F)i?(?=[,;)]|$)",
    read: namedOnly,
  },
  {
    name: "so many that have a status, and which",
    examples: ["2项未达标：孕产妇死亡率、女童九年义务教育巩固率"],
    pattern: "L?(?<n>F)(?<noun>i)?o?(?<not>N)?(?<st>[zC])i?(?:,?r?L?|,x|\\()(?<s>S)(?=[,;()]|$)",
    read: countedByName,
  },
  {
    name: "which have a status",
    examples: ["未达标的是婚前医学检查率", "尚未达标的指标有孕产妇死亡率", "被列为橙色预警的是孕产妇死亡率"],
    pattern: "(?<not>N)?(?<st>[zC])oi?r?[Lx](?<s>S)(?=[,;)]|$)",
    read: namedOnly,
  },
  {
    name: "all of them",
    examples: [
      "5项约束性指标全部达标",
      "5项指标均有数据，全部达标",
      "约束性指标11项全部达标",
      "44项措施全部落实",
    ],
    pattern:
      "(?<n>F)?(?<nature>B)?(?<noun>[iJ/])(?<n2>F)?(?:e?(?<aside>x),)?[,e]*(?:A|e)(?<not>N)?(?<st>[zmu]|L(?=t))t?",
    // 5项指标均有数据，全部预期可达标
    read: ({ aside, ...parts }, composing) =>
      (aside === undefined || /^(?:具?有|已有)$/u.test(aside.text)) && allTold(parts, composing),
  },
  {
    name: "those of them that can be judged",
    examples: ["49项指标中，可评价的38项", "49项指标中可评价的有38项"],
    pattern: "(?<which>x)o?L?(?<n>F)(?=[,;)]|$)",
    read: judgedTold,
  },
  {
    name: "a share of those of a status",
    examples: [
      "达标和预期达标的合计占65.8%",
      "已达标的占34.2%",
      "已达标的比重为34.2%",
      "已达标占26.5%",
      "达标和预期达标分别占26.5%和24.5%",
    ],
    pattern: "(?<s1>z)(?:a(?<s2>z))?o?i?[ker,]*(?<how>x)?(?<to>L)(?:(?<what>x)?t?o?(?<whole>F)?io)?(?<a>F)",
    read: shareOfNamed,
  },
  {
    name: "so many of several statuses",
    examples: ["达标、预期达标和未达标的共12项", "达标和预期达标的合计25项", "已完成和基本完成的2个"],
    pattern: "(?<n1>N)?(?<s1>[zm])a(?<n2>N)?(?<s2>[zm])(?:a(?<n3>N)?(?<s3>[zm]))?o?i?k?L?(?<n>F)",
    read: severalCounted,
  },
  {
    name: "so many that have one of several statuses",
    examples: ["12项达标、预期达标和未达标的指标"],
    pattern: "L?(?<n>F)(?<n1>N)?(?<s1>z)a(?<n2>N)?(?<s2>z)(?:a(?<n3>N)?(?<s3>z))?oi",
    read: severalCounted,
  },
  {
    name: "so many of a status",
    examples: ["已达标13项", "达标指标13项", "已达标的合计13项"],
    pattern: "(?<not>N)?(?<st>[zm])o?i?k?L?(?<n>F)",
    read: statusCounted,
  },
  {
    name: "named rows of a status, and how many",
    examples: [
      "女性平均受教育年限、艾滋病母婴传播率等13项指标已经达到目标要求",
      "孕产妇死亡率和女童九年义务教育巩固率2项约束性指标未达标",
      "仅有农村水质达标率1项指标缺项",
      "婚前医学检查率、孕产妇死亡率2项指标2025年均未达标",
    ],
    pattern:
      "(?<s>S)(?<etc>x)?(?<n>F)(?<nature>B)?(?<noun>i)?(?<t>T)?[eA]*(?<not>N)?(?:(?<st>z)|(?<met>[mL]+)t)",
    read: ({ st, met, ...parts }, composing) =>
      namedOfStatus({ ...parts, st: st ?? (met && { ...met, text: "达标" }) }, composing),
  },
  {
    name: "named projects of a status, and how many",
    examples: ["女性就业促进项目、女干部能力提升项目等12个项目正在推进"],
    pattern: "(?<v>V)(?<etc>x)?(?<n>F)[xJ]?[eA]*(?<not>N)?(?<st>[zm])(?=[,;)]|$)",
    read: projectsOfStatus,
  },
  {
    name: "the rest of the projects",
    examples: ["儿童友好城市和友好社区建设项目未启动，其余18个均已启动"],
    pattern: "(?<=(?<v>V)[^VF;]*)(?<n>F)[xJ]?[eA]*N?[zm]",
    read: restOfProjects,
  },
  {
    name: "the rest of the rows",
    examples: [
      "约束性指标中，孕产妇死亡率未达标，其余4项均已达标",
      "妇女与健康领域11项指标，除孕产妇死亡率外，其余10项均已达标",
    ],
    pattern: "(?<n>F)i?[eA]*(?<not>N)?(?<st>z)",
    read: restOfRows,
  },
  {
    name: "the rest of those counted, all of a status",
    examples: ["1项缺数据，其余4项均已达标"],
    pattern: "(?<n>F)(?<noun>i)?[eA]+(?<not>N)?(?<st>z)(?=[,;)]|$)",
    read: restAlike,
  },
  {
    name: "so many that have a status",
    examples: ["13项指标已达标", "有13项达到目标"],
    pattern:
      "L?(?<n>F)o?(?<nature>B)?(?<noun>[iJ/])?o?A?(?<not>N)?(?:m(?=z))?(?<st>z|m(?=[a,;)]|$)|[mL]+(?=T?t))T?t?(?!F|aN?[zm]o?i?L?F)",
    read: countTold,
  },
  {
    name: "named rows under an alert, and how many",
    examples: [
      "12岁儿童龋患率、抓获刑事案件犯罪嫌疑人中未成年人占比2项红色预警",
      "孕产妇死亡率等2项指标列入橙色预警",
    ],
    pattern: "(?<s>S)(?<etc>x)?(?<n>F)B?(?<noun>i)?[eA]*(?<how>[Lx])?(?<alert>C)(?!o?i?L?F)",
    read: namedUnderAlert,
  },
  {
    name: "so many that rose or fell, and which",
    examples: ["有3项指标较上年下降：检测率、乳腺癌筛查率、中职女生占比"],
    pattern: "L?(?<n>F)[xi]+(?:c(?<t>T))?(?<dir>[ud])(?:,?[rL]*)(?<s>S)(?=[,;]|$)",
    read: movedByName,
  },
  {
    name: "so many with an alert",
    examples: ["共有15项指标列入预警清单", "2项指标为红色预警", "41项指标中有14项列入预警"],
    pattern: "L?(?<n>F)i?(?:L|x)(?<alert>C)(?!o?i?L?F)",
    read: ({ n, alert }, composing) => alertsGiven(n, alert, composing),
  },
  {
    name: "rows of a nature",
    examples: ["孕产妇死亡率为约束性指标", "孕产妇死亡率、女童九年义务教育巩固率均为约束性指标"],
    pattern: "(?<=Se*)L(?<nature>B)i(?=[,;)]|$)",
    read: natureTold,
  },
  {
    name: "named rows of a nature, and how many",
    examples: ["学前教育毛入园率、九年义务教育巩固率2项约束性指标"],
    pattern: "(?<s>S)(?<n>F)(?<nature>B)i",
    read: natureOfNamed,
  },
  {
    name: "so many of them of a nature",
    examples: ["14项已达标指标中，约束性指标5项"],
    pattern: "(?<nature>B)iL?(?<n>F)(?=[a,;)]|$)",
    read: ofDomain,
  },
  {
    name: "what is counted",
    examples: ["49项指标中", "19个重点项目", "44项措施中"],
    pattern:
      "(?:(?:(?<=M)L)?(?<n>F)(?:(?<nature>B)|(?<which>x))?(?<noun>[iJ/])|(?<nature2>B)?(?<noun2>[iJ/])(?:[L,]?(?<after>F)(?!N?z))?)",
    read: ({ nature2, noun2, ...parts }, composing) =>
      scopeTold({ ...parts, nature: parts["nature"] ?? nature2, noun: parts["noun"] ?? noun2 }, composing),
  },
  {
    name: "of a status, domain by domain",
    examples: ["已达标的，妇女与健康11项中5项"],
    pattern: "(?<not>N)?(?<st>z)oi?(?=,[rLx]*M)",
    read: countedByDomain,
  },
  {
    name: "so many of them in a domain",
    examples: ["已达标13项，其中妇女与健康5项"],
    pattern: "(?<domain>M)L?(?:(?<whole>F)x,?L?)?(?<n>F)(?=[a,;)]|$)",
    read: ofDomain,
  },
  {
    name: "the rest of those counted",
    examples: ["其余38项"],
    pattern: "(?<n>F)(?=x|i|N|$|[,;])",
    read: restCounted,
  },
  { name: "a domain", examples: ["妇女与健康领域"], pattern: "(?<domain>M)", read: scopeTold },
  {
    name: "the only row with an alert",
    examples: ["是儿童与健康领域唯一的红色预警指标", "是唯一红色预警的指标"],
    pattern: "L(?<domain>M)?(?<only>x)o?(?<alert>C)o?i",
    read: onlyAlert,
  },
  {
    name: "a row's alert",
    examples: ["为橙色预警", "列入红色预警"],
    pattern: "(?<alert>C)(?!o?i?L?F)",
    read: alertTold,
  },
  { name: "alerts", examples: ["红色预警2项"], pattern: "(?<alert>C)o?i?L?(?<n>F)", read: scopeTold },
];
