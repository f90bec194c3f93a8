import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadPlan } from "../../src/plan/load.js";
import type { Plan } from "../../src/plan/plan.js";
import { annualModel } from "../../src/report/annual.js";
import type { ReportModel } from "../../src/report/model.js";
import { scorePlan } from "../../src/score/score.js";
import { CONTEXT } from "./context.js";
import { compose } from "./evaluation/compose.js";
import { captionsOf, citedIn, sentencesOf } from "./model-text.js";
import { moodyData, type Mood } from "./moods.js";
import { children, women } from "./plans.js";

const NATIONAL = "fixtures/national/plans/children.yaml";
const national = loadPlan(NATIONAL, readFileSync(NATIONAL, "utf8")).plan!;

/** Years from one to another. */
const from = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

const bare = (plan: Plan): Plan => ({ ...plan, projects: [], chapters: [] });
const oneDomain = (plan: Plan): Plan => {
  const [first] = plan.domains;
  const rows = plan.rows.filter(({ domain }) => domain === first!.id);
  const topics = plan.topics.filter((topic) => topic.rows.some((id) => rows.some((row) => row.id === id)));
  return { ...plan, domains: [first!], rows, topics };
};
const whole = (plan: Plan): Plan => plan;

const mixed = (at: number): Mood => (["met", "nearer", "worse"] as const)[at % 3]!;

interface Odd {
  name: string;
  of?: (plan: Plan) => Plan;
  years: readonly number[];
  mood: (at: number) => Mood;
}

/** States of affairs that no sample shows. */
const ODD: readonly Odd[] = [
  { name: "few rows have data", years: from(2020, 2025), mood: (at) => (at % 9 === 0 ? "nearer" : null) },
  { name: "all rows have their targets", years: from(2020, 2025), mood: () => "met" },
  { name: "no row has its target", years: from(2020, 2025), mood: () => "nearer" },
  { name: "every row goes the wrong way", years: from(2020, 2025), mood: () => "worse" },
  {
    name: "the first year has none before it",
    years: [2021],
    mood: (at) => (at % 4 === 0 ? null : mixed(at)),
  },
  { name: "all years but one lie before the baseline", years: [2018, 2019, 2025], mood: mixed },
  { name: "the plan has no projects and no measures", of: bare, years: from(2020, 2025), mood: mixed },
  { name: "the plan has one domain", of: oneDomain, years: from(2020, 2025), mood: mixed },
  { name: "the plan ends, all reached", years: from(2020, 2030), mood: () => "met" },
  {
    name: "the plan ends, all but one reached",
    years: from(2020, 2030),
    mood: (at) => (at === 0 ? "nearer" : "met"),
  },
  {
    name: "the plan ends, some of it",
    years: from(2020, 2030),
    mood: (at) => (at % 5 === 0 ? null : mixed(at)),
  },
  { name: "the plan ends, with no year before", years: [2030], mood: mixed },
];

function reportsOf(plan: Plan, { years, mood }: Odd): ReportModel[] {
  const data = moodyData(plan, years, mood);
  const year = years.at(-1)!;
  const kind = year === plan.period.end ? "final" : "midterm";
  return [annualModel(scorePlan(plan, data, year), data, CONTEXT), compose(plan, data, year, { kind })];
}

/** What no official writes, whoever the figures are. */
const NEVER: readonly RegExp[] = [
  /(?<!\d)0项/u,
  /共\d+项，(?:为|均为)[^，。]*，其中/u,
  /分别为([^，。、和]+)和\1[，。]/u,
  /（）|“”|、、|，，|；；|，。|；。|。。|，；/u,
  /(均[^，。]*，)\1/u,
];

describe.each(ODD)("where $name", (odd) => {
  const of = odd.of ?? whole;
  const saysItOnce = (plan: Plan): void => {
    for (const model of reportsOf(plan, odd)) {
      const sentences = sentencesOf(model);
      expect(sentences.filter((text, at) => sentences.indexOf(text) < at)).toEqual([]);
      expect(sentences.filter((text) => NEVER.some((slip) => slip.test(`${text}。`)))).toEqual([]);
      expect(captionsOf(model).filter((caption) => !citedIn(model).has(caption))).toEqual([]);
    }
  };

  it("a small plan says it once, and as people do", () => saysItOnce(of(national)));

  it.each([women, children].map((plan) => [plan.shortTitle, plan] as const))(
    "%s says it once, and as people do",
    { tags: ["patience"] },
    (_, plan) => saysItOnce(of(plan)),
  );
});
