import { isSample, type Dataset } from "../data/dataset.js";
import type { ManifestReading } from "../data/folder/read-manifest.js";
import type { Issue } from "../issues/issue.js";
import type { Plan } from "../plan/plan.js";
import type { Scorecard } from "../score/scorecard.js";
import type { Terminal } from "../terminal/terminal.js";
import { editionOf, editionsOf } from "./edition.js";
import { toldInProse } from "./told-in-prose.js";
import type { BrowserDoor } from "./browser-door.js";
import type { SideWork } from "./side-work.js";
import { FORMATS, type Page } from "./formats.js";
import { fewYears, plansWithData, readInput, type Input } from "./input.js";
import { planNarrative, type PlanNarrative } from "./narratives.js";
import { ensureWritable, writeOutputs, type Output } from "../files/outputs.js";
import { printedBlocks, provenanceFile } from "./provenance-file.js";
import type { KindOfReport, Material } from "./report-kinds.js";
import { reportId } from "./report-id.js";
import { outFolderOf, toolVersion, type Settings } from "./settings.js";
import { blockedHint, isBlocked } from "../show/blocked.js";
import { tellAll, tellErrors } from "../show/show-issues.js";
import { tellClaims } from "../show/claims.js";
import { writtenTable } from "../show/written-table.js";
import { EXIT, type ExitCode } from "../issues/error.js";

/** Reads, scores and writes every report of the run. Returns the exit code. */
export async function makeReports(
  recipe: KindOfReport,
  asked: number | null,
  settings: Settings,
  tools: Tools,
  terminal: Terminal,
): Promise<ExitCode> {
  terminal.progress("正在读取数据…");
  const input = await readInput(settings, tools.reading);
  const { chosen, dataset, issues: inputIssues } = input;
  const year = asked ?? usualYear(recipe, chosen);
  const { ready, issues: absent } = plansWithData(year, chosen, dataset);
  tellAll(absent, terminal);
  const jobs = await Promise.all(ready.map((plan) => jobFor(recipe, plan, input, year, settings)));
  const issues = [...inputIssues, ...jobs.flatMap((job) => job.issues)];
  const prose = jobs.flatMap(({ written }) => written.prose);
  tellErrors(
    issues.filter((each) => !prose.includes(each)),
    terminal,
  );
  tellAll(prose, terminal);
  tellClaims(
    jobs.map(({ written }) => written.claims),
    terminal,
  );
  const folder = outFolderOf(settings, year);
  if (isBlocked([...absent, ...issues], settings)) {
    terminal.err(`报告未生成，${folder} 中原有的文件没有改动。${blockedHint(issues)}\n`);
    return EXIT.findings;
  }
  await ensureWritable(folder);
  terminal.progress(`正在编制${year}年${recipe.name}…`);
  const earlier = await printedBlocks(folder);
  const read = { dataset, issues: inputIssues };
  const { reports, outputs, record } = await compiled(recipe, jobs, read, earlier, settings, tools);
  // All is printed.
  tools.browser.leave();
  await writeOutputs(folder, [...outputs, ...record]);
  terminal.progress("");
  tellAll(
    reports.flatMap((report) => report.issues),
    terminal,
  );
  const scorecards = reports.map(({ scorecard }) => scorecard);
  terminal.out(writtenTable(folder, outputs, scorecards, terminal.colour.out));
  return EXIT.done;
}

/** Reports that are made and not yet written, and the record of what they were made from. */
export interface Compilation {
  reports: readonly Compiled[];
  outputs: readonly Output[];
  /** provenance.json; none of a public edition. */
  record: readonly Output[];
}

/** Makes every report of the jobs; `earlier` are the blocks of a provenance.json that this one goes on with. */
export async function compiled(
  recipe: KindOfReport,
  jobs: readonly Job[],
  read: { dataset: Dataset; issues: readonly Issue[] },
  earlier: Readonly<Record<string, unknown>>,
  settings: Settings,
  press: Press,
): Promise<Compilation> {
  // All at once: one report is printed while the next one is scored and drawn.
  const reports = await Promise.all(jobs.map((job) => makeOne(recipe, job, read, settings, press)));
  const traced = reports.flatMap(({ provenance, ...report }) =>
    provenance === null ? [] : [{ ...report, provenance }],
  );
  const record = traced.length === 0 ? [] : [provenanceFile(earlier, traced)];
  return { reports, outputs: reports.flatMap(({ outputs }) => outputs), record };
}

/** The year a report of this kind is usually about. */
export function usualYear({ kind, usualYear: of }: KindOfReport, [first]: readonly Plan[]): number {
  if (of === null || first === undefined) throw new Error(`no year for the ${kind} report`);
  return of(first);
}

/** What makes pages and prints them: started once, for one report or for many. */
export interface Press {
  browser: BrowserDoor;
  side: SideWork;
}

/** What was started before all else. */
export interface Tools extends Press {
  reading: Promise<ManifestReading>;
}

/** One report to be made. */
export interface Job {
  plan: Plan;
  year: number;
  written: PlanNarrative;
  /** About this plan's report alone. */
  issues: readonly Issue[];
}

/** Reads and checks what people wrote for a plan's report. */
export async function jobFor(
  recipe: KindOfReport,
  plan: Plan,
  { dataset, plans }: Pick<Input, "dataset" | "plans">,
  year: number,
  { dataFolder, edition }: Pick<Settings, "dataFolder" | "edition">,
): Promise<Job> {
  const written = await planNarrative(recipe.kind, plan, dataset, year, { dataFolder, plans, edition });
  const course = recipe.kind === "annual" ? [] : fewYears(year, plan, dataset);
  return { plan, year, written, issues: [...course, ...written.issues, ...written.prose] };
}

/** What one report is made of. */
export async function materialOf(
  { plan, year, written, issues: own }: Omit<Job, "written"> & Pick<Material, "written">,
  { dataset: all, issues }: { dataset: Dataset; issues: readonly Issue[] },
  { asOf, draft, edition, demo }: Pick<Settings, "asOf" | "draft" | "demo" | "edition">,
): Promise<Material> {
  const matter = editionOf(edition, plan, all, year);
  const sample = isSample(matter.dataset.manifest, demo);
  const versions = { tool: await toolVersion() };
  const context = { asOf, draft, edition, sample, issues: [...issues, ...own], versions };
  return { ...matter, context, written };
}

/** What a report says, before it has any format, and what it is made of. */
export async function modelFor(
  recipe: KindOfReport,
  job: Job,
  read: { dataset: Dataset; issues: readonly Issue[] },
  settings: Pick<Settings, "asOf" | "draft" | "demo" | "edition">,
) {
  const material = await materialOf(job, read, settings);
  return { ...material, model: await recipe.model(material) };
}

/** One plan's report in every format asked for, with what its provenance needs. */
interface Compiled {
  scorecard: Scorecard;
  /** Its file name without extension. */
  name: string;
  outputs: readonly Output[];
  /** Warnings about the printed page. */
  issues: readonly Issue[];
  /** null of what goes to the public. */
  provenance: object | null;
}

async function makeOne(
  recipe: KindOfReport,
  job: Job,
  { dataset: all, issues }: { dataset: Dataset; issues: readonly Issue[] },
  settings: Settings,
  press: Press,
): Promise<Compiled> {
  const { plan, year } = job;
  const made = await modelFor(recipe, job, { dataset: all, issues }, settings);
  const { scorecard, dataset, context, model } = made;
  const isPublic = settings.edition === "public";
  const { workingPaper } = await import("../report/working-paper.js");
  const paper = isPublic ? null : workingPaper(scorecard, dataset, context, model);
  const id = reportId({ plan: plan.id, year, kind: recipe.kind, edition: settings.edition });
  const { browser, side } = press;
  const page: Page = { id, model, paper, settings, browser, side, drawn: null, printed: null };
  const writers = FORMATS.filter(({ format }) => settings.formats.includes(format));
  const [written, provenance] = await Promise.all([
    Promise.all(writers.map(({ write }) => write(page))),
    // Cells and exact figures are the bureau's own.
    isPublic ? null : provenanceFor(job, made, browser),
  ]);
  const warnings = (await page.drawn)?.issues ?? [];
  const told = isPublic
    ? [...warnings, ...(await toldInProse(recipe, made, editionsOf(plan, all, year)))]
    : warnings;
  return { scorecard, name: model.document.fileName, outputs: written.flat(), issues: told, provenance };
}

/** Made while page and tables are. */
async function provenanceFor(
  { written }: Job,
  { model, scorecard, dataset, context }: Awaited<ReturnType<typeof modelFor>>,
  browser: BrowserDoor,
): Promise<object> {
  const { provenanceOf } = await import("../report/exports/provenance.js");
  const inputs = [...dataset.inputs, ...written.inputs];
  const versions = { ...context.versions, browser: await browser.version() };
  return provenanceOf(model, scorecard, { ...dataset, inputs }, { ...context, versions });
}
