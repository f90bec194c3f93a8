import { issue } from "../../../issues/issue.js";
import { RATE_SIGNS } from "../../../terms/unit.js";
import { decimal } from "../../../terms/decimal.js";
import type { Judged as JudgedIndicator } from "../../../plan/plan.js";
import { traitsOf } from "../../../plan/target-kinds.js";
import type { Cell } from "../../../workbook/sheet.js";
import { figureAt } from "../grid.js";
import { entryOf } from "../kinds/lines.js";
import { tightText } from "../normalise.js";
import { headCell, toldColumn } from "./place.js";
import { valuesIn, type Case, type Judge } from "./verdict.js";
import { largest } from "../../../terms/long-lists.js";

/** How targets are worded in place of a figure. */
const WORDED =
  /^(?:[≥≤<>]|不[低少高大超]|高于|低于|大于|小于|达到|控制|保持|逐[年步]|巩固|稳步|持续|明显|基本)|(?:提高|提升|增加|降低|下降|减少|左右|以上|以下|以内|平衡|适应|控制|比例)$/u;

/**
 * A column of the plan's last year that holds mostly the plan's targets is a column of targets, whatever heads it.
 * A number is a sign of that only where the row's other figures are others.
 */
export const lastYearTargets: Judge = (each, before) => {
  const { context, lines } = each;
  const last = largest(context.catalogue.plans.map(({ period }) => period.end));
  const values = valuesIn(before);
  const earlier = values.filter(({ year }) => year !== null && year < last).map(({ year }) => year ?? 0);
  const columns = values.filter(
    ({ column, year }) => year === last && holdsTargets(each, column, values, earlier),
  );
  return {
    verdicts: new Map(columns.map(({ column }) => [column, { is: "known", reason: "target-column" }])),
    issues: columns.flatMap(({ column }) => {
      const found = context.table.columns.find((one) => one.column === column);
      if (found === undefined || lines.length === 0) return [];
      return issue("data/target-column", headCell(context, found), { ...toldColumn(found), year: last });
    }),
  };
};

/** Targets that are numbers only: as many rows must say so, or a gap of years before. */
const ENOUGH = { rows: 5, afterGap: 2 };

function holdsTargets(
  { context, lines }: Case,
  column: number,
  values: readonly { column: number }[],
  earlier: readonly number[],
): boolean {
  const signs = lines.flatMap((line) => {
    const cell = context.grid.cell(line.row, column);
    const judged = entryOf(line)?.judged ?? null;
    if (cell === null || judged === null || tightText(cell.display) === "") return [];
    if (isWorded(cell, judged)) return ["worded" as const];
    const others = values.filter((each) => each.column !== column);
    const same = others.some(
      (each) => context.grid.text(line.row, each.column) === context.grid.text(line.row, column),
    );
    return [isTarget(cell, judged) && !same ? ("number" as const) : null];
  });
  const worded = signs.filter((sign) => sign === "worded").length;
  const numbers = signs.filter((sign) => sign === "number").length;
  if ((worded + numbers) * 2 <= signs.length) return false;
  if (worded > 0) return true;
  const last = largest(context.catalogue.plans.map(({ period }) => period.end));
  const gap = last - largest(earlier, 0) > 1;
  return numbers >= (gap ? ENOUGH.afterGap : ENOUGH.rows);
}

/** So many figures that are the plan's own targets are no chance. */
const MOST_BY_CHANCE = 4;
/** Targets that many rows reach and none can pass. */
const COMMON_TARGETS: ReadonlySet<number> = new Set([0, 1, 100]);

/** Figures of the latest year that are the plan's targets row by row: whoever filled the form in took them for it. */
export const targetsTyped: Judge = ({ context, lines, grouped }, before) => {
  // Of sites many may well reach it.
  if (grouped) return {};
  const values = valuesIn(before).filter(({ echo }) => !echo);
  const latest = largest(values.map(({ year }) => year ?? Infinity));
  const [own, second] = values.filter(({ year }) => (year ?? Infinity) === latest);
  const column = context.table.columns.find((each) => each.column === own?.column);
  if (column === undefined || second !== undefined) return {};
  const asked = lines.flatMap((line) => {
    const cell = context.grid.cell(line.row, column.column);
    const judged = entryOf(line)?.judged ?? null;
    const figure = judged === null ? null : traitsOf(judged.target).figure;
    if (cell === null || judged === null || figure === null || COMMON_TARGETS.has(figure.toNumber()))
      return [];
    const same = isTarget(cell, judged) && !isRepeated(context, line.row, column.column);
    return [{ row: line.row, same, turned: same && holdsOther(context, line.row, judged) }];
  });
  const rows = asked.filter(({ same }) => same).map(({ row }) => row);
  const turned = asked.filter((each) => each.turned).length;
  const isChance = turned < ENOUGH_TURNED && rows.length <= MOST_BY_CHANCE;
  if (isChance || rows.length * 2 <= asked.length) return {};
  return {
    issues: [issue("data/targets-typed", headCell(context, column), { ...toldColumn(column), rows })],
  };
};

/** Fewer rows may have come to the plan's target by chance, beside another one for this year. */
const ENOUGH_TURNED = 2;

/** The column of targets holds another number than the plan's: the two may be filled in each other's place. */
function holdsOther({ grid, table }: Case["context"], row: number, judged: JudgedIndicator): boolean {
  return table.columns.some(({ column, heading }) => {
    const cell = heading.other?.other === "target" ? figureAt(grid, row, column) : null;
    return cell?.content.type === "number" && !isTarget(cell, judged);
  });
}

/** Another column of the row says the same: the year before was as good, or a column of targets stands beside it. */
function isRepeated({ grid, table }: Case["context"], row: number, column: number): boolean {
  const text = grid.text(row, column);
  return table.columns.some(
    (each) =>
      each.column !== column &&
      each.heading.figures &&
      each.heading.other?.other !== "target" &&
      grid.text(row, each.column) === text,
  );
}

function isWorded({ content, display }: Cell, { target }: JudgedIndicator): boolean {
  if (content.type !== "text") return false;
  const text = tightText(display);
  return text === tightText(target.text) ? !/^\d+(?:\.\d+)?$/u.test(text) : WORDED.test(text);
}

const SIGN = new RegExp(`[${RATE_SIGNS}]$`, "u");

function isTarget({ content, display }: Cell, { target }: JudgedIndicator): boolean {
  const text = content.type === "number" ? String(content.value) : tightText(display).replace(SIGN, "");
  return /^\d+(?:\.\d+)?$/u.test(text) && (traitsOf(target).figure?.eq(decimal(text)) ?? false);
}
