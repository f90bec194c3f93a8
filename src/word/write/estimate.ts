import { picturesOf } from "../../draw/charts.js";
import { textOf } from "../../narrative/narrative.js";
import type { Block, Table } from "../../report/model.js";
import type { Entry } from "./contents.js";
import { GAPS, type Outline, type Part } from "./outline.js";
import { largest } from "../../terms/long-lists.js";

/* Where headings would stand, for a 目录 that no printed page tells the numbers of. Lengths are points. */

const PAGE = 638;
const WIDE_PAGE = 442;
const LINE = 28.95;
const CHARACTERS = 28;
/** CSS pixels to points. */
const PIXEL = 0.75;

/** The page numbers of the headings by id, good to a page or two. */
export function estimatedPages(outline: Outline, entries: readonly Entry[]): Map<string, string> {
  const pages = new Map<string, string>();
  const flow = { page: 1, at: 0 };
  const open = (id: string, height: number): void => {
    place(flow, height, PAGE);
    pages.set(id, String(flow.page));
  };
  place(flow, entries.length * 26 + 68, PAGE);
  turn(flow);
  if (outline.summary !== null) {
    pages.set(outline.summary.id, String(flow.page));
    turn(flow);
  }
  place(flow, 120, PAGE);
  fill(flow, outline.opening, PAGE);
  for (const chapter of outline.chapters) walk(chapter);
  for (const { id, blocks, landscape } of outline.annexes) {
    turn(flow);
    pages.set(id, String(flow.page));
    fill(flow, blocks, landscape ? WIDE_PAGE : PAGE);
  }
  turn(flow);
  if (outline.gaps.length > 0) pages.set(GAPS.id, String(flow.page));
  return pages;

  function walk({ id, blocks, sections }: Part): void {
    open(id, LINE);
    fill(flow, blocks, PAGE);
    sections.forEach(walk);
  }
}

interface Flow {
  page: number;
  /** How much of the page is full. */
  at: number;
}

function turn(flow: Flow): void {
  if (flow.at === 0) return;
  flow.page += 1;
  flow.at = 0;
}

/** What does not fit goes to the next page; what fits none goes on over several. */
function place(flow: Flow, height: number, page: number): void {
  if (flow.at + height > page && height <= page) turn(flow);
  const end = flow.at + height;
  flow.page += Math.floor(end / page);
  flow.at = end % page;
}

function fill(flow: Flow, blocks: readonly Block[], page: number): void {
  for (const { paragraphs, tables, charts, prose } of blocks) {
    for (const { heading, text } of paragraphs) place(flow, linesOf(heading + text) * LINE, page);
    for (const { items } of prose) for (const item of items) place(flow, linesOf(textOf(item)) * LINE, page);
    for (const table of tables) rowsOf(flow, table, page);
    for (const chart of charts) {
      const height = picturesOf(chart).reduce((sum, each) => sum + each.height * (each.width / 590), 0);
      const maps = chart.heatMaps.reduce((sum, { rows }) => sum + rows.length * 18 + 36, 0);
      place(flow, height * PIXEL + maps + 48, page);
    }
  }
}

function rowsOf(flow: Flow, { rows, columns, notes }: Table, page: number): void {
  const width = page === PAGE ? 44 : 70;
  place(flow, 55, page);
  for (const { cells } of rows) {
    const lines = cells.map(({ text }, at) => {
      const share = parseFloat(columns[at]?.width ?? "100");
      return Math.ceil(text.length / Math.max(1, (width * share) / 100));
    });
    place(flow, largest(lines, 1) * 13 + 6, page);
  }
  for (const note of notes) place(flow, Math.ceil(note.length / 49) * 13, page);
}

function linesOf(text: string): number {
  const wide = [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x80 ? 0.5 : 1), 2);
  return Math.max(1, Math.ceil(wide / CHARACTERS));
}
