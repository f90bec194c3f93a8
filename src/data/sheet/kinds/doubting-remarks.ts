import { issue, type Issue } from "../../../issues/issue.js";
import { largest } from "../../../terms/long-lists.js";
import { sourceAt } from "../../settle/place.js";
import { figureAt } from "../grid.js";
import { headingOf } from "../head/heading.js";
import { tightText } from "../normalise.js";
import { quoted } from "../quoted.js";
import type { SheetContext } from "../reading.js";
import { remarksBeside } from "../remarks.js";
import type { Column } from "../table/columns.js";
import { columnOf, yearsOver } from "../table/table.js";
import { notesOn, type Line } from "./lines.js";
import { namedLines, rowsNamed } from "./named-notes.js";
import { latestYear } from "./year-columns.js";

/** Hardly a remark has one of these. */
const MAY_DOUBT =
  /20\d\d年|误|错|疑|不准|[待未没].?[核确更修审定]|参考|应|改|更正|修正|订正|调整|最终|核[定实]|[准正]确|不一致|异常|实|上一?年|去年|[为是按以]\d/u;
/** Words by which a remark says that the figure beside it does not hold, or that another does. */
const NOT_SURE =
  /有误(?!差)|(?<![无没]|没有)错误|存疑|异常(?!值)|不准确?|待(?:核|确认|更正|修正|审定|定)|[未没](?:有|经)?核[实对定](?=$|[的数])|仅供参考|(?<!口径)不一致/u;
const ANOTHER =
  /(?:应(?:当|该)?[为是]|(?:更正|修正|订正|修改|调整|改)(?:后)?[为成是:]|(?:最终|核定|核实|准确|正确)(?:后)?的?(?:数值|数据|数|值)[为是:]?)(\d+(?:\.\d+)?)/u;

/** Remarks that doubt the figure of their own row: 数据有误, 应为44.64 beside 43.64. One finding a table. */
export function doubtingRemarks(
  context: SheetContext,
  lines: readonly Line[],
  unheaded: readonly number[],
): Issue[] {
  const beside = remarksBeside(context, lines, unheaded, MAY_DOUBT).flatMap(({ row, column, cell }) => {
    const text = tightText(cell.display);
    const isTold =
      cell.content.type === "text" &&
      (doubts(text, rowTexts(context, row)) ||
        namesEarlierYear(text, context, row) ||
        givesAnother(text, context, row));
    return isTold ? [{ row, column, text }] : [];
  });
  const told = [...beside, ...earlierSources(context, lines), ...notesWithOthers(context, lines)];
  const [first] = told;
  if (first === undefined) return [];
  const remarks = told.map(({ row, text }) => ({ row, text: quoted(text) }));
  return [issue("data/doubting-remarks", sourceAt(context, first.row, first.column), { remarks })];
}

function rowTexts({ grid }: SheetContext, row: number): string[] {
  return grid.own(row).map(({ display }) => tightText(display));
}

/** 最终数94.88 beside 94.88 says the same, and 上年数有误，更正为62.5 beside 62.5 what was done. */
function doubts(text: string, beside: readonly string[]): boolean {
  const clauses = text
    .split(/[,，;；。]/u)
    .map((clause) => ({ clause, figure: OF_OTHERS.test(clause) ? undefined : ANOTHER.exec(clause)?.[1] }));
  const stands = (figure: string) => beside.some((each) => each.startsWith(figure));
  const given = clauses.flatMap(({ figure }) => figure ?? []);
  if (given.length > 0 && given.every(stands)) return false;
  return clauses.some(({ clause, figure }) => figure !== undefined || NOT_SURE.test(clause));
}

/** 2024年数 beside figures of 2024 and 2025: whose it means nobody can say. */
function namesEarlierYear(text: string, { grid, table, catalogue }: SheetContext, row: number): boolean {
  const years = table.columns.flatMap(({ column, heading }) =>
    heading.role === "yearValue" && heading.year !== null && grid.text(row, column) !== ""
      ? [heading.year]
      : [],
  );
  const latest = largest(years);
  // 暂用2024年数 says which, and is heard before.
  return text.split(/[,，;；。]/u).some((clause) => {
    const { role, year, leftover } = headingOf([clause], catalogue.lexicon);
    return role === "yearValue" && leftover === "" && year !== null && year < latest && years.includes(year);
  });
}

/** 目标应为95%以上 speaks of no figure of the row's own. */
const OF_OTHERS = /目标|规划|计划|预计|全[市国]|上年|去年/u;

/** 2025年为37.5, 实际37.5: the figure of the row itself, and no more. */
const OWN_FIGURE =
  /^(?=20\d\d年|[本今此该]|数|实)(?:(20\d\d)年[末底]?|本年度?|今年|[此该本])?的?(?:实际?|数据?|数值|指标值?)*(?:应?[为是系:=])?(\d+(?:\.\d+)?)[^\d\p{L}]?$/u;
/** 以37.5为准, 暂按38填报. */
const TAKEN_FOR_IT =
  /^(?:[应暂先均现]*以(\d+(?:\.\d+)?)[^\d\p{L}]?为准|[应暂先均现]*按(\d+(?:\.\d+)?)[^\d\p{L}]?(?:填|报|上报|统计|计算?)[报写列]?)$/u;
/** 与上年相同, 同去年; not 与上年持平, which is said of what is nearly so. */
const AS_LAST_YEAR =
  /^(?:数据|指标|本年数?)?(?:同(?:上一?|去)年(?:数据?|度)?|[与和](?:上一?|去)年度?(?:数据?|数值)?(?:相同|一致|一样|同|无变化))$/u;

/** 2025年未监测 beside a figure of 2025: where it came from nobody says. */
export const NOT_MEASURED =
  /(20\d\d)年度?[尚还均都]?[未没](?:有|予)?(?:开展|组织|进行|监测|调查|统计|测算|抽测|检测|公布|发布|反馈)(?!.*完成)/u;

/** A figure that is not the one beside it, or last year's where that is another: a person typed one of them wrongly. */
function givesAnother(text: string, context: SheetContext, row: number): boolean {
  const own = figuresOf(context, row);
  const latest = largest(own.map(({ year }) => year));
  return text.split(/[,，;；。]/u).some((clause) => {
    const unmeasured = NOT_MEASURED.exec(clause)?.[1];
    if (unmeasured !== undefined) return own.some(({ year }) => year === Number(unmeasured));
    if (AS_LAST_YEAR.test(clause)) {
      const [now, before] = [latest, latest - 1].map((year) => own.find((each) => each.year === year));
      return now !== undefined && before !== undefined && now.shown !== before.shown;
    }
    const [, dated, said] = OWN_FIGURE.exec(clause) ?? [];
    const [, standard, taken] = TAKEN_FOR_IT.exec(clause) ?? [];
    const figure = said ?? standard ?? taken;
    const year = dated === undefined ? latest : Number(dated);
    return figure !== undefined && isAnother(figure, year, own);
  });
}

interface OwnFigure {
  year: number;
  shown: string;
}

/** Whether the row has figures of the year, and none that begins so: 95.1 of 95.10 is the same. */
function isAnother(figure: string, year: number, own: readonly OwnFigure[]): boolean {
  const beside = own.filter((each) => each.year === year);
  return beside.length > 0 && beside.every(({ shown }) => !shown.startsWith(figure));
}

/** The figures of a row by year; this year's and the last one's of a form are numbered as they follow. */
function figuresOf({ grid, table }: SheetContext, row: number): OwnFigure[] {
  const yearOf = ({ heading: { role, year } }: Column): number | null =>
    role === "yearValue" ? year : (FORM_YEARS.get(role) ?? null);
  return table.columns.flatMap((column) => {
    const year = yearOf(column);
    const cell = year === null ? null : figureAt(grid, row, column.column);
    return year === null || cell === null ? [] : [{ year, shown: tightText(cell.display) }];
  });
}

/** 上年数 and 本年数, which name no year. */
const FORM_YEARS: ReadonlyMap<unknown, number> = new Map([
  ["value", 1],
  ["previous", 0],
]);

/** 2025年为95.10 of 孕产妇系统管理率2024年为94.52%，2025年为95.10%; not 2025年为5903人. */
const GIVEN =
  /(20\d\d)年[末底]?的?(?:数据|数值|数)?(?:应?[为是]|达到?)(\d+(?:\.\d+)?)(?![\d.]|[人名例个户件次万])/gu;

/** Notes that name one row and give another figure than its own for a year: 孕产妇系统管理率2025年为95.10%（已更正）. */
function notesWithOthers(
  context: SheetContext,
  lines: readonly Line[],
): { row: number; column: number; text: string }[] {
  const notes = notesOn(context, lines).filter(({ display }) => display.match(GIVEN) !== null);
  if (notes.length === 0) return [];
  const named = namedLines(context, lines);
  const isWrong = (sentence: string): boolean => {
    const [first, ...more] = [...sentence.matchAll(GIVEN)];
    if (first === undefined || OF_OTHERS.test(sentence)) return false;
    const [row, another] = rowsNamed(named, sentence.slice(0, first.index));
    if (row === undefined || another !== undefined) return false;
    const own = figuresOf(context, row);
    return [first, ...more].some(([, year, figure = ""]) => isAnother(figure, Number(year), own));
  };
  return notes.flatMap(({ row, column, display }) => {
    const text = tightText(display);
    return text.split(/[;；。]/u).some(isWrong) ? [{ row, column, text }] : [];
  });
}

/** Over more years than this a source may well be that of an earlier one. */
const MOST_YEARS = 2;

/** 2023年第七次人口普查 under 数据来源 beside a figure of 2025: a source that names earlier years only. */
function earlierSources(
  context: SheetContext,
  lines: readonly Line[],
): { row: number; column: number; text: string }[] {
  const { grid, table } = context;
  const column = columnOf(table, "dataSource");
  const latest = latestYear(context);
  const isLong = new Set(yearsOver(table.columns)).size > MOST_YEARS;
  if (column === null || latest === null || isLong) return [];
  return lines.flatMap(({ row, match, hasFigure }) => {
    const text = tightText(grid.shown(row, column)?.display ?? "");
    const years = (text.match(/(?<!\d)20[12]\d(?!\d)/gu) ?? []).map(Number);
    const isEarlier = match.type === "matched" && hasFigure && years.length > 0 && largest(years) < latest;
    return isEarlier && holdsLatest(context, row, latest) ? [{ row, column, text }] : [];
  });
}

function holdsLatest({ grid, table }: SheetContext, row: number, latest: number): boolean {
  return table.columns.some(
    ({ column, heading: { role, year } }) =>
      (role === "value" || role === "done" || (role === "yearValue" && year === latest)) &&
      figureAt(grid, row, column) !== null,
  );
}
