import type { RateEvidence, ScoredIndicator } from "../../score/scorecard.js";
import { paragraph } from "../blocks.js";
import { listTable, type ListColumn } from "../list-table.js";
import type { Block } from "../model.js";
import { figure, NOT_APPLICABLE, type Scale } from "../words/number.js";
import { factsOf, type Matter } from "../row-facts.js";

interface Rated {
  scored: ScoredIndicator;
  rate: RateEvidence;
  scale: Scale;
}

const COLUMNS: readonly ListColumn<Rated>[] = [
  { head: "编号", weight: 8, align: "centre", text: ({ scored }) => scored.id },
  { head: "指标名称", weight: 26, align: "left", text: ({ scored }) => scored.indicator.name },
  { head: "单位", weight: 8, align: "centre", text: ({ scored }) => scored.indicator.unit || NOT_APPLICABLE },
  { head: "分子", weight: 9, align: "right", text: ({ rate }) => rate.numerator.value.toFixed() },
  { head: "分母", weight: 11, align: "right", text: ({ rate }) => rate.denominator.value.toFixed() },
  { head: "重算值", weight: 11, align: "right", text: ({ rate, scale }) => figure(scale, rate.rate) },
  {
    head: "95%置信区间",
    weight: 20,
    align: "centre",
    text: ({ rate, scale }) => intervalText(rate.interval, scale),
  },
  { head: "三年合并", weight: 28, align: "centre", text: pooledText },
];

/** Rates with numerator and denominator: the exact interval, and the pooled rate of three years. */
export function intervalBlocks({ scorecard }: Matter, number: string): Block[] {
  const { plan } = scorecard;
  const rated = scorecard.rows
    .flatMap((row): ScoredIndicator[] => [row, ...row.parts])
    .flatMap((scored) =>
      scored.rate === null ? [] : { scored, rate: scored.rate, scale: factsOf(scored, plan).scale },
    );
  if (rated.length === 0) return [];
  return [
    paragraph(
      `报送了分子、分母的比率，按泊松分布计算95%精确置信区间；分子少于${plan.method.smallNumbers}的，年度间波动较大，` +
        `宜结合三年合并数据判断。`,
    ),
    listTable({ number, title: "比率的置信区间" }, COLUMNS, rated),
  ];
}

function intervalText({ low, high }: RateEvidence["interval"], scale: Scale): string {
  return `${figure(scale, low)}—${figure(scale, high)}`;
}

function pooledText({ rate: { pooled }, scale }: Rated): string {
  if (pooled === null) return NOT_APPLICABLE;
  const { years, rate, interval } = pooled;
  return `${years[0]}—${years.at(-1)}年${figure(scale, rate)}（${intervalText(interval, scale)}）`;
}
