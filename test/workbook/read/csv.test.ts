import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LIMITS } from "../../../src/workbook/read/guard.js";
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
    // What stands before is sound: the place is where it stops.
    expect(read.issues[0]?.where).toMatchObject({ file: "数据.csv", line: 2, column: 7 });
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
    expect(row?.cells[2]).toMatchObject({ display: "007", formula: null });
  });

  it("shows of a text formula what stands between its quotes, as Excel does", async () => {
    expect(await cells('="W04","94.88",="",\n"=""007""",="a"&"b"\n')).toEqual([
      "A1=W04",
      "B1=94.88",
      "A2=007",
      'B2=="a"&"b"',
    ]);
  });
});

describe("line ends", () => {
  const lines = ["编号,名称,2024年,2025年", "W04,甲,94.52,94.88", "W33,乙,95.06,94.72", "W34,丙,96.28,96.75"];
  const ends = fc.constantFrom("\r\n", "\n", "\r", "\u2028");

  it("of any mix give the same rows", async () => {
    const expected = await cells(lines.join("\n"));
    await fc.assert(
      fc.asyncProperty(fc.array(ends, { minLength: 4, maxLength: 4 }), async (mix) => {
        expect(await cells(lines.map((line, at) => line + mix[at]).join(""))).toEqual(expected);
      }),
      { numRuns: 60, seed: 9 },
    );
  });
});

/** Codes and lines of the findings, and the figures that are read. */
async function told(content: string) {
  const { sheets, issues } = await folder.read(content, "数据.csv");
  const rows = sheets[0]?.rows.map(({ cells: each }) => each.map(({ display }) => display).join("|"));
  return { issues: issues.map(({ code, where }) => `${code} ${where?.line ?? ""}`.trim()), rows };
}

describe("lines that do not come out even", () => {
  const HEAD = "编号,名称,单位,2024年,2025年,备注";
  const GOOD = "W04,甲,%,94.52,94.88,";

  it("tells unquoted thousands with their line and reads the others", async () => {
    const { issues, rows } = await told(
      [HEAD, "C27,乙,户,1,402,1,398,", GOOD, '"C28","丙","户","1,402",9,'].join("\n"),
    );
    expect(issues).toEqual(["workbook/csv-fields 2"]);
    expect(rows).toEqual(
      [HEAD, GOOD.slice(0, -1), "C28,丙,户,1,402,9"].map((line, at) =>
        at < 2 ? line.replaceAll(",", "|") : "C28|丙|户|1,402|9",
      ),
    );
  });

  it("keeps the figures it does not read, so that they can be counted", async () => {
    const { sheets } = await folder.read([HEAD, "C27,乙,户,1,402,1,398,"].join("\n"), "数据.csv");
    expect(
      sheets[0]?.leftOut.map(({ why, cell: { address, display } }) => `${why} ${address}=${display}`),
    ).toEqual(
      ["A2=C27", "B2=乙", "C2=户", "D2=1", "E2=402", "F2=1", "G2=398"].map((cell) => `uneven ${cell}`),
    );
  });

  const cases: readonly [what: string, lines: readonly string[], issues: readonly string[]][] = [
    ["commas of a Chinese keyboard", [HEAD, GOOD, "W04，甲，%，94.52，94.88，"], ["workbook/csv-commas 3"]],
    ["one comma of a Chinese keyboard", [HEAD, GOOD, "W04,甲，%,94.52,94.88,"], ["workbook/csv-commas 3"]],
    ["such a comma in a name or a note", [HEAD, GOOD, "W04,甲，乙,%,94.52,94.88,", "注：甲，乙，丙"], []],
    ["an unquoted comma in a name", [HEAD, "W05,甲,乙,%,94.1,94.2,", GOOD], ["workbook/csv-fields 2"]],
    [
      "thousands where the last column is blank elsewhere",
      ["编号,单位,2024年,2025年,备注", "A,户,900,950", "B,户,910,960", "C,户,1,402,998"],
      ["workbook/csv-fields 4"],
    ],
    [
      "a remark where others have none",
      ["编号,单位,2024年,2025年,备注", "A,户,900,950", "B,户,910,960", "C,户,402,998,新口径"],
      [],
    ],
    ["empty fields at the end", [HEAD, "W04,甲,%,94.52,94.88,,,,"], []],
    ["fewer fields than the head", [HEAD, "W04,甲,%,94.52"], []],
    ["a title with commas", ["永川区,妇女,儿童,监测,数据,表,二,三", "编号,名称,2025年", "W04,甲,94.1"], []],
    ["a second, wider table", ["编号,名称,2025年", "W04,甲,94.1", HEAD, GOOD], []],
    ["a quote never closed", [HEAD, 'W04,"甲,%,94.52,94.88,', GOOD], ["workbook/csv-quotes 2"]],
    ["a quote closed in the middle", [HEAD, 'W04,"甲"乙,%,94.52,94.88,', GOOD], ["workbook/csv-quotes 2"]],
    [
      "two slips that would put two lines into one",
      [HEAD, 'W04,"甲,%,94.52,94.88,', 'W05,乙",%,95.1,95.2,', GOOD],
      ["workbook/csv-quotes 2"],
    ],
    ["a remark of several lines", [HEAD, 'W04,甲,%,94.52,94.88,"一,二', '三"', GOOD], []],
    ["blanks behind a quote", [HEAD, '"W04" ,"甲",%,94.52,94.88,'], []],
    ["an inch sign in a word", [HEAD, 'W04,5"屏,%,94.52,94.88,'], []],
  ];
  it.each(cases)("%s", async (_, lines, issues) => {
    expect((await told(lines.join("\n"))).issues).toEqual(issues);
  });

  it("goes on with the next line", async () => {
    const { rows } = await told([HEAD, 'W04,"甲,%,94.52,94.88,', GOOD].join("\n"));
    expect(rows).toEqual([HEAD, GOOD.slice(0, -1)].map((line) => line.replaceAll(",", "|")));
  });

  it("tells the line in the file, not the row, where a field has several", async () => {
    const { issues } = await told(
      [HEAD, 'W04,甲,%,94.52,94.88,"一', '二"', "C27,乙,户,1,402,1,398,"].join("\r\n"),
    );
    expect(issues).toEqual(["workbook/csv-fields 4"]);
  });

  it("tells the first twenty and the number of the others", async () => {
    const { issues } = await told(
      [HEAD, ...Array.from({ length: 50 }, () => "C27,乙,户,1,402,1,398,")].join("\n"),
    );
    expect(issues).toHaveLength(21);
    expect(issues.at(-1)).toBe("workbook/csv-more");
  });
});

describe("delimiters of Chinese input methods", () => {
  it.each(["，", "；"])("takes %s where the lines have it", async (sign) => {
    expect(await cells(`编号${sign}名称\nW01${sign}比率`)).toEqual(TABLE);
  });

  it("does not take a sentence's commas for it", async () => {
    expect(await cells("一，二，三，四，五\n编号,名称\nW01,比率")).toEqual([
      "A1=一，二，三，四，五",
      "A2=编号",
      "B2=名称",
      "A3=W01",
      "B3=比率",
    ]);
  });
});

it("drops the byte order mark of a file put behind another", async () => {
  expect(await cells("\ufeff编号,名称\n\ufeffW01,比率")).toEqual(TABLE);
});

describe("files out of bounds", { tags: ["patience"] }, () => {
  const cases: readonly [what: string, content: string, code: string][] = [
    ["a line without end", "a".repeat(1_100_000), "workbook/long-text"],
    ["too many columns", ",1".repeat(1_001), "workbook/too-many"],
    ["nothing but delimiters", ",".repeat(1_100_000), "workbook/too-many"],
    ["too many rows", "a\n".repeat(100_001), "workbook/too-many"],
    ["too many cells", "1,1,1\n".repeat(LIMITS.cells / 3 + 1), "workbook/too-many"],
    ["too many bytes", "a".repeat(11 * 1024 * 1024), "workbook/file-too-large"],
  ];
  it.each(cases)("%s", async (_, content, code) => {
    expect(codes(await folder.read(content, "数据.csv"))).toEqual([code]);
  });
});
