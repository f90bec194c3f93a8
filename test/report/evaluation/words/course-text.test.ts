import { describe, expect, it } from "vitest";
import { courseOf, type Course } from "../../../../src/report/evaluation/words/course-text.js";
import type { Values } from "../../../score/builder.js";
import { judgedFacts, scored } from "../../plans.js";

const CASES: readonly { when: string; id: string; values: Values; says: Course }[] = [
  {
    when: "every year is better than the one before",
    id: "W13",
    values: { 2020: "46", 2021: "46.1", 2022: "46.3", 2023: "46.4", 2024: "46.5", 2025: "46.6" },
    says: { kind: "steady", text: "五年来逐年提高" },
  },
  {
    when: "it is better in the end, and fell in one year",
    id: "W13",
    values: { 2020: "46", 2021: "46.4", 2022: "46.2", 2023: "46.4", 2024: "46.5", 2025: "46.6" },
    says: { kind: "turned", years: [2022], now: false },
  },
  {
    when: "it fell by so little that a sentence would tell it as 基本持平",
    id: "W13",
    values: { 2020: "46", 2021: "46.4", 2022: "46.3", 2023: "46.4", 2024: "46.5", 2025: "46.6" },
    says: { kind: "none" },
  },
  {
    when: "it fell on the way and in the year told of",
    id: "W13",
    values: { 2020: "46", 2021: "46.4", 2022: "46.2", 2023: "46.6", 2024: "46.9", 2025: "46.6" },
    says: { kind: "turned", years: [2022], now: true },
  },
  {
    when: "it is worse in the end and has not turned: that it fell on the way goes without saying",
    id: "W13",
    values: { 2020: "46.8", 2021: "46.9", 2022: "45.9", 2023: "46.3", 2024: "46.4", 2025: "46.2" },
    says: { kind: "none" },
  },
  {
    when: "a share that should fall is higher in the end, and has fallen for two years",
    id: "C33",
    values: { 2020: "5.12", 2021: "5.05", 2022: "5.31", 2023: "5.86", 2024: "5.74", 2025: "5.63" },
    says: { kind: "recovering", times: 2 },
  },
  {
    when: "it recovers by so little that it is told as 基本持平",
    id: "C33",
    values: { 2020: "5.12", 2021: "5.05", 2022: "5.31", 2023: "5.86", 2024: "5.84", 2025: "5.81" },
    says: { kind: "none" },
  },
  {
    when: "it is better in the end, and was worse than it began for years",
    id: "C33",
    values: { 2020: "5.12", 2021: "5.05", 2022: "5.41", 2023: "5.36", 2024: "5.31", 2025: "5.08" },
    says: { kind: "belowStart", years: [2022, 2023, 2024] },
  },
  {
    when: "it stays within its band and moves to and fro",
    id: "W15",
    values: { 2020: "45.1", 2021: "45.3", 2022: "45.2", 2023: "45.4", 2024: "45.3", 2025: "45.5" },
    says: { kind: "inBand", text: "五年来在45%左右小幅波动" },
  },
  {
    when: "it stays within its band and moves one way: no wave",
    id: "W15",
    values: { 2020: "43.8", 2021: "44.0", 2022: "44.3", 2023: "44.3", 2024: "44.9", 2025: "45.2" },
    says: { kind: "inBand", text: "五年来保持在45%左右" },
  },
];

describe("the course of a row", () => {
  it.each(CASES)("where $when", ({ id, values, says }) => {
    const { row, matter } = scored(id, values);
    expect(courseOf(judgedFacts(row, matter.scorecard.plan))).toEqual(says);
  });
});
