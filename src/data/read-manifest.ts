import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Issue } from "../issue.js";
import { NO_MANIFEST, type Manifest } from "./dataset.js";

const MANIFEST = /^manifest\.ya?ml$/iu;

export interface ManifestReading {
  manifest: Manifest;
  issues: readonly Issue[];
}

/** Reads manifest.yaml of a data folder; where there is none, or no folder, nothing is known of the data. */
export async function readManifest(folder: string): Promise<ManifestReading> {
  const name = (await namesIn(folder)).find((each) => MANIFEST.test(each));
  if (name === undefined) return { manifest: NO_MANIFEST, issues: [] };
  const [{ parseManifest }, text] = await Promise.all([
    import("./manifest.js"),
    readFile(join(folder, name), "utf8"),
  ]);
  return parseManifest(name, text);
}

/** What is wrong with the folder is told by whoever looks for its workbooks. */
async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}
