import { changeNamed, changeTold, eachYearTold, paceOfChangeTold } from "../moves/changes.js";
import { changesInTurn } from "../moves/turns.js";
import { highestRow, mostMoved } from "../ranks.js";
import { newTopTold, peakYearTold, recordTold, topLevelTold, topYearTold } from "../courses.js";
import { directionTold, exceptTold, upsAndDownsTold, yearsMovedTold } from "../moves/ups-and-downs.js";
import { statusTold } from "../goals.js";
import { countBefore, othersTold, shareBefore, shareOfOthers } from "../levels/before.js";
import { levelThen, levelTold } from "../levels/levels.js";
import { extremeTold, extremumTold, foremostTold, placeTold, siteMoved } from "../sites.js";
import type { Construction } from "./construction.js";

/** Changes, directions, levels and ranks: what is left once nothing narrower fits. */
export const CHANGES: readonly Construction[] = [
  {
    name: "so many of what a row counts",
    examples: ["累计为1904人次残疾儿童提供康复救助"],
    pattern: "[LKU]?(?<a>F)(?<s>S)(?=[,;)]|$)",
    read: countBefore,
  },
  {
    name: "a share that has not",
    examples: ["仍有四分之一尚未设立"],
    pattern: "L(?<a>F)o?(?<what>x)?N(?:L(?!F)|(?=[xG,;)]|$))",
    read: othersTold,
  },
  {
    name: "changes of several rows, each its own way",
    examples: [
      "分别提高0.34个、下降0.62个百分点",
      "分别持平和提高0.38个百分点",
      "分别较上年下降0.07个百分点和提高0.18个百分点",
    ],
    pattern: "r(?:c(?<t>T))?(?<d1>[uds])(?<a>F)?[a,]+(?<d2>[uds])(?<b>F)?(?:[a,]+(?<d3>[uds])(?<c>F)?)?",
    read: changesInTurn,
  },
  {
    name: "the town that moved most",
    examples: ["提高幅度最大的是南大街街道"],
    pattern: "(?<dir>[ud])(?<most>&)oi?x?L(?<w>W)(?=[,;)(]|$)",
    read: siteMoved,
  },
  {
    name: "the row that moved most",
    examples: ["下降最快的是高中生近视率", "提高幅度最大"],
    pattern: "(?<dir>[ud])(?<most>&)(?:oi?L(?<s>S))?(?=[,;)]|$)",
    read: mostMoved,
  },
  {
    name: "the highest or lowest of rows",
    examples: ["最高的是高中生近视率"],
    pattern: "(?<x>\\^)oi?L(?<s>S)(?=[,;)(F]|$)",
    read: highestRow,
  },
  {
    name: "a change",
    examples: ["提高1.89个百分点", "年均提高0.38个百分点"],
    pattern: "(?<dir>[ud])(?<a>F)",
    read: changeTold,
  },
  {
    name: "a change, by its noun",
    examples: ["曾出现0.58个百分点的回落"],
    pattern: "(?<a>F)o(?<dir>[ud])(?=[,;)]|$)",
    read: changeNamed,
  },
  {
    name: "so much each year",
    examples: ["每年以2个百分点左右的速度提升"],
    pattern: "(?<y>y)x(?<a>F)ox(?<dir>[ud])",
    read: eachYearTold,
  },
  {
    name: "the size of a change",
    examples: ["增速分别为2.7%和1.9%"],
    pattern: "(?<dir>[ud])(?:[re]+L?|L)(?<a>F)",
    read: paceOfChangeTold,
  },
  {
    name: "so many years up, so many years down",
    examples: ["五年中有四年提高、一年下降"],
    pattern: "(?<t1>T)(?<d1>[ud])[a,](?<t2>T)(?<d2>[ud])(?=[,;)]|$)",
    read: yearsMovedTold,
  },
  {
    name: "so many up, so many down",
    examples: ["较上年“两升一降”", "呈一升两降态势"],
    pattern: "(?<moves>#)",
    read: upsAndDownsTold,
  },
  { name: "level with", examples: ["与2020年持平"], pattern: "(?<dir>s)", read: directionTold },
  {
    name: "a year that went another way than the others",
    examples: ["婚检率除2022年略有回落外"],
    pattern: "(?<but>\\()(?<t>T)(?<why>x)?(?<dir>[uds])\\)(?=,?[xGRTe]*(?<s>[SE])|)",
    read: exceptTold,
  },
  {
    name: "a direction",
    examples: ["比上年有所下降", "持续提高"],
    pattern: "(?<dir>[ud])(?=[,;)]|$)",
    read: directionTold,
  },
  {
    name: "an arrow behind a figure",
    examples: ["99.92%↑、133.86%↓、45.61%↓"],
    pattern: "(?<dir>[ud])(?=[a)])",
    read: ({ dir }, composing) => /[↑↓]/u.test(dir?.text ?? "") && directionTold({ dir }, composing),
  },
  {
    name: "a figure before its name",
    examples: ["94.88%的孕产妇系统管理率", "77.02%的高中阶段学生近视", "近六成（59.8%）的婴儿纯母乳喂养"],
    pattern: "L?(?<a>F)(?:\\((?<a2>F)\\))?(?<o>o)(?<s>[SExGWF])",
    read: shareBefore,
  },
  {
    name: "a share of something else",
    examples: ["近九成新婚夫妇知晓政策"],
    pattern: "(?<=^|[,;(R])(?<a>F)(?:\\((?<a2>F)\\))?(?=o?[xG])(?:o?(?<s>[xG]))",
    read: shareOfOthers,
  },
  {
    name: "the highest or lowest figure of all",
    examples: ["接种率最高的为99.24%", "最高99.24%、最低97.33%", "近五年最高为2.37%"],
    pattern: "(?:(?<t>T)o?)?(?<x>\\^)(?:o?x?L)?(?<a>F)",
    read: (parts, composing) => topLevelTold(parts, composing) || extremumTold(parts, composing),
  },
  {
    name: "the year that was highest or lowest",
    examples: ["人数最多的年份是2024年"],
    pattern: "(?<x>\\^)o?L(?<t>T)",
    read: peakYearTold,
  },
  {
    name: "the highest or lowest that ever was",
    examples: ["创历史新高"],
    pattern: "(?<x>\\^)(?=[,;)]|$)",
    read: newTopTold,
  },
  {
    name: "a year that was the highest or lowest",
    examples: ["2024年最低，为42.45%"],
    pattern: "(?<t>T)(?<x>\\^)(?=[,;)]|$)",
    read: topYearTold,
  },
  {
    name: "the highest or lowest of years",
    examples: ["为近五年最低", "2020年以来的最高水平"],
    pattern: "[LK]?(?<t>T)o?(?<x>\\^)",
    read: recordTold,
  },
  {
    name: "so many of the first or last",
    examples: ["最低的3个镇街是松溉镇、永荣镇和红炉镇", "排名后三位的依次是松溉镇、永荣镇和红炉镇"],
    pattern: "(?<x>\\^)o?(?<n>F)o?(?<what>x)?r?L?(?<w>W)",
    read: foremostTold,
  },
  {
    name: "of so many towns the last but some",
    examples: ["在23个镇街中排名倒数第五", "居23个镇街倒数第五位"],
    pattern: "x?(?<all>F)(?<what>x)(?<x>\\^)(?=[,;)]|$)",
    read: placeTold,
  },
  {
    name: "first or last",
    examples: ["居各镇街首位", "最低的是松溉镇", "居第二低的是永荣镇"],
    pattern: "(?<x>\\^)(?:(?<low>x)?o?x?L?(?<w>W))?",
    read: extremeTold,
  },
  {
    name: "a level, and when it was reached",
    examples: ["首次突破90%是在2024年"],
    pattern: "(?<to>[UDLKm])?(?<a>F)o?L(?<t>T)(?=[,;)]|$)",
    read: levelThen,
  },
  {
    name: "a level",
    examples: ["达到94.88%", "降至33.24%", "94.88%"],
    pattern: "(?<to>[UDLKm])?(?:(?<t>T)o?)?(?<a>F)",
    read: levelTold,
  },
  { name: "a status", examples: ["尚未达标"], pattern: "(?<not>N)?(?<st>z)", read: statusTold },
];
