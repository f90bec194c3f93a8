import path from "node:path";
import { MOST_RECORD_BYTES } from "../data/published/folder.js";
import { UTF8_ONLY } from "../files/decode.js";
import { sha256 } from "../files/digest.js";
import { jsonOf } from "../files/json.js";
import type { Output } from "../files/outputs.js";
import { readText } from "../files/read.js";
import { EXIT, ReportError } from "../issues/error.js";

/** What a folder of reports holds beside them: what each was made from, and what it says. */
export const PROVENANCE_FILE = "provenance.json";

interface Traced {
  /** The report's file name without extension. */
  name: string;
  outputs: readonly Output[];
  provenance: object;
}

/**
 * provenance.json for a folder of reports: what each was made from. The block of a report
 * that this run did not print is kept (`earlier`), since it still lies in the folder.
 */
export function provenanceFile(
  earlier: Readonly<Record<string, unknown>>,
  reports: readonly Traced[],
): Output {
  const made = reports.map(({ name, outputs, provenance }) => {
    const written = outputs.map(({ name, bytes }) => ({ name, sha256: sha256(bytes) }));
    return [name, { ...provenance, outputs: written }] as const;
  });
  const blocks = { ...earlier, ...Object.fromEntries(made) };
  const sorted = Object.fromEntries(Object.entries(blocks).sort(([a], [b]) => (a < b ? -1 : 1)));
  const text = JSON.stringify({ schemaVersion: 1, reports: sorted }, null, 2);
  return { name: PROVENANCE_FILE, kind: "数据溯源", bytes: Buffer.from(`${text}\n`) };
}

/** What the runs that wrote to a folder took down of its reports, by their names. */
export async function printedBlocks(folder: string): Promise<Record<string, unknown>> {
  const file = path.join(folder, PROVENANCE_FILE);
  const { text, refusal } = await readText(file, MOST_RECORD_BYTES, UTF8_ONLY);
  if (refusal?.why === "unreadable") {
    throw new ReportError(
      `${file} 读不出来：${refusal.reason}`,
      EXIT.usage,
      "请检查读取权限，或用 --out 指定另一个文件夹",
    );
  }
  return blocksIn(jsonOf(text ?? ""));
}

/** The blocks of a provenance.json by the reports' names; none of no such file, or one that is not ours. */
export function blocksIn(content: unknown): Record<string, unknown> {
  const reports =
    content !== null && typeof content === "object" && "reports" in content ? content.reports : null;
  return { ...(typeof reports === "object" ? reports : null) };
}
