import type { Issue, Severity } from "../issues/issue.js";
import type { Excerpt } from "./issue-excerpt.js";
import { leftOut } from "./show-issues.js";
import { cellInFile } from "../issues/place.js";

const COMMANDS: Record<Severity, string> = { error: "error", warning: "warning", note: "notice" };

/** Findings as workflow commands of GitHub Actions, which shows them beside the changed files. */
export function githubIssues(issues: readonly Issue[], left: Excerpt["left"]): string {
  const lines = issues.map(annotation);
  if (left.length > 0) lines.push(`::notice::${escapedData(leftOut(left))}`);
  return lines.map((line) => `${line}\n`).join("");
}

function annotation({ code, severity, message, hint, where }: Issue): string {
  const properties = [
    ["file", where?.file],
    ["line", where?.line],
    ["col", where?.line === undefined ? undefined : where.column],
    ["title", code],
  ].flatMap(([name, value]) => (value === undefined ? [] : `${name}=${escapedProperty(String(value))}`));
  const cell = where === null ? "" : cellInFile(where);
  const text = `${cell === "" ? "" : `${cell}：`}${message}${hint === "" ? "" : `（${hint}）`}`;
  return `::${COMMANDS[severity]} ${properties.join(",")}::${escapedData(text)}`;
}

/**
 * A value of a workflow command, which ends at the end of its line.
 * https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
 */
function escapedData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** A property's value, which ends at a comma or the colons too. */
function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
