import type { ScoreLine } from "../report/exports/score-rows.js";
import type { Scorecard } from "../score/scorecard.js";
import { csvOf, type ListColumn } from "./list.js";

interface CardLine {
  line: ScoreLine;
  scorecard: Scorecard;
}

const COLUMNS: readonly ListColumn<CardLine>[] = [
  { head: "规划", cell: ({ scorecard }) => scorecard.plan.shortTitle },
  { head: "年份", cell: ({ scorecard }) => scorecard.year },
  { head: "编号", cell: ({ line }) => line.id },
  { head: "领域", cell: ({ line }) => line.domain },
  { head: "指标名称", cell: ({ line }) => line.name },
  { head: "计量单位", cell: ({ line }) => line.unit },
  { head: "属性", cell: ({ line }) => line.nature },
  { head: "目标", cell: ({ line }) => line.target },
  { head: "基期", cell: ({ line }) => line.baseline },
  { head: "上年", cell: ({ line }) => line.previous },
  { head: "本年", cell: ({ line }) => line.value },
  { head: "状态", cell: ({ line }) => line.status },
  { head: "预警", cell: ({ line }) => line.alert },
  { head: "标注", cell: ({ line }) => line.flags },
  { head: "判定依据", cell: ({ line }) => line.reason },
];

/** The scorecards as one list. */
export function scoreCsv(scored: readonly { scorecard: Scorecard; lines: readonly ScoreLine[] }[]): string {
  return csvOf(
    COLUMNS,
    scored.flatMap(({ scorecard, lines }) => lines.map((line) => ({ line, scorecard }))),
  );
}
