import type { Rate, ScoredRow, Tally } from "../../score/scorecard.js";
import { STATUS } from "../../terms/status.js";
import type { Matter } from "../row-facts.js";
import { standingOf } from "../words/standing.js";
import { tallyText } from "../words/labels.js";
import { counted, nameList, sentence } from "../words/wording.js";
import { isLastYear } from "../../plan/period.js";
import { fraction, RATE_NAMES, RATES, type RateEntry } from "../../score/rates.js";

/** 导语: basis, domains, results, rates, and the binding rows that are not met or missing. */
export function leadOf(matter: Matter): string[] {
  return [basis(matter), resultsText(matter), ratesText(matter), bindingText(matter)].filter(
    (text) => text !== "",
  );
}

function basis({ scorecard }: Matter): string {
  const { plan, year } = scorecard;
  const { document, domains } = plan;
  const issued = document.number === "" ? "" : `${document.number}，`;
  const fields = `${domains.map(({ name }) => name).join("、")}${counted(domains.length)}个领域`;
  return (
    `根据《${plan.title}》（${issued}以下简称《规划》）关于年度监测的要求，` +
    `${plan.issuers.annual}汇总整理各有关部门报送的数据，从${fields}，` +
    `对《规划》主要指标${year}年的进展情况进行了统计监测。现将监测结果报告如下。`
  );
}

/** How many rows there are, and how many have each status. */
export function resultsText({ scorecard }: Matter): string {
  const { plan, year, tally } = scorecard;
  const numbered = new Set(plan.rows.map(({ number }) => number)).size;
  const split = numbered === tally.total ? "" : `（按监测口径分列为${tally.total}项）`;
  const counts = tallyText(tally, isLastYear({ plan, year }));
  return `监测结果显示：《规划》主要指标${numbered}项${split}中，${year}年${counts}。`;
}

/** The rates, each n/N with its denominator in words; one without a denominator is not told. */
export function ratesText({ scorecard }: Matter): string {
  const final = isLastYear(scorecard);
  const told = RATE_NAMES.filter((name) => scorecard.rates[name].of > 0);
  return told.length === 0
    ? ""
    : `${told.map((name) => rateText(RATES[name], scorecard.rates[name], final)).join("；")}。`;
}

/** 有明确目标且可判定的38项指标中，达标20项，达标率为20/38 */
function rateText({ overMany, aside, counted, is }: RateEntry, rate: Rate, final: boolean): string {
  return `${overMany}${rate.of}项指标${aside}中，${counted(final)}${rate.n}项，${is}${fraction(rate)}`;
}

/** 约束性 apart from 预期性; every binding row that is not met or missing is named. */
export function bindingText(matter: Matter): string {
  const { plan, year, byNature, rows } = matter.scorecard;
  const final = isLastYear({ plan, year });
  const parts = [
    natureText("约束性", byNature.binding, final),
    natureText("预期性", byNature.anticipated, final),
  ];
  const counts = parts.filter((part) => part !== "").join("；");
  const binding = rows.filter(({ row }) => row.nature === "binding");
  const named = [bindingUnmet(binding, matter), bindingMissing(binding)].map((clause) => sentence([clause]));
  return counts === "" ? "" : `${counts}。${named.join("")}`;
}

function natureText(name: string, tally: Tally, final: boolean): string {
  return tally.total === 0 ? "" : `${name}指标${tally.total}项，其中${tallyText(tally, final)}`;
}

/** 约束性指标中，孕产妇死亡率为13.3/10万（达标困难，距2030年目标值（＜8/10万）还差5.3/10万） */
function bindingUnmet(binding: readonly ScoredRow[], { scorecard }: Matter): string {
  const behind = binding.filter(({ status }) => STATUS[status].behind);
  if (behind.length === 0) return "";
  return `约束性指标中，需要重点关注的有：${behind.map((row) => standingOf(row, scorecard)).join("；")}`;
}

function bindingMissing(binding: readonly ScoredRow[]): string {
  const missing = binding.filter(({ status }) => status === "noData").map(({ row }) => row.name);
  return missing.length === 0 ? "" : `约束性指标中缺项的有：${nameList(missing)}`;
}
