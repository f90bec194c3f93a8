import { largest } from "../terms/long-lists.js";
import { NEVER_FIRST, NEVER_LAST } from "../terms/line-ends.js";
import { BEHIND_FIGURES } from "../terms/unit.js";

/** A paragraph as it will be set: its characters with their advances, and the room of its lines. All lengths are one unit's. */
export interface Setting {
  text: string;
  /** Advance of each character (UTF-16 code unit), its letter-spacing included. */
  advances: readonly number[];
  /** Of a line, and what the first one is shorter by. */
  width: number;
  indent: number;
  /** Of the type: a full character. */
  size: number;
}

/**
 * A line from one place of the text up to another; `spacing` is what each of its characters is given more, or less, and
 * `squeeze` what its closing marks lose of the blank behind them beside that. One that would look spaced out wherever it is broken
 * is `ragged`: it ends where its text ends.
 */
export interface PlannedLine {
  start: number;
  end: number;
  spacing: number;
  squeeze: number;
  ragged: boolean;
}

/** Looser than this share of a full character between any two characters, a line looks spaced out. */
const LOOSE = 0.07;

/** Tighter than this nobody sees. */
const TIGHTEST = 0.035;

/** Half of a closing mark is blank; it may lose a half of that where a line must take in more (标点挤压). */
const SQUEEZED = 0.25;

/**
 * The lines of a paragraph: as a browser fills them one after the other where that sets none too loosely, parts no
 * figure from its measure and leaves no character alone in the last; else broken so that what is too long for one line
 * is shared among several, and tightened a little where that helps; what is loose even then ends early. Null for a single
 * line. Even lines are told too: a browser left to itself breaks at some dashes and brackets elsewhere than we reckon,
 * and what follows is then loose after all.
 */
export function evenLines(setting: Setting): PlannedLine[] | null {
  const breaks = breakPlaces(setting.text);
  const sums = sumsOf(setting.advances);
  const marks = sumsOf(setting.text.split("").map((character) => (ENDS_HALF_BLANK.has(character) ? 1 : 0)));
  const measured = { ...setting, breaks, sums, marks };
  const greedy = greedyLines(measured);
  if (greedy.length === 1) return null;
  const isFine =
    loosest(greedy, measured) <= LOOSE &&
    greedy.every(({ start }) => !parts(setting.text, start)) &&
    !isLone(measured, greedy.at(-1)?.start ?? 0);
  if (isFine) return greedy;
  // No best ones: a piece is longer than a line.
  const lines = bestLines(measured) ?? greedy;
  return lines.map((line, at) => ({
    ...line,
    ragged: at < lines.length - 1 && gapOf(measured, line.start, line.end) > LOOSE,
  }));
}

interface Measured extends Setting {
  /** Where a line may begin, the end of the text among them. */
  breaks: readonly number[];
  /** Advance of all characters before a place, and how many of them are closing marks. */
  sums: readonly number[];
  marks: readonly number[];
}

interface Parted extends Measured {
  /** Of each place for a break, the start of the text before them, whether a break there parts what belongs together. */
  partings: readonly boolean[];
}

function sumsOf(advances: readonly number[]): number[] {
  let sum = 0;
  const sums = [0];
  for (const advance of advances) sums.push((sum += advance));
  return sums;
}

/** Marks with their ink at the left of their square. */
export const CLOSING = "，。、；：！？）》”’】〕";
const ENDS_HALF_BLANK = new Set(CLOSING);

const LATIN = /[\u0020-\u024f\u2030≥≤＜＞]/u;
/** In formulas, too, signs stay with what they join. */
const NOT_FIRST = new Set(`${NEVER_FIRST}—＝－÷`);
const NOT_LAST = new Set(`${NEVER_LAST}≥≤＜＞＝－`);

/** 图7, 附表1-2: what they are called goes with their number. */
const LABEL = /[图表件]\d|附[图表件]/u;

/** What a rate is of: the character behind the figure below the stroke is read with it. */
const RATE_BASE = /\/\d+$/u;
const RATE_END = "万";

/**
 * As Chromium breaks Chinese lines with `line-break: strict`: never inside figures, before closing marks, after opening
 * ones; nor within the brackets of a formula, （x－B）, nor inside what a picture, a table or an annex is called, or what a rate is of.
 */
export function breakPlaces(text: string): number[] {
  const places: number[] = [];
  for (let at = 1; at < text.length; at += 1) {
    const [before, after] = [text[at - 1] ?? "", text[at] ?? ""];
    if (NOT_FIRST.has(after) || NOT_LAST.has(before)) continue;
    const inFigure = before !== " " && LATIN.test(before) && LATIN.test(after);
    const inRate = after === RATE_END && RATE_BASE.test(text.slice(Math.max(0, at - 8), at));
    if (!inFigure && !inRate && !LABEL.test(before + after)) places.push(at);
  }
  return [...places, text.length];
}

const MEASURE = new RegExp(`[${BEHIND_FIGURES}]`, "u");

/**
 * Whether a line that begins there parts a figure from its measure, 2025 / 年, or two figures of one range, 2021— / 2025年.
 * It may where no other break is even.
 */
function parts(text: string, start: number): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 2), start), text[start] ?? ""];
  return (/\d$/u.test(before) && MEASURE.test(after)) || (/^\d—$/u.test(before) && /\d/u.test(after));
}

/** Whether a paragraph whose last line begins there ends with one character alone, and the mark behind it. */
function isLone({ text, sums, size }: Measured, start: number): boolean {
  return (sums[text.length] ?? 0) - (sums[start] ?? 0) <= 2 * size;
}

function roomOf({ width, indent }: Measured, start: number): number {
  return start === 0 ? width - indent : width;
}

/** What is left over at the end of the line; negative where it is too long. */
function slackOf(measured: Measured, start: number, end: number): number {
  const { sums } = measured;
  return roomOf(measured, start) - ((sums[end] ?? 0) - (sums[start] ?? 0));
}

function greedyLines(measured: Measured): PlannedLine[] {
  const lines: PlannedLine[] = [];
  let [start, last] = [0, 0];
  for (const place of measured.breaks) {
    if (slackOf(measured, start, place) < 0 && last > start) {
      lines.push({ start, end: last, spacing: 0, squeeze: 0, ragged: false });
      start = last;
    }
    last = place;
  }
  return [...lines, { start, end: last, spacing: 0, squeeze: 0, ragged: false }];
}

/** The widest gap of all lines but the last, as a share of a full character. */
function loosest(lines: readonly PlannedLine[], measured: Measured): number {
  const gaps = lines.slice(0, -1).map(({ start, end }) => gapOf(measured, start, end));
  return largest(gaps, 0);
}

function gapOf(measured: Measured, start: number, end: number): number {
  return slackOf(measured, start, end) / (Math.max(1, end - start - 1) * measured.size);
}

interface Best {
  cost: number;
  start: number;
}

/** The breaks with the least sum of squares of all gaps, with few figures parted and no character left alone (Knuth and Plass, Breaking Paragraphs into Lines, 1981). */
function bestLines(paragraph: Measured): PlannedLine[] | null {
  const places = [0, ...paragraph.breaks];
  const partings = places.map((place) => parts(paragraph.text, place));
  const measured = { ...paragraph, partings };
  const best: (Best | null)[] = [{ cost: 0, start: 0 }];
  for (let end = 1; end < places.length; end += 1) {
    best.push(cheapest(measured, places, best, end));
  }
  const lines: PlannedLine[] = [];
  for (let end = places.length - 1; end > 0;) {
    const way = best[end];
    if (way === null || way === undefined) return null;
    lines.unshift(lineOf(measured, places[way.start] ?? 0, places[end] ?? 0));
    end = way.start;
  }
  return lines;
}

/** Reckoned from lengths alone: it is asked some thirty times a character, before V8 has compiled anything. */
function cheapest(
  measured: Parted,
  places: readonly number[],
  best: readonly (Best | null)[],
  end: number,
): Best | null {
  const { sums, marks, partings, size, width, indent } = measured;
  const to = places[end] ?? 0;
  const isLast = end === places.length - 1;
  const [sum, mark] = [sums[to] ?? 0, marks[to] ?? 0];
  let found: Best | null = null;
  for (let start = end - 1; start >= 0; start -= 1) {
    const from = places[start] ?? 0;
    const slack = (start === 0 ? width - indent : width) - (sum - (sums[from] ?? 0));
    const spaces = Math.max(1, to - from - 1) * size;
    // How much longer than its room a line may be: all its characters give a little, and its marks more.
    if (slack < -TIGHTEST * spaces - SQUEEZED * size * (mark - (marks[from] ?? 0))) break;
    const before = best[start];
    if (before === null || before === undefined) continue;
    let cost = before.cost + costOf(slack / spaces, isLast) + (partings[start] === true ? PARTED : 0);
    if (found !== null && cost >= found.cost) continue;
    if (isLast && start > 0 && isLone(measured, from)) cost += LONE;
    if (found === null || cost < found.cost) found = { cost, start };
  }
  return found;
}

/** More than several lines that are as loose as they may be; less than one that is looser. */
const PARTED = 10 * LOOSE ** 2;
const LONE = PARTED / 2;
const SPACED_OUT = 3 * PARTED;

/** A tightened line costs as much as one twice as loose; the last line of a paragraph may end anywhere. */
function costOf(gap: number, last: boolean): number {
  if (gap < 0) return (2 * gap) ** 2;
  if (last) return 0;
  return gap ** 2 + (gap > LOOSE ? SPACED_OUT : 0);
}

function lineOf(measured: Measured, start: number, end: number): PlannedLine {
  const slack = slackOf(measured, start, end);
  const line = { start, end, spacing: 0, squeeze: 0, ragged: false };
  if (slack >= 0) return line;
  // A hair more, so that no rounding of the browser's makes the line too long.
  const taken = HAIR - slack;
  const byAll = Math.min(taken, takenByAll(measured, start, end) + HAIR);
  const marks = marksIn(measured, start, end);
  return { ...line, spacing: -byAll / (end - start), squeeze: marks === 0 ? 0 : (taken - byAll) / marks };
}

const HAIR = 0.5;

function takenByAll({ size }: Measured, start: number, end: number): number {
  return TIGHTEST * size * Math.max(1, end - start - 1);
}

function marksIn({ marks }: Measured, start: number, end: number): number {
  return (marks[end] ?? 0) - (marks[start] ?? 0);
}
