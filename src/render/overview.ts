import { fileURLToPath } from "node:url";
import { sha256 } from "../files/digest.js";
import { PACKAGE_FOLDER, readShipped } from "../files/package-folder.js";
import type { OverviewModel } from "../report/overview/model.js";
import { fill, fillText, usableTemplates } from "./html.js";
import { markRules } from "./marks.js";
import { OVERVIEW } from "./starts.js";
import { inHead } from "./style.js";
import type { TemplateSource } from "./templates.js";

/** It is no template: a user's own templates bring no script. */
const SCRIPT = fileURLToPath(new URL("templates/overview.js", PACKAGE_FOLDER));

/**
 * The overview as one HTML page that needs nothing else and asks for nothing: its policy allows its own style and
 * script alone. All of it is there without the script. Throws ReportError, with all findings, where a template is
 * broken or names what the model does not have.
 */
export async function renderOverview(model: OverviewModel, source: TemplateSource): Promise<string> {
  const templates = await usableTemplates(source, OVERVIEW);
  const rules = fillText(templates, { ...OVERVIEW, template: "overview-style" }, model) + markRules();
  const style = unixLines(rules);
  const script = unixLines((await readShipped(SCRIPT)).toString("utf8"));
  const policy = policyOf(style, script);
  const head = `${policy}\n<style>${style}</style>\n<script>${script}</script>\n`;
  return inHead(fill(templates, OVERVIEW, model), head);
}

/** A browser hashes what it has read, and reads every line end as this one. */
function unixLines(text: string): string {
  return text.replaceAll(/\r\n?/gu, "\n");
}

/** What the page may load and run: these two texts, known by their hashes, and nothing from anywhere. */
function policyOf(style: string, script: string): string {
  const rules = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${rules.join("; ")}">`;
}

function hashOf(text: string): string {
  return `sha256-${Buffer.from(sha256(Buffer.from(text)), "hex").toString("base64")}`;
}
