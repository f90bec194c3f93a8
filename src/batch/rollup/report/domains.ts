import type { Domain } from "../../../plan/plan.js";
import { isLastYear } from "../../../plan/period.js";
import { paragraph, tableBlock } from "../../../report/blocks.js";
import { shareText } from "../../../report/chapters/lead.js";
import { citing } from "../../../report/charts/cited.js";
import { passage } from "../../../report/numbering/passage.js";
import type { Part, PartSection, UnnumberedTable } from "../../../report/numbering/unnumbered.js";
import { countCell, textCell } from "../../../report/tables/cells.js";
import { unitColumn } from "../../../report/tables/columns.js";
import { tableOf, type Column } from "../../../report/tables/table.js";
import { targetSaid } from "../../../report/words/goal-text.js";
import { NOT_APPLICABLE } from "../../../report/words/number.js";
import { nameList } from "../../../report/words/wording.js";
import { RATES } from "../../../score/rates.js";
import { STATUS, STATUSES, type Status } from "../../../terms/status.js";
import { indicatorsOf, type Rollup, type RowRollup, type ToldIndicator } from "../rollup.js";
import { figureOrNone, figureText, isMet } from "./figures.js";
import type { RollupMatter } from "./matter.js";

/** 分领域情况: a section a domain, its rates, its figures of all districts together, and where most are behind. */
export function domainsPart(matter: RollupMatter): Part {
  const domains = matter.rollup.plan.domains.filter((domain) => rowsOf(domain, matter).length > 0);
  return {
    id: "domains",
    part: "domains",
    counted: true,
    heading: "分领域情况",
    blocks: [],
    sections: domains.map((domain, at) => domainSection(domain, matter, at === 0)),
  };
}

/** `first`: what holds for the tables of all domains is noted below this one's. */
function domainSection(domain: Domain, matter: RollupMatter, first: boolean): PartSection {
  const rows = rowsOf(domain, matter);
  const whole = wholeText(rows, matter);
  const blocks = [
    paragraph(
      passage`${citing(shareSentence(rows, matter), [], `table:domain-${domain.id}`)}${behindText(rows, matter)}`,
    ),
    ...(whole === "" ? [] : [paragraph(whole)]),
    tableBlock(domainTable(domain, rows, matter, first)),
  ];
  return { part: `domains/${domain.id}`, heading: domain.name, blocks };
}

function rowsOf({ id }: Domain, { rollup }: RollupMatter): RowRollup[] {
  return rollup.rows.filter(({ row }) => row.domain === id);
}

function shareSentence(rows: readonly RowRollup[], { rollup, context }: RollupMatter): string {
  const final = isLastYear(rollup);
  const all = rows.map(standing);
  const onCourse = { n: sumOf(all.map(({ good }) => good)), of: sumOf(all.map(({ judged }) => judged)) };
  if (onCourse.of === 0) return `本领域没有可评价的指标。`;
  return `各${context.sites}可评价的${onCourse.of}项次中，${RATES.onCourse.counted(final)}${onCourse.n}项次，占${shareText(onCourse)}。`;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** So many districts of those judged are where the plan asks them to be. */
function standing({ statuses }: RowRollup): { good: number; judged: number } {
  const sum = (counted: readonly Status[]) => sumOf(counted.map((status) => statuses[status]));
  return {
    good: sum(RATES.onCourse.counts),
    judged: sum(STATUSES.filter((status) => STATUS[status].judged)),
  };
}

/** Rows in which fewer than half of the districts are; the worst first, and no more than are read. */
function behindText(rows: readonly RowRollup[], { rollup, context }: RollupMatter): string {
  const what = RATES.onCourse.title(isLastYear(rollup));
  const judged = rows.map((row) => ({ row, ...standing(row) })).filter((each) => each.judged > 0);
  if (judged.length === 0) return "";
  const behind = judged
    .filter(({ good, judged: of }) => good * 2 < of)
    .sort((a, b) => a.good * b.judged - b.good * a.judged);
  if (judged.every(({ good, judged: of }) => good === of)) return "";
  if (behind.length === 0) return `各项指标均有半数以上${context.sites}${what}。`;
  const named = behind.slice(0, MOST_NAMED).map(({ row, good, judged: of }) => ({
    name: row.row.name,
    told: good === 0 ? `（${of}个${context.sites}均未达到）` : `（${of}个${context.sites}中${good}个）`,
  }));
  const listed = named.map(({ name, told }) => `${nameList([name])}${told}`).join("、");
  const more = behind.length > MOST_NAMED ? `等${behind.length}项指标` : "";
  return `${what}的${context.sites}不足一半的有${listed}${more}。`;
}

const MOST_NAMED = 4;

/** What all districts are together, held against the target the plan names; told is what misses it. */
function wholeText(rows: readonly RowRollup[], matter: RollupMatter): string {
  const told = indicatorsOf({ rows }).flatMap((each) => {
    const met = each.summed === null ? null : isMet(each.summed.rate, each.indicator);
    return met === null ? [] : [{ each, met }];
  });
  if (told.length === 0) return "";
  const [only, ...others] = told;
  const opening = "按分子、分母合计，";
  if (only !== undefined && others.length === 0)
    return `${opening}${figureSaid(only.each, matter)}，${only.met ? "已经" : "尚未"}达到。`;
  const missed = told.filter(({ met }) => !met).map(({ each }) => figureSaid(each, matter));
  const many = `${opening}有数值目标的${told.length}项指标`;
  const met = told.length - missed.length;
  if (missed.length === 0) return `${many}全部达到目标。`;
  return met === 0
    ? `${many}均未达到目标：${missed.join("；")}。`
    : `${many}中，达到目标的${met}项，未达到的${missed.length}项：${missed.join("；")}。`;
}

/** 孕产妇死亡率为11.2/10万（36个区县合计，12例），目标为＜8/10万 */
function figureSaid(each: ToldIndicator, { rollup, context }: RollupMatter): string {
  const { indicator, summed } = each;
  if (summed === null) return "";
  const notes = [coverageText(each, rollup, context.sites), casesText(each, rollup)].filter(
    (note) => note !== "",
  );
  const aside = notes.length === 0 ? "" : `（${notes.join("，")}）`;
  return `${indicator.name}为${figureText(summed.rate, indicator, rollup.plan)}${aside}，目标为${targetSaid(indicator)}`;
}

function coverageText({ summed }: ToldIndicator, { districts }: Rollup, sites: string): string {
  return summed === null || summed.sum.districts === districts.length
    ? ""
    : `${summed.sum.districts}个${sites}合计`;
}

/** Few events in a year say little: how many there were, and the rate of three years. */
function casesText({ indicator, summed, pooled }: ToldIndicator, { plan }: Rollup): string {
  if (summed === null || pooled === null) return "";
  return `${summed.sum.numerator.toFixed()}例，三年合并为${figureText(pooled.rate, indicator, plan)}`;
}

function domainTable(
  domain: Domain,
  rows: readonly RowRollup[],
  { rollup, context }: RollupMatter,
  noted: boolean,
): UnnumberedTable {
  const { year } = rollup;
  const lines = rows.flatMap((row) =>
    row.indicators.map((told, at): Line => ({ told, row, first: at === 0 })),
  );
  return tableOf(
    {
      id: `domain-${domain.id}`,
      title: `${year}年${domain.name}指标汇总`,
      notes: noted
        ? [
            `合计数为各${context.sites}分子之和除以分母之和，只含两者俱全且与报送数值相符的${context.sites}；没有的不作平均，只列中位数。`,
          ]
        : [],
    },
    domainColumns({ rollup, context }),
    lines,
  );
}

type Line = { told: ToldIndicator; row: RowRollup; first: boolean };

function domainColumns({ rollup, context }: RollupMatter): Column<Line>[] {
  const { plan } = rollup;
  return [
    { head: "指标名称", width: 30, align: "left", cell: ({ told }) => told.indicator.name },
    unitColumn<Line>(9, ({ told }) => told.indicator),
    { head: "目标", width: 12, align: "centre", cell: ({ told }) => told.indicator.target.text },
    {
      head: "合计数",
      width: 11,
      align: "right",
      cell: ({ told }) => figureOrNone(told.summed?.rate ?? null, told.indicator, plan),
    },
    {
      head: `合计${context.sites}`,
      width: 9,
      align: "right",
      cell: ({ told }) => (told.summed === null ? NOT_APPLICABLE : countCell(told.summed.sum.districts)),
    },
    {
      head: "中位数",
      width: 10,
      align: "right",
      cell: ({ told }) => figureOrNone(told.spread?.median ?? null, told.indicator, plan),
    },
    {
      head: `有数${context.sites}`,
      width: 9,
      align: "right",
      cell: ({ told }) => countCell(told.reported.length),
    },
    {
      head: RATES.onCourse.title(isLastYear(rollup)),
      width: 14,
      align: "right",
      cell: ({ row, first }) => (first ? standingText(row) : textCell(NOT_APPLICABLE)),
    },
  ];
}

/** 12/36: of those judged. */
function standingText(row: RowRollup): string {
  const { good, judged } = standing(row);
  return judged === 0 ? NOT_APPLICABLE : `${good}/${judged}`;
}
