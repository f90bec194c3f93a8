import type { RateEvidence, ScoredIndicator } from "../../score/scorecard.js";
import { paragraph, tableBlock } from "../blocks.js";
import { namingColumns, unitColumn } from "../tables/columns.js";
import { tableOf, type Column } from "../tables/table.js";
import type { UnnumberedBlock } from "../numbering/unnumbered.js";
import { figure, NOT_APPLICABLE, type Scale } from "../words/number.js";
import { factsOf, rowsAndParts, type Matter } from "../row-facts.js";

interface Rated {
  scored: ScoredIndicator;
  rate: RateEvidence;
  scale: Scale;
}

const indicatorOf = ({ scored }: Rated) => scored.indicator;

const COLUMNS: readonly Column<Rated>[] = [
  ...namingColumns({ id: 8, name: 26 }, indicatorOf),
  unitColumn(8, indicatorOf),
  { head: "分子", width: 9, align: "right", cell: ({ rate }) => rate.numerator.value.toFixed() },
  { head: "分母", width: 11, align: "right", cell: ({ rate }) => rate.denominator.value.toFixed() },
  { head: "重算值", width: 11, align: "right", cell: ({ rate, scale }) => figure(scale, rate.rate) },
  {
    head: "95%置信区间",
    width: 20,
    align: "centre",
    cell: ({ rate, scale }) => intervalText(rate.interval, scale),
  },
  { head: "三年合并", width: 28, align: "centre", cell: pooledText },
];

/** Rates with numerator and denominator: the exact interval, and the pooled rate of three years. */
export function intervalBlocks({ scorecard }: Matter): UnnumberedBlock[] {
  const { plan } = scorecard;
  const rated = rowsAndParts(scorecard).flatMap((scored) =>
    scored.rate === null ? [] : { scored, rate: scored.rate, scale: factsOf(scored, plan).scale },
  );
  if (rated.length === 0) return [];
  return [
    paragraph(
      `报送了分子、分母的比率，按泊松分布计算95%精确置信区间；分子少于${plan.method.smallNumbers}的，年度间波动较大，` +
        `宜结合三年合并数据判断。`,
    ),
    tableBlock(tableOf({ id: "intervals", title: "比率的置信区间" }, COLUMNS, rated)),
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
