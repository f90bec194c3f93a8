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
import { book, numberCell } from "./xls/biff.js";

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

const CONTAINERS: readonly [what: string, content: () => Buffer, name: string][] = [
  ["an old workbook", () => OLD, "旧.xls"],
  ["an old workbook with records alone", () => compoundFile({ Workbook: streamOf(OLD) }), "旧.et"],
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
