import { describe, expect, test } from "vitest";
import { book, codesOf, percent, read, sheet, type Written } from "../book.js";

const IDS = ["W01", "W04", "W05a", "W05b", "W07", "W08"];

function form(values: readonly Written[], more: readonly Written[] = []) {
  const rows = IDS.map((id, at) => [id, values[at] ?? null, ...more]);
  return read(book("a.xlsx", sheet("表", [["2025年度填报表"], ["编号", "本年数", "分子", "分母"], ...rows])));
}

describe("what is wrong with cell after cell of a column", () => {
  test("is told once, with all its cells, and every figure is still refused", () => {
    const shares = [66.15, 94.52, 50.86, 51.22, 99.58, 96].map((value) => percent(value, `${value}00%`));
    const found = form(shares);
    expect(codesOf(found)).toEqual(["data/percent-format B3"]);
    const [only] = found.issues;
    expect(only?.message).toContain("填的66.15成了66.1500%");
    expect(only?.message).toContain("B列这样的共6格（第3—8行）");
    expect(only?.cells.map(({ cell }) => cell)).toEqual(["B3", "B4", "B5", "B6", "B7", "B8"]);
    expect(found.dataset.gaps.filter(({ reason }) => reason === "refused")).toHaveLength(6);
    const [sums] = found.coverage();
    expect(sums?.refused).toEqual([{ reason: "cell", count: 6 }]);
  });

  test("is told cell by cell while it is few, with what each holds", () => {
    const found = form(["约95%", "95%以上", "见附件"]);
    expect(codesOf(found)).toEqual(["data/not-a-number B3", "data/not-a-number B4", "data/not-a-number B5"]);
  });
});

test("a refused figure is told once: that its fraction has no value is the same matter", () => {
  const rows = [["2025年度填报表"], ["编号", "本年数", "分子", "分母"], ["W04", "约95%", 95, 100]];
  expect(codesOf(read(book("a.xlsx", sheet("表", rows))))).toEqual(["data/not-a-number B3"]);
});
