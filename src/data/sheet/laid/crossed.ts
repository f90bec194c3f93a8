import { issue, type Issue } from "../../../issues/issue.js";
import type { Cell } from "../../../workbook/sheet.js";
import type { Catalogue, Entry } from "../../catalogue.js";
import { known, type Fate } from "../../coverage/fate.js";
import { isFigure } from "../../coverage/figures.js";
import { figureAt, type Grid } from "../grid.js";
import { headingOf } from "../head/heading.js";
import { headingName, type Role } from "../head/words.js";
import { clausesIn, ofRemark } from "../kinds/qualifiers.js";
import { OTHER_REASONS } from "../judge/reasons.js";
import { gridFrom, inPlace, reworded, type LaidAt, type LaidOut, type Moved } from "../laid-otherwise.js";
import { tightText, unitInName } from "../normalise.js";
import { quoted } from "../quoted.js";
import { yearIn } from "../years.js";
import { frameIn, type Frame } from "./frame.js";
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
  const remarked: Issue[] = [];
  for (const row of frame.rows) {
    const remark = remarkOn(at, frame, row);
    if (remark !== null) remarked.push(remark.told);
    const said = saidBy(at, [grid.text(row, frame.side)]);
    const beside = { ...said, other: said.other ?? remark?.other ?? null };
    for (const { column, said } of columns) {
      const cell = figureAt(grid, row, column);
      if (cell === null) continue;
      const found = crossing(at, frame, cell, beside, said);
      const other = said.other ?? beside.other;
      const reason = other === null ? "not-in-plan" : OTHER_REASONS[other];
      if (found === null) others.push(known({ ...place, cell: cell.address }, reason));
      else crossings.push(found);
    }
  }
  const laid = laidOut(at, frame, crossings);
  if (laid === null) return null;
  return { ...laid, told: [...laid.told, ...remarked], others: [...others, ...framed(at, frame)] };
}

/** Columns of words that say nothing of whose a figure is, or say it in a remark. */
const BESIDE: ReadonlySet<unknown> = new Set<Role>(["remark", "comment", "reporter", "dataSource", "text"]);

/** 预计数 beside a row: its figures are others'. */
function remarkOn(
  { file, sheet, grid, catalogue }: LaidAt,
  { head, beside }: Frame,
  row: number,
): { other: keyof typeof OTHER_REASONS; told: Issue } | null {
  for (const column of beside) {
    const heading = head.map((each) => grid.text(each, column)).findLast((text) => text !== "") ?? "";
    const { role } = headingOf([heading], catalogue.lexicon);
    if (role !== "remark" && role !== "comment") continue;
    const text = grid.text(row, column);
    const said = clausesIn(text).map((clause) => headingOf([clause], catalogue.lexicon));
    const other = said.find((each) => ofRemark(each) !== null)?.other?.other;
    if (other === undefined) continue;
    const where = { file, sheet: sheet.name, cell: grid.address(row, column) };
    const args = { noun: `“${heading}”`, text: quoted(text), rows: [row], other };
    return { other, told: issue("data/only-others-rows", where, args) };
  }
  return null;
}

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
    return {
      words: isOwn || bare === "" ? before.words : [...before.words, bare],
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
  cell: Cell,
  row: Said,
  column: Said,
): Crossing | null {
  if (row.other !== null || column.other !== null) return null;
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
  return { cell, entry, year, unit: column.unit || row.unit, name: words.join("／") };
}

/** 两癌筛查率 of 2025年永川区适龄妇女两癌筛查率统计表（%）. */
function subjectOf(title: string, { lexicon }: Catalogue): string {
  const bare = tightText(title)
    .replace(/\([^()]*\)/gu, "")
    .replace(/(?:19|20)\d\d年?[度末]?/gu, "")
    .replace(/(?:情况|统计|监测|数据|历年|一览|汇总|完成)*表?$/u, "");
  const own = lexicon.places.ownByLength.find((place) => bare.startsWith(place)) ?? "";
  return bare.slice(own.length);
}

/** The crossings as rows of indicators under their years; null where two are of one year, or only some say which. */
function laidOut(at: LaidAt, frame: Frame, crossings: readonly Crossing[]): LaidOut | null {
  const { file, sheet, grid } = at;
  const [first] = crossings;
  if (first === undefined) return null;
  const entries = [...new Set(crossings.map(({ entry }) => entry))];
  const years = [...new Set(crossings.map(({ year }) => year))].sort((a, b) => (a ?? 0) - (b ?? 0));
  const places = new Set(crossings.map(({ entry, year }) => `${entry.indicator.id} ${String(year)}`));
  if (places.size < crossings.length || (years.length > 1 && years.includes(null))) return null;
  const top = frame.head[0] ?? frame.rows[0]!;
  const heading = (text: string, column: number): Moved => ({
    cell: reworded(first.cell, text),
    row: top,
    column,
  });
  const moved: Moved[] = [
    heading(headingName("name"), 1),
    heading(headingName("unit"), 2),
    ...years.map((year, index) => heading(year === null ? headingName("value") : `${year}年`, FIRST + index)),
    ...entries.flatMap((entry, index): Moved[] => {
      const own = crossings.filter((each) => each.entry === entry);
      const { cell, unit } = own[0]!;
      const row = top + 1 + index;
      return [
        { cell: reworded(cell, entry.indicator.name), row, column: 1 },
        ...(unit === "" ? [] : [{ cell: reworded(cell, unit), row, column: 2 }]),
        ...own.map((each) => ({ cell: each.cell, row, column: FIRST + years.indexOf(each.year) })),
      ];
    }),
  ];
  const framed_ = new Set([...frame.head, ...frame.rows]);
  const rest = grid.rows.filter((row) => !framed_.has(row));
  const besides = rest.flatMap((row) =>
    grid.own(row).map((cell) => ({ ...inPlace(cell), row: row < top ? row : row + entries.length })),
  );
  const rows = entries.flatMap((entry) => {
    const { cell, name } = crossings.find((each) => each.entry === entry)!;
    const as = entry.indicator.name;
    return name === as ? [] : [{ cell: cell.address, name: quoted(name), as }];
  });
  return {
    grids: [gridFrom(sheet, [...moved, ...besides], grid, () => first.cell.address)],
    told:
      rows.length === 0
        ? []
        : [issue("data/rows-by-place", { file, sheet: sheet.name, cell: first.cell.address }, { rows })],
  };
}

const FIRST = 3;

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
