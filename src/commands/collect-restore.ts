import { readLedger, type StoredLedger } from "../data/ledger/read.js";
import type { LedgerState } from "../data/ledger/states.js";
import { restoreInto } from "../forms/collect/restore.js";
import { EXIT, type ExitCode, ReportError } from "../issues/error.js";
import { hasErrors } from "../issues/issue.js";
import { settingsOf, type Surroundings } from "../run/settings.js";
import { listed, type AlignedColumn } from "../show/list.js";
import { prettyIssues } from "../show/show-issues.js";
import type { CollectOptions } from "./collect.js";

/** Lists the copies of the ledger, or puts one of them in its place. */
export async function restore(
  paths: readonly string[],
  options: CollectOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { dataFolder } = settingsOf(options, surroundings, { known: ["pretty"], defaults: ["pretty"] });
  if (paths.length > 0)
    throw new ReportError("--restore 不能与要采集的文件一起写", EXIT.usage, "请先恢复，再采集");
  if (options.restore === true) return listStates(dataFolder, surroundings);
  return putBack(dataFolder, numberIn(options.restore ?? ""), surroundings);
}

function numberIn(text: string): number {
  if (/^\d{1,9}$/u.test(text)) return Number(text);
  const hint = "请写备份的编号，如 report collect --restore 12；不写编号时列出所有备份";
  throw new ReportError(`没有编号为“${text}”的备份`, EXIT.usage, hint);
}

async function listStates(folder: string, { terminal }: Surroundings): Promise<ExitCode> {
  const stored = await readLedger(folder);
  terminal.err(prettyIssues(stored.issues, terminal.colour.err));
  const { head, lines } = listed(columnsOf(stored), stored.states);
  if (lines.length === 0) terminal.out(`“${folder}”中没有监测数据库的备份。\n`);
  else terminal.out([head, ...lines].map((line) => `${line}\n`).join(""));
  const [other] = stored.states.filter((state) => !isPresent(state, stored));
  if (other !== undefined) terminal.out(`\n恢复某一份：report collect --restore ${other.number}\n`);
  return hasErrors(stored.issues) ? EXIT.findings : EXIT.done;
}

function columnsOf(stored: StoredLedger): readonly AlignedColumn<LedgerState>[] {
  return [
    { head: "编号", align: "right", cell: ({ number }) => number },
    { head: "时间", align: "left", cell: ({ stamp }) => timeOf(stamp) },
    {
      head: "内容",
      align: "left",
      cell: (state) => {
        const what = state.ledger === null ? "恢复或改写前的原文件" : `${state.ledger.lines}行`;
        return `${what}${isPresent(state, stored) ? "（现用）" : ""}`;
      },
    },
  ];
}

/** 2026-03-05 09:41 of 20260305-094107. */
function timeOf(stamp: string): string {
  const [year, month, day, hour, minute] = [
    [0, 4],
    [4, 6],
    [6, 8],
    [9, 11],
    [11, 13],
  ].map(([from, to]) => stamp.slice(from, to));
  return `${year}-${month}-${day} ${hour}:${minute}`;
}

function isPresent({ number, ledger }: LedgerState, { file, issues, states }: StoredLedger): boolean {
  if (ledger === null || file === null || hasErrors(issues)) return false;
  const same = states.find((each) => each.ledger?.lines === file.lines && each.ledger.seal === file.seal);
  return same?.number === number;
}

async function putBack(folder: string, number: number, { terminal, now }: Surroundings): Promise<ExitCode> {
  const state = await restoreInto(folder, number, {
    now: Date.parse(now),
    time: now,
    waiting: () => terminal.err("另一个采集正在进行，等它结束……\n"),
  });
  const lines = state.ledger === null ? "" : `（${state.ledger.lines}行）`;
  terminal.out(`监测数据库已恢复为第${number}份备份${lines}；恢复前的文件留在备份中。\n`);
  return EXIT.done;
}
