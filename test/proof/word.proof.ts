import { readFile, writeFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BrowserHandle } from "../../src/print/browser/browser.js";
import { takePictures } from "../../src/print/pictures.js";
import { renderPictures } from "../../src/render/pictures.js";
import type { Block, Table } from "../../src/report/model.js";
import { entriesOf } from "../../src/word/write/contents.js";
import { outlineOf } from "../../src/word/write/outline.js";
import { testBrowser } from "../print/open-browser.js";
import { picturesOf, written } from "../word/write/package.js";
import { officeFolder } from "./office.js";
import { lineByLine, pagesOf, type Page } from "./pages.js";
import { sampleReports, type SampleReport } from "./word-reports.js";

const folder = officeFolder();
let reports: SampleReport[] = [];
let browser: BrowserHandle;

const NAMES = [2025, 2030].flatMap((year) =>
  ["women", "children"].flatMap((plan) =>
    ["annual", year === 2025 ? "midterm" : "final"].map((kind) => `${plan}-${year}-${kind}`),
  ),
);

beforeAll(async () => {
  browser = await testBrowser();
  reports = await sampleReports();
  for (const { name, model } of reports) {
    const pictures = await takePictures(browser, await renderPictures(model));
    await writeFile(folder.file(`${name}.docx`), await written(model, { pictures }));
  }
  const files = reports.map(({ name }) => folder.file(`${name}.docx`));
  await folder.convert(files, "pdf", folder.file("pdf"));
  // Eight reports of forty pages: an office suite takes some seconds for each.
}, 900_000);

afterAll(() => browser.close());

it("makes every report there is", () => {
  expect(reports.map(({ name }) => name).toSorted()).toEqual(NAMES.toSorted());
});

describe.each(NAMES)("the Word report %s, printed by LibreOffice", (name) => {
  it("has every heading, in the order of the report", async () => {
    const text = (await printed(name)).slice(3).map(textOn).join("");
    let at = 0;
    for (const heading of headingsOf(name)) {
      const found = text.indexOf(bare(heading), at);
      expect(found, heading).toBeGreaterThanOrEqual(at);
      at = found;
    }
  });

  it("has every figure with its unit in the text, and every cell of figures in the tables", async () => {
    const text = (await printed(name)).map(textOn).join("");
    const blocks = blocksOf(name);
    const figures = blocks.flatMap(({ paragraphs }) => paragraphs.flatMap(({ spans }) => spans));
    const cited = figures.filter(({ row }) => row !== "");
    expect(cited.length).toBeGreaterThan(30);
    expect(cited.filter((span) => !text.includes(bare(span.text)))).toEqual([]);
    const cells = tablesOf(name).flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    const numbers = cells.filter(({ number }) => number !== "").map((cell) => bare(cell.text));
    expect(numbers.filter((number) => !text.includes(number))).toEqual([]);
  });

  it("has the caption of every table and picture, and as many pictures as the report", async () => {
    const text = (await printed(name)).map(textOn).join("");
    const captions = [...tablesOf(name), ...blocksOf(name).flatMap(({ charts }) => charts)]
      .filter(({ title }) => title !== "")
      .map(({ number, title }) => bare(`${number}${title}`));
    expect(captions.filter((caption) => !text.includes(caption))).toEqual([]);
    const pictures = await picturesOf(await readFile(folder.file(`${name}.docx`)));
    expect(pictures.described).toBe(pictures.svg);
    expect(pictures.png).toBe(pictures.svg);
  });

  it("is on A4, upright and on its side, with numbers outside: odd to the right, even to the left", async () => {
    const [, , ...pages] = await printed(name);
    const sizes = new Set(
      (await printed(name)).map(({ width, height }) => `${Math.round(width)}×${Math.round(height)}`),
    );
    expect([...sizes].toSorted()).toEqual(["595×842", "842×595"]);
    pages.forEach((page, at) => {
      const number = at + 1;
      expect(footOf(page), `page ${number}`).toContain(`—${number}—`);
      const [foot] = page.runs
        .filter(({ text }) => text.includes("—") && bare(text).startsWith("—"))
        .toSorted((a, b) => a.y - b.y);
      if (page.width < page.height && foot !== undefined)
        expect(foot.x > page.width / 2, `page ${number}`).toBe(number % 2 === 1);
    });
  });
});

/** Points: what stands left of it on a page turned on its side is the number, set upright for whoever turns the page. */
const SIDE = 95;

/** The text of a page without a number set on its side, whose runs lie between the lines. */
function textOn({ runs, width, height }: Page): string {
  return lineByLine(width < height ? runs : runs.filter(({ x }) => x > SIDE));
}

/** The number of a page, wherever it stands. */
function footOf({ runs, width, height }: Page): string {
  return lineByLine(width < height ? runs : runs.filter(({ x }) => x <= SIDE));
}

function bare(text: string): string {
  return text.replace(/\s/gu, "");
}

function reportOf(name: string): SampleReport["model"] {
  const report = reports.find((each) => each.name === name);
  if (report === undefined) throw new Error(`there is no report ${name}`);
  return report.model;
}

async function printed(name: string): Promise<Page[]> {
  return pagesOf(await readFile(folder.file("pdf", `${name}.pdf`)));
}

/** What the 目录 names, without its numbers. */
function headingsOf(name: string): string[] {
  return entriesOf(outlineOf(reportOf(name))).map(({ text }) => text);
}

function blocksOf(name: string): Block[] {
  const { opening, chapters, annexes } = outlineOf(reportOf(name));
  const inner = chapters.flatMap(({ blocks, sections }) => [
    ...blocks,
    ...sections.flatMap((section) => section.blocks),
  ]);
  return [...opening, ...inner, ...annexes.flatMap(({ blocks }) => blocks)];
}

function tablesOf(name: string): Table[] {
  return blocksOf(name).flatMap(({ tables }) => tables);
}
