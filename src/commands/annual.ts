import type { Dataset } from "../data/dataset.js";
import { hasErrors, type Issue } from "../issue.js";
import type { Plan } from "../plan/plan.js";
import { annualModel } from "../report/annual.js";
import { scorePlan } from "../score/score.js";
import type { Scorecard } from "../score/scorecard.js";
import { browserDoor, type BrowserDoor } from "./browser-door.js";
import { FORMATS, type Page } from "./formats.js";
import { checkYear, readInput } from "./input.js";
import { ensureWritable, writeOutputs, type Output } from "./outputs.js";
import { provenanceFile } from "./provenance-file.js";
import {
  outFolderOf,
  settingsOf,
  toolVersion,
  type CommandOptions,
  type Settings,
  type Surroundings,
} from "./settings.js";
import { tellAll, tellErrors } from "./show-issues.js";
import { writtenTable } from "./written-table.js";

const CHOICES = { known: FORMATS.map(({ format }) => format), defaults: ["pdf", "xlsx"] };

/**
 * 年度统计监测报告 and 数据报表 for every chosen plan. Returns the exit code: 1 when findings of severity
 * error (or, with --strict, any warning) stop the report; nothing is written then.
 */
export async function annual(
  year: number,
  options: CommandOptions,
  surroundings: Surroundings,
): Promise<0 | 1> {
  const settings = settingsOf(options, surroundings, CHOICES);
  // The browser starts while the workbooks are read: it is the longest wait of all.
  const browser = browserDoor(settings, surroundings);
  try {
    return await compile(year, settings, browser, surroundings);
  } finally {
    await browser.close();
  }
}

async function compile(
  year: number,
  settings: Settings,
  browser: BrowserDoor,
  { terminal }: Surroundings,
): Promise<0 | 1> {
  const folder = outFolderOf(settings, year);
  terminal.progress("正在读取数据…");
  const { chosen, dataset, issues } = await readInput(settings);
  checkYear(year, chosen, dataset);
  tellErrors(issues, terminal);
  if (blocked(issues, settings)) {
    terminal.err(`报告未生成，${folder} 中原有的文件没有改动。${nextStep(issues)}\n`);
    return 1;
  }
  await ensureWritable(folder);
  const reports: Compiled[] = [];
  for (const plan of chosen) {
    terminal.progress(`正在编制${plan.shortTitle}${year}年度报告…`);
    reports.push(await compileOne(plan, year, { dataset, issues }, settings, browser));
  }
  const outputs = reports.flatMap((report) => report.outputs);
  await writeOutputs(folder, [...outputs, await provenanceFile(folder, reports)]);
  terminal.progress("");
  tellAll(
    reports.flatMap((report) => report.issues),
    terminal,
  );
  terminal.out(
    writtenTable(
      folder,
      outputs,
      reports.map(({ scorecard }) => scorecard),
      terminal.colour.out,
    ),
  );
  return 0;
}

/** Errors stop a report unless it is a draft; with --strict warnings do, too. */
function blocked(issues: readonly Issue[], { draft, strict }: Settings): boolean {
  return (hasErrors(issues) && !draft) || (strict && issues.some((each) => each.severity === "warning"));
}

function nextStep(issues: readonly Issue[]): string {
  return hasErrors(issues)
    ? "请改正以上错误后重试；需要先看样稿时加 --draft，有错误的单元格按缺项处理。"
    : "--strict 要求没有任何提醒，用 report validate 查看全部提醒。";
}

/** One plan's report in every format asked for, with what its provenance needs. */
export interface Compiled {
  scorecard: Scorecard;
  outputs: readonly Output[];
  /** Warnings about the printed page. */
  issues: readonly Issue[];
  provenance: object;
}

async function compileOne(
  plan: Plan,
  year: number,
  { dataset, issues }: { dataset: Dataset; issues: readonly Issue[] },
  settings: Settings,
  browser: BrowserDoor,
): Promise<Compiled> {
  const scorecard = scorePlan(plan, dataset, year);
  const { asOf, draft } = settings;
  const sample = dataset.manifest.status === "示例" || settings.demo;
  const versions = { tool: await toolVersion() };
  const context = { asOf, draft, sample, issues, versions };
  const page: Page = { model: annualModel(scorecard, dataset, context), settings, browser, drawn: null };
  const writers = FORMATS.filter(({ format }) => settings.formats.includes(format));
  const outputs: Output[] = [];
  for (const { write } of writers) outputs.push(await write(page));
  const { provenanceOf } = await import("../report/provenance.js");
  const provenance = provenanceOf(scorecard, dataset, {
    ...context,
    versions: { ...versions, browser: await browser.version() },
  });
  return { scorecard, outputs, issues: page.drawn?.issues ?? [], provenance };
}
