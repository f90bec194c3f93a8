import { expect, test } from "vitest";
import { book, read, sheet } from "../book.js";

function told(id: string, value: number, events: number, base: number): string | undefined {
  const rows = [
    ["编号", "本年数", "分子", "分母"],
    [id, value, events, base],
  ];
  const { issues } = read(book("2025年.xlsx", sheet("填报", rows)));
  return issues.find(({ code }) => code === "data/small-numbers")?.message;
}

test.each([
  // Exact Poisson limits of 1 and 0 events: 0.0253–5.572 and 0–3.689.
  ["W03", 16.04, 1, 6236, "0.41—89.35/10万"],
  ["W03", 0, 0, 6236, "0.00—59.15/10万"],
])("%s of %d on %d in %d gives its interval", (id, value, events, base, interval) => {
  expect(told(id, value, events, base)).toContain(interval);
});

test.each([
  ["as many events as the plan asks for", "C04", 1.6, 10, 6236],
  ["a share of few that should rise", "W22.1", 33.33, 1, 3],
  ["a share of many", "W04", 93.97, 5860, 6236],
])("%s is not told", (_why, id, value, events, base) => {
  expect(told(id, value, events, base)).toBeUndefined();
});
