import { describe, expect, it } from "vitest";
import { yearsText } from "../../../../src/report/evaluation/words/years-text.js";
import { factsOf } from "../../../../src/report/row-facts.js";
import type { Values } from "../../../score/builder.js";
import { scored } from "../../plans.js";

const CASES: readonly { when: string; id: string; values: Values; says: string }[] = [
  {
    when: "every year was better",
    id: "W05a",
    values: { 2020: "41.3", 2021: "43", 2022: "45", 2023: "47", 2025: "50" },
    says: "其间改善4年",
  },
  {
    when: "a rate that should fall rose in one year and stood in another",
    id: "C14",
    values: { 2020: "31", 2021: "30", 2022: "30.5", 2024: "30.5", 2025: "30" },
    says: "其间改善2年、变差1年（2022年）、持平1年",
  },
  {
    when: "more years were worse than can be named",
    id: "W33",
    values: { 2020: "96", 2021: "95.9", 2022: "95.8", 2023: "95.7", 2025: "95.6" },
    says: "其间变差4年",
  },
  {
    when: "the shown figures are equal, whatever the exact ones",
    id: "W05a",
    values: { 2020: "41.301", 2021: "41.302", 2025: "41.303" },
    says: "其间持平2年",
  },
  {
    when: "there are two figures",
    id: "W09",
    values: { 2020: "88.9", 2025: "90.3" },
    says: "仅有2020年和2025年数据，不足以判断变化过程",
  },
  { when: "there is one figure", id: "C15c", values: { 2025: "7.1" }, says: "" },
  { when: "the row is only watched", id: "W20", values: { 2020: "27", 2024: "28", 2025: "29" }, says: "" },
  { when: "the data are missing", id: "W05a", values: { 2020: "41", 2021: "42", 2022: "43" }, says: "" },
];

describe("the years of a row", () => {
  it.each(CASES)("$when ($id)", ({ id, values, says }) => {
    const { row, matter } = scored(id, values);
    expect(yearsText(factsOf(row, matter.scorecard.plan))).toBe(says);
  });
});
