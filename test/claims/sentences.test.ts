import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import { checkParagraph } from "../../src/claims/check.js";
import { factsOf, type Facts } from "../../src/claims/facts.js";
import { decimal, round } from "../../src/terms/decimal.js";
import { unitOf } from "../../src/terms/unit.js";
import { sampleData } from "../fixtures/sample-data.js";
import { children, women } from "../plan/shipped.js";

interface Sentence {
  plan: string;
  kind: string;
  text: string;
  /** Of a wrong one: what must be told. */
  right?: string;
}

const facts = new Map<string, Facts>();
/** The report that a plan's sentences stand in is the other plan's. */
const elsewhere = new Map<string, Facts>();
beforeAll(async () => {
  const { dataset } = await sampleData();
  const plans = [women, children];
  for (const plan of plans) facts.set(plan.id, factsOf(plan, dataset, 2025));
  elsewhere.set(women.id, factsOf(children, dataset, 2025, plans));
  elsewhere.set(children.id, factsOf(women, dataset, 2025, plans));
});

const table = (name: string): Sentence[] =>
  parse(readFileSync(path.join(import.meta.dirname, `sentences/${name}.yaml`), "utf8")) as Sentence[];

/** What the checker says of a text, one line a fault. */
function faultsIn(text: string, plan: string, all = facts): string[] {
  const known = all.get(plan);
  if (known === undefined) throw new Error(`no plan ${plan}`);
  return checkParagraph(text, known).flatMap(({ verdict }) =>
    verdict.state === "differ" ? [`${verdict.about}${verdict.right}`] : [],
  );
}

const isWrong = (text: string, plan: string, all = facts): boolean => faultsIn(text, plan, all).length > 0;

const flagged = ({ plan, text }: Sentence): boolean => isWrong(text, plan);

it.each(["right", "other"])("flags no sentence of %s.yaml", { tags: ["patience"] }, (name) => {
  const sentences = table(name);
  expect(sentences.length).toBeGreaterThan(200);
  expect(sentences.filter(flagged).map(({ text }) => text)).toEqual([]);
});

it("flags no sentence on the other plan's rows, whose goals it does not know", { tags: ["patience"] }, () => {
  // What is counted is counted in the plan of the report.
  const sentences = table("right").filter(({ text }) => !/项|达标率/u.test(text));
  expect(sentences.length).toBeGreaterThan(1000);
  const flaggedThere = sentences.filter(({ plan, text }) => isWrong(text, plan, elsewhere));
  expect(flaggedThere.map(({ text }) => text)).toEqual([]);
});

it("finds at least 95 of 100 wrong sentences", { tags: ["patience"] }, () => {
  const wrong = table("wrong");
  const missed = wrong.filter((each) => !flagged(each));
  expect(wrong.length).toBeGreaterThan(400);
  expect(missed.length / wrong.length, missed.map(({ text }) => text).join("\n")).toBeLessThanOrEqual(0.05);
});

it.each(["courses", "places", "goals", "counts"])(
  "tells each fault of %s.yaml with what is right, and none where there is none",
  { tags: ["patience"] },
  (name) => {
    const astray = table(name).filter(({ plan, text, right }) => {
      const faults = faultsIn(text, plan);
      return right === undefined ? faults.length > 0 : !faults.some((each) => each.includes(right));
    });
    expect(astray.map(({ text, plan }) => [text, ...faultsIn(text, plan)])).toEqual([]);
  },
);

/** Sentences about a row, its figures of two years and their difference, as they stand in a sentence. */
const TEMPLATES: readonly ((
  name: string,
  now: string,
  then: string,
  apart: string,
  up: boolean,
) => string)[] = [
  (name, now) => `2025年，${name}为${now}。`,
  (name, now) => `截至2025年底，全区${name}已达${now}，工作成效明显。`,
  (name, now, then, _apart, up) => `${name}由2024年的${then}${up ? "提高" : "下降"}到2025年的${now}。`,
  (name, now, _then, apart, up) => `2025年${name}${now}，比上年${up ? "提高" : "下降"}${apart}。`,
  (name, now, _then, apart, up) => `从监测情况看，${name}（${now}）较2024年${up ? "上升" : "降低"}${apart}。`,
  (name, now, then) => `${name}：2024年${then}；2025年${now}。`,
  (name, now, then) => `${name}2024年、2025年分别为${then}和${now}。`,
];

it(
  "takes every row's own figures in every wording for right, and one changed digit for wrong",
  { tags: ["patience"] },
  () => {
    const alarms: string[] = [];
    let [wrong, found] = [0, 0];
    for (const { plan, dataset } of facts.values())
      for (const { id, name, unit, decimals } of plan.rows) {
        const [now, then] = [2025, 2024].map((year) =>
          dataset.series[id]?.find((each) => each.year === year),
        );
        if (now === undefined || then === undefined || unit === "" || now.value.eq(then.value)) continue;
        const { behind, points } = unitOf(unit);
        const digits = (value: typeof now.value): string => round(value, decimals).toFixed(decimals);
        const apart = `${round(now.value, decimals).minus(round(then.value, decimals)).abs().toFixed()}${points === null ? behind : `个${points}`}`;
        const up = now.value.gt(then.value);
        for (const template of TEMPLATES) {
          const right = template(
            name,
            `${digits(now.value)}${behind}`,
            `${digits(then.value)}${behind}`,
            apart,
            up,
          );
          if (isWrong(right, plan.id)) alarms.push(right);
          const other = digits(now.value.plus(decimal(3).times(decimal(10).pow(-Math.max(decimals - 1, 0)))));
          wrong += 1;
          if (
            isWrong(template(name, `${other}${behind}`, `${digits(then.value)}${behind}`, apart, up), plan.id)
          )
            found += 1;
        }
      }
    expect(alarms).toEqual([]);
    expect(wrong).toBeGreaterThan(300);
    expect(found / wrong).toBeGreaterThanOrEqual(0.95);
  },
);
