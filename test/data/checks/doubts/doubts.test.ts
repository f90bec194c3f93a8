import { describe, expect, test } from "vitest";
import type { Plan } from "../../../../src/plan/plan.js";
import { NO_MANIFEST } from "../../../../src/data/dataset.js";
import { datasetOf } from "../../../../src/data/settle/dataset-of.js";
import type { Issue } from "../../../../src/issues/issue.js";
import { countsEvents, unitOf } from "../../../../src/terms/unit.js";
import { book, plans, sheet, type Written } from "../../book.js";
import { chance, ENTRIES, honestSeries, type Honest } from "./honest.js";

const HEAD = ["编号", "2020年", "2021年", "2022年", "2023年", "2024年", "2025年"];
const YEARS = HEAD.length - 1;

const isDoubt = ({ code }: Issue): boolean =>
  /doubtful-zero|implausible|jump|magnitude|ratio-below-one|rows-|share-typed|unit-slip/u.test(code);

interface Line {
  id: string;
  values: readonly Written[];
}

function issuesOf(rows: readonly Line[], of: readonly Plan[] = plans): readonly Issue[] {
  const table = rows.map(({ id, values }) => [id, ...values]);
  return datasetOf([book("a.xlsx", sheet("数据", [HEAD, ...table]))], NO_MANIFEST, of).issues;
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
  const isRead = (id: string, times: number): boolean => id === "W40" && times === 0.01;

  test.each([100, 1000, 10000, 0.01, 0.001, 0.0001])("is an error at its cell: × %d", (times) => {
    const rows = [6, 7].flatMap((seed) =>
      honestSheet(seed)
        .filter(({ entry, id }) => !countsEvents(unitOf(entry.indicator.unit)) && !isRead(id, times))
        .filter(({ values }) => values.some((value) => value !== 0))
        .map((row, index) => ({ row, index })),
    );
    const missed = rows.filter(({ row }) => {
      const { id, values, cell } = slipped(row, 0, times);
      const found = issuesOf([{ id, values }], [row.entry.plan]);
      const errors = found.filter(({ severity }) => severity === "error");
      return !cellsOf(errors).has(cell);
    });
    // A row that climbs from almost nothing may have been at a hundredth of its next year.
    expect(missed.length).toBeLessThanOrEqual(rows.length / 50);
  });

  test.each([100, 0.01])("never passes unseen, be it of a rate of events: × %d", (times) => {
    const rows = honestSheet(8).filter(
      ({ id, values }) => values.some((value) => value !== 0) && !isRead(id, times),
    );
    const unseen = rows.filter((row) => {
      const { id, values, cell } = slipped(row, 0, times);
      const found = issuesOf([{ id, values }], [row.entry.plan]);
      return !cellsOf(found.filter(({ severity }) => severity !== "note")).has(cell);
    });
    expect(unseen.map(({ id }) => id)).toEqual([]);
  });
});

describe("a block of nine rows one row off", () => {
  test.each([9, 10])("never passes unseen, and mostly is told as such (%i)", (seed) => {
    const rows = honestSheet(seed);
    const starts = Array.from(
      { length: Math.floor((rows.length - 11) / 9) },
      (_value, index) => 1 + index * 9,
    );
    const told = starts.map((start) => {
      const moved = rows.map(({ id, values }, index) => {
        const isMoved = index >= start && index < start + 9;
        return {
          id,
          values: isMoved ? [...values.slice(0, -1), rows[index + 1]?.values.at(-1) ?? null] : values,
        };
      });
      return issuesOf(moved)
        .filter(isDoubt)
        .map(({ code }) => code);
    });
    expect(told.filter((codes) => codes.length === 0)).toEqual([]);
    const asSuch = told.filter((codes) => codes.includes("data/rows-shifted"));
    expect(asSuch.length).toBeGreaterThanOrEqual(told.length * 0.8);
  });
});
