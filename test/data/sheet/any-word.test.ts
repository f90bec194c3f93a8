import { expect, test } from "vitest";
import { book, read, sheet } from "../book.js";

const HEADS =
  "编号 序号 指标名称 单位 2024年 2025年 本年数 上年数 分子 分母 年份 分组 组别 数值 项目编号 进展状态".split(
    " ",
  );

test.each(["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"])(
  "%s, a name that every object has, is a word like any other wherever it stands",
  (name) => {
    for (const head of [
      HEADS.slice(0, 11),
      HEADS.slice(10),
      ["项目编号", "年份", "进展状态", "量化内容", "目标数", "完成数", "填报单位", name],
    ]) {
      const rows = ["W03", "W41", "WP09", "C07", name].map((code) =>
        head.map((_, at) => (at === 0 ? code : name)),
      );
      const { dataset, issues } = read(book(`${name}2025.xlsx`, sheet(name, [[name], head, ...rows])));
      expect(Object.values(dataset.series).flat()).toEqual([]);
      expect(issues.map(({ code }) => code)).not.toContain("workbook/reader-failed");
      for (const { message } of issues) expect(message).not.toMatch(/\[native code|\[object|undefined/u);
    }
  },
);

test("a mistake of our own on one sheet is told there, and the others are read", () => {
  const good = sheet("好表", [
    ["编号", "指标名称", "2025年"],
    ["W04", "孕产妇系统管理率", 94.88],
  ]);
  const bad = sheet("坏表", [
    ["编号", "指标名称", "2025年"],
    ["W33", "", 1],
  ]);
  const trap = new Proxy(bad.rows[1]!, {
    get: () => {
      throw new RangeError("not one of ours");
    },
  });
  const { dataset, issues } = read(book("2025.xlsx", { ...bad, rows: [bad.rows[0]!, trap] }, good));
  expect(issues).toMatchObject([
    { code: "workbook/reader-failed", where: { file: "2025.xlsx", sheet: "坏表" } },
  ]);
  expect(issues[0]?.hint).toContain("RangeError: not one of ours");
  expect(dataset.series["W04"]?.map(({ value }) => value.toString())).toEqual(["94.88"]);
});
