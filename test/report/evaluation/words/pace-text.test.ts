import { describe, expect, it } from "vitest";
import { paceText } from "../../../../src/report/evaluation/words/pace-text.js";
import { factsOf } from "../../../../src/report/row-facts.js";
import type { Values } from "../../../score/builder.js";
import { observation } from "../../../score/builder.js";
import { scored } from "../../plans.js";

interface Case {
  when: string;
  id: string;
  values: Values;
  year?: number;
  says: string;
}

const CASES: readonly Case[] = [
  {
    when: "a share is short of its target",
    id: "W05a",
    values: { 2020: "41.3", 2025: "52.94" },
    says: "到2030年需年均提高3.41个百分点，近五年年均提高2.33个百分点",
  },
  {
    when: "a rate should fall and rose",
    id: "C14",
    values: { 2020: "31.6", 2025: "33.24" },
    says: "到2030年需年均降低1.65个百分点，近五年年均上升0.33个百分点",
  },
  {
    when: "the steps are finer than the digits of the row: two digits that count are shown",
    id: "W11",
    values: { 2020: "99.86", 2025: "99.92" },
    says: "到2030年需年均提高0.016个百分点，近五年年均提高0.012个百分点",
  },
  {
    when: "nothing has moved",
    id: "C15c",
    values: { 2021: "7.1", 2025: "7.1" },
    says: "到2030年需年均增加0.18小时",
  },
  {
    when: "the target is a range: by how much the distance from it shrinks",
    id: "W40",
    values: { 2020: "109.62", 2025: "108.49" },
    says: "与目标的差距到2030年需年均缩小0.30，近五年年均缩小0.23",
  },
  {
    when: "the gap is told from the middle of a band and the pace leads to its edge: the two do not divide",
    id: "W37",
    values: { 2020: "43.85", 2025: "43.25" },
    says: "",
  },
  {
    when: "the target is a direction: its change since the baseline is told",
    id: "W35",
    values: { 2020: "6.08", 2025: "5.12" },
    says: "",
  },
  {
    when: "one year is left, and one has gone",
    id: "W05a",
    values: { 2028: "60", 2029: "64" },
    year: 2029,
    says: "到2030年需提高6.00个百分点，近一年提高4.00个百分点",
  },
  {
    when: "there is no baseline: only what is needed",
    id: "C10a",
    values: { 2025: "90" },
    says: "到2030年需年均提高0.60个百分点",
  },
  {
    when: "the plan has ended",
    id: "W05a",
    values: { 2020: "41.3", 2030: "63.5" },
    year: 2030,
    says: "",
  },
  { when: "it is on its way", id: "C10a", values: { 2020: "86.4", 2025: "92.52" }, says: "" },
  { when: "the target is met", id: "W04", values: { 2020: "92.99", 2025: "95" }, says: "" },
  { when: "the row is only watched", id: "W20", values: { 2020: "27", 2025: "28.37" }, says: "" },
  { when: "the thing is there or not", id: "W10", values: { 2020: "0", 2025: "0" }, says: "" },
  { when: "the figure is a ratio", id: "W41", values: { 2020: "1.3", 2025: "1.4" }, says: "" },
  { when: "the data are missing", id: "W05a", values: { 2020: "41.3" }, says: "" },
  {
    when: "a direction is level with its baseline, as has been said",
    id: "W44",
    values: { 2020: "42.86", 2025: "42.86" },
    says: "",
  },
  {
    when: "a strict target is missed by nothing: the gap says so",
    id: "C22",
    values: { 2020: "100", 2025: "100" },
    says: "",
  },
];

describe("the pace of a row", () => {
  it.each(CASES)("$when ($id)", ({ id, values, year = 2025, says }) => {
    const { row, matter } = scored(id, values, { year });
    expect(paceText(factsOf(row, matter.scorecard.plan))).toBe(says);
  });

  it("is worked out from the shown figures, so that a reader finds the same", () => {
    // 52.444 and 41.296 are shown as 52.44 and 41.30: (52.44−41.30)/5 is 2.228, (70−52.44)/5 is 3.512.
    const { row, matter } = scored("W05a", { 2020: "41.296", 2025: "52.444" });
    expect(paceText(factsOf(row, matter.scorecard.plan))).toBe(
      "到2030年需年均提高3.51个百分点，近五年年均提高2.23个百分点",
    );
  });

  it("says nothing of few events: one case more or less is no pace", () => {
    const series = {
      W03: [observation("W03", 2020, "12.47"), observation("W03", 2025, "16.04", ["1", "6236"])],
    };
    const { row, matter } = scored("W03", {}, { data: { series } });
    expect(paceText(factsOf(row, matter.scorecard.plan))).toBe("");
  });
});
