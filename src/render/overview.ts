import { sha256 } from "../files/digest.js";

import type { OverviewModel } from "../report/overview/model.js";
import { fill, fillText, usableTemplates } from "./html.js";
import { markRules } from "./marks.js";
import { OVERVIEW } from "./starts.js";
import { inHead } from "./style.js";
import type { TemplateSource } from "./templates.js";

/**
 * The overview as one HTML page that needs nothing else and asks for nothing: its policy allows its own style, and
 * no script. All of it is there without one. Throws ReportError, with all findings, where a template is broken or names
 * what the model does not have.
 */
export async function renderOverview(model: OverviewModel, source: TemplateSource): Promise<string> {
  const templates = await usableTemplates(source, OVERVIEW);
  const style = unixLines(
    fillText(templates, { ...OVERVIEW, template: "overview-style" }, model) + markRules(),
  );
  const page = fill(templates, OVERVIEW, model);
  return inHead(page, `${policyOf({ style })}<style>${style}</style>\n`);
}

/** A browser hashes what it has read, and reads every line end as this one. */
function unixLines(text: string): string {
  return text.replaceAll(/\r\n?/gu, "\n");
}

/** What the page may load and run: the texts it is given here, by their hash, and nothing from anywhere. */
function policyOf({ style }: { style: string }): string {
  const rules = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${rules.join("; ")}">\n`;
}

function hashOf(text: string): string {
  return `sha256-${Buffer.from(sha256(Buffer.from(text)), "hex").toString("base64")}`;
}
