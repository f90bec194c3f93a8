import {
  beyondNamed,
  byTold,
  districtTold,
  fromFigureTold,
  gapNamed,
  otherGroupTold,
  rowTimesTold,
} from "./distances.js";
import {
  besideTold,
  otherCompared,
  otherOfTwoTold,
  otherRowTold,
  rowsApart,
  severalRowsTold,
} from "./beside.js";
import {
  baseNamed,
  baseTold,
  courseTold,
  ownYearTold,
  peakTold,
  peakYearTold,
  recordTold,
} from "./courses.js";
import { unmatched, type Composing, type Parts } from "./emit.js";
import { addedTold, changesInTurn, changeTold, directionTold, multipleTold } from "./changes.js";
import { countBefore, levelTold, othersTold, shareBefore, shareOfOthers } from "./levels.js";
import { caseOfRateTold, caseShareTold, caseTold, metYearsTold, streakTold, zeroTold } from "./streaks.js";
import {
  gapTold,
  fallsShort,
  goalCompared,
  goalStated,
  goalTold,
  paceTold,
  shortTold,
  statusTold,
  timesGoalTold,
} from "./goals.js";
import {
  allTold,
  countTold,
  namedOfStatus,
  rateTold,
  scopeTold,
  shareCounted,
  statusCounted,
} from "./tallies.js";
import { extremeTold, extremumTold, sitesAll, sitesCounted } from "./sites.js";
import { milestoneTold, projectTold, quantityTold } from "./projects.js";

/** One way of saying something about figures. */
export interface Construction {
  name: string;
  /** How people write it. */
  examples: readonly string[];
  /** Over the letters of the kinds of token (grammar/token.ts); each group is one token. */
  pattern: string;
  /** Notes what is claimed. False: the words do not mean this after all. */
  read: (parts: Parts, composing: Composing) => boolean;
}

/** What stands between a verb and 目标: the year of the goal, its figure, 的. */
const GOAL = String.raw`T?o?(?<goal>F)?o?T?(?<t>t)(?:\((?<stated>F)\))?`;
/** The same before a figure that is how far it is from there: 比目标上限25%高8.24个百分点. */
const GOALPOST = GOAL.replace(String.raw`(?:\((?<stated>F)\))?`, String.raw`\(?(?<stated>F)?\)?`);

/** The grammar, in the order it is tried at every word. */
export const CONSTRUCTIONS: readonly Construction[] = [
  {
    name: "from one figure to another",
    examples: ["由2020年的58.32%提高到68.28%", "从120户增加到260户", "由2020年的86.40%提高到2024年的90.12%"],
    pattern: "f(?<t1>T)?o?(?<a>F)o?(?<x>x)?,?(?<t2>T)?r?e?(?<n>n)?(?<to>[UDKL])(?<t3>T)?o?(?<b>F)",
    read: courseTold,
  },
  {
    name: "pace to the goal",
    examples: ["还需年均提高2.04个百分点", "达到目标尚需提高25个百分点"],
    pattern: `(?:[LmDU]${GOAL},?)?X?(?<y>y)?X(?<y2>y)?[ud](?<a>F)`,
    read: paceTold,
  },
  {
    name: "distance to the goal",
    examples: ["距70%的目标还差17.06个百分点", "与目标相差7.02个百分点", "距目标仍有7.02个百分点的差距"],
    pattern: `(?:(?<far>j)|[cq])(?:${GOAL})L?(?<after>F)?L?[,xqre]*(?:(?<g>g)(?<a>F)(?:o?(?<v>v))?|L?(?<b>F)o?(?<v2>v)|(?<=j.*)L?(?<c>F)(?=[,;)]|$))`,
    read: (parts, composing) =>
      gapTold({ ...parts, v: parts["v"] ?? parts["v2"], b: parts["b"] ?? parts["c"] }, composing),
  },
  {
    name: "so much short of reaching the goal",
    examples: ["仅差0.06个百分点即可实现规划目标"],
    pattern: "(?<g>g)(?<a>F)x?[mL]+(?<t>t)",
    read: (parts, composing) => gapTold(parts, composing),
  },
  {
    name: "short of the goal",
    examples: ["与目标值1∶1.5仍有差距", "距目标还有差距"],
    pattern: `(?:j|[cq])${GOAL}(?<after>F)?(?<has>x)(?<v>v)(?=[,;)]|$)`,
    read: fallsShort,
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
      "是控制目标8/10万的2倍",
    ],
    pattern: "[LKm]T?(?<t>t)\\(?(?<stated>F)?\\)?o(?<a>F)",
    read: timesGoalTold,
  },
  {
    name: "better than the goal, with its figure",
    examples: ["优于目标值1∶1.5"],
    pattern: "(?<verb>b)(?<t>t)(?<goal>F)",
    read: goalTold,
  },
  {
    name: "the goal reached or not",
    examples: ["提前达到94%的规划目标", "尚未达到目标", "仍高于目标", "已达到70%以下的目标"],
    pattern: `(?:(?<not>N)?(?<verb>[mLKDU]+|b|(?<side>[hl]))|(?<far>j))?${GOAL}`,
    read: goalTold,
  },
  {
    name: "another goal than the plan's",
    examples: ["完成年度目标的95%", "达到93%的年度目标"],
    pattern: "(?:F?o?wo?L?F?)",
    read: () => true,
  },
  {
    name: "the distance from a figure",
    examples: ["离60%还差7.6个百分点", "距107的上限还差1.49"],
    pattern: "j(?<b>F)o?L?[,xqre]*g?L?(?<by>F)(?!t)",
    read: fromFigureTold,
  },
  {
    name: "above or below a figure by so much",
    examples: ["比98%低0.67个百分点"],
    pattern: "c(?<b>F)o?[xt]?q?[,re]*(?<side>[hlud])(?<by>F)",
    read: fromFigureTold,
  },
  {
    name: "another place compared with",
    examples: ["与全国2024年43.4%的水平相比，"],
    pattern: "[cq](?<t>T)?(?<o>O)(?<t2>T)?[xo]*(?<a>F)?o?q(?=,)",
    read: otherCompared,
  },
  {
    name: "beside another place",
    examples: ["高于全市平均水平0.7个百分点", "比全国平均水平95.9%高4.04个百分点"],
    pattern:
      "(?<verb>[hlcqb])(?<t>T)?(?<o>O)(?<t2>T)?[xo]*(?:\\((?<t3>T)?o?(?<bracketed>F)\\)|(?<a>F))?o?q?[xo]*(?:(?<side>[hlud])?(?<by>F))?",
    read: besideTold,
  },
  {
    name: "beside the year compared with, told with its figure",
    examples: ["比2020年的38.46%提高5.18个百分点"],
    pattern: "[cq](?<t>T)o?(?<a>F)q?",
    read: baseTold,
  },
  {
    name: "so many times another row",
    examples: ["是小学生近视率的2.2倍"],
    pattern: "[LKh](?<s>S)o?(?<a>F)",
    read: rowTimesTold,
  },
  {
    name: "the distance from another row",
    examples: ["与女性法官占比的差距缩小到5.81个百分点"],
    pattern: "[ac](?<s>S)o?v",
    read: gapNamed,
  },
  {
    name: "one of two above or below the other",
    examples: ["前者高出后者1.02个百分点", "后者比前者低1.02个百分点"],
    pattern: "(?:(?<side>[hl])(?<two>@)|[cx](?<two2>@)(?<side2>[hlud]))(?<by>F)?",
    read: ({ two, two2, ...parts }, composing) => otherOfTwoTold({ ...parts, two: two ?? two2 }, composing),
  },
  {
    name: "above or below several rows",
    examples: ["比女性法官占比、女性律师占比分别高0.78个和6.59个百分点"],
    pattern: "c(?<s>S)[re]+(?<side>[hlud])(?<by>F)",
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
      "(?:(?<side>[hl])T?R?(?<s>S)(?:\\((?<a>F)\\))?|c(?<t>T)?R?(?<s2>S)\\(?(?<a2>F)?\\)?q?,?(?<side2>[hlud])|[ac]T?R?(?<s3>S)(?:\\((?<a3>F)\\))?g(?=F))(?<by>F)?",
    read: otherRowTold,
  },
  {
    name: "the peak, with its year and figure",
    examples: ["较峰值（2020年136%）低2.14个百分点"],
    pattern: "(?<x>x)\\((?<t>T)o?(?<a>F)\\)",
    read: peakTold,
  },
  {
    name: "the year compared with",
    examples: ["比2020年", "与上年相比", "同比"],
    pattern: "c(?<t>T)o?(?<q>q(?=,))?q?|q(?<t2>T)|(?<b>I)",
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
  { name: "better than another year", examples: ["优于2020年"], pattern: "bT", read: () => true },
  {
    name: "two rows apart",
    examples: ["女性法官占比与女性检察官占比相差0.78个百分点"],
    pattern: "g(?<by>F)",
    read: rowsApart,
  },
  {
    name: "so many towns beyond a figure",
    examples: ["接种率超过98%的有20个", "接种率达到98%的镇街有20个"],
    pattern: "(?<verb>[LmKUDhl])?(?<b>F)o(?<what>x)?L(?<n>F)",
    read: sitesCounted,
  },
  {
    name: "so many towns are beyond a figure",
    examples: ["有5个镇街接种率低于98%", "20个镇街达到98%", "3个镇街未达到98%"],
    pattern: "L?(?<n>F)(?:(?<what>x)(?<s>S)?|(?<s2>S))(?<not>N)?(?<verb>[LmKUDhl])?(?<b>F)",
    read: ({ s, s2, ...parts }, composing) => sitesCounted({ ...parts, s: s ?? s2 }, composing),
  },
  {
    name: "so many of the towns",
    examples: [
      "23个镇街中有3个未达到98%",
      "23个镇街中，20个达到98%",
      "23个镇街中有4个镇的适龄儿童疫苗接种率未达到98%",
      "23个镇街中有20个镇街达到98%",
    ],
    pattern: "(?<whole>F)(?<what>x),?L?(?<n>F)(?<towns>x)?o?(?<s>S)?(?<not>N)?(?<verb>[LmKUDhl])?(?<b>F)",
    read: sitesCounted,
  },
  {
    name: "all of the towns",
    examples: ["各镇街均在98%以上", "23个镇街全部达到98%"],
    pattern: "(?<whole>F)?(?<what>x)(?:o?(?<s>S))?[eA]+(?<not>N)?(?<verb>[LmKUDhl])?(?<b>F)",
    read: sitesAll,
  },
  {
    name: "above or below another group",
    examples: ["高于农村1.83个百分点", "比男生高3.99个百分点", "高于男生（33.71%）3.99个百分点"],
    pattern: "(?:(?<side>[hl])|[cx])(?<g>G)(?:\\((?<a>F)\\))?(?<side2>[hlud])?(?<by>F)",
    read: otherGroupTold,
  },
  {
    name: "a town or group above or below the district",
    examples: ["低于全区平均水平1.57个百分点", "比全区高0.34个百分点"],
    pattern: "(?:(?<side>[hl])|[cx])R(?:x(?=[hludF]))?(?<side2>[hlud])?(?<by>F)",
    read: districtTold,
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
  {
    name: "a rate of the tally",
    examples: ["达标率为56.5%"],
    pattern: "(?:(?<of>F)?(?<nature>B))?(?<rate>Q)(?<more>[LUDK,])*(?<a>F)(?:\\((?<n>F)\\))?",
    read: rateTold,
  },
  {
    name: "all of them",
    examples: ["5项约束性指标全部达标", "约束性指标11项全部达标"],
    pattern: "(?<n>F)?(?<nature>B)?(?<noun>[iJ])(?<n2>F)?[,e]*(?:A|e)(?<not>N)?(?<st>[zmu]|L(?=t))t?",
    read: allTold,
  },
  {
    name: "so many of a status",
    examples: ["已达标13项", "达标指标13项"],
    pattern: "(?<not>N)?(?<st>[zm])o?i?L?(?<n>F)",
    read: statusCounted,
  },
  {
    name: "named rows of a status, and how many",
    examples: ["孕产妇死亡率和女童九年义务教育巩固率2项约束性指标未达标", "仅有农村水质达标率1项指标缺项"],
    pattern: "(?<s>S)(?<n>F)(?<nature>B)?(?<noun>i)(?<not>N)?(?<st>z)",
    read: namedOfStatus,
  },
  {
    name: "so many that have a status",
    examples: ["13项指标已达标", "有13项达到目标"],
    pattern:
      "L?(?<n>F)(?<nature>B)?(?<noun>[iJ])?o?A?(?<not>N)?(?:m(?=z))?(?<st>z|m(?=[,;)]|$)|[mL]+(?=t))t?(?!F)",
    read: countTold,
  },
  {
    name: "what is counted",
    examples: ["49项指标中", "19个重点项目"],
    pattern: "(?<n>F)?(?<nature>B)?(?<noun>[iJ])(?:[L,]?(?<after>F))?",
    read: scopeTold,
  },
  { name: "a domain", examples: ["妇女与健康领域"], pattern: "(?<domain>M)", read: scopeTold },
  { name: "alerts", examples: ["红色预警2项"], pattern: "(?<alert>C)o?i?L?(?<n>F)", read: scopeTold },
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
    name: "a streak",
    examples: ["连续五年下降", "连续三年保持100%", "逐年提高"],
    pattern: "(?<n>n)(?<verb>[udKs]|U|D|L)?(?<a>F)?",
    read: streakTold,
  },
  {
    name: "a share of other cases",
    examples: ["新生儿死亡占婴儿死亡的64.3%"],
    pattern: "(?<s>[SE])(?<to>L)(?<s2>[SE])o?(?<a>F)",
    read: caseShareTold,
  },
  { name: "cases", examples: ["孕产妇死亡1例"], pattern: "(?<e>E)[rLe]*(?<a>F)", read: caseTold },
  {
    name: "so many cases",
    examples: ["发生1例孕产妇死亡"],
    pattern: "L?(?<a>F)(?<e>E)",
    read: caseTold,
  },
  {
    name: "cases of the rate spoken of",
    examples: ["当年死亡28例"],
    pattern: "(?<x>x)L?(?<a>F)",
    read: caseOfRateTold,
  },
  {
    name: "a share of those counted",
    examples: ["已达标14项，占34.1%"],
    pattern: "(?<to>L)(?<a>F)",
    read: shareCounted,
  },
  {
    name: "a project's status",
    examples: ["普惠养老服务项目已完成"],
    pattern: "(?<v>V)[L,]?(?<not>N)?(?<st>[zm])",
    read: projectTold,
  },
  {
    name: "a project's quantity",
    examples: ["建成镇（街道）养老服务中心23所", "儿童主任参训率为98.5%"],
    pattern: "(?<y>Y)(?:R|T|L|K|U|D)*(?<a>F)",
    read: quantityTold,
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
  {
    name: "so many of what a row counts",
    examples: ["累计为1904人次残疾儿童提供康复救助"],
    pattern: "[LKU]?(?<a>F)(?<s>S)(?=[,;)]|$)",
    read: countBefore,
  },
  {
    name: "a share that has not",
    examples: ["仍有四分之一尚未设立"],
    pattern: "L(?<a>F)o?(?<what>x)?N(?:L(?!F)|(?=[x,;)]|$))",
    read: othersTold,
  },
  {
    name: "changes of several rows, each its own way",
    examples: ["分别提高0.34个、下降0.62个百分点", "分别持平和提高0.38个百分点"],
    pattern: "r(?<d1>[uds])(?<a>F)?[a,]+(?<d2>[uds])(?<b>F)?(?:[a,]+(?<d3>[uds])(?<c>F)?)?",
    read: changesInTurn,
  },
  {
    name: "a change",
    examples: ["提高1.89个百分点", "年均提高0.38个百分点"],
    pattern: "(?<dir>[ud])(?<a>F)",
    read: changeTold,
  },
  { name: "level with", examples: ["与2020年持平"], pattern: "(?<dir>s)", read: directionTold },
  {
    name: "a direction",
    examples: ["比上年有所下降", "持续提高"],
    pattern: "(?<dir>[ud])(?=[,;)]|$)",
    read: directionTold,
  },
  {
    name: "a figure before its name",
    examples: ["94.88%的孕产妇系统管理率", "77.02%的高中阶段学生近视"],
    pattern: "L?(?<a>F)(?<o>o)(?<s>[SExGWF])",
    read: shareBefore,
  },
  {
    name: "a share of something else",
    examples: ["近九成新婚夫妇知晓政策"],
    pattern: "(?<=^|[,;(])(?<a>F)(?=o?[xG])",
    read: shareOfOthers,
  },
  {
    name: "the highest or lowest figure of all",
    examples: ["接种率最高的为99.24%"],
    pattern: "(?<x>\\^)o?x?L(?<a>F)",
    read: extremumTold,
  },
  {
    name: "the year that was highest or lowest",
    examples: ["人数最多的年份是2024年"],
    pattern: "(?<x>\\^)o?L(?<t>T)",
    read: peakYearTold,
  },
  {
    name: "the highest or lowest of years",
    examples: ["为近五年最低", "2020年以来的最高水平"],
    pattern: "[LK]?(?<t>T)o?(?<x>\\^)",
    read: recordTold,
  },
  {
    name: "first or last",
    examples: ["居各镇街首位", "最低的是松溉镇"],
    pattern: "(?<x>\\^)(?:o?x?L?(?<w>W))?",
    read: extremeTold,
  },
  {
    name: "a level",
    examples: ["达到94.88%", "降至33.24%", "94.88%"],
    pattern: "(?<to>[UDLKm])?(?:(?<t>T)o?)?(?<a>F)",
    read: levelTold,
  },
  { name: "a status", examples: ["尚未达标"], pattern: "(?<not>N)?(?<st>z)", read: statusTold },
];
