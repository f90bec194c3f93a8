import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { encodeGb18030 } from "../../fixtures/gb18030.js";
import { checkTemplates } from "../../src/render/check-templates.js";

const folder = mkdtempSync(path.join(tmpdir(), "check-templates-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Findings on the bundled templates with one file replaced: "code line:column". */
async function findings(text: string | Uint8Array, file = "annual.hbs"): Promise<string[]> {
  const own = mkdtempSync(path.join(folder, "own-"));
  writeFileSync(path.join(own, file), text);
  return (await checkTemplates({ override: own })).map(
    ({ code, where }) => `${code} ${where?.line ?? "-"}:${where?.column ?? "-"}`,
  );
}

test("the bundled templates name nothing the model does not have", async () => {
  expect(await checkTemplates({ override: null })).toEqual([]);
});

test.each([
  ["printed", "{{cover.isuer}}", ["template/unknown-path 1:3"]],
  ["asked for by if", "{{#if cover.isuer}}x{{/if}}", ["template/unknown-path 1:7"]],
  ["inside if", "{{#if cover.notice}}\n{{cover.isuer}}{{/if}}", ["template/unknown-path 2:3"]],
  ["after else", "{{#if cover.notice}}{{else}}{{cover.isuer}}{{/if}}", ["template/unknown-path 1:31"]],
  ["inside each", "{{#each domains}}{{headin}}{{/each}}", ["template/unknown-path 1:20"]],
  ["listed by each", "{{#each domain}}{{/each}}", ["template/unknown-path 1:9"]],
  ["above each", "{{#each domains}}{{../cover.isuer}}{{/each}}", ["template/unknown-path 1:20"]],
  ["inside with", "{{#with cover}}{{isuer}}{{/with}}", ["template/unknown-path 1:18"]],
  ["of a block parameter", "{{#each domains as |d|}}{{d.headin}}{{/each}}", ["template/unknown-path 1:27"]],
  ["given to a partial", '{{> chapter projects id=cover.isuer index=""}}', ["template/unknown-path 1:25"]],
  ["looked up", '{{lookup cover.isuer "x"}}', ["template/unknown-path 1:10"]],
  ["above the top", "{{../cover.issuer}}", ["template/unknown-path 1:3"]],
  ["inside a partial's block", "{{#> contents}}{{cover.isuer}}{{/contents}}", ["template/unknown-path 1:18"]],
  ["of the root", "{{#each domains}}{{@root.covr.issuer}}{{/each}}", ["template/unknown-path 1:20"]],
])("a path that is not in the model is found where it is %s", async (_, text, expected) => {
  expect(await findings(text)).toEqual(expected);
});

test.each([
  "{{cover.issuer}}{{#if cover.notice}}{{cover.notice}}{{else}}{{document.title}}{{/if}}",
  "{{#each domains}}{{number}}{{this.heading}}{{@index}}{{#each blocks}}{{../../document.title}}{{/each}}{{/each}}",
  "{{#each domains as |domain i|}}{{domain.heading}}{{i}}{{/each}}",
  "{{#each domains}}{{#each blocks}}{{#each charts}}{{picture this}}{{/each}}{{/each}}{{@root.cover.issuer}}{{/each}}",
  "{{domains.length}}{{domains.0.heading}}{{#unless cover.notice}}{{/unless}}",
  "{{#each titleLines}}{{this}}{{/each}}{{! {{nothing}} }}",
])("good: %s", async (text) => {
  expect(await findings(text)).toEqual([]);
});

test("each report's templates see that report's model", async () => {
  expect(await findings("{{summary.heading}}", "annual.hbs")).toEqual(["template/unknown-path 1:3"]);
  expect(await findings("{{summary.heading}}{{#each chapters}}{{id}}{{/each}}", "evaluation.hbs")).toEqual(
    [],
  );
  expect(await findings("{{lead.length}}", "evaluation.hbs")).toEqual(["template/unknown-path 1:3"]);
});

test("a partial of both reports may name only what both have, and is told once of a fault", async () => {
  expect(await findings("{{lead.length}}", "cover.hbs")).toEqual(["template/unknown-path 1:3"]);
  expect(await findings("{{cover.isuer}}", "cover.hbs")).toEqual(["template/unknown-path 1:3"]);
});

test("what a partial sees is what its caller gives it", async () => {
  const text = "{{#each blocks}}{{#each tables}}{{caption}}{{/each}}{{/each}}";
  expect(await findings(text, "blocks.hbs")).toContain("template/unknown-path 1:35");
});

test("an unknown partial, helper or file is found with its nearest name", async () => {
  expect(await findings("{{> covr}}")).toEqual(["template/unknown-partial 1:1"]);
  expect(await findings("{{#iff cover.notice}}{{/iff}}")).toEqual(["template/unknown-helper 1:1"]);
  expect(await findings("", "covers.hbs")).toEqual(["template/unknown-file -:-"]);
});

test("unescaped output is refused", async () => {
  expect(await findings("{{{cover.issuer}}}")).toEqual(["template/unescaped 1:1"]);
});

test("a file that does not parse is the only finding", async () => {
  expect(await findings("{{#if cover.notice}}")).toEqual(["template/broken 1:-"]);
});

test("a template as an older 记事本 saves it is read; bytes that are no text are told with their place", async () => {
  expect(await findings(encodeGb18030("{{cover.issuer}}\n永川{{cover.isuer}}"))).toEqual([
    "template/unknown-path 2:5",
  ]);
  expect(await findings(Buffer.from("a\n\xff", "latin1"))).toEqual(["template/unreadable 2:1"]);
});

const bundled = path.resolve(import.meta.dirname, "../../templates");
const readme = readFileSync(path.join(bundled, "README.md"), "utf8");

test("the README of the templates names each of them", () => {
  const files = readdirSync(bundled).filter((file) => file !== "README.md");
  expect(files.filter((file) => !readme.includes(`\`${file}\``))).toEqual([]);
});

test("its example works as it stands", async () => {
  const [, changed = ""] = /```handlebars\n(.*?)```/su.exec(readme) ?? [];
  const cover = readFileSync(path.join(bundled, "cover.hbs"), "utf8");
  const own = cover.replace('<p class="issuer">{{cover.issuer}}</p>\n', () => changed);
  expect(own).not.toBe(cover);
  expect(await findings(own, "cover.hbs")).toEqual([]);
});

test.each([
  ["with nothing", "{{> gaps}}", "gaps.hbs"],
  ["with something new each time", "{{> section a=1}}", "section.hbs"],
  ["by way of another", '{{> chapter projects id="x" index=""}}', "blocks.hbs"],
])("a template that calls itself %s is told, not followed", async (_, text, file) => {
  expect((await findings(text, file)).join()).toContain("template/endless 1:1");
});

test("what a block holds is asked for only where something was put inside", async () => {
  const around = "{{#> contents}}{{> @partial-block}}{{/contents}}";
  expect(await findings(around)).toEqual(["template/unknown-partial 1:16"]);
  expect(await findings("{{> @partial-block}}")).toEqual(["template/unknown-partial 1:1"]);
});

test.each([
  ["marks", "{{cover.issuer}}".repeat(6000)],
  ["blocks within each other", `${"{{#if cover}}".repeat(150)}${"{{/if}}".repeat(150)}`],
  [
    "brackets within each other",
    `{{lookup ${"(lookup ".repeat(150)}cover cover${" cover)".repeat(150)} cover}}`,
  ],
])("more %s than anybody wrote are refused before they are made into anything", async (_, text) => {
  expect(await findings(text)).toEqual(["template/unreadable -:-"]);
});

test("brackets of the text itself are no levels", async () => {
  expect(await findings(`{{cover.issuer}}${"url(".repeat(1000)}{{cover.issuer}}`)).toEqual([]);
});

test("faults by the ten thousand are told once a place", async () => {
  const told = await findings("{{a}}".repeat(4000));
  expect(told.length).toBe(4000);
  expect(new Set(told).size).toBe(4000);
});

test("a link among the templates is not followed", async () => {
  const own = mkdtempSync(path.join(folder, "own-"));
  symlinkSync("/etc/hostname", path.join(own, "cover.hbs"));
  const told = await checkTemplates({ override: own });
  expect(told.map(({ code, message }) => `${code} ${message}`)).toEqual([
    expect.stringContaining("template/unreadable"),
  ]);
  expect(told[0]?.message).toContain("链接");
});
