import { join } from "node:path";
import { standingAt } from "../../files/list.js";
import { EXIT, ReportError } from "../../issues/error.js";
import { tightenHeap } from "../../files/tight-heap.js";
import { readWorkbook, type WorkbookContent } from "../../workbook/read/read.js";
import { listWorkbooks, type FolderListing } from "./listing.js";

export const EMPTY_HINT =
  "请把监测工作簿（.xlsx、.xls、.et 或 .csv）放进该文件夹，或用 --data 指定所在文件夹；想先看看效果请用 --demo";

/** A data folder, and what was made of each of its workbooks. */
export interface FolderContent<T> {
  listing: FolderListing;
  files: readonly T[];
}

/**
 * Reads every workbook under `folder`, one after another: each may take as much memory as its guard allows, and
 * only what `make` keeps of it stays. Throws ReportError (exit 2) where there is no such folder.
 */
export async function readFolder<T>(
  folder: string,
  make: (content: WorkbookContent) => T,
): Promise<FolderContent<T>> {
  await requireFolder(folder);
  const listing = await listWorkbooks(folder);
  const files: T[] = [];
  let read = 0;
  for (const name of listing.workbooks) {
    const content = await readWorkbook(join(folder, name), name);
    read += content.bytes + cellsIn(content) * BYTES_PER_CELL;
    tightenHeap(read);
    files.push(make(content));
  }
  return { listing, files };
}

/** What a cell takes in a sheet's XML: half a megabyte of zip may hold a quarter of a million of them. */
const BYTES_PER_CELL = 40;

function cellsIn({ sheets }: WorkbookContent): number {
  return sheets.reduce((sum, { rows }) => rows.reduce((cells, row) => cells + row.cells.length, sum), 0);
}

const MISSING_HINT = "用 report init 建立一个，或用 --data 指定所在文件夹；想先看看效果请用 --demo";

async function requireFolder(folder: string): Promise<void> {
  const standing = await standingAt(folder);
  if (standing === null) throw new ReportError(`没有数据文件夹“${folder}”`, EXIT.usage, MISSING_HINT);
  if (standing !== "folder") throw new ReportError(`“${folder}”不是文件夹`, EXIT.usage, MISSING_HINT);
}
