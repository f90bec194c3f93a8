import { describe, expect, it } from "vitest";
import { LIMITS, Refused } from "../../../../src/workbook/read/guard.js";
import { countsOf } from "../../../../src/workbook/read/xls/counts.js";
import { formulaText } from "../../../../src/workbook/read/xls/formula-text.js";
import { continuing, fieldsOf } from "../../../../src/workbook/read/xls/records.js";
import { readXls } from "../../../../src/workbook/read/xls/xls.js";
import { bytes } from "../bytes.js";
import { book, numberCell, record, type BookOptions } from "./biff.js";

const read = (options: BookOptions) => {
  const stream = book(options);
  return readXls({ names: ["workbook"], stream: (_, most = Infinity) => stream.subarray(0, most) }, "旧.xls");
};

describe("what is asked of an old workbook is asked once", () => {
  it("how much is left of a text in many pieces", () => {
    let asked = 0;
    const fields = fieldsOf(Buffer.alloc(3_000), () => {
      asked += 1;
      return asked < 1_000 ? Buffer.alloc(1) : null;
    });
    for (let at = 0; at < 1_000; at += 1) {
      expect(fields.left()).toBeGreaterThan(0);
      fields.skip(3);
    }
    for (let at = 0; at < 1_000; at += 1) expect(fields.left()).toBe(1);
    expect(asked).toBe(1);
  });

  it("no piece that is empty", () => {
    const stream = Buffer.concat([...Array.from({ length: 5 }, () => record(0x3c)), record(0x3c, [7, 1])]);
    const fields = fieldsOf(Buffer.alloc(0), continuing(stream, 0));
    expect([fields.left(), fields.byte(), fields.left()]).toEqual([1, 7, 0]);
  });

  it("of thousands of streams only the workbook's is taken out whole", () => {
    const stream = book({ sheets: [[numberCell(0, 0, 7)]] });
    let taken = 0;
    const names = Array.from({ length: 4_000 }, (_, at) => `附件${at}`);
    const { sheets } = readXls(
      {
        names: [...names, "et"],
        stream(name, most = Infinity) {
          const content = name === "et" ? stream : Buffer.alloc(100_000);
          const given = content.subarray(0, most);
          taken += given.length;
          return given;
        },
      },
      "旧.xls",
    );
    expect(sheets[0]?.rows).toHaveLength(1);
    expect(taken).toBeLessThanOrEqual(stream.length + 8 * (names.length + 3));
  });

  it("of a formula no more tokens than make a text that is told", () => {
    const blank = Buffer.concat(Array.from({ length: 16_000 }, () => Buffer.from("19400000", "hex")));
    let met = 0;
    expect(formulaText(blank, { row: 1, column: 1 }, (tokens) => void (met += tokens))).toBe("");
    expect(met).toBeLessThan(1_000);
  });
});

describe("what is handed out is counted before it is made", () => {
  it("bytes of records: each stands on one sheet", () => {
    const counts = countsOf(100);
    expect(() => counts.record(60)).not.toThrow();
    expect(() => counts.record(40)).not.toThrow();
    expect(() => counts.record(1)).toThrow(Refused);
  });

  const box = (object: number) => record(0x5d, [0x15, 2], [0x12, 2], [0x19, 2], [object, 2]);
  const text = (length: number) => [
    record(0x1b6, Buffer.alloc(10), [length, 2]),
    record(0x3c, [0, 1], Buffer.alloc(length, " ")),
  ];
  const note = (row: number) => record(0x1c, [row, 2], [1, 2], [0, 2], [7, 2]);
  const long = record(0x204, [0, 2], [0, 2], [0, 2], [60_000, 2], [0, 1], Buffer.alloc(60_000, "a"));
  const cases: readonly [what: string, options: BookOptions][] = [
    ["texts that are too long", { sheets: [Array.from({ length: 70 }, () => long)] }],
    [
      "shared texts that no cell asks for",
      {
        globals: [
          record(0xfc, [140, 4], [140, 4]),
          ...Array.from({ length: 140 }, () => record(0x3c, [30_000, 2], [0, 1], Buffer.alloc(30_000, "a"))),
        ],
        sheets: [[]],
      },
    ],
    [
      "fonts",
      {
        globals: Array.from({ length: LIMITS.formats + 1 }, () => record(0x31, Buffer.alloc(10))),
        sheets: [[]],
      },
    ],
    [
      "a box of blanks that many notes lead to",
      { sheets: [[box(7), ...text(8_000), ...Array.from({ length: 600 }, (_, at) => note(at))]] },
    ],
    [
      "rows that are hidden again and again",
      {
        sheets: [
          Array.from({ length: LIMITS.rows + 1 }, (_, at) =>
            record(0x208, [2 * (at % 2), 2], Buffer.alloc(10), [0x20, 2], [0, 2]),
          ),
        ],
      },
    ],
    [
      "cells that hold nothing",
      { sheets: [Array.from({ length: LIMITS.cells + 1 }, () => record(0x204, Buffer.alloc(8), [0, 1]))] },
    ],
    [
      "notes of Excel 5 that go on and on",
      {
        version: "BIFF5",
        names: [bytes([1, 1], [0x41, 1])],
        sheets: [
          Array.from({ length: LIMITS.comments + 1 }, (_, at) =>
            record(0x1c, [at === 0 ? 0 : 0xffff, 2], [0, 2], [1, 2], [0, 1], [0, 1]),
          ),
        ],
      },
    ],
    [
      "formulas that share one another, without results",
      {
        sheets: [
          Array.from({ length: LIMITS.cells + 1 }, (_, at) =>
            record(
              ...([0x06, [0, 2], [0, 2], [0, 2], Buffer.from("000000000000ffff", "hex"), [0, 2]] as const),
              ...([
                [0, 4],
                [5, 2],
                [1, 1],
                [at % 50_000, 2],
                [Math.floor(at / 50_000), 2],
              ] as const),
            ),
          ),
        ],
      },
    ],
  ];
  it.each(cases)("%s", (_, options) => {
    expect(() => read(options)).toThrow(Refused);
  });
});
