import { writeFile } from "node:fs/promises";
import { expect, it } from "vitest";
import type { SheetLayout } from "../../src/workbook/write/layout.js";
import { readWorkbook } from "../../src/workbook/read/read.js";
import { writeWorkbook } from "../../src/workbook/write/write.js";
import { officeFolder } from "./office.js";

const folder = officeFolder();

const TEXTS = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(1,2)",
  "\t=1",
  "\n=1",
  '=HYPERLINK("https://example.org","点此")',
  "=cmd|' /C calc'!A0",
  "{=1+1}",
  "'=1+1",
  "＝1+1",
  "2:3",
  "1：1.6",
  "007",
  "94.12%",
  "2025-01-01",
  "1E5",
  "TRUE",
];

it("takes no text for a formula, a number or a date", async () => {
  const before = folder.file("文字.xlsx");
  await writeFile(before, await writeWorkbook([layout()], { title: "", author: "", date: "2026-05-20" }));
  await folder.convert([before], "xlsx", folder.file("resaved"));
  const { sheets, issues } = await readWorkbook(folder.file("resaved", "文字.xlsx"), "文字.xlsx");
  const cells = sheets.flatMap(({ rows }) => rows).flatMap((row) => row.cells);
  expect(issues).toEqual([]);
  expect(cells.map(({ content }) => content)).toEqual(TEXTS.map((text) => ({ type: "text", text })));
  expect(cells.filter(({ formula }) => formula !== null)).toEqual([]);
});

function layout(): SheetLayout {
  const rows = TEXTS.map((text): SheetLayout["rows"][number] => ({
    height: null,
    cells: [{ text, number: null, format: "", style: "text" }],
  }));
  const print = { landscape: true, repeatRows: null, footer: "" };
  return { name: "文字", widths: [40], rows, merges: [], frozen: { rows: 0, columns: 0 }, print };
}
