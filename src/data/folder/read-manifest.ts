import { dirname, join, resolve } from "node:path";
import { OFFICE_ENCODINGS } from "../../files/decode.js";
import { listFolder } from "../../files/list.js";
import { readText } from "../../files/read.js";
import type { Issue } from "../../issues/issue.js";
import { MAX_BYTES, refusedYaml } from "../../yaml/refused.js";
import { NO_MANIFEST, type Manifest, type Silence } from "../dataset.js";

/** Whether a file of this name says what is to be known of the data beside it. */
export function isManifest(name: string): boolean {
  return /^manifest\.ya?ml$/iu.test(name);
}

export interface ManifestReading {
  manifest: Manifest;
  issues: readonly Issue[];
}

/** Reads manifest.yaml of a data folder; where there is none, or no folder, nothing is known of the data. */
export async function readManifest(folder: string): Promise<ManifestReading> {
  return (await manifestIn(folder)) ?? { manifest: NO_MANIFEST, issues: [] };
}

/**
 * What the nearest manifest beside or above a workbook excuses in it, in the name `file` has here. What is
 * wrong with the manifest is not told: it may be another program's.
 */
export async function silencesFor(file: string): Promise<Silence[]> {
  const found = await nearestManifest(dirname(resolve(file)));
  if (found === null) return [];
  const { folder, manifest } = found;
  return manifest.silences
    .filter((each) => resolve(folder, each.file) === resolve(file))
    .map((each) => ({ ...each, file }));
}

async function nearestManifest(folder: string): Promise<{ folder: string; manifest: Manifest } | null> {
  const reading = await manifestIn(folder);
  if (reading !== null) return { folder, manifest: reading.manifest };
  const above = dirname(folder);
  return above === folder ? null : nearestManifest(above);
}

async function manifestIn(folder: string): Promise<ManifestReading | null> {
  const name = (await namesIn(folder)).find(isManifest);
  return name === undefined ? null : readManifestFile(join(folder, name), name);
}

/**
 * Reads the manifest at `path`, which findings call `name`. As tables and narratives may be, it may be what an
 * older 记事本 saves. Never throws for what a file may be: a manifest that cannot be read says nothing.
 */
export async function readManifestFile(path: string, name: string): Promise<ManifestReading> {
  const [{ parseManifest }, { text, refusal }] = await Promise.all([
    import("./manifest.js"),
    readText(path, MAX_BYTES, OFFICE_ENCODINGS),
  ]);
  if (refusal === null) return parseManifest(name, text);
  return { manifest: NO_MANIFEST, issues: [refusedYaml(refusal, name, "数据说明")] };
}

/** What is wrong with the folder is told by whoever looks for its workbooks. */
async function namesIn(folder: string): Promise<string[]> {
  const { entries } = await listFolder(folder);
  return (entries ?? []).map(({ name }) => name);
}
