import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { FACES } from "../../src/render/faces/faces.js";
import { isOfFaces, programFiles } from "../../pack/program.js";
import { joined } from "../../pack/files.js";
import { zipped } from "../../pack/zip.js";

const root = mkdtempSync(path.join(tmpdir(), "pack-test-"));
afterAll(() => rmSync(root, { recursive: true }));

function put(name: string, text = ""): void {
  mkdirSync(path.join(root, path.dirname(name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
}

describe("the program that is packed", () => {
  it(
    "is what runs: no sources, no declarations, nothing that tests or fixtures are made with",
    { tags: ["patience"] },
    async () => {
      for (const name of ["LICENSE", "CHANGELOG.md", "README.md", "src/cli.ts", "test/a.test.ts"]) put(name);
      for (const name of ["cli.js", "plans.json", "cli.d.ts", "score/score.d.ts", "sample/fixtures/make.js"])
        put(`dist/${name}`);
      for (const name of ["README.md", "make.ts", "data/a.xlsx", "data/narrative/b.md", "figures/c.yaml"])
        put(`fixtures/${name}`);
      put("plans/women.yaml");
      put("templates/report.hbs");
      put(
        "package.json",
        JSON.stringify({ name: "n", version: "1.2.3", scripts: {}, dependencies: {}, devDependencies: {} }),
      );
      const packages = {
        "": { version: "1.2.3" },
        "node_modules/chalk": { version: "5.0.0", license: "MIT" },
        "node_modules/vitest": { version: "4.0.0", license: "MIT", dev: true },
      };
      put("package-lock.json", JSON.stringify({ packages }));
      symlinkSync(path.resolve("node_modules"), path.join(root, "node_modules"), "junction");
      const files = await programFiles(root);
      const own = [...files.keys()].filter((name) => !name.startsWith("node_modules/"));
      expect(own.sort()).toEqual([
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "THIRD-PARTY.txt",
        "dist/cli.js",
        "dist/plans.json",
        "fixtures/README.md",
        "fixtures/data/a.xlsx",
        "fixtures/data/narrative/b.md",
        "package.json",
        "plans/women.yaml",
        "templates/report.hbs",
      ]);
      expect(JSON.parse(String(files.get("package.json")))).toEqual({ name: "n", version: "1.2.3" });
      const terms = String(files.get("THIRD-PARTY.txt"));
      expect(terms).toMatch(/^chalk 5\.0\.0　MIT\n\n.*Sindre Sorhus/su);
      expect(terms).not.toContain("vitest");
      for (const { pack, file } of FACES) expect(files.has(`node_modules/${pack}/files/${file}`)).toBe(true);
    },
  );

  it("has of each font the cuts that a face may ask for, and no other weight or kind", () => {
    const faces = FACES.filter(({ pack }) => pack === "@fontsource/noto-sans-sc");
    const taken = ["chinese-simplified-500-normal.woff", "117-500-normal.woff", "latin-ext-500-normal.woff"];
    const left = ["chinese-simplified-400-normal.woff", "117-500-normal.woff2", "117-900-normal.woff"];
    expect(taken.filter((name) => isOfFaces(`files/noto-sans-sc-${name}`, faces))).toEqual(taken);
    expect(left.filter((name) => isOfFaces(`files/noto-sans-sc-${name}`, faces))).toEqual([]);
    expect(["LICENSE", "unicode.json", "index.css"].map((name) => isOfFaces(name, faces))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("is the same archive for the same files, its names in UTF-8", () => {
    const files = new Map([
      ["把文件夹拖到这里.cmd", Buffer.from("pause")],
      ["a.woff", readFileSync("package.json")],
    ]);
    const zip = Buffer.from(zipped(files));
    expect(zip.equals(Buffer.from(zipped(files)))).toBe(true);
    expect(Object.keys(unzipSync(zip))).toEqual([...files.keys()]);
    // General purpose bit flag of the first entry, bit 11: APPNOTE.TXT 4.4.4.
    expect(zip.readUInt16LE(6) & 0x800).toBe(0x800);
  });

  it("never has two files at one place", () => {
    const files = new Map([["a", Buffer.from("1")]]);
    expect(() => joined([files, files])).toThrow("a");
  });
});
