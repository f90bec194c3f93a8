import { describe, expect, it } from "vitest";
import { dataTablesAnnex } from "../../../src/report/annexes/data-tables.js";
import type { Table } from "../../../src/report/model.js";
import { observation, unitFigures } from "../../score/builder.js";
import { annexOf, tablesOf } from "../model-text.js";
import { scored } from "../plans.js";

const UNITS = [
  ...unitFigures("C13b", 2024, { 五间镇卫生院: "1", 板桥镇卫生院: "2" }, "机构"),
  ...unitFigures("C13b", 2025, { 五间镇卫生院: "1", 板桥镇卫生院: "2" }, "机构"),
];

function tables(groups: typeof UNITS): Table[] {
  const series = { C13b: [observation("C13b", 2024, "1.6"), observation("C13b", 2025, "2")] };
  const { matter } = scored("C13b", {}, { data: { groups, series } });
  return tablesOf(annexOf(dataTablesAnnex(matter)).blocks);
}

const textsOf = (table: Table | undefined, first: string): string[] =>
  table?.rows.map(({ cells }) => cells.map(({ text }) => text)).find((texts) => texts.includes(first)) ?? [];

describe("a count judged unit by unit", () => {
  it("is whole where every unit reported whole numbers, and the district's average keeps its digit", () => {
    const [all, units] = tables(UNITS);
    expect(textsOf(units, "五间镇卫生院")).toEqual(expect.arrayContaining(["1"]));
    expect(textsOf(all, "C13b")).toEqual(expect.arrayContaining(["1", "0"]));
    const average = all?.rows
      .map(({ cells }) => cells.map(({ text }) => text))
      .find((texts) => texts.includes("1.6"));
    expect(average).toEqual(expect.arrayContaining(["1.6", "2.0"]));
  });

  it("is never rounded: a digit any unit reported in any year is shown for all", () => {
    const half = unitFigures("C13b", 2023, { 板桥镇卫生院: "2.5", 五间镇卫生院: "1" }, "机构");
    const [all, units] = tables([...half, ...UNITS]);
    expect(textsOf(units, "板桥镇卫生院")).toEqual(expect.arrayContaining(["2.5", "2.0"]));
    expect(textsOf(all, "C13b")).toEqual(expect.arrayContaining(["1"]));
  });

  it("numbers its tables within their annex", () => {
    expect(tables(UNITS).map(({ number }) => number)).toEqual(["附表1-1", "附表1-2"]);
  });
});
