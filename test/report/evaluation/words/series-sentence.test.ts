import { describe, expect, it } from "vitest";
import { seriesSentence } from "../../../../src/report/evaluation/words/series-sentence.js";
import type { Values } from "../../../score/builder.js";
import { scored } from "../../plans.js";

const CASES: readonly {
  when: string;
  id: string;
  values: Values;
  others?: Record<string, Values>;
  says: string;
}[] = [
  {
    when: "it is short of its target: change, gap, course and pace, all against the baseline",
    id: "W05a",
    values: { 2020: "41.3", 2021: "44", 2022: "46", 2023: "45", 2024: "50", 2025: "52.94" },
    says: "适龄妇女宫颈癌人群筛查率为52.94%，比2020年提高11.64个百分点，距2030年目标值（≥70%）还差17.06个百分点，进度慢于序时进度，其间改善4年、变差1年（2023年），到2030年需年均提高3.41个百分点，近五年年均提高2.33个百分点。",
  },
  {
    when: "it met its target from the start: no pace, and no praise",
    id: "C02",
    values: { 2020: "2.37", 2023: "2.3", 2025: "2.25" },
    says: "婴儿死亡率为2.25‰，比2020年降低0.12个千分点，在2020年即已达标，继续符合2030年目标值要求（＜2.5‰），其间改善2年。",
  },
  {
    when: "there is no baseline: against the year before",
    id: "W07",
    values: { 2025: "97" },
    says: "孕产妇艾滋病、梅毒和乙肝检测率为97.00%，距2030年目标值（≥98%）还差1.00个百分点，因缺基期数据，无法评价进度，到2030年需年均提高0.20个百分点，目前仅有2025年数据。",
  },
  {
    when: "a row is only watched: level and change",
    id: "W20",
    values: { 2020: "25.86", 2024: "27.95", 2025: "28.37" },
    says: "全区中国共产党女党员比例为28.37%，比2020年提高2.51个百分点。",
  },
  {
    when: "a compound row is told part by part, a missing part named",
    id: "W23",
    values: {},
    others: { "W23.1": { 2020: "32.92", 2024: "33.75", 2025: "33.75" }, "W23.2": { 2024: "29.17" } },
    says: "区政协委员中女性比例为33.75%，比2020年提高0.83个百分点，符合“提高”的目标要求，其间改善1年、持平1年，近五年年均提高0.17个百分点。区政协常委中女性比例缺2025年数据（最近一次为2024年的29.17%）。",
  },
  {
    when: "the data are missing",
    id: "W14",
    values: { 2023: "12.1" },
    says: "女性平均受教育年限缺2025年数据（最近一次为2023年的12.10年）。",
  },
];

describe("what the years say of a row", () => {
  it.each(CASES)("$when ($id)", ({ id, values, others = {}, says }) => {
    const { row, matter } = scored(id, values, { others });
    expect(seriesSentence(row, matter)).toBe(says);
  });
});
