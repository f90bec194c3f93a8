import { expect, test } from "vitest";
import { figures, told } from "../../layout.js";

const W35 = ["W35", "女性失业保险参保人数"];
const W36 = ["W36", "女性工伤保险参保人数"];
const W04 = ["W04", "孕产妇系统管理率"];
const table = (heads: readonly string[], ...rows: (string | number)[][]) => [
  ["2025年女性社会保险情况"],
  ["编号", "指标名称", ...heads],
  ...rows,
];

test.each(["人数（万人）", "参保人数（万人）", "参保人数", "2025年参保人数（万人）", "人数"])(
  "%s heads the figures of rows that count persons",
  (head) => {
    const rows = table([head], [...W35, 6.1], [...W36, 8.2]);
    expect(figures(rows, ["W35", "W36"])).toEqual(["W35 2025:6.1", "W36 2025:8.2"]);
    expect(told(rows)).toEqual([]);
  },
);

test("of rates, of other persons, beside the year's own or twice it does not", () => {
  expect(figures(table(["人数"], [...W35, 6.1], [...W04, 9120]), ["W35", "W04"])).toEqual(["W35", "W04"]);
  expect(figures(table(["职工人数（万人）"], [...W35, 6.1]), ["W35"])).toEqual(["W35"]);
  expect(figures(table(["人数（万人）", "2025年"], [...W35, 16.1, 6.1]), ["W35"])).toEqual(["W35 2025:6.1"]);
  expect(figures(table(["人数", "参保人数"], [...W35, 16.1, 6.1]), ["W35"])).toEqual(["W35"]);
  // Persons are not 万人.
  const persons = table(["人数（人）"], [...W35, 61023]);
  expect(figures(persons, ["W35"])).toEqual(["W35"]);
  expect(told(persons)).toEqual(["error data/stated-unit-scale C2"]);
});

test("数量 is the figure of rows that count something, of each year its own; beside a rate it is none", () => {
  const homes = ["区级文明家庭", "户"];
  const of = (heads: readonly string[], ...rows: readonly (readonly (string | number)[])[]) => [
    ["2025年"],
    ["指标名称", "单位", ...heads],
    ...rows,
  ];
  expect(figures(of(["数量"], [...homes, 260]), ["W39"])).toEqual(["W39 2025:260"]);
  expect(told(of(["数量"], [...homes, 260]))).toEqual([]);
  expect(figures(of(["2024年数量", "2025年数量"], [...homes, 231, 260]), ["W39"])).toEqual([
    "W39 2024:231 2025:260",
  ]);
  const mixed = of(["数量"], [...homes, 260], ["孕产妇系统管理率", "%", 5917]);
  expect(figures(mixed, ["W39", "W04"])).toEqual(["W39", "W04"]);
});
