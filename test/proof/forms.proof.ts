import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { readData } from "../../src/data/folder/read.js";
import { filledForm, formFileName, formWorkbook, type Answer } from "../../src/forms/write/form-workbook.js";
import { reporterForms, type ReporterForm } from "../../src/forms/write/reporter-forms.js";
import { loadPlans } from "../../src/plan/folder.js";
import type { Plan } from "../../src/plan/plan.js";
import { openArchive, type Archive } from "../../src/workbook/read/archive.js";
import { officeFolder } from "./office.js";
import { outside, overlaps, pagesOf } from "./pages.js";
import { contentOf, readingOf, setupOf } from "./resaved.js";
import { saveForm } from "./returns.js";

const folder = officeFolder();
let plans: readonly Plan[] = [];
let forms: ReporterForm[] = [];

beforeAll(async () => {
  ({ plans } = await loadPlans("plans"));
  const { dataset } = await readData("fixtures/data", plans);
  forms = reporterForms(plans, { ...dataset, sample: false }, 2025);
  for (const form of forms) {
    await saveForm(folder.file(`${formFileName(form)}.xlsx`), formWorkbook(form));
    await saveForm(
      folder.file(`已填${formFileName(form)}.xlsx`),
      filledForm(formWorkbook(form), ({ role }) => ANSWERS[role] ?? null),
    );
  }
  const files = names().map((name) => folder.file(name));
  await folder.convert(files, "xlsx", folder.file("resaved"));
  await folder.convert(
    files.filter((file) => !basename(file).startsWith("已填")),
    "pdf",
    folder.file("pdf"),
  );
});

/** What every figure of the filled forms is answered with. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  value: { number: "12.5" },
  numerator: { number: "1" },
  denominator: { number: "8" },
  group: { text: "新设街道" },
  dataSource: { text: "=年报" },
  remark: { text: "2:3" },
  status: { text: "推进中" },
  progress: { text: "有序推进" },
};

function names(): string[] {
  return forms.flatMap((form) => [`${formFileName(form)}.xlsx`, `已填${formFileName(form)}.xlsx`]);
}

/** What may be typed, cell by cell. */
async function rulesOf(path: string) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book.worksheets.map((sheet) => {
    const rules: string[] = [];
    sheet.eachRow((row) => {
      row.eachCell({ includeEmpty: true }, ({ address, dataValidation }) => {
        rules.push(...ruleText(address, dataValidation));
      });
    });
    return { name: sheet.name, rules };
  });
}

/** As files say it: `none` is how LibreOffice writes a cell that takes anything. */
type Rule = Partial<Omit<ExcelJS.DataValidation, "type">> & { type?: string };

/** LibreOffice gives every rule a second bound, used or not, and bounds to cells that take anything. */
function ruleText(address: string, rule: Rule | undefined): string[] {
  const { type = "any", operator, formulae = [], error = "" } = rule ?? {};
  if (formulae.length === 0 || type === "none") return [];
  const bounds = ["decimal", "whole"].includes(type) && operator === "between" ? 2 : 1;
  return [`${address} ${type} ${formulae.slice(0, bounds).join(" ")} ${error}`];
}

/**
 * Which sheets are protected, and the addresses of their unlocked cells. The library that reads the rules
 * knows only one of the two ways to write true and false.
 */
async function locksOf(path: string): Promise<{ guarded: boolean; open: string[] }[]> {
  const archive = await openArchive(await readFile(path));
  const styles = /<cellXfs.*?<\/cellXfs>/su.exec(await partOf(archive, "xl/styles.xml"))?.[0] ?? "";
  const open = [...styles.matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/gsu)].map(([style]) =>
    /<protection[^>]* locked="(?:0|false)"/u.test(style),
  );
  const { length } = (await contentOf(path)).sheets;
  const sheets: { guarded: boolean; open: string[] }[] = [];
  for (let number = 1; number <= length; number += 1) {
    const part = await partOf(archive, `xl/worksheets/sheet${number}.xml`);
    const cells = [...part.matchAll(/<c r="(\w+)" s="(\d+)"/gu)];
    sheets.push({
      guarded: /<sheetProtection[^>]* sheet="(?:1|true)"/u.test(part),
      open: cells.filter(([, , style]) => open[Number(style)]).map(([, address]) => address ?? ""),
    });
  }
  return sheets;
}

async function partOf(archive: Archive, name: string): Promise<string> {
  const chunks: Buffer[] = [];
  await archive.read(name, (chunk) => void chunks.push(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

describe("the forms of all reporters, saved anew by LibreOffice", () => {
  it("read as the same figures, reasons and projects, filled in or not", async () => {
    for (const name of names()) {
      const ours = await readingOf(folder.file(name), name, plans);
      expect(await readingOf(folder.file("resaved", name), name, plans), name).toEqual(ours);
    }
  });

  it("keep every text, figure and merged block", async () => {
    for (const name of names()) {
      const ours = await contentOf(folder.file(name));
      expect(ours.issues).toEqual([]);
      expect(await contentOf(folder.file("resaved", name)), name).toEqual(ours);
    }
  });

  it("keep paper, widths, feet and repeated heads", async () => {
    for (const name of names()) {
      expect(await setupOf(folder.file("resaved", name)), name).toEqual(await setupOf(folder.file(name)));
    }
  });

  it("keep what is locked, what is open and what may be typed there", async () => {
    for (const form of forms) {
      const name = `${formFileName(form)}.xlsx`;
      const locks = await locksOf(folder.file(name));
      expect(locks.every(({ guarded }) => guarded)).toBe(true);
      expect(locks.slice(1).every(({ open }) => open.length > 0)).toBe(true);
      expect(await locksOf(folder.file("resaved", name)), name).toEqual(locks);
      expect(await rulesOf(folder.file("resaved", name)), name).toEqual(await rulesOf(folder.file(name)));
    }
  });

  it("print on A4 landscape, nothing over another, in the margins or as ###, the reporter on every page", async () => {
    for (const form of forms) {
      const pages = await pagesOf(await readFile(folder.file("pdf", `${formFileName(form)}.pdf`)));
      for (const page of pages) {
        expect([page.width, page.height].map(Math.round), form.reporter).toEqual([842, 595]);
        expect(overlaps(page), form.reporter).toEqual([]);
        expect(outside(page), form.reporter).toEqual([]);
        expect(page.text).not.toContain("###");
        expect(page.text).toContain(form.reporter);
      }
    }
  });
});
