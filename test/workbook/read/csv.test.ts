import { describe, expect, it } from "vitest";
import { codes, testFolder } from "../folder.js";

const folder = testFolder();

async function cells(content: string | Uint8Array) {
  const read = await folder.read(content, "数据.csv");
  expect(codes(read)).toEqual([]);
  return read.sheets[0]?.rows.flatMap((row) => row.cells.map((cell) => `${cell.address}=${cell.display}`));
}

/** "编号,名称" and "W01,比率" in GB18030. */
const GB18030 = Buffer.from("b1e0bac52cc3fbb3c60d0a5730312cb1c8c2ca", "hex");
const TABLE = ["A1=编号", "B1=名称", "A2=W01", "B2=比率"];

describe("encodings", () => {
  const text = "编号,名称\r\nW01,比率";
  const cases: readonly [what: string, content: Uint8Array][] = [
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${text}`)],
    ["UTF-16, low byte first", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16, high byte first", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["GB18030", GB18030],
  ];
  it.each(cases)("%s", async (_, content) => {
    expect(await cells(content)).toEqual(TABLE);
  });

  it("refuses bytes that are no text in any of them", async () => {
    const read = await folder.read(Buffer.concat([GB18030, Buffer.from([0xff, 0xff])]), "数据.csv");
    expect(codes(read)).toEqual(["workbook/unknown-encoding"]);
  });
});

describe("fields", () => {
  it("is one sheet with the name of the file", async () => {
    const { sheets } = await folder.read("a", "数据.csv");
    expect(sheets).toMatchObject([{ name: "数据.csv", hidden: false, merges: [] }]);
  });

  it.each([",", ";", "\t"])("takes %j as the delimiter when the head has it", async (sign) => {
    expect(await cells(`说明\n编号${sign}名称\nW01${sign}比率`)).toEqual([
      "A1=说明",
      ...TABLE.map((cell) => cell.replace("2", "3").replace("1=编", "2=编").replace("1=名", "2=名")),
    ]);
  });

  it("keeps line breaks, quotes and delimiters inside quotes, and the address of what follows", async () => {
    expect(await cells('"a\n,""b""",1\n\n,2')).toEqual(['A1=a\n,"b"', "B1=1", "B3=2"]);
  });

  it("bears rows of different length and quotes in the middle of a field", async () => {
    expect(await cells('a\nb,5"x,d\n')).toEqual(["A1=a", "A2=b", 'B2=5"x', "C2=d"]);
  });

  it("takes figures for numbers and leaves the rest as text", async () => {
    const { sheets } = await folder.read(
      "94.12,-1.5e-3,007,94.12%,1：1.6,=1+1,１２,1234567890123456",
      "数据.csv",
    );
    const [row] = sheets[0]?.rows ?? [];
    expect(row?.cells.map((cell) => cell.content)).toEqual([
      { type: "number", value: 94.12 },
      { type: "number", value: -0.0015 },
      { type: "number", value: 7 },
      ...["94.12%", "1：1.6", "=1+1", "１２", "1234567890123456"].map((text) => ({ type: "text", text })),
    ]);
    expect(row?.cells[2]).toMatchObject({ display: "007", format: "General", fromFormula: false });
  });
});

describe("files out of bounds", () => {
  const cases: readonly [what: string, content: string, code: string][] = [
    ["a quote never closed", 'a,b\n"c,d\ne,f', "workbook/broken-csv"],
    ["a line without end", "a".repeat(1_100_000), "workbook/broken-csv"],
    ["too many columns", ",1".repeat(1_001), "workbook/too-many"],
    ["nothing but delimiters", ",".repeat(1_100_000), "workbook/too-many"],
    ["too many rows", "a\n".repeat(100_001), "workbook/too-many"],
    ["too many cells", "1,1,1\n".repeat(70_000), "workbook/too-many"],
    ["too many bytes", "a".repeat(11 * 1024 * 1024), "workbook/file-too-large"],
  ];
  it.each(cases)("%s", async (_, content, code) => {
    expect(codes(await folder.read(content, "数据.csv"))).toEqual([code]);
  });
});
