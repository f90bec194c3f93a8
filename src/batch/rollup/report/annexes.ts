import { isLastYear } from "../../../plan/period.js";
import type { Plan } from "../../../plan/plan.js";
import { headedParagraphs, tableBlock } from "../../../report/blocks.js";
import type { UnnumberedAnnex, UnnumberedTable } from "../../../report/numbering/unnumbered.js";
import { countCell } from "../../../report/tables/cells.js";
import { namingColumns, unitColumn } from "../../../report/tables/columns.js";
import { groupedTableOf, type Column } from "../../../report/tables/table.js";
import { NOT_APPLICABLE } from "../../../report/words/number.js";
import { verdictMethod } from "../../../report/words/verdict.js";
import { statusName } from "../../../terms/status.js";
import { presentIn, type Rollup, type RowRollup, type ToldIndicator } from "../rollup.js";
import { countOrNone, figureOrNone, intervalText } from "./figures.js";
import type { RollupMatter } from "./matter.js";

/** 附件1: every indicator over all districts, and how many districts have each status. */
export function dataAnnex(matter: RollupMatter): UnnumberedAnnex {
  return {
    id: "data",
    title: `${matter.rollup.year}年指标汇总表`,
    blocks: [tableBlock(figuresTable(matter)), tableBlock(statusesTable(matter))],
  };
}

function byDomain<Line>(
  { plan, rows }: Rollup,
  linesOf: (row: RowRollup) => readonly Line[],
): { heading: string; rows: Line[] }[] {
  return plan.domains
    .map(({ id, name }) => ({
      heading: name,
      rows: rows.filter(({ row }) => row.domain === id).flatMap(linesOf),
    }))
    .filter((group) => group.rows.length > 0);
}

function figuresTable({ rollup, context }: RollupMatter): UnnumberedTable {
  const { plan, year } = rollup;
  const { sites } = context;
  return groupedTableOf(
    {
      id: "figures",
      title: `${year}年各指标数值汇总`,
      notes: [
        `合计数为分子之和除以分母之和，只含两者俱全且与报送数值相符的${sites}；没有分子、分母的不计算平均数。`,
        "95%区间只对按例数计的比率给出；三年合并为三年分子之和除以三年分母之和。",
      ],
      source: `各${sites}报送数据。`,
    },
    figureColumns(plan, sites),
    byDomain(rollup, ({ indicators }) => indicators),
  );
}

function figureColumns(plan: Plan, sites: string): Column<ToldIndicator>[] {
  const indicatorOf = ({ indicator }: ToldIndicator) => indicator;
  const number = (
    head: Column<ToldIndicator>["head"],
    width: number,
    cell: Column<ToldIndicator>["cell"],
  ): Column<ToldIndicator> => ({ head, width, align: "right", cell });
  return [
    ...namingColumns<ToldIndicator>({ id: 6, name: 22 }, indicatorOf),
    unitColumn<ToldIndicator>(7, indicatorOf),
    { head: "目标", width: 10, align: "centre", cell: ({ indicator }) => indicator.target.text },
    number(["分子、分母合计", "合计数"], 9, ({ summed, indicator }) =>
      figureOrNone(summed?.rate ?? null, indicator, plan),
    ),
    number(["分子、分母合计", "分子"], 10, ({ summed }) => countOrNone(summed?.sum.numerator ?? null)),
    number(["分子、分母合计", "分母"], 11, ({ summed }) => countOrNone(summed?.sum.denominator ?? null)),
    number(["分子、分母合计", `${sites}数`], 7, ({ summed }) =>
      summed === null ? NOT_APPLICABLE : countCell(summed.sum.districts),
    ),
    number(["分子、分母合计", "95%区间"], 14, ({ summed, indicator }) =>
      intervalText(summed, indicator, plan),
    ),
    number(["分子、分母合计", "三年合并"], 9, ({ pooledAll, indicator }) =>
      figureOrNone(pooledAll?.rate ?? null, indicator, plan),
    ),
    number([`各${sites}数值`, "中位数"], 9, ({ spread, indicator }) =>
      figureOrNone(spread?.median ?? null, indicator, plan),
    ),
    number([`各${sites}数值`, "最低"], 9, ({ spread, indicator }) =>
      figureOrNone(spread?.low ?? null, indicator, plan),
    ),
    number([`各${sites}数值`, "最高"], 9, ({ spread, indicator }) =>
      figureOrNone(spread?.high ?? null, indicator, plan),
    ),
    number([`各${sites}数值`, `${sites}数`], 7, ({ reported }) => countCell(reported.length)),
  ];
}

function statusesTable({ rollup, context }: RollupMatter): UnnumberedTable {
  const final = isLastYear(rollup);
  const statuses = presentIn(rollup);
  const columns: Column<RowRollup>[] = [
    ...namingColumns<RowRollup>({ id: 8, name: 34 }, ({ row }) => row),
    ...statuses.map((status): Column<RowRollup> => ({
      head: [`${context.sites}数`, statusName(status, final)],
      width: 10,
      align: "right",
      cell: (row) => countCell(row.statuses[status]),
    })),
    {
      head: ["区别于合计", "95%限外"],
      width: 9,
      align: "right",
      cell: (row) => outsideCell(row, "95"),
    },
    {
      head: ["区别于合计", "99.8%限外"],
      width: 10,
      align: "right",
      cell: (row) => outsideCell(row, "99.8"),
    },
  ];
  return groupedTableOf(
    {
      id: "statuses",
      title: `${rollup.year}年各指标状态的${context.sites}数`,
      notes: [
        `控制限外的${context.sites}数为单项比较的结果：各${context.sites}真实水平相同时，也约有5%在95%限外、0.2%在99.8%限外，不据此点名。`,
      ],
      source: `根据各${context.sites}评价结果汇总。`,
    },
    columns,
    byDomain(rollup, (row) => [row]),
  );
}

function outsideCell({ indicators }: RowRollup, limit: keyof ToldIndicator["outside"]) {
  const compared = indicators.filter(({ comparison }) => comparison !== null);
  if (compared.length === 0) return NOT_APPLICABLE;
  return countCell(compared.reduce((sum, { outside }) => sum + outside[limit], 0));
}

/** 附件2: how the report adds up and compares, and what it does not say. */
export function methodAnnex({ rollup, context }: RollupMatter): UnnumberedAnnex {
  const { plan } = rollup;
  const { sites, area } = context;
  const { smallNumbers } = plan.method;
  return {
    id: "method",
    title: "汇总方法说明",
    blocks: headedParagraphs([
      {
        heading: "状态与比重",
        text: `各项指标的状态由各${sites}按本地${plan.terms.plan}判定，本报告只作计数。${area}的比重是全部${sites}可评价项次的比重，不是各${sites}比重的平均。`,
      },
      {
        heading: "合计数",
        text: `比率的合计数为各${sites}分子之和除以分母之和，只含分子、分母俱全且与报送数值相符的${sites}，并列出${sites}数。比率不作平均；没有分子、分母的，只列中位数、最低值、最高值和${sites}数。`,
      },
      {
        heading: "例数较少的比率",
        text: `按例数计的比率给出95%精确泊松置信区间（Garwood法）；合计不足${smallNumbers}例的，同时给出三年合并的比率。有${sites}不足${smallNumbers}例的，用三年合并的分子、分母比较各${sites}；报有三年数据的${sites}不到一半的，仍用当年数。`,
      },
      {
        heading: `${sites}差异`,
        text: `按例数计的比率，以总例数按分母分摊的二项分布检验各${sites}与合计的差异；人数的比重，以合计比重的二项分布检验。两者都取双侧精确概率。全部指标、全部${sites}的比较合在一起，用Holm法控制：真实水平没有差异时，报告误指任何一个${sites}的概率不超过5%。没有通过检验的一律不点名、不排位。`,
      },
      {
        heading: "控制限",
        text: "95%和99.8%控制限（漏斗图所用）按同一分布的双侧概率确定，只用于说明离散程度。",
      },
      {
        heading: "总体评价用语",
        text: `按全部${sites}合计的比重套用${sites}报告的标准，不因个别${sites}的预警降低一档。${sites}报告中，${verdictMethod(plan, isLastYear(rollup))}`,
      },
      {
        heading: "不说明的事项",
        text: `本报告不解释差异的原因，不对${sites}排名，不计算综合指数；检验以合计数为准，人口很多的${sites}会带动合计数；各${sites}口径不同造成的差异，检验不能识别。`,
      },
    ]),
  };
}
