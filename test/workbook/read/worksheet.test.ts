import { describe, expect, it } from "vitest";
import { codes, testFolder } from "../folder.js";
import { LIMITS } from "../../../src/workbook/read/guard.js";
import { rowOf, xlsx, sheetsOf } from "./package.js";

const folder = testFolder();

async function sheetOf(sheet: string) {
  const read = await folder.read(xlsx({ sheet }));
  expect(codes(read)).toEqual([]);
  const cells = read.sheets[0]?.rows.flatMap((row) => row.cells) ?? [];
  return { ...read.sheets[0], shown: cells.map((cell) => `${cell.address}=${cell.display}`) };
}

describe("where cells stand", () => {
  it("follows the one before where the file does not say", async () => {
    const { shown } = await sheetOf(
      "<sheetData><row><c><v>1</v></c><c/><c><v>2</v></c></row><row r='5'><c r='C5'><v>3</v></c><c><v>4</v></c></row></sheetData>",
    );
    expect(shown).toEqual(["A1=1", "C1=2", "C5=3", "D5=4"]);
  });

  it("counts formatted empty cells before one that does not say where it stands", async () => {
    const { shown } = await sheetOf(
      '<sheetData><row r="1"><c r="A1" s="1"/><c r="B1" s="1"/><c><v>1</v></c></row><row r="7" s="1"/><row><c><v>2</v></c></row></sheetData>',
    );
    expect(shown).toEqual(["C1=1", "A8=2"]);
  });

  it("puts rows and cells in order", async () => {
    const { shown } = await sheetOf(
      '<sheetData><row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row><row r="1"><c r="AA1"><v>2</v></c><c r="Z1"><v>1</v></c></row></sheetData>',
    );
    expect(shown).toEqual(["Z1=1", "AA1=2", "A2=3", "B2=4"]);
  });

  it.each([
    ["an address that is none", '<c r="1A"><v>1</v></c>'],
    ["the same cell twice", '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>'],
    ["a type nobody knows", '<c r="A1" t="x"><v>1</v></c>'],
  ])("refuses %s", async (_, cells) => {
    expect(codes(await folder.read(xlsx({ sheet: rowOf(cells) })))).toEqual(["workbook/damaged"]);
  });
});

describe("sheets of uncommon size", () => {
  it(
    "reads a small table formatted down to row 50 000 and across all columns",
    { tags: ["patience"] },
    async () => {
      const row = (r: number) =>
        `<row r="${r}" spans="1:6" s="5" customFormat="1">${[..."ABCDEF"].map((c) => `<c r="${c}${r}" s="3"/>`).join("")}</row>`;
      const empty = Array.from({ length: 49_999 }, (_, index) => row(index + 2)).join("");
      const { shown } = await sheetOf(
        `<cols><col min="1" max="16384" style="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row>${empty}</sheetData>`,
      );
      expect(shown).toEqual(["A1=1"]);
    },
  );

  it("reads the table and names the stray cell at the end of the sheet", async () => {
    const far = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t> </t></is></c></row>';
    const read = await folder.read(
      xlsx({ sheet: `<sheetData><row r="1"><c r="A1"><v>1</v></c></row>${far}</sheetData>` }),
    );
    expect(read.sheets[0]?.rows).toHaveLength(1);
    expect(read.sheets[0]?.leftOut).toMatchObject([{ why: "stray", cell: { address: "XFD1048576" } }]);
    expect(read.issues).toMatchObject([
      { code: "workbook/stray-cells", where: { file: "表.xlsx", sheet: "数据", cell: "XFD1048576" } },
    ]);
  });

  it("says nothing of formats that reach to the end of the sheet", async () => {
    const { shown } = await sheetOf(
      `${rowOf('<c r="A1"><v>1</v></c><c r="XFD1" s="1"/>')}<conditionalFormatting sqref="A1:XFD1048576"/><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>`,
    );
    expect(shown).toEqual(["A1=1"]);
  });

  it("refuses more cells than any form has", { tags: ["patience"] }, async () => {
    const rows = Array.from({ length: LIMITS.cells / 10 + 1 }, (_, r) => {
      const cells = [..."ABCDEFGHIJ"].map((c) => `<c r="${c}${r + 1}"><v>${r}</v></c>`);
      return `<row r="${r + 1}">${cells.join("")}</row>`;
    });
    const read = await folder.read(xlsx({ sheet: `<sheetData>${rows.join("")}</sheetData>` }));
    expect(codes(read)).toEqual(["workbook/too-many"]);
  });
});

it("tells which rows and columns are hidden", async () => {
  const row = (r: number, hidden = "") => `<row r="${r}"${hidden}><c r="A${r}"><v>1</v></c></row>`;
  const hidden = ' hidden="1"';
  const sheet = await sheetOf(
    `<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0"/><col min="6" max="16384" width="9" hidden="false"/></cols>` +
      `<sheetData>${row(1)}${row(2, hidden)}${row(3, hidden)}${row(4, ' hidden="0"')}${row(7, ' hidden="true"')}</sheetData>`,
  );
  expect(sheet.hiddenColumns).toEqual([
    { from: 2, to: 3 },
    { from: 5, to: 5 },
  ]);
  expect(sheet.hiddenRows).toEqual([
    { from: 2, to: 3 },
    { from: 7, to: 7 },
  ]);
  expect(sheet.shown).toHaveLength(5);
});

describe("sheets of a workbook", () => {
  it("keeps their order and says which are hidden", async () => {
    const states = ["", ' state="hidden"', ' state="veryHidden"'];
    const read = await folder.read(xlsx(sheetsOf(states.length, (at) => states[at] ?? "")));
    expect(read.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["表0", false],
      ["表1", true],
      ["表2", true],
    ]);
  });

  it("refuses sheets that are one and the same: their figures would be read twice", async () => {
    const sheets = '<sheet name="甲" r:id="rId1"/><sheet name="乙" r:id="rId1"/>';
    const { issues } = await folder.read(xlsx({ sheets }));
    expect(issues).toMatchObject([{ code: "workbook/damaged", where: { sheet: "乙" } }]);
  });

  it("takes line breaks and marks that command a terminal out of their names", async () => {
    const read = await folder.read(
      xlsx({ sheets: '<sheet name="表&#10;错误&#x202E;一&#x9B;" r:id="rId1"/>' }),
    );
    expect(read.sheets.map(({ name }) => name)).toEqual(["表 错误 一 "]);
  });

  it("refuses a workbook without sheets, or with charts only", async () => {
    expect(codes(await folder.read(xlsx({ sheets: "" })))).toEqual(["workbook/no-sheets"]);
    const chart = xlsx({ relations: [["rId1", "chartsheet", "chartsheets/sheet1.xml"]] });
    expect(codes(await folder.read(chart))).toEqual(["workbook/no-sheets"]);
  });
});
