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

/**
 * What stands behind the file's name: “指标数据”F7; F7 alone of a CSV, which has no sheets; "" of a file. Of a Word document: “一、妇女与健康”第12段.
 */
export function cellInFile({ file, sheet = "", cell = "", paragraph, heading = "" }: Place): string {
  if (paragraph !== undefined) return `${heading === "" ? "" : `“${heading}”`}第${paragraph}段`;
  const own = sheet === "" || sheet === file.split(/[\\/]/u).at(-1);
  return own ? cell : `“${sheet}”${cell}`;
}

/** One cell has one key, and another cell another one. */
export function cellKey({ file, sheet, cell }: Pick<Place, "file" | "sheet" | "cell">): string {
  return [file, sheet, cell].join("\n");
}
