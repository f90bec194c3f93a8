import { isSample } from "../data/dataset.js";
import path from "node:path";
import { listWorkbooks } from "../data/folder/listing.js";
import { readData } from "../data/folder/read.js";
import { EXIT, type ExitCode, ReportError } from "../issues/error.js";
import { firstAnswer } from "../forms/write/filled.js";
import { formFileName, formWorkbook } from "../forms/write/form-workbook.js";
import type { Notice } from "../forms/write/guide-sheet.js";
import { reporterForms, type Earlier, type ReporterForm } from "../forms/write/reporter-forms.js";
import { hasErrors } from "../issues/issue.js";
import type { Plan } from "../plan/plan.js";
import { readWorkbook } from "../workbook/read/read.js";
import { writeWorkbook } from "../workbook/write/write.js";
import { checkPeriod, readPlans } from "../run/input.js";
import { standingAt } from "../files/list.js";
import { ensureWritable, writeOutputs, type Output } from "../files/outputs.js";
import { settingsOf, type CommandOptions, type Settings, type Surroundings } from "../run/settings.js";
import { issueCount, placeText } from "../show/show-issues.js";

/** Options as the command line gives them. */
export interface FormOptions extends CommandOptions {
  deadline?: string;
  contact?: string;
}

const CHOICES = { known: ["xlsx"], defaults: ["xlsx"] };

/**
 * A form for every 责任单位 of the chosen plans. Throws ReportError (exit 1) where the plans have errors,
 * since a form would ask for too little, and where a form in the output folder has been filled in.
 */
export async function form(
  year: number,
  options: FormOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const settings = settingsOf(options, surroundings, CHOICES);
  const { terminal } = surroundings;
  const { plans, chosen, issues } = await readPlans(settings);
  if (hasErrors(issues)) {
    throw new ReportError("规划文件有错误，没有写出填报表", EXIT.findings, "请先改正以上错误", issues);
  }
  checkPeriod(year, chosen);
  const earlier = await earlierData(settings, options.data !== undefined, plans, surroundings);
  const forms = reporterForms(chosen, earlier, year);
  const folder = settings.outFolder ?? path.join("out", String(year), "填报表");
  await ensureWritable(folder);
  await refuseFilled(folder, forms);
  const notice = { deadline: options.deadline ?? "", contact: options.contact ?? "" };
  const outputs: Output[] = [];
  for (const each of forms) outputs.push(await formFile(each, notice, settings));
  await writeOutputs(folder, outputs);
  terminal.out(writtenForms(folder, outputs));
  return EXIT.done;
}

/**
 * Earlier figures, to be shown beside the empty cells. The first forms go out before there are any; a
 * folder that was `named` must be there.
 */
async function earlierData(
  { dataFolder, demo }: Settings,
  named: boolean,
  plans: readonly Plan[],
  { terminal }: Surroundings,
): Promise<Earlier> {
  if (!named && !demo && !(await hasWorkbooks(dataFolder))) {
    terminal.err(`数据文件夹“${dataFolder}”中还没有工作簿，填报表不带上年数。\n`);
    return { series: {}, groups: [], sample: false };
  }
  const { dataset, issues } = await readData(dataFolder, plans);
  const errors = issues.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    terminal.err(`数据文件夹中有${issueCount(errors)}，有错误的上年数在填报表中写作“—”；`);
    terminal.err("用 report validate 查看。\n");
  }
  const { series, groups, manifest } = dataset;
  return { series, groups, sample: isSample(manifest, demo) };
}

async function hasWorkbooks(folder: string): Promise<boolean> {
  if ((await standingAt(folder)) === null) return false;
  const { workbooks, ledger } = await listWorkbooks(folder);
  return workbooks.length > 0 || ledger !== null;
}

/** What people typed is worth more than what we print: nothing is written while one form holds an answer. */
async function refuseFilled(folder: string, forms: readonly ReporterForm[]): Promise<void> {
  const filled: string[] = [];
  for (const each of forms) {
    const name = `${formFileName(each)}.xlsx`;
    if ((await standingAt(path.join(folder, name))) === null) continue;
    const { sheets, issues } = await readWorkbook(path.join(folder, name), name);
    const [unreadable] = issues;
    const answer = firstAnswer(sheets);
    if (answer !== null) filled.push(placeText({ file: name, ...answer }));
    else if (unreadable !== undefined) filled.push(`${name}（${unreadable.message}）`);
  }
  if (filled.length === 0) return;
  throw new ReportError(
    `“${folder}”中有${filled.length}份填报表已经填写或无法读取，没有写出任何填报表：${filled.join("、")}`,
    EXIT.findings,
    "请把填好的表移到别处，或用 --out 指定另一个文件夹",
  );
}

async function formFile(each: ReporterForm, notice: Notice, { asOf }: Settings): Promise<Output> {
  const name = formFileName(each);
  const layouts = formWorkbook(each, notice).map(({ layout }) => layout);
  const bytes = await writeWorkbook(layouts, { title: name, author: each.issuer, date: asOf });
  return { name: `${name}.xlsx`, kind: "填报表", bytes };
}

function writtenForms(folder: string, outputs: readonly Output[]): string {
  const files = outputs.map(({ name }) => `  ${path.join(folder, name)}\n`);
  return `已写出${outputs.length}份填报表：\n${files.join("")}`;
}
