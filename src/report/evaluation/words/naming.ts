import type { Scorecard } from "../../../score/scorecard.js";
import { signatory, type Naming } from "../../chapters/cover.js";
import type { EvaluationKind } from "../context.js";

const NAMES: Readonly<Record<EvaluationKind, string>> = { midterm: "中期评估", final: "终期评估" };

/** 中期评估 or 终期评估. */
export function evaluationName(kind: EvaluationKind): string {
  return NAMES[kind];
}

/** （2021—2025年）: the years evaluated. */
export function spanText({ plan, year }: Pick<Scorecard, "plan" | "year">): string {
  return year === plan.period.start ? `${year}年` : `${plan.period.start}—${year}年`;
}

/** 永川区妇女发展规划中期评估报告（2021—2025年） and the names that go with it. */
export function evaluationNaming(kind: EvaluationKind, scorecard: Scorecard): Naming {
  const { plan } = scorecard;
  const name = evaluationName(kind);
  const span = `（${spanText(scorecard)}）`;
  return {
    title: evaluationTitleLines(kind, scorecard).join(""),
    tables: `${plan.shortTitle}${name}数据报表${span}`,
    coverLines: [plan.shortTitle, `${name}报告`],
    subtitle: span,
    work: name,
    keyword: name,
    issuer: signatory(plan.issuers[kind]),
  };
}

export function evaluationTitleLines(kind: EvaluationKind, scorecard: Scorecard): string[] {
  return [scorecard.plan.shortTitle, `${evaluationName(kind)}报告（${spanText(scorecard)}）`];
}
