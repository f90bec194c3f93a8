import { expect, it } from "vitest";
import { figuresOf } from "../../../src/report/charts/figures.js";

const naming = { id: "heat-A", title: "健康领域指标历年状态" };
const items = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

it.each([
  [16, ["健康领域指标历年状态"], [16]],
  [17, ["健康领域指标历年状态（一）", "健康领域指标历年状态（二）"], [9, 8]],
  [
    40,
    ["健康领域指标历年状态（一）", "健康领域指标历年状态（二）", "健康领域指标历年状态（三）"],
    [14, 13, 13],
  ],
] as const)("%i rows are %j, none higher than a page", (count, titles, sizes) => {
  const figures = figuresOf(items(count), 16, naming);
  expect(figures.map(({ title }) => title)).toEqual(titles);
  expect(figures.map((figure) => figure.items.length)).toEqual(sizes);
  expect(figures.flatMap((figure) => figure.items)).toEqual(items(count));
  expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
});
