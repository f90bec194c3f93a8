import { traitsOf } from "../../plan/target-kinds.js";
import { unitOf } from "../../terms/unit.js";
import type { ScoredIndicator } from "../../score/scorecard.js";

/** 为; for a row judged site by site, which site its figure is: 最低的镇街为, 最少的机构为. */
export function copulaOf({ groups, indicator }: ScoredIndicator): string {
  const { better, sites } = traitsOf(indicator.target);
  if (groups === null || sites === null) return "为";
  const rate = unitOf(indicator.unit).kind === "rate";
  const worst = better === "down" ? (rate ? "最高" : "最多") : rate ? "最低" : "最少";
  return `${worst}的${sites.grouping}为`;
}
