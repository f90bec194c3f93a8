import { hasNatures } from "../../plan/lookup.js";
import type { Indicator, Plan } from "../../plan/plan.js";
import { orNone } from "./cells.js";
import type { Column } from "./table.js";

/** 序号: 1, 2, 3 … */
export function ordinalColumn(width: number): Column<unknown> {
  return { head: "序号", width, align: "centre", cell: (_row, index) => String(index + 1) };
}

/** 编号 and 指标名称 of the indicator a row is about. */
export function namingColumns<Row>(
  { id, name }: { id: number; name: number },
  of: (row: Row) => Pick<Indicator, "id" | "name">,
): Column<Row>[] {
  return [
    { head: "编号", width: id, align: "centre", cell: (row) => of(row).id },
    { head: "指标名称", width: name, align: "left", cell: (row) => of(row).name },
  ];
}

/** 属性, where the plan tells natures apart. */
export function natureColumn<Row>(
  width: number,
  plan: Pick<Plan, "rows">,
  cell: (row: Row) => string,
): Column<Row>[] {
  return hasNatures(plan) ? [{ head: "属性", width, align: "centre", cell: (row) => orNone(cell(row)) }] : [];
}

/** 单位 of the indicator a row is about. */
export function unitColumn<Row>(width: number, of: (row: Row) => Pick<Indicator, "unit">): Column<Row> {
  return { head: "单位", width, align: "centre", cell: (row) => orNone(of(row).unit) };
}
