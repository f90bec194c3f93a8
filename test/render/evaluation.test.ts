import { beforeAll, describe, expect, test } from "vitest";
import { renderReport } from "../../src/render/html.js";
import { dataTableSheets } from "../../src/render/sheets/tables.js";
import { sampleEvaluation } from "./sample-evaluation.js";
import { DOMAINS, ROW_NAMES } from "./sample-tables.js";

describe("the page of an evaluation report", () => {
  let html = "";
  beforeAll(async () => {
    html = (await renderReport(sampleEvaluation(), { override: null })).html;
  });

  test("leads every entry of the 目录 to a heading that exists once", () => {
    const entries = [...html.matchAll(/<a href="#([^"]+)">/g)].map(([, id]) => id ?? "");
    // 摘要, five chapters, eight domains, four annexes, the list of gaps.
    expect(entries).toHaveLength(1 + 5 + DOMAINS.length + 4 + 1);
    for (const id of entries) {
      expect(html.match(new RegExp(`<h[1-3] id="${id}"`, "g"))).toHaveLength(1);
      expect(html).toContain(`data-page-for="${id}"`);
    }
  });

  test("gives every id once", () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  test("ranks headings without a step left out: chapter, section, conclusion", () => {
    const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    const steps = levels.slice(1).map((level, i) => level - (levels[i] ?? 0));
    expect(Math.max(...steps)).toBe(1);
    expect(html).toContain('<h3 id="domains0">（一）妇女与健康</h3>');
    expect(html).toContain("<h4>1. 妇女健康水平稳步提高。</h4>");
  });

  test("sets people's text as text, strong words and markers apart", () => {
    expect(html).toContain('<p class="heading"><span>健全工作机制</span></p>');
    expect(html).toContain('<span class="marker">1.</span><span><b>免费检查。</b>2025年');
    expect(html).toContain("&lt;b&gt;两癌&lt;/b&gt; &amp; 产检");
  });

  test("marks a gap, and lists the gaps on the last page of a draft only", async () => {
    expect(html.match(/class="prose gap"/g)).toHaveLength(1);
    expect(html.indexOf("待补内容清单</strong>")).toBeGreaterThan(html.indexOf('id="annex-3"'));
    const finished = { ...sampleEvaluation(), gaps: [] };
    expect((await renderReport(finished, { override: null })).html).not.toContain("待补内容清单");
  });

  test("a heat map is a table: every row and year has its letter, the legend its name", () => {
    const [map = ""] = /<table class="heat"[\s\S]*?<\/table>/.exec(html) ?? [];
    const rows = map.match(/<tr>[\s\S]*?<\/tr>/g) ?? [];
    // Legend and years stand above the rows, and with them at the head of each page.
    expect(rows).toHaveLength(ROW_NAMES.length + 2);
    for (const row of rows.slice(2))
      expect(row.match(/<td class="\w+"><b>\p{Script=Han}<\/b><\/td>/gu)).toHaveLength(5);
    expect(html).toContain('<b class="cell offTrack">难</b>达标困难');
  });
});

test("characters no bundled font has are a warning, not a silent box", async () => {
  const model = sampleEvaluation();
  expect((await renderReport(model, { override: null })).issues).toEqual([]);
  model.cover.issuer = "评估组\u{E5A3}";
  expect((await renderReport(model, { override: null })).issues).toMatchObject([
    { code: "template/no-glyph", severity: "warning", message: expect.stringContaining("U+E5A3") as string },
  ]);
});

test("the tables of chapters and sections are sheets, those of the annexes around them", () => {
  const model = sampleEvaluation();
  const names = dataTableSheets(model).map(({ name }) => name);
  expect(names[0]).toBe("妇女发展规划监测指标数据");
  expect(names[1]).toBe("表1 重点项目进展情况");
  expect(names.at(-1)).toBe("说明");
});
