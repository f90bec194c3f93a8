import { isLastYear } from "../../../plan/period.js";
import { chartBlock, paragraph, tableBlock } from "../../../report/blocks.js";
import { shareText } from "../../../report/chapters/lead.js";
import { citing } from "../../../report/charts/cited.js";
import { chapter, type Part, type UnnumberedTable } from "../../../report/numbering/unnumbered.js";
import { countCell, textCell } from "../../../report/tables/cells.js";
import type { TableCell } from "../../../report/model.js";
import { tableOf, type Column } from "../../../report/tables/table.js";
import { percentOf } from "../../../report/words/percent.js";
import { NOT_APPLICABLE } from "../../../report/words/number.js";
import { verdictClause } from "../../../report/words/verdict.js";
import { nameList, sentence } from "../../../report/words/wording.js";
import { RATES } from "../../../score/rates.js";
import type { Rate } from "../../../score/scorecard.js";
import { ALERT } from "../../../terms/alert.js";
import { decimal, round } from "../../../terms/decimal.js";
import { STATUS, STATUSES, statusName } from "../../../terms/status.js";
import { presentIn, type DistrictRollup, type Rollup } from "../rollup.js";
import { shareMap } from "./maps.js";
import type { RollupMatter } from "./matter.js";

/** 总体进展: the verdict on all districts, their rates, the binding rows; the map and the table of districts. */
export function overallPart(matter: RollupMatter): Part {
  const map = shareMap(matter);
  return chapter("overall", "总体进展", [
    paragraph(`${basisText(matter)}${verdictText(matter)}`),
    paragraph(citing(`${ratesText(matter)}${spreadText(matter)}`, [map], "table:districts")),
    paragraph(bindingText(matter)),
    chartBlock(map),
    tableBlock(districtTable(matter)),
  ]);
}

function basisText({ rollup, context }: RollupMatter): string {
  const { plan, year, districts } = rollup;
  return (
    `${context.issuer}汇总了${context.area}${districts.length}个${context.sites}${plan.subject}发展${plan.terms.plan}` +
    `（以下简称${plan.terms.named}）${year}年度的监测结果。各${context.sites}按本地${plan.terms.named}评价，汇总时不改变其判定。`
  );
}

/** By the plan's ladder, over all rows of all districts: there is no step down, since some district is nearly always on red. */
function verdictText({ rollup }: RollupMatter): string {
  return sentence([verdictClause({ ...rollup, rows: [] })]);
}

/** 38个区县合计评价指标1862项次，可评价的1444项次中，…占70.7%（1021/1444）. */
function ratesText({ rollup, context }: RollupMatter): string {
  const { rates, districts } = rollup;
  const final = isLastYear(rollup);
  const { onCourse, achievement, overall } = rates;
  const explicit =
    achievement.of === 0
      ? ""
      : `；其中有明确目标的${achievement.of}项次，${RATES.achievement.is}${shareText(achievement, [onCourse])}`;
  return (
    `${districts.length}个${context.sites}合计监测指标${overall.of}项次，可评价的${onCourse.of}项次中，` +
    `${RATES.onCourse.counted(final)}${onCourse.n}项次，占${shareText(onCourse, [achievement])}${explicit}。`
  );
}

/** Shares of districts are never averaged: median and range. */
function spreadText({ rollup, context }: RollupMatter): string {
  const shares = rollup.districts
    .map(({ rates }) => rates.onCourse)
    .filter(({ of }) => of > 0)
    .sort((a, b) => a.n * b.of - b.n * a.of);
  const [low, middle, high] = [shares.at(0), shares[Math.floor((shares.length - 1) / 2)], shares.at(-1)];
  if (low === undefined || middle === undefined || high === undefined || shares.length < 3) return "";
  const percent = (rate: Rate): string => percentOf(rate, [high, low, middle]);
  return `分${context.sites}看，这一比重最高为${percent(high)}，最低为${percent(low)}，中位数为${percent(middle)}。`;
}

/** 约束性指标190项次中，…；列入红色预警的32项次，涉及21个区县，…较多. */
function bindingText({ rollup, context }: RollupMatter): string {
  const binding = rollup.rows.filter(({ row }) => row.nature === "binding");
  if (binding.length === 0) return "";
  const final = isLastYear(rollup);
  const total = binding.length * rollup.districts.length;
  const tally = STATUSES.map((status) => ({
    status,
    count: binding.reduce((sum, { statuses }) => sum + statuses[status], 0),
  })).filter(({ count }) => count > 0);
  const told = tally.map(({ status, count }) => `${statusName(status, final)}${count}项次`).join("，");
  return `${binding.length}项约束性指标合计${total}项次中，${told}。${redText(rollup, context.sites)}`;
}

function redText({ rows, columns, districts }: Rollup, sites: string): string {
  const red = rows
    .filter(({ row }) => row.nature === "binding")
    .map(({ row }) => ({
      name: row.name,
      at: districts.flatMap((_, at) => (columns.get(row.id)?.alerts[at] === "red" ? [at] : [])),
    }))
    .filter(({ at }) => at.length > 0)
    .sort((a, b) => b.at.length - a.at.length);
  if (red.length === 0) return `没有约束性指标列入${ALERT.red.name}预警。`;
  const sum = red.reduce((all, { at }) => all + at.length, 0);
  const [only] = red;
  if (sum === 1 && only !== undefined)
    return `列入${ALERT.red.name}预警的有1项次，为${districts[only.at[0]!]?.name ?? ""}的${nameList([only.name])}。`;
  const concerned = new Set(red.flatMap(({ at }) => at)).size;
  const named = nameList(red.slice(0, MOST_NAMED).map(({ name, at }) => `${name}（${at.length}个${sites}）`));
  return `列入${ALERT.red.name}预警的有${sum}项次，涉及${concerned}个${sites}，${red.length > MOST_NAMED ? "较多的" : ""}为${named}。`;
}

const MOST_NAMED = 3;

/** Per cent with one digit, as far as the column goes. */
function shareCell({ n, of }: Rate): TableCell {
  if (of === 0) return textCell(NOT_APPLICABLE);
  const share = decimal(n).times(100).div(of);
  return { ...textCell(round(share, 1).toFixed(1)), number: share.toFixed(), decimals: "1" };
}

function districtTable({ rollup, context }: RollupMatter): UnnumberedTable {
  const final = isLastYear(rollup);
  const statuses = presentIn(rollup);
  const columns: Column<DistrictRollup>[] = [
    { head: context.sites, width: 20, align: "left", cell: ({ name }) => name },
    ...statuses.map((status): Column<DistrictRollup> => ({
      head: ["指标项数", statusName(status, final)],
      width: 9,
      align: "right",
      cell: (district) => countCell(district.statuses[status]),
    })),
    {
      head: `${RATES.onCourse.title(final)}（%）`,
      width: 14,
      align: "right",
      cell: ({ rates }) => shareCell(rates.onCourse),
    },
  ];
  return tableOf(
    {
      id: "districts",
      title: `${rollup.year}年各${context.sites}指标状态`,
      notes: [
        `按行政区划代码排列，不是排名。`,
        `${RATES.onCourse.title(final)}以可评价指标为分母，不含${STATUS.observed.name}和${STATUS.noData.name}；各${context.sites}可评价的指标不尽相同。`,
      ],
    },
    columns,
    rollup.districts,
  );
}
