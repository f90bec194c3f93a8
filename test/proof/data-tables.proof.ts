import { readFile, writeFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import type { LayoutCell } from "../../src/workbook/write/layout.js";
import { sampleTables, type DataTables } from "./data-tables.js";
import { CSV, officeFolder } from "./office.js";
import { outside, overlaps, pagesOf, type Page } from "./pages.js";
import { contentOf, setupOf } from "./resaved.js";

const folder = officeFolder();
const PLANS = ["women", "children"] as const;
const tables = new Map<string, DataTables>();

beforeAll(async () => {
  for (const each of await sampleTables()) {
    tables.set(each.plan, each);
    await writeFile(folder.file(`${each.plan}.xlsx`), each.bytes);
  }
  const files = PLANS.map((plan) => folder.file(`${plan}.xlsx`));
  await folder.convert(files, "xlsx", folder.file("resaved"));
  await folder.convert(files, CSV, folder.file("csv"));
  await folder.convert(files, "pdf", folder.file("pdf"));
});

describe.each(PLANS)("the data tables of the %s plan, opened in LibreOffice", (plan) => {
  it("keep every name, figure, text, format and merged block", async () => {
    const ours = await contentOf(folder.file(`${plan}.xlsx`));
    const theirs = await contentOf(folder.file("resaved", `${plan}.xlsx`));
    expect(ours.issues).toEqual([]);
    expect(theirs).toEqual(ours);
  });

  it("keep paper, widths, feet and repeated heads", async () => {
    const ours = await setupOf(folder.file(`${plan}.xlsx`));
    expect(await setupOf(folder.file("resaved", `${plan}.xlsx`))).toEqual(ours);
  });

  it("show every cell as the report prints it", async () => {
    const { sheets } = await contentOf(folder.file(`${plan}.xlsx`));
    for (const [index, { rows }] of layoutsOf(plan).entries()) {
      const name = sheets[index]?.name ?? "";
      const csv = await readFile(folder.file("csv", `${plan}-${name}.csv`));
      const shown: unknown = parse(csv, { relaxColumnCount: true });
      expect(shown, name).toEqual(rows.map(({ cells }) => cells.map(shownInSheet)));
    }
  });

  it("print on A4 landscape, no text over another or beyond the margins, no figure as ###", async () => {
    for (const page of await printed(plan)) {
      expect([page.width, page.height].map(Math.round)).toEqual([842, 595]);
      expect(overlaps(page)).toEqual([]);
      expect(outside(page)).toEqual([]);
      expect(page.text).not.toContain("###");
    }
  });

  it("repeat the head on every page of the long table", async () => {
    const [first, second] = layoutsOf(plan);
    if (first === undefined || second === undefined) throw new Error("there are no tables");
    const pages = await printed(plan);
    const after = pages.findIndex(({ text }) => text.includes(plainText(second.rows[0]?.cells[0]?.text)));
    const { repeatRows } = first.print;
    const head = first.rows.slice((repeatRows?.first ?? 1) - 1, repeatRows?.last);
    // 全市2024年 is set in two lines, and read as they stand beside the other heads.
    const lines = head.flatMap(({ cells }) =>
      cells.flatMap(({ text }) => (text ?? "").split(/(?<=全.)(?=\d)/u)),
    );
    expect(lines.length).toBeGreaterThan(12);
    expect(after).toBeGreaterThan(1);
    for (const { text } of pages.slice(0, after)) {
      expect(lines.filter((line) => !text.includes(plainText(line)))).toEqual([]);
    }
  });
});

function layoutsOf(plan: string): DataTables["layouts"] {
  return tables.get(plan)?.layouts ?? [];
}

async function printed(plan: string): Promise<Page[]> {
  return pagesOf(await readFile(folder.file("pdf", `${plan}.pdf`)));
}

function plainText(text = ""): string {
  return text.replace(/\s/g, "");
}

/** A spreadsheet writes the sign of a number as half a character, the report as a whole one. */
function shownInSheet({ text, number }: LayoutCell): string {
  return number === null ? text : text.replace("＋", "+").replace("－", "-");
}
