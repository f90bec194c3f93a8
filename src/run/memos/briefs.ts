import { isSample } from "../../data/dataset.js";
import { ensureWritable, writeOutputs, type Output } from "../../files/outputs.js";
import { EXIT, type ExitCode } from "../../issues/error.js";
import type { Plan } from "../../plan/plan.js";
import type { MemoModel } from "../../report/model.js";
import { blockedHint, isBlocked } from "../../show/blocked.js";
import { tellAll, tellErrors } from "../../show/show-issues.js";
import { writtenTable } from "../../show/written-table.js";
import type { Terminal } from "../../terminal/terminal.js";
import { editionOf } from "../edition.js";
import { plansWithData, readInput, type Input } from "../input.js";
import type { Tools } from "../reports.js";
import { outFolderOf, toolVersion, type Settings } from "../settings.js";
import type { Issue } from "../../issues/issue.js";
import { append } from "../../terms/long-lists.js";

/** Writes a 简报 for every chosen plan with data of the year. Returns the exit code. */
export async function makeBriefs(
  year: number,
  settings: Settings,
  tools: Tools,
  terminal: Terminal,
): Promise<ExitCode> {
  terminal.progress("正在读取数据…");
  const input = await readInput(settings, tools.reading);
  const { ready, issues: absent } = plansWithData(year, input.chosen, input.dataset);
  tellAll(absent, terminal);
  tellErrors(input.issues, terminal);
  const folder = outFolderOf(settings, year);
  if (isBlocked([...absent, ...input.issues], settings)) {
    terminal.err(`简报没有写出，${folder} 中原有的文件没有改动。${blockedHint(input.issues)}\n`);
    return EXIT.findings;
  }
  await ensureWritable(folder);
  terminal.progress(`正在编制${year}年监测简报…`);
  const briefs = await Promise.all(ready.map((plan) => makeOne(plan, year, input, settings, tools)));
  const outputs = briefs.flatMap((each) => each.outputs);
  await writeOutputs(folder, outputs);
  terminal.progress("");
  tellAll(
    briefs.flatMap((each) => each.issues),
    terminal,
  );
  for (const { title, shortened } of briefs) {
    if (shortened.length > 0)
      terminal.err(`《${title}》一页排不下，以下内容只写项数或从略：${shortened.join("、")}。\n`);
  }
  const scorecards = briefs.map(({ scorecard }) => scorecard);
  terminal.out(writtenTable(folder, outputs, scorecards, terminal.colour.out));
  return EXIT.done;
}

async function makeOne(
  plan: Plan,
  year: number,
  { dataset, issues }: Input,
  settings: Settings,
  { browser, side }: Tools,
) {
  const { asOf, draft, demo } = settings;
  const { scorecard, earlier } = editionOf("internal", plan, dataset, year);
  const { briefOf } = await import("../../report/memos/brief.js");
  const { model, shortened } = briefOf(
    { scorecard, dataset },
    {
      asOf,
      draft,
      sample: isSample(dataset.manifest, demo),
      issues,
      versions: { tool: await toolVersion() },
      previous: earlier().at(-1) ?? null,
    },
  );
  const { fileName, title } = model.document;
  const outputs: Output[] = [];
  const found: Issue[] = [];
  if (settings.formats.includes("pdf")) {
    const page = await side.page(isBrief(model), { override: settings.templatesFolder });
    append(found, page.issues);
    const { bytes } = await browser.print(page.html, { ...model.document, date: asOf });
    outputs.push({ name: `${fileName}.pdf`, kind: "简报", bytes });
  }
  if (settings.formats.includes("docx")) {
    outputs.push({ name: `${fileName}.docx`, kind: "简报Word稿", bytes: await side.memo(model, asOf) });
  }
  return { scorecard, title, shortened, outputs, issues: found };
}

function isBrief(model: MemoModel): MemoModel & { kind: "brief" } {
  const { kind } = model;
  if (kind !== "brief") throw new Error(`a ${kind} is no page`);
  return { ...model, kind };
}
