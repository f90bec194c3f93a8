import { afterAll, beforeAll, expect, it } from "vitest";
import type { BrowserHandle } from "../../src/print/browser/browser.js";
import { printPdf } from "../../src/print/pdf.js";
import { testBrowser } from "./open-browser.js";
import { openPdf, sheetsOf } from "./read-back.js";

const FACTS = { title: "t", author: "a", subject: "s", keywords: "k", date: "2026-05-20" };

let browser: BrowserHandle;
beforeAll(async () => void (browser = await testBrowser()));
afterAll(() => browser.close());

/** A page of 240 mm: 30 lines. */
const STYLE = `@page{size:A4;margin:30mm 30mm 27mm}body,h1{font:20px/30px monospace}*{margin:0}h1{break-before:page}
table{border-spacing:0}td,th{padding:0;text-align:left;font-weight:normal}tr{break-inside:avoid}.g{break-after:avoid}`;

const GROUPS = 'data-group-lines=".g" data-again="again;" data-runs=".run"';

/** The text of the sheets behind the 目录. */
async function sheetsWith(body: string, root = GROUPS): Promise<string[]> {
  const html = `<!DOCTYPE html><html ${root}><head><style>${STYLE}</style></head><body><p><span data-page-for="a"></span></p><h1 id="a">A</h1><div class="run">${body}</div></body></html>`;
  const sheets = await sheetsOf(await openPdf(await printPdf(browser, html, FACTS)));
  return sheets.slice(1).map(({ text }) => text);
}

/** Groups of so many rows each, by their names. */
const table = (groups: Record<string, number>): string => {
  const rows = Object.entries(groups).map(([name, count]) => {
    const own = Array.from({ length: count }, (_, at) => `<tr><td>${name}${at};</td></tr>`);
    return `<tr class="g"><th>${name};</th></tr>${own.join("")}`;
  });
  return `<table><thead><tr><th>head;</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
};

it("names the group within which a sheet begins, on every sheet, and no other", async () => {
  const sheets = await sheetsWith(table({ p: 10, q: 70, r: 5 }));
  expect(sheets.map((text) => text.match(/again;/gu)?.length ?? 0)).toEqual([0, 1, 1, 1]);
  for (const text of sheets.slice(1)) expect(text).toMatch(/^head;([qr]);again;\1\d+;/u);
  expect(
    sheets
      .join("")
      .replaceAll(/head;|[qr];again;/gu, "")
      .match(/[pqr]\d*;/gu),
  ).toHaveLength(3 + 85);
});

it("leaves a sheet that begins with a group, and tables without groups, as they are", async () => {
  const sheets = await sheetsWith(table({ p: 26, q: 10 }));
  expect(sheets[1]).toMatch(/^head;q;q0;/u);
  const plain = table({ p: 60 }).replaceAll('class="g"', "");
  expect((await sheetsWith(plain)).join("")).not.toContain("again");
});

it("names it where the sheets begin once the line itself has moved rows, of tables behind each other, too", async () => {
  const sheets = await sheetsWith([58, 44, 37].map((count) => table({ p: count, q: 9 })).join(""));
  for (const text of sheets.slice(1)) expect(text).toMatch(/^head;[pq];/u);
  const lines = sheets.join("").match(/again;/gu)?.length ?? 0;
  expect(lines).toBe(sheets.filter((text) => /^head;[pq];again;/u.test(text)).length);
  expect(lines).toBeGreaterThan(3);
});

it("does nothing where the page does not ask for it", async () => {
  expect((await sheetsWith(table({ p: 60 }), 'data-runs=".run"')).join("")).not.toContain("again");
});
