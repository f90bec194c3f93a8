import { paragraph, tableBlock } from "../../../report/blocks.js";
import { chapter, type Part } from "../../../report/numbering/unnumbered.js";
import { ordinalColumn } from "../../../report/tables/columns.js";
import { tableOf } from "../../../report/tables/table.js";
import { labelOf, passage } from "../../../report/numbering/passage.js";
import { nameList } from "../../../report/words/wording.js";
import { ALERT } from "../../../terms/alert.js";
import { decimal } from "../../../terms/decimal.js";
import { STATUS } from "../../../terms/status.js";
import type { Judged } from "../../../plan/plan.js";
import type { Rollup, RowRollup } from "../rollup.js";
import { figureText, isWorse } from "./figures.js";
import type { RollupMatter } from "./matter.js";

/** Why a district is looked at; [] where there is no such reason. */
type Reason = (at: number, rollup: Rollup) => string[];

/** More rows without data than this share say that a district's report cannot be relied on. */
const MISSING_PER_CENT = 20;
/** Below so many, one row alone is no pattern, unless it is 约束性. */
const FEWEST_WORSE = 3;
const MOST_NAMED = 4;

/** 需关注区县: those with a red binding row, rows worse than all together by more than chance, or many gaps; each with its reasons. */
export function concernPart({ rollup, context }: RollupMatter): Part {
  const listed = rollup.districts.flatMap(({ name }, at) => {
    const reasons = REASONS.flatMap((reason) => reason(at, rollup));
    return reasons.length === 0 ? [] : [{ name, reasons: reasons.join("；") }];
  });
  const heading = `需关注${context.sites}`;
  if (listed.length === 0)
    return chapter("concern", heading, [paragraph(`没有${context.sites}符合下列情形之一：${criteria()}。`)]);
  const table = tableOf(
    {
      id: "concern",
      title: `${heading}及理由`,
      notes: [`按行政区划代码排列，不是排名。`],
    },
    [
      ordinalColumn(8),
      { head: context.sites, width: 20, align: "left", cell: ({ name }) => name },
      { head: "理由", width: 72, align: "left", cell: ({ reasons }) => reasons },
    ],
    listed,
  );
  const all = rollup.districts.length;
  const opening =
    listed.length === all
      ? `${all}个${context.sites}均需关注`
      : `${all}个${context.sites}中，需关注的${listed.length}个`;
  return chapter("concern", heading, [
    paragraph(passage`${opening}（见${labelOf("table:concern")}）。列入的情形为：${criteria()}。`),
    tableBlock(table),
  ]);
}

function criteria(): string {
  return (
    `约束性指标列入${ALERT.red.name}预警；约束性指标或${FEWEST_WORSE}项以上指标落后于目标要求，又差于合计且超出偶然波动；` +
    `${STATUS.noData.name}超过全部指标的${MISSING_PER_CENT}%`
  );
}

/** Ids of rows that are 约束性 and on red in a district. */
function redIn(at: number, { rows, columns }: Rollup): RowRollup[] {
  return rows.filter(({ row }) => row.nature === "binding" && columns.get(row.id)?.alerts[at] === "red");
}

const redBinding: Reason = (at, rollup) => {
  const red = redIn(at, rollup);
  if (red.length === 0) return [];
  const told = red.map(({ row, indicators }) =>
    row.parts.length > 0 ? nameList([row.name]) : named(indicators[0]!.indicator, "", at, rollup),
  );
  return [`约束性指标${told.join("、")}列入${ALERT.red.name}预警`];
};

/**
 * Worse than all together and behind what its plan asks: a share that many people make up differs nearly everywhere by more
 * than chance, and most that differ are where they should be. What is on red already is not told again.
 */
const worse: Reason = (at, rollup) => {
  const red = redIn(at, rollup);
  const found = rollup.rows
    .filter(({ row }) => STATUS[rollup.columns.get(row.id)?.statuses[at] ?? "noData"].behind)
    .flatMap((row) =>
      row.indicators
        .filter(({ apart, indicator }) =>
          apart.some((each) => each.district === at && isWorse(each, indicator) === true),
        )
        .map((told) => ({ row, told })),
    );
  const binding = found.some(({ row: { row } }) => row.nature === "binding");
  if (found.length < FEWEST_WORSE && !binding) return [];
  const others = found.filter(({ row }) => !red.includes(row));
  if (others.length === 0) return [];
  const listed = others
    .slice(0, MOST_NAMED)
    .map(({ told }) =>
      named(told.indicator, told.comparison?.basis === "pooled" ? "三年合并" : "", at, rollup),
    );
  const more = others.length > MOST_NAMED ? `等${others.length}项指标` : "";
  return [`${listed.join("、")}${more}落后于目标要求且差于合计`];
};

/** 两癌筛查率（71.2%）. What was compared over three years is not shown by the year's figure. */
function named(indicator: Judged, instead: string, at: number, { columns, plan }: Rollup): string {
  const value = columns.get(indicator.id)?.values[at] ?? NaN;
  const figure = Number.isNaN(value) ? "" : figureText(decimal(value), indicator, plan);
  const aside = instead || figure;
  return `${nameList([indicator.name])}${aside === "" ? "" : `（${aside}）`}`;
}

const missing: Reason = (at, { districts, rows }) => {
  const count = districts[at]?.statuses.noData ?? 0;
  return count * 100 > rows.length * MISSING_PER_CENT
    ? [`${rows.length}项指标中${STATUS.noData.name}${count}项`]
    : [];
};

const REASONS: readonly Reason[] = [redBinding, worse, missing];
