import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import exceljs from "exceljs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { collect, type CollectOptions } from "../../src/commands/collect.js";
import type { ReporterSummary } from "../../src/forms/collect/summary.js";
import type { Dataset } from "../../src/data/dataset.js";
import { LEDGER_FILE } from "../../src/data/ledger/entry.js";
import { readData } from "../../src/data/folder/read.js";
import { ReportError } from "../../src/issues/error.js";
import { filledForm, formFileName, formWorkbook, type Answer } from "../../src/forms/write/form-workbook.js";
import { reporterForms } from "../../src/forms/write/reporter-forms.js";
import { readWorkbook } from "../../src/workbook/read/read.js";
import { writeWorkbook } from "../../src/workbook/write/write.js";
import { loadPlan } from "../../src/plan/load.js";
import { fewRowsOf } from "../plan/few-rows.js";
import { silentSurroundings } from "./surroundings.js";

/** Rows of two reporters: forms of a whole plan's are long, and say no more. */
const FEW = await fewRowsOf("children", "学前教育", "义务教育和高中阶段教育", "儿童医疗保障和康复救助");
const plans = [loadPlan("children.yaml", FEW).plan!];

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "collect-"));
  await mkdir(path.join(folder, "plans"));
  await writeFile(path.join(folder, "plans", "children.yaml"), FEW);
  await mkdir(path.join(folder, "回收"));
});
afterEach(() => rm(folder, { recursive: true }));

/** The form of `reporter` as it comes back, `answers` by id: the 本年数, or what else goes into the line. */
async function returns(
  reporter: string,
  answers: Record<string, Answer | { reason: string }>,
  name?: string,
  { year = 2025, series = {} }: { year?: number; series?: Dataset["series"] } = {},
) {
  const form = reporterForms(plans, { series, groups: [], sample: false }, year).find(
    (each) => each.reporter === reporter,
  );
  if (form === undefined) throw new Error(`no form for ${reporter}`);
  const sheets = filledForm(formWorkbook(form), ({ id, role }) => {
    const answer = answers[id];
    if (answer === undefined) return null;
    if ("reason" in answer) return role === "missingReason" ? { text: answer.reason } : null;
    return role === "value" ? answer : null;
  });
  const layouts = sheets.map(({ layout }) => layout);
  const bytes = await writeWorkbook(layouts, { title: "填报表", author: "", date: "2026-03-01" });
  await writeFile(path.join(folder, "回收", name ?? `${formFileName(form)}.xlsx`), bytes);
}

async function run(options: CollectOptions = {}, ...paths: string[]) {
  const surroundings = silentSurroundings();
  const given = paths.length === 0 ? ["回收"] : paths;
  const code = await collect(
    given.map((each) => path.join(folder, each)),
    { data: path.join(folder, "data"), plans: path.join(folder, "plans"), format: "json", ...options },
    surroundings,
  );
  return { code, ...surroundings.said };
}

interface Told {
  added: number;
  units: (Omit<ReporterSummary, "reporter"> & { unit: string })[];
  issues: { code: string; where: { file: string; cell?: string } }[];
}
const told = ({ out }: { out: string }) => JSON.parse(out) as Told;
const recorded = async () => (await readData(path.join(folder, "data"), plans)).dataset.series;
const ledger = () => readFile(path.join(folder, "data", LEDGER_FILE));

/** The cells of a sheet of the one form that was sent back. */
async function sentBack(sheet = "年度填报"): Promise<exceljs.Cell[]> {
  const [name = ""] = await readdir(path.join(folder, "退回"));
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(path.join(folder, "退回", name));
  const cells: exceljs.Cell[] = [];
  book.getWorksheet(sheet)?.eachRow((row) => row.eachCell((cell) => cells.push(cell)));
  return cells;
}

function commentOn(cells: readonly exceljs.Cell[], value: string | number): string {
  return JSON.stringify(cells.find((cell) => cell.value === value)?.note ?? "");
}

describe("report collect", () => {
  it("makes the ledger the data folder's record, once, and tells who owes what", async () => {
    await returns("区教委", { C21: { number: "92.5" }, C22: { reason: "未到报送期" } });
    const first = await run();
    expect(first.code).toBe(0);
    const units = told(first).units;
    expect(units.find(({ unit }) => unit === "区教委")).toMatchObject({
      state: "不齐",
      received: 1,
      excused: 1,
    });
    expect(units.find(({ unit }) => unit === "区残联")).toMatchObject({ state: "未报", received: 0 });
    const before = await ledger();
    expect(told(await run()).added).toBe(0);
    expect((await ledger()).equals(before)).toBe(true);
    const { dataset } = await readData(path.join(folder, "data"), plans);
    expect(dataset.series["C21"]).toMatchObject([{ year: 2025, reporter: "区教委", display: "92.5" }]);
    expect(dataset.gaps).toMatchObject([{ indicator: "C22", statedReason: "未到报送期" }]);
  });

  it("knows a form that came back blank for what it is", async () => {
    await returns("区教委", {});
    const { out } = await run();
    expect(JSON.parse(out)).toMatchObject({ year: 2025, added: 0 });
    expect(told({ out }).units.find(({ unit }) => unit === "区教委")).toMatchObject({
      state: "未报",
      received: 0,
    });
    await returns("区教委", {}, "再报.xlsx");
    expect(told(await run({ format: "json" })).units.find(({ unit }) => unit === "区教委")?.state).toBe(
      "未报",
    );
  });

  it(
    "sends a form back for a blank alone, and tells the reporter nothing of options or commands",
    { tags: ["patience"] },
    async () => {
      await returns("区教委", { C21: { number: "92.5" } });
      await returns("区教委", { C21: { number: "95.2" } }, "区教委（另一份）.xlsx");
      await run({ return: path.join(folder, "退回") });
      const [name = ""] = await readdir(path.join(folder, "退回"));
      const book = new exceljs.Workbook();
      await book.xlsx.readFile(path.join(folder, "退回", name));
      const notes: string[] = [];
      book.eachSheet((sheet) =>
        sheet.eachRow({ includeEmpty: true }, (row) =>
          row.eachCell({ includeEmpty: true }, ({ note }) => {
            if (note !== undefined) notes.push(JSON.stringify(note));
          }),
        ),
      );
      expect(notes.filter((note) => note.includes("请填写本年数；没有数据的"))).not.toEqual([]);
      expect(notes.filter((note) => note.includes("统一后只报一个数"))).toHaveLength(1);
      expect(notes.filter((note) => /--|report |manifest/u.test(note))).toEqual([]);
    },
  );

  it(
    "takes nothing of last year's form that is sent back again, and says which it is",
    { tags: ["patience"] },
    async () => {
      await returns("区教委", { C21: { number: "92.3" } }, "2024.xlsx", { year: 2024 });
      await run({}, "回收/2024.xlsx");
      await returns("区教委", { C21: { number: "93.1" } }, "错填.xlsx", { year: 2024 });
      await returns("区残联", {}, "2025.xlsx");
      const { code, out } = await run({}, "回收/错填.xlsx", "回收/2025.xlsx");
      expect(code).toBe(1);
      expect(told({ out })).toMatchObject({ added: 0, issues: [{ code: "ledger/other-year" }] });
      expect(told(await run({ year: "2024" }, "回收/错填.xlsx"))).toMatchObject({ added: 1, issues: [] });
    },
  );

  it("takes nothing of a form whose sheets say different years, and says which say what", async () => {
    await returns("区教委", { C21: { number: "92.3" } }, "2024.xlsx", { year: 2024 });
    await run({}, "回收/2024.xlsx");
    const before = await ledger();
    await returns("区教委", { C21: { number: "93.1" } }, "本年.xlsx");
    const file = path.join(folder, "回收", "本年.xlsx");
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(file);
    const title = book.getWorksheet("年度填报")!.getCell("A1");
    title.value = title.text.replace("2025", "2024");
    await book.xlsx.writeFile(file);
    for (const year of [{}, { year: "2025" }, { year: "2024" }]) {
      const { code, out } = await run(year, "回收/本年.xlsx");
      expect(code).toBe(1);
      expect(told({ out }).issues.map((each) => each.code)).toEqual(["ledger/years-contradict"]);
      expect(out).toContain("“填报说明”是2025年度，“年度填报”是2024年度");
    }
    expect(await ledger()).toEqual(before);
  });

  it("tells a figure typed over the target, and another 上年数 in a remark alone", async () => {
    await returns("区教委", { C21: { number: "92.3" } }, "2024.xlsx", { year: 2024 });
    await run({}, "回收/2024.xlsx");
    const typed = async (name: string, remark: string) => {
      await returns("区教委", { C21: { number: "93.1" } }, name, { series: await recorded() });
      const file = path.join(folder, "回收", name);
      const book = new exceljs.Workbook();
      await book.xlsx.readFile(file);
      const page = book.getWorksheet("年度填报")!;
      const headed = (heading: string) =>
        (page.getRow(3).values as string[]).findIndex((each) => each === heading);
      page.eachRow((row) => {
        if (row.getCell(1).value !== "C21") return;
        row.getCell(headed("规划目标")).value = 38;
        row.getCell(headed("备注")).value = remark;
      });
      await book.xlsx.writeFile(file);
      return run({ return: path.join(folder, "退回") }, `回收/${name}`);
    };
    const first = await typed("甲.xlsx", "上年数应为38");
    const found = told(first).issues.map(({ code }) => code);
    // Collection says what was printed, and not as well that the remark and the figure beside it differ.
    expect(found.sort()).toEqual(["ledger/previous-remarked", "ledger/target-typed-over"]);
    const note = commentOn(await sentBack(), 93.1);
    expect(note).toContain("规划目标");
    expect(note).toContain("上年数仍是92.3");
    const quiet = await typed("乙.xlsx", "上年数是92.3，上年数应为92.3");
    expect(told(quiet).issues.map(({ code }) => code)).toEqual(["ledger/target-typed-over"]);
  });

  it("sends back the form of the year that is meant, with the reason and without a word on blanks", async () => {
    await returns("区教委", { C21: { number: "92.3" } }, "2024.xlsx", { year: 2024 });
    await run({}, "回收/2024.xlsx");
    await returns("区教委", { C21: { number: "93.1" } }, "错填.xlsx", { year: 2024 });
    const { out } = await run({ return: path.join(folder, "退回") }, "回收/错填.xlsx");
    expect(JSON.parse(out)).toMatchObject({ year: 2025 });
    expect(await readdir(path.join(folder, "退回"))).toEqual(["填报表2025_区教委_请核实.xlsx"]);
    const told = (await sentBack("填报说明")).map(({ text }) => text);
    expect(told.find((text) => text.startsWith("这是2024年度的填报表"))).toMatch(/。请用2025年度的表重报$/u);
    expect((await sentBack()).filter(({ note }) => note !== undefined)).toEqual([]);
  });

  it("passes over last year's forms that still lie there, once this year's have come", async () => {
    await returns("区教委", { C21: { number: "92.3" } }, "2024.xlsx", { year: 2024 });
    await run({}, "回收/2024.xlsx");
    const alone = told(await run({ year: "2025" }));
    expect(alone.issues.map(({ code }) => code)).toEqual(["ledger/collected-before"]);
    await returns("区教委", { C21: { number: "93.1" } }, "2025.xlsx");
    expect(told(await run({ year: "2025" }))).toMatchObject({ added: 1, issues: [] });
    expect(told(await run())).toMatchObject({ added: 0, issues: [] });
  });

  it("tells papers and archives that lie among the workbooks", async () => {
    await returns("区教委", { C21: { number: "92.3" } });
    for (const name of ["区残联.docx", "扫描.pdf", "说明.md"]) {
      await writeFile(path.join(folder, "回收", name), "x");
    }
    const { out } = await run();
    expect(told({ out }).issues.map(({ code }) => code)).toEqual(["workbook/other-files"]);
    expect(out).toContain("有2个文件不是工作簿，没有收：“区残联.docx”“扫描.pdf”");
  });

  it("takes no form of another year than the one that is named", async () => {
    await returns("区教委", { C21: { number: "92.3" } }, "2024.xlsx", { year: 2024 });
    const { code, out } = await run({ year: "2025" });
    expect(code).toBe(1);
    expect(told({ out })).toMatchObject({ added: 0, issues: [{ code: "ledger/other-year" }] });
    expect(told(await run({ year: "2024" }))).toMatchObject({ added: 1, issues: [] });
  });

  it("takes forms of the year that is due alone where several come at once, and asks where none is of it", async () => {
    await returns("区教委", { C21: { number: "92.3" } }, "2023.xlsx", { year: 2023 });
    await returns("区残联", { C26: { number: "100" } }, "2024.xlsx", { year: 2024 });
    const none = await run({});
    expect(none.code).toBe(1);
    expect(told(none)).toMatchObject({
      added: 0,
      issues: [{ code: "ledger/years-mixed" }, { code: "ledger/years-mixed" }],
    });
    expect(none.out).toContain("一起交来的还有2023年度的");
    await returns("区教委", { C21: { number: "93.1" } }, "2025.xlsx");
    const due = told(await run({}));
    expect(due.issues.map(({ code }) => code)).toEqual(["ledger/other-year", "ledger/other-year"]);
    expect(due.added).toBe(1);
    expect(told(await run({ year: "2024" }, "回收/2024.xlsx"))).toMatchObject({ added: 1, issues: [] });
  });

  it(
    "tells last year's form that comes back before any of this year's, the same file and another one",
    { tags: ["patience"] },
    async () => {
      await returns("区教委", { C21: { number: "92.3" } }, "2024.xlsx", { year: 2024 });
      expect(told(await run({}, "回收/2024.xlsx"))).toMatchObject({ added: 1, issues: [] });
      const again = await run({}, "回收/2024.xlsx");
      expect(told(again)).toMatchObject({ added: 0, issues: [{ code: "ledger/collected-before" }] });
      expect(again.code).toBe(0);
      await returns("区教委", { C21: { number: "93.1" } }, "错填.xlsx", { year: 2024 });
      const other = await run({}, "回收/错填.xlsx");
      expect(told(other)).toMatchObject({ added: 0, issues: [{ code: "ledger/other-year" }] });
      expect(other.out).toContain("本次收的是2025年度的");
      expect(told(await run({ year: "2024" }, "回收/2024.xlsx"))).toMatchObject({ added: 0, issues: [] });
    },
  );

  it(
    "keeps a refused cell out, lets the others in, and sends the form back with a comment on it",
    { tags: ["patience"] },
    async () => {
      await returns("区教委", { C21: { text: "约九成" }, C20: { number: "87.1" } });
      const { code, out } = await run({ return: path.join(folder, "退回") });
      expect(code).toBe(1);
      expect(told({ out }).added).toBe(1);
      const cells = await sentBack();
      expect(commentOn(cells, "约九成")).toMatch(/【核对】.*不是数值/u);
      expect(cells.map(({ value }) => value)).toContain(87.1);
    },
  );

  it.each([
    [{}, "报送截止日期：收到后尽快改正报送", "＿"],
    [{ deadline: "2026年4月10日", contact: "张三 49800000" }, "报送截止日期：2026年4月10日", "张三 49800000"],
  ])("says on the form that goes back until when and whom to ask: %j", async (notice, until, whom) => {
    await returns("区教委", { C21: { text: "约九成" } });
    await run({ return: path.join(folder, "退回"), ...notice });
    const told = (await sentBack("填报说明")).map(({ text }) => text);
    expect(told).toContain(until);
    expect(told.find((text) => text.includes("联系人和电话"))).toContain(whom);
  });

  it(
    "takes last year's figure on a form for what the form showed, and its own year's for news",
    { tags: ["patience"] },
    async () => {
      await returns("区教委", { C21: { number: "92.345" } }, "2024.xlsx", { year: 2024 });
      await run({}, "回收/2024.xlsx");
      await returns("区教委", { C21: { number: "93.1" } }, "2025.xlsx", { series: await recorded() });
      const { sheets } = await readWorkbook(path.join(folder, "回收", "2025.xlsx"), "2025.xlsx");
      expect(JSON.stringify(sheets)).toContain("92.345");
      expect(told(await run({}, "回收/2025.xlsx")).added).toBe(1);
      const { dataset } = await readData(path.join(folder, "data"), plans);
      expect(dataset.series["C21"]?.map(({ source }) => source.file)).toEqual(["2024.xlsx", "2025.xlsx"]);
    },
  );

  it("takes what only a workbook of the data folder has for what the form showed, too", async () => {
    await mkdir(path.join(folder, "data"));
    await writeFile(path.join(folder, "data", "历年.csv"), "编号,2023年,2024年\nC21,92.1,92.345\n");
    await returns("区教委", { C21: { number: "93.1" } }, "2025.xlsx", { series: await recorded() });
    expect(told(await run()).added).toBe(1);
    const { dataset, issues } = await readData(path.join(folder, "data"), plans);
    expect(dataset.series["C21"]?.map(({ display }) => display)).toEqual(["92.1", "92.345", "93.1"]);
    expect(dataset.revisions).toEqual([]);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("takes no untouched 上年数 for a change, though the data were corrected or are another folder's", async () => {
    await mkdir(path.join(folder, "data"));
    await writeFile(path.join(folder, "data", "历年.csv"), "编号,2023年,2024年\nC21,92.1,92.345\n");
    await returns("区教委", { C21: { number: "93.1" } }, "2025.xlsx", { series: await recorded() });
    await writeFile(path.join(folder, "data", "历年.csv"), "编号,2023年,2024年\nC21,92.1,92.9\n");
    expect(told(await run()).issues.map(({ code }) => code)).toEqual(["ledger/outdated-echo"]);
    expect((await recorded())["C21"]?.map(({ display }) => display)).toEqual(["92.1", "92.9", "93.1"]);
    const elsewhere = await run({ data: path.join(folder, "另一个") });
    expect(told(elsewhere).issues.map(({ code }) => code)).toEqual(["ledger/printed-elsewhere"]);
  });

  it("asks of a 上年数 that was typed over until there is a word on it, on the form sent back, too", async () => {
    await mkdir(path.join(folder, "data"));
    await writeFile(path.join(folder, "data", "历年.csv"), "编号,2023年,2024年\nC21,92.1,92.3\n");
    await returns("区教委", { C21: { number: "93.1" } }, "2025.xlsx", { series: await recorded() });
    const file = path.join(folder, "回收", "2025.xlsx");
    const form = new exceljs.Workbook();
    await form.xlsx.readFile(file);
    form.getWorksheet("年度填报")?.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.value === 92.3) cell.value = 91.3;
      }),
    );
    await form.xlsx.writeFile(file);
    const asked = ["ledger/previous-changed"];
    const codes = ({ issues }: Told) => issues.map(({ code }) => code).filter((code) => asked.includes(code));
    expect(codes(told(await run({ return: path.join(folder, "退回") })))).toEqual(asked);
    const [back = ""] = await readdir(path.join(folder, "退回"));
    expect(codes(told(await run({}, path.join("退回", back))))).toEqual(asked);
  });

  it("says of a folder that cannot be written what can be done about that one", async () => {
    await returns("区教委", { C21: { number: "93.1" } });
    await writeFile(path.join(folder, "挡路"), "");
    const hintOf = async (options: CollectOptions) => {
      const refusal = await run(options).catch((error: ReportError) => error);
      return refusal instanceof ReportError ? refusal.hint : "";
    };
    const asDatabase = await hintOf({ data: path.join(folder, "挡路", "data") });
    const asReturns = await hintOf({ return: path.join(folder, "挡路", "退回") });
    expect(asDatabase).toContain("监测数据库写在数据文件夹中");
    expect(asReturns).toContain("--return");
    expect(asDatabase + asReturns).not.toContain("--out");
  });

  it("counts a form of which nothing could be taken as come back, and a blank one not", async () => {
    await returns("区教委", {});
    await writeFile(
      path.join(folder, "回收", "填报表2025_区残联.csv"),
      "编号,指标名称,上年数,本年数\nC26,残疾儿童接受基本康复服务率（全市）,,96\n",
    );
    const states = told(await run()).units.map(({ unit, state }) => `${unit} ${state}`);
    expect(states).toContain("区残联 不齐");
    expect(states).toContain("区教委 未报");
  });

  it("comments on a figure that slipped by a digit beside the years the record has", async () => {
    await mkdir(path.join(folder, "data"));
    const history = "编号,2020年,2021年,2022年,2023年,2024年\nC21,91.2,91.8,92.1,92.6,92.9\n";
    await writeFile(path.join(folder, "data", "历年.csv"), history);
    const series = await recorded();
    await returns("区教委", { C21: { number: "9.31" }, C20: { number: "87.1" } }, "表.xlsx", { series });
    const { code, out } = await run({ return: path.join(folder, "退回") });
    expect(code).toBe(0);
    expect(told({ out }).issues.map(({ code: found }) => found)).toEqual(["data/unit-slip"]);
    const cells = await sentBack();
    expect(commentOn(cells, 9.31)).toContain("93.1");
    expect(cells.filter(({ note }) => note !== undefined)).toHaveLength(1);
  });

  it("does not ask again about a cell that the manifest excuses", async () => {
    await mkdir(path.join(folder, "data"));
    await writeFile(path.join(folder, "data", "历年.csv"), "编号,2022年,2023年,2024年\nC21,91.2,91.8,92.1\n");
    await returns("区教委", { C21: { number: "9.31" } }, "表.xlsx");
    const [asked] = told(await run()).issues;
    const { file = "", cell = "" } = asked?.where ?? {};
    const silence = `{ code: data/unit-slip, file: ${file}, sheet: 年度填报, cell: ${cell}, reason: 已核实 }`;
    await writeFile(path.join(folder, "data", "manifest.yaml"), `silences:\n  - ${silence}\n`);
    expect(told(await run({ return: path.join(folder, "退回") })).issues).toEqual([]);
    expect(commentOn(await sentBack(), 9.31)).toBe('""');
  });

  it("says of a share typed for a percentage only that, and not that the year before it slipped", async () => {
    await mkdir(path.join(folder, "data"));
    await writeFile(path.join(folder, "data", "历年.csv"), "编号,2022年,2023年,2024年\nC21,99.6,99.8,99.9\n");
    await returns("区教委", { C21: { number: "0.9992" } }, "表.xlsx", { series: await recorded() });
    const { out } = await run();
    const { issues } = told({ out });
    expect(issues.map(({ where }) => where.cell?.slice(0, 1))).toEqual(["H"]);
  });

  it("lets neither of two contradicting reporters in until --accept names a file", async () => {
    await returns("区教委", { C21: { number: "92.5" } });
    await returns("区教委", { C21: { number: "95.2" } }, "区教委（另一份）.xlsx");
    const first = await run();
    expect(first.code).toBe(1);
    expect(told(first)).toMatchObject({ added: 0, issues: [{ code: "ledger/conflict" }] });
    const second = await run({ accept: ["区教委（另一份）.xlsx"] });
    expect(second.code).toBe(0);
    const { dataset } = await readData(path.join(folder, "data"), plans);
    expect(dataset.series["C21"]?.map(({ display }) => display)).toEqual(["95.2"]);
    expect(told(await run())).toMatchObject({ added: 0, issues: [] });
  });

  it("tells two workbooks of one name in two folders apart, so that either can be accepted", async () => {
    await mkdir(path.join(folder, "回收", "补报"));
    await returns("区教委", { C21: { number: "92.5" } }, "区教委.xlsx");
    await returns("区教委", { C21: { number: "95.2" } }, "补报/区教委.xlsx");
    const given = ["回收/区教委.xlsx", "回收/补报/区教委.xlsx"];
    expect(told(await run({}, ...given)).issues).toMatchObject([{ code: "ledger/conflict" }]);
    await run({ accept: [path.join(folder, "回收", "补报", "区教委.xlsx")] }, ...given);
    expect((await recorded())["C21"]?.map(({ display }) => display)).toEqual(["95.2"]);
  });

  it("lets --accept name what the ledger has, against a workbook that says otherwise", async () => {
    await returns("区教委", { C21: { number: "92.5" } });
    await run();
    await writeFile(path.join(folder, "data", "另一张.csv"), "编号,2025年\nC21,95.2\n");
    const errors = async () =>
      (await readData(path.join(folder, "data"), plans)).issues.filter(
        ({ severity }) => severity === "error",
      );
    expect((await errors()).map(({ code }) => code)).toEqual(["ledger/differs"]);
    const { code } = await run({ accept: ["填报表2025_区教委.xlsx"] }, "data/另一张.csv");
    expect(code).toBe(0);
    expect((await recorded())["C21"]?.map(({ display }) => display)).toEqual(["92.5"]);
    expect(await errors()).toEqual([]);
  });

  it("takes no ledger for a workbook: named, in a folder given, or below the data folder", async () => {
    await returns("区教委", { C21: { number: "92.5" } });
    await run();
    const before = await ledger();
    await expect(run({}, `data/${LEDGER_FILE}`)).rejects.toMatchObject({ exitCode: 2 });
    await mkdir(path.join(folder, "data", "备份"));
    await writeFile(path.join(folder, "data", "备份", LEDGER_FILE), before);
    expect(told(await run({}, "."))).toMatchObject({ added: 0, issues: [] });
    const { issues } = await readData(path.join(folder, "data"), plans);
    expect(issues.map(({ code, severity }) => `${severity} ${code}`)).toContain("warning ledger/elsewhere");
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("adds nothing to a ledger that somebody changed, and says where", async () => {
    await returns("区教委", { C21: { number: "92.5" } });
    await run();
    const changed = (await ledger()).toString().replace("92.5", "95.2");
    await writeFile(path.join(folder, "data", LEDGER_FILE), changed);
    await returns("区教委", { C21: { number: "92.6" } });
    const failure: unknown = await run().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ReportError);
    expect(failure).toMatchObject({
      exitCode: 1,
      issues: [{ code: "ledger/changed-cell", where: { line: 2 } }],
    });
    expect((await ledger()).toString()).toBe(changed);
  });

  it.each([
    ["a path that is not there", ["没有"], {}],
    ["a folder without workbooks", ["data"], {}],
    ["an accepted file that is not among them", ["回收"], { accept: ["别的.xlsx"] }],
  ])("refuses %s as wrong usage", async (_case, paths, options) => {
    await mkdir(path.join(folder, "data"));
    await returns("区教委", { C21: { number: "92.5" } });
    await expect(run(options, ...paths)).rejects.toMatchObject({ exitCode: 2 });
  });

  it("tells a figure under 基期数 that is neither the plan's nor the data's, and takes none of it", async () => {
    await mkdir(path.join(folder, "data"));
    await writeFile(path.join(folder, "data", "历年.csv"), "编号,2020年,2024年\nC19,97.9,98.6\n");
    await writeFile(
      path.join(folder, "回收", "填报表2025_区教委.csv"),
      "编号,基期数,上年数,本年数\nC19,97.9,98.6,99\nC20,85,90,91\nC22,99.1,98,\n",
    );
    const { added, issues } = told(await run());
    expect(issues.filter(({ code }) => code === "data/base-differs").map(({ where }) => where.cell)).toEqual([
      "B4",
    ]);
    expect(added).toBe(3);
  });
});
