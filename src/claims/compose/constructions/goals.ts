import { changeTold } from "../moves/changes.js";
import { courseTold, fromBy, sinceTold, startTold } from "../courses.js";
import { unmatched } from "../emit.js";
import { beyondNamed, fromFigureTold } from "../distances.js";
import {
  asGoalHasIt,
  fallsShort,
  gapTold,
  goalCompared,
  goalStated,
  goalThenTold,
  goalTold,
  isGoalpost,
  isShortOf,
  paceTold,
  reachedTold,
  shortTold,
  statusTurned,
  timesGoalTold,
} from "../goals.js";
import type { Construction } from "./construction.js";

/** What stands between a verb and 目标: the year of the goal, its figure, 的. */
const GOAL = String.raw`(?<when>T)?o?(?<goal>F)?o?T?(?<t>t)(?:\((?<stated>F)\))?`;
/** The same before a figure that is how far it is from there: 比目标上限25%高8.24个百分点. */
const GOALPOST = GOAL.replace(String.raw`(?:\((?<stated>F)\))?`, String.raw`\(?(?<stated>F)?\)?`);

/** From one figure to another; and what is said of the goal: how far it is, whether it is reached, what it is. */
export const GOALS: readonly Construction[] = [
  {
    name: "from one figure to another",
    examples: ["由2020年的58.32%提高到68.28%", "从120户增加到260户", "由2020年的86.40%提高到2024年的90.12%"],
    pattern:
      "f(?<t1>T)?o?(?<a>F)o?(?<x>x)?(?:\\((?<a0>F)\\))?,?(?<t2>T)?r?e?(?<n>n)?(?<to>[UDKL])(?<t3>T)?o?(?<b>F)",
    read: courseTold,
  },
  {
    name: "from one figure by so much to another",
    examples: ["由2023年的峰值5.86%回落0.23个百分点至5.63%"],
    pattern: "f(?<t1>T)?o?(?<x>x)?(?<a>F)(?<dir>[ud])(?<by>F)(?<to>L)(?<t3>T)?o?(?<b>F)",
    read: ({ dir, by, ...parts }, composing) =>
      courseTold({ ...parts, to: dir }, composing) && changeTold({ dir, a: by }, composing),
  },
  {
    name: "from a figure by so much",
    examples: ["自2023年5.86%的高位回落0.23个百分点"],
    pattern: "f(?<t1>T)o?(?<a>F)[ok]*(?<dir>[ud])(?<by>F)(?!L)",
    read: ({ dir, by, ...parts }, composing) =>
      fromBy(parts, composing) && changeTold({ dir, a: by }, composing),
  },
  {
    name: "since a year, whatever its figure",
    examples: [
      "自2021年95.92%的高点逐年回落",
      "自2022年高点以来已连续三年下降",
      "自2021年95.92%的高位起，四年连降",
    ],
    pattern: "f(?<t>T)o?(?:[LUD]?(?<a>F))?o?(?=,?e?(?:n[ud]|=)|[ud](?:[,;)]|$))",
    read: sinceTold,
  },
  {
    name: "from a figure, to none that stands beside it",
    examples: ["从不足一成起步", "由2020年的58.32%起"],
    pattern: "f(?<t>T)?o?(?<x>x)?(?<a>F)",
    read: startTold,
  },
  {
    name: "pace to the goal",
    examples: [
      "还需年均提高2.04个百分点",
      "达到目标尚需提高25个百分点",
      "达到70%的目标，今后五年年均需提高3.41个百分点",
    ],
    pattern: `(?:[LmDU]${GOAL},?)?(?<years>P)?X?(?<y>y)?X(?<y2>y)?(?<dir>[ud])(?<a>F)`,
    read: paceTold,
  },
  {
    name: "distance to the goal",
    examples: [
      "距70%的目标还差17.06个百分点",
      "与目标相差7.02个百分点",
      "距目标仍有7.02个百分点的差距",
      "与25%的目标差距扩大到8.24个百分点",
    ],
    pattern: `(?:(?<far>j)[mLKDU]*|[cq])(?:${GOAL})L?(?<after>F)?L?[,xqre]*(?:(?<g>g)(?<a>F)(?:o?(?<v>v))?|L?(?<b>F)o?(?<v2>v)|v[UDL]?(?<d>F)|(?<=j.*)L?(?<c>F)(?=[,;)]|$))`,
    read: (parts, composing) =>
      gapTold(
        { ...parts, v: parts["v"] ?? parts["v2"], b: parts["b"] ?? parts["c"] ?? parts["d"] },
        composing,
      ),
  },
  {
    name: "so much short of reaching the goal",
    examples: ["仅差0.06个百分点即可实现规划目标", "只差0.11岁就能达到82.3岁的目标"],
    pattern: `(?<g>g)(?<a>F)x?[mL]+${GOAL}`,
    read: (parts, composing) => gapTold(parts, composing),
  },
  {
    name: "short of the goal",
    examples: ["与目标值1∶1.5仍有差距", "距目标还有差距"],
    pattern: `(?:j|[cq])${GOAL}(?<after>F)?(?<has>x)(?<v>v)(?=[,;)]|$)`,
    read: fallsShort,
  },
  {
    name: "as the goal has it, or not",
    examples: ["与“提高”的目标背离", "与规划要求相符"],
    pattern: `[acq]${GOAL}(?<after>F)?(?<how>x)(?=[,;)]|$)`,
    read: asGoalHasIt,
  },
  {
    name: "the goal compared with",
    examples: ["与40%左右的目标相比，"],
    pattern: `[cq]${GOAL}q(?=,)`,
    read: goalCompared,
  },
  {
    name: "above or below the goal by so much",
    examples: ["低于目标7.06个百分点", "比目标高8.24个百分点"],
    pattern: `(?:(?<side>[hl])${GOALPOST}|c${GOALPOST.replaceAll("<", "<c")}q?[,re]*(?<cside>[hlud]))(?<by>F)`,
    read: (parts, composing) =>
      goalTold(
        {
          ...parts,
          goal: parts["goal"] ?? parts["cgoal"],
          stated: parts["stated"] ?? parts["cstated"],
          t: parts["t"] ?? parts["ct"],
          side: parts["side"] ?? parts["cside"],
        },
        composing,
      ),
  },
  {
    name: "beyond a figure that the words name, by so much",
    examples: ["低于38%的下限1.9个百分点"],
    pattern: "(?<b>F)o(?<what>x)(?<by>F)",
    read: beyondNamed,
  },
  {
    name: "more than the goal by so much",
    examples: ["超过94%的目标0.88个百分点"],
    pattern: `m?(?<goal>F)o?T?(?<t>t)(?<by>F)`,
    read: goalTold,
  },
  {
    name: "the goal stated",
    examples: ["目标值为70%"],
    pattern: "(?<t>t)L?(?<goal>F)(?!t)",
    read: goalStated,
  },
  {
    name: "so many times the goal",
    examples: [
      "是目标值的两倍多",
      "为规划目标的1.5倍",
      "完成规划目标（4.5个）的90.7%",
      "是规划目标4.5个的2倍",
      "完成23所建设目标的95.7%",
      "占规划任务23所的95.7%",
    ],
    pattern: "[LKm]T?(?:(?<before>F)o?x?)?(?<t>t)\\(?(?<stated>F)?\\)?o(?<a>F)",
    read: timesGoalTold,
  },
  {
    name: "better than the goal, with its figure",
    examples: ["优于目标值1∶1.5"],
    pattern: "(?<verb>b)(?<t>t)(?<goal>F)",
    read: goalTold,
  },
  {
    name: "the goal, and then whether it is reached",
    examples: ["约束性目标已经实现", "规划目标尚未实现", "目标均已完成"],
    pattern: "(?<=^|[,;])(?<t>t)[eA]*(?<not>N)?(?<verb>m)(?=[,;)]|$)",
    read: goalThenTold,
  },
  {
    name: "the goal reached or not, its figure behind it",
    examples: ["尚未达到规划要求的1∶1.5", "达到规划要求的1∶1.5"],
    pattern: "(?:(?<not>N)?(?<verb>[mLKDU]+|b))T?(?<t>t)o(?<stated>F)(?=[,;)]|$)",
    read: (parts, composing) => isGoalpost(parts["stated"]) && goalTold(parts, composing),
  },
  {
    name: "the goal reached or not",
    examples: ["提前达到94%的规划目标", "尚未达到目标", "仍高于目标", "已达到70%以下的目标"],
    pattern: `(?:(?<not>N)?(?<verb>[mLKDU]+|b|(?<side>[hl]))|(?<far>j)|(?<short>N))?${GOAL}`,
    // 仍达不到3.17张的目标
    read: ({ short, ...parts }, composing) => goalTold({ ...parts, not: parts["not"] ?? short }, composing),
  },
  {
    name: "the goal told, and whether it is reached",
    examples: ["（目标94%以上，未完成）"],
    pattern: "(?<=\\([^)]*t[^)]*)(?<not>N)?(?<verb>m)(?=\\))",
    read: reachedTold,
  },
  {
    name: "so much short of the goal",
    examples: ["仍差目标10.2个百分点"],
    pattern: "(?<g>g)(?<t>t)(?<a>F)",
    read: (parts, composing) => gapTold(parts, composing),
  },
  {
    name: "another goal than the plan's",
    examples: ["完成年度目标的95%", "达到93%的年度目标"],
    pattern: "(?:F?o?wo?L?F?)",
    read: () => true,
  },
  {
    name: "the distance from a figure",
    examples: [
      "离60%还差7.6个百分点",
      "距107的上限还差1.49",
      "距实现全覆盖还有13.51个百分点",
      "离达到99.5%还有1.49个百分点的差距",
    ],
    pattern: "j[mLKDU]*(?<b>F)o?L?[,xqre]*g?L?(?<by>F)(?!t)(?:o?v)?",
    read: fromFigureTold,
  },
  {
    name: "from one status to another",
    examples: ["女性律师占比由达标转为未达标"],
    pattern: "(?<from>x)(?<n1>N)?(?<s1>z)(?<how>x)?[LUD]?(?<n2>N)?(?<s2>z)(?=[,;)]|$)",
    read: statusTurned,
  },
  {
    name: "short of a figure",
    examples: ["距实现全覆盖还有差距"],
    pattern: "(?<not>j)[mLKDU]*(?<a>F)o?(?<has>x)(?<v>v)(?=[,;)]|$)",
    read: ({ has, v, ...parts }, composing) => isShortOf({ has, v }) && shortTold(parts, composing),
  },
  {
    name: "near a figure, or not",
    examples: ["离100%仅一步之遥"],
    pattern: "j[mLKDU]*(?<b>F)o?(?=x?[,;)]|x?$)",
    read: ({ b }, composing) => {
      for (const figure of b?.figures ?? []) unmatched(composing, figure);
      return true;
    },
  },
  {
    name: "above or below a figure by so much",
    examples: ["比98%低0.67个百分点", "与“40%左右”相比仍高3.25个百分点", "与40%左右相比还差3.9个百分点"],
    pattern: "c(?<b>F)o?[xt]?q?[,re]*(?:(?<side>[hlud])|[xL]*g|[xL]+(?=Fo?v))(?<by>F)(?:o?v)?",
    read: fromFigureTold,
  },
];
