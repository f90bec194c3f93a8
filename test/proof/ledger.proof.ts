import { mkdir, readFile, writeFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { LEDGER_COLUMNS, type LedgerColumn } from "../../src/data/ledger/columns.js";
import { LEDGER_FILE } from "../../src/data/ledger/entry.js";
import { readLedger, type StoredLedger } from "../../src/data/ledger/read.js";
import { hasErrors } from "../../src/issues/issue.js";
import { loadPlans } from "../../src/plan/folder.js";
import { readWorkbook } from "../../src/workbook/read/read.js";
import type { LedgerEntry } from "../../src/data/ledger/entry.js";
import type { SheetRow } from "../../src/workbook/sheet.js";
import { ledgerText } from "../data/ledger/lines.js";
import { CSV, officeFolder } from "./office.js";
import { returnedForms } from "./returns.js";

const folder = officeFolder();
const OPENED = "监测数据库.xlsx";
/** The fields of the ledger as they stand in the file, its head first. */
let lines: string[][] = [];
let rows: readonly SheetRow[] = [];

beforeAll(async () => {
  const { plans } = await loadPlans("plans");
  const all = await returnedForms(plans, folder.file);
  const entries = all.flatMap(({ returned }) => returned.entries);
  const file = folder.file(LEDGER_FILE);
  await writeFile(file, ledgerText(entries));
  lines = parse(await readFile(file), { bom: true });
  await folder.openCsv(file, folder.file("opened"));
  const { sheets } = await readWorkbook(folder.file("opened", OPENED), OPENED);
  rows = sheets[0]?.rows ?? [];
});

/** What people count and sort by. What stood in a cell, and free text, may look like anything. */
const NUMBERS: readonly LedgerColumn[] = ["年份", "数值", "分子", "分母", "目标数", "完成数", "报表年度"];
const TEXTS: readonly LedgerColumn[] = [
  "类型",
  "编号",
  "名称",
  "分组",
  "组别",
  "计量单位",
  "缺报原因",
  "备注",
  "填报单位",
  "数据来源",
  "来源文件",
  "工作表",
  "单元格",
  "进展状态",
  "量化内容",
  "年度进展",
  "采集时间",
  "SHA-256",
];

/** A column beside what the table shows of it. */
function columnOf(name: LedgerColumn) {
  const at = LEDGER_COLUMNS.indexOf(name) + 1;
  return rows.slice(1).map(({ row, cells }) => ({
    written: lines[row - 1]?.[at] ?? "",
    content: cells.find(({ column }) => column === at + 1)?.content ?? null,
  }));
}

describe("the ledger, opened in LibreOffice", () => {
  it("is a table: its head, a row for every line, and no formula", () => {
    expect(rows.length).toBe(lines.length);
    expect(rows[0]?.cells.map(({ display }) => display)).toEqual(lines[0]);
    expect(rows.flatMap(({ cells }) => cells).filter(({ formula }) => formula !== null)).toEqual([]);
  });

  it.each(NUMBERS)("has numbers under %s", (name) => {
    const column = columnOf(name);
    expect(column.filter(({ written }) => written !== "")).not.toEqual([]);
    for (const { written, content } of column) {
      expect(content).toEqual(written === "" ? null : { type: "number", value: Number(written) });
    }
  });

  it.each(TEXTS)("has texts under %s, word for word", (name) => {
    for (const { written, content } of columnOf(name)) {
      expect(content).toEqual(written === "" ? null : { type: "text", text: written });
    }
  });

  it("is not read as anything else where somebody saves it from there", async () => {
    await folder.convert([folder.file("opened", OPENED)], CSV, folder.file("saved"));
    await mkdir(folder.file("again"));
    const saved = await readFile(folder.file("saved", "监测数据库-监测数据库.csv"));
    await writeFile(folder.file("again", LEDGER_FILE), saved);
    const ours = await linesOf(folder.file());
    const again = await linesOf(folder.file("again"));
    expect(hasErrors(ours.issues)).toBe(false);
    expect(ours.entries).toEqual(expect.arrayContaining(again.entries));
    expect(hasErrors(again.issues) || again.entries.length === ours.entries.length).toBe(true);
  });
});

async function linesOf(data: string): Promise<StoredLedger & { entries: LedgerEntry[] }> {
  const entries: LedgerEntry[] = [];
  return { ...(await readLedger(data, (entry) => entries.push(entry))), entries };
}
