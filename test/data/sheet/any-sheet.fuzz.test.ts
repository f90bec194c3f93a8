import fc from "fast-check";
import { expect, test } from "vitest";
import { catalogueOf } from "../../../src/data/catalogue.js";
import { readSheet } from "../../../src/data/sheet/read-sheet.js";
import type { Gap } from "../../../src/data/dataset.js";
import type { Issue } from "../../../src/issues/issue.js";
import type { Sheet } from "../../../src/workbook/sheet.js";
import { book, plans, read } from "../book.js";
import { names } from "./named.js";
import { anySheet } from "./sheets.js";

/** The finding stands in the gap's row, or names its row and year. */
function tellsOf(issue: Issue, { indicator, year, source }: Gap): boolean {
  return names(issue, source) || issue.message.includes(`${indicator} ${year}年`);
}

/** Numbers, dates, and texts with a digit in them. */
function figuresIn({ rows }: Sheet): string[] {
  return rows
    .flatMap(({ cells }) => cells)
    .filter(({ content }) =>
      content.type === "text"
        ? /\p{Nd}/u.test(content.text)
        : content.type === "number" || content.type === "date",
    )
    .map(({ address }) => address);
}

test("whatever stands on a sheet: every figure kept is one its cell shows, every refused one has its finding", () => {
  fc.assert(
    fc.property(fc.array(anySheet, { maxLength: 3 }), (sheets) => {
      const { dataset, issues } = read(...sheets.map((each, index) => book(`${index}-2025.xlsx`, each)));
      for (const figure of [...Object.values(dataset.series).flat(), ...dataset.groups]) {
        expect(figure.value.isFinite() && figure.value.gte(0)).toBe(true);
        expect(figure.display).not.toBe("");
      }
      for (const gap of dataset.gaps.filter(({ reason }) => reason === "refused")) {
        expect(issues.some((each) => tellsOf(each, gap))).toBe(true);
      }
      expect(issues.map(({ code }) => code)).not.toContain("workbook/reader-failed");
      for (const { message, hint } of issues)
        expect(message + hint).not.toMatch(/undefined|null|NaN|\[object/u);
    }),
    { numRuns: 150 },
  );
});

test("whatever stands on a sheet: every figure is read, known or refused, and the sums come out", () => {
  fc.assert(
    fc.property(fc.array(anySheet, { maxLength: 2 }), (sheets) => {
      const { coverage } = read(...sheets.map((each, index) => book(`${index}-2025.xlsx`, each)));
      const sum = (counts: readonly { count: number }[]) => counts.reduce((all, { count }) => all + count, 0);
      for (const [at, each] of coverage().entries()) {
        expect(each.figures).toBe(figuresIn(sheets[at]!).length);
        expect(each.read + sum(each.known) + sum(each.refused)).toBe(each.figures);
      }
    }),
    { numRuns: 150 },
  );
});

test("whatever stands on a sheet: a figure that is refused is named by a finding", () => {
  const catalogue = catalogueOf(plans);
  fc.assert(
    fc.property(anySheet, (each) => {
      const { fates, issues } = readSheet("a-2025.xlsx", each, catalogue);
      const read = new Set(fates.filter(({ as }) => as === "read").map(({ source }) => source.cell));
      for (const { as, source } of fates) {
        if (as !== "refused" || read.has(source.cell)) continue;
        expect(issues.filter((issue) => names(issue, source))[0]?.code, source.cell).toBeDefined();
      }
      const spoken = new Set(fates.map(({ source }) => source.cell));
      expect(figuresIn(each).filter((cell) => !spoken.has(cell))).toEqual([]);
    }),
    { numRuns: 250 },
  );
});
