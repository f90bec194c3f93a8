import { describe, expect, test } from "vitest";
import { book, codesOf, read, sheet } from "../book.js";

const HEAD = ["项目编号", "年份", "进展状态", "量化内容", "目标数", "完成数"];
const CENTRES = "镇（街道）养老服务中心";
const TRAINED = "村（居）儿童主任培训参训率";

type Line = readonly [string, number, string, string, string | number, string | number];

function found(...lines: Line[]): string[] {
  return codesOf(progress(...lines));
}

function progress(...lines: Line[]): ReturnType<typeof read> {
  return read(book("a.xlsx", sheet("重点项目进展", [HEAD, ...lines])));
}

describe("a status beside its numbers", () => {
  test.each<[string, string | number, string | number]>([
    ["已完成", 23, 19],
    ["已完成", 23, 0],
    ["已完成", "", 22],
    ["基本完成", 23, 11],
    ["未启动", 23, 1],
  ])("“%s” with %s and %s is asked about", (status, goal, done) => {
    expect(found(["WP09", 2025, status, CENTRES, goal, done])).toEqual(["data/project-contradicts C2"]);
  });

  test.each<[string, string | number, string | number]>([
    ["已完成", 23, 23],
    ["基本完成", 23, 21],
    ["推进中", 23, 0],
    ["推进中", 23, 23],
    ["未启动", 23, 0],
    ["已完成", 23, ""],
  ])("“%s” with %s and %s may be", (status, goal, done) => {
    expect(found(["WP09", 2025, status, CENTRES, goal, done])).toEqual([]);
  });

  test("what is reached or not goes with 已完成 only when it is reached", () => {
    const goal = "区妇幼保健院完成三甲创建";
    expect(found(["WP01", 2025, "已完成", goal, "", "否"])).toEqual(["data/project-contradicts C2"]);
    expect(found(["WP01", 2025, "基本完成", goal, "", "否"])).toEqual([]);
    expect(found(["WP01", 2025, "已完成", goal, "", "是"])).toEqual([]);
  });
});

describe("the numbers themselves", () => {
  test("a goal that is not the plan's is told, and an error where the two cells changed places", () => {
    expect(found(["WP09", 2025, "推进中", CENTRES, 20, 19])).toEqual(["data/project-goal C2"]);
    expect(found(["WP09", 2025, "推进中", CENTRES, 19, 23])).toEqual(["data/project-swapped C2"]);
  });

  test("no thing is built by half, and no share of 100 is below 1", () => {
    expect(found(["WP09", 2025, "推进中", CENTRES, 23, 21.5])).toEqual(["data/project-done C2"]);
    expect(found(["WP09", 2025, "推进中", CENTRES, 23, 210])).toEqual(["data/project-done C2"]);
    expect(found(["CP10", 2025, "推进中", TRAINED, 100, 0.985])).toEqual(["data/project-done C2"]);
    expect(found(["CP10", 2025, "推进中", TRAINED, 100, 101])).toEqual(["data/out-of-range F2"]);
  });

  test("是 says nothing of how many there are, 20 nothing of whether it is there", () => {
    expect(found(["WP09", 2025, "推进中", CENTRES, 23, "是"])).toEqual(["data/not-a-number F2"]);
    const stations = "每个镇（街道）设立未成年人保护工作站";
    expect(found(["CP10", 2025, "推进中", stations, "", 20])).toEqual(["data/not-yes-or-no F2"]);
    expect(found(["CP10", 2025, "推进中", stations, "", "80%"])).toEqual(["data/not-yes-or-no F2"]);
    expect(found(["CP10", 2025, "推进中", stations, "", "大部分"])).toEqual(["data/not-yes-or-no F2"]);
    expect(found(["CP10", 2025, "推进中", stations, 23, 20])).toEqual([]);
  });

  test("less than the year before is asked about", () => {
    expect(
      found(["WP09", 2024, "推进中", CENTRES, 23, 21], ["WP09", 2025, "推进中", CENTRES, 23, 20]),
    ).toEqual(["data/project-falls C3"]);
    expect(found(["WP02", 2024, "已完成", "", "", ""], ["WP02", 2025, "推进中", "", "", ""])).toEqual([
      "data/project-falls C3",
    ]);
    expect(
      found(["CP10", 2024, "推进中", TRAINED, 100, 99], ["CP10", 2025, "推进中", TRAINED, 100, 98]),
    ).toEqual([]);
  });

  test("two figures for one quantity: the lesser counts, and it is told", () => {
    const { dataset, issues } = progress(
      ["WP09", 2025, "推进中", CENTRES, 23, 21],
      ["WP09", 2025, "推进中", "镇(街道)养老服务中心", "", 19],
    );
    expect(issues.map(({ code }) => code)).toEqual(["data/quantities-differ"]);
    expect(dataset.progress[0]?.quantities.map(({ name, done }) => [name, done?.toFixed()])).toEqual([
      [CENTRES, "19"],
    ]);
  });

  test("a name that is nearly the plan's, with its goal or none, is read as the plan's, else asked about", () => {
    const { dataset, issues } = progress(
      ["WP09", 2025, "推进中", "集中照护中心", 2, 1],
      ["WP09", 2025, "推进中", "镇街养老服务中心", "", 21],
    );
    expect(issues).toEqual([]);
    expect(dataset.progress[0]?.quantities.map(({ name }) => name)).toEqual([
      "区级失能特困人员集中照护中心",
      CENTRES,
    ]);
    expect(found(["WP09", 2025, "推进中", "集中照护中心", 3, 1])).toEqual(["data/quantity-name D2"]);
    expect(found(["WP09", 2025, "推进中", "托位点", 2, 1])).toEqual(["data/quantity-name D2"]);
  });
});

test("letters that look like others are read as what is meant", () => {
  const { dataset, issues } = progress(
    ["WP02", 2025, "己完成", "", "", ""],
    ["WP03", 2025, "末启动", "", "", ""],
    ["WP04", 2025, "基本完戍", "", "", ""],
  );
  expect(issues).toEqual([]);
  expect(dataset.progress.map(({ status }) => status)).toEqual(["已完成", "未启动", "基本完成"]);
});
