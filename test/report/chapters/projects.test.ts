import { expect, it } from "vitest";
import { decimal } from "../../../src/terms/decimal.js";
import { allOf, quantityText } from "../../../src/report/chapters/projects.js";

it.each([
  [{ name: "完成三甲创建", unit: "", goal: null, done: decimal(1) }, "“完成三甲创建”已实现"],
  [{ name: "完成三甲创建", unit: "", goal: null, done: decimal(0) }, "“完成三甲创建”尚未实现"],
  [{ name: "完成三甲创建", unit: "", goal: null, done: null }, "“完成三甲创建”完成情况未报送"],
  [{ name: "照护中心", unit: "所", goal: decimal(2), done: decimal(1) }, "“照护中心”建成1所（目标2所）"],
  [{ name: "照护中心", unit: "所", goal: decimal(2), done: decimal(0) }, "“照护中心”尚未建成（目标2所）"],
  [
    { name: "培训参训率", unit: "%", goal: decimal(100), done: decimal("98.5") },
    "“培训参训率”达到98.5%（目标100%）",
  ],
  [
    { name: "骨干轮训", unit: "人次", goal: decimal(200), done: decimal(0) },
    "“骨干轮训”尚未完成（目标200人次）",
  ],
  [{ name: "照护中心", unit: "所", goal: decimal(2), done: null }, "“照护中心”目标2所，完成情况未报送"],
])("tells of a project's quantity %#", (state, text) => {
  expect(quantityText(state)).toBe(text);
});

it.each([
  ["推进中", 1, "正在推进"],
  ["推进中", 2, "均在推进"],
  ["已完成", 1, "已完成"],
  ["已完成", 15, "均已完成"],
  ["未启动", 3, "均未启动"],
] as const)("says of projects that are all %s, %i of them", (status, count, text) => {
  expect(allOf(status, count)).toBe(text);
});
