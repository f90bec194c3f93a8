import { describe, expect, test } from "vitest";
import type { LedgerEntry } from "../../../src/data/ledger/entry.js";
import { ledgerRecordOf } from "../../../src/data/ledger/record.js";
import { standingOf, type Standing } from "../../../src/data/ledger/standing.js";
import { decimal } from "../../../src/terms/decimal.js";
import { line } from "./lines.js";

function standing(...entries: LedgerEntry[]): Standing {
  return standingOf(ledgerRecordOf(entries));
}

function values(...entries: LedgerEntry[]): string {
  const { observations, gaps } = standing(...entries);
  return [
    ...observations.map(({ year, value }) => `${year}:${value.toFixed()}`),
    ...gaps.map(({ year, statedReason }) => `${year}:${statedReason}`),
  ].join(" ");
}

describe("what counts of a figure that was reported more than once", () => {
  test("the later line of one form year: nobody has seen the earlier one, so it is no revision", () => {
    const { observations, revisions } = standing(line(63.2), line(62.3, { sha256: "重报" }));
    expect(observations.map(({ value }) => value.toFixed())).toEqual(["62.3"]);
    expect(revisions).toEqual([]);
  });

  test("a later year's form revises what an earlier one's came to, with who and where", () => {
    const { revisions } = standing(
      line(62.3, { year: 2024 }),
      line(63.2, { year: 2024, sha256: "重报" }),
      line(60.9, { year: 2024, formYear: 2025 }),
      line(61.9, { year: 2024, formYear: 2025, sha256: "又报" }),
    );
    expect(revisions).toMatchObject([
      {
        indicator: "W05a",
        year: 2024,
        old: { display: "63.2", reporter: "区卫生健康委", source: { cell: "H4" } },
        new: { display: "61.9", reporter: "区卫生健康委" },
      },
    ]);
  });

  test("the later form's figure, even where the earlier form was collected after it", () => {
    const form2024 = line(61.2, { year: 2024, formYear: 2024 });
    const form2025 = line(60.9, { year: 2024, formYear: 2025 });
    expect(values(form2024, form2025)).toBe("2024:60.9");
    expect(values(form2025, form2024)).toBe("2024:60.9");
  });

  test("the more precise of two that agree, with the fraction only one has, and no revision", () => {
    const fraction = {
      numerator: { value: decimal(632), cell: "I4" },
      denominator: { value: decimal(1000), cell: "J4" },
    };
    const { observations, revisions } = standing(line(63.2, fraction), line(63.23, { reporter: "区妇联" }));
    expect(observations).toMatchObject([{ value: decimal(63.23), numerator: { source: { cell: "I4" } } }]);
    expect(revisions).toEqual([]);
  });

  test("a figure that was decided against never does", () => {
    expect(values(line(63.2), line(36, { kind: "未采用", reporter: "区妇联" }))).toBe("2025:63.2");
  });

  test("a reporter can take its own figure back, with a warning; another one's blank takes nothing", () => {
    expect(values(line(63.2), line(null))).toBe("2025:未开展");
    expect(standing(line(63.2), line(null)).issues.map(({ code }) => code)).toEqual(["ledger/withdrawn"]);
    expect(values(line(63.2), line(null, { reporter: "区妇联" }))).toBe("2025:63.2");
    expect(values(line(null), line(63.2))).toBe("2025:63.2");
  });
});

test("of a reporter's accounts of a project the last one counts, whole", () => {
  const told = (quantity: string, time: string) =>
    line(null, {
      kind: "进展",
      id: "WP09",
      time,
      project: {
        status: "推进中",
        quantity,
        goal: null,
        done: decimal(1),
        progress: "",
        problems: "",
        nextPlan: "",
      },
    });
  const { projects } = standing(told("照护中心", "一"), told("养老服务中心", "一"), told("照护中心", "二"));
  expect(projects.map(({ quantities }) => quantities.map(({ name }) => name))).toEqual([["照护中心"]]);
});
