import path from "node:path";
import { EXIT, ReportError, type ExitCode } from "../issues/error.js";
import { hasErrors } from "../issues/issue.js";
import { amendable } from "../narrative/amendable.js";
import { readNarrativeFile } from "../narrative/file.js";
import type { Generated, Slot } from "../narrative/narrative.js";
import { parseNarrative } from "../narrative/parse.js";
import { narrativeName, slotsFor } from "../narrative/slots.js";
import type { Plan } from "../plan/plan.js";
import { tellAll, tellErrors } from "../show/show-issues.js";
import type { Terminal } from "../terminal/terminal.js";
import { plansWithData, readInput } from "./input.js";
import { writtenNarrative } from "./narratives.js";
import { generated } from "./own-words.js";
import type { KindOfReport } from "./report-kinds.js";
import { materialOf, usualYear } from "./reports.js";
import {
  headingsFor,
  renewedText,
  saveNarrative,
  writtenRecord,
  type NarrativeBytes,
} from "./save-narrative.js";
import type { Settings } from "./settings.js";

/** A narrative file to be written, or one that lacks nothing. */
interface Draft {
  /** Relative to the data folder, with forward slashes. */
  name: string;
  /** What stands in the file; null where there is none. */
  earlier: Buffer | null;
  /** Null where nothing is to be added. */
  bytes: Buffer | null;
  /** How many parts come with text. */
  count: number;
  /** What is to be kept of the text that its parts were written from; empty where that stays as it is. */
  record: readonly NarrativeBytes[];
  /** Headings of parts that people have brought up to date since their figures changed. */
  renewed: readonly string[];
}

/** What a report says by itself: as it is printed now, and whatever people have written. */
interface Said {
  now: Generated;
  own: Generated;
}

/**
 * Writes the narrative file of the kind for every chosen plan: the heading of each part and the report's own text to
 * amend. What people wrote stays as it is, in this file or the year's; only what is missing is added behind it.
 */
export async function writeNarratives(
  recipe: KindOfReport,
  asked: number | null,
  settings: Settings,
  terminal: Terminal,
): Promise<ExitCode> {
  if (settings.demo) throw new ReportError("--write-narrative 不能与 --demo 同时使用", EXIT.usage, NO_DEMO);
  const { chosen, dataset, issues } = await readInput(settings);
  const year = asked ?? usualYear(recipe, chosen);
  const { ready, issues: absent } = plansWithData(year, chosen, dataset);
  const jobs = await Promise.all(
    ready.map(async (plan) => {
      const written = await writtenNarrative(recipe.kind, plan, year, settings.dataFolder);
      return { plan, year, written, issues: written.issues };
    }),
  );
  // What is still to be written is no reason not to begin.
  const unread = jobs.flatMap((job) => job.issues).filter(({ code }) => code !== "narrative/missing-section");
  const found = [...issues, ...unread];
  tellAll(absent, terminal);
  tellErrors(found, terminal);
  // Errors in people's text hold up a draft, too: what cannot be read could be written a second time.
  if (hasErrors([...absent, ...(settings.draft ? unread : found)])) {
    terminal.err("文字材料没有写出，原有的文件没有改动。请改正以上错误后重试。\n");
    return EXIT.findings;
  }
  for (const job of jobs) {
    const now = await recipe.texts(await materialOf(job, { dataset, issues }, settings));
    const own = await generated(recipe.kind, job.plan, dataset, year);
    const taken = new Set(job.written.narrative?.sections.map(({ slot }) => slot));
    const draft = await draftOf(job.plan, year, recipe, settings.dataFolder, { said: { now, own }, taken });
    const { name, earlier, bytes } = draft;
    const file = bytes === null ? [] : [{ name, earlier, bytes }];
    await saveNarrative(settings.dataFolder, [...file, ...draft.record]);
    terminal.err(told(draft, settings.dataFolder));
    terminal.err(renewedText(draft.renewed));
  }
  terminal.err(next(recipe, year));
  return EXIT.done;
}

const NO_DEMO = "示例数据随程序安装，不在其中写文字；请用 --data 指定自己的数据文件夹";

async function draftOf(
  plan: Plan,
  year: number,
  { kind }: KindOfReport,
  folder: string,
  { said: { now, own }, taken }: { said: Said; taken: ReadonlySet<Slot["id"]> },
): Promise<Draft> {
  const name = narrativeName(plan, year, kind);
  const slots = slotsFor(kind, plan);
  const { content, bytes: earlier } = await readNarrativeFile(path.join(folder, name), name);
  const text = content ?? "";
  const { texts } = now;
  const { sections } = parseNarrative(name, text, slots);
  const there = new Set(sections.map(({ slot }) => slot));
  const isNew = text.trim() === "";
  const holds = new Set(slots.map(({ parent }) => parent));
  // People's headings once, and those of the report where there is text or the file is new.
  const wanted = slots.filter(
    ({ id, writer }) =>
      !taken.has(id) && !there.has(id) && (texts.has(id) || isNew || (writer === "people" && !holds.has(id))),
  );
  const added = amendable(slots, wanted, texts);
  const given = wanted.filter(({ id }) => texts.has(id));
  const bytes = added === "" ? null : joined(earlier, text, added);
  // What is added points with the numbers of the report as it is printed now, and so does what people added.
  const sectionsNow = parseNarrative(name, `${text}\n\n${added}`, slots).sections;
  const said = { texts: own.texts, captions: now.captions };
  const { record, renewed } = await writtenRecord(folder, name, sectionsNow, {
    said,
    given,
    pointing: slots,
  });
  return { name, earlier, bytes, count: given.length, record, renewed: headingsFor(renewed, slots) };
}

/** The file with more behind it. Its own bytes are kept where they are UTF-8, and its ends of lines. */
function joined(earlier: Buffer | null, text: string, added: string): Buffer {
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const own = Buffer.from(text);
  const kept = earlier?.includes(own) === true ? earlier : own;
  const gap = text.trim() === "" ? "" : text.endsWith("\n") ? end : end + end;
  return Buffer.concat([kept, Buffer.from(gap + added.replaceAll("\n", end))]);
}

function told({ name, earlier, bytes, count }: Draft, folder: string): string {
  const file = path.join(folder, name);
  if (bytes === null) return `${file} 各部分都已有，没有改动。\n`;
  return earlier === null
    ? `已写出 ${file}：${count}个部分的自动生成文字。已写在 narrative/ 中的部分以原文为准，没有重复写入。\n`
    : `已在 ${file} 末尾补上缺少的标题和${count}个部分的自动生成文字，原有内容没有改动。\n`;
}

function next({ kind }: KindOfReport, year: number): string {
  const verb = kind === "annual" ? `annual ${year}` : `${kind} --year ${year}`;
  return [
    "接下来：",
    "  1. 用“记事本”打开，修改需要改的部分；不需要改的部分把文字删去、标题留着，照常自动生成",
    "  2. 留下的文字不随数据变化：数据再有改动，report validate 会指出哪些部分要改；改好后再运行一次本命令，不再提示",
    `  3. 运行 report ${verb} 编制报告`,
    "",
  ].join("\n");
}
