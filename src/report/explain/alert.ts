import type { ScoredIndicator, ScoredRow } from "../../score/scorecard.js";
import { natureName } from "../words/labels.js";
import { figure } from "../words/number.js";
import { factsOf, toldOf, type RowFacts } from "../row-facts.js";
import { worseningOf } from "../words/worsening.js";
import type { Line } from "./explanation.js";
import { intervalText } from "./rate.js";
import { ALERT } from "../../terms/alert.js";
import { FLAG_NAMES } from "../../terms/flag.js";
import { STATUS, statusName } from "../../terms/status.js";

/** 预警: its level, the clause that called it, and why it was held at yellow. */
export function alertLines(row: ScoredRow, facts: RowFacts): Line[] {
  if (row.alert === null) return [];
  const causes = causesOf(row, facts.final);
  const told = natureName(row.row.nature);
  return [
    { label: "等级", text: `${ALERT[row.alert].name}预警` },
    { label: "条件", text: `${told === "" ? "" : `${told}指标，`}${causes.join("，")}` },
    ...capLine(row, facts),
  ];
}

/** The clauses that hold; for a compound row, with the part that they hold for. */
function causesOf(row: ScoredRow, final: boolean): string[] {
  const told = toldOf(row).filter((scored) => scored === row || scored.status !== "noData");
  return told.flatMap((scored) => {
    const name = scored === row ? "" : scored.id;
    return clausesOf(scored, final).map((clause) => `${name}${clause}`);
  });
}

function clausesOf(scored: ScoredIndicator, final: boolean): string[] {
  const { status, flags } = scored;
  return [
    STATUS[status].behind || status === "noData" ? `状态为“${statusName(status, final)}”` : "",
    flags.includes("fellBack") ? FLAG_NAMES.fellBack : "",
    worseningOf(scored),
  ].filter((clause) => clause !== "");
}

function capLine(row: ScoredRow, { plan }: RowFacts): Line[] {
  if (row.alertCap === null) return [];
  const level = row.row.nature === "binding" && isFailing(row) ? ALERT.red.name : ALERT.orange.name;
  return [
    { label: "降级", text: `本应为${level}，${CAPS[row.alertCap](row, plan)}，以${ALERT.yellow.name}为限` },
  ];
}

/** What would have called for red in a binding row, for orange in another. */
function isFailing(row: ScoredRow): boolean {
  return [row, ...row.parts].some(
    ({ status, flags }) => status === "offTrack" || status === "notAchieved" || flags.includes("fellBack"),
  );
}

const CAPS: Record<NonNullable<ScoredRow["alertCap"]>, (row: ScoredRow, plan: RowFacts["plan"]) => string> = {
  doubtfulBaseline: () => "因状态依据存疑的基期得出",
  interval: (row, plan) => {
    const scored = [row, ...row.parts].find(({ rate }) => rate !== null);
    if (scored?.rate == null || scored.goal === null) return "因95%置信区间仍包含目标值";
    const { scale } = factsOf(scored, plan);
    const target = scored.goal.high ?? scored.goal.low;
    const bound = target === null ? "" : figure({ ...scale, decimals: target.decimalPlaces() }, target);
    return `因95%置信区间${intervalText(scored.rate.interval, scale)}仍包含目标值${bound}，尚不能断定未达标`;
  },
};
