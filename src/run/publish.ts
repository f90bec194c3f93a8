import path from "node:path";
import { PUBLISHED_FOLDER } from "../data/published/folder.js";
import {
  printedReports,
  type NamedReport,
  type Published,
  type PublishedContent,
} from "../data/published/record.js";
import { editionsOf } from "../data/published/revisions.js";
import { digestOf } from "../files/digest.js";
import { standingAt } from "../files/list.js";
import { ensureWritable, writeOutputs } from "../files/outputs.js";
import { EXIT, ReportError } from "../issues/error.js";
import { issue, type Issue } from "../issues/issue.js";
import type { Plan } from "../plan/plan.js";
import { fileName } from "../terms/file-name.js";
import type { Input } from "./input.js";
import { printedBlocks } from "./provenance-file.js";

/** What became of one report. */
export interface Frozen {
  name: string;
  /** Relative to the data folder. */
  file: string;
  edition: number;
  /** The same report was frozen before; nothing was written. */
  before: boolean;
}

/**
 * Freezes the 定稿 printed in `out` of the plans and year: a JSON a report under 已发布/. Nothing is written where
 * anything of it is not as it was printed, and no earlier file is ever replaced. Throws ReportError.
 */
export async function publishReports(
  year: number,
  out: string,
  dataFolder: string,
  { chosen, dataset }: Pick<Input, "chosen" | "dataset">,
  day: string,
): Promise<{ frozen: readonly Frozen[]; issues: readonly Issue[] }> {
  if (dataset.manifest.review !== "定稿") {
    throw new ReportError(
      `manifest.yaml 的 review 是“${dataset.manifest.review}”，只有“定稿”可以存档`,
      EXIT.usage,
      "定稿以后把 review 改为“定稿”，重新编制，再运行 report publish",
    );
  }
  const printed = printedReports(await printedBlocks(out));
  const found = chosen.map((plan) => ({ plan, reports: reportsOf(plan, year, printed) }));
  const absent = found.filter(({ reports }) => reports.length === 0).map(({ plan }) => plan);
  const reports = found.flatMap((each) => each.reports);
  const checked = await Promise.all(reports.map((each) => changesOf(each, out, dataFolder, dataset.inputs)));
  const issues = [
    ...absent.map((plan) =>
      issue("publish/not-printed", { file: out }, { report: `${plan.shortTitle}${year}年报告` }),
    ),
    ...checked.flat(),
  ];
  if (issues.length > 0) return { frozen: [], issues };
  return { frozen: await freeze(reports, dataset.published, dataFolder, day), issues: [] };
}

function reportsOf(plan: Plan, year: number, printed: readonly NamedReport[]): NamedReport[] {
  return printed.filter((each) => each.plan.id === plan.id && each.year === year);
}

/** What is no longer as it was when the report was printed. */
async function changesOf(
  { name, draft, statement, inputs, outputs }: NamedReport,
  out: string,
  dataFolder: string,
  now: readonly { file: string }[],
): Promise<Issue[]> {
  const state = draft ? "初稿（--draft）" : statement.sample ? "示例数据" : statement.review;
  if (draft || statement.sample || statement.review !== "定稿") {
    return [issue("publish/not-final", { file: out }, { report: name, state })];
  }
  const known = new Set(inputs.map(({ file }) => file));
  const added = now.filter(({ file }) => !known.has(file));
  const files = await Promise.all([
    ...outputs.map((each) => changed("publish/output-changed", path.join(out, each.name), each.sha256)),
    ...inputs.map((each) => changed("publish/input-changed", path.join(dataFolder, each.file), each.sha256)),
  ]);
  return [
    ...files.flat(),
    ...added.map(({ file }) => issue("publish/data-changed", { file }, { report: name })),
  ];
}

const MOST_BYTES = 1024 * 1024 * 1024;

async function changed(
  code: "publish/output-changed" | "publish/input-changed",
  file: string,
  expected: string,
): Promise<Issue[]> {
  const { sha256, refusal } = await digestOf(file, MOST_BYTES);
  if (refusal === null && sha256 === expected) return [];
  return [issue(code, { file }, { missing: refusal?.why === "missing" })];
}

async function freeze(
  reports: readonly NamedReport[],
  published: readonly Published[],
  dataFolder: string,
  day: string,
): Promise<Frozen[]> {
  const planned = reports.map((report) => plannedFor(report, published, day));
  const fresh = planned.flatMap(({ content, frozen }) =>
    content === null
      ? []
      : [
          {
            name: path.posix.basename(frozen.file),
            bytes: Buffer.from(`${JSON.stringify(content, null, 2)}\n`),
          },
        ],
  );
  const folder = path.join(dataFolder, PUBLISHED_FOLDER);
  const words = { next: "请检查数据文件夹的写入权限", within: dataFolder };
  if (fresh.length > 0) {
    await ensureWritable(folder, words);
    await writeOutputs(folder, fresh, { ...words, ready: () => refuseExisting(folder, fresh) });
  }
  return planned.map(({ frozen }) => frozen);
}

/** The next edition of a report, or the one that holds the same already. */
function plannedFor(
  { name, ...report }: NamedReport,
  published: readonly Published[],
  day: string,
): { content: PublishedContent | null; frozen: Frozen } {
  const { kind } = report.statement;
  const earlier = editionsOf(published, report.plan.id, kind, report.year);
  const [first = null] = earlier;
  const latest = earlier.at(-1);
  if (latest !== undefined && JSON.stringify(latest.outputs) === JSON.stringify(report.outputs)) {
    return { content: null, frozen: { name, file: latest.file, edition: latest.edition, before: true } };
  }
  const edition = (latest?.edition ?? 0) + 1;
  const base = fileName(`${report.plan.id}-${report.year}-${kind}`);
  const file = `${PUBLISHED_FOLDER}/${base}${edition === 1 ? "" : `-${edition}`}.json`;
  const content: PublishedContent = {
    schemaVersion: 1,
    name,
    edition,
    published: day,
    first: first === null ? null : { file: first.file, sha256: first.sha256 },
    ...report,
  };
  return { content, frozen: { name, file, edition, before: false } };
}

/** What could not be read as an earlier edition is not written over either. */
async function refuseExisting(folder: string, fresh: readonly { name: string }[]): Promise<void> {
  for (const { name } of fresh) {
    const file = path.join(folder, name);
    if ((await standingAt(file)) === null) continue;
    throw new ReportError(
      `${file} 已经在了，而且读不出来，不会改写`,
      EXIT.usage,
      "请从备份恢复这个文件，或把它移到别处",
    );
  }
}
