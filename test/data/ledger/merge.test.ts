import { describe, expect, test } from "vitest";
import { datasetOf } from "../../../src/data/settle/dataset-of.js";
import { ledgerRecordOf } from "../../../src/data/ledger/record.js";
import type { LedgerEntry } from "../../../src/data/ledger/entry.js";
import { NO_MANIFEST } from "../../../src/data/dataset.js";
import { book, codesOf, plans, sheet, valuesOf, type Written } from "../book.js";
import { line } from "./lines.js";

/** A data folder with a ledger of `entries` beside a workbook that says of W05a what `figures` say. */
function folder(entries: readonly LedgerEntry[], figures: Record<number, Written> | null, sha256 = "0") {
  const input = { file: "监测数据库.csv", bytes: 1, sha256: "1" };
  const years = Object.keys(figures ?? {}).map((year) => `${year}年`);
  const rows = [
    ["编号", ...years],
    ["W05a", ...Object.values(figures ?? {})],
  ];
  const files = figures === null ? [] : [{ ...book("a.xlsx", sheet("数据", rows)), sha256 }];
  return datasetOf(files, NO_MANIFEST, plans, { input, record: ledgerRecordOf(entries) });
}

const ledgerCodes = (found: ReturnType<typeof folder>) =>
  codesOf(found).filter((code) => code.startsWith("ledger/"));

describe("a data folder with a ledger", () => {
  test("needs nothing else: figures are the ledger's, with file, sheet and cell as they were collected", () => {
    const found = folder([line(63.2)], null);
    expect(found.dataset.series["W05a"]).toMatchObject([
      { source: { file: "区卫生健康委2025.xlsx", sheet: "年度填报", cell: "H4" }, reporter: "区卫生健康委" },
    ]);
    expect(found.dataset.inputs).toEqual([{ file: "监测数据库.csv", bytes: 1, sha256: "1" }]);
  });

  test("a workbook that agrees is fine, one that says otherwise is an error and does not count", () => {
    expect(ledgerCodes(folder([line(63.2)], { 2025: 63.2 }))).toEqual([]);
    const found = folder([line(63.2)], { 2025: 62.3 });
    expect(ledgerCodes(found)).toEqual(["ledger/differs B2"]);
    expect(valuesOf(found, "W05a")).toBe("2025:63.2");
    expect(ledgerCodes(folder([line(null)], { 2025: 62.3 }))).toEqual(["ledger/differs B2"]);
  });

  test("a town's figure that a later year's form corrects is revised, and no error", () => {
    const town = {
      id: "C07",
      kind: "分组" as const,
      grouping: "镇街",
      group: "金龙镇",
      year: 2024,
      formYear: 2025,
    };
    const data = sheet("分组数据", [
      ["编号", "年份", "分组", "组别", "数值"],
      ["C07", 2024, "镇街", "金龙镇", 98.97],
    ]);
    const input = { file: "监测数据库.csv", bytes: 1, sha256: "1" };
    const ledger = { input, record: ledgerRecordOf([line(99.02, town)]) };
    const found = datasetOf([book("表.xlsx", data)], NO_MANIFEST, plans, ledger);
    expect(codesOf(found).filter((code) => /ledger|revised/u.test(code))).toEqual(["data/group-revised H4"]);
    expect(found.dataset.groups.map(({ value }) => value.toString())).toEqual(["99.02"]);
  });

  test("three rows of a column that say otherwise are one matter", () => {
    const rows = ["C07", "C08", "C09"].map((id, at) => line(90 + at, { id, year: 2025 }));
    const data = sheet("指标数据", [
      ["编号", "2025年"],
      ["C07", 80],
      ["C08", 81],
      ["C09", 82],
    ]);
    const input = { file: "监测数据库.csv", bytes: 1, sha256: "1" };
    const ledger = { input, record: ledgerRecordOf(rows) };
    const found = datasetOf([book("表.xlsx", data)], NO_MANIFEST, plans, ledger);
    const [differs] = found.issues.filter(({ code }) => code === "ledger/differs");
    expect(codesOf(found).filter((code) => code.startsWith("ledger/differs"))).toEqual(["ledger/differs B2"]);
    expect(differs?.message).toContain("B2—B4有3个数与监测数据库不同");
    expect(differs?.cells.map(({ cell }) => cell)).toEqual(["B2", "B3", "B4"]);
    expect(found.coverage().find(({ file }) => file === "表.xlsx")?.refused).toEqual([
      { reason: "conflict", count: 3 },
    ]);
  });

  test("a collected workbook may hold what was corrected since", () => {
    const entries = [line(62.3, { sha256: "a" }), line(63.2, { sha256: "b" })];
    expect(ledgerCodes(folder(entries, { 2025: 62.3 }, "a"))).toEqual([]);
    expect(ledgerCodes(folder(entries, { 2025: 62.3 }, "c"))).toEqual(["ledger/differs B2"]);
  });

  test("figures nobody has collected count, with a warning", () => {
    const found = folder([line(63.2)], { 2024: 61.2, 2025: 63.2 });
    expect(valuesOf(found, "W05a")).toBe("2024:61.2 2025:63.2");
    expect(found.issues.find(({ code }) => code === "ledger/not-collected")?.severity).toBe("warning");
  });

  test("last year's figure on a collected form is no news where another workbook has it", () => {
    const rows = (...figures: (readonly [string, Written])[]) => [
      ["编号", ...figures.map(([year]) => year)],
      ["W05a", ...figures.map(([, figure]) => figure)],
    ];
    const form = {
      ...book("表.xlsx", sheet("数据", rows(["2024年", 61.2], ["2025年", 63.2]))),
      sha256: "表",
    };
    const history = book("历年.xlsx", sheet("数据", rows(["2024年", 61.2])));
    const input = { file: "监测数据库.csv", bytes: 1, sha256: "1" };
    const entries = [line(63.2, { sha256: "表" })];
    const { issues } = datasetOf([form, history], NO_MANIFEST, plans, {
      input,
      record: ledgerRecordOf(entries),
    });
    const uncollected = issues.filter(({ code }) => code === "ledger/not-collected");
    expect(uncollected.map(({ where }) => where?.file)).toEqual(["历年.xlsx"]);
  });

  test("a collected form may show what was corrected after it had gone out", () => {
    const before = { year: 2024, formYear: 2024 };
    const entries = [
      line(61.2, before),
      line(61.9, { ...before, sha256: "改" }),
      line(63.2, { sha256: "表" }),
    ];
    expect(ledgerCodes(folder(entries, { 2024: 61.2, 2025: 63.2 }, "表"))).toEqual([]);
    expect(ledgerCodes(folder(entries, { 2024: 60.5, 2025: 63.2 }, "表"))).toEqual(["ledger/differs B2"]);
    expect(ledgerCodes(folder(entries, { 2024: 61.2, 2025: 63.2 }, "别的"))).toEqual(["ledger/differs B2"]);
  });

  test("a later year's form revises what the workbooks of the year itself say", () => {
    const entries = [line(63.9, { formYear: 2026 })];
    const found = folder(entries, { 2025: 63.2 });
    expect(ledgerCodes(found)).toEqual([]);
    expect(valuesOf(found, "W05a")).toBe("2025:63.9");
    expect(found.dataset.revisions).toMatchObject([
      { indicator: "W05a", year: 2025, old: { source: { file: "a.xlsx" } }, new: { formYear: 2026 } },
    ]);
    const told = found.issues.filter(({ code }) => code === "data/revised");
    expect(told.map(({ severity }) => severity)).toEqual(["note"]);
  });

  test("a workbook may say what the ledger said until a later year's form revised it, and nothing else", () => {
    const entries = [line(63.2), line(63.9, { formYear: 2026 })];
    expect(ledgerCodes(folder(entries, { 2025: 63.2 }, "别的"))).toEqual([]);
    expect(ledgerCodes(folder(entries, { 2025: 61.1 }, "别的"))).toEqual(["ledger/differs B2"]);
    expect(folder(entries, { 2025: 63.2 }).dataset.revisions).toHaveLength(1);
  });

  test("an id that no plan has is left alone, a unit that is not the plan's is refused", () => {
    const found = folder([line(1, { id: "W99" }), line(63.2, { unit: "‰" })], null);
    expect(ledgerCodes(found).sort()).toEqual(["ledger/unit-differs", "ledger/unknown-id"]);
    expect(found.dataset.series).toEqual({});
  });
});
