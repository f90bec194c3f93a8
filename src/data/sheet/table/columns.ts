import type { Grid } from "../grid.js";
import { headingOf } from "../head/heading.js";
import type { Heading } from "../head/token.js";
import type { Lexicon } from "../head/lexicon.js";
import { oneOf, WHOLE, wordsIn, type Role } from "../head/words.js";

export interface Column {
  column: number;
  heading: Heading;
}

const KEYS: ReadonlySet<Heading["role"]> = new Set<Role>([
  "code",
  "number",
  "name",
  "projectCode",
  "projectName",
  "measureCode",
  "measureName",
]);

/** Whether a column says which row it is, by a code, a number or a name. */
export function isKey({ role }: Pick<Heading, "role">): boolean {
  return KEYS.has(role);
}

const OWN: ReadonlySet<Heading["role"]> = new Set<Heading["role"]>(["yearValue", "value", "done"]);

/** Whether a column holds the rows' own figures, of a year that it names or of the table's. */
export function isOfOwn({ role }: Pick<Heading, "role">): boolean {
  return OWN.has(role);
}

/** What the lowest row of a heading says: 占比 of 2025年 over 占比. */
export function lowestOf({ heading }: Column): string {
  return heading.text.split("|").at(-1) ?? "";
}

/** 合计 of 2025年合计(人) and of 总人数合计; 计 only where it stands alone, not in 统计数. */
const SAYS_WHOLE = new RegExp(
  `${oneOf(
    wordsIn(WHOLE)
      .filter((word) => word.length > 1)
      .join(" "),
  )}|(?<=^|[|年度末])计(?=$|[|(])`,
  "u",
);

/** Whether a heading says that its figures are of all. */
export function saysWhole({ text }: Pick<Heading, "text">): boolean {
  return SAYS_WHOLE.test(text);
}

/** Rows that make a head, inclusive. */
export interface Band {
  top: number;
  bottom: number;
}

/** The columns of a head, each with what all its rows say of it. */
export function columnsOf(grid: Grid, band: Band, lexicon: Lexicon): Column[] {
  const columns = columnsIn(grid, band).map((column) => ({
    column,
    heading: headingOf(headTexts(grid, band, column, lexicon), lexicon),
  }));
  const headed = columns.filter(({ heading }) => heading.text !== "");
  return withNames(headed.map((each) => ({ ...each, heading: withItsYear(each.heading, columns, lexicon) })));
}

/** What a table of projects tells beside their names. */
const OF_PROJECTS: ReadonlySet<Heading["role"]> = new Set<Role>([
  "projectCode",
  "status",
  "quantity",
  "goal",
  "done",
  "progress",
  "problems",
  "nextPlan",
]);

/**
 * 项目 over figures of years heads names of indicators, as statistical bulletins have it, where nothing tells of projects:
 * 状态 behind several years may be theirs.
 */
function withNames(columns: Column[]): Column[] {
  const has = (roles: ReadonlySet<Heading["role"]>) => columns.some(({ heading }) => roles.has(heading.role));
  const years = columns.flatMap(({ heading }) => (heading.role === "yearValue" ? [heading.year] : []));
  if (has(NAMES) || (has(OF_PROJECTS) && new Set(years).size < 2)) return columns;
  return columns.map((each) =>
    each.heading.text === "项目" ? { ...each, heading: { ...each.heading, role: "name" } } : each,
  );
}

const NAMES: ReadonlySet<Heading["role"]> = new Set<Role>(["code", "name"]);

function columnsIn(grid: Grid, { top, bottom }: Band): number[] {
  const columns = new Set<number>();
  for (let row = top; row <= bottom; row += 1) for (const column of grid.columns(row)) columns.add(column);
  return [...columns].sort((a, b) => a - b);
}

function headTexts(grid: Grid, { top, bottom }: Band, column: number, lexicon: Lexicon): string[] {
  const texts: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const own = grid.prose(row, column);
    texts.push(
      own === "" && row < bottom ? bannerFromLeft(grid, { top: row, bottom }, column, lexicon) : own,
    );
  }
  return texts;
}

/**
 * A banner that is not merged stands over the first of its columns only: 2025年 over 目标 | 完成. What has a
 * heading of its own below a blank is under the nearest banner on its left, if that has one below it, too.
 */
function bannerFromLeft(grid: Grid, { top, bottom }: Band, column: number, lexicon: Lexicon): string {
  const below = (each: number) => range(top + 1, bottom).some((row) => grid.text(row, each) !== "");
  if (!below(column)) return "";
  for (let left = column - 1; left > 0 && below(left); left -= 1) {
    const text = grid.prose(top, left);
    if (text === "") continue;
    const { role, figures } = headingOf([text], lexicon);
    const isOver = role === null || grid.cell(top, left) !== null;
    return (figures && isOver) || role === "numerator" || role === "denominator" ? text : "";
  }
  return "";
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

/**
 * The year of a heading that names one and says 上年 or 基期 as well. 上年（2024年） and 2024年（上年） beside 2025年 say which
 * year that is; 上年数 under 2025年, or beside it, is of the year before, 基期 under it of the base year. 2024年（上年） alone
 * may be either.
 */
function withItsYear(heading: Heading, all: readonly Column[], lexicon: Lexicon): Heading {
  const { role, year, relative, text } = heading;
  if (role !== "yearValue" || year === null || relative === null || relative === "this") return heading;
  const before = text.slice(0, text.indexOf(String(year)));
  if (headingOf([before], lexicon).relative === relative) return heading;
  const isUnder = text.lastIndexOf("|") > text.indexOf(String(year));
  if (relative === "base") return isUnder ? { ...heading, role: "base", year: null } : heading;
  const others = all.filter((each) => each.heading !== heading && each.heading.relative !== "previous");
  if (others.some((each) => each.heading.year === year + 1)) return heading;
  const isBehind = isUnder || others.some((each) => each.heading.year === year);
  return isBehind ? { ...heading, year: year - 1 } : { ...heading, role: null };
}
