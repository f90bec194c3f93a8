import { describe, expect, it } from "vitest";
import { chartBlock, paragraph, tableBlock } from "../../../src/report/blocks.js";
import { EMPTY } from "../../../src/report/charts/blank.js";
import type { Block } from "../../../src/report/model.js";
import { numbered } from "../../../src/report/numbering/numbered.js";
import { labelOf, passage, type AnnexId } from "../../../src/report/numbering/passage.js";
import {
  chapter,
  type UnnumberedAnnex,
  type UnnumberedBlock,
  type UnnumberedReport,
} from "../../../src/report/numbering/unnumbered.js";
import { tableOf, type TableFacts } from "../../../src/report/tables/table.js";

const table = (id: string, more: Partial<TableFacts> = {}): UnnumberedBlock =>
  tableBlock(tableOf({ id, title: `${id}表`, ...more }, [], []));
const chart = (id: string, title = `${id}图`): UnnumberedBlock =>
  chartBlock({ ...EMPTY, id, title, unit: "", source: "", alt: "" });
const annex = (id: AnnexId, ...blocks: UnnumberedBlock[]): UnnumberedAnnex => ({ id, title: id, blocks });

/** A block of people's own lines. */
const textOfPoints = (...points: string[]): UnnumberedBlock => ({
  ...paragraph(""),
  paragraphs: [],
  prose: [
    {
      items: points.map((text) => ({
        kind: "item",
        marker: "",
        runs: [{ text, strong: false, note: "" }],
        note: "",
      })),
      gap: false,
    },
  ],
});

/** What blocks print, line by line. */
const linesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(({ paragraphs, prose }) => [
    ...paragraphs.map(({ heading, text }) => heading + text),
    ...prose.flatMap(({ items }) =>
      items.map(({ marker, runs }) => marker + runs.map(({ text }) => text).join("")),
    ),
  ]);

/** A lead, three chapters and two annexes that point at each other, forward and back. */
const LEAD = {
  id: "lead",
  part: "lead",
  counted: false,
  heading: "",
  blocks: [
    paragraph(passage`见${labelOf("chart:overview")}和${labelOf("part:alerts")}。`),
    chart("overview"),
  ],
  sections: [],
};
const HEALTH = chapter("health", "健康", [chart("health"), table("health")]);
const PROJECTS = chapter("projects", "项目", [table("projects"), chart("projects")]);
const ALERTS = chapter("alerts", "预警", [
  paragraph(
    passage`${labelOf("table:alerts")}列${2}项，详见${labelOf("annex:gaps")}的${labelOf("table:missing")}。`,
  ),
  table("alerts", {
    notes: [passage`同${labelOf("table:health")}；${labelOf("table:health")}见${labelOf("part:health")}。`],
  }),
]);
const DATA = annex("data", table("data"), table("towns"));
const GAPS = annex("gaps", table("missing"), table("revised"), chart("missing"));

/** Chapter numbers, annex labels and captions, then every text, in reading order. */
function read({ parts, annexes }: UnnumberedReport): { numbers: string[]; texts: string[] } {
  const report = numbered({ parts, annexes });
  const places = [...report.parts.map((part) => ({ ...part, label: part.number })), ...report.annexes];
  const blocks = (place: (typeof places)[number]): Block[] => [
    ...place.blocks,
    ...("sections" in place ? place.sections.flatMap((section) => section.blocks) : []),
  ];
  return {
    numbers: places.flatMap((place) => [
      place.label,
      ...blocks(place).flatMap(({ tables, charts }) => [...tables, ...charts].map(({ number }) => number)),
    ]),
    texts: places
      .flatMap(blocks)
      .flatMap(({ paragraphs, tables }) => [
        ...paragraphs.map(({ text }) => text),
        ...tables.flatMap(({ notes }) => notes),
      ]),
  };
}

describe("the numbers of a report", () => {
  const whole = { parts: [LEAD, HEALTH, PROJECTS, ALERTS], annexes: [DATA, GAPS] };

  it("run through it in reading order, and every text has the number of what it points to", () => {
    expect(read(whole)).toEqual({
      numbers: [
        ...["", "图1"],
        ...["一、", "图2", "表1"],
        ...["二、", "表2", "图3"],
        ...["三、", "表3"],
        ...["附件1", "附表1-1", "附表1-2"],
        ...["附件2", "附表2-1", "附表2-2", "附图2-1"],
      ],
      texts: ["见图1和第三部分。", "表3列2项，详见附件2的附表2-1。", "同表1；表1见第一部分。"],
    });
  });

  it("send to the note of an earlier picture that says the same, if it is long", () => {
    const long = "点线为从基期到2030年目标的直线路径；水平虚线为目标值。";
    const noted = (id: string, note: string): UnnumberedBlock => {
      const [one] = chart(id).charts;
      return { ...chart(id), charts: [{ ...one!, note }] };
    };
    const notes = (...charts: UnnumberedBlock[]): string[] =>
      numbered({ parts: [chapter("a", "甲", charts)], annexes: [] }).parts[0]!.blocks.flatMap((block) =>
        block.charts.map(({ note }) => note),
      );
    const all = [
      noted("b", "短注。"),
      noted("c", long),
      noted("d", "短注。"),
      noted("e", `新的说法；${long}`),
    ];
    expect(notes(...all, noted("f", long), noted("g", `短注。${long}`))).toEqual([
      ...["短注。", long, "短注。", "新的说法；其余见图2注。"],
      ...["见图2注。", "短注；其余见图2注。"],
    ]);
    expect(notes(noted("f", long), noted("c", long))).toEqual([long, "见图1注。"]);
  });

  it("close up where a part is left out", () => {
    const { numbers, texts } = read({ ...whole, parts: [LEAD, HEALTH, ALERTS], annexes: [GAPS] });
    expect(numbers).toEqual([
      ...["", "图1"],
      ...["一、", "图2", "表1"],
      ...["二、", "表2"],
      ...["附件1", "附表1-1", "附表1-2", "附图1-1"],
    ]);
    expect(texts).toEqual(["见图1和第二部分。", "表2列2项，详见附件1的附表1-1。", "同表1；表1见第一部分。"]);
  });

  it("follow a part that is moved", () => {
    const { numbers, texts } = read({ parts: [ALERTS, PROJECTS, HEALTH, LEAD], annexes: [GAPS, DATA] });
    expect(numbers).toEqual([
      ...["一、", "表1"],
      ...["二、", "表2", "图1"],
      ...["三、", "图2", "表3"],
      ...["", "图3"],
      ...["附件1", "附表1-1", "附表1-2", "附图1-1"],
      ...["附件2", "附表2-1", "附表2-2"],
    ]);
    expect(texts).toEqual(["表1列2项，详见附件1的附表1-1。", "同表3；表3见第三部分。", "见图3和第一部分。"]);
  });

  it("leave out what has nothing to say before they are counted", () => {
    const empty = { ...chapter("empty", "空", []), sections: [{ part: "", heading: "空", blocks: [] }] };
    const sections = [
      { part: "", heading: "空", blocks: [] },
      { part: "", heading: "甲", blocks: [table("a")] },
      { part: "", heading: "乙", blocks: [table("b")] },
    ];
    const report = numbered({
      parts: [empty, { ...chapter("full", "满", []), sections }],
      annexes: [annex("data"), GAPS],
    });
    expect(report.parts.map(({ id, number }) => number + id)).toEqual(["一、full"]);
    expect(report.parts[0]?.sections.map(({ number, heading }) => number + heading)).toEqual([
      "（一）甲",
      "（二）乙",
    ]);
    expect(report.annexes.map(({ label, title }) => label + title)).toEqual(["附件1gaps"]);
  });

  it("are not given to a heading that has no second beside it", () => {
    const headings = (...levels: ("bracketed" | "dotted")[]): string[] => {
      const blocks = levels.map((level, at) => paragraph("文。", `题${at}。`, level));
      const { parts } = numbered({
        parts: [chapter("a", "甲", [paragraph("起。"), ...blocks])],
        annexes: [],
      });
      return parts[0]!.blocks.flatMap(({ paragraphs }) => paragraphs.map(({ heading }) => heading)).slice(1);
    };
    expect(headings("bracketed")).toEqual(["题0。"]);
    expect(headings("bracketed", "bracketed")).toEqual(["（一）题0。", "（二）题1。"]);
    expect(headings("bracketed", "dotted", "bracketed", "dotted", "dotted")).toEqual([
      ...["（一）题0。", "题1。"],
      ...["（二）题2。", "1.题3。", "2.题4。"],
    ]);
  });

  it("go on with the points of the text before them, however they were written, and else count as headings", () => {
    const openings = (...before: UnnumberedBlock[]): string[] => {
      const more = ["甲方面。", "乙方面。"].map((heading) => paragraph("做。", heading, "point"));
      const { parts } = numbered({ parts: [chapter("a", "甲", [...before, ...more])], annexes: [] });
      return linesOf(parts[0]!.blocks).slice(-more.length);
    };
    expect(openings(textOfPoints("一是甲。", "二是乙。", "此外丙。"))).toEqual([
      "三是甲方面。做。",
      "四是乙方面。做。",
    ]);
    expect(openings(textOfPoints(...[..."一二三四五六七八九"].map((n) => `${n}是甲。`)))).toEqual([
      "十是甲方面。做。",
      "（11）乙方面。做。",
    ]);
    expect(openings(textOfPoints("加强领导。"))).toEqual(["（一）甲方面。做。", "（二）乙方面。做。"]);
  });

  it("of several things below one point are told apart from the points", () => {
    const several = [paragraph("", "甲方面", "point"), textOfPoints("一是做。", "二是改。", "此外丙。")];
    const lines = (before: string): string[] => {
      const blocks = [textOfPoints(before), ...several, paragraph("做。", "乙方面。", "point")];
      return linesOf(numbered({ parts: [chapter("a", "甲", blocks)], annexes: [] }).parts[0]!.blocks);
    };
    expect(lines("一是甲。")).toEqual([
      "一是甲。",
      "二是甲方面。",
      "（1）做。",
      "（2）改。",
      "此外丙。",
      "三是乙方面。做。",
    ]);
    expect(lines("加强领导。").slice(1)).toEqual([
      "（一）甲方面",
      "一是做。",
      "二是改。",
      "此外丙。",
      "（二）乙方面。做。",
    ]);
  });

  it("pass over a table and a chart without a title", () => {
    const bare = chapter("bare", "无题", [table("x", { title: "" }), chart("y", "")]);
    expect(
      read({ parts: [bare, HEALTH], annexes: [annex("data", table("z", { title: "" }), table("towns"))] })
        .numbers,
    ).toEqual([...["一、", "", ""], ...["二、", "图1", "表1"], ...["附件1", "", "附表1-1"]]);
  });

  it("leave nothing but strings, booleans and lists", () => {
    const report = numbered(whole);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(JSON.stringify(report)).not.toContain('"to":');
  });
});

describe("a bug in a report", () => {
  const pointing = (text: Parameters<typeof paragraph>[0]): UnnumberedReport => ({
    parts: [chapter("a", "甲", [paragraph(text), table("untitled", { title: "" })])],
    annexes: [],
  });

  it.each([
    ["an annex", passage`见${labelOf("annex:gaps")}`, "annex:gaps"],
    ["a table", passage`见${labelOf("table:health")}`, "table:health"],
    ["a chart", passage`见${labelOf("chart:health")}`, "chart:health"],
    ["a part", passage`见${labelOf("part:projects")}`, "part:projects"],
    ["a table that has no number", passage`见${labelOf("table:untitled")}`, "table:untitled"],
  ])("is a reference to %s that is not there", (_, text, target) => {
    expect(() => numbered(pointing(text))).toThrow(`nothing in the report is called ${target}`);
  });

  it("is one name for two tables, two charts or two chapters", () => {
    for (const block of [table("a"), chart("a")]) {
      const parts = [chapter("x", "甲", [block]), chapter("y", "乙", [block])];
      expect(() => numbered({ parts, annexes: [] })).toThrow("two things in the report are called");
    }
    expect(() => numbered({ parts: [HEALTH, { ...PROJECTS, id: "health" }], annexes: [] })).toThrow(
      "two things in the report are called part:health",
    );
  });
});

it("lays an annex on pages as wide as its widest table asks for", () => {
  const ofColumns = (count: number): UnnumberedBlock => {
    const columns = Array.from({ length: count }, (_, at) => {
      return { head: `${at}`, width: 1, align: "left" as const, cell: () => "" };
    });
    return tableBlock(tableOf({ id: `${count}`, title: "" }, columns, []));
  };
  const annexes = [
    annex("gaps", ofColumns(9)),
    annex("data", ofColumns(3), ofColumns(10)),
    annex("method", paragraph("文。")),
  ];
  const laid = numbered({ parts: [], annexes }).annexes.map(({ landscape }) => landscape);
  expect(laid).toEqual([false, true, false]);
});
