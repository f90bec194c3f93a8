import { describe, expect, it } from "vitest";
import type { ReferenceFigure } from "../../../src/data/dataset.js";
import { besideOthers } from "../../../src/report/words/beside-others.js";
import { saidOf } from "../../../src/report/words/row-sentence.js";
import { observation, reference } from "../../score/builder.js";
import { judgedFacts, scored } from "../plans.js";

/** What a row of 2025 says beside others' figures. */
function clause(
  id: string,
  ours: Readonly<Record<number, string>>,
  theirs: readonly ReferenceFigure[],
  counts?: [string, string],
): string {
  const own = Object.entries(ours).map(([year, value]) => observation(id, Number(year), value, counts));
  const { row, matter } = scored(id, ours, { data: { series: { [id]: own }, references: theirs } });
  const facts = judgedFacts(row, matter.scorecard.plan);
  const before = saidOf(facts).notes;
  const { notes, aside } = besideOthers(saidOf, matter.dataset)(facts);
  return [...notes.slice(before.length), aside === "" ? "" : `；${aside}`].join("");
}

const country = (id: string, value: string, more: Partial<ReferenceFigure> = {}) =>
  reference(id, 2025, "全国", value, more);

describe("beside the city and the country", () => {
  it.each([
    ["more of what should rise", "W04", "95.5", "94.9", "高于全国平均水平（94.9%）"],
    ["less of what should rise", "W04", "93", "94.9", "低于全国平均水平（94.9%）"],
    ["less of what should fall", "C05", "3.8", "5.1", "优于全国平均水平（5.1%）"],
    ["more of what should fall", "C05", "5.8", "5.1", "高于全国平均水平（5.1%）"],
    ["a better ratio", "W41", "1.6", "1.5", "优于全国平均水平（1：1.5）"],
    ["a worse ratio", "W41", "1.4", "1.5", "不及全国平均水平（1：1.5）"],
    ["as much", "W04", "94.9", "94.9", ""],
    ["hardly more", "W04", "95", "94.9", ""],
    ["neither way is better", "W37", "43", "50", ""],
    ["a row that is only watched", "W24", "90", "80", ""],
  ])("%s: %s %s against %s", (_, id, ours, theirs, says) => {
    expect(clause(id, { 2025: ours }, [country(id, theirs)])).toBe(says);
  });

  it("compares one year with the same, and names it where it is not the report's", () => {
    const ours = { 2024: "94.5", 2025: "95.5" };
    expect(clause("W04", ours, [reference("W04", 2024, "全国", "94.9")])).toBe(
      "；与全国最近一年的数据相比，2024年的94.50%低于全国平均水平（94.9%）",
    );
    expect(clause("W04", { 2025: "95.5" }, [reference("W04", 2024, "全国", "94.9")])).toBe("");
    expect(clause("W04", { 2022: "90", ...ours }, [reference("W04", 2022, "全国", "93.6")])).toBe("");
  });

  it("tells every place of the nearest one's year, and says of what another 口径 is", () => {
    const below = [country("W04", "96.5"), reference("W04", 2025, "全市", "96")];
    expect(clause("W04", { 2025: "95.5" }, below)).toBe(
      "低于全市平均水平（96%），也低于全国平均水平（96.5%）",
    );
    const earlier = [reference("W04", 2024, "全国", "94.9"), reference("W04", 2025, "全市", "96")];
    expect(clause("W04", { 2024: "94.5", 2025: "95.5" }, earlier)).toBe("低于全市平均水平（96%）");
    const both = [country("W04", "94.9"), reference("W04", 2025, "全市", "96")];
    expect(clause("W04", { 2025: "95.5" }, both)).toBe(
      "低于全市平均水平（96%），但高于全国平均水平（94.9%）",
    );
    expect(clause("W04", { 2025: "95.5" }, [country("W04", "94.9", { scope: "常住人口" })])).toBe(
      "高于全国平均水平（94.9%，口径为常住人口）",
    );
  });

  it("says nothing where 口径 or 来源 is not given, nor of another place", () => {
    expect(clause("W04", { 2025: "95.5" }, [country("W04", "94.9", { vouched: false })])).toBe("");
    expect(clause("W04", { 2025: "95.5" }, [reference("W04", 2025, "江津区", "94.9")])).toBe("");
  });

  it("says nothing where small numbers carry the difference", () => {
    const births = (deaths: string): [string, string] => [deaths, "6236"];
    expect(clause("W03", { 2025: "16.04" }, [country("W03", "14.3")], births("1"))).toBe("");
    expect(clause("W03", { 2025: "0" }, [country("W03", "14.3")], births("0"))).toBe("");
    expect(clause("W03", { 2025: "0" }, [country("W03", "14.3")])).toBe("");
    // 14 deaths: the interval of the rate holds 2.5 per 1000 and not 5.
    expect(clause("C02", { 2025: "2.25" }, [country("C02", "2.5")], births("14"))).toBe("");
    expect(clause("C02", { 2025: "2.25" }, [country("C02", "5.0")], births("14"))).toBe(
      "优于全国平均水平（5.0‰）",
    );
  });
});
