import { readFile, writeFile, mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BrowserHandle } from "../../../src/print/browser/browser.js";
import { testBrowser } from "../open-browser.js";
import { openPdf, sheetsOf } from "../read-back.js";

let browser: BrowserHandle;
let server: Server;
let visits = 0;
let address: string;
let folder: string;

beforeAll(async () => {
  browser = await testBrowser();
  folder = await mkdtemp(join(tmpdir(), "page-test-"));
  await writeFile(join(folder, "secret.svg"), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  server = createServer((_, response) => {
    visits += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true });
});

function print(body: string, head = ""): Promise<Uint8Array> {
  return browser.withPage(async (page) => {
    await page.load(`<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`);
    return page.print({ tagged: true });
  });
}

it.each([
  ["another place", (url: string) => `0;url=${url}`],
  ["nothing", () => "0;url=about:blank"],
  ["itself, without end", () => "0"],
])("a page that leads by itself to %s is not printed", async (_, target) => {
  const head = `<meta http-equiv="refresh" content="${target(address)}">`;
  await expect(print("<p>x</p>", head)).rejects.toMatchObject({ name: "ReportError", exitCode: 2 });
  expect(visits).toBe(0);
});

describe("a page that wants something from outside", () => {
  it.each([
    ["a picture", (url: string) => [`<img src="${url}">`, ""]],
    ["a style sheet", (url: string) => ["", `<link rel="stylesheet" href="${url}">`]],
    ["a font", (url: string) => ["x", `<style>@font-face{font-family:f;src:url(${url})}</style>`]],
    ["another page", (url: string) => [`<iframe src="${url}"></iframe>`, ""]],
    [
      "a picture for paper only",
      (url: string) => ["x", `<style>@media print{body{background:url(${url})}}</style>`],
    ],
  ])("is not printed, and the place it asked is not reached: %s", async (_, ask) => {
    const file = pathToFileURL(join(folder, "secret.svg")).href;
    for (const url of [address, file]) {
      const [body = "", head = ""] = ask(url);
      await expect(print(body, head)).rejects.toMatchObject({
        name: "ReportError",
        message: expect.stringContaining(url) as string,
      });
    }
    expect(visits).toBe(0);
  });

  it("is printed when all it needs is inside", async () => {
    const picture = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E";
    expect((await print(`<img src="${picture}">`)).length).toBeGreaterThan(0);
  });
});

it("sets its text in the fonts it brings along, also where names of files mean others", async () => {
  const font = (await readFile("node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf")).toString(
    "base64",
  );
  const style = `<style>@font-face{font-family:Own;src:url(data:font/ttf;base64,${font})}p{font-family:Own}</style>`;
  for (const head of [style, `<base href="https://example.org/">${style}`]) {
    const fonts = await browser.withPage(async (page) => {
      await page.load(`<!DOCTYPE html><html><head>${head}</head><body><p>Yongchuan</p></body></html>`);
      await page.print({ tagged: false });
      return page.fontsOf("p");
    });
    expect(fonts).toEqual([{ family: expect.any(String) as string, carried: true }]);
  }
});

it("prints what a text says of fonts as it stands", async () => {
  const text = "url(data:font/ttf;base64,AAAA)";
  const sheets = await sheetsOf(await openPdf(await print(`<p>${text}</p>`)));
  expect(sheets.map((sheet) => sheet.text)).toEqual([text]);
});

it("runs no script", async () => {
  const bytes = await print(
    `<p id="p">before</p><script>document.getElementById("p").textContent = "after"</script>`,
  );
  const sheets = await sheetsOf(await openPdf(bytes));
  expect(sheets.map(({ text }) => text)).toEqual(["before"]);
});

it("takes a page for UTF-8 even if it does not say so", async () => {
  const sheets = await sheetsOf(await openPdf(await print("<p>é</p>")));
  expect(sheets.map(({ text }) => text)).toEqual(["é"]);
});
