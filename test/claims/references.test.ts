import { describe, expect, it } from "vitest";
import { checkParagraph } from "../../src/claims/check.js";
import { factsOf } from "../../src/claims/facts.js";
import { dataset, reference } from "../score/builder.js";
import { women } from "../plan/shipped.js";

const DATA = dataset(
  { W04: { 2024: "94.5", 2025: "95.5" } },
  {
    references: [reference("W04", 2025, "全国", "95.2"), reference("W04", 2025, "全市", "96")],
  },
);

describe("全国 and 全市", () => {
  it.each([
    ["2025年，孕产妇系统管理率为95.5%，高于全国平均水平。", "agree"],
    ["2025年，孕产妇系统管理率为95.5%，高于全国平均水平（95.2%）。", "agree"],
    ["2025年，孕产妇系统管理率为95.5%，高于全市平均水平。", "differ"],
    ["2025年，孕产妇系统管理率为95.5%，高于全国平均水平（94.2%）。", "differ"],
    ["2024年，孕产妇系统管理率为94.5%，高于全国平均水平。", "unmatched"],
  ])("%s: %s", (text, state) => {
    const checked = checkParagraph(text, factsOf(women, DATA, 2025));
    const beside = checked.filter(({ claim }) => claim.kind === "beside");
    expect(beside.map(({ verdict }) => verdict.state)).toEqual([state]);
  });
});
