import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Output } from "../files/outputs.js";

const NAME = "provenance.json";

interface Traced {
  /** The report's file name without extension. */
  name: string;
  outputs: readonly Output[];
  provenance: object;
}

/**
 * provenance.json for a folder of reports: what each was made from. The block of a report
 * that this run did not print is kept, since it still lies in the folder.
 */
export async function provenanceFile(folder: string, reports: readonly Traced[]): Promise<Output> {
  const blocks = { ...(await earlierBlocks(path.join(folder, NAME))) };
  for (const { name, outputs, provenance } of reports) {
    blocks[name] = {
      ...provenance,
      outputs: outputs.map(({ name, bytes }) => ({ name, sha256: sha256(bytes) })),
    };
  }
  const sorted = Object.fromEntries(Object.entries(blocks).sort(([a], [b]) => (a < b ? -1 : 1)));
  const text = JSON.stringify({ schemaVersion: 1, reports: sorted }, null, 2);
  return { name: NAME, kind: "数据溯源", bytes: Buffer.from(`${text}\n`) };
}

async function earlierBlocks(file: string): Promise<Record<string, unknown>> {
  try {
    const earlier = JSON.parse(await readFile(file, "utf8")) as { reports?: Record<string, unknown> } | null;
    return typeof earlier?.reports === "object" ? earlier.reports : {};
  } catch (error) {
    // No earlier file, or one that is not ours: there is nothing to keep.
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw error;
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
