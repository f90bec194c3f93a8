import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Sheet, Span } from "../../../src/workbook/sheet.js";
import { gridOf } from "../../../src/data/sheet/grid.js";
import { book, read, sheet, type Written } from "../book.js";

type Hidden = Partial<Pick<Sheet, "hiddenRows" | "hiddenColumns">>;
const only = (at: number): readonly Span[] => [{ from: at, to: at }];

function messages(rows: readonly (readonly Written[])[], hidden: Hidden, name = "数据"): string {
  const { issues } = read(book("a.xlsx", { ...sheet(name, rows), ...hidden }));
  return issues.map(({ code, message }) => `${code} ${message}`).join("\n");
}

describe("a figure that nobody sees, and that contradicts another", () => {
  const rows = [
    ["编号", "2024年", "2025年"],
    ["W05a", 61, 63],
    ["W05a", 61, 36],
  ];

  it("is called hidden, so that one looks for it where it is", () => {
    expect(messages(rows, { hiddenRows: only(3) })).toContain("C2为63，a.xlsx“数据”C3（隐藏的行）为36");
    expect(messages(rows, { hiddenColumns: only(3) })).toContain("C2（隐藏的列）为63");
    expect(messages(rows, {})).not.toContain("隐藏");
  });

  it("is called so among groups, and among figures of other places", () => {
    const groups = [
      ["编号", "年份", "分组", "组别", "数值"],
      ["C12", 2025, "镇街", "松溉镇", 97.9],
      ["C12", 2025, "镇街", "松溉镇", 89.7],
    ];
    expect(messages(groups, { hiddenRows: only(3) })).toMatch(/data\/group-conflict .*E3（隐藏的行）/u);
    const references = [
      ["编号", "年份", "地区", "数值", "口径", "来源"],
      ["W04", 2025, "全市", 94.9, "一致", "年鉴"],
      ["W04", 2025, "全市", 49.9, "一致", "年鉴"],
    ];
    expect(messages(references, { hiddenRows: only(2) })).toMatch(
      /data\/reference-conflict .*D2（隐藏的行）/u,
    );
  });

  it("is called so in columns of one year", () => {
    const twins = [
      ["编号", "2025年", "2025年"],
      ["W04", 94.8, 94.88],
      ["W01", 68.28, 68.29],
    ];
    const columns = { hiddenColumns: [{ from: 2, to: 3 }] };
    expect(messages(twins, columns)).toContain("B列“2025年”（隐藏的列）和C列“2025年”（隐藏的列）都是");
    expect(messages(twins, { hiddenRows: only(3) })).toContain("第2—3行（其中第3行是隐藏的行）两个数不同");
  });
});

it("knows what is hidden by any stretches, in any order", () => {
  const span = fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.nat(9))
    .map(([from, more]): Span => ({ from, to: from + more }));
  fc.assert(
    fc.property(fc.array(span), fc.integer({ min: 1, max: 80 }), (hiddenRows, row) => {
      const grid = gridOf({ ...sheet("数据", []), hiddenRows });
      expect(grid.isHiddenRow(row)).toBe(hiddenRows.some(({ from, to }) => row >= from && row <= to));
    }),
  );
});
