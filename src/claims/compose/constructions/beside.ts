import {
  beforeItsNameTold,
  besideEachTold,
  besideTold,
  levelWithOther,
  nearRowTold,
  otherCompared,
  otherOfTwoTold,
  otherRowTold,
  rowsApart,
  severalRowsTold,
} from "../beside.js";
import { baseNamed, baseTold, betterYearTold, ownYearTold, peakTold } from "../courses.js";
import { gapNamed, rowTimesTold, sinceTopTold } from "../distances.js";
import { unmatched } from "../emit.js";
import { besideMoved } from "../moves/turns.js";
import type { Construction } from "./construction.js";

/** What a row is held against: another place, another year, another row. */
export const BESIDE: readonly Construction[] = [
  {
    name: "beside how another row moved",
    examples: ["女性失业保险参保人数增长18.75%，高于工伤保险17.2%的增幅"],
    pattern: "[hlbx](?<s>S)(?<a>F)o(?<dir>[ud])(?=[,;)]|$)",
    read: besideMoved,
  },
  {
    name: "level with another place",
    examples: ["与全国2024年平均水平持平", "与全市平均水平（3.75个）基本持平"],
    pattern: "[acq](?<t>T)?(?<o>O)(?<t2>T)?[xo]*(?:\\((?<a>F)\\))?q?,?(?<s>s)(?=[,;)]|$)",
    read: levelWithOther,
  },
  {
    name: "another place compared with",
    examples: ["与全国2024年43.4%的水平相比，"],
    pattern: "[cq](?<t>T)?(?<o>O)(?<t2>T)?[xo]*(?<a>F)?o?q(?=,)",
    read: otherCompared,
  },
  {
    name: "above or below a figure, whose name stands behind it",
    examples: ["低于28.37%的女党员比例", "高于58.3%的全市平均水平"],
    pattern: "(?<a>F)o(?:(?<s>S)|(?<o>O))(?=[,;)]|$)",
    read: beforeItsNameTold,
  },
  {
    name: "beside several places, each with its figure",
    examples: [
      "低于同年全市89.7%、全国91.2%的水平",
      "比全市（89.7%）、全国（91.2%）分别低0.22个和1.77个百分点",
      "低于全国的91.2%和全市的89.7%",
    ],
    pattern: String.raw`(?<verb>[hlcqb])(?<t>T)?(?<o>O)T?[xo]*(?:\((?<a>F)\)|(?<b>F))o?x?[ac](?<t2>T)?(?<o2>O)T?[xo]*(?:\((?<a2>F)\)|(?<b2>F))o?q?x?,?[re]*(?<side>[hlud])?(?<by>F)?`,
    read: ({ a, b, a2, b2, ...parts }, composing) =>
      besideEachTold({ ...parts, a: a ?? b, a2: a2 ?? b2 }, composing),
  },
  {
    name: "beside another place",
    examples: [
      "高于全市平均水平0.7个百分点",
      "比全国平均水平95.9%高4.04个百分点",
      "高于全国平均水平（87.30%，口径为在园幼儿占比）",
      "与江津区的58.1%相比低5.7个百分点",
      "比全国、全市平均水平分别低1.77个和0.22个百分点",
    ],
    pattern:
      "(?<verb>[hlcqb]|a(?=T?OT?[xo]*(?:F|\\(F\\))?o?q))(?<t>T)?(?<o>O)(?<t2>T)?[xo]*(?:\\((?<t3>T)?o?(?<bracketed>F)(?:,[^()F]{0,12})?\\)|(?<a>F)(?:o?x?\\((?<t4>T)\\))?)?o?q?[xo]*(?:[re]*(?<side>[hlud])?(?<by>F))?",
    read: besideTold,
  },
  {
    name: "beside the year compared with, told with its figure",
    examples: ["比2020年的38.46%提高5.18个百分点", "在2024年升至66.15%的基础上"],
    pattern: "[cq](?<t>T)o?(?:(?<a>F)q?|[UDLKm](?<b>F)q)",
    read: ({ a, b, t }, composing) => baseTold({ a: a ?? b, t }, composing),
  },
  {
    name: "so many times another row",
    examples: [
      "是小学生近视率的2.2倍",
      "是小学生近视率（35.60%）的2.2倍",
      "不足前者的五分之一",
      "占女性工伤保险参保人数的比例为75.7%",
    ],
    pattern: "(?<side>[LKhl])(?:(?<s>S)(?:\\((?<own>F)\\))?o?|(?<two>@)o)(?:(?<how>x)L)?(?<a>F)",
    read: rowTimesTold,
  },
  {
    name: "the distance from another row",
    examples: ["与女性法官占比的差距缩小到5.81个百分点"],
    pattern: "[ac](?<s>S)o?v",
    read: gapNamed,
  },
  {
    name: "beside another row, near enough",
    examples: ["与女性法官占比基本相当", "与女性法官占比接近"],
    pattern: "[ac](?<s>S)(?<how>x)(?=[,;)]|$)",
    read: nearRowTold,
  },
  {
    name: "one of two above or below the other",
    examples: ["前者高出后者1.02个百分点", "后者比前者低1.02个百分点"],
    pattern: "(?:(?<side>[hl])(?<two>@)|[cx](?<two2>@)(?<side2>[hlud]))(?<by>F)?",
    read: ({ two, two2, ...parts }, composing) => otherOfTwoTold({ ...parts, two: two ?? two2 }, composing),
  },
  {
    name: "above or below several rows",
    examples: [
      "比女性法官占比、女性律师占比分别高0.78个和6.59个百分点",
      "比女性律师占比分别高6.59个和5.81个百分点",
    ],
    pattern: "(?:c(?<s>S)[re]+|(?<=[re])c(?<s2>S))(?<side>[hlud])(?<by>F)",
    read: severalRowsTold,
  },
  {
    name: "above or below another row",
    examples: [
      "低于同年全区中国共产党女党员比例（28.37%）1.02个百分点",
      "比同年全区中国共产党女党员比例（28.37%）低1.02个百分点",
      "与区人大代表中女性比例相差5.84个百分点",
      "与2024年女党员比例28.37%相比低1.02个百分点",
    ],
    pattern:
      "(?:(?<side>[hl])T?R?(?<s>S)(?:\\((?<a>F)\\))?|c(?<t>T)?R?A?(?<s2>S)\\(?(?<t2>T)?o?(?<a2>F)?\\)?q?,?(?<side2>[hlud])|[ac]T?R?(?<s3>S)(?:\\((?<a3>F)\\))?g(?=F))(?<by>F)?",
    read: otherRowTold,
  },
  {
    name: "the peak, with its year and figure",
    examples: ["较峰值（2020年136%）低2.14个百分点"],
    pattern: "(?<x>x)\\((?<t>T)o?(?<a>F)\\)",
    read: peakTold,
  },
  {
    name: "a change from the top or bottom told before",
    examples: ["比高点低0.40个百分点", "较峰值回落2.14个百分点"],
    pattern: "(?<x>x)(?<dir>[ud])(?<a>F)",
    read: sinceTopTold,
  },
  {
    name: "the year compared with",
    examples: ["比2020年", "与上年相比", "同比", "比最高的2020年"],
    pattern: "c(?:(?<x>\\^)o)?(?<t>T)o?(?<q>q(?=,))?q?|q(?<t2>T)|(?<b>I)",
    read: baseNamed,
  },
  {
    name: "above or below another year",
    examples: ["高于2023年的32.50%", "低于上年"],
    pattern: "(?<side>[hl])(?<t>T)o?(?<a>F)?",
    read: ownYearTold,
  },
  {
    name: "better than a figure",
    examples: ["优于95%"],
    // Whether more or less is better is the row's own.
    pattern: "b(?<a>F)(?!o?T?t)",
    read: ({ a }, composing) => {
      for (const figure of a?.figures ?? []) unmatched(composing, figure);
      return true;
    },
  },
  {
    name: "better than another year",
    examples: ["优于2020年", "好于2020年的38.46%"],
    pattern: "b(?<t>T)(?:o?(?<a>F)(?!t))?",
    read: betterYearTold,
  },
  {
    name: "two rows apart",
    examples: ["女性法官占比与女性检察官占比相差0.78个百分点"],
    pattern: "g(?<by>F)",
    read: rowsApart,
  },
];
