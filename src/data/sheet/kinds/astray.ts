import { issue } from "../../../issues/issue.js";
import type { Entry } from "../../catalogue.js";
import type { Cell } from "../../../workbook/sheet.js";
import { refused } from "../../coverage/fate.js";
import { sourceAt } from "../../settle/place.js";
import { figureInText } from "../figure-text.js";
import { headingName, type Role } from "../head/words.js";
import { tightText } from "../normalise.js";
import { quoted } from "../quoted.js";
import { NOTHING, joined, type Reading, type SheetContext } from "../reading.js";
import { columnOf } from "../table/table.js";

/** Columns of words beside a figure. */
const WORDS: readonly Role[] = ["unit", "missingReason", "dataSource", "reporter", "remark"];

/** A bare figure among the words of a row whose own figure is blank: it was meant for that. */
export function figuresAstray(context: SheetContext, row: number, { indicator }: Entry): Reading {
  const readings = WORDS.flatMap((role) => {
    const column = columnOf(context.table, role);
    const cell = column === null ? null : context.grid.cell(row, column);
    if (column === null || cell === null || !isFigureOf(cell, indicator.unit)) return [];
    const source = sourceAt(context, row, column);
    const args = { role: headingName(role), shown: quoted(cell.display), name: indicator.name };
    const told = issue("data/figure-among-words", source, args);
    return { ...NOTHING, issues: [told], fates: [refused(source, "cell")] };
  });
  return joined(readings);
}

/** What people write before a figure that they mean for the year. */
const LEAD = /^(?:本年(?:度|的)?)?(?:实际)?(?:数值|数据|数|值)?(?:应为|应填|为|是|约)?[:：]?/u;

/** A number that is no year, alone, with the unit behind it or words before it: 本年数52.1. */
export function isFigureOf({ content, display: shown }: Cell, unit: string): boolean {
  const display = content.type === "text" ? tightText(shown).replace(LEAD, "") : shown;
  const isYear = /^(?:19|20)\d\d$/u.test(display.trim());
  if (content.type === "number") return !isYear;
  return content.type === "text" && !isYear && figureInText(display, unit).type === "figure";
}
