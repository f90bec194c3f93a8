import { describe, expect, test } from "vitest";
import { figures, reading, told, type Rows } from "../layout.js";

const groups = (rows: Rows) =>
  reading(rows).dataset.groups.map(({ indicator, year, group }) => `${indicator} ${year} ${group}`);

describe("a table whose title alone names its indicator", () => {
  const towns: Rows = [
    ["永川区各镇街适龄儿童免疫规划疫苗接种率（%）"],
    ["镇街", "2024年", "2025年", "增减"],
    ["中山路街道", 99, 99.1, 0.1],
    ["三教镇", 98.5, 98.7, 0.2],
  ];

  test("over towns gives figures by group", () => {
    expect(groups(towns)).toEqual([
      "C07 2024 中山路街道",
      "C07 2025 中山路街道",
      "C07 2024 三教镇",
      "C07 2025 三教镇",
    ]);
    expect(told(towns)).toEqual(["note data/rows-by-place A1", "note data/grouped-by A2"]);
  });

  test("over years, and over districts, gives our own", () => {
    const years: Rows = [
      ["永川区农村自来水普及率情况"],
      ["年份", "普及率（%）"],
      ["2024年", 89.42],
      ["2025年", 90.35],
    ];
    expect(figures(years, ["C30"])).toEqual(["C30 2024:89.42 2025:90.35"]);
    const places: Rows = [
      ["2025年农村自来水普及率（%）"],
      ["区县", "数值"],
      ["永川区", 90.35],
      ["荣昌区", 88],
    ];
    expect(figures(places, ["C30"])).toEqual(["C30 2025:90.35"]);
  });

  test("with counts beside its rate, and the district's own row", () => {
    const rows: Rows = [
      ["2025年以乡镇（街道）为单位的适龄儿童免疫规划疫苗接种率（%）"],
      ["镇街", "应种人数", "接种率"],
      ["中山路街道", 1000, 99],
      ["全区", 1800, 98.33],
    ];
    expect(groups(rows)).toEqual(["C07 2025 中山路街道"]);
    expect(figures(rows, ["C07"])).toEqual(["C07 2025:98.33"]);
  });

  test("over parts that nobody knows gives the row of all", () => {
    const cases: Rows = [
      ["永川区侵害妇女刑事案件发生情况（件）"],
      ["案件类型", "2024年", "2025年"],
      ["杀害", 3, 2],
      ["强奸", 71, 70],
      ["合计", 74, 72],
    ];
    expect(figures(cases, ["W46"])).toEqual(["W46 2024:74 2025:72"]);
    expect(told(cases)).toEqual(["note data/rows-by-place A1"]);
    expect(figures(cases.slice(0, 4), ["W46"])).toEqual(["W46"]);
    expect(told(cases.slice(0, 4))).toEqual(["warning data/unrecognised-sheet"]);
  });

  test.each<[string, Rows, string]>([
    ["of targets", [["农村自来水普及率（目标）"], ...towns.slice(1)], "data/other-table"],
    ["in another unit", [["农村自来水普及率（‰）"], ...towns.slice(1)], "data/unit-scale"],
    [
      "under words that nobody knows",
      [["2025年农村自来水普及率"], ["镇街", "管网"], ["三教镇", 90], ["红炉镇", 91]],
      "data/unread-column",
    ],
  ])("%s is not read, and told", (_what, rows, code) => {
    expect(groups(rows)).toEqual([]);
    expect(figures(rows, ["C30"])).toEqual(["C30"]);
    expect(reading(rows).issues.map((each) => each.code)).toContain(code);
  });
});
