import { expect, test } from "vitest";
import { withoutExplained } from "../../../src/forms/collect/explained.js";
import { issue } from "../../../src/issues/issue.js";

const at2025 = { file: "一.xlsx", sheet: "2025年", cell: "G4" };

test("a figure under 上年数 is told once: that its fraction has none beside it is the same matter", () => {
  const held = issue("ledger/previous-held", at2025, {
    figures: [{ indicator: "W05a", old: "61.2", shown: "63.2" }],
    cells: ["G4"],
    year: 2024,
  });
  const fraction = (cell: string) =>
    issue(
      "data/fraction-without-value",
      { ...at2025, cell },
      { name: "甲", year: 2025, what: "分子", cells: [], rate: null },
    );
  const left = withoutExplained([held, fraction("H4"), fraction("H5")]);
  expect(left.map(({ code, where }) => `${code} ${where?.cell}`)).toEqual([
    "ledger/previous-held G4",
    "data/fraction-without-value H5",
  ]);
});

test("a remark is told once by what it corrects, and again where a finding tells others, too", () => {
  const at = (cell: string) => ({ ...at2025, cell });
  const corrected = issue("ledger/previous-remarked", at("K4"), {
    indicator: "W04",
    year: 2024,
    said: "上年数应为38",
    shown: "37",
  });
  const why = "another" as const;
  const doubt = (rows: readonly number[]) => ({
    ...issue("data/doubting-remarks", at("K4"), {
      remarks: rows.map((row) => ({ row, text: "应为38", why })),
    }),
    cells: rows.map((row) => at(`K${row}`)),
  });
  const codes = (rows: readonly number[]) =>
    withoutExplained([corrected, doubt(rows)]).map(({ code }) => code);
  expect(codes([4])).toEqual(["ledger/previous-remarked"]);
  expect(codes([4, 7])).toEqual(["ledger/previous-remarked", "data/doubting-remarks"]);
});
