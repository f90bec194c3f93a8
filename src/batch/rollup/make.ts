import { ensureWritable, writeOutputs, type Output } from "../../files/outputs.js";
import { EXIT, type ExitCode } from "../../issues/error.js";
import { hasErrors, issue, type Issue } from "../../issues/issue.js";
import type { BrowserDoor } from "../../run/browser-door.js";
import { FORMATS, type Page } from "../../run/formats.js";
import { readPlans } from "../../run/input.js";
import type { Settings } from "../../run/settings.js";
import type { SideWork } from "../../run/side-work.js";
import { tellAll } from "../../show/show-issues.js";
import { writtenTable } from "../../show/written-table.js";
import type { Terminal } from "../../terminal/terminal.js";
import { regionOf, type RegionOptions } from "./context.js";
import { readOutlines } from "./geojson.js";
import { readRun, type RunRead } from "./read-run.js";
import type { RollupMatter } from "./report/matter.js";
import { linesLeftOut } from "./report/detail.js";
import { rollupModel, rollupWorkbook } from "./report/model.js";
import { rollupOf, type Rollup } from "./rollup.js";
import { sqlFiles } from "./sql/tables.js";
import { append } from "../../terms/long-lists.js";

/** What is asked for beside the usual settings. */
export interface RollupAsked {
  /** OUT folders of one run. */
  folders: readonly string[];
  region: RegionOptions;
  /** A map of the user's own; null: tiles. */
  geojson: string | null;
  /** The folder for the figures as tables of a database; null: none. */
  sqlFolder: string | null;
}

/** Adds up what a run over many districts left, and writes a report a plan. Returns the exit code. */
export async function makeRollup(
  { folders, region, geojson, sqlFolder }: RollupAsked,
  settings: Settings,
  tools: { browser: BrowserDoor; side: SideWork },
  terminal: Terminal,
): Promise<ExitCode> {
  const called = regionOf(region);
  terminal.progress("正在读取各区县的评价结果…");
  const { chosen, issues: planIssues } = await readPlans(settings);
  const run = await readRun(folders, chosen);
  const map = await mapOf(geojson, run);
  const issues = [...planIssues, ...run.issues, ...map.issues];
  terminal.progress("");
  tellAll(issues, terminal);
  if (hasErrors(issues) || run.gathered.length === 0) {
    terminal.err("没有汇总，原有的文件没有改动。\n");
    return EXIT.findings;
  }
  const folder = settings.outFolder ?? USUAL_OUT;
  await ensureWritable(folder);
  const { asOf } = settings;
  const { left, dataStatus } = run;
  const outputs: Output[] = [];
  const rollups: Rollup[] = [];
  for (const gathered of run.gathered) {
    const plan = chosen.find(({ id }) => id === gathered.plan);
    if (plan === undefined) continue;
    terminal.progress(`正在编制${plan.subject}发展${plan.terms.plan}汇总报告…`);
    const rollup = rollupOf(gathered, plan);
    rollups.push(rollup);
    const context = { ...called, asOf, dataStatus, left, outlines: map.outlines };
    append(outputs, await written({ rollup, context }, settings, tools));
  }
  await writeOutputs(folder, outputs);
  if (sqlFolder !== null) await writeSql(sqlFolder, rollups, terminal);
  terminal.progress("");
  terminal.out(writtenTable(folder, outputs, [], terminal.colour.out));
  if (settings.formats.includes("xlsx")) tellLeftOut(rollups, terminal);
  return EXIT.done;
}

function tellLeftOut(rollups: readonly Rollup[], terminal: Terminal): void {
  for (const rollup of rollups) {
    const lines = linesLeftOut(rollup);
    if (lines === 0) continue;
    terminal.err(
      `${rollup.plan.subject}${rollup.plan.terms.plan}的数值明细共${lines}行，电子表格打不动，汇总数据中没有这张表；要用的加 --sql <文件夹> 导出。\n`,
    );
  }
}

const USUAL_OUT = "汇总";

async function writeSql(folder: string, rollups: readonly Rollup[], terminal: Terminal): Promise<void> {
  await ensureWritable(folder);
  await writeOutputs(folder, sqlFiles(rollups));
  terminal.err(`数据库用的表和查询写入 ${folder}\n`);
}

/** The report in every format asked for; the workbook has every district's figures beside its tables. */
async function written(
  matter: RollupMatter,
  settings: Settings,
  { browser, side }: { browser: BrowserDoor; side: SideWork },
): Promise<Output[]> {
  const model = rollupModel(matter);
  const { plan, year } = matter.rollup;
  const common = { id: `${plan.id}-${year}-rollup`, paper: null, settings, browser, side };
  const page: Page = { ...common, model, drawn: null, printed: null };
  const book: Page = { ...common, model: rollupWorkbook(matter), drawn: null, printed: null };
  const writers = FORMATS.filter(({ format }) => settings.formats.includes(format));
  const made = await Promise.all(writers.map(({ format, write }) => write(format === "xlsx" ? book : page)));
  return made.flat();
}

/** The user's map by district; what of it is no district's is told. */
async function mapOf(file: string | null, { gathered, left }: RunRead) {
  if (file === null) return { outlines: null, issues: [] };
  const districts = [...gathered.flatMap((each) => each.districts), ...left];
  const { outlines, unmatched, without, reason } = await readOutlines(file, districts);
  const found: Issue[] = [
    ...(reason === null ? [] : [issue("rollup/map-not-outlines", { file }, { reason })]),
    ...(unmatched.length === 0 ? [] : [issue("rollup/map-unmatched", { file }, { names: unmatched })]),
    ...(without.length === 0 ? [] : [issue("rollup/map-without", { file }, { names: without })]),
  ];
  return { outlines, issues: found };
}
