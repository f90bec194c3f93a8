import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import Handlebars from "handlebars";
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

/** Reads and parses every template of the bundled set. Throws ReportError where the override is no folder. */
export function readTemplates({ override }: TemplateSource): Templates {
  const known = templateFiles(BUNDLED);
  const own = override === null ? [] : ownFiles(override);
  const templates: Template[] = [];
  const issues = own
    .filter((file) => !known.includes(file))
    .map((file) => unknownFile(override, file, known));
  for (const file of known) {
    const folder = override !== null && own.includes(file) ? override : BUNDLED;
    const parsed = parseTemplate(path.join(folder, file));
    if ("code" in parsed) issues.push(parsed);
    else templates.push(parsed);
  }
  return { templates, issues };
}

function templateFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => /\.(hbs|css)$/.test(file))
    .sort();
}

function ownFiles(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new ReportError(`找不到版式文件夹 ${folder}`, EXIT.usage, "请检查 --templates 后面的路径");
  }
  return templateFiles(folder);
}

function unknownFile(folder: string | null, file: string, known: readonly string[]): Issue {
  const where = { file: path.join(folder ?? "", file) };
  return issue("template/unknown-file", where, { file, nearest: nearest(file, known) });
}

function parseTemplate(file: string): Template | Issue {
  const text = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  try {
    return { name: path.parse(file).name, file, program: Handlebars.parse(text) };
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
