import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { EXAMPLE_TARGETS } from "../plan/example-targets.js";
import type { Target } from "../../src/plan/plan.js";
import { traitsOf } from "../../src/plan/target-kinds.js";
import { annualModel } from "../../src/report/annual.js";
import { rowsBehind } from "../../src/report/chapters/problems.js";
import { explainRow } from "../../src/report/explain/explain.js";
import { factsOf } from "../../src/report/row-facts.js";
import { reasonOf, verdictOf } from "../../src/report/words/rules/rules.js";
import { uncited } from "../../src/report/words/cited.js";
import { saidOf } from "../../src/report/words/row-sentence.js";
import { toldTopics, type Teller } from "../../src/report/words/topics/topic-text.js";
import { seriesSaid } from "../../src/report/evaluation/words/series-sentence.js";
import { standingOf } from "../../src/report/words/standing.js";
import { verdictText } from "../../src/report/words/rules/rule-words.js";
import { scorePlan } from "../../src/score/score.js";
import type { Rule, Scorecard } from "../../src/score/scorecard.js";
import { decimal, type Decimal } from "../../src/terms/decimal.js";
import { only } from "../score/builder.js";
import { SLIPS } from "./any-data.js";
import type { Truth } from "./claims/claim.js";
import { CLAIMS } from "./claims/claims.js";
import { compose } from "./evaluation/compose.js";
import { textsOf } from "./model-text.js";
import { OTHER, situationsOf, type Situation } from "./situations.js";
import { judgedOf } from "../../src/plan/lookup.js";

const RUNS = 90;
/** Whole reports take longer: so few situations are put through them. */
const REPORTED = 6;
/** One of so many is explained. */
const EXPLAINED = 3;

/** The rules that may decide a target of such traits: each of them is to be met with. */
function rulesOf(target: Target): Rule[] {
  const { class: way, numeric, stepwise, comparator, direction } = traitsOf(target);
  return [
    "noValue",
    "worstPart",
    ...(way === "watched" ? (["watched"] as const) : []),
    ...(numeric ? (["met", "pace", "lostTarget", "noBaseline"] as const) : []),
    ...(stepwise ? (["met", "notThere"] as const) : []),
    ...(comparator === null
      ? []
      : (["noComparator", "gapUnknown", "metBeside", "gapNarrowed", "gapNotNarrowed"] as const)),
    ...(direction === null ? [] : (["directionUnknown", "better", "level", "worse"] as const)),
    ...(direction?.against === "lastYear" ? (["belowLastYear"] as const) : []),
    ...(direction?.against === "eachYear" ? (["notEveryYear"] as const) : []),
    ...(direction?.size == null ? [] : (["belowMark"] as const)),
  ];
}

interface Told extends Situation {
  truth: Truth | null;
  rule: Rule;
  texts: readonly string[];
}

/** Everything that is said of the row alone; the explanation, which tries many figures, where it is asked for. */
function tell(situation: Situation, explained: boolean): Told {
  const { plan, dataset, year } = situation;
  const scorecard = scorePlan(plan, dataset, year);
  const scored = only(scorecard.rows);
  const whole = explained ? [explainRow(scored, { plan, dataset, issues: [] })] : [];
  const judged = scored.status === "noData" ? [] : judgedOf(scored);
  return {
    ...situation,
    truth: truthOf(situation, judgedOf(scored)[0]!),
    rule: scored.rule,
    texts: [
      ...judged.map((each) => verdictText(verdictOf(factsOf(each, plan)))),
      reasonOf(scored, plan),
      toldIn(scorecard, saidOf),
      toldIn(scorecard, seriesSaid),
      ...rowsBehind(scorecard).map((row) => uncited(standingOf(row, plan))),
      ...whole
        .flatMap((explanation) => [explanation, ...explanation.parts])
        .flatMap(({ blocks }) => blocks.flatMap(({ lines }) => lines.map(({ text }) => text))),
    ],
  };
}

/** The paragraph of the row's topic: the row is alone in it. */
function toldIn(scorecard: Scorecard, teller: Teller): string {
  return scorecard.plan.domains
    .flatMap((domain) => toldTopics(domain, scorecard, teller))
    .map(({ text }) => uncited(text))
    .join("");
}

function truthOf({ target, dataset, year }: Situation, scored: Truth["scored"]): Truth | null {
  const traits = traitsOf(target);
  if (scored.value === null) return null;
  const figure = (when: number | undefined): Decimal | null =>
    dataset.series[traits.comparator?.id ?? ""]?.find((each) => each.year === when)?.value ?? null;
  return {
    scored,
    traits,
    value: scored.value,
    other: { now: figure(year), then: figure(scored.baseline?.year) },
  };
}

const made = new Set<string>();

/** A claim where it is made. */
interface Made {
  claim: (typeof CLAIMS)[number];
  match: RegExpExecArray;
}

/** Most texts are said of many situations. */
const claimsIn = new Map<string, readonly Made[]>();

function claimsOf(text: string): readonly Made[] {
  const known = claimsIn.get(text);
  if (known !== undefined) return known;
  const found = CLAIMS.flatMap((claim) =>
    [...text.matchAll(claim.pattern)].map((match) => ({ claim, match })),
  );
  for (const { claim } of found) made.add(claim.name);
  claimsIn.set(text, found);
  return found;
}

/** What a text says that is not so. */
function untrue(text: string, truth: Truth): string[] {
  const projected = /年预计为(?:1：)?(\d+(?:\.\d+)?)/u.exec(text)?.[1];
  const own = projected === undefined ? truth : { ...truth, value: decimal(projected) };
  // The district's own figure beside its sites is not the one that is judged.
  return claimsOf(text.replaceAll(/；全区(?:平均)?为[^。；]*/gu, "")).flatMap(({ claim, match }) => {
    const isSo = claim.isSo((group) => match.groups?.[group] ?? "", own);
    return isSo ? [] : [`${claim.name}: ${match[0]}`];
  });
}

describe("every kind of target, in every mode and on either side", () => {
  afterAll(() => {
    // A claim that nobody makes any more is read by nobody.
    expect(CLAIMS.map(({ name }) => name).filter((name) => !made.has(name))).toEqual([]);
  });

  it.each(EXAMPLE_TARGETS)("$text ($kind): is put through its rules, and every sentence is so", (target) => {
    const drawn = fc.sample(situationsOf(target), { numRuns: RUNS, seed: 7 });
    const tales = drawn.map((situation, index) => tell(situation, index % EXPLAINED === 0));
    const { comparator } = traitsOf(target);
    for (const { texts, truth, rule } of tales) {
      expect(texts.filter((text) => SLIPS.some((slip) => slip.test(text)))).toEqual([]);
      if (truth === null) continue;
      expect(texts.flatMap((text) => untrue(text, truth))).toEqual([]);
      // Whoever is compared with another is told with whom, in its reason and in its sentence.
      if (comparator !== null) for (const text of texts.slice(0, 4)) expect(text, rule).toContain(OTHER);
    }
    expect(rulesOf(target).filter((rule) => tales.every((told) => told.rule !== rule))).toEqual([]);
  });

  it.each(EXAMPLE_TARGETS)(
    "$text ($kind): is told truly in whole reports",
    { tags: ["patience"] },
    (target) => {
      for (const situation of fc.sample(situationsOf(target), { numRuns: REPORTED, seed: 11 })) {
        const { truth } = tell(situation, false);
        const texts = reportTexts(situation);
        expect(texts.filter((text) => SLIPS.some((slip) => slip.test(text)))).toEqual([]);
        if (truth !== null) expect(texts.flatMap((text) => untrue(text, truth))).toEqual([]);
      }
    },
  );
});

/** Every string of the reports there are: the row is the only one they speak of. */
function reportTexts({ plan, dataset, year }: Situation): string[] {
  const context = {
    asOf: "2026-05-20",
    draft: false,
    sample: false,
    issues: [],
    versions: { tool: "1.0.0" },
  };
  const models = [
    annualModel(scorePlan(plan, dataset, year), dataset, context),
    compose(plan, dataset, year, { kind: year === plan.period.end ? "final" : "midterm" }),
  ];
  return models.flatMap(textsOf).filter((text) => !isExplanation(text));
}

/** What says how rows are judged is about no row. */
function isExplanation(text: string): boolean {
  return !text.includes("甲指标") && !text.includes("2025年") && !text.includes("2030年");
}
