import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FACES, openFaces, type Face } from "../../../src/render/faces/faces.js";

let pack: string;
beforeEach(async () => {
  pack = await mkdtemp(path.join(tmpdir(), "faces-test-"));
  await writeFile(path.join(pack, "package.json"), "{}");
  await mkdir(path.join(pack, "files"));
});
afterEach(() => rm(pack, { recursive: true }));

const [first] = FACES as [Face];
const told = { name: "ReportError", exitCode: 2, message: expect.stringContaining(first.file) as string };

it("names a font of the program that is gone", async () => {
  await expect(openFaces([{ ...first, pack }])).rejects.toMatchObject(told);
  await expect(openFaces([{ ...first, pack: "@fontsource/gone" }])).rejects.toMatchObject(told);
});

it("names one that was cut short while it was copied", async () => {
  const original = createRequire(import.meta.url).resolve(`${first.pack}/files/${first.file}`);
  const bytes = await readFile(original);
  for (const kept of [10, 20_000, bytes.length >> 1]) {
    await writeFile(path.join(pack, "files", first.file), bytes.subarray(0, kept));
    await expect(openFaces([{ ...first, pack }])).rejects.toMatchObject(told);
  }
});
