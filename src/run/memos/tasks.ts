import { isSample } from "../../data/dataset.js";
import path from "node:path";
import { listFolder } from "../../files/list.js";
import { ensureWritable, writeOutputs, type Output } from "../../files/outputs.js";
import { reporterForms } from "../../forms/write/reporter-forms.js";
import { reporterNames } from "../../data/settle/reporters.js";
import { EXIT, type ExitCode } from "../../issues/error.js";
import type { ReportContext } from "../../report/context.js";
import { publishedBefore } from "../../report/chapters/since-published.js";
import type { MemoModel } from "../../report/model.js";
import type { Matter } from "../../report/row-facts.js";
import type { Notice } from "../../report/memos/task.js";
import { blockedHint, isBlocked } from "../../show/blocked.js";
import { tellErrors } from "../../show/show-issues.js";
import type { Terminal } from "../../terminal/terminal.js";
import { editionOf } from "../edition.js";
import { checkPeriod, readInput, reportedYears, type Input } from "../input.js";
import { toolVersion, type Settings } from "../settings.js";

/**
 * Writes a 任务单 for every 责任单位 of the chosen plans and a 催报函 for each that owes something. Findings of severity error hold
 * back the 任务单: the 催报函 say nothing that rests on figures. Returns the exit code.
 */
export async function makeTasks(
  year: number,
  notice: Notice,
  settings: Settings,
  terminal: Terminal,
): Promise<ExitCode> {
  terminal.progress("正在读取数据…");
  const input = await readInput(settings);
  checkPeriod(year, input.chosen);
  tellErrors(input.issues, terminal);
  const folder = settings.outFolder ?? path.join("out", String(year), "任务单");
  await ensureWritable(folder);
  const context = await contextOf(input, settings);
  const held = isBlocked(input.issues, settings);
  const tasks = held ? [] : await tasksOf(year, input, { context, notice }, terminal);
  const reminders = await remindersOf(year, input, { context, notice });
  const outputs = await outputsOf([...tasks, ...reminders], settings.asOf);
  if (outputs.length > 0) await writeOutputs(folder, outputs);
  terminal.progress("");
  if (held) terminal.err(`任务单没有写出。${blockedHint(input.issues)}\n`);
  await tellStale(folder, year, outputs, terminal);
  terminal.out(writtenMemos(folder, outputs, tasks.length, reminders.length));
  return held ? EXIT.findings : EXIT.done;
}

interface Saying {
  context: ReportContext;
  notice: Notice;
}

async function contextOf(
  { dataset, issues }: Input,
  { asOf, draft, demo }: Settings,
): Promise<ReportContext> {
  const sample = isSample(dataset.manifest, demo);
  return { asOf, draft, sample, issues, versions: { tool: await toolVersion() } };
}

/** One for each reporter of the plans with data of the year, in the order in which the plans name them. */
async function tasksOf(
  year: number,
  { chosen, dataset }: Input,
  { context, notice }: Saying,
  terminal: Terminal,
): Promise<MemoModel[]> {
  const ready = chosen.filter((plan) => reportedYears(plan, dataset).includes(year));
  const silent = chosen.filter((plan) => !ready.includes(plan));
  if (silent.length > 0) {
    const names = silent.map(({ shortTitle }) => shortTitle).join("、");
    terminal.err(`数据文件夹中没有${names}${year}年的任何数据，任务单不含这部分。\n`);
  }
  const matters = ready.map((plan): Matter => {
    const { scorecard } = editionOf("internal", plan, dataset, year);
    return { scorecard, dataset };
  });
  tellUnpublished(matters, terminal);
  const { taskOf } = await import("../../report/memos/task.js");
  return reporterNames(ready).flatMap((name) => taskOf(name, matters, context, notice) ?? []);
}

function tellUnpublished(matters: readonly Matter[], terminal: Terminal): void {
  const without = matters.filter((matter) => publishedBefore(matter) === null);
  const [first] = without;
  if (first === undefined) return;
  const names = without.map(({ scorecard }) => scorecard.plan.shortTitle).join("、");
  const before = first.scorecard.year - 1;
  terminal.err(`“已发布”中没有${names}${before}年度监测报告，任务单不列上年要求落实情况。\n`);
}

async function remindersOf(
  year: number,
  { chosen, dataset }: Input,
  { context, notice }: Saying,
): Promise<MemoModel[]> {
  const { reminderOf } = await import("../../report/memos/reminder.js");
  const { series, groups } = dataset;
  const forms = reporterForms(chosen, { series, groups, sample: context.sample }, year);
  return forms.flatMap((form) => reminderOf(form, chosen, dataset, context, notice) ?? []);
}

async function outputsOf(memos: readonly MemoModel[], date: string): Promise<Output[]> {
  const { writeMemo } = await import("../../word/memo/write.js");
  const outputs: Output[] = [];
  for (const [at, name] of distinct(memos.map(({ document }) => document.fileName)).entries()) {
    const bytes = await writeMemo(memos[at]!, date);
    outputs.push({ name: `${name}.docx`, kind: KINDS[memos[at]!.kind], bytes });
  }
  return outputs;
}

const KINDS: Record<MemoModel["kind"], string> = { brief: "简报", task: "任务单", reminder: "催报函" };

/** Names that are one to a system which tells 教委A from 教委a as little as 甲／乙 from 甲/乙 are numbered: （2）. */
function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>();
  const keyOf = (name: string): string => name.normalize("NFKC").toLowerCase();
  return names.map((name) => {
    let own = name;
    for (let copy = 2; taken.has(keyOf(own)); copy += 1) own = `${name}（${copy}）`;
    taken.add(keyOf(own));
    return own;
  });
}

/** Letters of an earlier run to reporters that owe nothing any more must not go out again. */
async function tellStale(
  folder: string,
  year: number,
  outputs: readonly Output[],
  terminal: Terminal,
): Promise<void> {
  const { entries } = await listFolder(folder);
  const now = new Set(outputs.map(({ name }) => name));
  const stale = (entries ?? [])
    .map(({ name }) => name)
    .filter(
      (name) => name.startsWith(`${KINDS.reminder}${year}_`) && name.endsWith(".docx") && !now.has(name),
    );
  if (stale.length === 0) return;
  terminal.err(
    `${folder} 中的以下催报函是以前写出的，单位已经报齐，请勿再发（程序不删除文件）：${stale.join("、")}。\n`,
  );
}

function writtenMemos(folder: string, outputs: readonly Output[], tasks: number, reminders: number): string {
  const files = outputs.map(({ name }) => `  ${path.join(folder, name)}\n`).join("");
  if (outputs.length === 0) return "没有需要写出的任务单和催报函。\n";
  return `已写出任务单${tasks}份、催报函${reminders}份：\n${files}`;
}
