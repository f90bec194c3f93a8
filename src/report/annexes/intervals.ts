import { labelOf, passage } from "../numbering/passage.js";
import type { RateEvidence, ScoredIndicator } from "../../score/scorecard.js";
import { headedParagraphs, tableBlock } from "../blocks.js";
import { namingColumns, unitColumn } from "../tables/columns.js";
import { tableOf, type Column } from "../tables/table.js";
import type { UnnumberedBlock } from "../numbering/unnumbered.js";
import { NOT_APPLICABLE, plain, type Scale } from "../words/number.js";
import { factsOf, rowsAndParts, type Matter } from "../row-facts.js";

interface Rated {
  scored: ScoredIndicator;
  rate: RateEvidence;
  scale: Scale;
}

type Pooled = NonNullable<RateEvidence["pooled"]>;

const indicatorOf = ({ scored }: Rated) => scored.indicator;

/** Figures without their unit, which has a column of its own. */
function columnsOf(rated: readonly Rated[]): Column<Rated>[] {
  const spans = [
    ...new Set(rated.flatMap(({ rate: { pooled } }) => (pooled === null ? [] : spanOf(pooled)))),
  ];
  const [only, ...others] = spans;
  const pooledHead = only === undefined || others.length > 0 ? "三年合并" : `${only}合并`;
  return [
    ...namingColumns({ id: 8, name: 23 }, indicatorOf),
    unitColumn(8, indicatorOf),
    { head: "分子", width: 7, align: "right", cell: ({ rate }) => rate.numerator.value.toFixed() },
    { head: "分母", width: 9, align: "right", cell: ({ rate }) => rate.denominator.value.toFixed() },
    { head: "重算值", width: 9, align: "right", cell: ({ rate, scale }) => plain(scale, rate.rate) },
    {
      head: "95%置信区间",
      width: 17,
      align: "centre",
      cell: ({ rate, scale }) => intervalText(rate.interval, scale),
    },
    {
      head: [pooledHead, "比率"],
      width: 12,
      align: "right",
      cell: (row) => pooledCell(row, others.length > 0),
    },
    {
      head: [pooledHead, "95%置信区间"],
      width: 17,
      align: "centre",
      cell: ({ rate: { pooled }, scale }) =>
        pooled === null ? NOT_APPLICABLE : intervalText(pooled.interval, scale),
    },
  ];
}

/** Rates with numerator and denominator: the exact interval, and the pooled rate of three years. */
export function intervalBlocks({ scorecard }: Matter): UnnumberedBlock[] {
  const { plan } = scorecard;
  const rated = rowsAndParts(scorecard).flatMap((scored) =>
    scored.rate === null ? [] : { scored, rate: scored.rate, scale: factsOf(scored, plan).scale },
  );
  if (rated.length === 0) return [];
  return [
    ...headedParagraphs([
      {
        heading: "置信区间",
        text: passage`各比率的分子、分母、重算值和置信区间列于${labelOf("table:intervals")}；分子少于${plan.method.smallNumbers}的，宜结合三年合并数据判断。`,
      },
    ]),
    tableBlock(tableOf({ id: "intervals", title: "比率的置信区间" }, columnsOf(rated), rated)),
  ];
}

function intervalText({ low, high }: RateEvidence["interval"], scale: Scale): string {
  return `${plain(scale, low)}—${plain(scale, high)}`;
}

/** 2023—2025年 */
function spanOf({ years }: Pooled): string {
  return `${years[0]}—${years.at(-1)}年`;
}

/** The pooled rate; with its years where they are not the same of all rows. */
function pooledCell({ rate: { pooled }, scale }: Rated, dated: boolean): string {
  if (pooled === null) return NOT_APPLICABLE;
  const rate = plain(scale, pooled.rate);
  return dated ? `${rate}（${spanOf(pooled)}）` : rate;
}
