import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReportKind, Slot } from "../../../src/narrative/narrative.js";
import { ancestors } from "../../../src/narrative/slots.js";
import {
  KINDS,
  linesOf,
  linesUnder,
  readText,
  tablesIn,
  reportOf,
  slotsOf,
  textsOf,
} from "./written-report.js";

/** The headings that lead to a part, and what is written under the last: # 妇女与健康 / ## 孕产妇健康 / text. */
function under(slot: Slot, slots: readonly Slot[], text: string): string {
  const path = [...ancestors(slot, slots).reverse(), slot];
  return [...path.map(({ heading }, at) => `${"#".repeat(at + 1)} ${heading}`), text, ""].join("\n\n");
}

/** Parts that are made of no others, or that people write beside them. */
const leaves = (slots: readonly Slot[]): Slot[] =>
  slots.filter(({ id, writer }) => writer === "people" || !slots.some(({ parent }) => parent === id));

describe.each(KINDS)("every part of the report (%s)", (kind) => {
  const slots = slotsOf(kind);
  const plain = linesOf(reportOf(kind, ""));

  it("is replaced by what people write in it, its tables and charts are kept", () => {
    const text = leaves(slots).map((slot) => under(slot, slots, `人写的${slot.id}。`));
    const { issues } = readText(text.join("\n"), kind);
    expect(issues.map(({ code, where }) => `${code} ${where?.line}`)).toEqual([]);
    const lines = linesOf(reportOf(kind, text.join("\n")));
    for (const { id } of leaves(slots)) {
      expect(
        lines.filter((line) => line.includes(`人写的${id}。`)),
        id,
      ).toHaveLength(1);
    }
    const kept = (line: string): boolean => /^(?:# |\[)/u.test(line);
    const texts = lines.filter((line) => !kept(line));
    expect(texts.filter((line) => !line.includes("人写的"))).toEqual([]);
    expect(lines.filter((line) => line.startsWith("["))).toEqual(
      plain.filter((line) => line.startsWith("[")),
    );
  });

  it("is left out by 〔不写〕, its tables and charts stay", () => {
    const text = leaves(slots).map((slot) => under(slot, slots, "〔不写〕"));
    const lines = linesOf(reportOf(kind, text.join("\n")));
    // An annex that is text alone stays by name, for texts point to it.
    expect(lines.filter((line) => !/^(?:# |\[)/u.test(line))).toEqual(kind === "midterm" ? ["（略）"] : []);
    expect(lines.filter((line) => line.startsWith("["))).toEqual(
      plain.filter((line) => line.startsWith("[")),
    );
  });

  it("stays as it is where its heading stands empty, and where it says 〔自动〕", () => {
    const generated = leaves(slots).filter(({ writer }) => writer === "report");
    for (const said of ["", "〔自动〕"]) {
      const text = generated.map((slot) => under(slot, slots, said)).join("\n");
      expect(linesOf(reportOf(kind, text))).toEqual(plain);
    }
  });

  it(
    "is headed as before where it lists, whether its headings come as headings or in bold",
    { tags: ["patience"] },
    () => {
      for (const slot of slots.filter(({ lists }) => lists)) {
        const own = textsOf(kind).get(slot.id) ?? [];
        expect(own.filter(({ heading }) => heading !== "").length, slot.id).toBeGreaterThan(0);
        const [first] = own.filter(({ heading }) => heading !== "");
        const asHeadings = own.map(({ heading, text }) =>
          heading === "" ? text : `###### ${heading}\n\n${text}`,
        );
        const inBold = own.map(({ heading, text }) => (heading === "" ? text : `**${heading}**${text}`));
        for (const said of [asHeadings, inBold]) {
          const amended = said.join("\n\n").replace(first?.text ?? "", `${first?.text ?? ""}已商。`);
          const lines = linesOf(reportOf(kind, under(slot, slots, amended)));
          const expected = plain.map((line) =>
            line.endsWith(first?.text ?? "-") && line.includes(first?.heading ?? "-")
              ? `${line}已商。`
              : line,
          );
          expect(lines, slot.id).toEqual(expected);
        }
      }
    },
  );

  it("has what people write before and behind 〔自动〕 around it", () => {
    const generated = leaves(slots).filter(({ writer }) => writer === "report");
    const text = generated.map((slot) => under(slot, slots, `前${slot.id}。\n\n〔自动〕\n\n后${slot.id}。`));
    const lines = linesOf(reportOf(kind, text.join("\n"))).join("\n");
    // A chapter that people alone write of moves those behind it on by one.
    for (const line of plain.map((each) => each.replace(/^# [一二三四五六七八九十]+、/u, "")))
      if (!line.startsWith("〔")) expect(lines).toContain(line.split("。").at(-2) ?? line);
    for (const { id } of generated) {
      expect(lines.indexOf(`前${id}。`)).toBeGreaterThanOrEqual(0);
      expect(lines.indexOf(`后${id}。`)).toBeGreaterThan(lines.indexOf(`前${id}。`));
    }
  });
});

describe("what people write", () => {
  it("leaves the report's own text to point to its own tables, where one of theirs comes before them", () => {
    const own = textsOf("annual").get("alerts")![0]!.text;
    const table = "表 筛查（单位：人）\n\n| 镇街 | 人数 |\n| --- | ---: |\n| 朱沱镇 | 20 |\n";
    const before = `# 妇女与健康\n## 工作措施\n全年筛查20人。\n\n${table}`;
    const lines = linesUnder(reportOf("annual", `${before}\n# 预警清单\n${own}\n`), "预警清单");
    expect(own).toContain("见表3");
    expect(lines[0]).toBe(own.replace("见表3", "见表4"));
  });

  it("in place of a topic stands under its conclusion, or under one of their own in bold", () => {
    const written = (text: string) =>
      linesUnder(reportOf("annual", `# 妇女与健康\n## 妇女“两癌”筛查\n${text}\n`), "妇女与健康").filter(
        (line) => line.startsWith("（二）"),
      );
    const [generated = ""] = written("");
    expect(written("人写。")).toEqual([`${/^[^。]*。/u.exec(generated)![0]}人写。`]);
    expect(written("**筛查面扩大。**人写。")).toEqual(["（二）筛查面扩大。人写。"]);
    expect(written("**筛查面扩大。**\n\n人写。")).toEqual(["（二）筛查面扩大。人写。"]);
  });

  it("of a whole chapter replaces all its text but what is written of its parts", () => {
    const text = "# 妇女与健康\n总的。\n## 孕产妇健康\n专题的。\n## 工作措施\n措施。\n";
    const lines = linesUnder(reportOf("annual", text), "妇女与健康").filter((line) => !line.startsWith("["));
    expect(lines).toEqual(["总的。", "措施。", expect.stringMatching(/^[^（].*专题的。$/u)]);
  });

  it("numbers a list as the place asks where nothing announces it, and （1） where something does", () => {
    const list = "1. **抓筛查。**甲。\n2. **抓参保。**乙。\n";
    const entries = (kind: "annual" | "midterm", text: string) =>
      linesOf(reportOf(kind, `# 对策建议\n${text}`)).filter((line) => /抓筛查。甲|抓参保。乙/u.test(line));
    expect(entries("annual", list)).toEqual(["一是抓筛查。甲。", "二是抓参保。乙。"]);
    expect(entries("midterm", list)).toEqual(["1.抓筛查。甲。", "2.抓参保。乙。"]);
    for (const kind of ["annual", "midterm"] as const)
      expect(entries(kind, `有以下几点：\n\n${list}`)).toEqual(["（1）抓筛查。甲。", "（2）抓参保。乙。"]);
    // 1. is the heading's own.
    expect(entries("midterm", `${list}\n## 其他\n丙。\n\n## 再其他\n丁。\n`)[0]).toBe("（1）抓筛查。甲。");
  });

  it("under headings of their own is numbered on in the chapter, whatever number was typed", () => {
    const own = "# 妇女与健康\n## 一、经验做法\n甲。\n### （1）细目\n乙。\n## 体会\n- 丙\n";
    const lines = linesUnder(reportOf("annual", own), "妇女与健康");
    const from = lines.findIndex((line) => line.includes("经验做法"));
    expect(lines.slice(from)).toEqual([
      "（五）经验做法。甲。",
      "细目。乙。",
      "（六）体会",
      expect.stringContaining("丙"),
    ]);
  });

  it("under headings of their own in a chapter of sections is a section behind them", () => {
    const text = "# 总体进展\n## 主要特点\n甲。\n### 其一\n乙。\n## 薄弱环节\n丙。\n";
    const lines = linesOf(reportOf("midterm", text));
    const from = lines.indexOf("# （三）主要特点");
    expect(lines.slice(from, from + 5)).toEqual([
      "# （三）主要特点",
      "甲。",
      "其一。乙。",
      "# （四）薄弱环节",
      "丙。",
    ]);
    expect(linesUnder(reportOf("midterm", text), "总体情况")).toEqual(
      linesUnder(reportOf("midterm", ""), "总体情况"),
    );
  });

  it("as a table is set like those of the report and numbered with them", () => {
    const text =
      "# 满意度调查\n问卷如下。\n\n表 满意度\n\n| 问题 | 满意 |\n|---|---|\n| <b>就医 | 9.5 |\n| 托育 | |\n";
    const model = reportOf("midterm", text);
    const all = linesOf(model).filter((line) => line.startsWith("[表"));
    expect(all.map((line) => /表\d+/u.exec(line)?.[0])).toEqual(all.map((_, at) => `表${at + 1}`));
    expect(linesUnder(model, "满意度调查")).toEqual([
      "问卷如下。",
      expect.stringMatching(/^\[表\d+ 满意度\]$/u),
    ]);
    const table = tablesIn(model).find(({ title }) => title === "满意度");
    expect(table?.columns.map(({ align }) => align)).toEqual(["left", "right"]);
    expect(table?.rows.map(({ cells }) => cells.map((cell) => cell.text))).toEqual([
      ["就医", "9.5"],
      ["托育", "—"],
    ]);
  });

  it("of a part that this report does not have stands in the chapter it would be in", () => {
    const text = "# 妇女与教育\n## 女性受教育程度\n人写。\n";
    expect(linesUnder(reportOf("annual", text), "妇女与教育").at(-1)).toBe("女性受教育程度。人写。");
  });

  it("can drop a chapter without tables altogether; the others close up", () => {
    const titles = linesOf(reportOf("annual", "# 存在的主要问题\n〔不写〕\n")).filter((line) =>
      line.startsWith("# "),
    );
    expect(titles.join()).not.toContain("存在的主要问题");
    expect(titles.filter((title) => !title.startsWith("# 附件")).slice(-3)).toEqual([
      "# 九、重点项目进展情况",
      "# 十、对策建议",
      "# 十一、预警清单",
    ]);
  });
});

describe.each(KINDS)("a file of all the year's reports (%s)", (kind) => {
  /** Parts that stand in no other of them, and those that do: what is written of the outer takes the place of the inner. */
  const halves = KINDS.flatMap((of) => {
    const slots = slotsOf(of);
    const inner = leaves(slots);
    return [inner, slots.filter((slot) => !inner.includes(slot))].map((half) => ({ of, half }));
  });

  it.each(halves)(
    "prints what is written of any part, or tells that it is another report's",
    ({ of, half }) => {
      const texts = half.map((slot, at) => under(slot, slotsOf(of), `这是人写的第${at}句话。`));
      const codes = readText(texts.join(""), kind).issues.map(({ code }) => code);
      const printed = linesOf(reportOf(kind, texts.join(""))).join("\n");
      const own = new Set(slotsOf(kind).map(({ id }) => id));
      const missing = half.filter((_, at) => !printed.includes(`这是人写的第${at}句话。`));
      expect(missing.filter(({ id }) => own.has(id))).toEqual([]);
      expect(codes.includes("narrative/other-report")).toBe(missing.length > 0);
      // What people alone write is printed by both kinds of report, but for what belongs to an evaluation.
      const byPeople = missing.filter(({ writer }) => writer === "people").map(({ id }) => id);
      const evaluations = kind === "annual" && half.some(({ id }) => id === "achievements");
      expect(byPeople).toEqual(
        evaluations
          ? ["overview/organisation", "achievements", "experience", "survey", "causes", "conclusion"]
          : [],
      );
    },
  );

  it("prints what is asked for a domain behind what is asked of all, numbered on", () => {
    const text = "# 对策建议\n1. 甲。\n2. 乙。\n# 妇女与教育\n## 建议\n丙。\n";
    const lines = linesOf(reportOf(kind, text)).filter((line) => /^.+?(?:甲。|乙。|方面。丙。)$/u.test(line));
    expect(lines).toEqual(
      kind === "annual"
        ? ["一是甲。", "二是乙。", "三是妇女与教育方面。丙。"]
        : ["1.甲。", "2.乙。", "3.妇女与教育方面。丙。"],
    );
  });
});

/** Headings of the report and of nobody, at any depth, and text between them. */
const manuscript = fc.array(
  fc.oneof(
    fc.record({
      heading: fc.oneof(
        fc.constantFrom(...KINDS.flatMap((kind) => slotsOf(kind).map(({ heading }) => heading))),
        fc.constantFrom("附录", "自拟标题", "一、其他", "妇女与健康·建议", "总体情况", "（二）小结"),
      ),
      depth: fc.integer({ min: 1, max: 4 }),
    }),
    fc.constantFrom("句", "句", "- 句", "1. 句", "**句**", "句\n〔自动〕", "〔自动〕", "〔不写〕"),
  ),
  { maxLength: 14 },
);

it("no sentence is lost: each is in the report, or in a finding's section", { tags: ["patience"] }, () => {
  fc.assert(
    fc.property(manuscript, fc.constantFrom(...KINDS), (pieces, kind: ReportKind) => {
      const lines = pieces.map((piece, at) =>
        typeof piece === "string"
          ? piece.replace("句", `第${at}句话。`)
          : `${"#".repeat(piece.depth)} ${piece.heading}`,
      );
      const text = lines.join("\n\n");
      const { issues } = readText(text, kind);
      const printed = linesOf(reportOf(kind, text)).join("\n");
      const told = new Set(issues.map(({ where }) => where?.line));
      lines.forEach((line, at) => {
        const sentence = /第\d+句话。/u.exec(line)?.[0];
        if (sentence === undefined || printed.includes(sentence)) return;
        if (belongsToOther(text, sentence, kind)) {
          expect(issues.map(({ code }) => code)).toContain("narrative/other-report");
          return;
        }
        // The headings above it, up to the one of the finding.
        const above = lines
          .slice(0, at + 1)
          .map((_, nth) => lines.slice(0, nth).join("\n\n").split("\n").length + (nth === 0 ? 0 : 2));
        expect(
          above.some((line) => told.has(line)),
          `${sentence}\n${text}`,
        ).toBe(true);
      });
    }),
    { numRuns: 60 },
  );
});

/** Text that is printed in another kind of report of the same year, and is no matter of this one. */
function belongsToOther(text: string, sentence: string, kind: ReportKind): boolean {
  return KINDS.some(
    (other) =>
      other !== kind &&
      JSON.stringify(readText(text, other).narrative).includes(sentence) &&
      !JSON.stringify(readText(text, kind).narrative).includes(sentence),
  );
}
