import type { ScoredRow, Scorecard } from "../../score/scorecard.js";
import { STATUS, WORST_FIRST } from "../../terms/status.js";
import { factsOf, isJudged } from "../row-facts.js";
import { alikeSaid, statusSaid, tallied } from "../words/labels.js";
import { joined } from "../words/rules/rule-words.js";
import { bracketedFigure } from "../words/standing.js";
import { nameList, sentence } from "../words/wording.js";
import { isLastYear } from "../../plan/period.js";
import { RATES } from "../../score/rates.js";

/** 约束性指标5项，…；其中孕产妇死亡率（16.04/10万）达标困难，需重点关注。 "" for a plan without binding rows. */
export function bindingText(scorecard: Scorecard): string {
  const { byNature, rows } = scorecard;
  const { total, assessable, achieved, onTrack } = byNature.binding;
  if (total === 0) return "";
  const final = isLastYear(scorecard);
  const binding = rows.filter(({ row }) => row.nature === "binding");
  const [status, ...others] = new Set(binding.map((row) => row.status));
  if (status !== undefined && others.length === 0 && STATUS[status].behind) {
    const named = withFigures(binding, scorecard);
    return total === 1
      ? sentence([`约束性指标${named}${statusSaid(status, final)}`, attention(final)])
      : sentence([`${named}${total}项约束性指标${alikeSaid(status, final)}`, attention(final)]);
  }
  const told = [...concernText(binding, scorecard), ...missingText(binding, scorecard)];
  const all = assessable === total && achieved + onTrack === total;
  if (all)
    return `${total}项约束性指标${total === 1 ? "" : "全部"}${final ? "实现目标" : RATES.onCourse.title(final)}。`;
  if (byNature.binding.noData === total) {
    const names = nameList(binding.map(({ row }) => row.name));
    const named = total === 1 ? `约束性指标${names}` : `约束性指标${total}项（${names}）均`;
    return `${named}缺${scorecard.year}年数据。`;
  }
  return sentence([[`约束性指标${total}项${tallied(byNature.binding, final, "中，")}`, ...told].join("；")]);
}

/** When the plan has ended nothing can be attended to within it. */
function attention(final: boolean): string {
  return final ? "" : "需要重点关注";
}

/** Binding rows that are behind or in the alarm: each with its figure and its status. */
function concernText(binding: readonly ScoredRow[], scorecard: Scorecard): string[] {
  const final = isLastYear(scorecard);
  const concerned = binding.filter(
    ({ status, alert }) =>
      STATUS[status].behind || (status !== "noData" && (alert === "red" || alert === "orange")),
  );
  if (concerned.length === 0) return [];
  const told = WORST_FIRST.map((status) => ({
    held: concerned.filter((row) => row.status === status),
    said: statusSaid(status, final),
  }))
    .filter(({ held }) => held.length > 0)
    .map(({ held, said }) => `${withFigures(held, scorecard)}${said}`);
  return [joined(...told, attention(final))];
}

/** 孕产妇死亡率（16.04/10万，1例）、12岁儿童龋患率（33.24%） */
function withFigures(rows: readonly ScoredRow[], scorecard: Scorecard): string {
  return rows.map((row) => `${row.row.name}${bracketed(row, scorecard)}`).join("、");
}

function bracketed(row: ScoredRow, { plan }: Scorecard): string {
  const facts = factsOf(row, plan);
  if (!isJudged(facts)) return "";
  return `（${bracketedFigure(facts)}）`;
}

function missingText(binding: readonly ScoredRow[], { year }: Scorecard): string[] {
  const missing = binding.filter(({ status }) => status === "noData").map(({ row }) => row.name);
  return missing.length === 0 ? [] : [`${nameList(missing)}缺${year}年数据`];
}
