import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { run } from "../src/commands/program.js";
import { VERBS } from "../src/commands/verbs.js";
import { silentSurroundings } from "./commands/surroundings.js";

const ROOT = path.resolve(import.meta.dirname, "..");

/** Every README and the like: they rot where nobody looks. */
const DOCUMENTS = ["", "src", "test", "plans", "templates", "fixtures"]
  .flatMap((folder) => markdownIn(folder, folder === "src"))
  .sort();

function markdownIn(folder: string, deep: boolean): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: deep, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => path.join(folder, name));
}

function textOf(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found]) => found ?? "");
}

/** What GitHub calls a heading in a link. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, "")
    .replaceAll(" ", "-");
}

describe.each(DOCUMENTS)("%s", (file) => {
  const text = textOf(file);
  const folder = path.join(ROOT, path.dirname(file));

  it("links to what is there", () => {
    const anchors = matches(text, /^#+ (.+)$/gmu).map(anchor);
    const dead = matches(text, /\]\(([^)\s]+)\)/gu).filter((link) => {
      if (/^https?:/u.test(link)) return false;
      return link.startsWith("#") ? !anchors.includes(link.slice(1)) : !existsSync(path.join(folder, link));
    });
    expect(dead).toEqual([]);
  });

  it("names files that are there, from the root or from its own folder", () => {
    const named = matches(text, /`((?:src|test|plans|templates|fixtures)\/[\w./-]+)`/gu);
    const gone = named.filter((name) => ![ROOT, folder].some((from) => existsSync(path.join(from, name))));
    expect(gone).toEqual([]);
  });

  it("gives commands that exist", () => {
    const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Record<string, string> };
    const verbs = [...VERBS.keys()];
    expect(matches(text, /\bnpm run ([\w:]+)/gu).filter((script) => !(script in scripts))).toEqual([]);
    const called = matches(text, /(?:^|`|npx )report ([a-z]+)/gmu);
    expect(called.filter((verb) => !verbs.includes(verb))).toEqual([]);
  });
});

describe("the workflow that the README shows", () => {
  const [sample = ""] = matches(textOf("README.md"), /```yaml\n(name: .*?)```/gsu);
  const { jobs } = parse(sample) as { jobs: { validate: { steps: { run?: string }[] } } };
  const [, check = ""] = jobs.validate.steps.flatMap((step) => step.run ?? []);

  it(
    "checks plans and data, with annotations at the files as the repository has them",
    { tags: ["patience"] },
    async () => {
      const argv = check
        .replace("node report/dist/cli.js ", "")
        .replace("--data data", "--data fixtures/data")
        .split(" ");
      const surroundings = silentSurroundings();
      expect(argv).toContain("--plans");
      expect(await run(argv, surroundings)).toBe(0);
      const { out } = surroundings.said;
      expect(out).toMatch(/^::(?:warning|notice) file=fixtures\/data\//mu);
    },
  );
});
