import fc from "fast-check";
import { expect, it } from "vitest";
import { formWorkbook } from "../../src/forms/write/form-workbook.js";
import { reporterForms } from "../../src/forms/write/reporter-forms.js";
import { annualModel } from "../../src/report/annual.js";
import { explainRow } from "../../src/report/explain/explain.js";
import { loadPlan } from "../../src/plan/load.js";
import type { Plan } from "../../src/plan/plan.js";
import { traitsOf } from "../../src/plan/target-kinds.js";
import { scorePlan } from "../../src/score/score.js";
import { dataset, siteFigures, type Values } from "../score/builder.js";
import { SLIPS } from "./any-data.js";
import { CONTEXT } from "./context.js";
import { compose } from "./evaluation/compose.js";
import { textsOf } from "./model-text.js";

/** Places of every rank, none of them real, with what their titles begin with. */
const PLACES = [
  ["江城市临湖区", "临湖区"],
  ["云岭省临山苗族自治州青石县", "青石县"],
  ["云岭省临山苗族自治州", "临山苗族自治州"],
  ["云岭省江城市", "江城市"],
  ["云岭省", "云岭省"],
  ["中国", "全国"],
  ["草原自治区北原盟白马旗", "白马旗"],
] as const;

/** Wordings of other plans, with the unit their table gives. */
const TARGETS = [
  ["1/10万", "下降到12/10万以下", "atMost, value: 12"],
  ["‰", "降至3.0‰以下", "atMost, value: 3"],
  ["‰", "＜4.5", "below, value: 4.5"],
  ["%", "达到90%以上", "atLeast, value: 90"],
  ["%", "达到并保持在90%以上", "atLeast, value: 90"],
  ["%", "≥94", "atLeast, value: 94"],
  ["%", "保持在45%左右", "around, value: 45"],
  ["%", "控制在38%以内", "atMost, value: 38"],
  ["张", "增至3.17张", "atLeast, value: 3.17"],
  ["岁", "延长", "increase"],
  ["%", "不断提高", "increase, mode: noBackslide"],
  ["%", "逐年提高", "increase, mode: everyYear"],
  ["%", "明显降低", "decrease, mode: marked"],
  ["", "趋于正常", "balance, low: 103, high: 107"],
  ["件", "得到控制", "contain"],
  ["%", "保持合理比例", "observe"],
  ["%", "达到本地平均水平", "atLeast, value: 50"],
  ["%", "≥98", "each, comparison: atLeast, value: 98, grouping: 片区"],
] as const;

const NATURES = ["约束性", "预期性", null] as const;

interface Draw {
  place: (typeof PLACES)[number];
  document: string;
  subject: string;
  natures: boolean;
  rows: readonly {
    target: (typeof TARGETS)[number];
    nature: (typeof NATURES)[number];
    figures: readonly (number | null)[];
  }[];
  projects: boolean;
  final: boolean;
}

const draws: fc.Arbitrary<Draw> = fc.record({
  place: fc.constantFrom(...PLACES),
  document: fc.constantFrom("规划", "纲要", "方案"),
  subject: fc.constantFrom("妇女", "儿童", "老年人"),
  natures: fc.boolean(),
  rows: fc.array(
    fc.record({
      target: fc.constantFrom(...TARGETS),
      nature: fc.constantFrom(...NATURES),
      figures: fc.array(fc.option(fc.integer({ min: 0, max: 1000 }), { nil: null }), {
        minLength: 13,
        maxLength: 13,
      }),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  projects: fc.boolean(),
  final: fc.boolean(),
});

function planOf({ place: [prefix, region], document, subject, natures, rows, projects }: Draw): Plan {
  const lines = rows.map(({ target: [unit, text, kind], nature }, at) => {
    const told = natures && nature !== null ? `nature: ${nature}, ` : "";
    return `  - { id: X${at + 1}, number: ${at + 1}, name: 甲${at + 1}指标, unit: "${unit}", decimals: 2, domain: A, ${told}units: { names: [卫健部门], confirmed: true }, target: { text: "${text}", kind: ${kind} } }`;
  });
  const yaml = `id: any
title: ${prefix}${subject}发展${document}（2021—2030年）
shortTitle: ${prefix}${subject}发展${document}
subject: ${subject}
region: ${region}
period: { start: 2021, end: 2030, baseline: 2020 }
document: { number: 〔2021〕1号, issuer: 政府, date: 2021年1月1日 }
issuers: { annual: 监测组, midterm: 评估组, final: 评估组 }
method: { pace: { onTrack: 0.95, slow: 0.6 }, tolerance: 2.5, rounding: halfUp, smallNumbers: 10 }
domains: [{ id: A, name: ${subject}与健康 }]
rows:
${lines.join("\n")}
${projects ? "projects: [{ id: P1, number: 1, name: 乙项目, content: 建设, units: [卫健部门] }]" : ""}
`;
  const { plan, issues } = loadPlan("any.yaml", yaml);
  expect(issues.filter(({ code }) => code !== "plan/wording-unknown")).toEqual([]);
  return plan!;
}

/** Figures of 2018 to 2030 that the row's range has room for. */
function dataOf({ rows }: Draw, plan: Plan) {
  const values = Object.fromEntries(
    rows.map(({ figures }, at): [string, Values] => [
      `X${at + 1}`,
      Object.fromEntries(
        figures.flatMap((figure, age) => (figure === null ? [] : [[2018 + age, String(figure / 10)]])),
      ),
    ]),
  );
  const sites = plan.rows.filter(({ target }) => traitsOf(target).sites !== null);
  return dataset(values, {
    groups: sites.flatMap(({ id }) => siteFigures(id, 2025, { 甲片: "97", 乙片: "99" }, "片区")),
  });
}

/** Words by which plans and places go: those that are not this plan's own are another's. */
const WORDS = "规划 纲要 方案 全区 全县 全州 全旗 全市 全省 全国 镇街 乡镇 县市 区县 市州 永川 重庆".split(
  " ",
);

function foreign({ title, terms }: Plan): RegExp {
  const own = [title, terms.plan, terms.area, terms.sites, ...terms.beside];
  return new RegExp(
    [...WORDS.filter((word) => !own.some((each) => each.includes(word))), "%%", "‰‰"].join("|"),
    "u",
  );
}

it("whatever plan there is, nothing that is printed carries another plan's words", () => {
  fc.assert(
    fc.property(draws, (draw) => {
      const plan = planOf(draw);
      const data = dataOf(draw, plan);
      const year = draw.final ? 2030 : 2025;
      const scorecard = scorePlan(plan, data, year);
      const forms = reporterForms([plan], { ...data, sample: false }, year);
      const texts = [
        annualModel(scorecard, data, CONTEXT),
        compose(plan, data, year, { kind: draw.final ? "final" : "midterm" }),
        ...scorecard.rows.map((row) => explainRow(row, { plan, dataset: data, issues: [] })),
        ...forms.map((form) => formWorkbook(form)),
      ].flatMap(textsOf);
      const others = foreign(plan);
      expect(texts.filter((text) => others.test(text))).toEqual([]);
      if (plan.rows.every(({ nature }) => nature === null))
        expect(texts.filter((text) => /约束性|预期性/u.test(text))).toEqual([]);
      const models = [annualModel(scorecard, data, CONTEXT)].flatMap(textsOf);
      expect(models.filter((text) => SLIPS.some((slip) => slip.test(text)))).toEqual([]);
    }),
    { numRuns: 60, seed: 17 },
  );
});
