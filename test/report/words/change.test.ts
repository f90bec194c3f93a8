import { describe, expect, it } from "vitest";
import { decimal } from "../../../src/terms/decimal.js";
import { changeSince } from "../../../src/report/words/change.js";
import { uncited } from "../../../src/report/words/cited.js";
import { factsOf } from "../../../src/report/row-facts.js";
import { observation } from "../../score/builder.js";
import { judgedFacts, scored } from "../plans.js";

/** What is said of the change from 2024 to 2025. */
function said(id: string, then: string, now: string, cases?: [string, string]): string {
  const data = cases && {
    series: { [id]: [observation(id, 2024, then), observation(id, 2025, now, cases)] },
  };
  const { row, matter } = scored(id, { 2024: then, 2025: now }, data ? { data } : {});
  const facts = judgedFacts(row, matter.scorecard.plan);
  return uncited(changeSince(facts.scored, facts.scale, { year: 2024, value: decimal(then) }).said);
}

describe("the change table", () => {
  it.each([
    ["% in 百分点", "W04", "93.8", "94.12", "比2024年提高0.32个百分点"],
    ["% that falls", "W34", "96.28", "95.75", "比2024年下降0.53个百分点"],
    ["% that should fall, falling", "C05", "4.23", "4.05", "比2024年降低0.18个百分点"],
    ["% that should fall, rising", "C05", "4.05", "4.23", "比2024年上升0.18个百分点"],
    ["‰ in 千分点", "C04", "4.7", "4.5", "比2024年降低0.20个千分点"],
    ["1/10万 in per cent of the year before", "W03", "13.2", "12.5", "比2024年降低5.3%"],
    ["1/10万 from zero in levels", "W03", "0", "13.3", "由2024年的0升至13.30/10万"],
    ["1/10万 to zero in levels", "W03", "13.3", "0", "由2024年的13.30/10万降至0"],
    ["万人", "W35", "5.92", "6.08", "比2024年增加0.16万人"],
    ["人", "C27", "402", "398", "比2024年减少4人"],
    ["个", "C23", "36", "41", "比2024年增加5个"],
    ["所", "W10", "1", "2", "比2024年增加1所"],
    ["户", "W39", "231", "260", "比2024年增加29户"],
    ["件", "W46", "74", "72", "比2024年减少2件"],
    ["张", "C12", "2.65", "2.71", "比2024年增加0.06张"],
    ["名", "C13a", "0.89", "1.03", "比2024年增加0.14名"],
    ["小时", "C15a", "9.1", "9.2", "比2024年增加0.1小时"],
    ["岁 rises like a rate", "W02", "82.15", "82.19", "比2024年提高0.04岁"],
    ["年 of schooling", "W14", "12.2", "12.1", "比2024年下降0.10年"],
    ["no unit", "W40", "108.66", "108.49", "比2024年下降0.17"],
    ["a ratio in levels", "W41", "1.5", "1.6", "由2024年的1：1.5升至1：1.6"],
    ["nothing", "W04", "94.12", "94.12", "与2024年持平"],
    ["nothing that shows", "W04", "94.121", "94.123", "与2024年持平"],
    ["up to 0.1百分点", "W04", "94.02", "94.12", "与2024年基本持平（提高0.10个百分点）"],
    ["just over 0.1百分点", "W04", "94.01", "94.12", "比2024年提高0.11个百分点"],
    ["up to 0.1千分点", "C02", "2.25", "2.17", "与2024年基本持平（降低0.08个千分点）"],
    ["a row that lives below 0.1", "C17", "0.104", "0.062", "比2024年降低0.042个千分点"],
  ])("tells %s (%s)", (_, id, then, now, says) => {
    expect(said(id, then, now)).toBe(says);
  });

  it.each([
    ["%", "比2024年降低0.70个百分点"],
    ["‰", "比2024年降低0.70个千分点"],
    ["1/万", "比2024年降低5.3%"],
    ["1/10万", "比2024年降低5.3%"],
    ["1/百万", "比2024年降低5.3%"],
  ])("tells the fall of one rate, were it in %s", (unit, says) => {
    const { row, matter } = scored("W03", { 2024: "13.2", 2025: "12.5" });
    const own = judgedFacts(row, matter.scorecard.plan).scored;
    const other = { ...own, indicator: { ...own.indicator, unit } };
    const { scale } = factsOf(other, matter.scorecard.plan);
    expect(changeSince(other, scale, { year: 2024, value: decimal("13.2") }).said).toBe(says);
  });

  it("tells few events in levels and cases, never in per cent", () => {
    expect(said("W03", "13.3", "26.5", ["2", "7547"])).toBe("由2024年的13.30/10万升至26.50/10万（2例）");
    expect(said("C16", "0.020", "0.021", ["4", "190000"])).toBe("由2024年的0.020‰升至0.021‰（4例）");
  });

  it("is re-added from the shown values, not the exact ones", () => {
    // Exact: 0.305. Shown: 94.10 and 94.41.
    expect(said("W04", "94.1", "94.405")).toBe("比2024年提高0.31个百分点");
  });

  it("never prints a change of 0.0%", () => {
    expect(said("W03", "50.02", "50.01")).toBe("比2024年降低0.02%");
  });
});
