import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { renderOverview } from "../../src/render/overview.js";
import { HOSTILE, hostileOverview, sampleOverview } from "./sample-overview.js";

const folder = mkdtempSync(path.join(tmpdir(), "overview-"));
afterAll(() => rmSync(folder, { recursive: true }));

const OURS = { override: null };
const sample = await sampleOverview();
const html = await renderOverview(sample, OURS);

/** What stands between the tags of each element of this name. */
function inside(html: string, element: string): string[] {
  return [...html.matchAll(new RegExp(`<${element}[^>]*>(.*?)</${element}>`, "gsu"))].map(
    ([, text]) => text ?? "",
  );
}

function policyOf(html: string): string {
  return /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(html)?.[1] ?? "";
}

const hashed = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

describe("the page of the overview", () => {
  it("allows its own style and script by their hashes, and nothing else", () => {
    const rules = policyOf(html).split("; ");
    expect(rules).toContain("default-src 'none'");
    expect(rules).toContain(`style-src ${inside(html, "style").map(hashed).join(" ")}`);
    expect(rules).toContain(`script-src ${inside(html, "script").map(hashed).join(" ")}`);
    expect(html).not.toMatch(/ style=| on[a-z]+=/u);
  });

  it("names no other file and no address", () => {
    expect(html.match(/(?:src|href|action)="(?!#)[^"]*"|url\(|@import/gu)).toBeNull();
  });

  it("is well below two megabytes with both plans", () => {
    expect(Buffer.byteLength(html)).toBeLessThan(1_000_000);
  });

  it("lets what spans the table span all its columns", () => {
    const columns = html.match(/<th scope="col"/gu)?.length ?? 0;
    expect(new Set(html.match(/colspan="\d+"/gu))).toEqual(new Set([`colspan="${columns}"`]));
  });

  it("gives every id once", () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it("shows all of it without a script: only the explanations are folded, and what needs one is hidden", () => {
    expect(html.match(/<\w+[^>]* hidden[ >]/gu)).toEqual(['<form class="looking" hidden ']);
    expect(inside(html, "details")).toHaveLength(90);
  });
});

it("shows whatever stands in names, cells and texts as text", { tags: ["patience"] }, async () => {
  const hostile = await renderOverview(await hostileOverview(), OURS);
  const tags = (text: string) => [...new Set(text.match(/<\/?[a-z][\w-]*/gu))].sort();
  expect(tags(hostile)).toEqual(tags(html));
  expect(hostile).toContain(
    HOSTILE.replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;"),
  );
  expect(policyOf(hostile)).toBe(policyOf(html));
});

it("keeps the hash of a style sheet with the line ends of Windows, which a browser reads as others", async () => {
  const own = mkdtempSync(path.join(folder, "own-"));
  writeFileSync(path.join(own, "overview-style.css"), "p {\r\n  color: #000;\r\n}\r\n");
  const styled = await renderOverview(sample, { override: own });
  expect(styled).not.toContain("\r");
  expect(policyOf(styled)).toContain(hashed(inside(styled, "style")[0] ?? ""));
});
