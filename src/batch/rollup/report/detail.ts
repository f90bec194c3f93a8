import { isLastYear } from "../../../plan/period.js";
import type { TableCell } from "../../../report/model.js";
import { tableBlock } from "../../../report/blocks.js";
import type { UnnumberedAnnex, UnnumberedTable } from "../../../report/numbering/unnumbered.js";
import { textCell } from "../../../report/tables/cells.js";
import { tableOf, type Column } from "../../../report/tables/table.js";
import { FLAG_NAMES } from "../../../terms/flag.js";
import { NOT_APPLICABLE } from "../../../report/words/number.js";
import { ALERT } from "../../../terms/alert.js";
import { decimal } from "../../../terms/decimal.js";
import { statusName } from "../../../terms/status.js";
import type { District } from "../gather.js";
import { indicatorsOf, type Rollup, type ToldIndicator } from "../rollup.js";
import { columnCell, countOrNone } from "./figures.js";
import type { RollupMatter } from "./matter.js";

/** Beyond so many lines a sheet is no longer read, and takes more memory than a desk has: the SQL export has no such end. */
const MOST_LINES = 60_000;

/** How many lines the long table is left out with; 0 where it is there. */
export function linesLeftOut({ districts, rows }: Pick<Rollup, "districts" | "rows">): number {
  const lines = districts.length * rows.length;
  return lines > MOST_LINES ? lines : 0;
}

/** For the workbook alone: districts × indicators, and under it every figure with what it was made of. */
export function detailAnnex({ rollup, context }: RollupMatter): UnnumberedAnnex {
  const long = linesLeftOut(rollup) > 0 ? [] : [tableBlock(linesTable(rollup, context.sites))];
  return {
    id: "sources",
    title: `${rollup.year}年各${context.sites}数据`,
    blocks: [tableBlock(valuesTable(rollup, context.sites)), ...long],
  };
}

interface Placed extends District {
  at: number;
}

function placed({ districts }: Rollup): Placed[] {
  return districts.map(({ code, name }, at) => ({ code, name, at }));
}

/** A district a line, an indicator a column. */
function valuesTable(rollup: Rollup, sites: string): UnnumberedTable {
  const { plan, columns } = rollup;
  const left = linesLeftOut(rollup);
  const figures = indicatorsOf(rollup).map(({ indicator }): Column<Placed> => ({
    head: [indicator.name, `${indicator.id}${indicator.unit === "" ? "" : `（${indicator.unit}）`}`],
    width: 12,
    align: "right",
    cell: ({ at }) => columnCell(columns.get(indicator.id)?.values, at, indicator, plan),
  }));
  return tableOf(
    {
      id: "values",
      title: `${rollup.year}年各${sites}数值`,
      notes: left > 0 ? [`各${sites}数值明细（分子、分母、状态、标记）共${left}行，未列入本工作簿。`] : [],
      source: `各${sites}报送数据。`,
    },
    [...districtColumns(sites), ...figures],
    placed(rollup),
  );
}

function districtColumns(sites: string): Column<Placed>[] {
  return [
    { head: ["代码", "代码"], width: 10, align: "centre", cell: ({ code }) => code },
    { head: [sites, sites], width: 16, align: "left", cell: ({ name }) => name },
  ];
}

type Line = Placed & { told: ToldIndicator };

/** A figure a line. */
function linesTable(rollup: Rollup, sites: string): UnnumberedTable {
  return tableOf(
    {
      id: "lines",
      title: `${rollup.year}年各${sites}数值明细`,
      notes: [
        "计入合计：分子、分母俱全且与数值相符。与合计比较：只有超出偶然波动的才写偏高、偏低，其余不区分。",
      ],
      source: `各${sites}报送数据。`,
    },
    lineColumns(rollup, sites),
    placed(rollup).flatMap((district) => indicatorsOf(rollup).map((told) => ({ ...district, told }))),
  );
}

function lineColumns(rollup: Rollup, sites: string): Column<Line>[] {
  const final = isLastYear(rollup);
  const { plan, columns } = rollup;
  const columnOf = ({ told }: Line) => columns.get(told.indicator.id);
  const count = (head: string, of: (line: Line) => readonly number[] | undefined): Column<Line> => ({
    head,
    width: 12,
    align: "right",
    cell: (line) => countCellAt(of(line), line.at),
  });
  const text = (head: string, width: number, cell: (line: Line) => string): Column<Line> => {
    return { head, width, align: "left", cell };
  };
  return [
    text("代码", 10, ({ code }) => code),
    text(sites, 16, ({ name }) => name),
    text("编号", 8, ({ told }) => told.indicator.id),
    text("指标名称", 34, ({ told }) => told.indicator.name),
    text("单位", 8, ({ told }) => told.indicator.unit),
    {
      head: "数值",
      width: 12,
      align: "right",
      cell: (line) => columnCell(columnOf(line)?.values, line.at, line.told.indicator, plan),
    },
    count("分子", (line) => columnOf(line)?.numerators),
    count("分母", (line) => columnOf(line)?.denominators),
    count("三年分子", (line) => columnOf(line)?.pooledNumerators),
    count("三年分母", (line) => columnOf(line)?.pooledDenominators),
    text("计入合计", 9, (line) => summedText(line)),
    text("状态", 12, (line) => statusName(columnOf(line)?.statuses[line.at] ?? "noData", final)),
    text("预警", 8, (line) => alertText(columnOf(line)?.alerts[line.at] ?? null)),
    text("标记", 24, (line) =>
      (columnOf(line)?.flags[line.at] ?? []).map((flag) => FLAG_NAMES[flag]).join("、"),
    ),
    text("与合计比较", 10, comparedText),
  ];
}

function countCellAt(column: readonly number[] | undefined, at: number): TableCell {
  const count = column?.[at] ?? NaN;
  return Number.isNaN(count) ? textCell(NOT_APPLICABLE) : countOrNone(decimal(count));
}

function alertText(alert: keyof typeof ALERT | null): string {
  return alert === null ? NOT_APPLICABLE : ALERT[alert].name;
}

function summedText({ told, at }: Line): string {
  if (told.unfit.includes(at)) return "不符";
  return told.fit.includes(at) ? "是" : NOT_APPLICABLE;
}

function comparedText({ told, at }: Line): string {
  if (told.comparison?.districts.includes(at) !== true) return NOT_APPLICABLE;
  const found = told.apart.find(({ district }) => district === at);
  return found === undefined ? "不区分" : found.side === "higher" ? "偏高" : "偏低";
}
