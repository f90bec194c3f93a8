/**
 * The yardstick: a process that does nothing but print one page once, in the plain way any puppeteer
 * guide shows. Arguments: browser, HTML file, PDF file.
 */
import { writeFile } from "node:fs/promises";
import process from "node:process";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer";

const [executablePath, html, pdf] = process.argv.slice(2);

const browser = await puppeteer.launch({
  executablePath,
  headless: "shell",
  pipe: true,
  args: ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
});
const page = await browser.newPage();
await page.goto(pathToFileURL(html).href, { waitUntil: "load" });
await page.evaluate("document.fonts.ready.then(() => true)");
const options = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true };
await writeFile(pdf, await page.pdf(options));
await browser.close();
