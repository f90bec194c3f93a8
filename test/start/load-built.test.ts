import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { compiledSoFar, loadBuilt } from "../../src/start/load-built.js";

const PART = "part-Ab3_-x9Z.cjs";
const folders: string[] = [];

/** A built program of these chunks, each with what lies beside it. */
function program(chunks: Record<string, string | Buffer>): string {
  const folder = mkdtempSync(path.join(tmpdir(), "built-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(chunks)) writeFileSync(path.join(folder, name), content);
  return folder;
}

function load(folder: string, name: string): unknown {
  return loadBuilt(pathToFileURL(path.join(folder, name)));
}

/** What V8 makes of a chunk once it has run. */
function compiled(name: string, source: string): Buffer {
  load(program({ [name]: source }), name);
  const made = compiledSoFar().findLast((each) => each.name === `${name}.compiled`);
  if (made === undefined) throw new Error(`nothing of ${name}`);
  return made.bytes;
}

describe("a built program", () => {
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  it("is run chunk by chunk, each once, those that ask for each other too", () => {
    const folder = program({
      "main.cjs": `const part = require("./${PART}"); exports.told = part.tell(); exports.same = part === require("./${PART}");`,
      [PART]: `const main = require("./main.cjs"); exports.tell = () => [typeof main, require("node:path").basename(__filename)];`,
    });
    expect(load(folder, "main.cjs")).toMatchObject({ told: ["object", PART], same: true });
  });

  it("may replace its exports, and knows where it lies", () => {
    const folder = program({ "main.cjs": "module.exports = { url: importMetaUrl };" });
    expect(load(folder, "main.cjs")).toEqual({ url: pathToFileURL(path.join(folder, "main.cjs")).href });
  });

  it("names its own lines in a stack", () => {
    const folder = program({ "main.cjs": '\n\nthrow new Error("here");' });
    let stack = "";
    try {
      load(folder, "main.cjs");
    } catch (error) {
      stack = (error as Error).stack ?? "";
    }
    expect(stack).toContain(`${path.join(folder, "main.cjs")}:3`);
  });

  it("takes what was compiled of it before", () => {
    const before = compiled(PART, "exports.is = 'compiled';");
    // V8 itself tells no more than that the source is as long: that it takes the other proves that it takes one at all.
    const folder = program({ [PART]: "exports.is = 'the text';", [`${PART}.compiled`]: before });
    expect(load(folder, PART)).toEqual({ is: "compiled" });
  });

  it("never takes what belongs to a chunk whose name does not tell its content", () => {
    const before = compiled(PART, "exports.is = 'compiled';");
    const folder = program({ "main.cjs": "exports.is = 'the text';", "main.cjs.compiled": before });
    expect(load(folder, "main.cjs")).toEqual({ is: "the text" });
  });

  it.each([
    ["is empty", Buffer.alloc(0)],
    ["is no such thing", Buffer.from("编译过的程序".repeat(50))],
    ["was made of a longer text", compiled(PART, "exports.is = 'compiled, and longer';")],
  ])("is compiled anew where what lies beside it %s", (_what, beside) => {
    const folder = program({ [PART]: "exports.is = 'the text';", [`${PART}.compiled`]: beside });
    expect(load(folder, PART)).toEqual({ is: "the text" });
  });
});
