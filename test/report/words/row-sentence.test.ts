import { describe, expect, it } from "vitest";
import type { Dataset } from "../../../src/data/dataset.js";
import { rowSentence } from "../../../src/report/words/row-sentence.js";
import { observation, siteFigures, type Values } from "../../score/builder.js";
import { scored } from "../plans.js";

interface Case {
  when: string;
  id: string;
  values: Values;
  year?: number;
  others?: Record<string, Values>;
  data?: Partial<Dataset>;
  says: string;
}

/** Read these aloud: they are what a reader of the report gets. */
const CASES: readonly Case[] = [
  {
    when: "the target is met early",
    id: "W04",
    values: { 2020: "92.99", 2024: "94.52", 2025: "94.88" },
    says: "孕产妇系统管理率为94.88%，比2024年提高0.36个百分点，提前达到2030年目标值（≥94%）。",
  },
  {
    when: "the target is met in its year",
    id: "W04",
    values: { 2020: "92.99", 2029: "94.52", 2030: "94.88" },
    year: 2030,
    says: "孕产妇系统管理率为94.88%，比2029年提高0.36个百分点，实现2030年目标值（≥94%）。",
  },
  {
    when: "the target was met at the baseline: kept, not reached early",
    id: "C02",
    values: { 2020: "2.37", 2024: "2.41", 2025: "2.05" },
    says: "婴儿死亡率为2.05‰，比2024年降低0.36个千分点，在2020年即已达标，继续符合2030年目标值要求（＜2.5‰）。",
  },
  {
    when: "a yes/no row stood at its target from the start",
    id: "W10",
    values: { 2020: "1", 2024: "1", 2025: "1" },
    says: "标准化妇幼保健机构数为1所，与2024年持平，在2020年即已达标，继续符合2030年目标值要求（≥1所）。",
  },
  {
    when: "there is nothing yet of a yes/no row",
    id: "W10",
    values: { 2020: "0", 2024: "0", 2025: "0" },
    says: "标准化妇幼保健机构数为0所，与2024年持平，距2030年目标值（≥1所）还差1所。",
  },
  {
    when: "it is on pace",
    id: "C10a",
    values: { 2020: "86.4", 2024: "91.7", 2025: "92.52" },
    says: "0—6岁儿童眼保健操和视力检查覆盖率为92.52%，比2024年提高0.82个百分点，距2030年目标值（≥93%）还差0.48个百分点，进度快于序时进度。",
  },
  {
    when: "it is slow, in a rate that should fall",
    id: "C10c",
    values: { 2020: "63.8", 2024: "62.58", 2025: "62.15" },
    says: "初中生近视率为62.15%，比2024年降低0.43个百分点，距2030年目标值（＜60%）还差2.15个百分点，进度慢于序时进度。",
  },
  {
    when: "it moved away from the target",
    id: "C14",
    values: { 2020: "31.6", 2023: "32.5", 2025: "33.24" },
    says: "12岁儿童龋患率为33.24%，比2023年上升0.74个百分点，距2030年目标值（＜25%）还差8.24个百分点，比2020年更远离目标。",
  },
  {
    when: "it fell back below its target",
    id: "W33",
    values: { 2020: "95.6", 2024: "95.06", 2025: "94.72" },
    says: "女性基本医疗保险参保率为94.72%，比2024年下降0.34个百分点，距2030年目标值（≥95%）还差0.28个百分点，由达标回落为未达标。",
  },
  {
    when: "it had met the target in an earlier year only",
    id: "W38",
    values: { 2020: "62.5", 2024: "100", 2025: "75" },
    says: "婚姻登记机关设立婚姻家庭辅导室覆盖率为75.00%，比2024年下降25.00个百分点，距2030年目标值（100%）还差25.00个百分点，进度慢于序时进度，此前年份曾达标，现已回落。",
  },
  {
    when: "it is near the line",
    id: "C04",
    values: { 2020: "4.8", 2024: "4.61", 2025: "4.49" },
    says: "5岁以下儿童死亡率为4.49‰，比2024年降低0.12个千分点，提前达到2030年目标值（＜4.5‰），与目标界限相差不超过0.01个千分点，处于临界状态。",
  },
  {
    when: "it stands exactly on a strict target, which is not met",
    id: "C04",
    values: { 2020: "4.8", 2024: "4.7", 2025: "4.5" },
    says: "5岁以下儿童死亡率为4.50‰，比2024年降低0.20个千分点，恰在目标界限上，尚未低于2030年目标值（＜4.5‰），进度快于序时进度。",
  },
  {
    when: "it stands exactly on a target that this meets",
    id: "W04",
    values: { 2020: "92.99", 2024: "93.88", 2025: "94" },
    says: "孕产妇系统管理率为94.00%，比2024年提高0.12个百分点，提前达到2030年目标值（≥94%），恰好达到目标界限，没有余量。",
  },
  {
    when: "the target is the natural limit: there is no line to slip over",
    id: "W38",
    values: { 2020: "62.5", 2024: "75", 2025: "100" },
    says: "婚姻登记机关设立婚姻家庭辅导室覆盖率为100.00%，比2024年提高25.00个百分点，提前达到2030年目标值（100%）。",
  },
  {
    when: "whole things are counted site by site: as many as are asked for, in whole numbers",
    id: "C13b",
    values: {},
    data: { groups: siteFigures("C13b", 2025, { 五间镇卫生院: "1", 板桥镇卫生院: "2" }, "机构") },
    says: "每所乡镇卫生院、社区卫生服务中心配备提供规范儿童基本医疗服务的全科医生数最少的机构为1名，已达到2030年目标值（≥1名），目前仅有2025年数据。",
  },
  {
    when: "the sites themselves were reported with a digit",
    id: "C13c",
    values: {},
    data: { groups: siteFigures("C13c", 2025, { 五间镇卫生院: "1.5", 板桥镇卫生院: "2" }, "机构") },
    says: "每所乡镇卫生院、社区卫生服务中心配备专业从事儿童保健的医生数最少的机构为1.5名，距2030年目标值（≥2名）还差0.5名，因缺基期数据，无法评价进度，五间镇卫生院未达标，目前仅有2025年数据。",
  },
  {
    when: "the shown digits would hide that the target is met",
    id: "W03",
    values: { 2020: "12.47", 2024: "12.5", 2025: "7.998" },
    says: "孕产妇死亡率为7.998/10万，比2024年降低36.0%，提前达到2030年目标值（＜8/10万），与目标界限相差不超过0.01/10万，处于临界状态。",
  },
  {
    when: "it is inside the band, hardly changed",
    id: "W15",
    values: { 2024: "45.87", 2025: "45.8" },
    says: "就业人员中女性比例为45.80%，与2024年基本持平（下降0.07个百分点），处于2030年目标区间（42.5%—47.5%）内。",
  },
  {
    when: "it is above the band",
    id: "W32b",
    values: { 2020: "60", 2024: "61", 2025: "61.5" },
    says: "社区居委会成员中女性比例为61.50%，比2024年提高0.50个百分点，高于2030年目标区间（52.5%—57.5%），按达标计。",
  },
  {
    when: "it is below the band",
    id: "W16",
    values: { 2020: "35.2", 2024: "35.92", 2025: "36.1" },
    says: "城镇单位就业人员中的女性比例为36.10%，比2024年提高0.18个百分点，距2030年目标区间（37.5%—42.5%）还差1.40个百分点，进度慢于序时进度。",
  },
  {
    when: "the data are missing",
    id: "W14",
    values: { 2023: "12.1" },
    says: "女性平均受教育年限缺2025年数据（最近一次为2023年的12.10年）。",
  },
  {
    when: "there never were data",
    id: "C26",
    values: {},
    says: "残疾儿童康复服务覆盖率缺2025年数据。",
  },
  {
    when: "a past year was revised",
    id: "C20",
    values: { 2020: "85", 2024: "88.2", 2025: "88.45" },
    data: {
      revisions: [
        {
          indicator: "C20",
          year: 2024,
          old: observation("C20", 2024, "88.02"),
          new: observation("C20", 2024, "88.2"),
        },
      ],
    },
    says: "学前教育普惠率为88.45%，比2024年提高0.25个百分点，距2030年目标值（≥90%）还差1.55个百分点，进度快于序时进度，2024年数据由88.02%修订为88.20%。",
  },
  {
    when: "there is one year and no baseline",
    id: "C15c",
    values: { 2025: "7.1" },
    says: "高中生每天睡眠时间为7.1小时，距2030年目标值（≥8小时）还差0.9小时，因缺基期数据，无法评价进度，目前仅有2025年数据。",
  },
  {
    when: "the baseline is a later year's",
    id: "C11",
    values: { 2021: "44.8", 2024: "50.62", 2025: "52.4" },
    says: "中小学生《国家学生体质健康标准》达标优良率为52.40%，比2024年提高1.78个百分点，距2030年目标值（≥60%）还差7.60个百分点，进度快于序时进度，以2021年为基期评价。",
  },
  {
    when: "the baseline is doubtful",
    id: "W02",
    values: { 2024: "82.15", 2025: "82.19" },
    says: "妇女人均预期寿命为82.19岁，比2024年提高0.04岁，距2030年目标值（≥82.3岁）还差0.11岁，进度快于序时进度，基期数据存疑，进度评价仅供参考。",
  },
  {
    when: "a direction holds",
    id: "W36",
    values: { 2020: "6.85", 2024: "7.88", 2025: "8.03" },
    says: "女性工伤保险参保人数为8.03万人，比2024年增加0.15万人，比2020年增加1.18万人，符合“提高”的目标要求。",
  },
  {
    when: "a direction is level with its baseline",
    id: "W44",
    values: { 2020: "42.86", 2024: "42.45", 2025: "42.86" },
    says: "女性法官占比为42.86%，比2024年提高0.41个百分点，与2020年持平，尚未体现“提高”的目标要求。",
  },
  {
    when: "a direction is level with its baseline when the plan ends",
    id: "W44",
    values: { 2020: "42.86", 2029: "43", 2030: "42.86" },
    year: 2030,
    says: "女性法官占比为42.86%，比2029年下降0.14个百分点，与2020年持平，尚未体现“提高”的目标要求。",
  },
  {
    when: "a target is all but reached when the plan ends",
    id: "W05a",
    values: { 2020: "41.3", 2029: "68", 2030: "69.5" },
    year: 2030,
    says: "适龄妇女宫颈癌人群筛查率为69.50%，比2029年提高1.50个百分点，距2030年目标值（≥70%）还差0.50个百分点，基本实现目标。",
  },
  {
    when: "a direction goes the wrong way",
    id: "C33",
    values: { 2020: "5.12", 2024: "5.74", 2025: "5.63" },
    says: "抓获刑事案件犯罪嫌疑人中未成年人占比为5.63%，比2024年降低0.11个百分点，比2020年上升0.51个百分点，与“降低”的目标方向不一致。",
  },
  {
    when: "a direction stands at its natural limit",
    id: "W42",
    values: { 2020: "100", 2024: "100", 2025: "100" },
    says: "城镇集中式饮水水源水质达标率为100.00%，与2024年、2020年均持平，已达上限，无提高空间。",
  },
  {
    when: "逐年提高 broke off in one year",
    id: "W01",
    values: { 2020: "58.32", 2021: "61.05", 2022: "60.47", 2023: "63.9", 2024: "66.15", 2025: "68.28" },
    says: "婚前医学检查率为68.28%，比2024年提高2.13个百分点，比2020年提高9.96个百分点，但2022年未比上一年提高，未做到“逐年提高”。",
  },
  {
    when: "逐步提高 slid back against last year",
    id: "W05b",
    values: { 2020: "36.2", 2024: "51.22", 2025: "50.48" },
    says: "适龄妇女乳腺癌人群筛查率为50.48%，比2024年下降0.74个百分点，比2020年提高14.28个百分点，但未能保持2024年水平，未做到“逐步提高”。",
  },
  {
    when: "明显降低 has no size in the text",
    id: "W19",
    values: { 2020: "0.0412", 2024: "0.0351", 2025: "0.0322" },
    says: "女职工职业病发病率为0.0322%，比2024年降低0.0029个百分点，比2020年降低0.0090个百分点，《规划》未规定“明显降低”的幅度，按优于基期判定为符合要求。",
  },
  {
    when: "cases are counted in 件",
    id: "W46",
    values: { 2020: "86", 2024: "74", 2025: "72" },
    says: "杀害、强奸、伤害、侮辱、拐卖妇女刑事案件发生数为72件，比2024年减少2件，比2020年减少14件，符合“得到控制”的目标要求。",
  },
  {
    when: "a row is only watched",
    id: "W20",
    values: { 2024: "27.95", 2025: "28.37" },
    says: "全区中国共产党女党员比例为28.37%，比2024年提高0.42个百分点。",
  },
  {
    when: "another row of the same year is the measure, and the gap narrows",
    id: "W21",
    values: { 2020: "24.6", 2024: "27.35", 2025: "27.35" },
    others: { W20: { 2020: "25.86", 2025: "28.37" } },
    says: "区党代会女代表比例为27.35%，与2024年持平，低于同年全区中国共产党女党员比例（28.37%）1.02个百分点，差距比2020年缩小。",
  },
  {
    when: "the row to compare with has no data",
    id: "W30",
    values: { 2024: "37.62", 2025: "38.1" },
    says: "企业职工代表大会中女性比例为38.10%，比2024年提高0.48个百分点，因缺同年企业职工中女性比例数据，暂不判定。",
  },
  {
    when: "a ratio is told in levels",
    id: "W41",
    values: { 2020: "1.3", 2024: "1.4", 2025: "1.7" },
    says: "城镇公共厕所男女厕位比由2024年的1：1.4升至1：1.7，提前达到2030年目标要求（不低于2：3）。",
  },
  {
    when: "a compound row is told part by part, a missing part named",
    id: "W23",
    values: {},
    others: { "W23.1": { 2020: "32.92", 2024: "33.75", 2025: "33.75" }, "W23.2": { 2024: "29.17" } },
    says: "区政协委员中女性比例为33.75%，与2024年持平，比2020年提高0.83个百分点，符合“提高”的目标要求。区政协常委中女性比例缺2025年数据（最近一次为2024年的29.17%）。",
  },
  {
    when: "every site must meet it: the worst is told, the failing are named, missing sites are counted",
    id: "C07",
    values: {},
    data: { groups: siteFigures("C07", 2025, { 松溉镇: "97.33", 大安街道: "98.91", 红炉镇: "97.86" }) },
    says: "以乡镇（街道）为单位的适龄儿童免疫规划疫苗接种率最低的镇街为97.33%，距2030年目标值（≥98%）还差0.67个百分点，因缺基期数据，无法评价进度，松溉镇、红炉镇未达标，有数据的镇街为3/23个，目前仅有2025年数据。",
  },
  {
    when: "only the district's figure is known of such a row",
    id: "C07",
    values: { 2020: "96.8", 2024: "98.2", 2025: "98.4" },
    says: "以乡镇（街道）为单位的适龄儿童免疫规划疫苗接种率为98.40%，比2024年提高0.20个百分点，提前达到2030年目标值（≥98%），未报送分镇街数据，按全区数据判定。",
  },
];

describe("the sentence of a row", () => {
  it.each(CASES)("$when ($id)", ({ id, values, year = 2025, others = {}, data = {}, says }) => {
    const { row, matter } = scored(id, values, { year, others, data });
    expect(rowSentence(row, matter)).toBe(says);
  });

  it("gives a rate of few cases its interval and the rate of three years together", () => {
    const deaths = {
      W03: [
        observation("W03", 2023, "0", ["0", "6400"]),
        observation("W03", 2024, "0", ["0", "6300"]),
        observation("W03", 2025, "0", ["0", "6236"]),
      ],
    };
    const { row, matter } = scored("W03", {}, { data: { series: deaths } });
    expect(rowSentence(row, matter)).toMatch(/，95%置信区间为0.*—59\.15\/10万.*，2023—2025年合并为0/u);
  });

  it("tells one death in levels and cases, with the interval that caps the alert", () => {
    const deaths = {
      W03: [
        observation("W03", 2020, "12.47"),
        observation("W03", 2024, "0", ["0", "6400"]),
        observation("W03", 2025, "16.04", ["1", "6236"]),
      ],
    };
    const { row, matter } = scored("W03", {}, { data: { series: deaths } });
    expect(rowSentence(row, matter)).toBe(
      "孕产妇死亡率由2024年的0升至16.04/10万（1例），距2030年目标值（＜8/10万）还差8.04/10万，比2020年更远离目标，此前年份曾达标，现已回落，95%置信区间为0.41/10万—89.35/10万，包含目标值。",
    );
  });
});
