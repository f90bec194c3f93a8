import path from "node:path";
import { fileURLToPath } from "node:url";
import Handlebars from "handlebars";
import { OFFICE_ENCODINGS } from "../files/decode.js";
import { listFolder, type Entry } from "../files/list.js";
import { readText } from "../files/read.js";
import { EXIT, ReportError } from "../issues/error.js";
import { issue, type Issue } from "../issues/issue.js";
import { nearest } from "../terms/nearest.js";
import { PACKAGE_FOLDER } from "../files/package-folder.js";

/** Where templates come from: the bundled folder, and a user's own that replaces it file by file. */
export interface TemplateSource {
  override: string | null;
}

/** One template, parsed. Partials are called by `name`. */
export interface Template {
  name: string;
  /** As the user knows it, for messages. */
  file: string;
  program: hbs.AST.Program;
}

export interface Templates {
  templates: Template[];
  issues: Issue[];
}

const BUNDLED = fileURLToPath(new URL("templates", PACKAGE_FOLDER));

/** A template or a style sheet has some kilobytes; a picture inside it makes some hundred. */
const MOST_BYTES = 5 * 1024 * 1024;

/** Reads and parses every template of the bundled set. Throws ReportError where the override is no folder. */
export async function readTemplates({ override }: TemplateSource): Promise<Templates> {
  const known = (await templateFiles(BUNDLED)).map(({ name }) => name);
  const found = override === null ? [] : await templateFiles(override);
  const own = found.map(({ name }) => name);
  const readable = new Set(found.flatMap(({ name, is }) => (is === "link" ? [] : [name])));
  const templates: Template[] = [];
  const issues = [
    ...own.filter((file) => !known.includes(file)).map((file) => unknownFile(override, file, known)),
    ...found.filter(({ is }) => is === "link").map(({ name }) => linked(override, name)),
  ];
  const folderOf = (file: string) => (override !== null && readable.has(file) ? override : BUNDLED);
  const read = await Promise.all(known.map((file) => readTemplate(path.join(folderOf(file), file))));
  for (const parsed of read) {
    if ("code" in parsed) issues.push(parsed);
    else templates.push(parsed);
  }
  return { templates, issues };
}

async function templateFiles(folder: string): Promise<Entry[]> {
  const { entries, refusal } = await listFolder(folder);
  if (refusal === null) {
    return entries.filter(({ name }) => /\.(hbs|css)$/.test(name));
  }
  const message =
    refusal.why === "unreadable"
      ? `版式文件夹 ${folder} 打不开：${refusal.reason}`
      : `找不到版式文件夹 ${folder}`;
  throw new ReportError(message, EXIT.usage, "请检查 --templates 后面的路径");
}

function unknownFile(folder: string | null, file: string, known: readonly string[]): Issue {
  const where = { file: path.join(folder ?? "", file) };
  return issue("template/unknown-file", where, { file, nearest: nearest(file, known) });
}

/** A folder of templates comes from others, too: what a link in it leads to may be any file of this machine. */
function linked(folder: string | null, file: string): Issue {
  const where = { file: path.join(folder ?? "", file) };
  return issue("template/unreadable", where, { reason: "这是链接，请把它指向的文件复制到这里" });
}

async function readTemplate(file: string): Promise<Template | Issue> {
  const { text, refusal } = await readText(file, MOST_BYTES, OFFICE_ENCODINGS);
  if (refusal !== null)
    return issue("template/unreadable", { file, ...refusal.at }, { reason: refusal.reason });
  return parseTemplate(file, text);
}

/** Ours have some thirty marks and six levels. What it is made into takes a kilobyte a mark, and a step of the stack a level. */
const MOST_MARKS = 5_000;
const MOST_LEVELS = 100;
const TOO_DEEP = `其中的括号或 {{# }} 套了超过${MOST_LEVELS}层`;

/** Why a template is more than anybody wrote; null where it is not. */
function tooMuchIn(text: string): string | null {
  let [marks, blocks, brackets] = [0, 0, 0];
  let isInside = false;
  for (const [mark] of text.matchAll(/\{\{[{~&]*[#/]?|\}\}|[()]/gu)) {
    if (mark === "(" || mark === ")") {
      // Outside of marks it is a letter like another.
      if (isInside) brackets += mark === "(" ? 1 : -1;
      if (brackets > MOST_LEVELS) return TOO_DEEP;
      continue;
    }
    isInside = mark !== "}}";
    brackets = 0;
    if (isInside) marks += 1;
    if (mark.endsWith("#")) blocks += 1;
    if (mark.endsWith("/")) blocks -= 1;
    if (marks > MOST_MARKS) return `其中的 {{ }} 超过${MOST_MARKS}处`;
    if (blocks > MOST_LEVELS) return TOO_DEEP;
  }
  return null;
}

/** Templates as they were parsed last, by their file names: whoever prints many reports parses each once. */
const PARSED = new Map<string, { text: string; template: Template }>();

function parseTemplate(file: string, text: string): Template | Issue {
  const known = PARSED.get(path.basename(file));
  if (known?.text === text && known.template.file === file) return known.template;
  const reason = tooMuchIn(text);
  if (reason !== null) return issue("template/unreadable", { file }, { reason });
  try {
    const template = { name: path.parse(file).name, file, program: Handlebars.parse(text) };
    PARSED.set(path.basename(file), { text, template });
    return template;
  } catch (error) {
    return brokenTemplate(file, text, error);
  }
}

/** Handlebars tells the line in the message only ("Parse error on line 3: …"), or on the exception. */
function brokenTemplate(file: string, text: string, error: unknown): Issue {
  if (!(error instanceof Error)) throw error;
  const told = /line (\d+)|- (\d+):\d+$/.exec(error.message);
  const line = Number((error as { lineNumber?: number }).lineNumber ?? told?.[1] ?? told?.[2] ?? 1);
  const near = (text.split(/\r?\n/)[line - 1] ?? "").trim();
  return issue("template/broken", { file, line }, { near });
}
