import { describe, expect, it } from "vitest";
import { neighbourSentences } from "../../../src/report/words/neighbours.js";
import { saidOf } from "../../../src/report/words/row-sentence.js";
import { scorePlan } from "../../../src/score/score.js";
import { dataset, type Values } from "../../score/builder.js";
import { children, judgedFacts, women } from "../plans.js";

function sentences(values: Record<string, Values>): string[] {
  const plan = Object.keys(values)[0]!.startsWith("W") ? women : children;
  const data = dataset(values);
  const { rows } = scorePlan(plan, data, 2025);
  return neighbourSentences(
    rows.filter(({ id }) => id in values).map((row) => saidOf(judgedFacts(row, plan), data)),
  );
}

describe("neighbouring rows", () => {
  it("share a sentence where the same is said of both", () => {
    expect(
      sentences({
        C08: { 2020: "92.15", 2024: "94.36", 2025: "94.72" },
        C09: { 2020: "91.06", 2024: "93", 2025: "93.41" },
      }),
    ).toEqual([
      "3岁以下儿童系统管理率和7岁以下儿童健康管理率分别为94.72%和93.41%，分别比2024年提高0.36个和0.41个百分点，均提前达到2030年目标值（分别为≥94%和≥92%）。",
    ]);
  });

  it("tell an amount they share once", () => {
    expect(
      sentences({
        C08: { 2020: "92.15", 2024: "94.36", 2025: "94.72" },
        C09: { 2020: "91.06", 2024: "93.05", 2025: "93.41" },
      })[0],
    ).toContain("，均比2024年提高0.36个百分点，");
  });

  it("share counts with their own unit behind each", () => {
    expect(
      sentences({
        W35: { 2020: "5.12", 2024: "5.92", 2025: "6.08" },
        W36: { 2020: "6.85", 2024: "7.88", 2025: "8.03" },
      }),
    ).toEqual([
      "女性失业保险参保人数和女性工伤保险参保人数分别为6.08万人和8.03万人，分别比2024年增加0.16万人和0.15万人，分别比2020年增加0.96万人和1.18万人，均符合“提高”的目标要求。",
    ]);
  });

  it("share what did not move", () => {
    expect(
      sentences({ W31a: { 2024: "30.42", 2025: "30.42" }, W31b: { 2024: "19.01", 2025: "19.01" } }),
    ).toEqual([
      "村（社区）党组织成员中女性比例和村（社区）党组织书记中女性比例分别为30.42%和19.01%，均与2024年持平。",
    ]);
  });

  it.each([
    [
      "one rises and one falls",
      { C08: { 2020: "92", 2024: "94.1", 2025: "94.7" }, C09: { 2020: "91", 2024: "93.4", 2025: "93" } },
    ],
    [
      "the units differ",
      { W35: { 2020: "5.1", 2024: "5.9", 2025: "6.1" }, W34: { 2020: "94.1", 2024: "96.2", 2025: "96.7" } },
    ],
    [
      "one has something of its own to note",
      { C08: { 2020: "92", 2024: "94.1", 2025: "94.7" }, C09: { 2024: "93", 2025: "93.5" } },
    ],
    ["a name is itself a list", { W07: { 2024: "99", 2025: "99.5" }, W08: { 2024: "95.5", 2025: "96" } }],
  ])("stay apart where %s", (_, values) => {
    expect(sentences(values)).toHaveLength(2);
  });
});
