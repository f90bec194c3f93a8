import { readFile } from "node:fs/promises";
import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { sentBack } from "../../src/forms/collect/send-back.js";
import type { FormSheet } from "../../src/forms/write/form-sheet.js";
import { formFileName } from "../../src/forms/write/form-workbook.js";
import { loadPlans } from "../../src/plan/folder.js";
import type { Plan } from "../../src/plan/plan.js";
import { officeFolder } from "./office.js";
import { outside, overlaps, pagesOf } from "./pages.js";
import { contentOf, readingOf, setupOf } from "./resaved.js";
import { returnedForms, saveForm } from "./returns.js";

const folder = officeFolder();
let plans: readonly Plan[] = [];
/** Without their ending. */
const names: string[] = [];
let written = 0;

beforeAll(async () => {
  ({ plans } = await loadPlans("plans"));
  for (const { form, returned } of await returnedForms(plans, folder.file)) {
    const sheets = sentBack(form, [returned.content], { issues: returned.issues, owed: [] }, plans);
    written += commentsIn(sheets);
    const name = `${formFileName(form)}_请核实`;
    await saveForm(folder.file(`${name}.xlsx`), sheets);
    names.push(name);
  }
  const files = names.map((name) => folder.file(`${name}.xlsx`));
  await folder.convert(files, "xlsx", folder.file("resaved"));
  await folder.convert(files, "pdf", folder.file("pdf"));
});

function commentsIn(sheets: readonly FormSheet[]): number {
  const cells = sheets.flatMap(({ layout }) => layout.rows.flatMap((row) => row.cells));
  return cells.filter(({ comment }) => comment !== undefined).length;
}

/** The comments of a file, by sheet and cell. */
async function notesOf(path: string): Promise<Record<string, string>> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const notes: Record<string, string> = {};
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell({ includeEmpty: true }, ({ address, note }) => {
        if (note !== undefined) notes[`${sheet.name}!${address}`] = noteText(note);
      });
    });
  }
  return notes;
}

function noteText(note: string | ExcelJS.Comment): string {
  return typeof note === "string" ? note : (note.texts ?? []).map(({ text }) => text).join("");
}

describe("the forms sent back to all reporters, saved anew by LibreOffice", () => {
  it("keep every comment on its cell, word for word", async () => {
    let kept = 0;
    for (const name of names) {
      const ours = await notesOf(folder.file(`${name}.xlsx`));
      expect(Object.keys(ours), name).not.toEqual([]);
      expect(await notesOf(folder.file("resaved", `${name}.xlsx`)), name).toEqual(ours);
      kept += Object.keys(ours).length;
    }
    expect(kept).toBe(written);
  });

  it("keep what the reporter had reported, and read as the same figures and findings", async () => {
    for (const name of names) {
      const [ours, theirs] = [folder.file(`${name}.xlsx`), folder.file("resaved", `${name}.xlsx`)];
      expect(await contentOf(theirs), name).toEqual(await contentOf(ours));
      expect(await setupOf(theirs), name).toEqual(await setupOf(ours));
      const read = await readingOf(ours, `${name}.xlsx`, plans);
      expect(read.issues, name).not.toEqual([]);
      expect(await readingOf(theirs, `${name}.xlsx`, plans), name).toEqual(read);
    }
  });

  it("print like any form, with the comments on the screen only", async () => {
    for (const name of names) {
      const notes = Object.values(await notesOf(folder.file(`${name}.xlsx`)));
      for (const page of await pagesOf(await readFile(folder.file("pdf", `${name}.pdf`)))) {
        expect(overlaps(page), name).toEqual([]);
        expect(outside(page), name).toEqual([]);
        expect(notes.filter((note) => page.text.includes(note.replace(/\s/gu, "")))).toEqual([]);
      }
    }
  });
});
