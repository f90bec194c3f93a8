import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A chapter: its heading, how many paragraphs, and how many rows of a wide table (0 for none). */
export interface SampleChapter {
  id: string;
  heading: string;
  paragraphs: number;
  rows?: number;
}

const TEXT = "到2030年，妇女儿童发展主要指标达到规划目标，本段文字用来占满一行又一行，以便翻到下一页。";

/**
 * A small report in the manner of the real one: an uncounted cover, a 目录 to be filled in, chapters on
 * pages of their own, wide tables on landscape pages, page numbers outside on odd and even pages, and
 * the font inside the page.
 */
export function samplePage(chapters: readonly SampleChapter[], extra = ""): string {
  const contents = chapters.map(
    ({ id, heading }) =>
      `<li><a href="#${id}">${heading}</a><span class="page" data-page-for="${id}"></span></li>`,
  );
  const body = `<section class="cover"><p>监测报告</p></section>
    <nav><ul>${contents.join("")}</ul></nav>
    <main>${chapters.map(chapterOf).join("")}${extra}</main>`;
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>样张</title>
    <style>${fontFaces(body + "— 0123456789 —")}${STYLE}</style></head><body>${body}</body></html>`;
}

const STYLE = `
  @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
  @page :left { @bottom-left { content: "— " counter(page) " —"; font: 14pt Sample; } }
  @page :right { @bottom-right { content: "— " counter(page) " —"; font: 14pt Sample; } }
  @page cover { counter-increment: page 0; @bottom-right { content: none; } }
  @page wide { size: A4 landscape; }
  body { margin: 0; font: 16pt/28.95pt Sample; }
  .cover { page: cover; break-after: page; }
  nav ul { list-style: none; padding: 0; }
  nav li { display: flex; justify-content: space-between; }
  h1 { font: inherit; break-before: page; break-after: avoid; }
  p { margin: 0; }
  .wide { page: wide; }
  table { width: 100%; border-collapse: collapse; }
  tr { break-inside: avoid; }
  th { font-weight: inherit; }
  td { height: 60pt; }`;

function chapterOf({ id, heading, paragraphs, rows = 0 }: SampleChapter): string {
  const text = Array.from({ length: paragraphs }, () => `<p>${TEXT}</p>`).join("");
  return `<h1 id="${id}">${heading}</h1>${text}${rows > 0 ? tableOf(rows) : ""}`;
}

function tableOf(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, row) => `<tr><td>行${row}始<br>行${row}终</td><td>${row}</td></tr>`,
  );
  return `<section class="wide"><table><thead><tr><th>表头</th><th>数值</th></tr></thead>
    <tbody>${lines.join("")}</tbody></table></section>`;
}

/** The faces of the bundled Song typeface that hold the characters of `text`, written into the style. */
function fontFaces(text: string): string {
  const css = createRequire(import.meta.url).resolve("@fontsource/noto-serif-sc/400.css");
  const used = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0);
  return [...readFileSync(css, "utf8").matchAll(/@font-face \{[^}]*\}/g)]
    .map(([face]) => face)
    .filter((face) => used.some((code) => isIn(code, /unicode-range: ([^;]*)/.exec(face)?.[1] ?? "")))
    .map((face) => {
      const file = join(dirname(css), /url\(([^)]*\.woff2)\)/.exec(face)?.[1] ?? "");
      const data = readFileSync(file).toString("base64");
      return face
        .replace(/src: [^;]*;/, `src: url(data:font/woff2;base64,${data}) format("woff2");`)
        .replace(/font-family: [^;]*;/, "font-family: Sample;");
    })
    .join("\n");
}

function isIn(code: number, ranges: string): boolean {
  return ranges.split(",").some((range) => {
    const [from, to] = range.trim().slice(2).split("-");
    return code >= parseInt(from ?? "", 16) && code <= parseInt(to ?? from ?? "", 16);
  });
}
