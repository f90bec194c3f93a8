import { describe, expect, it } from "vitest";
import type { Target } from "../../../src/plan/plan.js";
import { factsOf } from "../../../src/report/row-facts.js";
import {
  gapPhrase,
  goalFigure,
  goalPhrase,
  targetSaid,
  targetText,
} from "../../../src/report/words/goal-text.js";
import { scorePlan } from "../../../src/score/score.js";
import { decimal } from "../../../src/terms/decimal.js";
import { dataset, only, plan, row } from "../../score/builder.js";

const value = (figure: number) => ({ value: decimal(figure) });
const near = { tolerance: decimal(2.5), above: "met" } as const;

function told(target: Target, unit: string, now: string) {
  const one = plan([row(target, { id: "甲", unit, decimals: 2, range: { min: decimal(0), max: null } })]);
  const scored = only(scorePlan(one, dataset({ 甲: { 2020: "30", 2025: now } }), 2025).rows);
  const facts = factsOf(scored, one);
  return {
    text: targetText(scored.row),
    said: targetSaid(scored.row),
    figure: goalFigure(facts),
    phrase: goalPhrase(facts),
    gap: gapPhrase(facts),
  };
}

describe("a target as reports say it", () => {
  it("a wording without its unit gets the row's", () => {
    expect(told({ text: "≥94", kind: "atLeast", ...value(94) }, "%", "93")).toEqual({
      text: "≥94%",
      said: "不低于94%",
      figure: "94%",
      phrase: "2030年目标值（≥94%）",
      gap: "距94%的目标还差1.00个百分点",
    });
  });

  it("a wording without figures stands beside the one it is worked out from", () => {
    expect(told({ text: "不低于上届", kind: "atLeast", ...value(94) }, "%", "93")).toMatchObject({
      said: "不低于上届",
      figure: "94%",
      phrase: "2030年目标值（不低于上届）",
      gap: "距94%的目标（不低于上届）还差1.00个百分点",
    });
  });

  it.each<[Target, string, string]>([
    [{ text: "＜8", kind: "below", ...value(8) }, "1/10万", "低于8/10万"],
    [{ text: "100", kind: "atLeast", ...value(100) }, "%", "100%"],
    [{ text: "45左右", kind: "around", ...value(45), ...near }, "%", "45%左右"],
    [{ text: "≥1", kind: "binary", ...value(1) }, "所", "不少于1所"],
    [{ text: "提高", kind: "increase", mode: "plain", size: null }, "%", "提高"],
    [{ text: "降至3.0‰以下", kind: "atMost", ...value(3) }, "‰", "降至3.0‰以下"],
  ])("%o in %s has no sign in running text: %s", (target, unit, said) => {
    expect(targetSaid(row(target, { unit }))).toBe(said);
  });

  it.each<[Target, string, string, string, string]>([
    [
      { text: "达到90%以上", kind: "atLeast", ...value(90) },
      "%",
      "90%",
      "90%以上",
      "距90%的目标还差60.00个百分点",
    ],
    [
      { text: "达到90％以上", kind: "atLeast", ...value(90) },
      "%",
      "90%",
      "90％以上",
      "距90%的目标还差60.00个百分点",
    ],
    [
      { text: "达到90以上", kind: "atLeast", ...value(90) },
      "%",
      "90%",
      "90%以上",
      "距90%的目标还差60.00个百分点",
    ],
    [
      { text: "下降到12/10万以下", kind: "atMost", ...value(12) },
      "1/10万",
      "12/10万",
      "12/10万以下",
      "比12/10万的目标高18.00/10万",
    ],
    [
      { text: "降至3.0‰以下", kind: "atMost", ...value(3) },
      "‰",
      "3.0‰",
      "3.0‰以下",
      "比3.0‰的目标高27.00个千分点",
    ],
    [
      { text: "增至31.7张", kind: "atLeast", ...value(31.7) },
      "张",
      "31.7张",
      "31.7张",
      "距31.7张的目标还差1.70张",
    ],
    [
      { text: "保持在45%左右", kind: "around", ...value(45), ...near },
      "%",
      "45%左右",
      "42.5%—47.5%",
      "比45%左右的目标低15.00个百分点",
    ],
    [
      { text: "每10万活产不超过12例", kind: "atMost", ...value(12) },
      "1/10万",
      "12/10万",
      "每10万活产不超过12例",
      "比12/10万的目标高18.00/10万",
    ],
  ])("%o in %s: its unit stays and no unit stands twice", (target, unit, figure, phrase, gap) => {
    const said = told(target, unit, "30");
    expect(said.text.replace("90以上", "90%以上")).toBe(target.text.replace("90以上", "90%以上"));
    expect(said).toMatchObject({ figure, gap });
    expect(said.phrase).toContain(`（${phrase}）`);
  });
});
