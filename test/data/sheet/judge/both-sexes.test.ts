import { expect, test } from "vitest";
import { figures, told } from "../layout.js";

const HEAD = ["编号", "指标名称", "单位"];
const W14 = ["W14", "女性平均受教育年限", "年"];

test.each([
  ["2025年", "其中：女"],
  ["2025年", "2025年女性"],
])("%s beside %s is of men and women where the two differ", (whole, women) => {
  const rows = [
    ["2025年监测表"],
    [...HEAD, whole, women],
    [...W14, 10, 9.5],
    ["W44", "女性法官占比", "%", 45.9, null],
  ];
  expect(figures(rows, ["W14"])).toEqual(["W14"]);
  expect(told(rows)[0]).toBe("error data/both-sexes D2");
});

test("where they agree, where only one is given or the other is in another unit, it is read", () => {
  const rows = [
    [...HEAD, "2025年", "其中：女"],
    [...W14, 10, 10],
    ["W44", "女性法官占比", "%", 45.9, null],
    ["W42", "城镇集中式饮水水源水质达标率", "%", 100, 99],
  ];
  expect(figures(rows, ["W14", "W44", "W42"])).toEqual(["W14 2025:10", "W44 2025:45.9", "W42 2025:100"]);
  const counted = [
    [...HEAD, "2025年", "其中：女（人）"],
    ["W44", "女性法官占比", "%", 45.9, 50],
  ];
  expect(figures(counted, ["W44"])).toEqual(["W44 2025:45.9"]);
  expect([...told(rows), ...told(counted)]).toEqual([]);
});

test("a note that the figures are not settled asks a person", () => {
  for (const note of ["说明：2025年数据未经审定", "注：数据待核实，仅供参考"]) {
    const rows = [[...HEAD, "2025年"], [...W14, 10], [note]];
    expect(figures(rows, ["W14"])).toEqual(["W14 2025:10"]);
    expect(told(rows)).toEqual(["warning data/title-asked A3"]);
  }
});
