import { expect, it } from "vitest";
import { checkParagraph } from "../../../src/claims/check.js";
import { factsOf } from "../../../src/claims/facts.js";
import { women } from "../../plan/shipped.js";
import { DATA } from "../manuscript.js";

const facts = factsOf(women, DATA, 2025);

/** What is said of the points in a text: 92.99% in 2020, 94.88% in 2025, the goal 94%. */
const verdicts = (text: string) =>
  checkParagraph(text, facts).flatMap(({ claim, verdict }) => (claim.kind === "lone" ? [verdict] : []));

it.each([
  ["孕产妇系统管理率变动幅度达到1.89个百分点", "the plan so far"],
  ["孕产妇系统管理率变动幅度达到0.36个百分点", "a year"],
  ["孕产妇系统管理率变动幅度达到0.88个百分点", "from the goal"],
])("%s: right, %s", (text) => {
  expect(verdicts(text)).toEqual([{ state: "agree" }]);
});

it("tells the nearest of what there is, where there is none", () => {
  const [verdict] = verdicts("孕产妇系统管理率变动幅度达到1.98个百分点");
  expect(verdict).toMatchObject({ state: "differ", about: "孕产妇系统管理率的变化或差距" });
  expect(JSON.stringify(verdict)).toMatch(/最接近的是孕产妇系统管理率2025年比2020年的变化1\.89个百分点/u);
});
