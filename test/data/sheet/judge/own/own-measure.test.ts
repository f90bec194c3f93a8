import { expect, test } from "vitest";
import { figures, HEAD, told, W04, type Rows } from "../../layout.js";

const STATIONS = ["C28", "城市社区中家长学校或家庭教育指导服务站点覆盖率", "%"];

test("覆盖率, 性别比 and 上年率 over rows whose names end so head their own figures", () => {
  const covered: Rows = [["2025年"], [...HEAD, "总数", "覆盖率"], [...STATIONS, 74, 97.3]];
  expect(figures(covered, ["C28"])).toEqual(["C28 2025:97.3"]);
  expect(told(covered)).toEqual([]);
  const born: Rows = [
    ["2025年"],
    ["指标名称", "男婴", "女婴", "性别比"],
    ["出生人口性别比", 3245, 2991, 108.49],
  ];
  expect(figures(born, ["W40"])).toEqual(["W40 2025:108.49"]);
  expect(told(born)).toEqual([]);
  const last: Rows = [["2025年"], [...HEAD, "率", "上年率"], [...W04, 94.88, 94.52]];
  expect(figures(last, ["W04"])).toEqual(["W04 2024:94.52 2025:94.88"]);
  const dated: Rows = [
    [...HEAD, "2024年覆盖率", "2025年覆盖率（%）"],
    [...STATIONS, 96, 97.3],
  ];
  expect(figures(dated, ["C28"])).toEqual(["C28 2024:96 2025:97.3"]);
});

test("over rows named otherwise they are other figures, and so is 填报率", () => {
  const rows: Rows = [["2025年"], [...HEAD, "覆盖率"], [...STATIONS, 97.3], [...W04, 94.88]];
  expect(figures(rows, ["C28", "W04"])).toEqual(["C28", "W04"]);
  expect(told(rows)).toEqual(["warning data/unread-column D2"]);
  for (const heading of ["填报率", "完成率", "增长率"])
    expect(figures([["2025年"], [...HEAD, heading], [...W04, 100]], ["W04"])).toEqual(["W04"]);
});
