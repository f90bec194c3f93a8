import path from "node:path";
import { figureKey } from "../data/ledger/entry.js";
import { catalogueOf } from "../data/catalogue.js";
import { strayBases } from "../data/settle/base-figures.js";
import { withAnswers } from "../forms/collect/answered.js";
import { blanksOf, type EarlierLine } from "../forms/collect/blanks.js";
import { collectInto, latestYear, type Collected } from "../forms/collect/collect.js";
import { withoutExplained } from "../forms/collect/explained.js";
import { findingsOn, NO_LEDGER, readBeside, recordOf, type DistrictRecord } from "../forms/collect/record.js";
import { printedOtherwise } from "../forms/collect/printed.js";
import { returnedOf, type Returned } from "../forms/collect/returned.js";
import { summaryOf } from "../forms/collect/summary.js";
import { EXIT, type ExitCode, ReportError } from "../issues/error.js";
import { hasErrors, type Issue, type IssueCode } from "../issues/issue.js";
import type { Plan } from "../plan/plan.js";
import type { Terminal } from "../terminal/terminal.js";
import { readWorkbook } from "../workbook/read/read.js";
import { acceptedNames, workbooksIn, type InputFile } from "./collect-files.js";
import { returnsCsv, returnsJson, returnsSheet, returnsTable, type ReturnsReport } from "../show/returns.js";
import { checkPeriod, readPlans } from "../run/input.js";
import { ensureWritable, writeOutputs } from "../files/outputs.js";
import {
  outFolderOf,
  settingsOf,
  yearOf,
  type CommandOptions,
  type Settings,
  type Surroundings,
} from "../run/settings.js";
import { prettyIssues } from "../show/show-issues.js";

const CHOICES = { known: ["pretty", "json", "csv", "xlsx"], defaults: ["pretty"] };

export interface CollectOptions extends CommandOptions {
  accept?: string[];
  return?: string;
  deadline?: string;
  contact?: string;
  /** The number of a copy; true for their list. */
  restore?: string | true;
  year?: string;
}

/**
 * Adds returned workbooks to the ledger of the data folder and tells who still owes what. Returns 1 when
 * a cell was refused or reporters contradict each other; everything else has entered all the same.
 */
export async function collect(
  paths: readonly string[],
  options: CollectOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const settings = settingsOf(options, surroundings, CHOICES);
  const { terminal } = surroundings;
  const { plans, chosen, issues: planIssues } = await readPlans(settings);
  if (hasErrors(planIssues))
    throw new ReportError("规划文件有错误，没有采集", EXIT.findings, "请先改正以上错误", planIssues);
  const year = options.year === undefined ? null : yearOf(options.year);
  if (year !== null) checkPeriod(year, chosen);
  const { files, issues: unread } = await workbooksIn(paths);
  const accepted = await acceptedNames(options.accept ?? [], files, settings.dataFolder);
  const read = await readReturned(files, plans, surroundings);
  const target = { accepted, plans, year, folder: settings.dataFolder };
  const entered = await enter(read, target, surroundings);
  const { returned, collected } = entered;
  const issues = [...unread, ...entered.issues];
  const report = reportOf(year ?? yearSpokenOf(returned, collected), chosen, { ...entered, issues });
  await show(report, settings, surroundings);
  if (options.return !== undefined) {
    const { writeReturns } = await import("./collect-returns.js");
    await writeReturns(
      options.return,
      { plans: chosen, ...entered, report, said: options },
      settings,
      terminal,
    );
  }
  return hasErrors(issues) ? EXIT.findings : EXIT.done;
}

interface Entered {
  returned: readonly Returned[];
  collected: Collected;
  record: DistrictRecord;
  issues: readonly Issue[];
}

/** The ledger has one place: another folder would begin another. */
const NEXT =
  "监测数据库写在数据文件夹中：请检查它的写入权限和磁盘空间；数据文件夹不是这一个的，用 --data 指明";

/** Adds what was read to the ledger of `folder`, and looks at it beside what is recorded there. */
async function enter(
  read: readonly Returned[],
  target: { accepted: ReadonlySet<string>; plans: readonly Plan[]; year: number | null; folder: string },
  { now, terminal }: Surroundings,
): Promise<Entered> {
  const { accepted, plans, year, folder } = target;
  await ensureWritable(folder, { next: NEXT });
  const beside = await readBeside(folder, read);
  const collected = await collectInto(folder, read, {
    accepted,
    year,
    beside: recordOf(beside, NO_LEDGER, plans).dataset.series,
    now: Date.parse(now),
    time: now,
    waiting: () => terminal.err("另一个采集正在进行，等它结束……\n"),
  });
  const record = recordOf(beside, collected, plans);
  const catalogue = catalogueOf(plans);
  const atHand = new Set(read.map(({ content }) => content.sha256));
  const earlier: EarlierLine = (id, formYear) => {
    const key = figureKey({ kind: "数值", id, year: formYear, grouping: "", group: "", reporter: "" });
    const rounds = collected.record.figures.get(key)?.rounds ?? [];
    const line = rounds.find((each) => each.formYear === formYear)?.figure?.entry ?? null;
    return line === null || atHand.has(line.sha256) ? null : line;
  };
  const returned = read.map((each) => {
    const { name } = each.content;
    const found = collected.passed.has(name)
      ? []
      : [
          ...findingsOn(each, record),
          ...strayBases(each.bases, record.dataset, catalogue).issues,
          ...printedOtherwise(each, catalogue),
          ...blanksOf(each, earlier, catalogue),
        ];
    const all = [...found, ...collected.issues.filter(({ where }) => where?.file === name)];
    return { ...each, ...withAnswers(withoutExplained(all), each, catalogue) };
  });
  const issues = [
    ...returned.flatMap((each) => each.issues),
    ...collected.disputes.map(({ issue }) => issue),
  ];
  return { returned, collected, record, issues };
}

/** One after another: each may take as much memory as its guard allows. */
async function readReturned(
  files: readonly InputFile[],
  plans: readonly Plan[],
  { terminal, now }: Surroundings,
): Promise<Returned[]> {
  const returned: Returned[] = [];
  for (const [index, file] of files.entries()) {
    terminal.progress(`读取 ${index + 1}/${files.length} ${file.name}`);
    returned.push(returnedOf(await readWorkbook(file.path, file.name), plans, now));
  }
  terminal.progress("");
  return returned;
}

/** The year the returns are about, else the last one the ledger knows of. */
function yearSpokenOf(returned: readonly Returned[], { record, meant }: Collected): number {
  const year = meant ?? latestYear(returned, record);
  if (year > 0) return year;
  throw new ReportError(
    "这些文件中没有读到任何可用的数据",
    EXIT.usage,
    "请用 report validate 加文件路径，查看每个工作簿读到了什么",
    returned.flatMap(({ issues }) => issues),
  );
}

function reportOf(
  year: number,
  plans: readonly Plan[],
  { returned, collected, issues }: Entered,
): ReturnsReport {
  // A form that came back blank is none: 未报 in this run as in the next.
  const seen = returned
    .filter(
      ({ content, formYear }) => (formYear === year || formYear === 0) && !collected.passed.has(content.name),
    )
    .filter(({ content, entries }) => entries.length > 0 || isAnswered(content.name, issues))
    .map(({ reporter, content, issues: own }) => ({
      reporter,
      errors: errorsIn(content.name, issues),
      blanks: own.filter(({ code }) => code === "ledger/groups-blank").length,
    }));
  const reporters = summaryOf(plans, collected.record, year, seen);
  return { year, added: collected.fresh.length, reporters, issues };
}

/** Findings on a form that nobody has touched: on what it went out with, and on who sent it. */
const OF_BLANK_FORMS: ReadonlySet<IssueCode> = new Set([
  "ledger/outdated-echo",
  "ledger/printed-elsewhere",
  "ledger/no-unit",
  "ledger/other-unit",
]);

/** Whether something was filled in, though nothing of it is taken: a figure of 全市 in its place. */
function isAnswered(file: string, issues: readonly Issue[]): boolean {
  return issues.some(
    ({ severity, code, where }) =>
      severity !== "note" && where?.file === file && where.cell !== undefined && !OF_BLANK_FORMS.has(code),
  );
}

function errorsIn(file: string, issues: readonly Issue[]): number {
  return issues.filter(({ severity, where }) => severity === "error" && where?.file === file).length;
}

async function show(report: ReturnsReport, settings: Settings, { terminal }: Surroundings): Promise<void> {
  const [format = "pretty"] = settings.formats;
  if (format === "json") terminal.out(returnsJson(report));
  if (format === "csv") terminal.out(returnsCsv(report));
  if (format === "xlsx") await writeSheet(report, settings, terminal);
  if (format === "json") return;
  const told = report.issues.filter(({ severity }) => severity !== "note");
  terminal.err(prettyIssues(told, terminal.colour.err));
  if (format === "pretty") terminal.out(returnsTable(report, terminal));
}

async function writeSheet(report: ReturnsReport, settings: Settings, terminal: Terminal): Promise<void> {
  const { writeWorkbook } = await import("../workbook/write/write.js");
  const title = `${report.year}年数据回收情况`;
  const folder = outFolderOf(settings, report.year);
  const bytes = await writeWorkbook([returnsSheet(report)], {
    title,
    author: "",
    date: settings.asOf,
    produced: "回收情况",
  });
  await ensureWritable(folder);
  await writeOutputs(folder, [{ name: `${title}.xlsx`, bytes }]);
  terminal.out(`已写出 ${path.join(folder, `${title}.xlsx`)}\n`);
}
