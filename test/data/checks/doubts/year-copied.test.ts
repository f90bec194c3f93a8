import { describe, expect, it } from "vitest";
import { book, read, sheet, type Written } from "../../book.js";

const HEAD = ["编号", "指标名称", "上年数", "本年数", "备注"];
/** Rates that move every year: none of them stands still for a good reason. */
const ROWS = ["W01", "W04", "W05a", "W05b", "W15"];
const FORM = "区卫生健康委2025年度填报表.xlsx";

function told(lines: readonly (readonly Written[])[]): string[] {
  const table = sheet("年度填报", [HEAD, ...lines.map(([id, ...rest]) => [id ?? "", "", ...rest])]);
  return read(book(FORM, table)).issues.flatMap(({ code, where, cells }) =>
    code === "data/year-copied" ? [`${where?.cell} ${cells.map(({ cell }) => cell).join(" ")}`] : [],
  );
}

const figures: readonly Written[] = [68.28, 94.88, 63.52, 61.24, 45.8];

describe("a form whose figures are those of the year before", () => {
  it("is asked about once, with all the cells", () => {
    expect(told(ROWS.map((id, at) => [id, figures[at]!, figures[at]!]))).toEqual(["D2 D2 D3 D4 D5 D6"]);
  });

  it("is asked about whatever stands in rows that say nothing of it", () => {
    const copied = ROWS.slice(0, 3).map((id, at) => [id, figures[at]!, figures[at]!]);
    expect(told([...copied, ["W24", 100, 100], ["W07", 100, 99]])).toEqual(["D2 D2 D3 D4"]);
  });

  it("is asked about with the cells that are, where they are most", () => {
    expect(told(ROWS.map((id, at) => [id, figures[at]!, at > 2 ? 46.1 : figures[at]!]))).toEqual([
      "D2 D2 D3 D4",
    ]);
  });

  it.each([
    ["most rows are others", ROWS.map((id, at) => [id, figures[at]!, at > 1 ? 46.1 : figures[at]!])],
    ["there are only two such rows", ROWS.slice(0, 2).map((id, at) => [id, figures[at]!, figures[at]!])],
    ["the remarks say why", ROWS.map((id, at) => [id, figures[at]!, figures[at]!, "与上年持平，已核实"])],
    ["the figures are whole", ROWS.map((id) => [id, 75, 75])],
    ["there is nothing to compare with", ROWS.map((id, at) => [id, "", figures[at]!])],
  ])("is not where %s", (_, lines) => {
    expect(told(lines)).toEqual([]);
  });
});
