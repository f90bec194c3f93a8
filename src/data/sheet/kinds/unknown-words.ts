import { groupBy } from "../../../terms/group-by.js";
import { headingOf } from "../head/heading.js";
import type { Heading } from "../head/token.js";
import { ABOUT_WORK, WHOLE_OF_ROWS, oneOf } from "../head/words.js";
import { isDashed, nameKey, tightText } from "../normalise.js";
import { isFigure } from "../../coverage/figures.js";
import { quoted } from "../quoted.js";
import type { SheetContext } from "../reading.js";
import { sourceAt } from "../../settle/place.js";
import { issue, type Issue } from "../../../issues/issue.js";
import type { Column } from "../table/columns.js";
import type { Match } from "../match/match.js";
import type { Line } from "./lines.js";
import { mannerOf, type Found } from "./qualifiers.js";

/** Rows whose words nobody knows, and columns that say one such word throughout. */
export interface UnknownWords {
  found: readonly Found[];
  issues: readonly Issue[];
}

/**
 * 早产儿 under 人群, 仅区妇幼保健院 under 统计范围: a word that nobody knows may well name a part, and its row is not read.
 * What stands in nearly all rows only says how the table was counted.
 */
export function unknownWords(
  context: SheetContext,
  lines: readonly Line[],
  taken: ReadonlySet<number>,
): UnknownWords {
  const filled = lines.filter(
    ({ match, hasFigure, byPlace }) => match.type === "matched" && hasFigure && byPlace === null,
  );
  const each = context.table.columns.map((column) => unknownInColumn(context, filled, taken, column));
  const others = new Set([...taken, ...each.flatMap(({ found }) => found.flatMap(({ rows }) => rows))]);
  const unheard = context.table.columns.flatMap((column) => unheardIn(context, filled, others, column));
  return {
    found: each.flatMap(({ found }) => found),
    issues: [...each.flatMap(({ issues }) => issues), ...unheard],
  };
}

/** Fewer rows than this say nothing of a whole table. */
const FEWEST_ALIKE = 3;
const NEARLY_ALL = 0.8;

function unknownInColumn(
  context: SheetContext,
  filled: readonly Line[],
  taken: ReadonlySet<number>,
  column: Column,
): UnknownWords {
  const unknown = saidIn(context, filled, column).filter(
    ({ line, text }) =>
      !taken.has(line.row) && !isKnown(context, column, text) && !isOwnGroup(line.match, text),
  );
  const alike = [...groupBy(unknown, ({ text }) => text).values()].find(
    (same) => same.length >= FEWEST_ALIKE && same.length >= filled.length * NEARLY_ALL,
  );
  const rest = unknown.filter(({ text }) => text !== alike?.[0]?.text);
  const noun = `“${column.heading.text.replaceAll("|", "／")}”`;
  const whereOf = (row: number) => sourceAt(context, row, column.column);
  const [first] = rest;
  const [common] = alike ?? [];
  const texts = [...new Set(rest.map(({ text }) => text))].slice(0, MOST_TEXTS).join("、");
  const rows = rest.map(({ line }) => line.row);
  const said = { noun, text: quoted(texts), isUnknown: true };
  return {
    found: first === undefined ? [] : [{ rows, reason: "other-group", said, where: whereOf(first.line.row) }],
    issues:
      common === undefined
        ? []
        : [issue("data/word-in-all-rows", whereOf(common.line.row), { noun, text: quoted(common.text) })],
  };
}

/** The words of a column that says whose the figures are; none of one that says something else. */
function saidIn(
  { grid, catalogue }: SheetContext,
  lines: readonly Line[],
  { column, heading: { role } }: Column,
): { line: Line; text: string }[] {
  if (role !== "coverage" && role !== "scope" && role !== "sort") return [];
  const said = lines.flatMap((line) => {
    const cell = grid.shown(line.row, column);
    const text = cell?.content.type === "text" ? tightText(cell.display) : "";
    return isDashed(text) || (role === "scope" && isDefinition(text)) ? [] : [{ line, text }];
  });
  const isHeard = role !== "sort" || said.some(({ text }) => divides(headingOf([text], catalogue.lexicon)));
  return isHeard ? said : [];
}

/** 类别 may hold 健康 and 教育, too: it is heard for people and places where one of its words is known for such. */
function divides({ other, leftover }: Heading): boolean {
  return (
    leftover === "" &&
    /^(?:group|region|site)$/u.test(other?.other ?? "") &&
    !/^其[他它]$/u.test(other?.word ?? "")
  );
}

const WHOLE = new RegExp(`^(?:按|以)?${oneOf(WHOLE_OF_ROWS)}(?:人口|人群|口径|范围|数据|统计)*$`, "u");

/**
 * 职工 and 居民 under 险种: nobody knows the heading, and its words may say whose the figures are. They are read, and a person
 * is asked, once a column.
 */
function unheardIn(
  context: SheetContext,
  lines: readonly Line[],
  others: ReadonlySet<number>,
  column: Column,
): Issue[] {
  const { role, leftover, text: heading } = column.heading;
  if (role !== null || leftover === "" || IS_ABOUT_WORK.test(heading)) return [];
  const { grid, catalogue } = context;
  const own = lines.filter(({ row }) => !others.has(row));
  const cells = own.map((line) => ({ line, cell: grid.shown(line.row, column.column) }));
  if (cells.some(({ cell }) => cell !== null && cell !== undefined && isFigure(cell))) return [];
  const strange = cells.flatMap(({ line, cell }) => {
    const text = cell?.content.type === "text" ? tightText(cell.display) : "";
    const isSaid =
      IS_LABEL.test(text) &&
      !isDashed(text) &&
      !isKnown(context, column, text) &&
      !isOwnGroup(line.match, text);
    return isSaid && !catalogue.lexicon.names.includes(text) ? [{ row: line.row, text }] : [];
  });
  const [first] = strange;
  if (first === undefined) return [];
  const texts = [...new Set(strange.map(({ text }) => text))].slice(0, MOST_TEXTS);
  const args = { heading: quoted(heading.replaceAll("|", "／")), texts: texts.map(quoted) };
  return [issue("data/words-unheard", sourceAt(context, first.row, column.column), args)];
}

const MOST_TEXTS = 5;
const IS_ABOUT_WORK = new RegExp(`${oneOf(ABOUT_WORK)}$`, "u");
/** A sentence is a remark, an office only reports, and 是 answers what its heading asks. */
const IS_LABEL =
  /^(?=.*\p{Script=Han})(?![是否有无对错]$)(?!.*(?:[局委办厅科室股处部会队]|政府|妇联|残联|街道|[镇乡])$).{1,12}$/u;

/** What the words of headings account for: 全区, 合计, 户籍. A name of a column, 医疗机构, says no more than a strange word. */
function isKnown(context: SheetContext, column: Column, text: string): boolean {
  return (
    WHOLE.test(text) ||
    mannerOf(column)
      .sayings(text)
      .some((saying) => {
        const { leftover, role, other } = headingOf([saying], context.catalogue.lexicon);
        return leftover === "" && (role === null || other !== null || FIGURES.has(role));
      })
  );
}

/** 城乡 is the whole. */
const FIGURES: ReadonlySet<unknown> = new Set(["value", "yearValue", "done", "goal", "residence"]);

/** 孕产妇 beside 孕产妇系统管理率, and 儿童 in the plan for children, is the row's own group. */
export function isOwnGroup(match: Match, text: string): boolean {
  if (match.type !== "matched") return false;
  const { keys, plan } = match.entry;
  const key = nameKey(text);
  const people: readonly string[] = plan.title.match(/妇女|儿童/gu) ?? [];
  return key.length >= 2 && (people.includes(key) || keys.some((name) => name.includes(key)));
}

/** Under 口径 stand definitions, and who counts: 活产数中死亡的婴儿数／活产数, 妇幼年报, 教育部门. */
function isDefinition(text: string): boolean {
  if (/^[仅只]|抽样/u.test(text)) return false;
  return text.length > LONGEST_WORD || /[/÷×]|年报|报表|年鉴|制度|部门|系统|平台|统计局/u.test(text);
}

const LONGEST_WORD = 12;
