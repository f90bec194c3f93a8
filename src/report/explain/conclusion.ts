import type { Rule, ScoredRow } from "../../score/scorecard.js";
import type { RowFacts } from "../row-facts.js";
import { exact } from "./formula.js";
import { statusName } from "../../terms/status.js";

/** The clause of the method that the steps lead to. One entry per rule of judgement. */
const CONCLUSIONS: Record<Rule, (facts: RowFacts) => string> = {
  noValue: ({ scored }) => `没有${scored.year}年数据，不以0或往年数据代替`,
  watched: () => "目标只要求保持合理水平，只监测不判定",
  noBaseline: ({ scored }) =>
    scored.status === "observed" ? "没有基期，方向无从比较" : "未符合目标，又没有基期衡量进度",
  noComparator: () => "没有同年对照数据，无从比较",
  met: () => "本年数符合目标",
  pace: paceText,
  lostTarget: () => "基期已符合目标，现在不符合",
  targetIsBaseline: ({ scored }) =>
    scored.gap?.isZero() === true ? "与基期相等，严格的目标还差最后一步" : "比与目标相等的基期更差",
  binaryUnmet: ({ plan }) => `“有或没有”的目标没有中间进度，${plan.period.end}年以前未达到的`,
  better: after("优于基期，符合目标方向"),
  level: ({ scored }) => (scored.flags.includes("atLimit") ? "与基期相等，而且已到上下限" : "与基期相等"),
  worse: after("比基期变差，与目标方向相反"),
  notEveryYear: after("优于基期，但有年份未比上一年变好"),
  belowLastYear: after("不差于基期，但比上年变差"),
  belowMark: after("优于基期，但未到规定的幅度"),
  gapNarrowed: after("未达到对照的要求，差距比基期缩小"),
  gapNotNarrowed: after("未达到对照的要求，差距没有比基期缩小"),
  worstPart,
};

export function conclusionOf(facts: RowFacts): string {
  return CONCLUSIONS[facts.scored.rule](facts);
}

function after(text: string): () => string {
  return () => text;
}

/** In the plan's last year a target that is not met is 基本实现 from the upper cut on, and 未实现 below it. */
function paceText({ scored, plan, final }: RowFacts): string {
  const { onTrack, slow } = plan.method.pace;
  if (final) {
    const side = scored.status === "nearlyAchieved" ? "不低于" : "低于";
    return `期末未达到目标，ρ${side}${exact(onTrack)}`;
  }
  if (scored.status === "onTrack") return `未达到目标，但ρ不低于${exact(onTrack)}`;
  if (scored.status === "slow") return `ρ不低于${exact(slow)}而低于${exact(onTrack)}`;
  return `ρ低于${exact(slow)}`;
}

/** A compound row: each part's status, and the worst of those with data. */
function worstPart({ scored, final }: RowFacts): string {
  const { parts } = scored as ScoredRow;
  const said = parts.map((part) => `${part.id}${statusName(part.status, final)}`).join("，");
  return `${said}；取有数据的各部分中最差的`;
}
