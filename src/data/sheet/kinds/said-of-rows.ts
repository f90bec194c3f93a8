import { issue, type Issue } from "../../../issues/issue.js";
import { groupBy } from "../../../terms/group-by.js";
import { headingOf } from "../head/heading.js";
import { oneOf, PRELIMINARY, type Role } from "../head/words.js";
import { tightText } from "../normalise.js";
import { quoted } from "../quoted.js";
import { sourceAt } from "../../settle/place.js";
import type { SheetContext } from "../reading.js";
import { bracketedIn, clausesIn } from "./qualifiers.js";
import { columnOf } from "../table/table.js";
import { beyondName, type Line } from "./lines.js";

/** Most rows say nothing of the kind, and need no long look. */
const MAY_BE_PRELIMINARY = /[初快暂审自]/u;

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
