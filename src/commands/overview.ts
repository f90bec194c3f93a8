import { isSample } from "../data/dataset.js";
import { ensureWritable, writeOutputs, type Output } from "../files/outputs.js";
import { EXIT, ReportError, type ExitCode } from "../issues/error.js";
import { renderOverview } from "../render/overview.js";
import { overviewModel } from "../report/overview/overview.js";
import { plansWithData, readInput, type Input } from "../run/input.js";
import {
  outFolderOf,
  settingsOf,
  type CommandOptions,
  type Settings,
  type Surroundings,
} from "../run/settings.js";
import { scorePlan } from "../score/score.js";
import { blockedHint, isBlocked } from "../show/blocked.js";
import { tellAll, tellErrors } from "../show/show-issues.js";
import { writtenTable } from "../show/written-table.js";

const CHOICES = { known: ["html"], defaults: ["html"] };
const FILE = "总览.html";

/**
 * Writes one page with every row of every chosen plan. Returns the exit code: 1 when findings of severity error (or,
 * with --strict, any warning) stop it; nothing is written then. There is no public one: it is made of cells.
 */
export async function overview(
  year: number,
  options: CommandOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const settings = settingsOf(options, surroundings, CHOICES);
  const { terminal } = surroundings;
  if (settings.edition === "public") throw noPublicEdition(year);
  const input = await readInput(settings);
  const { ready, issues: absent } = plansWithData(year, input.chosen, input.dataset);
  tellAll(absent, terminal);
  tellErrors(input.issues, terminal);
  const folder = outFolderOf(settings, year);
  const issues = [...absent, ...input.issues];
  if (isBlocked(issues, settings)) {
    terminal.err(`${FILE}没有写出，${folder} 中原有的文件没有改动。${blockedHint(issues)}\n`);
    return EXIT.findings;
  }
  await ensureWritable(folder);
  const scorecards = ready.map((plan) => scorePlan(plan, input.dataset, year));
  const missing = input.chosen.filter((plan) => !ready.includes(plan)).map(({ shortTitle }) => shortTitle);
  const model = overviewModel(scorecards, input.dataset, contextOf(input, missing, settings));
  const html = await renderOverview(model, { override: settings.templatesFolder });
  const output: Output = { name: FILE, kind: "总览", bytes: Buffer.from(html) };
  await writeOutputs(folder, [output]);
  terminal.out(writtenTable(folder, [output], scorecards, terminal.colour.out));
  return EXIT.done;
}

function noPublicEdition(year: number): ReportError {
  return new ReportError(
    "总览没有公开版：它列有单元格和全部数值，供本单位核对",
    EXIT.usage,
    `公开的材料请用 report annual ${year} --edition public 编制`,
  );
}

function contextOf({ dataset, issues }: Input, absent: readonly string[], { asOf, draft, demo }: Settings) {
  const sample = isSample(dataset.manifest, demo);
  return { asOf, draft, sample, issues, absent };
}
