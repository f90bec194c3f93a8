import type { Cell } from "../../../../workbook/sheet.js";
import { isBareFigure } from "../../../coverage/figures.js";

/** 目标数 and 完成数量 are asked for numbers, whatever stands there. */
const ASKS_NUMBERS = /[数量值率比]/u;

/** Whether a heading asks for a number. */
export function asksNumbers(heading: string): boolean {
  return ASKS_NUMBERS.test(heading);
}

/** Whether a cell under 目标任务 or 完成情况 tells in words: 三甲创建, 已通过评审; not 2所. */
export function isWorded(cell: Cell | null, heading: string): boolean {
  return cell?.content.type === "text" && !asksNumbers(heading) && !isBareFigure(cell);
}
