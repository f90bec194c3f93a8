import { describe, expect, it } from "vitest";
import { courseText } from "../../../../src/report/evaluation/words/course-text.js";
import type { Values } from "../../../score/builder.js";
import { judgedFacts, scored } from "../../plans.js";

const CASES: readonly { when: string; id: string; values: Values; says: string }[] = [
  {
    when: "every year is better than the one before",
    id: "W13",
    values: { 2020: "46", 2021: "46.1", 2022: "46.3", 2023: "46.4", 2024: "46.5", 2025: "46.6" },
    says: "五年来逐年提高",
  },
  {
    when: "it is better in the end, and fell in one year",
    id: "W13",
    values: { 2020: "46", 2021: "46.4", 2022: "46.2", 2023: "46.4", 2024: "46.5", 2025: "46.6" },
    says: "其间2022年有所回落",
  },
  {
    when: "it fell by so little that a sentence would tell it as 基本持平",
    id: "W13",
    values: { 2020: "46", 2021: "46.4", 2022: "46.3", 2023: "46.4", 2024: "46.5", 2025: "46.6" },
    says: "",
  },
  {
    when: "it fell on the way and in the year told of",
    id: "W13",
    values: { 2020: "46", 2021: "46.4", 2022: "46.2", 2023: "46.6", 2024: "46.9", 2025: "46.6" },
    says: "但2022年、2025年有所回落",
  },
  {
    when: "it is worse in the end: that it fell on the way goes without saying",
    id: "W13",
    values: { 2020: "46.8", 2021: "46.9", 2022: "45.9", 2023: "46.0", 2024: "46.1", 2025: "46.2" },
    says: "",
  },
  {
    when: "a share that should fall is higher in the end",
    id: "C33",
    values: { 2020: "5.12", 2021: "5.05", 2022: "5.31", 2023: "5.86", 2024: "5.74", 2025: "5.63" },
    says: "",
  },
  {
    when: "it stays within its band and moves to and fro",
    id: "W15",
    values: { 2020: "45.1", 2021: "45.3", 2022: "45.2", 2023: "45.4", 2024: "45.3", 2025: "45.5" },
    says: "五年来在45%左右小幅波动",
  },
  {
    when: "it stays within its band and moves one way: no wave",
    id: "W15",
    values: { 2020: "43.8", 2021: "44.0", 2022: "44.3", 2023: "44.3", 2024: "44.9", 2025: "45.2" },
    says: "五年来保持在45%左右",
  },
];

describe("the course of a row", () => {
  it.each(CASES)("where $when", ({ id, values, says }) => {
    const { row, matter } = scored(id, values);
    expect(courseText(judgedFacts(row, matter.scorecard.plan))).toBe(says);
  });
});
