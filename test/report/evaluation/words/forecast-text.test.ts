import { describe, expect, it } from "vitest";
import { forecastsOf, type Forecast } from "../../../../src/report/evaluation/forecast.js";
import { forecastText } from "../../../../src/report/evaluation/words/forecast-text.js";
import { observation, type Values } from "../../../score/builder.js";
import { children, scored, women } from "../../plans.js";

function forecast(id: string, values: Values): Forecast | undefined {
  const { matter } = scored(id, values);
  return forecastsOf(matter.scorecard).find((each) => each.scored.id === id);
}

const CASES: readonly { when: string; id: string; values: Values; says: string }[] = [
  {
    when: "it is reached in time",
    id: "C10a",
    values: { 2020: "86.4", 2025: "92.52" },
    says: "0—6岁儿童眼保健操和视力检查覆盖率2030年预计为98.64%（直线外推），按目前速度预计2026年达到2030年目标值（≥93%）",
  },
  {
    when: "it is reached too late",
    id: "W05a",
    values: { 2020: "41.3", 2025: "52.94" },
    says: "适龄妇女宫颈癌人群筛查率2030年预计为64.58%（直线外推），距2030年目标值（≥70%）还差5.42个百分点，按目前速度预计2033年达到",
  },
  {
    when: "it moves away",
    id: "C14",
    values: { 2020: "31.6", 2025: "33.24" },
    says: "12岁儿童龋患率2030年预计为34.88%（直线外推），距2030年目标值（＜25%）还差9.88个百分点，按目前速度不能达到",
  },
  {
    when: "a death rate falls by a share a year",
    id: "C04",
    values: { 2020: "8", 2025: "6" },
    says: "5岁以下儿童死亡率2030年预计为4.50‰（按年均变化率外推），恰在目标界限上，尚未低于2030年目标值（＜4.5‰），按目前速度预计2031年达到",
  },
  {
    when: "the figure of 2030 would round to its target: more digits are shown",
    id: "W05a",
    values: { 2020: "41.3", 2025: "55.649" },
    says: "适龄妇女宫颈癌人群筛查率2030年预计为69.998%（直线外推），距2030年目标值（≥70%）还差0.002个百分点，按目前速度预计2031年达到",
  },
  {
    when: "the baseline is doubtful",
    id: "W02",
    values: { 2025: "82.19" },
    says: "妇女人均预期寿命2030年预计为82.38岁（直线外推），按目前速度预计2028年达到2030年目标值（≥82.3岁），基期数据存疑，仅供参考",
  },
  {
    when: "it enters its band",
    id: "W40",
    values: { 2020: "109.62", 2025: "108.49" },
    says: "出生人口性别比2030年预计为107.36（直线外推），距平衡区间（103—107）还差0.36，按目前速度预计2032年达到",
  },
];

describe("the forecast of a row", () => {
  it.each(CASES)("$when ($id)", ({ id, values, says }) => {
    expect(forecastText(forecast(id, values)!, id.startsWith("W") ? women : children)).toBe(says);
  });

  it("is not made for few events, nor without a baseline, and says why", () => {
    const series = {
      W03: [observation("W03", 2020, "12.47"), observation("W03", 2025, "16.04", ["1", "6236"])],
    };
    const { matter } = scored("W03", {}, { data: { series } });
    const [few] = forecastsOf(matter.scorecard);
    expect(few).toMatchObject({ prospect: "untold", why: "事件数少、年度间波动大" });
    expect(forecastText(few!, women)).toBe("");
    expect(forecast("C15c", { 2025: "7.1" })).toMatchObject({ prospect: "untold", why: "缺基期数据" });
  });

  it("is made for numeric rows that have not met their target, and for no others", () => {
    expect(forecast("W04", { 2020: "92.99", 2025: "95" })).toBeUndefined();
    expect(forecast("W43", { 2020: "38", 2025: "37" })).toBeUndefined();
    expect(forecast("W10", { 2020: "0", 2025: "0" })).toBeUndefined();
    expect(forecast("W05a", { 2020: "41.3" })).toBeUndefined();
  });
});
