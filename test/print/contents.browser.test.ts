import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { BrowserHandle } from "../../src/print/browser/browser.js";
import { printPdf } from "../../src/print/pdf.js";
import { testBrowser } from "./open-browser.js";
import { openPdf, sheetsOf, type Sheet } from "./read-back.js";

const FACTS = { title: "t", author: "a", subject: "s", keywords: "k", date: "2026-05-20" };

let browser: BrowserHandle;
beforeAll(async () => void (browser = await testBrowser()));
afterAll(() => browser.close());

async function sheetsFor(body: string, style = "", root = ""): Promise<Sheet[]> {
  const head = `<style>@page{size:A4;margin:30mm}h1,h2{break-before:page}${style}</style>`;
  const html = `<!DOCTYPE html><html ${root}><head>${head}</head><body>${body}</body></html>`;
  return sheetsOf(await openPdf(await printPdf(browser, html, FACTS)));
}

const entry = (id: string): string => `<p>${id}=<span data-page-for="${id}"></span>;</p>`;

it("finds targets with any id, whether the template links to them or not", async () => {
  const ids = ["plain", "健康", "a b(1)", "100%"];
  const body = ids.map(entry).join("") + ids.map((id, index) => `<h1 id="${id}">标题${index}</h1>`).join("");
  const [contents] = await sheetsFor(body);
  expect(contents?.text).toBe("plain=1;健康=2;ab(1)=3;100%=4;");
});

it("counts the sheets before page 1 as the page says", async () => {
  const [contents] = await sheetsFor(`${entry("a")}<h1 id="a">A</h1>`, "", 'data-unnumbered="0"');
  expect(contents?.text).toBe("a=2;");
});

it("stays true when filling in a number moves the chapters", async () => {
  // The number of "late" has three digits: in its place it only fits on a line of its own, which
  // sends the last entry, and with it every chapter, one sheet on.
  const late = `<div style="width:5ch;font:20px monospace">aa<span data-page-for="late"></span></div>`;
  const filler = '<div class="fill"></div>';
  const chapters = Array.from({ length: 110 }, (_, index) => `<h2 id="c${index}">章${index}</h2>`).join("");
  const body = `${filler}${late}${entry("c3")}${chapters}<h1 id="late">末</h1>`;
  const sheets = await sheetsFor(body, ".fill{height:230mm}span{display:inline-block;width:auto}");
  const text = sheets.map((sheet) => sheet.text);
  const printed = /c3=(\d+);/.exec(text.join("|"))?.[1];
  expect(Number(printed)).toBe(text.indexOf("章3"));
});

it("refuses an entry that leads nowhere, by name", async () => {
  await expect(sheetsFor(entry("gone"))).rejects.toMatchObject({
    name: "ReportError",
    message: expect.stringContaining("gone") as string,
  });
});

it("needs no 目录", async () => {
  const sheets = await sheetsFor("<p>only</p>");
  expect(sheets.map(({ text }) => text)).toEqual(["only"]);
});

it("says 续表 on the sheets on which a table goes on and on no other, to who copies the text as well", async () => {
  const style = await readFile("templates/style.css", "utf8");
  const table = (name: string, rows: number): string => {
    const body = Array.from({ length: rows }, (_, at) => `<tr><td>${name}${at};</td></tr>`).join("");
    const head = `<tr class="continued" aria-hidden="true"><td>续${name}</td></tr><tr><th>头${name}</th></tr>`;
    const grid = `<table><thead>${head}</thead><tbody>${body}</tbody></table>`;
    return `<div class="table"><div class="caption">表${name}</div><div class="sheets">${grid}</div></div>`;
  };
  const body = `${entry("a")}<h1 id="a">A</h1>${table("单", 3)}${table("双", 150)}`;
  const sheets = (await sheetsFor(body, style)).map(({ text }) => text);
  const first = sheets.findIndex((text) => text.includes("表双"));
  const on = sheets.slice(first + 1);
  expect(sheets.slice(0, first + 1).join("")).not.toContain("续");
  expect(sheets[first]).toContain("头双双0;");
  expect(on.length).toBeGreaterThan(1);
  for (const text of on) expect(text).toMatch(/续双头双双\d+;/u);
});
