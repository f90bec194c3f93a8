import { describe, expect, it } from "vitest";
import type { AnnualModel, Paragraph } from "../../../src/report/model.js";
import { cited, spansOf, uncited } from "../../../src/report/words/cited.js";
import { sampleEvaluation } from "../../render/sample-evaluation.js";
import { sampleModel } from "../../render/sample-model.js";
import { all, bodyOf, elementsOf, looked, partOf, textOf, written } from "./package.js";

function told(text: string, heading = ""): Paragraph {
  return { heading, text: uncited(text), spans: spansOf(text) };
}

/** A short report that begins with these paragraphs. */
function opening(...paragraphs: Paragraph[]): AnnualModel {
  const blocks = paragraphs.map((paragraph) => ({
    paragraphs: [paragraph],
    tables: [],
    charts: [],
    prose: [],
  }));
  return { ...sampleModel(), domains: [], annexes: [], lead: { number: "", heading: "", blocks } };
}

it(
  "sets people's footnotes as Word's own, with nothing of them in the text but what points at them",
  { tags: ["patience"] },
  async () => {
    const bytes = await looked(sampleEvaluation());
    const notes = await partOf(bytes, "word/footnotes.xml");
    expect(notes).toContain('<w:footnote w:id="1">');
    expect(textOf(notes)).toContain("含经济开发区，&lt;b&gt;两癌&lt;/b&gt;检查2025年起免费。");
    const body = await partOf(bytes, "word/document.xml");
    expect(body).toMatch(/免费检查覆盖各镇街<\/w:t><\/w:r><w:r>.{0,80}<w:footnoteReference w:id="1"\/>/u);
    expect(textOf(body)).not.toMatch(/①|含经济开发区/u);
  },
);

describe.each([
  ["annual", sampleModel],
  ["midterm", sampleEvaluation],
])("a Word report (%s)", (_, model) => {
  it("is the same bytes twice, whatever was written in between", { tags: ["patience"] }, async () => {
    const first = await looked(model());
    await written(opening(told("别的报告。")));
    expect(Buffer.compare(first, await written(model()))).toBe(0);
  });

  it("is well-formed in every part of ours", { tags: ["patience"] }, async () => {
    const bytes = await looked(model());
    const names = [
      "word/document.xml",
      "word/settings.xml",
      "word/styles.xml",
      "docProps/core.xml",
      "docProps/custom.xml",
    ];
    for (const name of [...names, "word/header1.xml", "word/footer1.xml"])
      expect(await elementsOf(bytes, name), name).toBeGreaterThan(1);
  });

  it(
    "gives every width twice: of the table and of its columns, which Word and WPS read",
    { tags: ["patience"] },
    async () => {
      const tables = all(await bodyOf(model()), /<w:tbl>(.*?)<\/w:tbl>/gsu);
      expect(tables.length).toBeGreaterThan(3);
      for (const table of tables) {
        const columns = all(table, /<w:gridCol w:w="(\d+)"/gu).map(Number);
        expect(all(table, /<w:tblW w:type="dxa" w:w="(\d+)"/gu)).toEqual([
          String(columns.reduce((sum, width) => sum + width, 0)),
        ]);
        expect(table.match(/<w:tc>/gu)).toHaveLength(table.match(/<w:tcW w:type="dxa"/gu)?.length ?? 0);
      }
    },
  );

  it("leaves no gap between figures and characters, in any style", async () => {
    const styles = await partOf(await looked(model()), "word/styles.xml");
    const [normal = ""] = all(styles, /<w:style [^>]*w:styleId="Normal">(.*?)<\/w:style>/gsu);
    expect(normal).toContain('<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>');
    expect(styles.match(/w:autoSpaceD[EN]/gu)).toHaveLength(2);
  });

  it("splits no row, and repeats the head of every table of the report", async () => {
    const tables = all(await bodyOf(model()), /<w:tbl>(.*?)<\/w:tbl>/gsu);
    for (const table of tables) {
      expect(table.match(/<w:cantSplit\/>/gu)).toHaveLength(table.match(/<w:tr>/gu)?.length ?? 0);
    }
    expect(tables.slice(1).filter((table) => !table.includes("<w:tblHeader/>"))).toEqual([]);
  });

  it("names a table on every page it goes on upon: its caption is a row that is repeated", async () => {
    const rows = all(await bodyOf(model()), /<w:tr>(.*?)<\/w:tr>/gsu);
    const captions = rows.filter((row) => row.includes('<w:pStyle w:val="TableCaption"/>'));
    expect(captions.length).toBeGreaterThan(3);
    expect(captions.filter((row) => !row.includes("<w:tblHeader/>"))).toEqual([]);
    const outside = (await bodyOf(model())).replaceAll(/<w:tbl>.*?<\/w:tbl>/gsu, "");
    expect(outside).not.toContain('"TableCaption"');
  });

  it("keeps a picture on one page with what it is called and what is said of it", async () => {
    const paragraphs = (await bodyOf(model())).split("</w:p>");
    const styled = (style: string, at: number): boolean =>
      paragraphs[at]?.includes(`<w:pStyle w:val="${style}"/>`) ?? false;
    const called = paragraphs.flatMap((_text, at) => (styled("Caption", at) ? [at] : []));
    expect(called.length).toBeGreaterThan(0);
    for (const at of called) {
      if (styled("TableNote", at + 1)) expect(paragraphs[at]).toContain("<w:keepNext/>");
      // The cell of a map before its caption.
      if (styled("TableNote", at - 1)) expect(paragraphs[at - 1]).toContain("<w:keepNext/>");
    }
  });

  it("has a bookmark name and number once", async () => {
    const body = await bodyOf(model());
    const names = all(body, /<w:bookmarkStart w:name="([^"]*)"/gu);
    const ids = all(body, /<w:bookmarkStart [^>]*w:id="(\d+)"/gu);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(ids).size).toBe(ids.length);
    expect(all(body, /<w:bookmarkEnd w:id="(\d+)"/gu).toSorted()).toEqual(ids.toSorted());
  });
});

describe("a picture", () => {
  it("says in words what every picture shows", async () => {
    const described = all(await bodyOf(sampleModel()), /<wp:docPr [^>]*descr="([^"]*)"/gu);
    expect(described.length).toBeGreaterThan(1);
    expect(described).not.toContain("");
  });
});

describe("a figure", () => {
  const W03 = `由2024年的${cited("0", "W03", 2024)}升至${cited("13.30/10万", "W03", 2025)}，再说一次${cited("13.30/10万", "W03", 2025)}`;
  const PART = `区人大代表中女性比例为${cited("30.12%", "W22.1", 2025)}`;

  it("is one run with its unit inside a bookmark of its row and year", async () => {
    const body = await bodyOf(opening(told(`${W03}；${PART}。`)));
    const marks = /<w:bookmarkStart w:name="(r_[^"]*)"[^>]*\/>(.*?)<w:bookmarkEnd/gu;
    const figures = [...body.matchAll(marks)].map(([, name, inner = ""]) => [
      name,
      textOf(inner),
      inner.match(/<w:r>/gu)?.length,
    ]);
    expect(figures).toEqual([
      ["r_W03_2024_1", "0", 1],
      ["r_W03_2025_1", "13.30/10万", 1],
      ["r_W03_2025_2", "13.30/10万", 1],
      ["r_W22_1_2025_1", "30.12%", 1],
    ]);
  });

  it("leaves the text as the report has it", async () => {
    expect(textOf(await bodyOf(opening(told(`${W03}。`))))).toContain(
      "由2024年的0升至13.30/10万，再说一次13.30/10万。",
    );
  });
});

describe("a table", () => {
  const text = { text: "", number: "", decimals: "", colspan: "1", mark: "", row: "", year: "" };
  const figure = { ...text, text: "－0.0103", number: "-0.0103", decimals: "4", row: "C17", year: "2030" };

  function tableOf(count: number): AnnualModel {
    const model = sampleModel();
    const each = Array.from({ length: count }, () => figure);
    const head = each.map(() => ({ text: "比上年", colspan: "1", rowspan: "1" }));
    const columns = each.map(() => ({ align: "right" as const, width: `${100 / count}%` }));
    const rows = [{ group: false, cells: each }];
    const table = {
      number: "表1",
      title: "变化",
      unit: "",
      head: [head],
      columns,
      rows,
      notes: [],
      source: "",
    };
    const block = { paragraphs: [], tables: [table], charts: [], prose: [] };
    return {
      ...model,
      annexes: [],
      domains: [],
      projects: { ...model.projects, blocks: [block] },
    };
  }

  it("sets the dash for a text there is none of in the middle of its column", async () => {
    const model = sampleModel();
    const [table] = model.projects.blocks.flatMap(({ tables }) => tables);
    const at = table!.columns.findIndex(({ align }) => align === "left");
    for (const row of table!.rows) row.cells[at]!.text = "—";
    const cells = (await bodyOf(model)).match(/<w:p>(?:(?!<w:p>).)*>—<\/w:t>/gsu) ?? [];
    expect(cells.length).toBeGreaterThanOrEqual(table!.rows.length);
    for (const cell of cells) expect(cell).toMatch(/<w:jc w:val="(?:center|right)"\/>/u);
  });

  it("sets a figure narrower that no column has room for, and no other", async () => {
    const scales = async (count: number) =>
      all(
        await bodyOf(tableOf(count)),
        /<w:bookmarkStart w:name="r_C17_2030_1"(?:(?!<\/w:tc>).)*<w:w w:val="(\d+)%?"/gu,
      );
    expect(await scales(16)).toHaveLength(1);
    expect(await scales(4)).toEqual([]);
    const heads = async (count: number) =>
      all(await bodyOf(tableOf(count)), /<w:w w:val="(\d+)%?"\/>(?:(?!<\/w:r>).)*比上年/gu);
    expect(await heads(16)).toHaveLength(16);
    expect(await heads(4)).toEqual([]);
  });
});

describe("what the file says of itself", () => {
  it("names report and model", async () => {
    const custom = await partOf(await looked(sampleModel()), "docProps/custom.xml");
    expect(all(custom, /name="([^"]*)"/gu)).toEqual(["report-id", "report-model"]);
    expect(all(custom, /<vt:lpwstr>([^<]*)</gu)).toEqual(["women-2025-annual", "ab12"]);
  });

  it("is of the report's day, not of the clock", async () => {
    const core = await partOf(await looked(sampleModel()), "docProps/core.xml");
    expect(all(core, /W3CDTF">([^<]*)</gu)).toEqual(["2026-05-20T00:00:00Z", "2026-05-20T00:00:00Z"]);
  });

  it.each([
    ["征求意见稿", "", true],
    ["初稿", "示例数据 · 初稿", true],
    ["送审稿", "示例数据", false],
    ["", "", false],
  ])("tracks amendments while it is sent round: %s, %s", async (review, watermark, tracked) => {
    const model = opening(told("全区妇幼保健网络进一步完善。"));
    const sent = { ...model, cover: { ...model.cover, review }, document: { ...model.document, watermark } };
    const bytes = await written(sent);
    const settings = await partOf(bytes, "word/settings.xml");
    expect(settings.includes("<w:trackRevisions/>")).toBe(tracked);
    expect(settings).toContain("<w:mirrorMargins/>");
    const marks = [watermark, review === "征求意见稿" ? review : ""].filter((mark) => mark !== "");
    expect(all(await partOf(bytes, "word/header1.xml"), /string="([^"]*)"/gu)).toEqual(
      marks.length === 0 ? [] : [marks.join(" · ")],
    );
  });
});

describe("the 目录", () => {
  it("has the printed page numbers, and asks for no refreshing", { tags: ["patience"] }, async () => {
    const body = await bodyOf(sampleModel(), { pages: { "domain-0": "17", "annex-3": "93" } });
    const entries = all(body, /<w:pStyle w:val="TOC1"\/>(.*?)<\/w:p>/gsu).map(textOf);
    expect(entries.at(0)).toBe("一、妇女与健康17");
    expect(entries.at(-1)).toBe("附件4　评价方法说明93");
    expect(body).not.toContain("w:dirty");
  });

  it("estimates them where nothing was printed: none is missing, and they rise", async () => {
    const body = await bodyOf(sampleEvaluation());
    const pages = all(body, /<w:pStyle w:val="TOC[12]"\/>(.*?)<\/w:p>/gsu).map((entry) =>
      Number(/\d+$/u.exec(textOf(entry))?.[0]),
    );
    expect(pages.length).toBeGreaterThan(5);
    expect(pages).toEqual(pages.toSorted((a, b) => a - b));
  });

  it("leads to a heading each", async () => {
    const body = await bodyOf(sampleEvaluation());
    const targets = all(body, /<w:hyperlink [^>]*w:anchor="([^"]*)"/gu);
    const names = all(body, /<w:bookmarkStart w:name="(_Toc[^"]*)"/gu);
    expect(targets.length).toBeGreaterThan(5);
    expect(targets.filter((target) => !names.includes(target))).toEqual([]);
  });
});

describe("what people wrote", () => {
  const HOSTILE = `</w:t><w:br/>&amp;"\u0007响\u202e铃\ud800半\ufffe{a}{{b}}`;

  it("stays text", async () => {
    const model = opening(told(HOSTILE, `（一）${HOSTILE}`));
    const bytes = await written({
      ...model,
      document: { ...model.document, title: HOSTILE, watermark: HOSTILE },
    });
    for (const name of ["word/document.xml", "docProps/core.xml", "word/header1.xml"]) {
      const part = await partOf(bytes, name);
      expect(await elementsOf(bytes, name), name).toBeGreaterThan(1);
      expect(part).not.toContain(`</w:t><w:br/>&`);
      expect(part).toContain("&lt;/w:t&gt;");
    }
    expect(textOf(await bodyOf(model))).toContain(`\ufffd响\ufffd铃\ufffd半\ufffd{a}{{b}}`);
  });
});

describe("a 红头", () => {
  it("stands above the title: name, number, rule", async () => {
    const body = await bodyOf(opening(told("全区妇幼保健网络进一步完善。")), {
      redHead: ["某某办公室文件", "某办〔2026〕3号"],
    });
    const styles = all(body, /<w:pStyle w:val="(RedHead|RedHeadNumber|Title)"/gu);
    expect(styles).toEqual(["RedHead", "RedHeadNumber", "Title", "Title"]);
    expect(body.match(/<w:pageBreakBefore\/>/gu)).toHaveLength(1);
  });
});
