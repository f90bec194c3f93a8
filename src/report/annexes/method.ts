import { ANNEX_NAMES, PART_NAMES } from "../../narrative/part-names.js";
import { judgedOf } from "../../plan/lookup.js";
import type { Judged, Method, Plan, Target } from "../../plan/plan.js";
import { bandOf, traitsOf } from "../../plan/target-kinds.js";
import type { Scorecard } from "../../score/scorecard.js";
import { POINT_NAMES, unitOf } from "../../terms/unit.js";
import { countText, shareText } from "../chapters/lead.js";
import { isLastYear } from "../../plan/period.js";
import { verdictMethod } from "../words/verdict.js";
import { counted, nameList } from "../words/wording.js";
import { headedParagraphs, inPart, paragraph, tableBlock, type Headed } from "../blocks.js";
import { FINE_DECIMALS, NEARLY_LEVEL } from "../../score/trend.js";
import { labelOf, passage } from "../numbering/passage.js";
import type { UnnumberedAnnex, UnnumberedBlock, UnnumberedTable } from "../numbering/unnumbered.js";
import type { Matter } from "../row-facts.js";
import { alertTable, statusTable } from "./method-tables.js";
import { intervalBlocks } from "./intervals.js";
import { baselineBlocks } from "./sources.js";
import { ALERT } from "../../terms/alert.js";
import { FLAG_NAMES } from "../../terms/flag.js";
import { STATUS } from "../../terms/status.js";
import { LEVELS } from "../../score/higher-targets.js";
import { RATE_NAMES, RATES } from "../../score/rates.js";

/** 评价方法说明: thresholds, formulas, statuses, the rules a kind of report adds, baselines and where the data came from. */
export function methodAnnex(matter: Matter, more: readonly Rule[] = []): UnnumberedAnnex {
  const { dataset, scorecard } = matter;
  return {
    id: "method",
    title: ANNEX_NAMES.method,
    blocks: [
      ...inPart("method/rules", [...principles(scorecard), ...more].flatMap(ruleBlocks)),
      ...inPart("method/intervals", intervalBlocks(matter)),
      ...inPart("method/baselines", baselineBlocks(matter)),
      ...inPart("method/notes", noteBlocks(dataset.manifest.notes)),
    ],
  };
}

/** A rule, and the tables that it points to: they stand below it. */
export interface Rule extends Headed {
  tables?: readonly UnnumberedTable[];
}

function ruleBlocks({ tables = [], ...rule }: Rule): UnnumberedBlock[] {
  return [...headedParagraphs([rule]), ...tables.map(tableBlock)];
}

/** What the manifest notes on the data, under one heading. */
function noteBlocks(notes: readonly string[]): UnnumberedBlock[] {
  const [first, ...others] = notes;
  if (first === undefined) return [];
  return [
    ...headedParagraphs([{ heading: PART_NAMES["method/notes"], text: first }]),
    ...others.map((note) => paragraph(note)),
  ];
}

function principles(scorecard: Scorecard): Rule[] {
  const { plan } = scorecard;
  return [
    { heading: "评价对象", text: objectText(plan) },
    { heading: "基期", text: baselineText(plan) },
    { heading: "进度", text: paceText(scorecard) },
    {
      heading: "目标判定",
      text: passage`${targetsText(plan)}${directionsText(plan)}${besideText(scorecard)}${bandsText(plan)}${markedText(plan)}${lagText(scorecard)}${termsText}`,
      tables: [statusTable(scorecard), alertTable(scorecard)],
    },
    { heading: "例数较少的比率", text: smallNumbersText(plan) },
    {
      heading: "比率",
      text: `${ratesText(isLastYear(scorecard))}${levelsText(scorecard)}${otherRatesText(scorecard)}`,
    },
    { heading: "总体评价用语", text: verdictMethod(plan, isLastYear(scorecard)) },
    { heading: "显示与修约", text: roundingText(plan.method) },
  ];
}

function objectText({ rows, period, terms }: Plan): string {
  return (
    `评价单位为${terms.named}主要指标表的各行，共${rows.length}项；评价年度为${period.start}—${period.end}年。` +
    (rows.some(({ parts }) => parts.length > 0)
      ? `由两个以上部分组成的指标，逐部分评价，取状态最差的部分；各部分数据不全的，注明${FLAG_NAMES.partial}。`
      : "")
  );
}

function baselineText({ period, terms }: Plan): string {
  return (
    `优先采用报送的${period.baseline}年数据；没有的，采用${terms.named}文本所列数据；` +
    `仍没有的，采用${period.start}年以后最早一年的数据并注明；都没有的，不评价进度。`
  );
}

function paceText({ plan, year }: Scorecard): string {
  const { method, period } = plan;
  return (
    "进展P＝（x－B）÷（T－B），其中x为本年值，B为基期值，T为目标值；" +
    `应有进展τ＝（t－b）÷（${period.end}－b），其中t为本年，b为基期年；进度比ρ＝P÷τ。` +
    (targetsOf(plan).some((target) => bandOf(target) !== null)
      ? "目标为区间的，以到区间的距离计算进展。"
      : "") +
    `${isLastYear({ plan, year }) ? `${period.end}年以前，` : ""}${cutsText(method)}。` +
    (isLastYear({ plan, year }) ? atEndText(plan) : "")
  );
}

function cutsText({ pace }: Method): string {
  const { onTrack, slow, offTrack } = STATUS;
  return `ρ不低于${pace.onTrack.toFixed()}为${onTrack.name}，不低于${pace.slow.toFixed()}为${slow.name}，其余为${offTrack.name}`;
}

function atEndText({ method, period }: Plan): string {
  const { nearlyAchieved, notAchieved } = STATUS;
  return `${period.end}年未达到目标的，ρ不低于${method.pace.onTrack.toFixed()}为${nearlyAchieved.name}，其余为${notAchieved.name}。`;
}

const termsText = passage`各状态的含义见${labelOf("table:statuses")}，预警等级见${labelOf("table:alert-levels")}。`;

function targetsOf({ rows }: Plan): Target[] {
  return rows.flatMap(judgedOf<Judged>).map(({ target }) => target);
}

/** Whether a figure that equals its target meets it, by the wordings that the plan has. */
function comparisonsOf(targets: readonly Target[]): string[] {
  const texts = targets.map(({ text }) => text);
  const including = ["以上", "以下", "以内"].filter((word) => texts.some((text) => text.includes(word)));
  const said = [
    { words: "“＜”“＞”为严格比较，等于目标值不算达标", held: texts.some((text) => /^[＜＞<>]/u.test(text)) },
    {
      words: `${including.map((word) => `“${word}”`).join("")}包括目标值本身`,
      held: including.length > 0,
    },
    { words: "只写数值的，按不低于该数值判定", held: texts.some((text) => BARE.test(text)) },
  ];
  return said.filter(({ held }) => held).map(({ words }) => words);
}

/** 100, 达到79.5岁, 增至4.6个. */
const BARE = /^(?:达到?|增[到至]|提高[到至])?\d+(?:\.\d+)?[^以左\d]*$/u;

/** How targets are judged: of the kinds that the plan has. */
function targetsText(plan: Plan): string {
  const targets = targetsOf(plan);
  const near = [
    {
      words: "“左右”",
      held: targets.some((target) => bandOf(target) !== null && !traitsOf(target).pairedCounts),
    },
    {
      words: "“相适应”",
      held: targets.some((target) => traitsOf(target).comparator?.tolerance.gt(0) === true),
    },
  ]
    .filter(({ held }) => held)
    .map(({ words }) => words)
    .join("");
  const watched = targets
    .filter((target) => traitsOf(target).class === "watched")
    .map(({ text }) => `“${text}”`);
  const kinds = [
    targets.some((target) => traitsOf(target).class === "directional")
      ? "“提高”“降低”等只提出方向的指标，与基期比较"
      : "",
    watched.length === 0 ? "" : `${[...new Set(watched)].join("")}的指标只监测、不判定`,
  ].filter((text) => text !== "");
  return (
    `${["比较一律采用未经修约的数值", ...comparisonsOf(targets)].join("；")}。` +
    (near === "" ? "" : `${near}未另行规定的，允许差距为${plan.method.tolerance.toFixed()}个百分点。`) +
    (kinds.length === 0 ? "" : `${kinds.join("；")}。`) +
    "缺数据的列为缺项，不以0或以往年份数据代替。"
  );
}

/** What the modes of a direction ask besides being better than the baseline; of those the plan has. */
function directionsText(plan: Plan): string {
  const ways = targetsOf(plan).flatMap((target) => {
    const { direction, better } = traitsOf(target);
    return direction === null
      ? []
      : [{ text: `“${target.text}”`, up: better === "up", against: direction.against }];
  });
  const asked = ASKED.flatMap(({ against, up, said }) => {
    const texts = ways.filter((way) => way.against === against && way.up === up).map(({ text }) => text);
    return texts.length === 0 ? [] : [`${[...new Set(texts)].join("")}要求${said}`];
  });
  return asked.length === 0 ? "" : `${asked.join("；")}。`;
}

const ASKED = [
  { against: "eachYear", up: true, said: "基期以后每年都高于上年，已达上限的除外" },
  { against: "eachYear", up: false, said: "基期以后每年都低于上年，已达下限的除外" },
  { against: "lastYear", up: true, said: "不低于基期，也不低于上年" },
  { against: "lastYear", up: false, said: "不高于基期，也不高于上年" },
] as const;

/** What 进展滞后 stands for, which no row's status is. */
function lagText({ plan, year }: Scorecard): string {
  const { slow, offTrack, unmet, nearlyAchieved, notAchieved } = STATUS;
  return isLastYear({ plan, year })
    ? `“未全面实现目标”是${nearlyAchieved.name}和${notAchieved.name}的统称。`
    : `“进展滞后”是${slow.name}、${offTrack.name}和${unmet.name}的统称。`;
}

/** 不低于本地区党员总数中女性比例, 与女职工比例相适应: how rows are judged that are set beside another figure of the year. */
function besideText({ plan, year }: Scorecard): string {
  if (targetsOf(plan).every((target) => traitsOf(target).comparator === null)) return "";
  const { slow, offTrack, observed } = STATUS;
  const before = isLastYear({ plan, year }) ? `${plan.period.end}年以前，` : "";
  return (
    "与同年另一指标相比较的，达到要求即为达标；" +
    `${before}未达到要求而差距比基期缩小的为${slow.name}，没有缩小的为${offTrack.name}；缺对照数据的为${observed.name}。`
  );
}

function smallNumbersText(plan: Plan): string {
  const { smallNumbers } = plan.method;
  const paired = plan.rows.flatMap(judgedOf<Judged>).filter(({ target }) => traitsOf(target).pairedCounts);
  // Both counts of such a row are left to chance: its interval is another one.
  const apart = paired.length === 0 ? "" : `，${nameList(paired.map(({ name }) => name))}按二项分布`;
  return (
    `报送分子、分母的比率，重新计算并给出95%精确置信区间（按泊松分布${apart}）；分子少于${smallNumbers}的，变化以水平和例数表述，不用百分比。` +
    `置信区间仍包含目标值的，预警等级以${ALERT.yellow.name}为限。`
  );
}

function ratesText(final: boolean): string {
  const definitions = RATE_NAMES.map((name) => RATES[name].definition(final)).filter((text) => text !== "");
  return `${definitions.join("；")}；不计算加权综合指数。`;
}

function levelsText({ ratesByLevel }: Scorecard): string {
  const names = ratesByLevel.map(({ level }) => LEVELS[level].name);
  return names.length === 0
    ? ""
    : `按${names.join("、")}评价的达标率，以上级规划写明数值目标且有本年数据的指标为分母，不影响本规划的状态判定。`;
}

/** The rates the lead leaves out. */
function otherRatesText({ plan, rates, year }: Scorecard): string {
  const final = isLastYear({ plan, year });
  const told = (["improving", "overall"] as const)
    .filter((name) => rates[name].of > 0)
    .map(
      (name) =>
        `${RATES[name].overMany}${rates[name].of}项指标中，${countText(rates[name], RATES[name].counted(final))}，${RATES[name].is}${shareText(rates[name], [rates.improving, rates.overall])}`,
    );
  return told.length === 0 ? "" : `${year}年，${told.join("；")}。`;
}

/** 45左右为42.5%—47.5%，…: every band of the plan, once. */
function bandsText({ rows }: Plan): string {
  const bands = rows.flatMap(judgedOf<Judged>).flatMap(({ target, unit }) => {
    const band = bandOf(target);
    const { behind } = unitOf(unit);
    return band === null
      ? []
      : [`“${target.text}”为${band.low.toFixed()}${behind}—${band.high.toFixed()}${behind}`];
  });
  return bands.length === 0 ? "" : `各区间类目标中，${[...new Set(bands)].join("，")}。${aboveText(rows)}`;
}

/** Which bands are met above their upper edge, too. */
function aboveText(rows: Plan["rows"]): string {
  const near = rows
    .flatMap(judgedOf<Judged>)
    .filter(({ target }) => bandOf(target) !== null && !traitsOf(target).pairedCounts);
  const only = near.filter(({ target }) => !traitsOf(target).moreIsMet).map(({ name }) => name);
  if (only.length === near.length) return "";
  const but = only.length === 0 ? "" : `；${nameList(only)}偏高偏低都不代表更好，高于上限不算达标`;
  return `“左右”类指标高于上限的，也按达标计${but}。`;
}

/** 明显降低 and the like, where the plan's text sets no size. */
function markedText({ rows, terms }: Plan): string {
  const texts = rows
    .flatMap(judgedOf<Judged>)
    .filter(
      ({ target }) =>
        traitsOf(target).direction?.asksSize === true && traitsOf(target).direction?.size === null,
    )
    .map(({ target }) => `“${target.text}”`);
  return texts.length === 0
    ? ""
    : `${terms.named}对${[...new Set(texts)].join("")}未规定幅度，优于基期即按符合要求判定。`;
}

function roundingText({ rounding }: Method): string {
  const rule = rounding === "halfUp" ? "四舍五入" : "四舍六入五成双（GB/T 8170—2008）";
  const nearly = POINT_NAMES.map((points) => `${NEARLY_LEVEL.toFixed()}个${points}`);
  return (
    `数值按${rule}一次修约后显示，同一指标各年小数位数一致；按规定位数显示会与判定结果不符的，增加小数位数。` +
    `增减量按显示值计算；小数不超过${counted(FINE_DECIMALS - 1)}位的指标，增减不超过${nearly.join("或")}的，表述为基本持平，据以判定方向的照写增减量。`
  );
}
