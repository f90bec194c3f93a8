import { firstBy } from "../terms/first-by.js";
import { hasErrors, type Issue } from "../issues/issue.js";
import { OVERVIEW, RED_HEAD, STARTS, type Start } from "./starts.js";
import { checkPaths } from "./template-paths.js";
import { readTemplates, type Template, type TemplateSource } from "./templates.js";

/** The helpers a template may call: Handlebars' own for flow, those that draw: a chart, and a row's course, and what keeps figures whole. */
export const HELPERS = [
  "each",
  "if",
  "lookup",
  "picture",
  "sparkline",
  "unbroken",
  "unless",
  "with",
] as const;

export interface CheckedTemplates {
  templates: Template[];
  issues: Issue[];
}

/** Reads the templates and checks every path they use, from each of `starts` on, against its model. */
export async function readCheckedTemplates(
  source: TemplateSource,
  starts: readonly Start[],
): Promise<CheckedTemplates> {
  const { templates, issues } = await readTemplates(source);
  // A file that could not be read is missing from the list: checking the rest would only report its absence.
  if (hasErrors(issues)) return { templates, issues };
  const found = starts.flatMap((start) => foundFrom(start, templates));
  return { templates, issues: [...issues, ...oncePerPlace(found)] };
}

/** What was found last, by where a report begins: whoever prints many reports checks each template once. */
const CHECKED = new WeakMap<Start, CheckedTemplates>();

function foundFrom(start: Start, templates: Template[]): Issue[] {
  const known = CHECKED.get(start);
  const isSame = known?.templates.length === templates.length && templates.every(isIn(known.templates));
  if (isSame) return known.issues;
  const issues = templates
    .filter(({ name }) => name === start.template)
    .flatMap((template) => checkPaths(template, templates, start, HELPERS));
  CHECKED.set(start, { templates, issues });
  return issues;
}

/** Templates that have not changed are parsed once, and so the very same. */
function isIn(known: readonly Template[]): (template: Template, at: number) => boolean {
  return (template, at) => template === known[at];
}

/** A partial of several reports is told once of a fault, for the first of them. */
function oncePerPlace(issues: readonly Issue[]): Issue[] {
  return firstBy(issues, ({ code, where }) => `${code} ${where?.file}:${where?.line}:${where?.column}`);
}

/** Findings on a user's templates, for `report validate`. Throws ReportError where the folder is missing. */
export async function checkTemplates(source: TemplateSource): Promise<Issue[]> {
  const { annual, midterm, brief } = STARTS;
  const starts = [annual, midterm, brief, RED_HEAD.annual, RED_HEAD.midterm, OVERVIEW];
  return (await readCheckedTemplates(source, starts)).issues;
}
