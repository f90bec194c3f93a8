import { issue, type Issue } from "../../../issues/issue.js";
import type { KnownReason } from "../../coverage/reasons.js";
import { headingOf } from "../head/heading.js";
import { hear } from "../head/title.js";
import { TITLE_DONE } from "../head/title-words.js";
import { oneOf, type Role } from "../head/words.js";
import { OTHER_REASONS } from "../judge/reasons.js";
import { quoted } from "../quoted.js";
import { isNumbered, tightText, unnumbered } from "../normalise.js";
import { sourceAt } from "../../settle/place.js";
import type { SheetContext } from "../reading.js";
import type { Cell } from "../../../workbook/sheet.js";
import { NOT_MEASURED } from "../remarks/doubting.js";
import { yearsNamed } from "../years.js";
import { lineOfWords } from "../table/line-of-words.js";
import { yearOfLine } from "../table/row-years.js";
import { subLines } from "./beneath/sub-lines.js";
import { hasRole, textIn } from "../table/table.js";
import type { Line } from "./lines.js";
import { isNamedNote, namedLines, type NamedLines } from "./named-notes.js";
import type { Found } from "./qualifiers.js";
import { latestYear } from "./year-columns.js";

/** A line of words between the rows, and the lines below it, up to the next one. */
interface Section {
  head: Head;
  lines: readonly Line[];
}

/** The cell that says something of the rows below, and what it says, with its number. */
interface Head {
  cell: Cell;
  text: string;
}

function sectionsIn(context: SheetContext, lines: readonly Line[]): Section[] {
  const sections: { head: Head; lines: Line[] }[] = [];
  const named = namedLines(context, lines);
  const beneath = subLines(context, lines);
  for (const line of lines) {
    const head = beneath.has(line.row) ? null : sectionAt(context, line, named);
    if (head === null) sections.at(-1)?.lines.push(line);
    else sections.push({ head, lines: [] });
  }
  return sections.filter(({ head, lines: [first] }) => first !== undefined && !begins(context, head, first));
}

/** 16 | 城镇单位 over 16 | 就业人员中的女性比例: the beginning of its name, and no head of the rows that follow. */
function begins({ grid, table }: SheetContext, { cell }: Head, first: Line): boolean {
  const [above, own] = [cell.row, first.row].map((row) => textIn(grid, table, row, "number"));
  return first.byPlace !== null && above !== "" && above === own;
}

/** Rows of which the line above them says that their figures are others: 二、责任目标. */
export function bySection(context: SheetContext, lines: readonly Line[]): Found[] {
  return sectionsIn(context, lines).flatMap(({ head, lines: below }): Found[] => {
    const reason = sectionReason(context, head.text);
    const said = { noun: "小标题", text: quoted(head.cell.display) };
    const where = sourceAt(context, head.cell.row, head.cell.column);
    // 城镇单位 over 就业人员中的女性比例 is the beginning of its name.
    const rows = below.filter(({ byPlace }) => byPlace === null).map(({ row }) => row);
    return reason === null ? [] : [{ rows, reason, said, where }];
  });
}

/** 二、各项目标 may head targets, or what was done about them: the rows are read, and a person is asked. */
export function askedSections(context: SheetContext, lines: readonly Line[]): Issue[] {
  return sectionsIn(context, lines).flatMap(({ head, lines: below }): Issue[] => {
    const isOurs = below.some(({ match, hasFigure }) => match.type === "matched" && hasFigure);
    const word = isOurs && sectionReason(context, head.text) === null ? askedIn(context, head.text) : "";
    if (word === "") return [];
    const where = sourceAt(context, head.cell.row, head.cell.column);
    return [issue("data/title-asked", where, { by: "小标题", text: quoted(head.cell.display), word })];
  });
}

/** What speaks of plans, but for what became of them: 目标完成情况. */
const OF_PLANS = /目标|任务|计划|考核|拟|工作安排/u;
/** What speaks of some of the units, or of who counted: 镇街汇总, 民政口径, 上级反馈. */
const OF_SOME = /口径|汇总|反馈|[省市区县部]属|区直|(?:国家|[省市])级|示范|试点|代[编报填]|自[查评报]/u;
const OF_DEEDS = new RegExp(oneOf(TITLE_DONE), "u");

/** 以下为市级数据,供参考 and 其中:农村 say of the rows below what stands behind these words, up to the comma. */
const LEAD =
  /^(?:(?:以下|下列|下述|下面)(?:各项|所有|全部|指标|数据|数字|数|的|\d+项|[一二三四五六七八九十]+项)*(?:均|都|全部|仅|只)*[为是系:](?=.)|其中:?(?=.))/u;

interface Banner {
  /** What it says, in plain width, without its number and its lead. */
  said: string;
  /** It begins with such words: all that it says is said of the rows below. */
  isLed: boolean;
}

function bannerOf(text: string): Banner {
  const tight = unnumbered(tightText(text));
  const lead = LEAD.exec(tight)?.[0] ?? "";
  const [said = ""] = tight.slice(lead.length).split(/[,;。]/u);
  return lead === "" ? { said: tight, isLed: false } : { said, isLed: true };
}

/** The word of a section that may make its figures others; "" for none. The plans' own names have such words, too. */
function askedIn(context: SheetContext, text: string): string {
  const { lexicon, plans } = context.catalogue;
  const { said, isLed } = bannerOf(text);
  const dated = earlierIn(context, text);
  if (dated !== "") return dated;
  const heard = hear(isLed ? said : text, lexicon, plans);
  if (heard.asked !== "" && (heard.known || isLed)) return heard.asked;
  if (text.length > LONGEST_SECTION || !(OF_PLANS.test(text) || OF_SOME.test(text))) return "";
  const bare = lexicon.names.reduce((rest, name) => rest.replaceAll(name, ""), tightText(text));
  // 全区汇总 is of all.
  const isWhole = lexicon.places.own.some((place) => place.length > 1 && bare.includes(place));
  const some = isWhole ? null : OF_SOME.exec(bare);
  if (some !== null) return some[0];
  return OF_DEEDS.test(bare) ? "" : (OF_PLANS.exec(bare)?.[0] ?? "");
}

/** What is longer is a note. */
const LONGEST_SECTION = 30;

/** 2024年 of 二、2024年结转指标 in a table of 2025, 未开展 of 2025年未开展; "" where a line says nothing of the kind. */
function earlierIn(context: SheetContext, text: string): string {
  const isSpan = /20\d\d年?[-‐-―−~～至到]+20\d\d/u.test(text);
  if (text.length > LONGEST_SECTION || isSpan || context.table.years.size > 0) return "";
  const latest = latestYear(context);
  if (latest === null) return "";
  const earlier = yearsNamed(text).find((year) => year < latest);
  return earlier === undefined ? (NOT_MEASURED.exec(tightText(text))?.[0] ?? "") : `${earlier}年`;
}

/** What a row of words says of those below it: merged, numbered, or nothing but what it says of them. */
function sectionAt(context: SheetContext, { row, match, isBroken }: Line, named: NamedLines): Head | null {
  const { grid, table } = context;
  const line = match.type === "foreign" && !isBroken ? lineOfWords(grid, table, row) : null;
  if (line === null) return null;
  const { cell, text } = line;
  // A note speaks of the table or of what stands above it, never of what follows.
  const isOfWhich = bannerOf(text).said.startsWith("其中") && sectionReason(context, text) === null;
  if (isOfWhich || /^[([【]?(?:注|备注|说明|附注|以上|上述)/u.test(text)) return null;
  if (isNamedNote(named, text)) return null;
  const isHead = line.isAlone
    ? isClear(context, text, true) || isNumbered(text) || grid.width(row, cell.column) > 1
    : isNumbered(text) ||
      ((!line.isDashed || table.body[0] === row) && isClear(context, text, !IS_MEASURE.test(text)));
  return isHead ? { cell, text } : null;
}

/** Ends like the name of an indicator: 农村自来水普及率 without a figure is somebody's row, and heads nothing. */
const IS_MEASURE = /[率比重数量值额]$/u;

/** Says of itself whose the rows below it are; `heard`: also where other words stand beside. */
function isClear(context: SheetContext, text: string, heard: boolean): boolean {
  const { lexicon, plans } = context.catalogue;
  const { said, isLed } = bannerOf(text);
  return (
    isLed ||
    headingOf([said], lexicon).leftover === "" ||
    (heard && text.length <= LONGEST_SECTION && hear(text, lexicon, plans).other !== null) ||
    bannerYear(context, text) !== null ||
    (heard && askedIn(context, text) !== "")
  );
}

/** 市级数据 behind 以下为. */
const ABOVE = /^(?:[市省]级?|国家级?|上级)(?:口径|数据|数字|数|平均数?|水平|指标)/u;

/** 2025年妇女指标 within a table of 2024 without years over its columns; null where it says no other year. */
function bannerYear({ catalogue, formYear, table }: SheetContext, text: string): number | null {
  const isDated = table.years.size > 0 || table.columns.some(({ heading }) => heading.role === "yearValue");
  const year = isDated ? null : yearOfLine(tightText(text), catalogue.lexicon);
  return formYear.type === "year" && formYear.year === year ? null : year;
}

function sectionReason(context: SheetContext, text: string): KnownReason | null {
  const { catalogue, formYear, table } = context;
  const { said, isLed } = bannerOf(text);
  const { role, year, other, leftover } = headingOf([said], catalogue.lexicon);
  if (said === "其中") return null;
  if (role === "previous" || role === "base") return "other-year";
  if (role === "yearValue" && table.years.size > 0) return null;
  const isFormYear = formYear.type === "year" && formYear.year === year;
  if (role === "yearValue") return isFormYear ? null : "other-year";
  if (bannerYear(context, text) !== null) return "other-year";
  // 乡镇 heads the rows of towns where no column does.
  if (role === "town" && !hasRole(table.columns, ...DIVIDED)) return "other-group";
  if (isLed && ABOVE.test(said)) return OTHER_REASONS.region;
  const heard = hear(isLed ? said : text, catalogue.lexicon, catalogue.plans).other?.other;
  const found = heard ?? (isLed && leftover === "" ? other?.other : undefined);
  return found === undefined ? null : OTHER_REASONS[found];
}

const DIVIDED: readonly Role[] = ["town", "institution", "grouping", "group"];
