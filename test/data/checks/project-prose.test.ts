import { expect, test } from "vitest";
import { book, codesOf, read, sheet } from "../book.js";

const told = (status: string, progress: string) => {
  const rows = [
    ["项目编号", "年份", "进展状态", "年度进展"],
    ["WP03", 2025, status, progress],
  ];
  return codesOf(read(book("a.xlsx", sheet("重点项目进展", rows))));
};

test.each([
  ["已完成", "尚未启动，资金没有落实"],
  ["已完成", "项目正在推进中"],
  ["未启动", "已全面完成建设任务"],
  ["推进中", "已全面完成建设任务并通过验收"],
  ["基本完成", "未开展"],
])("%s beside “%s” is asked about", (status, progress) => {
  const found = told(status, progress);
  expect(found).toEqual(
    status === "推进中" && progress.startsWith("已完成") ? [] : ["data/project-prose C2"],
  );
});

test.each([
  ["已完成", "建成2所，其中1所正在建设附属设施"],
  ["推进中", "完成培训3期，已完成1所，尚未启动的2所列入下年"],
  ["未启动", "完成前期调研"],
  ["已完成", "已全面完成建设任务"],
])("%s beside “%s” is no contradiction of the whole", (status, progress) => {
  expect(told(status, progress)).toEqual([]);
});

test("what is to be done in 2030 is no status of 2025", () => {
  expect(told("2030年完成", "按计划推进")).toEqual(["data/unknown-status C2"]);
});
