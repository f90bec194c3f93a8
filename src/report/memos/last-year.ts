import type { Published } from "../../data/published/record.js";
import { isLastYear } from "../../plan/period.js";
import type { ScoredRow, Scorecard } from "../../score/scorecard.js";
import { statusChanges } from "../../score/status-changes.js";
import { isBehind, statusName, type Status } from "../../terms/status.js";
import { paragraph, tableBlock } from "../blocks.js";
import { publishedBefore } from "../chapters/since-published.js";
import { CELL_BREAK, ROW_BREAK } from "../exports/statement.js";
import { chapter, type Part } from "../numbering/unnumbered.js";
import { factsOf, type Matter } from "../row-facts.js";
import { orNone } from "../tables/cells.js";
import { tableOf, type Column } from "../tables/table.js";
import { figure, NOT_APPLICABLE } from "../words/number.js";
import { quoted } from "../words/wording.js";
import { ownRows } from "./task-rows.js";

/** A row that the published report of last year found wanting, and how it stands now. */
interface Asked {
  row: ScoredRow;
  scorecard: Scorecard;
  then: { status: Status; shown: string };
  /** The measures that the report asked to carry out. */
  asked: string;
}

/**
 * 上年要求落实情况: what the published reports of last year asked of a reporter, and what became of it. Empty where none was
 * published, or nothing was asked.
 */
export function lastYearChapter(reporter: string, matters: readonly Matter[]): Part {
  const found = matters.flatMap((matter) => {
    const last = publishedBefore(matter);
    return last === null ? [] : [{ matter, last }];
  });
  const asked = found.flatMap(({ matter, last }) => askedOf(reporter, matter, last));
  const words = found.flatMap(({ last }) => wordsTo(reporter, last));
  if (asked.length + words.length === 0) return chapter("last-year", HEADING, []);
  const [first] = found;
  const year = first?.last.year ?? 0;
  return chapter("last-year", HEADING, [
    paragraph(openingOf(asked, year)),
    ...words.map((text) => paragraph(text)),
    ...(asked.length === 0 ? [] : [tableBlock(askedTable(asked, year))]),
  ]);
}

const HEADING = "上年要求落实情况";

function openingOf(asked: readonly Asked[], year: number): string {
  const report = `${year}年度监测报告`;
  if (asked.length === 0) return `${report}对你单位提出以下要求，请对照落实。`;
  const better = asked.filter(isBetter).length;
  const outcome =
    better === 0 ? "状态均未好转" : better === asked.length ? "状态均已好转" : `其中状态好转${better}项`;
  return `${report}要求你单位改进或补报的指标${asked.length}项，${outcome}。`;
}

/** Better, or reported where nothing was. */
function isBetter({ row, scorecard, then }: Asked): boolean {
  if (then.status === "noData") return row.status !== "noData";
  const [change] = statusChanges(
    { ...scorecard, rows: [row] },
    { rows: [{ id: row.id, status: then.status }] },
  );
  return change?.direction === "better";
}

function askedOf(reporter: string, { scorecard }: Matter, { statement }: Published): Asked[] {
  const before = new Map(statement.rows.map((row) => [row.id, row]));
  return ownRows(reporter, scorecard).rows.flatMap(({ row }) => {
    const then = before.get(row.id);
    if (then === undefined || !isWanting(then.status)) return [];
    return [{ row, scorecard, then, asked: askedFor(then.name, statement.recommendations) }];
  });
}

function isWanting(status: Status): boolean {
  return isBehind(status) || status === "noData";
}

/** What the table of measures said beside the row's name: 指标；指标｜措施｜项目｜单位. */
function askedFor(name: string, recommendations: readonly string[]): string {
  const lines = recommendations.map((text) => text.split(CELL_BREAK)).filter(({ length }) => length > 1);
  const own = lines.find(([names = ""]) => names.split(ROW_BREAK).includes(name));
  return own?.[1] ?? "";
}

/** What people wrote in last year's recommendations that names the reporter, as they wrote it. */
function wordsTo(reporter: string, { statement }: Published): string[] {
  return statement.recommendations
    .filter((text) => !text.includes(CELL_BREAK) && text.includes(reporter))
    .map((text) => `“${quoted(text)}”。`);
}

function askedTable(asked: readonly Asked[], year: number) {
  return tableOf(
    { id: "last-year", title: `${year}年度监测报告的要求和落实情况`, source: `${year}年度监测报告。` },
    columnsOf(year),
    asked,
  );
}

function columnsOf(year: number): Column<Asked>[] {
  return [
    { head: "指标", width: 24, align: "left", cell: ({ row }) => row.row.name },
    {
      head: "上年要求",
      width: 34,
      align: "left",
      cell: ({ asked, then }) => (then.status === "noData" ? "补报数据" : orNone(asked)),
    },
    { head: `${year}年`, width: 11, align: "right", cell: ({ then }) => orNone(then.shown) },
    { head: `${year + 1}年`, width: 11, align: "right", cell: shownNow },
    { head: "落实情况", width: 20, align: "left", cell: outcomeText },
  ];
}

function shownNow({ row, scorecard }: Asked): string {
  return row.value === null ? NOT_APPLICABLE : figure(factsOf(row, scorecard.plan).scale, row.value);
}

/** 由进展偏慢转为已达标; 仍为进展偏慢. */
function outcomeText({ row, scorecard, then }: Asked): string {
  const now = statusName(row.status, isLastYear(scorecard));
  if (then.status === row.status) return `仍为${now}`;
  return `由${statusName(then.status, false)}转为${now}`;
}
