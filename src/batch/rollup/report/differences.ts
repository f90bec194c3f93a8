import { paragraph, tableBlock } from "../../../report/blocks.js";
import { labelOf, passage } from "../../../report/numbering/passage.js";
import { chapter, type Part, type UnnumberedTable } from "../../../report/numbering/unnumbered.js";
import { countCell } from "../../../report/tables/cells.js";
import { tableOf, type Column } from "../../../report/tables/table.js";
import { NOT_APPLICABLE } from "../../../report/words/number.js";
import type { Standing } from "../statistics/chance.js";
import { indicatorsOf, type Rollup, type ToldIndicator } from "../rollup.js";
import { basisText, figureOrNone } from "./figures.js";
import type { RollupMatter } from "./matter.js";

/** 区域差距: which districts differ from all together by more than chance, and in what nothing can be said. */
export function differencesPart(matter: RollupMatter): Part {
  const { rollup, context } = matter;
  const all = indicatorsOf(rollup);
  const compared = all.filter(({ comparison }) => comparison !== null);
  const differing = compared.filter(({ apart }) => apart.length > 0);
  const rest = all.filter(({ comparison, spread }) => comparison === null && spread !== null);
  if (compared.length === 0) {
    const none = passage`各项指标均没有足够的分子、分母，不能检验${context.sites}间的差异是否超出偶然波动，因此不作排位；中位数和最低、最高值见${labelOf("annex:data")}。`;
    return chapter("differences", "区域差距", [paragraph(none)]);
  }
  return chapter("differences", "区域差距", [
    paragraph(foundText(compared, differing, matter)),
    ...(differing.length === 0 ? [] : [tableBlock(differenceTable(differing, matter))]),
    ...(rest.length === 0
      ? []
      : [
          paragraph(
            passage`另有${rest.length}项指标没有分子、分母，或者不是可以检验的比率，只列中位数和最低、最高值（见${labelOf("annex:data")}），不作排位。`,
          ),
        ]),
  ]);
}

function foundText(
  compared: readonly ToldIndicator[],
  differing: readonly ToldIndicator[],
  { context }: RollupMatter,
) {
  const opening = `${compared.length}项指标报有分子、分母，可以检验各${context.sites}与${context.area}合计的差异是否超出偶然波动。`;
  const same = compared.length - differing.length;
  const cases = differing.reduce((sum, { apart }) => sum + apart.length, 0);
  if (differing.length === 0) {
    return passage`${opening}检验结果，各${context.sites}的高低均未超出偶然波动的范围，不作排位。检验方法见${labelOf("annex:method")}。`;
  }
  const others = same === 0 ? "" : `其余${same}项各${context.sites}的高低没有超出偶然波动的范围，不作排位。`;
  return passage`${opening}检验结果，${differing.length}项有${context.sites}与合计不同，共${cases}处（见${labelOf("table:differences")}）；${others}检验方法见${labelOf("annex:method")}。`;
}

const MOST_NAMED = 6;

/** Names of districts apart on one side, in the order of their codes; — for none. */
function namesOn(side: Standing["side"], { apart }: ToldIndicator, { districts }: Rollup): string {
  const names = apart
    .filter((each) => each.side === side)
    .map(({ district }) => districts[district]?.name ?? "");
  if (names.length === 0) return NOT_APPLICABLE;
  if (names.length <= MOST_NAMED) return names.join("、");
  return `${names.slice(0, MOST_NAMED).join("、")}等${names.length}个`;
}

function differenceTable(rows: readonly ToldIndicator[], { rollup, context }: RollupMatter): UnnumberedTable {
  const { plan, year } = rollup;
  const columns: Column<ToldIndicator>[] = [
    { head: "指标名称", width: 22, align: "left", cell: ({ indicator }) => indicator.name },
    {
      head: "年份",
      width: 11,
      align: "centre",
      cell: ({ comparison }) => (comparison === null ? NOT_APPLICABLE : basisText(comparison, year)),
    },
    {
      head: "合计数",
      width: 10,
      align: "right",
      cell: ({ comparison, summed, pooledAll, indicator }) =>
        figureOrNone((comparison?.basis === "pooled" ? pooledAll : summed)?.rate ?? null, indicator, plan),
    },
    {
      head: `比较${context.sites}`,
      width: 8,
      align: "right",
      cell: ({ comparison }) => countCell(comparison?.districts.length ?? 0),
    },
    {
      head: [`不同于合计的${context.sites}`, "偏高"],
      width: 25,
      align: "left",
      cell: (told) => namesOn("higher", told, rollup),
    },
    {
      head: [`不同于合计的${context.sites}`, "偏低"],
      width: 25,
      align: "left",
      cell: (told) => namesOn("lower", told, rollup),
    },
  ];
  return tableOf(
    {
      id: "differences",
      title: `与合计的差异超出偶然波动的${context.sites}`,
      notes: [`${context.sites}按行政区划代码排列，不是排名；全部名单见汇总数据。`],
    },
    columns,
    rows,
  );
}
