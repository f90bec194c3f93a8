import { beforeAll, expect, it } from "vitest";
import { checkParagraph } from "../../src/claims/check.js";
import { factsOf, type Facts } from "../../src/claims/facts.js";
import { readData } from "../../src/data/folder/read.js";
import { loadPlans } from "../../src/plan/folder.js";

const facts = new Map<string, Facts>();

beforeAll(async () => {
  const { plans } = await loadPlans("fixtures/national/plans");
  const { dataset } = await readData("fixtures/national/data", plans);
  for (const plan of plans) facts.set(plan.id, factsOf(plan, dataset, 2024, plans));
});

const wrongIn = (plan: string, text: string): string[] => {
  const known = facts.get(plan);
  if (known === undefined) throw new Error(`no plan ${plan}`);
  return checkParagraph(text, known).flatMap(({ claim, verdict }) =>
    verdict.state === "differ" ? [claim.written] : [],
  );
};

/** Sentences on the country, each with a figure of it and what else might have been written. */
it.each([
  ["women", "2024年，全国孕产妇死亡率下降到14.3/10万，比2020年下降2.6个十万分点。", "2.6", "2.9"],
  ["women", "2024年，孕产妇死亡率为14.3/10万，比2023年降低5.3%。", "5.3", "6.3"],
  ["women", "城镇非私营单位就业人员中，女性占41.7%，比2020年提高1.9个百分点。", "41.7", "47.1"],
  ["women", "2022年我国村委会成员中女性占28.1%，距30%以上的目标还差1.9个百分点。", "1.9", "2.9"],
  [
    "children",
    "婴儿死亡率、5岁以下儿童死亡率分别为4.0‰、5.6‰，分别比2020年下降1.4个和1.9个千分点。",
    "1.9",
    "1.4",
  ],
  ["children", "2023年普惠性幼儿园占比为86.2%，2024年为87.3%，提高1.1个百分点。", "87.3", "83.7"],
  ["children", "2021年，每千名儿童拥有床位2.2张，比2020年增加0.03张。", "0.03", "0.3"],
])("%s: %s, not with %s for %s", (plan, text, right, wrong) => {
  const id = `national-${plan}`;
  expect(wrongIn(id, text)).toEqual([]);
  expect(wrongIn(id, text.replace(right, wrong))).not.toEqual([]);
});
