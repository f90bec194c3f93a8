import type { Issue } from "../issue.js";
import { ANNUAL_SHAPE } from "./model-shape.js";
import { checkPaths } from "./template-paths.js";
import { readTemplates, type Template, type TemplateSource } from "./templates.js";

/** The template every report starts from; the others are partials. */
export const START = "annual";

/** The helpers a template may call: Handlebars' own for flow, and `picture`, which draws a chart. */
export const HELPERS = ["each", "if", "lookup", "picture", "unless", "with"] as const;

export interface CheckedTemplates {
  templates: Template[];
  issues: Issue[];
}

/** Reads the templates and checks every path they use against the model. */
export function readCheckedTemplates(source: TemplateSource): CheckedTemplates {
  const { templates, issues } = readTemplates(source);
  const start = templates.find(({ name }) => name === START);
  // A broken file is missing from the list: checking the rest would only report its absence.
  if (start === undefined || issues.some(({ code }) => code === "template/broken"))
    return { templates, issues };
  return { templates, issues: [...issues, ...checkPaths(start, templates, ANNUAL_SHAPE, HELPERS)] };
}

/** Findings on a user's templates, for `report validate`. Throws ReportError where the folder is missing. */
export function checkTemplates(source: TemplateSource): Issue[] {
  return readCheckedTemplates(source).issues;
}
