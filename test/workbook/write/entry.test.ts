import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import type { CellEntry, CellRule, LayoutCell, SheetLayout } from "../../../src/workbook/write/layout.js";
import { writeWorkbook } from "../../../src/workbook/write/write.js";

const LOCKED: LayoutCell = { text: "W04", number: null, format: "", style: "text" };

function open(rule: CellRule | null, more: Partial<CellEntry> = {}): LayoutCell {
  return { ...LOCKED, text: "", format: "0.00", entry: { rule, prompt: "", refusal: "不行", ...more } };
}

async function written(
  cells: readonly LayoutCell[],
  more: Partial<SheetLayout> = {},
): Promise<ExcelJS.Worksheet> {
  const layout: SheetLayout = {
    name: "填报",
    widths: cells.map(() => 10),
    rows: [{ height: null, cells }],
    merges: [],
    frozen: { rows: 0, columns: 0 },
    print: { landscape: true, repeatRows: null, footer: "" },
    protected: true,
    ...more,
  };
  const bytes = await writeWorkbook([layout], { title: "", author: "", date: "2026-01-05" });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error("nothing was written");
  return sheet;
}

describe("a protected sheet", () => {
  it("leaves open what is to be filled in, shaded and with its format, and locks the rest", async () => {
    const sheet = await written([LOCKED, open(null)]);
    expect((sheet as unknown as { sheetProtection: object }).sheetProtection).toMatchObject({ sheet: true });
    expect(sheet.getCell("A1").protection?.locked ?? true).toBe(true);
    expect(sheet.getCell("B1").protection).toMatchObject({ locked: false });
    expect(sheet.getCell("B1").fill).toMatchObject({ type: "pattern", pattern: "solid" });
    expect(sheet.getCell("B1").numFmt).toBe("0.00");
  });

  it("is not protected unless it is asked for", async () => {
    const sheet = await written([LOCKED], { protected: false });
    expect((sheet as unknown as { sheetProtection?: object }).sheetProtection ?? null).toBeNull();
  });
});

describe("what a cell takes", () => {
  it.each<[CellRule, object]>([
    [
      { type: "decimal", min: "0", max: "100" },
      { type: "decimal", operator: "between", formulae: [0, 100] },
    ],
    [
      { type: "whole", min: "0", max: null },
      { type: "whole", operator: "greaterThanOrEqual", formulae: [0] },
    ],
    [
      { type: "list", choices: ["未启动", "推进中"] },
      { type: "list", formulae: ['"未启动,推进中"'] },
    ],
    [
      { type: "notAbove", address: "C1" },
      { type: "custom", formulae: ['AND(ISNUMBER(A1),A1>=0,OR(C1="",A1<=C1))'] },
    ],
    [
      { type: "ratio" },
      {
        type: "custom",
        formulae: [
          'AND(VALUE(LEFT(SUBSTITUTE(A1,"：",":"),FIND(":",SUBSTITUTE(A1,"：",":"))-1))>0,' +
            'VALUE(MID(SUBSTITUTE(A1,"：",":"),FIND(":",SUBSTITUTE(A1,"：",":"))+1,9))>0)',
        ],
      },
    ],
  ])("is held to %j, with our words where it is not", async (rule, expected) => {
    const sheet = await written([open(rule)]);
    const { dataValidation } = sheet.getCell("A1");
    expect(dataValidation).toMatchObject({
      ...expected,
      showErrorMessage: true,
      error: "不行",
      allowBlank: true,
    });
  });

  it("is written once for every cell: ranges that overlap are damage to Excel", async () => {
    const rule: CellRule = { type: "decimal", min: "0", max: null };
    const rows = Array.from({ length: 12 }, () => ({ height: null, cells: [open(rule), open(rule)] }));
    const sheet = await written([], { rows });
    const { model } = (sheet as unknown as { dataValidations: { model: object } }).dataValidations;
    expect(Object.keys(model)).toHaveLength(24);
  });
});

describe("a comment, a hidden row, a hidden column", () => {
  it("are in the file", async () => {
    const cells = [{ ...LOCKED, comment: "与上年相差10倍" }, LOCKED];
    const sheet = await written(cells, { hidden: { rows: [1], columns: [2] } });
    expect(JSON.stringify(sheet.getCell("A1").note)).toContain("与上年相差10倍");
    expect([sheet.getRow(1).hidden, sheet.getColumn(2).hidden]).toEqual([true, true]);
  });
});
