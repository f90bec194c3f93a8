import { isPercent, unitOf } from "../../../../terms/unit.js";
import type { Heading } from "../../head/token.js";
import { entryOf, type Line } from "../../kinds/lines.js";
import type { SheetContext } from "../../reading.js";
import { isOfOwn, lowestOf, saysWhole, type Column } from "../../table/columns.js";
import { hasRole, withHeadings, type Table } from "../../table/table.js";
import { ownRows } from "../place.js";

/**
 * The table with 占比 beside 总数 and 女性 known as the figure of shares of women, 女性 as its numerator and 总数 as its
 * denominator. Only where all rows with a figure under it are such shares: of a rate nobody knows which of the three it is.
 */
export function withShares(context: SheetContext, lines: readonly Line[]): Table {
  const table = withSharesOfSexes(context.table);
  const found = table.columns.filter(isShare).flatMap((share) => {
    const known = sharedIn({ ...context, table }, lines, share);
    return known === null ? [] : [known];
  });
  if (found.length === 0) return context.table;
  return withHeadings(table, new Map(found.flatMap((each) => [...each])));
}

/** The lines that are shares of women in a table where others are none, and where theirs is told from what it is made of. */
export function sharesAmong(context: SheetContext, lines: readonly Line[]): readonly Line[] {
  if (!context.table.columns.some(isShare)) return [];
  const shares = lines.filter(isOwnShare(context));
  if (shares.length === 0 || withShares(context, lines) !== context.table) return [];
  return withShares(context, shares) === context.table ? [] : shares;
}

/** What the lowest row of a heading of shares says: 占比, 女性占比（%）. */
const SHARE =
  /^(?:其中:?)?(?:女[性生童]?)?(?:人数)?(?:所占|占)?(?:占比|比重|比例|百分比|比)(?:\([^()]*\)|%)?$/u;

/** 男 | 比例 | 女 | 比例: each share is of those on its left. */
function withSharesOfSexes(table: Table): Table {
  const figures = table.columns.filter(({ heading }) => heading.figures);
  const bare = figures.filter((each) => isShare(each) && each.heading.other?.other === "share");
  const sexes = bare.flatMap((each): [number, Heading][] => {
    const { heading } = figures[figures.indexOf(each) - 1] ?? {};
    const isOfSex = heading?.other?.other === "group" && /^[^男女]*[男女](?!女)/u.test(heading.text);
    return isOfSex
      ? [
          [
            each.column,
            { ...each.heading, other: heading.other, text: `${heading.text}|${each.heading.text}` },
          ],
        ]
      : [];
  });
  return sexes.length < 2 ? table : withHeadings(table, new Map(sexes));
}

/** 占比 beside numbers: of a rate nobody knows which of these it is. */
export function isShare(column: Column): boolean {
  const { other, leftover, figures, unit } = column.heading;
  const isOfOther = other?.other === "share" || other?.other === "group";
  return (
    figures &&
    isOfOther &&
    leftover === "" &&
    (unit === "" || isPercent(unitOf(unit))) &&
    SHARE.test(lowestOf(column)) &&
    !/男(?!女)/u.test(column.heading.text)
  );
}

/** 女性, 其中：女性人数: of the women alone. */
function countsWomen(column: Column): boolean {
  const { other, unit, leftover, text } = column.heading;
  // 女性提出建议占比 is a share of somebody's own.
  const isWomens = other?.other === "group" && leftover === "" && /^[^男]*女/u.test(text);
  // 万人 are no numerator of a share.
  if (unitOf(unit).times !== 1) return false;
  return isWomens && !isPercent(unitOf(unit)) && !isShare(column);
}

/** 总数, 合计, 总人数: of women and men. */
function countsAll({ heading }: Column): boolean {
  const { other, role, unit } = heading;
  if (other !== null) return other.other === "count";
  const isFigure = role === "yearValue" || role === "value";
  return isFigure && !isPercent(unitOf(unit)) && saysWhole(heading);
}

/** What the columns of one year are by their headings, a share of women with what it is made of; null where it may be none. */
function sharedIn(
  context: SheetContext,
  lines: readonly Line[],
  share: Column,
): ReadonlyMap<number, Heading> | null {
  const { columns } = context.table;
  const beside = columns.filter(
    ({ heading }) => heading.year === share.heading.year && heading.relative === share.heading.relative,
  );
  const women = beside.filter(countsWomen);
  const all = beside.filter(countsAll);
  const rows = new Set(ownRows(context, lines, share.column));
  const filled = lines.filter(({ row }) => rows.has(row));
  const isClear =
    women.length <= 1 && all.length <= 1 && beside.filter(isShare).length === 1 && filled.length > 0;
  // 其中：女, 女性占比 behind 2025年 may speak of that.
  const near = share.heading.year === null ? columns : beside;
  const own = near.filter((each) => isOfOwn(each.heading) && !all.includes(each));
  const isOfWomen = women.length === 1 || share.heading.text.includes("女");
  const isOwn = isOfWomen ? isShareOfWomen : isOwnShare(context);
  if (!isClear || own.length > 0 || !filled.every(isOwn)) return null;
  const known = (column: Column, role: Heading["role"]): [number, Heading] => [
    column.column,
    { ...column.heading, role, other: null, figures: false, noted: [] },
  ];
  // 人数 alone may be of women or of all.
  const counts = women.length === 0 ? [] : all.map((each) => known(each, "denominator"));
  return new Map([
    ...women.map((each) => known(each, "numerator")),
    ...counts,
    [share.column, figureOf(share)],
  ]);
}

/** The heading of the row's own figure. */
function figureOf(share: Column): Heading {
  const { heading } = share;
  const role = heading.year === null ? "value" : "yearValue";
  const noted = [{ why: "share" as const, word: "" }];
  return { ...heading, role, other: null, noted };
}

/**
 * Rows whose own figure 占比 is, with nothing beside it that counts women: shares by their name, and behind 分子 and 分母
 * whatever is a percentage.
 */
function isOwnShare({ table }: SheetContext): (line: Line) => boolean {
  const isCounted = hasRole(table.columns, "numerator") && hasRole(table.columns, "denominator");
  return (line) => {
    const { name = "", unit = "" } = entryOf(line)?.indicator ?? {};
    return isPercent(unitOf(unit)) && (isCounted || /占比|比例|比重/u.test(name));
  };
}

/** 女性法官占比: of all judges those who are women. */
export function isShareOfWomen(line: Line): boolean {
  const { name = "", unit = "" } = entryOf(line)?.indicator ?? {};
  return isPercent(unitOf(unit)) && /(?<!男)女/u.test(name) && /占比|比例|比重/u.test(name);
}
