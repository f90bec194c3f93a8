import { issue, type Issue } from "../../../issues/issue.js";
import { groupBy } from "../../../terms/group-by.js";
import { largest } from "../../../terms/long-lists.js";
import { headingOf } from "../head/heading.js";
import { oneOf, PRELIMINARY, type Role } from "../head/words.js";
import { tightText } from "../normalise.js";
import { quoted } from "../quoted.js";
import { remarksBeside } from "../remarks.js";
import { sourceAt } from "../../settle/place.js";
import type { SheetContext } from "../reading.js";
import { bracketedIn, clausesIn } from "./qualifiers.js";
import { columnOf } from "../table/table.js";
import { beyondName, type Line } from "./lines.js";

/** Most rows say nothing of the kind, and need no long look. */
const MAY_BE_PRELIMINARY = /[初快暂审]/u;

/** Columns of words that may say how final a row's figure is. */
const ROLES: ReadonlySet<unknown> = new Set([
  ...["year", "period", "sort", "coverage", "scope", "remark", "dataSource", "name", "accepted", "status"],
]);

/** Rows that are read with a word: 2025年（快报） under 年份, 暂定 behind a name. One finding for each word of a column. */
export function preliminaryRows(context: SheetContext, lines: readonly Line[]): Issue[] {
  const ours = lines.filter(({ match, hasFigure }) => match.type === "matched" && hasFigure);
  return wordColumns(context).flatMap((column) => {
    const said = ours.flatMap(({ row }) => {
      const word = preliminaryAt(context, row, column);
      return word === null ? [] : [{ row, word }];
    });
    return [...groupBy(said, ({ word }) => word)].flatMap(([word, same]) => {
      const rows = same.map(({ row }) => row);
      return issue("data/preliminary-rows", sourceAt(context, rows[0] ?? 0, column), { word, rows });
    });
  });
}

/** The word by which a row's figure is not the last; "" for none. */
export function preliminaryOf(context: SheetContext, row: number): string {
  return wordColumns(context).flatMap((column) => preliminaryAt(context, row, column) ?? [])[0] ?? "";
}

function wordColumns({ table }: SheetContext): number[] {
  return table.columns.filter(({ heading }) => ROLES.has(heading.role)).map(({ column }) => column);
}

function preliminaryAt({ grid, catalogue }: SheetContext, row: number, column: number): string | null {
  const shown = grid.shown(row, column)?.display ?? "";
  return MAY_BE_PRELIMINARY.test(shown) ? preliminaryIn(shown, catalogue.lexicon) : null;
}

/** 快报 of 2025年快报 and of 婴儿死亡率（快报）; null where a text says more than that, or nothing of it. */
function preliminaryIn(shown: string, lexicon: SheetContext["catalogue"]["lexicon"]): string | null {
  const text = tightText(shown);
  for (const saying of [...clausesIn(text), ...bracketedIn(text)]) {
    const { noted, leftover } = headingOf([saying], lexicon);
    const found = noted.find(({ why }) => why === "preliminary");
    if (found !== undefined && leftover === "") return found.word;
  }
  return PRELIMINARY_SOURCE.exec(text)?.[0] ?? null;
}

/** 快报 of 市统计局统计快报. */
const PRELIMINARY_SOURCE = new RegExp(`${oneOf(PRELIMINARY)}$`, "u");

/** Hardly a remark has one of these. */
const MAY_DOUBT =
  /20\d\d年|误|错|疑|不准|[待未没].?[核确更修审定]|参考|应|改|更正|修正|订正|调整|最终|核[定实]|[准正]确|不一致/u;
/** Words by which a remark says that the figure beside it does not hold, or that another does. */
const NOT_SURE =
  /有误(?!差)|(?<![无没]|没有)错误|存疑|不准确?|待(?:核|确认|更正|修正|审定|定)|[未没](?:有|经)?核[实对定](?=$|[的数])|仅供参考|(?<!口径)不一致/u;
const ANOTHER =
  /(?:应(?:当|该)?[为是]|(?:更正|修正|订正|修改|调整|改)(?:后)?[为成是:]|(?:最终|核定|核实|准确|正确)(?:后)?的?(?:数值|数据|数|值)[为是:]?)(\d+(?:\.\d+)?)/u;

/** Remarks that doubt the figure of their own row: 数据有误, 应为44.64 beside 43.64. One finding a table. */
export function doubtingRemarks(
  context: SheetContext,
  lines: readonly Line[],
  unheaded: readonly number[],
): Issue[] {
  const told = remarksBeside(context, lines, unheaded, MAY_DOUBT).flatMap(({ row, column, cell }) => {
    const text = tightText(cell.display);
    const isTold =
      cell.content.type === "text" &&
      (doubts(text, rowTexts(context, row)) || namesEarlierYear(text, context, row));
    return isTold ? [{ row, column, text }] : [];
  });
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

/** 街道 before a name. */
const GROUPS: ReadonlySet<unknown> = new Set<Role>(["town", "institution", "residence"]);

/** Words behind a name that nobody understands: who gave the code may yet mean another figure. One finding a table. */
export function longerNames(context: SheetContext, lines: readonly Line[]): Issue[] {
  const column = columnOf(context.table, "name");
  if (column === null) return [];
  const told = lines.flatMap((line) => {
    const more = line.match.type === "matched" && line.hasFigure ? beyondName(line) : null;
    if (more?.includes("|") !== true) return [];
    const { leftover, role } = headingOf([more], context.catalogue.lexicon);
    // A mark that points to a note has become a digit.
    // All that was added: of 流动人口 nobody understands 口 alone, and nobody would know what is meant.
    const added = more.split("|").filter((each) => each !== "");
    return /\p{L}/u.test(leftover) || GROUPS.has(role)
      ? [{ row: line.row, word: quoted(added.join("…")) }]
      : [];
  });
  const [first] = told;
  if (first === undefined) return [];
  return [issue("data/longer-names", sourceAt(context, first.row, column), { names: told })];
}
