import { issue, type Issue } from "../../../issues/issue.js";
import type { KnownReason } from "../../coverage/reasons.js";
import { headingOf } from "../head/heading.js";
import type { Heading } from "../head/token.js";
import { hear } from "../head/title.js";
import { quoted } from "../quoted.js";
import { tightText } from "../normalise.js";
import { sourceAt } from "../../settle/place.js";
import type { SheetContext } from "../reading.js";
import { columnOf } from "../table/table.js";
import type { Cell } from "../../../workbook/sheet.js";
import type { Line } from "./lines.js";

/** Rows that are not the district's of a whole year, by what they are. */
export interface Qualified {
  /** Why a row's figures are not read; rows that are read are not in it. */
  rows: ReadonlyMap<number, KnownReason>;
  issues: readonly Issue[];
}

/** Columns that say whose figures a row has, and what makes a row another's. */
const QUALIFIERS = [
  { role: "region", reason: "other-region", noun: "地区" },
  { role: "period", reason: "other-period", noun: "时期" },
] as const;

/** Reads the columns 地区 and 季度, and the lines between sections: 二、全市数据. */
export function qualified(context: SheetContext, lines: readonly Line[]): Qualified {
  const found = [
    ...bySection(context, lines),
    ...QUALIFIERS.flatMap((each) => byColumn(context, lines, each)),
  ];
  const rows = new Map(found.flatMap((each) => each.rows.map((row) => [row, each.reason] as const)));
  const filled = new Set(
    lines.filter(({ match, hasFigure }) => match.type !== "foreign" && hasFigure).map(({ row }) => row),
  );
  const all = [...filled].every((row) => rows.has(row));
  const issues = found.flatMap(({ rows: own, said, where }) => {
    const told = own.filter((row) => filled.has(row));
    const code = all ? "data/only-others-rows" : "data/others-rows";
    return told.length === 0 ? [] : [issue(code, where, { ...said, rows: told })];
  });
  return { rows, issues };
}

interface Found {
  rows: number[];
  reason: KnownReason;
  said: { noun: string; text: string };
  where: ReturnType<typeof sourceAt>;
}

function byColumn(
  context: SheetContext,
  lines: readonly Line[],
  { role, reason, noun }: (typeof QUALIFIERS)[number],
): Found[] {
  const { grid, table, catalogue } = context;
  const column = columnOf(table, role);
  if (column === null) return [];
  const others = lines.filter(({ row }) => {
    const text = tightText(grid.text(row, column));
    return text !== "" && !isOwn(headingOf([text], catalogue.lexicon));
  });
  const texts = [...new Set(others.map(({ row }) => grid.text(row, column)))];
  const where = sourceAt(context, others[0]?.row ?? 0, column);
  return others.length === 0
    ? []
    : [
        {
          rows: others.map(({ row }) => row),
          reason,
          said: { noun, text: quoted(texts.slice(0, 5).join("、")) },
          where,
        },
      ];
}

/** 永川区, 全年, 1—12月, 合计; a place nobody knows is another one. */
function isOwn({ other, leftover }: Heading): boolean {
  return other === null && leftover === "";
}

/** A line of words between the rows speaks of those below it, up to the next one. */
function bySection(context: SheetContext, lines: readonly Line[]): Found[] {
  const found: Found[] = [];
  let now: Found | null = null;
  for (const line of lines) {
    const section = sectionAt(context, line);
    if (section === null) {
      now?.rows.push(line.row);
      continue;
    }
    const reason = sectionReason(context, section.display);
    const where = sourceAt(context, line.row, section.column);
    now =
      reason === null
        ? null
        : { rows: [], reason, said: { noun: "小标题", text: quoted(section.display) }, where };
    if (now !== null) found.push(now);
  }
  return found.filter(({ rows }) => rows.length > 0);
}

/** The one cell of a row that heads those below: merged, numbered, or nothing but what it says of them. */
function sectionAt({ grid, table, catalogue }: SheetContext, { row, match }: Line): Cell | null {
  const own = grid.own(row).filter(({ column }) => column >= table.from && column <= table.to);
  const [first] = own;
  if (match.type !== "foreign" || first === undefined || own.length > 1 || first.content.type !== "text")
    return null;
  const text = tightText(first.display);
  if (/^(?:注|备注|说明|其中)/u.test(text)) return null;
  const isClear = headingOf([text], catalogue.lexicon).leftover === "";
  const isNumbered =
    /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d))/u.test(text);
  return isClear || isNumbered || grid.width(row, first.column) > 1 ? first : null;
}

function sectionReason({ catalogue, formYear }: SheetContext, text: string): KnownReason | null {
  const { role, year } = headingOf([text], catalogue.lexicon);
  const isFormYear = formYear.type === "year" && formYear.year === year;
  if (role === "yearValue") return isFormYear ? null : "other-year";
  const other = hear(text, catalogue.lexicon, catalogue.plans).other?.other;
  if (other === undefined) return null;
  return other === "period"
    ? "other-period"
    : other === "group"
      ? "other-group"
      : other === "region"
        ? "other-region"
        : "target-column";
}
