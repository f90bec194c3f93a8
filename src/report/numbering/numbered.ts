import type { Captions } from "../../narrative/references.js";
import type { Chart } from "../charts/chart.js";
import type { Annex, Block, Paragraph, Section, Table, TableCell } from "../model.js";
import { spansOf, uncited } from "../words/cited.js";
import { footnoteCounter, type FootnoteCounter } from "./footnotes.js";
import { chineseNumber } from "../words/wording.js";
import { resolved, type Passage, type Target } from "./passage.js";
import { tagPart } from "./parts.js";
import { withPoints } from "./points.js";
import {
  blocksOf,
  type HeadingLevel,
  type NumberedPart,
  type Part,
  type PartSection,
  type UnnumberedAnnex,
  type UnnumberedBlock,
  type UnnumberedChart,
  type UnnumberedReport,
  type UnnumberedTable,
} from "./unnumbered.js";

/** What everything is called that a text can point to: 附件2, 表3, 图1, 第五部分. */
type Names = ReadonlyMap<Target, string>;

/**
 * Numbers chapters, sections, annexes, tables and charts in reading order and puts the numbers into every text
 * that points to one of them. What has nothing to say is left out before it is counted.
 * Throws where a text points to what the report does not have, and where two things bear one name: both are bugs.
 */
export function numbered(report: UnnumberedReport): { parts: NumberedPart[]; annexes: Annex[] } {
  const { parts, annexes } = printedOf(report);
  const names = namesOf(parts, annexes);
  const naming: Naming = { names, footnotes: footnoteCounter(), noted: new Map() };
  const chapters = parts.filter(({ counted }) => counted);
  return {
    parts: parts.map((part) => numberedPart(part, chapters.indexOf(part) + 1, naming)),
    annexes: annexes.map(({ id, title, blocks }) => ({
      label: nameOf(`annex:${id}`, names),
      title,
      landscape: blocks.some(({ tables }) => tables.some(isWide)),
      blocks: numberedBlocks(blocks, naming),
    })),
  };
}

/** A table of more columns than an upright page has room for: people turn a page for figures of many years, not for text. */
function isWide({ columns }: UnnumberedTable): boolean {
  return columns.length > MOST_UPRIGHT;
}

const MOST_UPRIGHT = 9;

/** What is known of the report while its texts get their numbers, one after the other in reading order. */
interface Naming {
  names: Names;
  footnotes: FootnoteCounter;
  /** What stands in full under a chart, clause by clause, by its number. */
  noted: Map<string, readonly string[]>;
}

/** How a text of the report reads in it. Where it points to what the report leaves out, nothing stands. */
export function wordingOf(report: UnnumberedReport): (text: Passage) => string {
  const { parts, annexes } = printedOf(report);
  const names = namesOf(parts, annexes);
  return (text) => uncited(resolved(text, (target) => names.get(target) ?? ""));
}

/** What bears a number in the report: 图3, 附表1-2 and 附件2 with their titles. */
export function captionsIn(report: UnnumberedReport): Captions {
  const { parts, annexes } = printedOf(report);
  const names = namesOf(parts, annexes);
  const blocks = [...parts.flatMap(blocksOf), ...annexes.flatMap((annex) => annex.blocks)];
  const titles: (readonly [Target, string])[] = [
    ...annexes.map(({ id, title }) => [`annex:${id}`, title] as const),
    ...blocks.flatMap(({ tables }) => tables).map(({ id, title }) => [`table:${id}`, title] as const),
    ...blocks.flatMap(({ charts }) => charts).map(({ id, title }) => [`chart:${id}`, title] as const),
  ];
  return new Map(
    titles.filter(([target]) => names.has(target)).map(([target, title]) => [nameOf(target, names), title]),
  );
}

function printedOf(report: UnnumberedReport): UnnumberedReport {
  const parts = report.parts.map(withoutEmptySections).filter((part) => blocksOf(part).length > 0);
  return { parts, annexes: report.annexes.filter(({ blocks }) => blocks.length > 0) };
}

function withoutEmptySections(part: Part): Part {
  return { ...part, sections: part.sections.filter(({ blocks }) => blocks.length > 0) };
}

function namesOf(parts: readonly Part[], annexes: readonly UnnumberedAnnex[]): Names {
  const chapters = parts.filter(({ counted }) => counted);
  const named: (readonly [Target, string])[] = [
    ...chapters.map(({ id }, at) => [`part:${id}`, `第${chineseNumber(at + 1)}部分`] as const),
    ...annexes.map(({ id }, at) => [`annex:${id}`, `附件${at + 1}`] as const),
    ...captionsOf(parts.flatMap(blocksOf), "表", "图"),
    ...annexes.flatMap(({ blocks }, at) => captionsOf(blocks, `附表${at + 1}-`, `附图${at + 1}-`)),
  ];
  const names = new Map(named);
  const twice = named.find(([target, name]) => names.get(target) !== name);
  if (twice !== undefined) throw new Error(`two things in the report are called ${twice[0]}`);
  return names;
}

/** Tables and charts count by themselves, those without a title not at all. */
function captionsOf(
  blocks: readonly UnnumberedBlock[],
  tableName: string,
  chartName: string,
): (readonly [Target, string])[] {
  const titled = ({ title }: { title: string }) => title !== "";
  const tables = blocks.flatMap((block) => block.tables).filter(titled);
  const charts = blocks.flatMap((block) => block.charts).filter(titled);
  return [
    ...tables.map(({ id }, at) => [`table:${id}`, `${tableName}${at + 1}`] as const),
    ...charts.map(({ id }, at) => [`chart:${id}`, `${chartName}${at + 1}`] as const),
  ];
}

function nameOf(target: Target, names: Names): string {
  const name = names.get(target);
  if (name === undefined) throw new Error(`nothing in the report is called ${target}`);
  return name;
}

function said(text: Passage, names: Names): string {
  return resolved(text, (target) => nameOf(target, names));
}

/** `place` is the chapter's, from 1; 0 where it is not counted. */
function numberedPart({ id, heading, blocks, sections }: Part, place: number, naming: Naming): NumberedPart {
  return {
    id,
    number: place === 0 ? "" : `${chineseNumber(place)}、`,
    heading,
    blocks: numberedBlocks(withPoints(blocks, "bracketed"), naming),
    sections: sections.map((section, at) => numberedSection(section, at, naming)),
  };
}

function numberedSection({ heading, blocks }: PartSection, at: number, naming: Naming): Section {
  return {
    heading,
    blocks: numberedBlocks(withPoints(blocks, "dotted"), naming),
    number: `（${chineseNumber(at + 1)}）`,
  };
}

/**
 * The headings of a chapter's or a section's own blocks are counted from 1. One that has no second beside it bears
 * no number. The footnotes stand behind them.
 */
function numberedBlocks(blocks: readonly UnnumberedBlock[], naming: Naming): Block[] {
  const numbers = headingNumbers(blocks.flatMap(({ paragraphs }) => paragraphs.filter(isHeaded)));
  const count = (): string => numbers.shift() ?? "";
  const numbered = blocks.map((block) => numberedBlock(block, count, naming));
  const footnotes = naming.footnotes.taken();
  if (footnotes.length === 0) return numbered;
  const behind = { paragraphs: [], tables: [], charts: [], prose: [{ items: footnotes, gap: false }] };
  return [...numbered, behind];
}

/** The levels of headings from the outer to the inner, and how each is numbered. */
const HEADING_NUMBERS: readonly (readonly [HeadingLevel, (n: number) => string])[] = [
  ["bracketed", (n) => `（${chineseNumber(n)}）`],
  ["dotted", (n) => `${n}.`],
  ["enclosed", (n) => `（${n}）`],
];

const isHeaded = ({ heading }: { heading: string }): boolean => heading !== "";

/** The number of each heading, in order; an inner level begins anew below each heading of an outer one. */
function headingNumbers(headings: readonly { level: HeadingLevel }[]): string[] {
  const counts = HEADING_NUMBERS.map(() => 0);
  const levels = headings.map(({ level }) => HEADING_NUMBERS.findIndex(([name]) => name === level));
  return levels.map((at, place) => {
    if (at < 0) return "";
    counts.fill(0, at + 1);
    counts[at] = (counts[at] ?? 0) + 1;
    const isLone = counts[at] === 1 && !hasSecond(levels.slice(place + 1), at);
    return isLone ? "" : HEADING_NUMBERS[at]![1](counts[at]);
  });
}

/** Whether another heading of the level follows before one of an outer level. */
function hasSecond(later: readonly number[], at: number): boolean {
  return later.find((level) => level >= 0 && level <= at) === at;
}

function numberedBlock(
  { paragraphs, tables, charts, prose, part }: UnnumberedBlock,
  count: () => string,
  { names, footnotes, noted }: Naming,
): Block {
  const block = {
    paragraphs: paragraphs.map(({ heading, text }) =>
      numberedParagraph(heading === "" ? "" : `${count()}${heading}`, said(text, names)),
    ),
    tables: tables.map((table) => numberedTable(table, names)),
    charts: charts.map((chart) => numberedChart(chart, names, noted)),
    prose: prose.map(footnotes.marked),
  };
  return tagPart(block, part);
}

function numberedParagraph(heading: string, text: string): Paragraph {
  return { heading: uncited(heading), text: uncited(text), spans: spansOf(text) };
}

function numberedTable({ id, notes, ...table }: UnnumberedTable, names: Names): Table {
  return {
    number: table.title === "" ? "" : nameOf(`table:${id}`, names),
    unit: table.unit,
    notes: notes.map((note) => uncited(said(note, names))),
    source: table.source,
    title: table.title,
    head: table.head,
    columns: table.columns,
    rows: table.rows.map(({ group, cells }) => ({ group, cells: cells.map(numberedCell) })),
  };
}

/** A cell holds one figure or none: what a sentence in it cites is not told apart. */
function numberedCell(cell: TableCell): TableCell {
  return { ...cell, text: uncited(cell.text) };
}

function numberedChart(chart: UnnumberedChart, names: Names, noted: Map<string, readonly string[]>): Chart {
  const number = chart.title === "" ? "" : nameOf(`chart:${chart.id}`, names);
  return { ...chart, number, note: noteOnce(chart.note, number, noted) };
}

/**
 * What earlier pictures say of their lines and signs in more than some words is not said once more: 见图3注; beside what is new:
 * 两次调查之间以虚线相连；其余见图3注.
 */
function noteOnce(note: string, number: string, noted: Map<string, readonly string[]>): string {
  const clauses = note.split(/[；。]/u).filter((clause) => clause !== "");
  const told = [...noted].map(([first, own]) => ({
    first,
    others: clauses.filter((clause) => !own.includes(clause)),
    length: clauses.filter((clause) => own.includes(clause)).join("").length,
  }));
  const most = told.reduce((best, each) => (each.length > best.length ? each : best), NOWHERE);
  if (most.length < LONG_NOTE) {
    if (number !== "") noted.set(number, clauses);
    return note;
  }
  const { first, others } = most;
  return others.length === 0 ? `见${first}注。` : `${others.join("；")}；其余见${first}注。`;
}

const NOWHERE = { first: "", others: [] as readonly string[], length: 0 };
const LONG_NOTE = 24;
