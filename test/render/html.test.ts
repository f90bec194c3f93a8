import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ReportError } from "../../src/issues/error.js";
import { renderReport } from "../../src/render/html.js";
import { sampleModel } from "./sample-model.js";

const folder = mkdtempSync(path.join(tmpdir(), "templates-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A template folder of the user's own with these files. */
function override(files: Record<string, string>): { override: string } {
  const own = mkdtempSync(path.join(folder, "own-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(own, name), text);
  return { override: own };
}

async function failure(work: Promise<unknown>): Promise<ReportError> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ReportError) return error;
  throw new Error("expected a ReportError", { cause: error });
}

describe("the page of the bundled templates", () => {
  let html = "";
  beforeAll(async () => {
    html = (await renderReport(sampleModel(), { override: null })).html;
  });

  test("stands alone: it names no other file and no address", () => {
    const addresses = html.match(/(?:src|href)="[^"]*"|url\([^)]{0,40}|@import[^;]*/g) ?? [];
    expect(
      addresses.filter((each) => !/^href="#|^url\(data:|^url\(#/.test(each.replace("&#39;", ""))),
    ).toEqual([]);
    expect(html).not.toContain("<script");
  });

  test("shows a name that looks like markup as text", () => {
    expect(html).toContain("&lt;script&gt;");
  });

  test("keeps a figure in a cell on one line with the beginning of its unit", async () => {
    const model = sampleModel();
    const cell = model.projects.blocks.flatMap(({ tables }) => tables)[0]?.rows[0]?.cells[0];
    cell!.text = "比<8>的目标高8.04/10万，2024年曾达标，差1.52个百分点";
    expect((await renderReport(model, { override: null })).html).toContain(
      '比&lt;8&gt;的目标高<span class="whole">8.04/10万</span>，<span class="whole">2024年</span>曾达标，差<span class="whole">1.52个</span>百分点',
    );
  });

  test("keeps the number of an item with it, and a range of figures whole where the column is wide", async () => {
    const model = sampleModel();
    const table = model.projects.blocks.flatMap(({ tables }) => tables)[0]!;
    const cells = table.rows[0]!.cells;
    cells[0]!.text = "（三）1.促进就业；2.改善结构，2023—2024年达标，比103—107高1.49";
    cells[1]!.text = cells[0]!.text;
    table.columns[0]!.width = "28.00%";
    table.columns[1]!.width = "12.00%";
    const items = '（三）<span class="whole">1.促</span>进就业；<span class="whole">2.改</span>善结构，';
    const page = (await renderReport(model, { override: null })).html;
    expect(page).toContain(
      `${items}<span class="whole">2023—2024年</span>达标，比<span class="whole">103—107</span>高1.49`,
    );
    expect(page).toContain(`${items}2023—<span class="whole">2024年</span>达标，比103—107高1.49`);
  });

  test("marks a short text of a cell, and the dash for none, for the style", async () => {
    const model = sampleModel();
    const [first, second] = model.projects.blocks.flatMap(({ tables }) => tables)[0]?.rows[0]?.cells ?? [];
    first!.text = "基本完成";
    second!.text = "—";
    const page = (await renderReport(model, { override: null })).html;
    expect(page).toContain('"><span class="whole">基本完成</span></td>');
    expect(page).toContain('"><span class="none">—</span></td>');
  });

  test("says its title, language and author", () => {
    expect(html).toContain('<html lang="zh-CN" data-unnumbered="2" data-line-width="156" ');
    expect(html).toContain("<title>永川区妇女发展规划2025年度统计监测报告</title>");
    expect(html).toContain('<meta name="author" content="永川区妇女儿童发展规划监测组">');
  });

  test("leads every entry of the 目录 to a heading that exists once", () => {
    const entries = [...html.matchAll(/<a href="#([^"]+)">/g)].map(([, id]) => id ?? "");
    expect(entries).toHaveLength(16);
    for (const id of entries) {
      expect(html.split(`<h2 id="${id}"`)).toHaveLength(2);
      expect(html).toContain(`data-page-for="${id}"`);
    }
  });

  test("carries the same bytes every time", async () => {
    expect((await renderReport(sampleModel(), { override: null })).html).toBe(html);
  });

  test("gives every id once", () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  test("prints the watermark, and none where the model has none", async () => {
    expect(html).toContain('class="watermark"');
    const model = sampleModel();
    model.document.watermark = "";
    expect((await renderReport(model, { override: null })).html).not.toContain('class="watermark"');
  });
});

describe("a user's own templates", () => {
  test("replace the bundled ones file by file", async () => {
    const { html } = await renderReport(
      sampleModel(),
      override({ "cover.hbs": "<p>{{cover.issuer}}的封面</p>" }),
    );
    expect(html).toContain("<p>永川区妇女儿童发展规划监测组的封面</p>");
    expect(html).toContain('class="contents"');
  });

  test("that name what the model does not have stop the report and say where", async () => {
    const source = override({ "cover.hbs": "<p>\n{{cover.isuer}}</p>" });
    const { issues, exitCode } = await failure(renderReport(sampleModel(), source));
    expect(exitCode).toBe(1);
    expect(issues).toMatchObject([
      { code: "template/unknown-path", where: { file: path.join(source.override, "cover.hbs"), line: 2 } },
    ]);
  });

  test("that do not parse stop the report and say where", async () => {
    const source = override({ "annex.hbs": "<p>\n\n{{#if title}}</p>\n" });
    const { issues } = await failure(renderReport(sampleModel(), source));
    expect(issues.map(({ code }) => code)).toEqual(["template/broken"]);
    expect(issues[0]?.where?.file).toBe(path.join(source.override, "annex.hbs"));
  });

  test("cannot reach beyond the model's own places", async () => {
    const source = override({ "cover.hbs": "{{constructor}}{{document.__proto__}}" });
    const { issues } = await failure(renderReport(sampleModel(), source));
    expect(issues.map(({ code }) => code)).toEqual(["template/unknown-path", "template/unknown-path"]);
  });

  test("may hold files we do not know", async () => {
    const source = override({ "notes.css": "p {}" });
    mkdirSync(path.join(source.override, "old"));
    expect((await renderReport(sampleModel(), source)).html).toContain('class="cover"');
  });

  test("in a folder that is not there are a wrong usage", async () => {
    const { exitCode } = await failure(
      renderReport(sampleModel(), { override: path.join(folder, "missing") }),
    );
    expect(exitCode).toBe(2);
  });
});
