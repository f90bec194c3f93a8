import { describe, expect, it } from "vitest";
import { tableOf as modelTable, type Column } from "../../../src/report/tables/table.js";
import type { Table } from "../../../src/report/model.js";
import { roomyWidths } from "../../../src/word/write/grids.js";

/** A table of columns by their heads, shares and the texts below. */
function tableWith(...columns: [head: string, width: number, ...texts: string[]][]): Table {
  const own = columns.map(([head, width, ...texts]): Column<number> => ({
    head,
    width,
    align: "left",
    cell: (row) => texts[row] ?? "—",
  }));
  const rows = columns[0]?.slice(2).map((_, at) => at) ?? [];
  const { id, ...table } = modelTable({ id: "t", title: "" }, own, rows);
  return { ...table, number: id, notes: [] };
}

const points = (table: Table, size = 10, width = 400): number[] =>
  roomyWidths(table, width * 20, size).map((each) => each / 20);

describe("a column of a Word table", () => {
  it("is as wide as a year with its character, a rate and a short word, in head and cells", () => {
    const table = tableWith(
      ["名称", 90, "适龄妇女宫颈癌人群筛查率"],
      ["2021年", 2.5, "—"],
      ["单位", 2.5, "1/10万"],
      ["出处", 2.5, "据2020年统计公报所列的数"],
      ["状态", 2.5, "预期可达标"],
    );
    const [name, ...others] = points(table);
    const needs = [30, 35, 32.5, 50];
    needs.forEach((need, at) => expect(others[at]).toBeGreaterThan(need));
    expect(name).toBeLessThan(360);
    expect(name! + others.reduce((sum, each) => sum + each, 0)).toBe(400);
  });

  it("keeps its share where the texts have room", () => {
    expect(points(tableWith(["名称", 50, "婚前医学检查率"], ["2021年", 50, "61.05"]))).toEqual([200, 200]);
  });

  it("gives no room that its own texts need, and what there is is shared where it does not do", () => {
    const years = Array.from({ length: 12 }, (_, at): [string, number, string] => [
      `${2019 + at}年`,
      at === 0 ? 40 : 5,
      "100.00",
    ]);
    const widths = points(tableWith(...years));
    expect(widths[0]).toBeGreaterThan(30);
    expect(Math.min(...widths)).toBeGreaterThan(30);
    const tight = points(tableWith(...years), 10, 240);
    expect(Math.min(...tight)).toBeGreaterThan(15);
    expect(tight.reduce((sum, each) => sum + each, 0)).toBeCloseTo(240);
  });

  it("leaves a long text the room for four lines of it", () => {
    const name = "镇（街道）党委（党工委）、政府（办事处）领导班子中女干部的配备率";
    const years = Array.from({ length: 11 }, (_, at): [string, number, string] => [
      `${2020 + at}年`,
      7,
      "100.00",
    ]);
    const [own = 0, ...others] = points(tableWith(["指标名称", 23, name], ...years));
    expect(own).toBeGreaterThan((name.length * 10) / 4);
    expect(own + others.reduce((sum, each) => sum + each, 0)).toBeCloseTo(400);
  });
});
