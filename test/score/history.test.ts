import { describe, expect, test } from "vitest";
import { decimal } from "../../src/terms/decimal.js";
import { atLeast, fromText, row, score, type Values } from "./builder.js";

const inText = fromText("80");

describe("the baseline: the data's, else the text's, else the earliest later year, else none", () => {
  test.each<[string, typeof inText | null, Values, unknown]>([
    ["the data win", inText, { 2020: "81", 2021: "82", 2025: "85" }, ["data", 2020, "81"]],
    ["the text's", inText, { 2021: "82", 2025: "85" }, ["source", 2020, "80"]],
    ["the earliest later year", null, { 2022: "82", 2023: "83", 2025: "85" }, ["fallback", 2022, "82"]],
    ["none", null, { 2025: "85" }, null],
    ["a later year is none", null, { 2025: "85", 2026: "86" }, null],
    ["a year before the baseline's is none", null, { 2019: "70", 2025: "85" }, null],
    ["a text's figure of year t or later is none", fromText("80", null, 2025), { 2025: "85" }, null],
  ])("%s", (_, baseline, values, expected) => {
    const used = score(row(atLeast("90"), { baseline }), values).baseline;
    expect(used && [used.origin, used.year, used.value.toString()]).toEqual(expected);
  });
});

test("last year is the latest earlier year with data; the text's baseline is no data", () => {
  const one = row(atLeast("90"), { baseline: inText });
  expect(score(one, { 2020: "80", 2022: "83", 2025: "85" }).previous).toEqual({
    year: 2022,
    value: decimal(83),
  });
  expect(score(one, { 2020: "81", 2025: "85" }).previous?.year).toBe(2020);
  expect(score(one, { 2025: "85" }).previous).toBeNull();
});

test("without data since the baseline year, the latest from before it is told, and no rule looks at it", () => {
  const one = row(atLeast("90"));
  expect(score(one, { 2017: "95", 2018: "96" })).toMatchObject({
    status: "noData",
    previous: { year: 2018, value: decimal(96) },
    baseline: null,
    series: [],
  });
  expect(score(one, { 2018: "96", 2021: "80" }).previous?.year).toBe(2021);
  expect(score(one, { 2018: "96", 2025: "85" }).previous).toBeNull();
  // The text's baseline is later than the figure, and no figure of the data.
  expect(score(row(atLeast("90"), { baseline: inText }), { 2018: "96" }).previous).toBeNull();
});

test("the series ends with year t", () => {
  const { series } = score(row(atLeast("90")), { 2020: "80", 2024: "84", 2025: "85" }, 2024);
  expect(series.map(({ year }) => year)).toEqual([2020, 2024]);
});
