import { posix } from "node:path";
import type { Plan } from "../../plan/plan.js";
import type { Cell } from "../../workbook/sheet.js";
import type { Grid } from "./grid.js";
import { headingOf } from "./head/heading.js";
import type { Heading, Heard } from "./head/token.js";
import type { Lexicon } from "./head/lexicon.js";
import { clausesOfAll, NOTE_VERB } from "./head/note-clauses.js";
import { isFormWord } from "./head/title-rest.js";
import { oneOf, OTHER_WORDS } from "./head/words.js";
import { hear, TOGETHER } from "./head/title.js";
import { tightText } from "./normalise.js";
import type { Column } from "./table/columns.js";
import { isFigure } from "./table/bands.js";
import { hasRole, yearsOver, type Table } from "./table/table.js";
import { yearsNamed } from "./years.js";

/** What stands around a table says of all its figures. */
export interface Surroundings {
  /** What makes them others than the indicators' own; null for nothing. */
  other: Misfit | null;
  /** The unit a title gives for all of them, and the cell that says so; null for none or several. */
  unit: { unit: string; cell: string } | null;
  /** Words of which only a person knows whether they make the figures others: 快报, 市级反馈. */
  asked: readonly { word: string; by: string; text: string; cell: string | null; byLooks?: true }[];
}

export interface Misfit {
  said: NonNullable<Heading["other"]>;
  /** 标题, 说明, 工作表名, 文件名, 文件夹名 */
  by: string;
  text: string;
  /** The cell that says so; null for the name of a sheet or file. */
  cell: string | null;
}

interface Voice {
  by: string;
  text: string;
  cell: string | null;
  heard: Heard;
  /** A clause that speaks of the table itself: 本表为全市数据. */
  ofTable: boolean;
}

/** Listens to the title, the notes, the names of the sheet, the file and its folders, in this order. */
export function surroundings(
  { file, sheet, grid, table }: { file: string; sheet: string; grid: Grid; table: Table },
  lexicon: Lexicon,
  plans: readonly Plan[],
): Surroundings {
  const voice = (by: string, text: string, cell: string | null, ofTable = false): Voice => {
    // 均 of 均为 is no average.
    const heard = hear(ofTable ? text.replace(/均(?=[为是系指])/gu, "") : text, lexicon, plans);
    const isHeard = !ofTable || heard.other !== null;
    // 江津区 of 本表为江津区数据 is heard where it begins what is said.
    const others = isHeard
      ? [heard.other]
      : saidOfTable(text).map((said) => hear(said, lexicon, plans).other);
    const other = others.find((each) => each !== null) ?? (ofTable ? lastYearIn(text, lexicon) : null);
    return { by, text, cell, heard: { ...heard, other }, ofTable };
  };
  const folders = posix
    .dirname(file)
    .split("/")
    .filter((folder) => folder !== ".");
  const base = posix.basename(file).replace(/\.[a-z]+$/iu, "");
  const titles = table.above.map((cell) => voice("标题", titleText(cell), cell.address));
  const notes = [
    ...table.above.flatMap(({ content, display, address }) =>
      content.type === "text" ? saidOfAll(display, lexicon).map((text) => ({ text, cell: address })) : [],
    ),
    ...notesIn(grid, table, (note) => saidOfAll(note, lexicon)),
  ].map(({ text, cell }) => voice("说明", text, cell, true));
  const names = [
    voice("工作表名", sheet === posix.basename(file) ? "" : sheet, null),
    voice("文件名", base, null),
    ...folders.map((folder) => voice("文件夹名", folder, null)),
  ];
  const isOwn = titles.some(({ heard }) => heard.own);
  const about = { table, named: [table.title, sheet, base].join("\n") };
  const found = [...titles, ...notes, ...names].find((each) => isMisfit(each, about, isOwn));
  const stated = titles.filter(({ heard }) => heard.unit !== "");
  const [unit] = stated;
  const isOne = new Set(stated.map(({ heard }) => heard.unit)).size === 1;
  return {
    other: found?.heard.other ? { ...found, said: found.heard.other } : null,
    unit: unit === undefined || !isOne ? null : { unit: unit.heard.unit, cell: unit.cell ?? "" },
    asked: [...[...titles, ...names].flatMap((each) => askedIn(each, table)), ...notedDoubts(grid, table)],
  };
}

/** What a note says of figures that are not settled yet. */
const UNSETTLED =
  /[未没待](?:有|经)*(?:最终)?(?:审[定核]|核[实定对])|仅供参考|不作为?正式|(?:扩大|缩小)\d+倍|按[万千百]分比|填反|颠倒|应?对调|(?<!无|没有)[有错]误(?!差)|[待应]重报|代(?:为)?[编报填](?![制告])/u;
/** What a note says of figures by how they look or where they stand: 标黄的为2024年数据, 第2—3行为估算数. */
const BY_LOOKS =
  /(?:[标涂填][注为成]?)?(?:[红黄蓝绿紫橙灰]色?(?:字体?|底色?|底纹|填充|标注|标记|标识)*|底色|底纹|加粗|斜体|下划线)的?(?:单元格|部分|数据|数字|指标|数|项)*[为是系]|第[\d一二三四五六七八九十][\d一二三四五六七八九十、,，和至—-]*行的?(?:数据|数字|指标|数)*均?[为是系]/u;

/** 2025年数据未经审定: the figures are read, and a person is asked. */
function notedDoubts(grid: Grid, { above, body, from, to }: Table): Surroundings["asked"] {
  const below = body.flatMap((row) => {
    const [first, second] = grid.own(row).filter(({ column }) => column >= from && column <= to);
    return first === undefined || second !== undefined ? [] : [first];
  });
  const last = lowestFilled(grid, { body, from, to });
  return [...above, ...below].flatMap(({ content, display, address, row }) => {
    const isHeard = content.type === "text" && (isNote(display) || row > last);
    const text = isHeard ? display.slice(0, LONGEST_NOTE) : "";
    const common = { by: "说明", text, cell: address };
    const looks = BY_LOOKS.exec(tightText(text))?.[0];
    const word = looks ?? UNSETTLED.exec(tightText(text))?.[0];
    if (word === undefined) return [];
    return [looks === undefined ? { word, ...common } : { word, ...common, byLooks: true as const }];
  });
}

/** （旧）, -旧 at the end of a name. */
const OLD = /(?:^|[([（【_\s-])[旧老](?:[)\]）】_\s-]|$)/u;

function askedIn(voice: Voice, table: Table): Surroundings["asked"] {
  const { by, text, cell, heard } = voice;
  const own = isAsked(voice) ? [{ word: heard.asked, by, text, cell }] : [];
  return [...own, ...comparedIn(voice, table)];
}

/** Files and folders bear names of people and whatever else nobody knows; only words of the lists are asked about there. */
function isAsked({ heard, by, text }: Voice): boolean {
  return (
    heard.asked !== "" &&
    (heard.known || (/^[旧老]$/u.test(heard.asked) && OLD.test(text)) || by === "标题" || by === "工作表名")
  );
}

/** A date over a table is that of its making, and a note over it is heard as notes are. */
function titleText({ content, display }: Cell): string {
  if (content.type === "date" || content.type === "number") return "";
  return isNote(display) || display.length > LONGEST_TITLE ? (aboutTable(display) ?? "") : display;
}

/** A table, and what names it: its title, its sheet, its file. */
interface About {
  table: Table;
  named: string;
}

/**
 * What a title compares, 对比, 变化情况, 同比, over columns that each are of a year: their figures are those years' own. A
 * single column may hold the change itself, and so may figures under 同比, which people know.
 */
function comparedIn({ heard: { other }, by, text, cell }: Voice, table: Table): Surroundings["asked"] {
  const kind = comparison(other, text);
  const isClear = kind === null || (kind === "form") === compares(table);
  return other === null || isClear ? [] : [{ word: other.word, by, text, cell }];
}

/** Whether a text speaks of a comparison by what the table is for, 变化情况, 进度, or by what figures may be: 同比. */
function comparison(other: Heading["other"], text: string): "form" | "figures" | null {
  if (other?.other !== "change" && other?.other !== "completion") return null;
  if (isFormWord(other.word) || isFormWord(tightText(text))) return "form";
  return other.other === "change" ? "figures" : null;
}

/** Two years side by side, or 上年数 and 本年数. */
function compares(table: Table): boolean {
  return hasYears(table) || (hasRole(table.columns, "previous") && hasRole(table.columns, "value"));
}

/** Of two places in words one may be the issuer's; a place that stands alone is whose figures these are. */
function isMisfit({ heard, text, ofTable }: Voice, about: About, isOwn: boolean): boolean {
  const { other } = heard;
  if (other === null) return false;
  const tight = tightText(text);
  // 统计口径：常住人口 in a title is how the plans count.
  if (other.word.startsWith("常住") && tight.includes("口径")) return false;
  if (ofTable && heard.own && other.other === "statistic" && OWN_AVERAGE.test(tight)) return false;
  if (ofTable && SAYS_HOW.test(`${other.other} ${other.word}`)) return false;
  if (ofTable && other.other === "region" && NAMES_SOURCE.test(tight)) return isOfFigures(tight, other.word);
  const isAlone = tight.length <= other.word.length + 2 || other.word.startsWith(TOGETHER);
  if (other.other === "region" && isOwn && !isAlone)
    return ofTable && !heard.own && isOfFigures(tight, other.word);
  if (other.other === "rank" && !ofTable && hasOwnRanks(about.table)) return false;
  if (other.other === "span") return !hasYears(about.table);
  const kind = ofTable ? null : comparison(other, text);
  if (kind !== null) return kind === "figures" && !compares(about.table);
  return other.other !== "period" || isOfThisTime(other.word, about);
}

/** 均为占比 says what is measured, 户籍人口 how it was counted: no other figure than the plan's. */
const SAYS_HOW = /^(?:share|completion) | (?:户籍|常住)/u;
/** 全区平均水平 is the district's own figure. */
const OWN_AVERAGE = /[区县市]的?平均(?:水平|值|数)?$/u;
/** 数据来自重庆市统计年鉴 says who gave it. */
const NAMES_SOURCE = /来自|取自|采自|引用|采用|使用|按/u;

/** 全市 of 均为全市口径; not of 是重庆市考核指标. */
function isOfFigures(clause: string, place: string): boolean {
  const behind = clause.slice(clause.indexOf(place) + place.length);
  return /^(?:[区县的]|范围|地区|全域|整体|总体|统计|监测|年度|20\d\d年)*(?:$|[)）】]|数|口径|水平|平均|合计|情况)/u.test(
    behind,
  );
}

/** 排位 of 全市排位, which is of another place first. */
const RANKS = new RegExp(oneOf(OTHER_WORDS.rank), "u");

/** 监测结果排名通报 over 完成值 | 全市排位: the title names one of its columns. */
function hasOwnRanks({ columns }: Table): boolean {
  const isOwn = ({ heading: { role, leftover } }: Column) =>
    (role === "yearValue" || role === "value" || role === "done") && leftover === "";
  return (
    columns.some(({ heading }) => heading.other !== null && RANKS.test(heading.text)) && columns.some(isOwn)
  );
}

/** Over columns of years 2018—2024 says which there are, not that their figures are of all of them together. */
function hasYears({ columns }: Table): boolean {
  return yearsOver(columns).length > 1;
}

/** 截至2026年3月 on a table of 2025 is when it was made; where nothing else says a year, it is of that one. */
function isOfThisTime(word: string, { table: { columns }, named }: About): boolean {
  const year = /20\d\d/u.exec(word)?.[0];
  if (year === undefined) return true;
  const beside = tightText(named).replaceAll(word, "");
  const years = [...yearsNamed(beside), ...columns.flatMap(({ heading }) => heading.year ?? [])];
  return years.length === 0 || years.includes(Number(year));
}

/** What is longer explains how to fill a form in. */
const LONGEST_TITLE = 60;
/** Nobody says in more words that a table is another's. */
const LONGEST_NOTE = 2000;

/** 2025年12月…月报 is of the year where what has added up in it is read: what else its title says still holds. */
export function withoutMonth(heard: Surroundings, lexicon: Lexicon, plans: readonly Plan[]): Surroundings {
  const { other } = heard;
  if (other === null || !MONTHLY.test(other.said.word)) return heard;
  const said = hear(other.text.replace(MONTHLY, ""), lexicon, plans).other;
  return { ...heard, other: said === null ? null : { ...other, said } };
}

const MONTHLY = /月[报度]/u;

function isNote(text: string): boolean {
  return /^[([【]?(?:注|备注|说明|附注)/u.test(tightText(text));
}

/** Of a note only what it says of the table itself: 本表为全市数据, not 全市平均为96.5%. */
function aboutTable(note: string): string | null {
  const clause =
    /(?:本表|以上|上述|表中|表内|所列|本页)[^,，;；。.]{0,20}?(?:为|是|系|均|指)[^,，;；。.]{0,40}/u;
  return clause.exec(tightText(note.slice(0, LONGEST_NOTE)))?.[0] ?? null;
}

/** 上年数 of 本表为上年数. */
function lastYearIn(clause: string, lexicon: Lexicon): Heading["other"] {
  const said = saidOfTable(clause).find((each) => {
    const { role, leftover } = headingOf([each], lexicon);
    return role === "previous" && leftover === "";
  });
  return said === undefined ? null : { other: "otherYear", word: said };
}

/** What a note says of all figures, in whatever words: 数据为1—9月数, 均为全市数. */
function saidOfAll(note: string, lexicon: Lexicon): string[] {
  const about = aboutTable(note);
  const clauses = clausesOfAll(note.slice(0, LONGEST_NOTE), lexicon);
  return [
    ...(about === null ? [] : [about]),
    ...clauses.filter((clause) => about?.includes(clause) !== true),
  ];
}

/** 江津区数据 of 以上数据均为江津区数据: what stands behind each word that may begin it. */
function saidOfTable(clause: string): string[] {
  return [...clause.matchAll(NOTE_VERB)].map(({ 0: verb, index }) => clause.slice(index + verb.length));
}

/** What the notes beneath a table say of the table itself: 以上均为2024年数据, but not by which year's book. */
export function notesBelow({ grid, table }: { grid: Grid; table: Table }, lexicon: Lexicon): string[] {
  const notes = notesIn(grid, table, (note) => saidOfAll(note, lexicon))
    .map(({ text }) => text)
    .filter((text) => !NAMES_SOURCE.test(text));
  return [...notes, ...yearsBelow(grid, table)];
}

/** 填报年度：2025年, 数据年度. */
const YEAR_LABEL = /^(?:填报|数据|统计|报告|报表|监测|所属|上报|报送)*(?:年度|年份)(?::|$)/u;

/** The years that labels say below the last row of figures, in their own cell or in the next. */
function yearsBelow(grid: Grid, { body, from, to }: Table): string[] {
  const last = body.findLastIndex((row) => grid.own(row).some(isFigure));
  return body.slice(last + 1).flatMap((row) => {
    const own = grid.own(row).filter(({ column }) => column >= from && column <= to);
    const at = own.findIndex(({ display }) => YEAR_LABEL.test(tightText(display)));
    const [label, value] = at < 0 ? [] : own.slice(at);
    return label === undefined ? [] : [`${label.display} ${value?.display ?? ""}`];
  });
}

/** A line that is alone in its row and begins with what it speaks of needs no 注 before it, nor does one behind the last figures. */
const OF_TABLE = /^[([【]?(?:本表|以上|上述|表中|表内|所列|本页)/u;

function notesIn(
  grid: Grid,
  { body, from, to }: Table,
  said: (note: string) => readonly string[],
): { text: string; cell: string }[] {
  const last = lowestFilled(grid, { body, from, to });
  return body.flatMap((row) => {
    const [first, second] = grid.own(row).filter(({ column }) => column >= from && column <= to);
    if (first === undefined) return [];
    const isAlone =
      second === undefined &&
      (OF_TABLE.test(tightText(first.display)) || (row > last && !standsAbove(grid, body, first)));
    const isHeard = first.content.type === "text" && (isAlone || isNote(first.display));
    return isHeard ? said(first.display).map((text) => ({ text, cell: first.address })) : [];
  });
}

/** 目标值 beneath the last indicator as beneath each is a row that nobody has filled in. */
function standsAbove(grid: Grid, body: readonly number[], { row, column, display }: Cell): boolean {
  return body.some((each) => each < row && grid.cell(each, column)?.display === display);
}

/** The lowest row of a table in which more than one cell is filled: what stands alone below speaks of those above. */
function lowestFilled(grid: Grid, { body, from, to }: Pick<Table, "body" | "from" | "to">): number {
  const isFilled = (row: number) =>
    grid.own(row).filter(({ column }) => column >= from && column <= to).length > 1;
  return [...body].reverse().find(isFilled) ?? 0;
}
