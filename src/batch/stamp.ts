import path from "node:path";
import * as z from "zod/mini";
import { UTF8_ONLY } from "../files/decode.js";
import { digestOf, sha256 } from "../files/digest.js";
import { digestOfFolder } from "../files/folder-digest.js";
import { staysInside } from "../files/inside.js";
import { jsonOf } from "../files/json.js";
import type { NamedBytes } from "../files/outputs.js";
import { readText } from "../files/read.js";
import { isPlanFile } from "../plan/folder.js";
import { compareText } from "../terms/compare-text.js";
import type { District } from "./districts-file.js";
import { STAMP_FILE } from "./layout.js";
import { BATCH_KINDS, optionsShape, type ShardHead } from "./shard-log.js";

const digestText = z.string();

/** Names are joined to the folder's, and stand in it, not deeper: nobody's changed stamp leads out of it. */
function isOfFolder(name: string): boolean {
  return staysInside(name) && path.basename(name) === name;
}

/** From what a district's files were made, and what they are: written when all of them are in their place. */
const stampShape = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.string(),
  kind: z.enum(BATCH_KINDS),
  year: z.number(),
  options: optionsShape,
  inputs: z.strictObject({ plans: digestText, data: digestText, templates: z.nullable(digestText) }),
  outputs: z.array(z.strictObject({ name: z.string().check(z.refine(isOfFolder)), sha256: digestText })),
});
export type Stamp = z.output<typeof stampShape>;

/** The stamp that a district's files will have, which are not made yet. Taken before anything is read: what is changed later is made again. */
export async function stampFor(
  { plansFolder, dataFolder, templatesFolder }: District,
  { tool, kind, year, options }: Pick<ShardHead, "tool" | "kind" | "year" | "options">,
): Promise<Stamp> {
  const inputs = {
    plans: await digestOfFolder(plansFolder, isPlanFile),
    data: await digestOfFolder(dataFolder),
    templates: templatesFolder === null ? null : await digestOfFolder(templatesFolder),
  };
  return { schemaVersion: 1, tool, kind, year, options, inputs, outputs: [] };
}

/** Over the plan files of all districts: shards of one run agree on them. */
export async function plansDigest(districts: readonly District[]): Promise<string> {
  const known = new Map<string, string>();
  const lines: string[] = [];
  for (const { code, plansFolder } of districts.toSorted((a, b) => compareText(a.code, b.code))) {
    const digest = known.get(plansFolder) ?? (await digestOfFolder(plansFolder, isPlanFile));
    known.set(plansFolder, digest);
    lines.push(`${code} ${digest}\n`);
  }
  return sha256(Buffer.from(lines.join("")));
}

/** The stamp with its files. */
export function stamped(stamp: Stamp, outputs: readonly NamedBytes[]): NamedBytes {
  const made = outputs.map(({ name, bytes }) => ({ name, sha256: sha256(bytes) }));
  const text = JSON.stringify({ ...stamp, outputs: made }, null, 2);
  return { name: STAMP_FILE, bytes: Buffer.from(`${text}\n`) };
}

/** A district has a few files; each line names one. */
const MOST_BYTES = 1_000_000;

/** The stamp in a district's folder; null where there is none of ours. */
export async function readStamp(folder: string): Promise<Stamp | null> {
  const { text } = await readText(path.join(folder, STAMP_FILE), MOST_BYTES, UTF8_ONLY);
  return stampShape.safeParse(jsonOf(text ?? "")).data ?? null;
}

/** Whether files of this stamp would be made of the same, and stand there as they were made. */
export async function holdsStill(folder: string, earlier: Stamp | null, stamp: Stamp): Promise<boolean> {
  if (earlier === null) return false;
  const { outputs } = earlier;
  if (JSON.stringify({ ...earlier, outputs: [] }) !== JSON.stringify(stamp)) return false;
  return (await intactIn(folder, outputs)).length === outputs.length;
}

const MOST_OUTPUT_BYTES = 1024 ** 3;

/** Those of the files that are still as they were made, by their paths. */
export async function intactIn(folder: string, outputs: Stamp["outputs"]): Promise<string[]> {
  const intact: string[] = [];
  for (const { name, sha256: made } of outputs) {
    const file = path.join(folder, name);
    if ((await digestOf(file, MOST_OUTPUT_BYTES)).sha256 === made) intact.push(file);
  }
  return intact;
}
