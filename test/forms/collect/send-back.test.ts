import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { NO_MANIFEST } from "../../../src/data/dataset.js";
import { datasetOf } from "../../../src/data/settle/dataset-of.js";
import { sentBack } from "../../../src/forms/collect/send-back.js";
import { withNames } from "../../../src/forms/collect/placing.js";
import type { FormSheet, Spot } from "../../../src/forms/write/form-sheet.js";
import { filledForm, formWorkbook, type Answer } from "../../../src/forms/write/form-workbook.js";
import { reporterForms, type ReporterForm } from "../../../src/forms/write/reporter-forms.js";
import { writeWorkbook } from "../../../src/workbook/write/write.js";
import { plans } from "../../data/book.js";
import { sampleData } from "../../fixtures/sample-data.js";
import { testFolder } from "../../workbook/folder.js";
import { anything, fill, type Said } from "../filling.js";

const folder = testFolder();
let forms: ReporterForm[] = [];

beforeAll(async () => {
  const { dataset } = await sampleData();
  forms = reporterForms(plans, { ...dataset, sample: false }, 2025);
});

const health = () => forms.find(({ reporter }) => reporter === "区卫生健康委")!;

/** What stands in the spots of a form, by sheet, cell and role. */
function heldBy(sheets: readonly FormSheet[]): Map<string, string> {
  return new Map(
    sheets.flatMap(({ layout, spots }) =>
      spots.map(({ row, column, role }): [string, string] => {
        const cell = layout.rows[row - 1]?.cells[column - 1];
        const number = cell?.number ?? null;
        return [`${layout.name} ${row} ${role}`, number ?? cell?.text ?? ""];
      }),
    ),
  );
}

/** The form that goes back for `sheets`, which came back as the form of `form`. */
async function goesBack(form: ReporterForm, sheets: readonly FormSheet[]): Promise<FormSheet[]> {
  const bytes = await writeWorkbook(
    sheets.map(({ layout }) => layout),
    { title: "", author: "", date: "2026-01-05" },
  );
  const content = await folder.read(bytes, "填报表.xlsx");
  const { issues } = datasetOf([content], NO_MANIFEST, plans);
  return sentBack(form, [content], { issues, owed: [] }, plans);
}

/** A form with answers in its spots, the printed names of towns among them. */
function answered(form: ReporterForm, answer: (sheet: string, spot: Spot) => Answer | null): FormSheet[] {
  return formWorkbook(form).flatMap((sheet) =>
    filledForm([withNames(sheet)], (spot) => answer(sheet.layout.name, spot)),
  );
}

const commentAt = (
  sheets: readonly FormSheet[],
  name: string,
  { row, column }: Pick<Spot, "row" | "column">,
) =>
  sheets.find(({ layout }) => layout.name === name)?.layout.rows[row - 1]?.cells[column - 1]?.comment ?? "";

/** The rows of a sheet that ask for a figure. */
function rowsOf(name: string): Spot[] {
  const sheet = formWorkbook(health()).find(({ layout }) => layout.name === name);
  return sheet?.spots.filter(({ role }) => role === "value") ?? [];
}

describe("a figure that is refused", () => {
  it.each([
    ["分镇街填报", { 0: "97.5", 3: "96" }],
    ["分机构填报", { 2: "5", 4: "6" }],
  ])("of rows without a name stays in its row of %s, with its note", async (name, figures) => {
    const rows = rowsOf(name).slice(-6);
    const figureIn = (row: number) =>
      Object.entries(figures).find(([at]) => rows[Number(at)]?.row === row)?.[1];
    const sheets = answered(health(), (sheet, { row, role }) => {
      if (sheet === "年度填报" && role === "value") return { number: "2.2" };
      const figure = sheet === name ? figureIn(row) : undefined;
      if (figure === undefined) return null;
      return role === "group" ? { text: "" } : role === "value" ? { number: figure } : null;
    });
    const back = await goesBack(health(), sheets);
    const held = heldBy(back);
    for (const spot of rows) {
      expect(held.get(`${name} ${spot.row} value`)).toBe(figureIn(spot.row) ?? "");
    }
    expect(
      commentAt(
        back,
        name,
        rows.find(({ row }) => figureIn(row) !== undefined)!,
      ),
    ).toContain("的名称");
    const own = [...held].filter(([at]) => at.startsWith("年度填报") && at.endsWith("value"));
    expect(new Set(own.map(([, value]) => value))).toEqual(new Set(["2.2"]));
  });

  it("of a row under another name keeps that name", async () => {
    const [first] = rowsOf("分镇街填报");
    const sheets = answered(health(), (sheet, { row, role }) => {
      if (sheet !== "分镇街填报" || row !== first?.row) return null;
      return role === "group" ? { text: "高新区" } : role === "value" ? { number: "975" } : null;
    });
    const held = heldBy((await goesBack(health(), sheets)).map(withNames));
    expect(held.get(`分镇街填报 ${first?.row} value`)).toBe("975");
    expect(held.get(`分镇街填报 ${first?.row} group`)).toBe("高新区");
  });
});

describe("a printed name that was deleted", () => {
  it.each([["97.5"], [null]])("is not printed again beside %s", async (figure) => {
    const [first, second] = rowsOf("分镇街填报");
    const sheets = answered(health(), (sheet, { row, role }) => {
      if (sheet !== "分镇街填报" || row !== first?.row) return null;
      if (role === "group") return { text: "" };
      return role === "value" && figure !== null ? { number: figure } : null;
    });
    const back = await goesBack(health(), sheets);
    const held = heldBy(back.map(withNames));
    expect(held.get(`分镇街填报 ${first?.row} group`)).toBe("");
    expect(held.get(`分镇街填报 ${first?.row} value`)).toBe(figure ?? "");
    expect(held.get(`分镇街填报 ${second?.row} group`)).not.toBe("");
    if (figure !== null) expect(commentAt(back, "分镇街填报", first!)).toContain("没有写是哪个镇街");
  });
});

/** Names that people delete, change or give twice. */
const slip = fc.constantFrom(null, null, null, null, null, "", "高新区", "永川区", "三教镇");

describe("whatever a form held", () => {
  it("comes back in the same cells", { tags: ["patience"] }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat().map((n) => forms[n % forms.length]!),
        fc.func(anything),
        fc.func(slip),
        async (form, saying, slipAt) => {
          const plain = (key: string): Said => ({ ...saying(key), words: "有变化" });
          const filled = fill(formWorkbook(form), form, plain);
          const sheets = filled.flatMap((sheet) =>
            filledForm([withNames(sheet)], ({ row, role }) => {
              const name = role === "group" ? slipAt(`${sheet.layout.name} ${row}`) : null;
              return name === null ? null : { text: name };
            }),
          );
          const back = await goesBack(form, sheets);
          const held = heldBy(back.map(withNames));
          expect(Object.fromEntries(held)).toEqual(Object.fromEntries(heldBy(sheets)));
        },
      ),
      { numRuns: 40, seed: 20261130 },
    );
  });
});
