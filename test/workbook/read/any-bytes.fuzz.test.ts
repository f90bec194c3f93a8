import fc from "fast-check";
import { expect, it } from "vitest";
import type { SheetLayout } from "../../../src/workbook/write/layout.js";
import { writeWorkbook } from "../../../src/workbook/write/write.js";
import { testFolder } from "../folder.js";

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
