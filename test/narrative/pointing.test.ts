import { describe, expect, it } from "vitest";
import { parseNarrative } from "../../src/narrative/parse.js";
import { pointed, referencesToKeep, type KeptReferences } from "../../src/narrative/pointing.js";
import { textOf, type Narrative } from "../../src/narrative/narrative.js";
import { pointersIn } from "../../src/narrative/references.js";
import { slotsFor } from "../../src/narrative/slots.js";
import { women } from "../report/plans.js";

const FILE = "narrative/women-2025-annual.md";
const SLOTS = slotsFor("annual", women);

function written(...lines: string[]): Narrative {
  const { sections } = parseNarrative(FILE, `# 对策建议\n\n${lines.join("\n\n")}\n`, SLOTS);
  return { file: FILE, sections };
}

const THEN = new Map([
  ["图1", "总体情况"],
  ["图2", "孕产妇健康"],
  ["表1", "预警清单"],
  ["附件1", "数据报表"],
]);
const NOW = new Map([
  ["图1", "总体情况"],
  ["图2", "两癌筛查"],
  ["图3", "孕产妇健康"],
  ["表1", "满意度"],
  ["表2", "预警清单"],
  ["附件1", "数据报表"],
]);

const keptOf = (narrative: Narrative): KeptReferences => ({
  [FILE]: referencesToKeep(narrative.sections, SLOTS, {}, THEN),
});

function read(narrative: Narrative, kept: KeptReferences, printed = NOW) {
  const found = pointed(narrative, kept, { written: printed, printed, report: "年度统计监测报告" });
  const said = found.narrative.sections.flatMap(({ blocks }) => blocks.map(textOf)).join("\n");
  return { said, told: found.issues.map(({ code, message }) => `${code}: ${message}`) };
}

describe("numbers of pictures, tables and annexes in a text", () => {
  it.each([
    ["（见图3）", ["图3"]],
    ["详见附表1－2、附件２", ["附表1-2", "附件2"]],
    ["图2至图4", ["图2", "图4"]],
    ["表 3显示", ["表3"]],
    ["在图3和表1中", ["图3", "表1"]],
    ["如图10所示", ["图10"]],
    ["人大代表3人，统计报表2张，填报附件4份", []],
    ["《规划》附件1，《通知》的附件2", []],
    ["版本图2.1", []],
    ["和表3份", []],
  ])("%s", (text, labels) => {
    expect(pointersIn(text).map(({ label }) => label)).toEqual(labels);
  });
});

describe("a sentence that nobody has touched since it was written", () => {
  it("points to what it pointed to, whatever number that bears now", () => {
    const text = written("见图2、表1。", "**见图2。** 图2至图2。");
    expect(read(text, keptOf(text))).toEqual({ said: "见图3、表2。\n见图3。 图3至图3。", told: [] });
    expect(read(text, keptOf(text), THEN).said).toBe("见图2、表1。\n见图2。 图2至图2。");
  });

  it("is told where the report has that no more, and left as it is", () => {
    const text = written("见图2。");
    const without = new Map([["图2", "两癌筛查"]]);
    const { said, told } = read(text, keptOf(text), without);
    expect(said).toBe("见图2。");
    expect(told).toEqual([
      "narrative/reference-moved: 写到“图2”，写成时是“孕产妇健康”，现在报告中没有这个题目，图2是“两癌筛查”",
    ]);
    expect(read(text, keptOf(text), new Map()).told).toEqual([
      "narrative/reference-moved: 写到“图2”，写成时是“孕产妇健康”，现在报告中没有这个题目，也没有图2",
    ]);
  });
});

describe("a sentence that was changed since, or of which nothing is kept", () => {
  it("points with the numbers it has; one that named another thing before is told", () => {
    const kept = keptOf(written("见图2。"));
    expect(read(written("请见图2。"), kept)).toEqual({
      said: "请见图2。",
      told: ["narrative/reference-moved: 写到“图2”，写成时是“孕产妇健康”，现在它是图3，图2是“两癌筛查”"],
    });
    // Put right by hand, or never kept.
    expect(read(written("请见图3。"), kept)).toEqual({ said: "请见图3。", told: [] });
    expect(read(written("请见图2。"), {})).toEqual({ said: "请见图2。", told: [] });
  });

  it("is told where the report has no such number", () => {
    expect(read(written("见图9、附件3。"), {}).told).toEqual([
      "narrative/reference-missing: 写到“图9”，年度统计监测报告中没有图9",
      "narrative/reference-missing: 写到“附件3”，年度统计监测报告中没有附件3",
    ]);
  });

  it("means in a public edition what it means in the internal one", () => {
    const narrative = written("见图2、图1。");
    const printed = new Map([["图1", "两癌筛查"]]);
    const { narrative: now, issues } = pointed(narrative, {}, { written: NOW, printed, report: "公开版" });
    expect(now.sections[0]?.blocks.map(textOf)).toEqual(["见图1、图1。"]);
    expect(issues).toEqual([]);
  });
});

describe("what is kept", () => {
  it("is what untouched sentences meant, and what others mean now, in the parts that are written", () => {
    const old = { "见图2。": { 图2: "孕产妇健康" }, "不在了，见图1。": { 图1: "总体情况" } };
    const { sections } = written("见图2。", "新写的见图2和图9。");
    expect(referencesToKeep(sections, SLOTS, old, NOW)).toEqual({
      "见图2。": { 图2: "孕产妇健康" },
      "新写的见图2和图9。": { 图2: "两癌筛查" },
    });
    expect(referencesToKeep(sections, [], old, NOW)).toEqual({ "见图2。": { 图2: "孕产妇健康" } });
  });

  it("is renewed where the report has it no more", () => {
    const old = { "见图2。": { 图2: "旧题目" } };
    expect(referencesToKeep(written("见图2。").sections, SLOTS, old, NOW)).toEqual({
      "见图2。": { 图2: "两癌筛查" },
    });
  });
});
