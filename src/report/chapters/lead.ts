import type { Plan } from "../../plan/plan.js";
import type { Rate, Rates, Scorecard } from "../../score/scorecard.js";
import { statusName } from "../../terms/status.js";
import { bindingText } from "./binding.js";
import type { Matter } from "../row-facts.js";
import { sincePublished } from "./since-published.js";
import { tallied } from "../words/labels.js";
import { percentOf } from "../words/percent.js";
import { verdictClause } from "../words/verdict.js";
import { nameList, sentence } from "../words/wording.js";
import { isLastYear } from "../../plan/period.js";
import { citing } from "../charts/cited.js";
import type { Passage } from "../numbering/passage.js";
import type { UnnumberedChart } from "../numbering/unnumbered.js";
import { LEVELS } from "../../score/higher-targets.js";
import { RATES } from "../../score/rates.js";

/** 导语: basis, context, verdict, domains, rates, and the binding rows that are not met or missing. */
export function leadOf(matter: Matter, chart: UnnumberedChart): Passage[] {
  const { scorecard } = matter;
  return [
    `${basis(scorecard)}${contextText(matter)}现将监测结果报告如下。`,
    citing(`监测结果显示，${verdictText(scorecard)}${domainsText(scorecard)}`, [chart], "table:indicators"),
    `${ratesText(scorecard)}${bindingText(scorecard)}`,
    sincePublished(matter),
  ].filter((text) => text !== "");
}

function basis({ plan, year }: Scorecard): string {
  const { document } = plan;
  const issued = document.number === "" ? "" : `${document.number}，`;
  return (
    `根据《${plan.title}》（${issued}以下简称${plan.terms.named}）关于年度监测的要求，` +
    `${plan.issuers.annual}汇总整理各有关部门报送的数据，` +
    `对${plan.terms.named}主要指标${year}年的进展情况进行了统计监测。`
  );
}

/** 2025年末，全区常住人口114.9万人，其中女性56.8万人；全年出生人口6236人（数据来源：…）。 "" where the manifest says nothing. */
function contextText({ scorecard, dataset }: Matter): string {
  const { population, women, births, source } = dataset.manifest.context;
  const clauses = [
    population === "" ? "" : `常住人口${population}`,
    women === "" ? "" : `${population === "" ? "" : "其中"}女性人口${women}`,
    births === "" ? "" : `全年出生人口${births}`,
  ].filter((clause) => clause !== "");
  if (clauses.length === 0) return "";
  const from = source === "" ? "" : `（${source}）`;
  return `${scorecard.year}年，${scorecard.plan.region}${clauses.join("，")}${from}。`;
}

/** 《规划》实施总体进展良好。46项主要指标（按监测口径分列为49项）中，已达标13项，…。 */
export function verdictText(scorecard: Scorecard): string {
  const { plan, tally } = scorecard;
  const final = isLastYear(scorecard);
  const numbered = numberedRows(plan);
  const split = numbered === tally.total ? "" : `（按监测口径${splitText(plan)}）`;
  return `${sentence([verdictClause(scorecard)])}${plan.terms.named}${numbered}项主要指标${split}${tallied(tally, final, "中，")}。`;
}

/** How many rows the plan numbers. */
export function numberedRows({ rows }: Pick<Plan, "rows">): number {
  return new Set(rows.map(({ number }) => number)).size;
}

/** 分列为41项: of rows some of which are told in several lines; "" where none is. */
export function splitText(plan: Pick<Plan, "rows">): string {
  return numberedRows(plan) === plan.rows.length ? "" : `分列为${plan.rows.length}项`;
}

/** 分领域看，可评价指标中已达标或预期可达标的，…11项中7项，…；…全部达标或预期可达标；…没有: each domain in a clause. */
function domainsText(scorecard: Scorecard): string {
  const { plan, byDomain } = scorecard;
  const { counted: what, title } = RATES.onCourse;
  const final = isLastYear(scorecard);
  const told = plan.domains.flatMap(({ id, name }) => {
    const tally = byDomain.find(({ domain }) => domain === id)?.tally;
    if (tally === undefined || tally.assessable === 0) return [];
    return [{ name, n: tally.achieved + tally.onTrack, of: tally.assessable }];
  });
  const namesOf = (held: typeof told): string => nameList(held.map(({ name }) => name));
  const fullText = (held: typeof told): string => held.map(({ name, of }) => `${name}${of}项`).join("、");
  const full = told.filter(({ n, of }) => n === of);
  const some = told.filter(({ n, of }) => n > 0 && n < of);
  const none = told.filter(({ n }) => n === 0);
  // What is so of all of them the rates say.
  if (full.length + some.length === 0 || plan.domains.length === 1) return "";
  const allSaid = `${full.length === 1 && full[0]?.of === 1 ? "" : "全部"}${final ? "实现目标" : title(final)}`;
  if (full.length === plan.domains.length) return `各领域可评价的指标${allSaid}。`;
  const shares = some.map(({ name, n, of }) => `${name}${of}项中${n}项`).join("，");
  const clauses = [
    shares === "" ? "" : `可评价指标中${what(final)}的，${shares}`,
    full.length === 0 ? "" : `${shares === "" ? "可评价的指标中，" : ""}${fullText(full)}${allSaid}`,
    none.length === 0 ? "" : `${namesOf(none)}没有${shares === "" ? `${what(final)}的` : ""}`,
  ];
  return `分领域看，${clauses.filter((clause) => clause !== "").join("；")}。`;
}

/** 可评价指标中，已达标或预期可达标的占65.8%（25/38）；其中有明确目标的，达标率为56.5%（13/23）。 */
export function ratesText({ rates, ...scorecard }: Scorecard): string {
  const final = isLastYear(scorecard);
  const { onCourse, achievement } = rates;
  const said = [onCourse, achievement, ...scorecard.ratesByLevel.map(({ rate }) => rate)];
  return onCourse.of === 0 ? "" : `${shareSaid(rates, final, said)}。${levelsText(scorecard, said)}`;
}

/** 可评价指标中，已达标或预期可达标的占65.8%（25/38）; what is so of none, and of the only one, needs no share. */
function shareSaid(rates: Rates, final: boolean, said: readonly Rate[]): string {
  const { onCourse, achievement } = rates;
  const all = `可评价的${onCourse.of}项指标`;
  if (onCourse.n === 0) return `${all}${noneSaid(onCourse, final)}`;
  if (onCourse.of === 1)
    return `${all}${final ? "已实现目标" : statusName(achievement.n === 1 ? "achieved" : "onTrack", final)}`;
  // The share in brackets has both numbers: neither is said before it.
  return isOneRate(rates)
    ? `可评价指标均有明确目标，${explicitShare(rates, said)}`
    : `可评价指标中，${RATES.onCourse.counted(final)}的占${shareText(onCourse, said)}${explicitText(rates, final, said)}`;
}

/** 均未达标，也没有预期可达标的: of rows none of which is met or on its way. */
export function noneSaid({ of }: Rate, final: boolean): string {
  const each = of === 1 ? "" : "均";
  if (final) return `${each}未完全实现目标`;
  return of === 1 ? "未达标" : `${each}未达标，也没有${statusName("onTrack", final)}的`;
}

/** All rows have a figure to reach, and none is only on its way: the two rates say the same. */
export function isOneRate({ onCourse, achievement }: Rates): boolean {
  return achievement.of === onCourse.of && achievement.n === onCourse.n;
}

/** 已达标或预期可达标25项; 没有已达标或预期可达标的 for none. */
export function countText({ n }: Rate, what: string): string {
  return n === 0 ? `没有${what}的` : `${what}${n}项`;
}

/** ；其中有明确目标的，达标率为56.5%（13/23）; "" where no row that can be judged has one. */
function explicitText(rates: Rates, final: boolean, said: readonly Rate[]): string {
  const { onCourse, achievement } = rates;
  if (achievement.of === 0) return "";
  const whole = achievement.of === onCourse.of;
  if (achievement.n > 0)
    return `；${whole ? "这些指标均有明确目标" : "其中有明确目标的"}，${explicitShare(rates, said)}`;
  const none = `${achievement.of === 1 ? "" : "均"}未${final ? "完全实现目标" : "达标"}`;
  return `；${whole ? "这些指标均有明确目标" : `其中有明确目标的${achievement.of}项`}，${none}`;
}

function explicitShare({ achievement }: Rates, said: readonly Rate[]): string {
  return `${RATES.achievement.is}${shareText(achievement, said)}`;
}

/** By what the plans above ask; "" where the plan file names none of their targets. */
function levelsText({ ratesByLevel }: Pick<Scorecard, "ratesByLevel">, said: readonly Rate[]): string {
  const told = ratesByLevel.map(
    ({ level, rate }) =>
      `按${LEVELS[level].name}评价的${rate.of}项，${RATES.achievement.is}${shareText(rate, said)}`,
  );
  return told.length === 0 ? "" : `另外，${told.join("；")}。`;
}

/** 65.8%（25/38）; 100.0%（1/1） beside 50.0%（2/4）, and 100%（1/1） alone or beside its like. */
export function shareText(rate: Rate, beside: readonly Rate[] = []): string {
  return `${percentOf(rate, beside)}（${rate.n}/${rate.of}）`;
}
