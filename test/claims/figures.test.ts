import { describe, expect, it, test } from "vitest";
import { decimal } from "../../src/terms/decimal.js";
import { checkProse } from "../../src/run/check-prose.js";
import { parseNarrative } from "../../src/narrative/parse.js";
import { partOf } from "../../src/narrative/read.js";
import { everySlot, slotsFor } from "../../src/narrative/slots.js";
import { children, DATA, datasetWith, FILE, slips, women } from "./manuscript.js";

describe("a figure beside an indicator's name and a year", () => {
  it.each([
    "2025年，孕产妇系统管理率达到94.88%。",
    "2025年，孕产妇系统管理率达到94.9%。",
    "2025年，孕产妇系统管理率达到95%。",
    "2025年全区孕产妇系统管理率为94.88%，比2020年提高1.89个百分点，比2024年提高0.36个百分点。",
    "2025年永川区孕产妇系统管理率由2020年的92.99%提高到94.88%。",
    "孕产妇系统管理率由2020年的92.99%提高到2025年的94.88%。",
    "2020—2025年，孕产妇系统管理率由92.99%提高到94.88%。",
    "孕产妇系统管理率持续稳步提升，２０２５年达到９４．８８％。",
    "截至2025年底，孕产妇 系统\n管理率已达94.88%。",
    "本年度，孕产妇系统管理率为94.88%，同比提高0.36个百分点。",
    "2025年，孕产妇系统管理率、女性基本养老保险参保率分别为94.88%和96.75%。",
    "2025年，区人大代表和区人大常委会委员中女性比例分别为30.08%和24.24%。",
    "2025年，女性失业保险参保人数为6.08万人，比2020年增加0.96万人，增长18.8%。",
    "2025年，女性失业保险参保人数为6.08万人，比2020年增长18.8%。",
    "2025年，孕产妇死亡率为16.04/10万。",
    "2025年，出生人口性别比为108.49，比2020年下降1.13。",
    "2025年，城镇公共厕所男女厕位比为1：1.6。",
  ])("that agrees is left alone: %s", (text) => {
    expect(slips(text)).toEqual([]);
  });

  it.each([
    ["2025年，孕产妇系统管理率达到94.8%。", "wrong-figure 94.8"],
    ["2025年，孕产妇系统管理率达到**94.78%**。", "wrong-figure 94.7"],
    ["2025年，孕产妇系统管理率达到9488%。", "wrong-figure 9488"],
    ["2025年，孕产妇系统管理率为8成。", "wrong-figure 8成。"],
    ["2025年全区孕产妇 系统管理率９４．７％。", "wrong-figure ９４．７"],
    ["今年，孕产妇系统管理率为94.52%。", "wrong-figure 94.5"],
    ["截至2025年末，孕产妇系统管理率已达93.88%。", "wrong-figure 93.8"],
    ["孕产妇系统管理率由2020年的92.89%提高到2025年的94.88%。", "wrong-figure 92.8"],
    ["孕产妇系统管理率由2020年的92.99%提高到95.88%。", "wrong-figure 95.8"],
    ["2020—2025年，孕产妇系统管理率由92.99%提高到94.52%。", "wrong-figure 94.5"],
    ["孕产妇系统管理率稳步提升，2025年达到94.52%。", "wrong-figure 94.5"],
    ["2025年，孕产妇保健系统管理率为94.52%。", "wrong-figure 94.5"],
    ["2025年，孕产妇系统管理率、女性基本养老保险参保率分别为94.88%和96.57%。", "wrong-figure 96.5"],
    ["孕产妇系统管理率和女性基本养老保险参保率2025年分别达到96.75%、94.88%。", "wrong-figure 96.7"],
    ["2025年，女性失业保险参保人数为60.8万人。", "wrong-figure 60.8"],
    ["2025年，孕产妇死亡率为16.04‰。", "wrong-figure 16.0"],
    ["2025年，出生人口性别比为108.94。", "wrong-figure 108."],
    ["2025年，孕产妇系统管理率为94.88%，比2020年提高1.98个百分点。", "wrong-change 1.98"],
    ["2025年，孕产妇系统管理率为94.88%，比2020年下降1.89个百分点。", "wrong-change 1.89"],
    ["2025年，孕产妇系统管理率比上年提高0.63个百分点。", "wrong-change 0.63"],
    ["2025年，女性失业保险参保人数比2020年增长16.8%。", "wrong-change 16.8"],
    ["2025年，孕产妇死亡率比2024年上升5.3%。", "wrong-change 5.3%"],
    ["孕产妇系统管理率达到94.5%。", "wrong-figure 94.5"],
    ["2025年，孕产妇系统管理率累计提高9.9个百分点。", "wrong-change 9.9个"],
  ])("that disagrees is found where it stands: %s", (text, found) => {
    const slip = slips(text);
    expect(slip).toHaveLength(text.includes("96.75%、94.88%") ? 2 : 1);
    expect(slip[0]).toBe(found);
  });

  it.each([
    ["a target", "2025年，孕产妇系统管理率要达到95%以上。"],
    ["a target", "力争到2030年，孕产妇系统管理率达到96%。"],
    ["a target", "2025年，孕产妇系统管理率已达到94%的规划目标。"],
    ["a target", "孕产妇系统管理率（目标≥94%）持续向好。"],
    ["a year that is not the figure's", "2021年印发方案，孕产妇系统管理率达到94.88%。"],
    ["a year that is not the figure's", "自2021年以来，孕产妇系统管理率达到94.88%。"],
    ["a year that is not the figure's", "2021年启动的孕产妇系统管理率提升行动覆盖23个镇街。"],
    ["half a year", "2025年1—6月，孕产妇系统管理率为93.2%。"],
    ["about", "2025年，孕产妇系统管理率达到93%左右。"],
    ["a range", "2025年，孕产妇系统管理率为90%—95%。"],
    ["another place", "2025年，全市孕产妇系统管理率为93.5%。"],
    ["another place", "2025年，大安街道孕产妇系统管理率为91.2%。"],
    ["another group", "2025年，农村孕产妇系统管理率为91.2%。"],
    ["another quantity", "2025年，孕产妇系统管理率提升专项培训120人次。"],
    ["another quantity", "2025年，孕产妇死亡1例。"],
    ["another quantity", "2025年，孕产妇系统管理率达标镇街为20个。"],
    ["part of the whole", "2025年，孕产妇系统管理率为94.88%，其中农村93.1%。"],
    ["a year without data", "2022年，孕产妇系统管理率为99.9%。"],
    ["a year after the report's", "2026年，孕产妇系统管理率为99.9%。"],
    ["one figure for two names", "2025年，孕产妇系统管理率和女性基本养老保险参保率分别为1.1%。"],
    ["a name inside another", "2025年，每16岁以下儿童生长迟缓率为9.9%。"],
  ])("that may be something else is left alone (%s): %s", (_why, text) => {
    expect(slips(text, text.includes("儿童") ? children : women)).toEqual([]);
  });

  it("says what is right and in which cell, and that a point may be lost", () => {
    const text = "# 原因分析\n2025年，孕产妇系统管理率达到9488%，比2020年提高2个百分点。\n";
    const parsed = parseNarrative(FILE, text, everySlot(women));
    const reading = partOf(parsed, slotsFor("midterm", women), everySlot(women));
    const [level, change] = checkProse(reading, women, DATA, 2025).issues;
    expect(level).toMatchObject({
      code: "narrative/wrong-figure",
      where: { file: FILE, line: 2, column: 17 },
    });
    expect(level?.message).toContain("94.88%，可能丢了小数点");
    expect(level?.hint).toContain("监测数据.xlsx“指标数据”H5");
    expect(level?.frame).toContain("孕产妇系统管理率");
    expect(change).toBeUndefined();
  });

  test("a change of whole points agrees when the shown difference rounds to it", () => {
    expect(slips("2025年，孕产妇系统管理率比2020年提高2个百分点。")).toEqual([]);
    expect(slips("2025年，孕产妇系统管理率比2020年提高1个百分点。")).toEqual(["wrong-change 1个百分"]);
  });

  test("a figure is rounded once, from the cell, as the plan rounds", () => {
    const data = datasetWith({ W04: { 2025: "94.845" } });
    expect(slips("2025年，孕产妇系统管理率为94.85%。", women, data)).toEqual([]);
    expect(slips("2025年，孕产妇系统管理率为94.9%。", women, data)).toHaveLength(1);
    const even = { ...women, method: { ...women.method, rounding: "halfEven" as const } };
    expect(slips("2025年，孕产妇系统管理率为94.85%。", even, data)).toHaveLength(1);
  });

  test(
    "any right figure, in any number of digits, is left alone; the next one up is not",
    { tags: ["patience"] },
    () => {
      for (let hundredths = 1; hundredths <= 10_000; hundredths += 1499) {
        const value = decimal(hundredths).div(100);
        const data = datasetWith({ W04: { 2025: value.toString() } });
        const say = (figure: string) => slips(`2025年，孕产妇系统管理率为${figure}%。`, women, data);
        for (const digits of [0, 1, 2, 3]) {
          expect(say(value.toFixed(digits, 4))).toEqual([]);
          expect(say(value.plus(decimal(10).pow(-digits)).toFixed(digits, 4))).toHaveLength(1);
        }
      }
    },
  );
});
