import { cellDecimal, decimal, type Decimal } from "../../../terms/decimal.js";
import { largest } from "../../../terms/long-lists.js";
import { countAlike, unitOf, type Unit } from "../../../terms/unit.js";
import type { Cell } from "../../../workbook/sheet.js";
import { agree } from "../../settle/agree.js";
import { figureInText } from "../figure-text.js";
import { withoutFigureSigns } from "../footnotes/signs.js";
import { figureAt } from "../grid.js";
import { tightText, unitKey } from "../normalise.js";
import type { SheetContext } from "../reading.js";
import type { Column } from "../table/columns.js";

/** A figure of a row that remarks may speak of. */
export interface OwnFigure {
  year: number;
  value: Decimal;
}

/** The figures of a row by year; a form's 上年数 is of the year before its 本年数. */
export function figuresOf({ grid, table, formYear }: SheetContext, row: number, unit: string): OwnFigure[] {
  const now = formYear.type === "year" ? formYear.year : 1;
  const yearOf = ({ heading: { role, year } }: Column): number | null => {
    if (role === "yearValue") return year;
    return role === "value" ? now : role === "previous" ? now - 1 : null;
  };
  return table.columns.flatMap((column) => {
    const year = yearOf(column);
    const cell = year === null ? null : figureAt(grid, row, column.column);
    const value = cell === null ? null : valueOf(cell, unit);
    return year === null || value === null ? [] : [{ year, value }];
  });
}

function valueOf({ content, display }: Cell, unit: string): Decimal | null {
  if (content.type === "number") return cellDecimal(content.value);
  const found = figureInText(withoutFigureSigns(display), unit);
  return found.type === "figure" ? decimal(found.digits) : null;
}

/** 目标应为95%以上 speaks of no figure of the row's own. */
export const OF_OTHERS = /目标|规划|计划|预计|全[市国]|上年|去年/u;

export function latestOf(own: readonly OwnFigure[]): number {
  return largest(own.map(({ year }) => year));
}

/** Whether the row has figures of the year, and none that is the one said: 94.9 of 94.88 is the same, 95 another. */
export function isAnother(figure: Decimal, year: number, own: readonly OwnFigure[]): boolean {
  const beside = own.filter((each) => each.year === year);
  const isSame = ({ value }: OwnFigure) =>
    value.eq(figure) || (figure.decimalPlaces() > 0 && agree(value, figure));
  return beside.length > 0 && !beside.some(isSame);
}

/** 43 of 43, 43家 and 0.0043万个 beside a row counted in 个; null where what is said is of another measure. */
export function inUnitOf(digits: string, said: string, unit: Unit): Decimal | null {
  const value = decimal(digits.replaceAll(",", ""));
  if (said === "") return value;
  const { name, kind, thing, times } = unitOf(unitKey(said));
  if (unit.kind === "rate" || kind === "rate") return name === unit.name ? value : null;
  return countAlike(thing, unit.thing) ? value.times(times).div(unit.times) : null;
}

/** The clauses of a remark; the comma of 1,234 parts nothing. */
export function clausesOf(remark: string): string[] {
  return tightText(remark)
    .split(/,(?!\d{3}(?!\d))|[;；。]/u)
    .filter((clause) => clause !== "");
}

/** 上年数应为38, 2024年数据更正为38. */
export const LAST_YEAR_CORRECTED =
  /(?:上年|去年|(?<year>20\d\d)年)度?的?(?:数据|数值|数)?(?:应该?|实际|更正|改|实)[为是](?:为|是)?[:：]?(?<figure>\d+(?:\.\d+)?)/u;
