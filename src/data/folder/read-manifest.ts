import { readdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { issue, type Issue } from "../../issues/issue.js";
import { decodeText } from "../../files/encoding.js";
import { Refused } from "../../files/guard.js";
import { NO_MANIFEST, type Manifest, type Silence } from "../dataset.js";

const MANIFEST = /^manifest\.ya?ml$/iu;

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
  const name = (await namesIn(folder)).find((each) => MANIFEST.test(each));
  if (name === undefined) return null;
  const [{ parseManifest }, bytes] = await Promise.all([
    import("./manifest.js"),
    readFile(join(folder, name)),
  ]);
  const text = textOf(bytes);
  if (text === null) return { manifest: NO_MANIFEST, issues: [issue("plan/not-utf8", { file: name }, {})] };
  return parseManifest(name, text);
}

/** As tables and narratives may be, it may be what an older 记事本 saves: GB18030. Null where it is neither. */
function textOf(bytes: Buffer): string | null {
  try {
    return decodeText(bytes);
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

/** What is wrong with the folder is told by whoever looks for its workbooks. */
async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}
