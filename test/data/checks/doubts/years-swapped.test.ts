import { expect, test } from "vitest";
import { book, codesOf, read, sheet } from "../../book.js";

const PAST = sheet("历年", [
  ["编号", "2022年", "2023年", "2024年"],
  ["W04", 93.75, 94.16, 94.52],
  ["W33", 95.7, 95.33, 95.06],
  ["W39", 180, 208, 231],
]);

function told(...rows: [id: string, previous: number, now: number][]): string[] {
  const form = sheet("填报", [["编号", "上年数", "本年数"], ...rows]);
  const found = read(book("历年.xlsx", PAST), book("2025年.xlsx", form));
  return codesOf(found).filter((each) => each.startsWith("data/years-swapped"));
}

test("上年数 and 本年数 in each other's place: one error a form", () => {
  expect(told(["W04", 94.88, 94.52], ["W33", 94.72, 95.06])).toEqual(["data/years-swapped C2"]);
  expect(told(["W04", 94.88, 94.52], ["W33", 95.06, 94.72])).toEqual(["data/years-swapped C2"]);
});

test("last year's form once more is told as such", () => {
  const form = sheet("填报", [
    ["编号", "上年数", "本年数"],
    ["W04", 94.16, 94.52],
    ["W33", 95.33, 95.06],
  ]);
  const { issues } = read(book("历年.xlsx", PAST), book("2025年.xlsx", form));
  const [found] = issues.filter(({ code }) => code === "data/years-swapped");
  expect(found?.message).toContain("疑似仍是上一年的表");
});

test.each<[string, [string, number, number][]]>([
  ["as they should be", [["W04", 94.52, 94.88]]],
  ["last year's corrected", [["W04", 94.5, 94.88]]],
  ["nothing changed since", [["W04", 94.52, 94.52]]],
  ["a whole number that comes again", [["W39", 240, 231]]],
])("%s: none", (_, rows) => {
  expect(told(...rows)).toEqual([]);
});
