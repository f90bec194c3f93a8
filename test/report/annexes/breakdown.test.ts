import { describe, expect, it } from "vitest";
import { dataTablesAnnex } from "../../../src/report/annexes/data-tables.js";
import type { Table } from "../../../src/report/model.js";
import { observation, siteFigures } from "../../score/builder.js";
import { annexOf, tablesOf } from "../model-text.js";
import { scored } from "../plans.js";

const SITES = [
  ...siteFigures("C13b", 2024, { 五间镇卫生院: "1", 板桥镇卫生院: "2" }, "机构"),
  ...siteFigures("C13b", 2025, { 五间镇卫生院: "1", 板桥镇卫生院: "2" }, "机构"),
];

function tables(groups: typeof SITES, before: readonly ReturnType<typeof observation>[] = []): Table[] {
  const series = { C13b: [...before, observation("C13b", 2024, "1.6"), observation("C13b", 2025, "2")] };
  const { matter } = scored("C13b", {}, { data: { groups, series } });
  return tablesOf(annexOf(dataTablesAnnex(matter)).blocks);
}

const textsOf = (table: Table | undefined, first: string): string[] =>
  table?.rows.map(({ cells }) => cells.map(({ text }) => text)).find((texts) => texts.includes(first)) ?? [];

/** What its line is called in the table. */
const DISTRICT =
  "每所乡镇卫生院、社区卫生服务中心配备提供规范儿童基本医疗服务的全科医生数（全区数据，不作判定）";

describe("a breakdown by people", () => {
  it("has no column of a year without any figure, and says so", () => {
    const ages = [2023, 2025].flatMap((year) =>
      siteFigures("C13b", year, { 甲: "1", 乙: "2" }, "机构").map((figure) => ({
        ...figure,
        grouping: "年龄" as const,
      })),
    );
    const [, people] = tables(ages);
    expect(people?.title).toBe("分年龄数据");
    expect(people?.head[0]?.map(({ text }) => text).filter((text) => /^\d/u.test(text))).toEqual([
      "2023年",
      "2025年",
    ]);
    expect(people?.notes).toEqual(["其他年份未报送分组数据。"]);
  });
});

describe("a count judged site by site", () => {
  it("is whole where every site reported whole numbers, and the district's average keeps its digit", () => {
    const [all, sites] = tables(SITES);
    expect(textsOf(sites, "五间镇卫生院")).toEqual(expect.arrayContaining(["1"]));
    expect(textsOf(all, "C13b")).toEqual(expect.arrayContaining(["1", "0"]));
    const average = all?.rows
      .map(({ cells }) => cells.map(({ text }) => text))
      .find((texts) => texts.includes("1.6"));
    expect(average).toEqual(expect.arrayContaining(["1.6", "2.0"]));
  });

  it("has the change of the district's average beside it, where both years have one", () => {
    const change = (table: Table | undefined) => textsOf(table, DISTRICT).at(-2);
    expect(change(tables(SITES)[0])).toBe("＋0.4");
    const { matter } = scored(
      "C13b",
      {},
      { data: { groups: SITES, series: { C13b: [observation("C13b", 2025, "2")] } } },
    );
    expect(change(tablesOf(annexOf(dataTablesAnnex(matter)).blocks)[0])).toBe("—");
  });

  it("is never rounded: a digit any site reported in any year is shown for all", () => {
    const half = siteFigures("C13b", 2023, { 板桥镇卫生院: "2.5", 五间镇卫生院: "1" }, "机构");
    const [all, sites] = tables([...half, ...SITES]);
    expect(textsOf(sites, "板桥镇卫生院")).toEqual(expect.arrayContaining(["2.5", "2.0"]));
    expect(textsOf(all, "C13b")).toEqual(expect.arrayContaining(["1"]));
  });

  it("shows the baseline year before the others where sites or the district reported it", () => {
    const base = siteFigures("C13b", 2020, { 五间镇卫生院: "1", 板桥镇卫生院: "0" }, "机构");
    const yearsIn = (table: Table | undefined) =>
      table?.head[0]?.map(({ text }) => text).filter((text) => /^\d+年$/u.test(text));
    expect(yearsIn(tables(SITES)[1])?.[0]).toBe("2021年");
    expect(yearsIn(tables([...base, ...SITES])[1])?.slice(0, 2)).toEqual(["2020年", "2021年"]);
    const average = (more: readonly ReturnType<typeof observation>[]) =>
      textsOf(tables([...base, ...SITES], more)[0], DISTRICT)[6];
    expect(average([])).toBe("—");
    expect(average([observation("C13b", 2020, "0.5")])).toBe("0.5");
  });

  it("numbers its tables within their annex", () => {
    expect(tables(SITES).map(({ number }) => number)).toEqual(["附表1-1", "附表1-2"]);
  });
});
