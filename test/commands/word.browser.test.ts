import { afterEach, beforeEach, expect, it } from "vitest";
import { run } from "../../src/commands/program.js";
import { openPdf, sheetsOf } from "../print/read-back.js";
import { all, partOf, picturesOf, textOf } from "../word/write/package.js";
import { testFolder, type TestFolder } from "./folder.js";
import { silentSurroundings } from "./surroundings.js";

let folder: TestFolder;
beforeEach(async () => {
  folder = await testFolder();
});
afterEach(() => folder.remove());

it("takes the page numbers of the 目录 and the bitmaps of the pictures from the browser of the run", async () => {
  const order = ["annual", "2025", "--demo", "--plan", "women", "--format", "pdf,docx"];
  expect(await run([...order, "--as-of", "2026-05-20", "--out", folder.out], silentSurroundings())).toBe(0);
  const files = await folder.written();
  const [name = ""] = Object.keys(files).filter((each) => each.endsWith(".docx"));
  const bytes = files[name] ?? Buffer.of();
  const body = await partOf(bytes, "word/document.xml");
  const entries = all(body, /<w:pStyle w:val="TOC1"\/>(.*?)<\/w:p>/gsu).map((entry) =>
    textOf(entry).replace(/\s/gu, ""),
  );
  const [, , contents] = await sheetsOf(await openPdf(files[name.replace(".docx", ".pdf")] ?? Buffer.of()));
  const printed = contents?.text.replaceAll("…", "") ?? "";
  expect(entries.length).toBeGreaterThan(10);
  expect(entries.filter((entry) => !printed.includes(entry))).toEqual([]);
  const { svg, png } = await picturesOf(bytes);
  expect(svg).toBeGreaterThan(10);
  expect(png).toBe(svg);
});
