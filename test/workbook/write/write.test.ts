import { writeFile } from "node:fs/promises";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import ExcelJS from "exceljs";
import type { CellStyle, LayoutCell, SheetLayout } from "../../../src/workbook/write/layout.js";
import { readWorkbook } from "../../../src/workbook/read/read.js";
import { writeWorkbook } from "../../../src/workbook/write/write.js";
import { codes, testFolder } from "../folder.js";

const folder = testFolder();
const FACTS = { title: "数据报表", author: "永川区统计局", date: "2026-05-20" };

function cell(
  text: string,
  number: string | null = null,
  style: CellStyle = "text",
  format = "",
): LayoutCell {
  return { text, number, format, style };
}

function sheet(rows: readonly (readonly LayoutCell[])[], more: Partial<SheetLayout> = {}): SheetLayout {
  return {
    name: "数据",
    widths: [6, 30, 12],
    rows: rows.map((cells) => ({ height: null, cells })),
    merges: [],
    frozen: { rows: 0, columns: 0 },
    print: { landscape: true, repeatRows: null, footer: "" },
    ...more,
  };
}

/** The workbook as another program sees it. */
async function opened(layouts: readonly SheetLayout[]): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const bytes = Uint8Array.from(await writeWorkbook(layouts, FACTS));
  await workbook.xlsx.load(bytes.buffer);
  return workbook;
}

describe("writeWorkbook", () => {
  it("writes numbers as numbers with their format, texts as texts", async () => {
    const [read] = (await opened([sheet([[cell("W04"), cell("—", "94.120", "number", "0.00"), cell("12")]])]))
      .worksheets;
    expect(read?.getCell("B1")).toMatchObject({
      value: 94.12,
      numFmt: "0.00",
      alignment: { horizontal: "right" },
    });
    expect(read?.getCell("C1")).toMatchObject({ type: ExcelJS.ValueType.String, value: "12" });
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])("never makes a formula of %j", async (text) => {
    const [read] = (await opened([sheet([[cell(text)]])])).worksheets;
    expect(read?.getCell("A1")).toMatchObject({ type: ExcelJS.ValueType.String, numFmt: "@" });
    expect(read?.getCell("A1").formula).toBeUndefined();
  });

  it("refuses a figure that is none, which only a bug can hand in", async () => {
    await expect(writeWorkbook([sheet([[cell("", "缺")]])], FACTS)).rejects.toThrow("缺");
    await expect(writeWorkbook([sheet([[cell("", "")]])], FACTS)).rejects.toThrow();
  });

  it("sets up view and page", async () => {
    const layout = sheet([[cell("标题", null, "title")], [cell("编号", null, "head")]], {
      merges: [{ top: 1, left: 1, bottom: 1, right: 3 }],
      frozen: { rows: 2, columns: 1 },
      print: { landscape: true, repeatRows: { first: 1, last: 2 }, footer: "初稿" },
    });
    const [read] = (await opened([layout])).worksheets;
    expect(read?.views).toMatchObject([{ state: "frozen", xSplit: 1, ySplit: 2 }]);
    expect(read?.pageSetup).toMatchObject({
      ...{ paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      printTitlesRow: "1:2",
    });
    expect(read?.headerFooter.oddFooter).toContain("初稿");
    expect(read?.getCell("C1").master.address).toBe("A1");
    expect(read?.getColumn(2).width).toBe(30);
    expect(read?.getCell("A2").font).toMatchObject({ name: "宋体", bold: true });
  });

  it("rules a table at its top, under its head and at its bottom, and leaves its sides open", async () => {
    const layout = sheet(
      [
        [cell("标题", null, "title"), cell("", null, "title")],
        [cell("编号", null, "head"), cell("本年", null, "head")],
        [cell("合计", null, "group"), cell("", null, "group")],
        [cell("W04"), cell("", "1", "number")],
        [cell("注：", null, "note"), cell("", null, "note")],
      ],
      { merges: [{ top: 3, left: 1, bottom: 3, right: 2 }] },
    );
    const [read] = (await opened([layout])).worksheets;
    const drawn = (address: string) => {
      const { top, bottom, left, right } = read?.getCell(address).border ?? {};
      return [top, bottom, left, right].map((side) => side?.style ?? "");
    };
    expect(drawn("A1")).toEqual(["", "", "", ""]);
    expect(drawn("A2")).toEqual(["medium", "thin", "", "thin"]);
    expect(drawn("B3")).toEqual(["", "thin", "thin", ""]);
    expect(drawn("B4")).toEqual(["", "medium", "thin", ""]);
    expect(drawn("A5")).toEqual(["", "", "", ""]);
  });

  it("makes every row as high as its text needs", async () => {
    const [read] = (await opened([sheet([[cell("短")], [cell("很长的指标名称")]])])).worksheets;
    expect(read?.getRow(2).height).toBeGreaterThan(read?.getRow(1).height ?? 0);
  });

  it("writes a workbook of no rows and sheets of the same name", async () => {
    const workbook = await opened([sheet([]), sheet([])]);
    expect(workbook.worksheets.map((each) => each.name)).toEqual(["数据", "数据（2）"]);
  });
});

describe("the same figures", () => {
  afterEach(() => void vi.useRealTimers());

  it("make the same bytes on another day", async () => {
    const layouts = [
      sheet([[cell("a"), cell("", "1.5", "number", "0.0")]]),
      sheet([[cell("b")]], { name: "二" }),
    ];
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-05-20T08:00:00Z") });
    const first = await writeWorkbook(layouts, FACTS);
    vi.setSystemTime(new Date("2027-01-01T23:59:58Z"));
    const second = await writeWorkbook(layouts, FACTS);
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });

  it("carry the day they were given", async () => {
    const workbook = await opened([sheet([])]);
    expect(workbook.created.toISOString()).toBe("2026-05-20T00:00:00.000Z");
    expect(workbook).toMatchObject({ title: FACTS.title, creator: FACTS.author });
  });
});

describe("write, then read", () => {
  const figure = fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })
    .map((value) => Number(value.toPrecision(15)) + 0);
  const text = fc.oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }),
    fc.stringMatching(/^[=+\-@_x<&"' 永\n]{1,12}$/),
  );
  const anyCell = fc.oneof(
    figure.map((value) => cell("", String(value), "number", "0.00")),
    text.map((value) => cell(value)),
    fc.constant(cell("")),
  );

  it("gives back every number and text in its place", { tags: ["patience"] }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(anyCell, { maxLength: 6 }), { maxLength: 6 }), async (rows) => {
        const path = folder.file("往返.xlsx");
        await writeFile(path, await writeWorkbook([sheet(rows)], FACTS));
        const read = await readWorkbook(path, "往返.xlsx");
        expect(codes(read)).toEqual([]);
        const found = read.sheets[0]?.rows.flatMap((row) =>
          row.cells.map((each) => [each.row, each.column, each.content]),
        );
        expect(found).toEqual(
          rows.flatMap((cells, row) => cells.flatMap((each, at) => content(each, row + 1, at + 1))),
        );
      }),
      { numRuns: 60 },
    );
  });
});

/** What is to be read back of a cell; control characters cannot be kept, nor marks nobody sees, and line ends are unified. */
function content(written: LayoutCell, row: number, column: number): unknown[] {
  if (written.number !== null) return [[row, column, { type: "number", value: Number(written.number) }]];
  const text = written.text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(
      /[^\P{Cc}\t\n]|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f]|[\ufeff\ufffe\uffff]/gu,
      "",
    );
  return text === "" ? [] : [[row, column, { type: "text", text }]];
}
