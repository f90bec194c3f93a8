import type { Place } from "./issue.js";

/** Where a figure stands. `sheet` is the CSV's file name for a CSV, `cell` is "F7". */
export interface CellPlace extends Place {
  sheet: string;
  cell: string;
}

/** 监测数据.xlsx“指标数据”F7, as every message, report and list names a cell; 监测数据.csv F7 of a CSV. */
export function cellText(place: Place): string {
  const within = cellInFile(place);
  return /^\w/u.test(within) ? `${place.file} ${within}` : `${place.file}${within}`;
}

const HIDDEN = { row: "（隐藏的行）", column: "（隐藏的列）" } as const;

/** （隐藏的行）, behind a cell or figure that nobody sees who opens the workbook; "" behind others. */
export function hiddenText({ hidden }: Place): string {
  return hidden === undefined ? "" : HIDDEN[hidden];
}

/** A cell that a finding sends a person to, to compare its figure with another's: 监测数据.xlsx“指标数据”F7（隐藏的行）. */
export function cellToFind(place: Place): string {
  return cellText(place) + hiddenText(place);
}

/**
 * What stands behind the file's name: “指标数据”F7; F7 alone of a CSV, which has no sheets; "" of a file. Of a Word document: “一、妇女与健康”第12段.
 */
export function cellInFile({
  file,
  sheet = "",
  cell = "",
  paragraph,
  heading = "",
  inTable = "",
}: Place): string {
  if (paragraph !== undefined)
    return `${heading === "" ? "" : `“${heading}”`}${inTable === "" ? `第${paragraph}段` : inTable}`;
  const own = sheet === "" || sheet === file.split(/[\\/]/u).at(-1);
  return own ? cell : `“${sheet}”${cell}`;
}

/** One cell has one key, and another cell another one. */
export function cellKey({ file, sheet, cell }: Pick<Place, "file" | "sheet" | "cell">): string {
  return [file, sheet, cell].join("\n");
}
