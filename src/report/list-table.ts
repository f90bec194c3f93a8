import { bodyRow, tableBlock, tableOf, textCell, type ColumnPlan } from "./blocks.js";
import type { Block } from "./model.js";

/** A column of a list, with what stands in it for each item. */
export interface ListColumn<T> extends ColumnPlan {
  text: (item: T, index: number) => string;
}

/** A table with a line for each item, all of it text; `facts` are its number, title and notes. */
export function listTable<T>(
  facts: Parameters<typeof tableOf>[0],
  columns: readonly ListColumn<T>[],
  items: readonly T[],
): Block {
  const line = (item: T, index: number) => bodyRow(columns.map(({ text }) => textCell(text(item, index))));
  return tableBlock(tableOf(facts, columns, items.map(line)));
}

/** 序号: 1, 2, 3 … */
export const ORDINAL: ListColumn<unknown> = {
  head: "序号",
  weight: 6,
  align: "centre",
  text: (_item, index) => String(index + 1),
};
