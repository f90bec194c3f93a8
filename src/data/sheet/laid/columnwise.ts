import { issue, type Issue } from "../../../issues/issue.js";
import { groupBy } from "../../../terms/group-by.js";
import { cellAddress } from "../../../workbook/address.js";
import type { Catalogue } from "../../catalogue.js";
import { known, type Fate } from "../../coverage/fate.js";
import { isFigure } from "../../coverage/figures.js";
import type { Grid } from "../grid.js";
import { headingOf } from "../head/heading.js";
import { headingName, PLAIN_HEADING } from "../head/words.js";
import { gridFrom, inPlace, reworded, type LaidAt, type LaidOut, type Moved } from "../laid-otherwise.js";
import { nearestName } from "../match/match.js";
import { nameKey, tightText } from "../normalise.js";
import { quoted } from "../quoted.js";
import { countsColumns } from "../table/bands.js";
import { behindAll } from "./frame.js";
import { acrossIn, type Across, type Level, type NamedColumn } from "./across.js";

/**
 * A table with an indicator in each column and years or towns down, taken apart: for each name a table of its own whose
 * rows stay where they are, so that all that is heard beside a row of an indicator is heard here. Null for any other.
 */
export function columnwise(at: LaidAt): LaidOut | null {
  const tables = acrossIn(at).map((across) => takenApart(at, across));
  return tables.length === 0
    ? null
    : {
        grids: tables.flatMap(({ grids }) => grids),
        told: tables.flatMap(({ told }) => told),
        inPlace: true,
        others: tables.flatMap(({ others }) => others),
      };
}

function takenApart(at: LaidAt, across: Across): Required<Omit<LaidOut, "inPlace">> {
  const groups = [...groupBy(across.named, ({ name }) => tightText(name.text)).values()];
  // A name that is no indicator's may be completed by what stands beneath it: 近视率 over 小学.
  const asked = groups.filter((same) => same.some(({ isAsked }) => isAsked));
  const names = asked.map(([first]) => first!.name);
  at.grid.spend(across.body.length * asked.length * PER_ROW);
  const foreign = groups.filter((same) => !asked.includes(same));
  return {
    grids: asked.map((same) => tableOf(at, across, same, names)),
    told: toldOf(at, across, { asked, foreign }),
    others: [...foreign.flatMap((same) => othersIn(at, across, same)), ...headed(at, across)],
  };
}

/** What a row of a table taken apart costs, in looks at a cell: all are made before the first of them is read. */
const PER_ROW = 70;

/** What has a digit in the head: W04, 3岁以下儿童系统管理率, and 1, 2 that number the columns. */
function headed({ file, sheet, grid }: LaidAt, { head }: Across): Fate[] {
  const rows = grid.rows.filter((row) => row >= head.top && row <= head.bottom);
  const cells = rows.flatMap((row) => grid.own(row)).filter(isFigure);
  return cells.map(({ address: cell }) => known({ file, sheet: sheet.name, cell }, "head"));
}

interface Groups {
  asked: readonly (readonly NamedColumn[])[];
  foreign: readonly (readonly NamedColumn[])[];
}

/** How the table is read, and which of the columns that are nobody's have a name like one of ours. */
function toldOf(
  { file, sheet, grid, catalogue }: LaidAt,
  across: Across,
  { asked, foreign }: Groups,
): Issue[] {
  const place = { file, sheet: sheet.name };
  const nameOf = ([first]: readonly NamedColumn[]) => first!.name.cell;
  const given = new Set(
    asked.map(([first]) => catalogue.byKey.get(nameKey(first!.name.text))?.[0]?.indicator.name ?? null),
  );
  const close = foreign.map(nameOf).flatMap(({ display, address: cell }) => {
    const found = nearestName(catalogue, display);
    // 孕产妇死亡 beside 孕产妇死亡率 is no slip for it.
    return found === null || given.has(found) ? [] : [{ name: quoted(display), cell, nearest: found }];
  });
  const placed = asked.flatMap(([first]) => {
    const { said, name } = first!;
    return said === "" ? [] : [{ cell: name.cell.address, name: quoted(said), as: name.text }];
  });
  const turned = {
    rows: across.isOfYears ? across.body.filter((row) => isRow(grid, across, row)) : [],
    names: asked.map((same) => quoted(nameOf(same).display)),
    others: foreign.map((same) => quoted(nameOf(same).display)),
  };
  const first = grid.own(across.head.top)[0]!.address;
  const args = { count: foreign.length, of: "列", close, names: close.length } as const;
  return [
    issue("data/turned", { ...place, cell: first }, turned),
    ...(placed.length === 0
      ? []
      : [issue("data/rows-by-place", { ...place, cell: placed[0]!.cell }, { rows: placed })]),
    ...(close.length === 0 ? [] : [issue("data/unmatched-names", place, args)]),
  ];
}

function isRow(grid: Grid, { named }: Across, row: number): boolean {
  return named.some(({ column }) => grid.cell(row, column) !== null);
}

/** The figures of a column that is named for nothing of ours. */
function othersIn({ file, sheet, grid }: LaidAt, across: Across, same: readonly NamedColumn[]): Fate[] {
  const cells = across.body.flatMap((row) => same.flatMap(({ column }) => grid.cell(row, column) ?? []));
  return cells
    .filter(isFigure)
    .map(({ address: cell }) => known({ file, sheet: sheet.name, cell }, "not-in-plan"));
}

/** What a table of one name is made of. */
interface OfName {
  across: Across;
  columns: readonly NamedColumn[];
  name: Level;
  /** Those of the other tables, too. */
  names: readonly Level[];
  /** Behind all that the sheet holds: where its name stands. */
  behind: number;
}

/** The rows of one name under the labels of all. */
function tableOf(at: LaidAt, across: Across, columns: readonly NamedColumn[], names: readonly Level[]): Grid {
  const { sheet, grid } = at;
  const { above: over, body } = across;
  const behind = behindAll(grid);
  const of: OfName = { across, columns, name: columns[0]!.name, names, behind };
  const above = over.flatMap((row) => grid.own(row).map(inPlace));
  const rows = body.flatMap((row) => rowOf(at, of, row));
  return gridFrom(sheet, [...above, ...headOf(at, of), ...rows], grid, cellAddress);
}

function headOf({ grid, catalogue }: LaidAt, { across, columns, name, behind }: OfName): Moved[] {
  const headed = [
    ...across.labels.map(({ column, heading }) => ({ column, levels: [heading] })),
    ...columns.map((each) => ({ column: each.column, levels: headsOf(each, catalogue) })),
    { column: behind, levels: [{ cell: name.cell, text: headingName("name") }] },
  ];
  // From the top down: a row that repeats 指标名称 would be another head.
  return headRows(grid, across).flatMap((row, at) =>
    headed.flatMap(({ column, levels }): Moved[] => {
      const level = levels[at];
      return level === undefined ? [] : [{ cell: reworded(level.cell, level.text), row, column }];
    }),
  );
}

function headRows(grid: Grid, { head }: Across): number[] {
  return grid.rows.filter((row) => row >= head.top && row <= head.bottom && !countsColumns(grid.own(row)));
}

function rowOf({ grid, catalogue }: LaidAt, of: OfName, row: number): Moved[] {
  const { across, columns, name, names, behind } = of;
  if (!isRow(grid, across, row)) return grid.own(row).map(inPlace);
  const beside = across.labels.flatMap(({ column, heading }) => {
    const cell = grid.shown(row, column);
    if (cell === null || !isRemark(heading, catalogue)) return cell === null ? [] : [{ cell, row, column }];
    const said = spokenOf(cell.display, name, names);
    return said === "" ? [] : [{ cell: said === cell.display ? cell : reworded(cell, said), row, column }];
  });
  // What nothing heads may say whose the row is.
  const headed = new Set([...across.labels, ...across.named].map(({ column }) => column));
  const unheaded = grid.own(row).filter(({ column }) => !headed.has(column));
  const figures = columns.flatMap(({ column }) => grid.cell(row, column) ?? []);
  const named = { cell: reworded(name.cell, name.text), row, column: behind };
  return [...beside, ...[...unheaded, ...figures].map(inPlace), named];
}

/** What heads a column of figures in the table of its name: 目标, 全市; 数值 where nothing says whose they are. */
function headsOf({ others, name }: NamedColumn, { lexicon }: Catalogue): readonly Level[] {
  if (others.length === 0) return [{ cell: name.cell, text: PLAIN_HEADING }];
  const { role, figures, leftover } = headingOf(
    others.map(({ text }) => text),
    lexicon,
  );
  // A word that nobody understands is told of a column of figures.
  if (!figures && leftover !== "") return [{ cell: others[0]!.cell, text: PLAIN_HEADING }, ...others];
  if (figures || (role !== null && role !== "unit")) return others;
  // ‰ in a row beneath the names says in what they are told.
  return [
    { cell: others[0]!.cell, text: `${PLAIN_HEADING}（${others.map(({ text }) => text).join("，")}）` },
  ];
}

function isRemark({ text }: Level, { lexicon }: Catalogue): boolean {
  const { role } = headingOf([text], lexicon);
  return role === "remark" || role === "comment";
}

/** What a remark beside several names says of one: 孕产妇系统管理率为预计数 says nothing of the others, and of that one 为预计数. */
function spokenOf(remark: string, { text: own }: Level, names: readonly Level[]): string {
  const clauses = remark.split(/(?<=[,，;；。])/u);
  const spoken = clauses.filter((clause) => {
    const named = names.filter(({ text }) => isNamedIn(clause, text));
    return named.length === 0 || named.some(({ text }) => text === own);
  });
  return spoken
    .map((clause) => (isNamedIn(clause, own) ? clause.replace(bareName(own), "") : clause))
    .join("");
}

function isNamedIn(clause: string, name: string): boolean {
  return clause.includes(bareName(name));
}

/** 婚检率 of 婚检率（%）. */
function bareName(text: string): string {
  return tightText(text).replace(/\([^()]*\)$/u, "");
}
