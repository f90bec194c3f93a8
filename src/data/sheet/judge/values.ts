import { largest } from "../../../terms/long-lists.js";
import { issue, type Issue } from "../../../issues/issue.js";
import { endsHealthYear, isOfHealth } from "../health-year.js";
import { entryOf } from "../kinds/lines.js";
import { tightText } from "../normalise.js";
import { quoted } from "../quoted.js";
import type { Column } from "../table/columns.js";
import { WHOLE, WHOLE_YEAR, oneOf, wordsIn, type Other } from "../head/words.js";
import { yearHeading } from "../kinds/year-columns.js";
import { hasRole, yearsOver } from "../table/table.js";
import { yearsNamed } from "../years.js";
import { headCell, ownRows, toldColumn } from "./place.js";
import { isTimeOfSurvey } from "./survey.js";
import { undecided, valuesIn, type Case, type Judge, type Verdict } from "./verdict.js";

/** Years a data table may speak of: the ten before the plan's start to five after its end. */
const YEARS = { first: 2010, last: 2035 };

/** A title, a note, the name of the sheet or file says that none of the figures is the indicators' own. */
export const wholeTable: Judge = (each, before) => {
  const { context, lines } = each;
  const { other } = context.surroundings;
  if (other === null) return {};
  const { file, sheet } = context;
  const where = other.cell === null ? { file, sheet } : { file, sheet, cell: other.cell };
  const text = quoted(other.text);
  if (other.said.other === "period" && isEndOfHealthYear(each, other.text))
    return { issues: [issue("data/health-year", where, { by: other.by, text, word: other.said.word })] };
  if (other.said.other === "period" && isTimeOfSurvey(each, other.text)) {
    const isDated = context.formYear.type === "year" || hasRole(context.table.columns, "yearValue", "year");
    const args = { by: other.by, text, word: other.said.word };
    return { issues: isDated ? [issue("data/survey-time", where, args)] : [] };
  }
  if (other.said.other === "region" && comparesPlaces(each)) return {};
  const all = undecided(each, before).filter(({ heading }) => heading.leftover === "");
  const isOwn = OWN_COLUMNS[other.said.other];
  const own = isOwn === undefined ? [] : all.filter((column) => isOwn(each, column));
  const mine = all.filter(
    (column) => own.length === 0 || (column.heading.other === null && !own.includes(column)),
  );
  if (mine.length === 0) return {};
  const refused: Verdict = { is: "refused", reason: "table" };
  const verdicts = new Map(mine.map(({ column }) => [column, refused]));
  const rows = lines
    .filter(({ match, hasFigure }) => hasFigure && match.type !== "foreign")
    .map(({ row }) => row);
  if (rows.length === 0) return { verdicts };
  const args = { by: other.by, text, ...other.said, rows, region: regionOf(each) };
  return { verdicts, issues: [issue("data/other-table", where, args)] };
};

/** 全市各区县 over rows of 永川区 and 江津区 under 地区: each row says whose it is. */
function comparesPlaces({ context: { table, grid, catalogue }, lines }: Case): boolean {
  const column = table.columns.find(({ heading }) => heading.role === "region")?.column;
  if (column === undefined) return false;
  const { own } = catalogue.lexicon.places;
  const places = new Set(
    lines.flatMap((line) => (line.hasFigure ? tightText(grid.text(line.row, column)) : [])),
  );
  return places.size > 1 && [...places].some((place) => own.includes(place));
}

/** 统计时点：9月30日 over rows of health alone: their offices' year ends then. */
function isEndOfHealthYear({ lines }: Case, text: string): boolean {
  const entries = lines.flatMap((line) => (line.hasFigure ? (entryOf(line) ?? []) : []));
  return entries.length > 0 && entries.every(isOfHealth) && endsHealthYear(tightText(text));
}

/** What a column says for itself against what the title says of all. */
const OWN_COLUMNS: Readonly<Partial<Record<Other, (each: Case, column: Column) => boolean>>> = {
  region: isOwnColumn,
  period: isWholeYear,
  statistic: (each, column) => isAddedUp(each) && isWholeYear(each, column),
};

/** 累计 over 1—12月 is the year's figure; 平均 is not. */
function isAddedUp({ context: { surroundings } }: Case): boolean {
  return surroundings.other?.said.word.startsWith("累计") === true;
}

/** 全年, 1—12月 beside 一季度, 二季度 under 季度监测表, and 累计 where it is known to be that. */
function isWholeYear(_: Case, { heading }: Column): boolean {
  return heading.other === null && WHOLE_YEARS.test(heading.text);
}

const WHOLE_YEARS = new RegExp(`${oneOf(WHOLE_YEAR)}|累计|(?<!\\d)1月?[-‐-―−~～至到]+12月`, "u");

/** 永川区 beside 江津区 in a comparison of districts is read all the same. */
function isOwnColumn({ context }: Case, { heading }: Column): boolean {
  const { ownByLength } = context.catalogue.lexicon.places;
  return heading.other === null && ownByLength.some((place) => heading.text.includes(place));
}

function regionOf({ context }: Case): string {
  return context.catalogue.plans[0]?.region ?? "";
}

/** Words of the title that may make the figures others: the figures are read, and a person is asked. */
export const titleAsked: Judge = ({ context, lines }, before) => {
  const { file, sheet, surroundings } = context;
  const isRead = valuesIn(before).some(({ column }) => ownRows(context, lines, column).length > 0);
  if (!isRead) return {};
  const measured = new Set(lines.map((line) => entryOf(line)?.indicator.unit));
  const asked = surroundings.asked.filter(
    ({ word }) => !isOfShares(context.table, word) && !measured.has(word),
  );
  return {
    issues: asked.map(({ by, text, word, cell, byLooks }) =>
      issue("data/title-asked", cell === null ? { file, sheet } : { file, sheet, cell }, {
        by,
        text: quoted(text),
        word: quoted(word),
        ...(byLooks === undefined ? {} : { byLooks }),
      }),
    ),
  };
};

/** 女性比例 over shares says what they are. */
function isOfShares({ columns }: Case["context"]["table"], word: string): boolean {
  return (
    /^(?:占比|比重|比例)$/u.test(word) &&
    columns.some(({ heading }) => heading.noted.some(({ why }) => why === "share"))
  );
}

/** A title that names one year, and columns of later years without it: one of the two was not brought up to date. */
export const titleBehind: Judge = ({ context, lines }) => {
  const { columns } = context.table;
  const dated = columns.filter(({ heading }) => heading.role === "yearValue" && heading.year !== null);
  const [titled, second] = yearsNamed(context.table.title);
  if (titled === undefined || second !== undefined || BEGINS_WITH.test(context.table.title)) return {};
  const later = dated.filter(({ heading }) => (heading.year ?? 0) > titled);
  // Columns of years before the title's are history, and 2020年 among them may be the base year.
  if (
    later.length < dated.length &&
    !dated.some(({ heading }) => heading.year === titled && titled === latestBut(dated))
  )
    return {};
  const filled = later.filter(({ column }) => ownRows(context, lines, column).length > 0);
  const [first] = filled;
  if (first === undefined) return {};
  return {
    issues: [
      issue("data/title-behind", headCell(context, first), { columns: filled.map(toldColumn), year: titled }),
    ],
  };
};

/** 2020年以来, 以2020年为基期. */
const BEGINS_WITH = /20\d\d年(?:以来|以后|之后|起|开始|至今|为基)|基期/u;

/** The year before the last of the columns'. */
function latestBut(columns: readonly Column[]): number {
  return largest(columns.map(({ heading }) => heading.year ?? 0)) - 1;
}

/** Columns of years that no plan of ours reaches. One that nobody has lived to see is a slip. */
export const outOfReach: Judge = (each, before) => {
  const dated = undecided(each, before).filter(
    ({ heading: { role, year } }) => role === "yearValue" && year !== null,
  );
  const early = dated.filter(({ heading }) => (heading.year ?? 0) < YEARS.first);
  const late = dated.filter(({ heading }) => (heading.year ?? 0) > YEARS.last);
  const told = (column: Column) => ({ ...toldColumn(column), year: column.heading.year ?? 0 });
  return {
    verdicts: new Map<number, Verdict>([
      ...early.map(({ column }) => [column, { is: "known", reason: "other-year" }] as const),
      ...late.map(({ column }) => [column, { is: "refused", reason: "column" }] as const),
    ]),
    issues: [
      ...early.map((column) =>
        issue("data/year-outside", headCell(each.context, column), { ...told(column), ...YEARS }),
      ),
      ...late.map((column) =>
        issue("data/unread-column", headCell(each.context, column), {
          ...told(column),
          leftover: `${told(column).year}年`,
          instead: yearHeading(each.context),
          given: "",
        }),
      ),
    ],
  };
};

/** Columns of the rows' own figures: of a year they name, or of this, the last and the base year. */
export const ownFigures: Judge = (each, before) => {
  const columns = undecided(each, before);
  const judged = columns.flatMap((column) => {
    const verdict = ownVerdict(each, column);
    return verdict === null ? [] : [{ column, verdict }];
  });
  const verdicts = new Map(judged.map(({ column, verdict }) => [column.column, verdict]));
  const unknownYear = judged.filter(({ verdict }) => verdict.is === "refused").map(({ column }) => column);
  return { verdicts, issues: yearUnknown(each, unknownYear) };
};

const ECHO: Verdict = { is: "known", reason: "previous-year-echo" };

function ownVerdict(each: Case, { heading }: Column): Verdict | null {
  const { role, year } = heading;
  switch (role) {
    case "yearValue":
      return { is: "value", year, echo: false };
    case "value":
    case "done":
      if (isSumOfYears(each, heading)) return { is: "known", reason: "statistic-column" };
      return byRow(each) ? { is: "value", year: null, echo: false } : ofForm(each, 0, false);
    case "previous":
      return each.grouped || byRow(each) ? ECHO : ofPrevious(each);
    case "base":
      return ofBase(each);
    default:
      return null;
  }
}

const WHOLES: ReadonlySet<string> = new Set(wordsIn(WHOLE));

/** 合计 beside 2023年, 2024年, 2025年 adds them up. */
function isSumOfYears({ context }: Case, { text }: Column["heading"]): boolean {
  const years = context.table.columns.filter(({ heading }) => heading.role === "yearValue");
  return WHOLES.has(text) && new Set(years.map(({ heading }) => heading.year)).size > 1;
}

function byRow({ context }: Case): boolean {
  return hasRole(context.table.columns, "year") || context.table.years.size > 0;
}

/** 上年 beside 2025年 alone, in a table that says no year of its own, is of 2024. */
function ofPrevious(each: Case): Verdict {
  const { columns } = each.context.table;
  const [year, ...others] = new Set(yearsOver(columns));
  const isClear = each.context.formYear.type === "none" && year !== undefined && others.length === 0;
  return isClear ? { is: "value", year: year - 1, echo: true } : ofForm(each, -1, true);
}

function ofForm({ context: { formYear } }: Case, offset: number, echo: boolean): Verdict {
  return formYear.type === "year"
    ? { is: "value", year: formYear.year + offset, echo }
    : { is: "refused", reason: "year" };
}

/** 基期 beside years is the plans' base year; on a form it only shows what is known. */
function ofBase({ context: { table, catalogue } }: Case): Verdict {
  const bases = [...new Set(catalogue.plans.map(({ period }) => period.baseline))];
  const [base] = bases;
  if (!hasRole(table.columns, "yearValue") || base === undefined || bases.length > 1) return ECHO;
  return table.columns.some(({ heading }) => heading.year === base)
    ? { is: "known", reason: "repeated" }
    : { is: "value", year: base, echo: false };
}

/** Nothing says which year a form is about, or two things say otherwise. */
function yearUnknown({ context, lines }: Case, columns: readonly Column[]): Issue[] {
  const { file, sheet, formYear, table } = context;
  const asked = lines.filter(({ match, hasFigure }) => hasFigure && match.type !== "foreign");
  const isBesideDated = hasRole(table.columns, "yearValue");
  // 完成情况 may hold words: 已完成 is of no year.
  const held = isBesideDated
    ? columns.filter(({ column }) => ownRows(context, lines, column).length > 0)
    : columns;
  const [first] = held;
  if (first === undefined || asked.length === 0 || formYear.type === "year") return [];
  const extent = {
    rows: table.isPart ? asked.map(({ row }) => row) : null,
    columns: isBesideDated ? held.map(toldColumn) : [],
  };
  const where = table.isPart || isBesideDated ? headCell(context, first) : { file, sheet };
  return formYear.type === "none"
    ? [issue("data/no-year", where, extent)]
    : [issue("data/year-conflict", where, { said: formYear.said, ...extent })];
}
