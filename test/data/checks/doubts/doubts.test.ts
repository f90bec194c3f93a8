import { describe, expect, test } from "vitest";
import type { Issue } from "../../../../src/issues/issue.js";
import { countsEvents, unitOf } from "../../../../src/terms/unit.js";
import { book, read, sheet, type Written } from "../../book.js";
import { chance, ENTRIES, honestSeries, type Honest } from "./honest.js";

const HEAD = ["编号", "2020年", "2021年", "2022年", "2023年", "2024年", "2025年"];
const YEARS = HEAD.length - 1;

const isDoubt = ({ code }: Issue): boolean =>
  /doubtful-zero|implausible|jump|magnitude|ratio-below-one|rows-|share-typed|unit-slip/u.test(code);

function issuesOf(rows: readonly { id: string; values: readonly Written[] }[]): readonly Issue[] {
  const table = rows.map(({ id, values }) => [id, ...values]);
  return read(book("a.xlsx", sheet("数据", [HEAD, ...table]))).issues;
}

/** One sheet with all rows of both plans. */
function honestSheet(seed: number): Honest[] {
  const next = chance(seed);
  return ENTRIES.map((entry) => honestSeries(entry, YEARS, next));
}

/** The row with one of its years `times` what it was, and the cell where it stands in the sheet. */
function slipped({ id, values }: Honest, line: number, times: number) {
  const at = values.findLastIndex((value, index) => value !== 0 && (index + line) % 2 === 0);
  const cell = `${"BCDEFG"[at]}${line + 2}`;
  return {
    id,
    cell,
    values: values.map((value, index) => (index === at ? Number((value * times).toPrecision(8)) : value)),
  };
}

function cellsOf(issues: readonly Issue[]): Set<string> {
  return new Set(
    issues.flatMap(({ where, cells }) => [where, ...cells].flatMap((place) => place?.cell ?? [])),
  );
}

describe("series as a district without mistakes reports them", () => {
  test.each([1, 2, 3, 4, 5])("hold no error and hardly a warning (%i)", (seed) => {
    const found = issuesOf(honestSheet(seed)).filter(isDoubt);
    expect(found.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
    expect(found.length).toBeLessThanOrEqual(ENTRIES.length / 25);
  });
});

describe("one figure of a row off by a power of ten", () => {
  /** A sheet where every row has one such slip, and those of its rows that are not told at their cell. */
  function untold(seed: number, times: number, isTold: (issue: Issue) => boolean) {
    const rows = honestSheet(seed).filter(({ values }) => values.some((value) => value !== 0));
    const bad = rows.map((row, line) => ({ ...row, ...slipped(row, line, times) }));
    const told = cellsOf(issuesOf(bad).filter(isTold));
    // A quotient for so many to 100 is no slip: it is read as what it is.
    return bad.filter(({ id, cell }) => !told.has(cell) && !(id === "W40" && times === 0.01));
  }

  test.each([100, 1000, 10000, 0.01, 0.001, 0.0001])(
    "is an error at its cell: × %d",
    { tags: ["patience"] },
    (times) => {
      const missed = [6, 7].flatMap((seed) => untold(seed, times, ({ severity }) => severity === "error"));
      // A row that climbs from almost nothing may have been at a hundredth of its next year; events come as they like.
      const sure = missed.filter(({ entry }) => !countsEvents(unitOf(entry.indicator.unit)));
      expect(sure.length).toBeLessThanOrEqual((2 * ENTRIES.length) / 50);
    },
  );

  test.each([100, 0.01])("never passes unseen, be it of a rate of events: × %d", (times) => {
    const unseen = untold(8, times, (issue) => issue.severity === "error" || isDoubt(issue));
    expect(unseen.map(({ id }) => id)).toEqual([]);
  });
});

describe("a block of nine rows one row off", () => {
  const BLOCK = 9;

  test.each([9, 10, 11])("never passes unseen, and mostly is told as such (%i)", (seed) => {
    const rows = honestSheet(seed);
    const isMoved = (index: number): boolean => index % (2 * BLOCK) < BLOCK && index < rows.length - BLOCK;
    const moved = rows.map(({ id, values }, index) => {
      const latest = rows[isMoved(index) ? index + 1 : index]?.values.at(-1) ?? null;
      return { id, values: [...values.slice(0, -1), latest] };
    });
    const found = issuesOf(moved).filter(isDoubt);
    const blocksIn = (issues: readonly Issue[]): Set<number> =>
      new Set([...cellsOf(issues)].map((cell) => Math.floor((Number(cell.slice(1)) - 2) / (2 * BLOCK))));
    const count = Math.floor((rows.length - 1) / (2 * BLOCK));
    expect([...blocksIn(found)]).toEqual(
      expect.arrayContaining(Array.from({ length: count }, (_v, at) => at)),
    );
    const asSuch = blocksIn(found.filter(({ code }) => code === "data/rows-shifted"));
    expect(asSuch.size).toBeGreaterThanOrEqual(count - 1);
  });
});
