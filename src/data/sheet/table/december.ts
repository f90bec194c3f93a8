import { posix } from "node:path";
import type { Heading } from "../head/token.js";
import { tightText } from "../normalise.js";
import { isOfOwn, type Column } from "./columns.js";
import { withHeadings, type Table } from "./table.js";

/** 12月, 1—12月 and 十二月, and no day of it, nor when a form was handed in. */
const MONTH =
  /(?<![\d一二三四五六七八九])(?:12|十二)月份?(?!\d{1,2}日|[上填]?报送?[送时日]|[填上]报|制|编|印|修|更新|前|底前)|(?<!\d)20\d\d[./-]?12(?![\d./-])/u;
const DATED = /(20\d\d)(?:(?:年|[./-])(?:0?1月?[-‐-―−~～至到]+)?(?:12|十二)月|[./-]?12(?![\d./-]))/u;
/** 12月当月, 1—12月: columns of a report by the month. */
const BY_MONTH = /月|累计/u;
const OTHER_MONTHS = /(?<!\d)(?:[2-9]|1[01])月|季|半年/u;

/** What names a table. */
interface Named {
  sheet: string;
  file: string;
  table: Table;
}

/**
 * A monthly report of December: what has added up since January is the year's, and 本月 is not. The table with its
 * 累计 known as that, and the year its month lies in, which no title of a year needs to say.
 */
export function ofDecember({ sheet, file, table }: Named): { table: Table; year: number | null } | null {
  const months = table.columns.filter(({ heading }) => heading.figures && BY_MONTH.test(heading.text));
  // 累计 beside 2025年 or 数值 adds up more than that year.
  const isBesides = table.columns.some((column) => isOfOwn(column.heading) && !months.includes(column));
  if (months.length === 0 || isBesides) return null;
  const names = [table.title, sheet, posix.basename(file).replace(/\.[a-z]+$/iu, "")].map(tightText);
  const isNamed = names.some((name) => MONTH.test(name));
  const isHeaded = months.every(({ heading }) => !OTHER_MONTHS.test(heading.text)) && months.some(isDecember);
  if (!isNamed && !isHeaded) return null;
  const added = months.filter(isAddedUp).map(({ column, heading }) => [column, asYears(heading)] as const);
  const dated = names.map((name) => (MONTH.test(name) ? DATED.exec(name)?.[1] : undefined));
  const year = dated.find((each) => each !== undefined);
  return { table: withHeadings(table, new Map(added)), year: year === undefined ? null : Number(year) };
}

function isDecember({ heading }: Column): boolean {
  return MONTH.test(heading.text);
}

/** 累计 and 本年累计, and 本月末 of what there is; not 累计平均, nor what has added up over years. */
function isAddedUp({ heading: { other, leftover, text } }: Column): boolean {
  if (/^(?:20\d\d年)?(?:本|当|12)月[末底]$/u.test(text)) return leftover === "";
  const isSum = other?.other === "statistic" && other.word.startsWith("累计");
  return isSum && leftover === "" && !/均|20\d\d.*20\d\d/u.test(text);
}

/** 上年同期累计 is the year before's. */
function asYears(heading: Heading): Heading {
  const { relative, year } = heading;
  const own = year === null ? ("value" as const) : ("yearValue" as const);
  return { ...heading, role: relative === "previous" ? "previous" : own, other: null };
}
