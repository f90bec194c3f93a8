import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Sheet } from "../../../../src/workbook/sheet.js";
import { codes, testFolder } from "../../folder.js";
import { bytes } from "../bytes.js";
import { compoundFile } from "../compound-file.js";
import { LIMITS } from "../../../../src/workbook/read/guard.js";
import { bof, book, EOF, font, numberCell, record, style, unicode, type BookOptions } from "./biff.js";

const folder = testFolder();
const read = (options: BookOptions, stream = "Workbook", name = "旧.xls") =>
  folder.read(compoundFile({ [stream]: book(options) }), name);

async function cellsOf(options: BookOptions) {
  const { sheets, issues } = await read(options);
  expect(issues.filter(({ code }) => code !== "workbook/date-1904")).toEqual([]);
  return sheets[0]?.rows.flatMap(({ cells }) => cells) ?? [];
}

const shown = async (options: BookOptions) =>
  (await cellsOf(options)).map(({ address, display }) => `${address}=${display}`);
const one = (...records: Buffer[]): BookOptions => ({ sheets: [records] });

describe("a workbook that LibreOffice saved as .xls", () => {
  const sample = (extension: string) => readFileSync(new URL(`libreoffice.${extension}`, import.meta.url));
  /** LibreOffice writes truth values and errors as formulas, and the number 13.2 for 13.200000000000001. */
  const plain = (sheets: readonly Sheet[]) =>
    sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map(({ row, cells }) => ({
        row,
        cells: cells.map(({ formula: _, ...cell }) => cell),
      })),
    }));

  it.each(["旧.xls", "表.et", "模板.ett", "改名.xlsx"])("is read as the .xlsx is, as %s", async (name) => {
    const [old, now] = [await folder.read(sample("xls"), name), await folder.read(sample("xlsx"))];
    expect(codes(old)).toEqual([]);
    expect(plain(old.sheets)).toEqual(plain(now.sheets));
    expect(old.sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual([
      ["指标数据", false],
      ["隐藏表", true],
    ]);
    expect(old.sheets[0]).toMatchObject({
      hiddenRows: [{ from: 12, to: 13 }],
      hiddenColumns: [{ from: 6, to: 6 }],
    });
  });
});

describe("cells of an old workbook", () => {
  it("reads numbers in all their forms", async () => {
    const rk = (value: number) => bytes([value >>> 0, 4]);
    expect(
      await shown(
        one(
          numberCell(0, 0, 94.88),
          record(0x27e, [0, 2], [1, 2], [0, 2], rk((123 << 2) | 2)),
          record(0x27e, [0, 2], [2, 2], [0, 2], rk((9488 << 2) | 3)),
          record(0x27e, [0, 2], [3, 2], [0, 2], rk((-7 << 2) | 2)),
          record(0x27e, [0, 2], [4, 2], [0, 2], rk(0x3ff00000)),
          record(0xbd, [1, 2], [0, 2], [0, 2], rk((1 << 2) | 2), [0, 2], rk((2 << 2) | 2), [1, 2]),
        ),
      ),
    ).toEqual(["A1=94.88", "B1=123", "C1=94.88", "D1=-7", "E1=1", "A2=1", "B2=2"]);
  });

  it("reads truth values, errors and the results of formulas", async () => {
    const formula = (column: number, result: string) =>
      record(0x06, [0, 2], [column, 2], [0, 2], Buffer.from(result, "hex"), [0, 2], [0, 4], [0, 2]);
    const cells = await cellsOf(
      one(
        record(0x205, [0, 2], [0, 2], [0, 2], [1, 1], [0, 1]),
        record(0x205, [0, 2], [1, 2], [0, 2], [0x2a, 1], [1, 1]),
        formula(2, "0000000000005840"),
        formula(3, "000000000000ffff"),
        record(0x4bc, Buffer.alloc(10)),
        record(0x207, unicode("永川")),
        formula(4, "010001000000ffff"),
        formula(5, "020007000000ffff"),
        formula(6, "030000000000ffff"),
      ),
    );
    expect(cells.map(({ display, formula }) => `${display} ${formula !== null}`)).toEqual([
      "TRUE false",
      "#N/A false",
      "96 true",
      "永川 true",
      "TRUE true",
      "#DIV/0! true",
      " true",
    ]);
  });

  it("tells what formulas say of cells, and shares one among several", async () => {
    const formula = (column: number, tokens: string, length = tokens.length / 2) =>
      record(
        ...([
          0x06,
          [1, 2],
          [column, 2],
          [0, 2],
          Buffer.from("0000000000005840", "hex"),
          [0, 2],
          [0, 4],
        ] as const),
        ...([[length, 2], Buffer.from(tokens, "hex")] as const),
      );
    const shared = (tokens: string) =>
      record(
        ...([0x4bc, [1, 2], [1, 2], [7, 1], [8, 1], [0, 1], [2, 1]] as const),
        ...([[tokens.length / 2, 2], Buffer.from(tokens, "hex")] as const),
      );
    const cells = await cellsOf(
      one(
        formula(0, "44010003c0"),
        formula(1, "4401000300" + "1ee803" + "05" + "1e0200" + "411b00"),
        formula(2, "250100010001c003c0" + "42010500"),
        formula(
          3,
          "44060006c0" + "1e0000" + "0b" + "19020700" + "170000" + "19080000" + "44060006c0" + "42030100",
        ),
        formula(4, "5a0000010003c0"),
        formula(5, "ff00"),
        formula(6, "44010003c0", 200),
        formula(7, "0101000700"),
        shared("4c0000ffc0"),
        formula(8, "0101000700"),
        formula(9, "05"),
      ),
    );
    expect(cells.map(({ formula: said }) => said?.text)).toEqual([
      "D2",
      "ROUND($D$2*1000,2)",
      "AVERAGE(B2:D2)",
      'IF(G7=0,"",G7)',
      "?!A1",
      "",
      "D2",
      "G2",
      "G2",
      "",
    ]);
    expect(cells[8]?.formula).toBe(cells[7]?.formula);
  });

  it("hears formats, struck fonts, 1904, zeros that are not shown", async () => {
    const globals = [
      record(0x22, [1, 2]),
      font(0),
      font(0x08),
      record(0x41e, [200, 2], unicode('0\\.0,"万"')),
      record(0x41e, [201, 2], unicode("yyyy/m/d")),
      ...[style(0, 0), style(0, 10), style(0, 200), style(0, 201), style(1, 0)],
    ];
    const cells = await cellsOf({
      globals,
      sheets: [
        [
          record(0x23e, [0x06a6, 2], Buffer.alloc(16)),
          ...[numberCell(0, 0, 0), numberCell(0, 1, 0.9412, 1), numberCell(0, 2, 59200, 2)],
          ...[numberCell(0, 3, 44196, 3), numberCell(0, 4, 398, 4)],
        ],
      ],
    });
    expect(cells.map(({ display }) => display)).toEqual(["", "94.12%", "5.9万", "2025/1/1", "398"]);
    expect(cells[0]?.shown.hidden).toBe(true);
    expect(cells[4]?.struck).toEqual({ text: "398", whole: true });
  });

  it("reads shared texts that are continued, in runs, and with phonetic guides", async () => {
    const strings = [
      // 永川 and 区 in another record, there in one byte a character.
      record(0xfc, [3, 4], [3, 4], [4, 2], [1, 1], Buffer.from("永川", "utf16le")),
      record(
        0x3c,
        [0, 1],
        Buffer.from("ab", "latin1"),
        [6, 2],
        [0x08, 1],
        [1, 2],
        Buffer.from("382398", "latin1"),
        [3, 2],
        [0, 2],
      ),
      record(0x3c, [1, 2], [0x04, 1], [4, 4], Buffer.from("x", "latin1"), Buffer.alloc(4)),
    ];
    const text = (column: number, index: number) => record(0xfd, [0, 2], [column, 2], [0, 2], [index, 4]);
    const cells = await cellsOf({
      globals: [font(0), font(0x08), style(1, 0), ...strings],
      sheets: [[text(0, 0), text(1, 1), text(2, 2)]],
    });
    expect(cells.map(({ display }) => display)).toEqual(["永川ab", "398", "x"]);
    expect(cells[1]?.struck).toEqual({ text: "382", whole: false });
  });

  it("reads hidden rows and columns, merges, and no cells of a chart inside the sheet", async () => {
    const { sheets } = await read(
      one(
        record(0x7d, [1, 2], [2, 2], [2048, 2], [15, 2], [1, 2], [0, 2]),
        record(0x208, [1, 2], Buffer.alloc(10), [0x20, 2], [0, 2]),
        ...[numberCell(0, 0, 1), numberCell(0, 1, 2), numberCell(1, 0, 3)],
        record(0xe5, [1, 2], [0, 2], [0, 2], [0, 2], [1, 2]),
        ...[bof("BIFF8", 0x20), numberCell(5, 5, 9), EOF],
      ),
    );
    expect(sheets[0]).toMatchObject({
      hiddenRows: [{ from: 2, to: 2 }],
      hiddenColumns: [{ from: 2, to: 3 }],
      merges: [{ top: 1, left: 1, bottom: 1, right: 2 }],
      leftOut: [{ why: "covered", cell: { address: "B1" } }],
    });
    expect(sheets[0]?.rows.flatMap(({ cells }) => cells.map(({ address }) => address))).toEqual(["A1", "A2"]);
  });
});

describe("comments on cells of an old workbook", () => {
  const object = (number: number) =>
    record(0x5d, [0x15, 2], [0x12, 2], [0x19, 2], [number, 2], Buffer.alloc(14));
  const box = (length: number) => record(0x1b6, Buffer.alloc(10), [length, 2], [16, 2], [0, 4]);
  const note = (row: number, column: number, number: number) =>
    record(0x1c, [row, 2], [column, 2], [0, 2], [number, 2], [0, 2], [0, 1]);
  const commentsOf = async (options: BookOptions) => (await read(options)).sheets[0]?.comments;
  const wide = (text: string) => record(0x3c, [1, 1], Buffer.from(text, "utf16le"));
  const narrow = (text: string) => record(0x3c, [0, 1], Buffer.from(text, "latin1"));

  it("stand in boxes, to which notes lead from their cells", async () => {
    const runs = record(0x3c, [0, 2], [0, 2], [0, 4]);
    const boxes = [
      ...[object(1), box(5), wide("此为全市数"), runs],
      ...[object(2), box(6), wide("沿用"), narrow("2024"), runs],
      ...[object(3), box(1), narrow(" "), runs],
      ...[object(4), record(0x3c, [0, 1], Buffer.from("no text's"))],
    ];
    const notes = [note(4, 4, 2), note(1, 3, 1), note(2, 3, 3), note(3, 3, 9)];
    const cells = [numberCell(0, 0, 7)];
    const found = [
      { address: "E5", text: "沿用2024" },
      { address: "D2", text: "此为全市数" },
    ];
    expect(await commentsOf(one(...cells, ...boxes, ...notes))).toEqual(found);
    expect(await commentsOf(one(...notes, ...boxes, ...cells))).toEqual(found);
  });

  it("of Excel 5 and 95 stand in the notes, however many a text needs", async () => {
    const records = [
      record(
        0x1c,
        [1, 2],
        [3, 2],
        [8, 2],
        Buffer.from("b4cb", "hex"),
        Buffer.from("ceaa", "hex").subarray(0, 1),
      ),
      record(0x1c, [0xffff, 2], [0, 2], [7, 2], Buffer.from("aac8abcad0cafd", "hex")),
    ];
    const options: BookOptions = { version: "BIFF5", names: [Buffer.from([1, 0x41])], sheets: [records] };
    expect(await commentsOf(options)).toEqual([{ address: "D2", text: "此为全市数" }]);
  });

  it.each([
    ["a note that is cut off", record(0x1c, [0, 2])],
    ["an object without a number", record(0x5d, [0, 2])],
    ["a box without a length", record(0x1b6, [0, 2])],
    ["a box longer than what follows", Buffer.concat([object(1), box(9), narrow("abc"), note(0, 0, 1)])],
  ])("%s harms no cell", async (_, records) => {
    expect(await shown(one(records, numberCell(0, 0, 7)))).toEqual(["A1=7"]);
  });
});

describe("Excel 5 and 95", () => {
  const gbk = (hex: string, length: 1 | 2) =>
    Buffer.concat([bytes([hex.length / 2, length]), Buffer.from(hex, "hex")]);
  const options: BookOptions = {
    version: "BIFF5",
    globals: [
      record(0x42, [936, 2]),
      font(0),
      font(0x08),
      record(0x41e, [200, 2], gbk("302e302522cdf222", 1)),
      style(0, 0),
      style(0, 200),
    ],
    names: [gbk("b1ed", 1)],
    sheets: [
      [
        record(0x204, [0, 2], [0, 2], [0, 2], gbk("d3c0b4a8", 2)),
        record(0xd6, [0, 2], [1, 2], [0, 2], gbk("333832333938", 2), [2, 1], [0, 1], [1, 1], [3, 1], [0, 1]),
        numberCell(0, 2, 0.9412, 1),
      ],
    ],
  };

  it("are read in the code page of their machine", async () => {
    const { sheets, issues } = await read(options, "Book");
    expect(issues).toEqual([]);
    expect(sheets[0]?.name).toBe("表");
    expect(sheets[0]?.rows[0]?.cells.map(({ display }) => display)).toEqual(["永川", "398", "94.1%万"]);
    expect(sheets[0]?.rows[0]?.cells[1]?.struck).toEqual({ text: "382", whole: false });
  });

  it("leave the word to the later version where a file holds both", async () => {
    const both = compoundFile({ Book: book(options), Workbook: book(one(numberCell(0, 0, 7))) });
    expect((await folder.read(both, "旧.xls")).sheets[0]?.rows[0]?.cells[0]?.display).toBe("7");
  });
});

/** The workbook with every sheet's entry leading into the first sheet, so many bytes further on than the one before. */
function leading(stream: Buffer, step: number): Buffer {
  const first = stream.indexOf(record(0x85)[0] ?? 0, bof("BIFF8", 5).length);
  let offset = stream.readUInt32LE(first + 4);
  for (let at = first; stream.readUInt16LE(at) === 0x85; at += 4 + stream.readUInt16LE(at + 2)) {
    stream.writeUInt32LE(offset, at + 4);
    offset += step === 0 || at > first ? step : bof("BIFF8", 0x10).length;
  }
  return stream;
}

describe("what is no such workbook", () => {
  it("is found by its first record, whatever its stream is called", async () => {
    const { sheets } = await read(one(numberCell(0, 0, 7)), "ETBook");
    expect(sheets[0]?.rows[0]?.cells[0]?.display).toBe("7");
  });

  const good = book(one(numberCell(0, 0, 7)));
  const loop = compoundFile({ Workbook: good });
  loop.writeUInt32LE(0, loop.length - 512);
  const cases: readonly [what: string, content: Uint8Array, code: string][] = [
    ["a Word document", compoundFile({ WordDocument: Buffer.alloc(100) }), "workbook/not-a-workbook"],
    ["no sheets", compoundFile({ Workbook: book({ sheets: [] }) }), "workbook/no-sheets"],
    [
      "a stream that ends in a record",
      compoundFile({ Workbook: good.subarray(0, -6) }).fill(0xff, 512 + good.length - 6, 512 + good.length),
      "workbook/damaged",
    ],
    [
      "a sheet that begins nowhere",
      compoundFile({ Workbook: good.map((byte, at) => (at >= 24 && at < 28 ? 0xff : byte)) }),
      "workbook/damaged",
    ],
    ["a container that was cut off", compoundFile({ Workbook: good }).subarray(0, 3_000), "workbook/damaged"],
    [
      "a container without a table",
      Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]),
      "workbook/damaged",
    ],
    ["a chain that goes in a circle", loop, "workbook/damaged"],
    [
      "a text that is not there",
      compoundFile({ Workbook: book(one(record(0xfd, [0, 2], [0, 2], [0, 2], [9, 4]))) }),
      "workbook/damaged",
    ],
    [
      "the same cell twice",
      compoundFile({ Workbook: book(one(numberCell(0, 0, 7), numberCell(0, 0, 8))) }),
      "workbook/damaged",
    ],
    [
      "more texts than there are",
      compoundFile({ Workbook: book({ globals: [record(0xfc, [0, 4], [0x7fffffff, 4])], sheets: [[]] }) }),
      "workbook/damaged",
    ],
  ];
  it.each(cases)("%s", async (_, content, code) => {
    const found = await folder.read(content, "旧.xls");
    expect(codes(found)).toEqual([code]);
    expect(found.sheets).toEqual([]);
  });

  const sheets = [[Buffer.alloc(4 * 60_000)], ...Array.from({ length: 60 }, () => [])];

  it("sheets that are one and the same", async () => {
    const found = await folder.read(compoundFile({ Workbook: leading(book({ sheets }), 0) }), "旧.xls");
    expect(codes(found)).toEqual(["workbook/damaged"]);
    expect(found.issues[0]?.where?.sheet).toBe("sheet1");
  });

  it("sheets that begin within one another", async () => {
    const found = await folder.read(compoundFile({ Workbook: leading(book({ sheets }), 4) }), "旧.xls");
    expect(codes(found)).toEqual(["workbook/damaged"]);
    expect(found.issues[0]?.message).toContain("同一段内容");
  });

  it("more shared texts than there can be cells", { tags: ["patience"] }, async () => {
    await expectTooMany(book({ globals: sharedTexts(LIMITS.cells + 1), sheets: [[]] }));
  });

  it("more cells than any form has", { tags: ["patience"] }, async () => {
    const cells = Array.from({ length: LIMITS.cells + 1 }, (_, at) =>
      numberCell(at % 60_000, Math.floor(at / 60_000), 1),
    );
    await expectTooMany(book({ sheets: [cells] }));
  });

  async function expectTooMany(stream: Buffer): Promise<void> {
    const found = await folder.read(compoundFile({ Workbook: stream }), "旧.xls");
    expect(codes(found)).toEqual(["workbook/too-many"]);
    expect(found.sheets).toEqual([]);
  }

  it("counts a shared text as often as it is handed out", async () => {
    const globals = [record(0xfc, [1, 4], [1, 4], [8_000, 2], [0, 1], Buffer.alloc(8_000, "a"))];
    const cells = Array.from({ length: 1_300 }, (_, at) => record(0xfd, [at, 2], [0, 2], [0, 2], [0, 4]));
    expect(codes(await read({ globals, sheets: [cells] }))).toEqual(["workbook/too-many"]);
  });
});

/** One record and those that continue it, of so many texts of one letter. */
function sharedTexts(count: number): Buffer[] {
  const texts = Array.from({ length: Math.ceil(count / 2_000) }, (_, at) =>
    Buffer.concat(
      Array.from({ length: Math.min(2_000, count - at * 2_000) }, () => Buffer.from([1, 0, 0, 0x61])),
    ),
  );
  return texts.map((piece, at) =>
    at === 0 ? record(0xfc, [count, 4], [count, 4], piece) : record(0x3c, piece),
  );
}
