import { issue } from "../../../issues/issue.js";
import type { Grouping } from "../../../plan/plan.js";
import type { Entry } from "../../catalogue.js";
import { readCell } from "../cell.js";
import type { CellNote } from "../../dataset.js";
import { tightText } from "../normalise.js";
import { sourceAt } from "../../settle/place.js";
import { NOTHING, joined, onlyIssues, type Reading, type SheetContext, type SheetKind } from "../reading.js";
import { hasRole, proseIn, textIn, type Column } from "../table.js";
import { rowYear } from "../years.js";
import { measureOf } from "./indicator-row.js";
import { readIndicatorRows } from "./indicator-rows.js";

/** 分组数据: figures of an indicator by town, institution, sex, age or residence. */
export const groupData: SheetKind = {
  name: "分组数据",
  headings: "编号或指标名称，年份，分组，组别，数值",
  accepts: (columns) =>
    hasRole(columns, "code", "name") &&
    hasRole(columns, "grouping") &&
    hasRole(columns, "group") &&
    valueColumns(columns).length > 0,
  read: readTable,
};

/** The columns that hold figures: one 数值 whose year is the row's, or one column per year. */
function valueColumns(columns: readonly Column[]): { column: number; year: number | null }[] {
  return columns
    .filter(({ heading }) => heading.role === "value" || heading.role === "yearValue")
    .map(({ column, heading }) => ({ column, year: heading.role === "yearValue" ? heading.year : null }));
}

function readTable(context: SheetContext): Reading {
  const values = valueColumns(context.table.columns);
  const filled = (row: number) => values.some(({ column }) => context.grid.cell(row, column) !== null);
  return readIndicatorRows(context, filled, (row, entry) =>
    joined(values.map(({ column, year }) => readGroup(context, { row, column, year }, entry))),
  );
}

const GROUPINGS: Readonly<Record<Grouping, RegExp>> = {
  镇街: /^(?:按|分)?(?:各?镇街|乡镇街道|乡镇\(街道\)|镇\(街道\)|镇街道|街镇)$/u,
  机构: /^(?:按|分)?(?:医疗|卫生)?机构$/u,
  性别: /^(?:按|分)?性别$/u,
  年龄: /^(?:按|分)?年龄[组段]?$/u,
  城乡: /^(?:按|分)?城乡$/u,
};
const GROUPING_NAMES = Object.keys(GROUPINGS) as Grouping[];

/** Lines that add the others up: the district's figure stands elsewhere, and is no town of its own. */
const TOTAL = /^(?:合计|总计|共计|小计|全区|全区合计|平均|区平均|全区平均)$/u;

/** Where a figure stands; its year, or null where the row says it. */
interface At {
  row: number;
  column: number;
  year: number | null;
}

function readGroup(context: SheetContext, at: At, entry: Entry): Reading {
  const { grid, table } = context;
  const { row, column } = at;
  const source = sourceAt(context, row, column);
  const stated = tightText(textIn(grid, table, row, "grouping"));
  const grouping = GROUPING_NAMES.find((name) => GROUPINGS[name].test(stated));
  const group = proseIn(grid, table, row, "group").replace(/\s/gu, "");
  const year = at.year ?? rowYear(textIn(grid, table, row, "year"), table.title, context.sheet, context.file);
  const cell = grid.cell(row, column);
  if (cell === null) return NOTHING;
  if (grouping === undefined || group === "") {
    return onlyIssues(
      issue("data/unknown-grouping", source, { grouping: stated, group, allowed: GROUPING_NAMES }),
    );
  }
  if (year === null) return onlyIssues(issue("data/no-row-year", source, {}));
  if (TOTAL.test(tightText(group))) return onlyIssues(issue("data/group-total", source, { group, grouping }));
  const reading = readCell(cell, measureOf(entry), source);
  if (reading.type !== "figure") return reading.issue === null ? NOTHING : onlyIssues(reading.issue);
  return groupFigure(
    entry,
    { value: reading.value, display: cell.display, source, year, grouping, group },
    reading.notes,
  );
}

function groupFigure(
  { indicator }: Entry,
  figure: Omit<Reading["groups"][number], "indicator">,
  done: readonly CellNote[],
): Reading {
  const { source, year } = figure;
  const notes = done.map((note) => ({ ...note, source, indicator: indicator.id, year }));
  return { ...NOTHING, groups: [{ ...figure, indicator: indicator.id }], notes };
}
