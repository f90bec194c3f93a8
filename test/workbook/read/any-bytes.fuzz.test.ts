import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { SheetLayout } from "../../../src/workbook/write/layout.js";
import { writeWorkbook } from "../../../src/workbook/write/write.js";
import { bounded } from "../../fuzz/pipeline.js";
import { openCompound } from "../../../src/workbook/read/compound.js";
import { codes, testFolder } from "../folder.js";
import { compoundFile } from "./compound-file.js";
import { agile, oldLocked } from "./encryption/locked.js";
import { rowOf, xlsx } from "./package.js";
import { book, font, numberCell, record, style, unicode } from "./xls/biff.js";

const folder = testFolder();

const LAYOUT: SheetLayout = {
  name: "数据",
  widths: [],
  rows: [
    {
      height: null,
      cells: ["94.12", "4.49", null].map((number) => ({
        text: "缺",
        number,
        format: "0.00",
        style: "number",
      })),
    },
  ],
  merges: [],
  frozen: { rows: 0, columns: 0 },
  print: { landscape: true, repeatRows: null, footer: "" },
};

async function original() {
  const bytes = Buffer.from(await writeWorkbook([LAYOUT], { title: "", author: "", date: "2026-05-20" }));
  return { bytes, sheets: (await folder.read(bytes)).sheets };
}

it("reads a workbook with a broken byte as it was, or not at all", async () => {
  const { bytes, sheets } = await original();
  const place = fc.nat(bytes.length - 1);
  await fc.assert(
    fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const broken = Buffer.from(bytes);
      broken[at] = (broken[at] ?? 0) ^ change;
      const read = await folder.read(broken);
      if (read.issues.length === 0) expect(read.sheets).toEqual(sheets);
      else expect(read.sheets).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

const OLD = readFileSync(new URL("xls/libreoffice.xls", import.meta.url));

/** Bytes changed, cut out and put in, anywhere or among the records of the workbook. */
const damage = fc.record({
  changes: fc.array(fc.tuple(fc.nat(9_999), fc.nat(255)), { minLength: 1, maxLength: 8 }),
  cut: fc.option(fc.tuple(fc.nat(9_999), fc.nat(600))),
});

function damaged(
  content: Buffer,
  { changes, cut }: typeof damage extends fc.Arbitrary<infer T> ? T : never,
): Buffer {
  const broken = Buffer.from(content);
  for (const [share, byte] of changes) broken[Math.floor((share / 10_000) * broken.length)] = byte;
  if (cut === null) return broken;
  const from = Math.floor((cut[0] / 10_000) * broken.length);
  return Buffer.concat([broken.subarray(0, from), broken.subarray(from + cut[1])]);
}

/** A stream with what of few bytes can make much: texts in runs and in pieces, notes on a box, formulas, merges. */
function manifold(): Buffer {
  const runs = Buffer.concat(Array.from({ length: 6 }, (_, at) => Buffer.from([at, 0, at % 2, 0])));
  const formula = (row: number, tokens: string) =>
    record(
      ...([0x06, [row, 2], [2, 2], [0, 2], Buffer.alloc(8), [0, 2], [0, 4]] as const),
      ...([[tokens.length / 2, 2], Buffer.from(tokens, "hex")] as const),
    );
  const globals = [
    ...[font(0), font(0x08), style(0, 0), style(1, 0)],
    record(0xfc, [2, 4], [2, 4], [6, 2], [0x08, 1], [6, 2], Buffer.from("382398", "latin1"), runs),
    ...[
      record(0x3c),
      record(0x3c, [4, 2], [1, 1], Buffer.from("永川", "utf16le")),
      record(0x3c, [0, 1], Buffer.from("ab")),
    ],
  ];
  const sheet = [
    ...[0, 1].map((at) => record(0xfd, [at, 2], [0, 2], [0, 2], [at, 4])),
    ...[record(0x204, [0, 2], [1, 2], [1, 2], unicode("指标")), numberCell(1, 1, 7, 1)],
    ...[formula(0, "44010003c019400100"), formula(1, "0101000200"), record(0x4bc, Buffer.alloc(20))],
    record(0xe5, [2, 2], [3, 2], [9, 2], [0, 2], [4, 2], [5, 2], [9, 2], [2, 2], [2, 2]),
    record(0x5d, [0x15, 2], [0x12, 2], [0x19, 2], [7, 2]),
    ...[record(0x1b6, Buffer.alloc(10), [4, 2]), record(0x3c, [0, 1], Buffer.from("2024"))],
    ...[0, 1].map((at) => record(0x1c, [at, 2], [0, 2], [0, 2], [7, 2])),
    record(0x208, [3, 2], Buffer.alloc(10), [0x20, 2], [0, 2]),
  ];
  return book({ globals, sheets: [sheet, [numberCell(0, 0, 7)]] });
}

const CONTAINERS: readonly [what: string, content: () => Buffer, name: string][] = [
  ["an old workbook", () => OLD, "旧.xls"],
  ["an old workbook with records alone", () => compoundFile({ Workbook: streamOf(OLD) }), "旧.et"],
  ["an old workbook with records of every kind", () => compoundFile({ Workbook: manifold() }), "旧.xls"],
  [
    "an encrypted workbook",
    () => agile(xlsx({ sheet: rowOf('<c r="A1"><v>1</v></c>') }), "VelvetSweatshop", 10),
    "护.xlsx",
  ],
  [
    "an encrypted old workbook",
    () =>
      oldLocked((pass) => book({ second: pass, sheets: [[numberCell(0, 0, 7)]] }), "VelvetSweatshop", "rc4"),
    "护.xls",
  ],
];

function streamOf(content: Buffer): Buffer {
  return openCompound(content).stream("Workbook") ?? Buffer.alloc(0);
}

it.each(CONTAINERS)("reads %s, however it is damaged, or says why not", async (_, content, name) => {
  const whole = content();
  expect((await folder.read(whole, name)).sheets).not.toEqual([]);
  await fc.assert(
    fc.asyncProperty(damage, async (how) => {
      const read = await folder.read(damaged(whole, how), name);
      expect(codes(read)).not.toContain("workbook/reader-failed");
      if (read.sheets.length === 0) expect(read.issues).toHaveLength(1);
    }),
    bounded(400),
  );
});

it("refuses a workbook that was cut off anywhere", async () => {
  const { bytes } = await original();
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
      const read = await folder.read(bytes.subarray(0, length));
      expect(read.sheets).toEqual([]);
      expect(read.issues).toHaveLength(1);
    }),
    { numRuns: 100 },
  );
});
