import { expect, test } from "vitest";
import { growthOf } from "../work.js";
import { book, read, sheet } from "./book.js";
import { HEAD, KINDS, ROW } from "./sheet/many.js";

/** What a square has above this, and what is begun once for all rows keeps below. */
const LINEAR = 2.3;

/** Each note is held against those before it: a sheet of as many as there may be is refused (steps.test.ts). */
const REFUSED = new Set(["notes beneath"]);

test.each(Object.entries(KINDS).filter(([kind]) => !REFUSED.has(kind)))(
  "%s: twice as many are twice the work, from the cells to what became of each",
  async (_, rows) => {
    const growth = await growthOf(
      (size) => read(book("a-2025.xlsx", sheet("表", rows(size)))).coverage(),
      60,
    );
    expect(growth).toBeLessThan(LINEAR);
  },
);

test("what became of the figures of twice as many workbooks is told with twice the work, though they contradict each other", async () => {
  const files = (count: number) =>
    Array.from({ length: count }, (__, at) =>
      book(`${at}-2025.xlsx`, sheet("指标数据", [HEAD, [...ROW.slice(0, 3), at, at + 1]])),
    );
  const readings = new Map([2, 60, 120].map((count) => [count, read(...files(count))]));
  expect(await growthOf((size) => readings.get(size)!.coverage(), 60)).toBeLessThan(LINEAR);
});
