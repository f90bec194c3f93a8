import { issue } from "../../../issues/issue.js";
import { groupBy } from "../../../terms/group-by.js";
import { cellAddress } from "../../../workbook/address.js";
import type { Cell } from "../../../workbook/sheet.js";
import type { Catalogue, Entry } from "../../catalogue.js";
import { known, type Fate } from "../../coverage/fate.js";
import { isFigure } from "../../coverage/figures.js";
import { figureAt, type Grid } from "../grid.js";
import { headingOf } from "../head/heading.js";
import { headingName, type Role } from "../head/words.js";
import { OTHER_REASONS } from "../judge/reasons.js";
import { gridFrom, inPlace, reworded, type LaidAt, type LaidOut, type Moved } from "../laid-otherwise.js";
import { tightText, unitInName } from "../normalise.js";
import { quoted } from "../quoted.js";
import { yearIn } from "../years.js";
import { behindAll, frameIn, type Frame } from "./frame.js";
import { entryPlaced } from "./placed.js";

/** What a row or a column says of its figures: words, a year, a measure, or that they are others'. */
interface Said {
  words: readonly string[];
  year: number | null;
  unit: string;
  other: keyof typeof OTHER_REASONS | null;
}

/** A figure that its row and its column together make an indicator's. */
interface Crossing {
  cell: Cell;
  row: number;
  column: number;
  /** Its row says the year. */
  isOfRowYear: boolean;
  entry: Entry;
  year: number | null;
  unit: string;
  /** The words of both. */
  name: string;
}

/**
 * A table whose rows and columns together name our indicators: 学前教育, 小学, 高中阶段 down and 毛入学率 across, or years
 * down, and across 宫颈癌 and 乳腺癌 under 两癌筛查率. Laid out with a row for each; null for any other table.
 */
export function crossed(at: LaidAt): LaidOut | null {
  const { sheet, grid } = at;
  const frame = frameIn(sheet, grid, (text) => BESIDE.has(headingOf([text], at.catalogue.lexicon).role));
  if (frame === null) return null;
  const crossings: Crossing[] = [];
  const others: Fate[] = [];
  const place = { file: at.file, sheet: sheet.name };
  const columns = frame.columns.map((column) => ({ column, said: saidOver(at, frame, column) }));
  for (const row of frame.rows) {
    const beside = saidBy(at, [grid.text(row, frame.side)]);
    for (const { column, said } of columns) {
      const cell = figureAt(grid, row, column);
      if (cell === null) continue;
      const found = crossing(at, frame, { cell, row, column }, beside, said);
      const other = said.other ?? beside.other;
      const reason = other === null ? "not-in-plan" : OTHER_REASONS[other];
      if (found === null) others.push(known({ ...place, cell: cell.address }, reason));
      else crossings.push(found);
    }
  }
  const laid = laidOut(at, frame, crossings);
  return laid === null ? null : { ...laid, others: [...others, ...framed(at, frame)] };
}

/** Columns of words that say nothing of whose a figure is, or say it in a remark. */
export const BESIDE: ReadonlySet<unknown> = new Set<Role>([
  "remark",
  "comment",
  "reporter",
  "dataSource",
  "text",
]);

function saidOver(at: LaidAt, { head, side }: Frame, column: number): Said {
  const texts = head.map((row, level) => over(at.grid, row, { side, column }, level === head.length - 1));
  return saidBy(
    at,
    texts.filter((text, level) => text !== "" && text !== texts[level - 1]),
  );
}

/** What stands over a column; a banner that is not merged stands over the first of its columns only. */
function over(
  grid: Grid,
  row: number,
  { side, column }: Pick<Frame, "side"> & { column: number },
  isLowest: boolean,
): string {
  for (let left = column; left > side && (left === column || !isLowest); left -= 1) {
    const text = grid.prose(row, left);
    // What stands over the labels, too, is no word of this column's.
    if (text !== "") return text === grid.prose(row, side) ? "" : text;
  }
  return "";
}

function saidBy({ catalogue }: LaidAt, texts: readonly string[]): Said {
  return texts.reduce<Said>((before, text) => {
    const tight = tightText(text).replace(/^其中:?/u, "");
    const { role, other, leftover, year } = headingOf([tight], catalogue.lexicon);
    const written = year ?? yearIn(tight);
    const inside = headingOf([BRACKETED.exec(tight)?.[1] ?? ""], catalogue.lexicon);
    const saysNothing = inside.leftover === "" && inside.other === null;
    const undated = tight.replace(/^(?:19|20)\d\d年?[度末]?/u, "");
    // 宫颈癌（农村） and 小学（抽测） are not all of what they are called.
    const bare = saysNothing ? undated.replace(BRACKETED, "") : undated;
    const isOwn = leftover === "" && other === null && (role === null || OWN.has(role));
    const said = leftover === "" ? other : inside.other;
    const isOther = said !== null && !PARTS.has(said.other);
    const isWordless = isOwn || bare === "" || (isOther && leftover === "");
    return {
      words: isWordless ? before.words : [...before.words, bare],
      year: before.year ?? written,
      unit: unitInName(tight) || before.unit,
      other: before.other ?? (isOther ? said.other : null),
    };
  }, NOTHING_SAID);
}

const NOTHING_SAID: Said = { words: [], year: null, unit: "", other: null };
const BRACKETED = /\(([^()]*)\)$/u;

/** 实际值 and 2025年 name nothing. */
const OWN: ReadonlySet<unknown> = new Set(["value", "done", "yearValue", "year"]);
/** 女 and 农村 may be what an indicator is of. */
const PARTS: ReadonlySet<unknown> = new Set(["group", "share", "count"]);

function crossing(
  { catalogue }: LaidAt,
  { title }: Frame,
  place: Pick<Crossing, "cell" | "row" | "column">,
  row: Said,
  column: Said,
): Crossing | null {
  // What a year's label says more is heard where the year is.
  if ((row.other !== null && row.year === null) || column.other !== null) return null;
  const years = new Set([row.year, column.year].filter((year) => year !== null));
  const words = [...column.words, ...row.words];
  const [only, second] = words;
  if (years.size > 1 || only === undefined) return null;
  const subject = second === undefined ? subjectOf(title, catalogue) : "";
  // A name of ours over a single year, or over towns, is told as what it is.
  if (second === undefined && subject === "" && row.words.length === 0) return null;
  const entry = entryPlaced(words, catalogue, { subject, unit: column.unit });
  if (entry === null) return null;
  const [year = null] = years;
  return {
    ...place,
    isOfRowYear: row.year !== null,
    entry,
    year,
    unit: column.unit || row.unit,
    name: words.join("／"),
  };
}

/** 两癌筛查率 of 2025年永川区适龄妇女两癌筛查率统计表（%）. */
export function subjectOf(title: string, { lexicon }: Catalogue, aside = /\([^()]*\)/gu): string {
  const bare = tightText(title)
    .replace(aside, "")
    .replace(/(?:19|20)\d\d年?[度末]?/gu, "")
    .replace(/(?:情况|统计|监测|数据|历年|一览|汇总|完成)*表?$/u, "");
  const own = lexicon.places.ownByLength.find((place) => bare.startsWith(place)) ?? "";
  return bare.slice(own.length);
}

/** The crossings of each column as a table of its own, whose rows stay where they are; null without any. */
function laidOut(at: LaidAt, frame: Frame, crossings: readonly Crossing[]): LaidOut | null {
  const { file, sheet } = at;
  const [first] = crossings;
  if (first === undefined) return null;
  const entries = [...new Set(crossings.map(({ entry }) => entry))];
  const rows = entries.flatMap((entry) => {
    const { cell, name } = crossings.find((each) => each.entry === entry)!;
    const as = entry.indicator.name;
    return name === as ? [] : [{ cell: cell.address, name: quoted(name), as }];
  });
  const where = { file, sheet: sheet.name, cell: first.cell.address };
  return {
    grids: [...groupBy(crossings, ({ column }) => column).values()].map((own) => tableOf(at, frame, own)),
    told: rows.length === 0 ? [] : [issue("data/rows-by-place", where, { rows })],
    inPlace: true,
  };
}

/** The crossings of one column: their names and units stand behind all that the sheet holds. */
function tableOf({ sheet, grid }: LaidAt, frame: Frame, crossings: readonly Crossing[]): Grid {
  const { head, rows, side, beside } = frame;
  const [{ cell: first, column, year }] = crossings as [Crossing];
  const behind = behindAll(grid);
  const top = head.at(-1) ?? rows[0]!;
  const isByRow = crossings.some(({ isOfRowYear }) => isOfRowYear);
  const heading = (text: string, at: number): Moved => ({
    cell: reworded(grid.shown(top, at) ?? first, text),
    row: top,
    column: at,
  });
  const heads = [
    ...(isByRow ? [heading(headingName("year"), side)] : []),
    heading(isByRow || year === null ? headingName("value") : `${year}年`, column),
    ...beside.flatMap((each) => {
      const cell = head.flatMap((row) => grid.cell(row, each) ?? []).at(-1);
      return cell === undefined ? [] : [{ cell, row: top, column: each }];
    }),
    heading(headingName("name"), behind),
    heading(headingName("unit"), behind + 1),
  ];
  const body = crossings.flatMap(({ cell, row, entry, unit, isOfRowYear }): Moved[] => {
    const told = beside.flatMap((each) => grid.cell(row, each) ?? []);
    const label = isOfRowYear ? (grid.cell(row, side) ?? []) : [];
    return [
      ...[label, cell, told].flat().map(inPlace),
      { cell: reworded(cell, entry.indicator.name), row, column: behind },
      ...(unit === "" ? [] : [{ cell: reworded(cell, unit), row, column: behind + 1 }]),
    ];
  });
  const framed_ = new Set([...head, ...rows]);
  const around = grid.rows.filter((row) => !framed_.has(row)).flatMap((row) => grid.own(row).map(inPlace));
  return gridFrom(sheet, [...around, ...heads, ...body], grid, cellAddress);
}

/** Years and digits in the head and the labels. */
function framed({ file, sheet, grid }: LaidAt, { head, rows, side }: Frame): Fate[] {
  const place = (cell: Cell) => ({ file, sheet: sheet.name, cell: cell.address });
  const heads = head.flatMap((row) => grid.own(row)).filter(isFigure);
  const labels = rows.flatMap((row) => grid.own(row).filter(({ column }) => column <= side)).filter(isFigure);
  return [
    ...heads.map((cell) => known(place(cell), "head")),
    ...labels.map((cell) => known(place(cell), yearIn(cell.display) === null ? "name" : "year")),
  ];
}
