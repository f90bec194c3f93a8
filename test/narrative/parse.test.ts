import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { parseNarrative } from "../../src/narrative/parse.js";
import { everySlot } from "../../src/narrative/slots.js";
import { FILE, women } from "../claims/manuscript.js";

const slots = everySlot(women);

function parse(text: string) {
  const { sections, issues } = parseNarrative(FILE, text, slots);
  const all = [...issues, ...sections.flatMap((section) => section.issues)];
  return {
    slots: sections.map(({ slot }) => slot),
    found: all.map(({ code, where }) => `${code.slice(10)} ${where?.line}:${where?.column}`),
    /** "item 1. 文字" for each block. */
    blocks: sections.flatMap(({ blocks }) =>
      blocks.map(({ kind, marker, runs }) =>
        [kind, marker, runs.map(({ text, strong }) => (strong ? `<<${text}>>` : text)).join("")].join(" "),
      ),
    ),
    places: sections.flatMap(({ blocks }) => blocks.map(({ where }) => `${where.line}:${where.column}`)),
  };
}

const under = (text: string) => parse(`# 原因分析\n\n${text}\n`);

describe("headings", () => {
  it.each([
    "# 主要做法和成效",
    "## 主要做法 和成效",
    "# 一、主要做法和成效",
    "#主要做法和成效",
    "＃　主要做法和成效　",
    "### （一）**主要做法和成效**",
    "# 1. 主要做法和成效：",
    "# 第一部分 主要做法和成效",
  ])("are known however they are typed: %s", (heading) => {
    expect(parse(`${heading}\n文字。\n`)).toMatchObject({ slots: ["achievements"], found: [] });
  });

  it("of a domain's part may stand alone or below the domain's", () => {
    const nested = parse(
      "# 一、妇女与健康\n## 工作措施\n甲。\n### 小标题\n乙。\n## 建议\n丙。\n# 妇女与教育\n## 建议\n丁。\n",
    );
    expect(nested.slots).toEqual(["health:measures", "health:recommendations", "education:recommendations"]);
    expect(nested.blocks).toEqual([
      "paragraph  甲。",
      "heading  小标题",
      "paragraph  乙。",
      "paragraph  丙。",
      "paragraph  丁。",
    ]);
    expect(nested.found).toEqual([]);
    expect(parse("# 妇女与健康·工作措施\n甲。\n# 妇女与健康 - 建议\n乙。\n").slots).toEqual([
      "health:measures",
      "health:recommendations",
    ]);
  });

  it("below a section's own are part of it, domain names included", () => {
    const { slots: found, blocks } = parse("# 主要做法和成效\n## 妇女与健康\n### 工作措施\n甲。\n");
    expect(found).toEqual(["achievements"]);
    expect(blocks).toEqual(["heading  妇女与健康", "heading  工作措施", "paragraph  甲。"]);
  });

  it("nobody knows, or written twice, are told at their place, and their text is left out", () => {
    const {
      slots: found,
      blocks,
      found: issues,
    } = parse("# 原因分析\n甲。\n# 原因分折\n乙。\n## 原因\n# 原因分析\n丙。\n");
    expect([found, blocks]).toEqual([["causes"], ["paragraph  甲。"]]);
    expect(issues).toEqual(["unknown-heading 3:1", "duplicate-heading 6:1"]);
  });

  it("mistyped are met with the nearest", () => {
    const hint = (text: string) => {
      const { issues, sections } = parseNarrative(FILE, text, slots);
      return [...issues, ...sections.flatMap((section) => section.issues)][0]?.hint;
    };
    expect(hint("# 主要作法和成效\n")).toContain("“主要做法和成效”");
    expect(hint("# 妇女与健康\n## 工作措拖\n")).toContain("·工作措施”");
    expect(hint("# 附录\n")).toContain("对策建议");
  });

  it("missing above a text are told once", () => {
    expect(parse("甲。\n\n乙。\n# 原因分析\n丙。\n").found).toEqual(["text-outside 1:1"]);
  });

  it("name every part of a report, below its chapter's or alone where no other part has the name", () => {
    expect(
      parse(
        "# 导语\n甲。\n# 妇女与健康\n乙。\n## 孕产妇健康\n丙。\n# 总体进展\n## 状态变化\n丁。\n# 评估依据\n戊。\n",
      ),
    ).toMatchObject({
      slots: ["lead", "health", "health/孕产妇健康", "progress/changes", "overview/basis"],
      found: [],
    });
  });

  it("of one's own stay in the part they stand in; one that looks like a part's is told", () => {
    const {
      slots: found,
      blocks,
      found: issues,
    } = parse("# 总体进展\n## 主要特点\n甲。\n### 细目\n乙。\n## 状态变花\n丙。\n## 状态变化\n丁。\n");
    expect(found).toEqual(["progress", "progress/changes"]);
    expect(blocks).toEqual([
      "heading  主要特点",
      "paragraph  甲。",
      "heading  细目",
      "paragraph  乙。",
      "heading  状态变花",
      "paragraph  丙。",
      "paragraph  丁。",
    ]);
    expect(issues).toEqual(["own-heading 6:1"]);
  });

  it("of a part may be written again for the parts below it; its own text has one place", () => {
    const { slots: found, found: issues } = parse(
      "# 妇女与健康\n甲。\n# 妇女与健康\n## 建议\n乙。\n# 妇女与健康\n丙。\n",
    );
    expect(found).toEqual(["health", "health:recommendations"]);
    expect(issues).toEqual(["duplicate-heading 6:1"]);
  });
});

describe("text", () => {
  it("is paragraphs, items and bold", () => {
    const { blocks, found, places } = under(
      "**一是加强领导。**落实*责任*。\n\n3. 甲\n4. 乙\n\n   乙的第二段\n\n- 丙\n  - 丁\n",
    );
    expect(blocks).toEqual([
      "paragraph  <<一是加强领导。>>落实<<责任>>。",
      "item （3） 甲",
      "item （4） 乙",
      "paragraph  乙的第二段",
      "item  丙",
      "item  丁",
    ]);
    expect(places).toEqual(["3:3", "5:4", "6:4", "8:4", "10:3", "11:5"]);
    expect(found).toEqual([]);
  });

  it("that is a heading with a chapter's number is told, a paragraph that begins with one is not", () => {
    expect(under("一、强化组织领导。").found).toEqual(["typed-number 3:1"]);
    expect(under("一、强化组织领导。各部门要压实责任。").found).toEqual([]);
    expect(under("（一）健全机制。").found).toEqual([]);
  });

  it("typed in Notepad keeps its paragraphs; a line broken inside a sentence is joined", () => {
    const { blocks } = under(
      "　　第一段。\n　　第二段讲到\n一半，接着说。\n（三）第三段\n    第四行 A\nB  \n硬换行",
    );
    expect(blocks).toEqual([
      "paragraph  第一段。",
      "paragraph  第二段讲到一半，接着说。",
      "paragraph  （三）第三段第四行 A B",
      "paragraph  硬换行",
    ]);
  });

  it("set in by four spaces is no code, underlined by --- no heading, parted by *** no text", () => {
    expect(under("    甲\n---\n乙\n\n***\n\n丙").blocks).toEqual([
      "paragraph  甲",
      "paragraph  乙",
      "paragraph  丙",
    ]);
  });

  it("has its escapes and entities read, and loses what cannot be seen", () => {
    expect(under("\\*甲\\* &lt;乙&gt; \u202e丙\u200b\u0007").blocks).toEqual(["paragraph  *甲* <乙> 丙"]);
  });
});

describe("lists", () => {
  it.each([
    ["- 甲\n- 乙", ["一是 甲", "二是 乙"]],
    ["1. 甲\n2. 乙", ["（1） 甲", "（2） 乙"]],
    ["- 甲\n  - 子\n  - 丑\n- 乙", ["一是 甲", "① 子", "② 丑", "二是 乙"]],
    [
      "- 甲\n  1. 子\n  2. 丑\n     - 寅\n     - 卯\n- 乙",
      ["一是 甲", "① 子", "② 丑", "—— 寅", "—— 卯", "二是 乙"],
    ],
    ["- 一是甲\n- 二是乙", [" 一是甲", " 二是乙"]],
    ["1. （一）甲\n2. **一是**乙", [" （一）甲", " <<一是>>乙"]],
    ["- 甲", [" 甲"]],
    [
      Array.from({ length: 11 }, () => "- 甲").join("\n"),
      Array.from({ length: 11 }, (_, at) => `（${at + 1}） 甲`),
    ],
  ])("are numbered as official documents do: %s", (text, items) => {
    expect(under(text)).toMatchObject({ found: [], blocks: items.map((item) => `item ${item}`) });
  });
});

describe("a table", () => {
  const table = (text: string) => {
    const { sections } = parseNarrative(FILE, `# 满意度调查\n\n${text}\n`, slots);
    const [section] = sections;
    return {
      tables: section?.blocks.flatMap((block) => (block.table === null ? [] : [block.table])),
      texts: section?.blocks.filter((block) => block.table === null).map(({ runs }) => runs[0]?.text),
      found: section?.issues.map(({ code }) => code.slice(10)),
      checked: section?.passages.map(({ text: each }) => each),
    };
  };
  const BODY = "| 问题 | 满意 |\n| --- | --: |\n| 就医 | 92.5 |\n| 托育 |  |";

  it("has its title, unit, notes and source from the lines around it", () => {
    const { tables, texts, found } = table(
      `问卷结果如下：\n\n表 群众满意度（单位：%）\n\n${BODY}\n\n注：有效问卷500份。\n\n资料来源：评估组问卷\n\n其后。`,
    );
    expect(tables).toEqual([
      {
        title: "群众满意度",
        typedNumber: "",
        unit: "%",
        align: [null, "right"],
        head: ["问题", "满意"],
        rows: [
          ["就医", "92.5"],
          ["托育", ""],
        ],
        notes: ["有效问卷500份。"],
        source: "评估组问卷",
      },
    ]);
    expect([texts, found]).toEqual([["问卷结果如下：", "其后。"], []]);
  });

  it("without a title bears the heading it stands under; a number it was typed with is told", () => {
    expect(table(`## 问卷\n\n${BODY}`).tables?.[0]).toMatchObject({ title: "问卷", unit: "" });
    expect(table(BODY).tables?.[0]).toMatchObject({ title: "满意度调查" });
    expect(table(`表3　满意度\n\n单位：%\n\n${BODY}`)).toMatchObject({
      tables: [{ title: "满意度", unit: "%", typedNumber: "3" }],
      found: ["table-number"],
    });
  });

  it("keeps cells beyond its head, and has all of it checked", () => {
    const { tables, checked } = table("| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 | 3 |");
    expect(tables?.[0]).toMatchObject({ head: ["甲", "乙", ""], rows: [["1", "2", "3"]] });
    expect(checked).toEqual(["甲\t乙\n1\t2\t3"]);
  });
});

describe("a line that is a mark", () => {
  it.each(["〔自动〕", "【自动】", "　［ 自动 ］", "(自动)。"])(
    "stands for itself among text: %s",
    (mark) => {
      const kinds = parseNarrative(FILE, `# 导语\n甲，\n${mark}\n乙。\n`, slots).sections[0]?.blocks.map(
        ({ kind, runs }) => kind + runs.map(({ text }) => text).join(""),
      );
      expect(kinds).toEqual(["paragraph甲，", "auto", "paragraph乙。"]);
    },
  );

  it("is none inside a sentence", () => {
    expect(parse("# 导语\n写一行〔不写〕即可。\n〔不写〕\n").blocks).toEqual([
      "paragraph  写一行〔不写〕即可。",
      "drop  ",
    ]);
  });
});

describe("what a report does not print", () => {
  it.each([
    ["甲<b>乙</b>", ["raw-html 3:2", "raw-html 3:6"], ["paragraph  甲乙"]],
    ["<div>\n甲\n</div>", ["raw-html 3:1"], []],
    ["甲<!-- 注 -->", ["raw-html 3:2"], ["paragraph  甲"]],
    ["<script>alert(1)</script>", ["raw-html 3:1"], []],
    ["甲![图](a.png)", ["not-printed 3:2"], ["paragraph  甲"]],
    ["甲\n\n| a | b |\n|---|---|---|\n| 1 | 2 |", ["not-printed 5:1"], ["paragraph  甲"]],
    ["甲[^1]。", ["not-printed 3:2"], ["paragraph  甲[^1]。"]],
    ["见[网站](http://a.cn)。", ["format-dropped 3:2"], ["paragraph  见网站。"]],
    ["[甲][1]\n\n[1]: http://a.cn", ["format-dropped 3:1", "format-dropped 5:1"], ["paragraph  甲"]],
    ["甲`乙`", ["format-dropped 3:2"], ["paragraph  甲乙"]],
    ["```\n甲\n乙\n```", ["format-dropped 3:1"], ["paragraph  甲", "paragraph  乙"]],
    ["> 甲\n> 乙", ["format-dropped 3:1", "format-dropped 4:1"], ["paragraph  甲乙"]],
  ])("is told at its place: %s", (text, found, blocks) => {
    expect(under(text)).toMatchObject({ found, blocks });
  });
});

/** Pieces a Markdown reader trips over, and plain characters. */
const piece = fc.oneof(
  fc.constantFrom(
    "# 原因分析\n",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "> ",
    "**",
    "_",
    "`",
    "<b>",
    "</",
    ">",
    "<",
    "|---|",
  ),
  fc.constantFrom(
    "![",
    "](",
    "[",
    "]",
    "\t",
    "    ",
    "\\",
    "&lt;",
    "\0",
    "\r",
    "\u2028",
    "。",
    "妇女",
    "2025年",
    "%",
    "（",
  ),
  fc.string({ maxLength: 5, unit: "binary" }),
);

describe("any text", () => {
  test(
    "is read without a throw; blocks have ink, and their letters stand in the file",
    { tags: ["patience"] },
    () => {
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
          const { sections, source } = parseNarrative(FILE, `# 原因分析\n${pieces.join("")}`, slots);
          for (const { blocks, passages } of sections) {
            // What stands around a table is drawn into it, and its cells are checked one by one.
            const tables = blocks.some(({ table }) => table !== null);
            const texts = blocks.map(({ runs }) => runs.map(({ text }) => text).join(""));
            const checked = passages.map(({ text }) => text);
            if (tables) expect(checked).toEqual(expect.arrayContaining(texts.filter((text) => text !== "")));
            else expect(texts).toEqual(checked);
            for (const { text, offsets } of passages) {
              expect(text.trim()).not.toBe("");
              expect(offsets).toHaveLength(text.length);
              expect(offsets.every((offset) => offset >= 0 && offset < source.text.length)).toBe(true);
            }
          }
        }),
        { numRuns: 300 },
      );
    },
  );

  test("yields no tag: what looks like one is refused, not carried on", { tags: ["patience"] }, () => {
    const plain = piece.filter((text) => !/[\\&`]/u.test(text));
    fc.assert(
      fc.property(fc.array(plain, { maxLength: 40 }), (pieces) => {
        const { sections } = parseNarrative(FILE, `# 原因分析\n${pieces.join("")}`, slots);
        const runs = sections.flatMap(({ blocks }) => blocks.flatMap((block) => block.runs));
        for (const { text } of runs) expect(text).not.toMatch(/<b>/u);
      }),
      { numRuns: 300 },
    );
  });

  test("of one endless paragraph, or nested very deep, is read", { tags: ["patience"] }, () => {
    expect(under("甲".repeat(30_000)).blocks).toHaveLength(1);
    expect(under(`${"*a_ ".repeat(300)}${"乙".repeat(20_000)}`).blocks).toHaveLength(1);
    expect(under(">".repeat(2_000)).blocks).toEqual([]);
    expect(under(`${"**甲 ".repeat(700)}${"乙**".repeat(700)}`).blocks).toHaveLength(1);
    expect(under(`${"- ".repeat(700)}丙`).blocks).toHaveLength(1);
    expect(under(`${"- ".repeat(20)}丙`).blocks).toEqual(["item  丙"]);
  });

  test("plain Chinese comes through letter for letter", () => {
    const sentence = fc.stringMatching(/^[一-龥]{1,20}[，。；]{1}[一-龥]{1,20}$/u);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 5 }), (sentences) => {
        expect(under(sentences.join("\n\n")).blocks).toEqual(sentences.map((each) => `paragraph  ${each}`));
      }),
    );
  });
});
