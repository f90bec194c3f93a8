import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BrowserHandle } from "../../src/print/browser/browser.js";
import { printPdf } from "../../src/print/pdf.js";
import { testBrowser } from "./open-browser.js";
import { openPdf, sheetsOf } from "./read-back.js";

const FACTS = { title: "t", author: "a", subject: "s", keywords: "k", date: "2026-05-20" };

let browser: BrowserHandle;
beforeAll(async () => void (browser = await testBrowser()));
afterAll(() => browser.close());

const STYLE = `@page{size:A4;margin:30mm 30mm 27mm}body,h1{font:20px/30px monospace}*{margin:0}h1,.annex{break-before:page}
figure{break-inside:avoid}figure div{height:120mm}td{padding:0}tr{break-inside:avoid}.tight table{line-height:24px}`;

/** A page of 240 mm: 30 lines. Pictures take half a sheet. */
const textOfSheets = (body: string): Promise<string[]> =>
  plainSheets(
    body,
    'data-pictures="figure" data-fillers="p" data-hole-to="200" data-runs=".run" data-tail-to="90"',
  );

/** The text of the sheets behind the 目录. */
async function plainSheets(body: string, root = ""): Promise<string[]> {
  const html = `<!DOCTYPE html><html ${root}><head><style>${STYLE}</style></head><body><p><span data-page-for="a"></span></p><h1 id="a">A</h1>${body}</body></html>`;
  const sheets = await sheetsOf(await openPdf(await printPdf(browser, html, FACTS)));
  return sheets.slice(1).map(({ text }) => text);
}

const lines = (name: string, count: number): string =>
  `<p>${Array.from({ length: count }, (_, at) => `${name}${at}`).join("<br>")}</p>`;

const picture = (name: string): string => `<figure><div></div><figcaption>${name}</figcaption></figure>`;

const rows = (count: number): string =>
  `<table>${Array.from({ length: count }, (_, at) => `<tr><td>r${at};</td></tr>`).join("")}</table>`;

describe("where a picture does not fit on its page", () => {
  it("the paragraph behind it fills the page", async () => {
    const [first, second] = await textOfSheets(lines("a", 18) + picture("图1") + lines("b", 14));
    expect(first).toContain("b9");
    expect(second).toMatch(/b13.*图1$/u);
  });

  it("as many paragraphs do as are needed, and no picture overtakes another", async () => {
    const text = [4, 3, 9].map((count, at) => lines("bcd"[at]!, count)).join("");
    const sheets = await textOfSheets(lines("a", 16) + picture("图1") + picture("图2") + text);
    expect(sheets[0]).toMatch(/b3c0c1c2d0/u);
    expect(sheets.join("")).toMatch(/d8图1图2$/u);
  });

  it("what stands below its own heading fills it whole", async () => {
    const headed = `<div class="headed">${lines("b", 4)}</div>${lines("c", 14)}<div class="headed">${lines("d", 2)}</div>`;
    const text = await plainSheets(
      lines("a", 18) + picture("图1") + headed,
      'data-pictures="figure" data-fillers="p, .headed" data-headed=".headed" data-hole-to="200" data-runs=".run"',
    );
    expect(text.join("")).toMatch(/b3c0.*c13图1.*d1$/su);
  });

  it("nothing changes places over a heading, or where the page does not ask for it", async () => {
    const body = (behind: string): string => lines("a", 18) + picture("图1") + behind;
    const [headed] = await textOfSheets(body(`<h2>题</h2>${lines("b", 14)}`));
    expect(headed).not.toContain("b0");
    const [unasked] = await plainSheets(body(lines("b", 14)));
    expect(unasked).not.toContain("b0");
  });
});

describe("what ends with a few lines alone on its last sheet", () => {
  it("is set tighter where that brings them back", async () => {
    const sheets = await textOfSheets(`<div class="run">${rows(31)}</div><div class="annex">end</div>`);
    expect(sheets).toHaveLength(2);
    expect(sheets[0]).toContain("r30;");
  });

  it("stays as it is where it does not", async () => {
    const long = `<div class="run">${lines("a", 60)}${rows(2)}</div><div class="annex">end</div>`;
    const [asked, unasked] = [await textOfSheets(long), await plainSheets(long)];
    expect(asked).toEqual(unasked);
  });

  it("is set so beside a text whose hole is filled, and both are where the 目录 says", async () => {
    const body = `<div class="run">${lines("a", 18)}${picture("图1")}${lines("b", 14)}</div>
      <div class="run annex">${rows(31)}</div><h1 id="e">E</h1><p><span data-page-for="e"></span></p>`;
    const [first, second, third, last] = await textOfSheets(body);
    expect(first).toContain("b9");
    expect(second).toMatch(/图1$/u);
    expect(third).toMatch(/^r0;.*r30;$/u);
    expect(last).toBe("E4");
  });
});
