import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ensureWritable, writeOutputs } from "../../src/files/outputs.js";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "outputs-"));
});
afterEach(() => rm(folder, { recursive: true }));

const output = (name: string, text: string) => ({ name, kind: "监测报告", bytes: Buffer.from(text) });

describe("writeOutputs", () => {
  it("replaces earlier outputs whole and leaves no temporary file", async () => {
    await writeFile(path.join(folder, "a.pdf"), "old");
    await writeOutputs(folder, [output("a.pdf", "new"), output("b.xlsx", "tables")]);
    expect((await readdir(folder)).sort()).toEqual(["a.pdf", "b.xlsx"]);
    expect(await readFile(path.join(folder, "a.pdf"), "utf8")).toBe("new");
  });

  it("leaves an earlier report untouched when another file of the run cannot be written", async () => {
    await writeFile(path.join(folder, "a.pdf"), "old");
    const tooLong = output(`${"长".repeat(200)}.xlsx`, "tables");
    await expect(writeOutputs(folder, [output("a.pdf", "new"), tooLong])).rejects.toMatchObject({
      exitCode: 2,
    });
    expect(await readdir(folder)).toEqual(["a.pdf"]);
    expect(await readFile(path.join(folder, "a.pdf"), "utf8")).toBe("old");
  });

  it("says so when a folder stands where the report should go", async () => {
    await mkdir(path.join(folder, "a.pdf", "inner"), { recursive: true });
    await expect(writeOutputs(folder, [output("a.pdf", "new")])).rejects.toMatchObject({ exitCode: 2 });
    expect(await readdir(folder)).toEqual(["a.pdf"]);
  });
});

describe("ensureWritable", () => {
  it("makes the folder and leaves it empty", async () => {
    await ensureWritable(path.join(folder, "out", "2025"));
    expect(await readdir(path.join(folder, "out", "2025"))).toEqual([]);
  });

  it.runIf(process.platform === "linux")("refuses a place where nothing can be made, at once", async () => {
    await expect(ensureWritable("/proc/report/2025")).rejects.toMatchObject({ exitCode: 2 });
  });

  it("refuses a path that leads through a file", async () => {
    await writeFile(path.join(folder, "out"), "");
    await expect(ensureWritable(path.join(folder, "out", "2025"))).rejects.toMatchObject({ exitCode: 2 });
  });
});
