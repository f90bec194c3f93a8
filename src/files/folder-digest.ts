import { createHash } from "node:crypto";
import path from "node:path";
import { digestOf } from "./digest.js";
import { listFolder } from "./list.js";
import { isLeftover } from "./replace.js";

/** The largest file we keep ourselves is a ledger of that size. */
const MOST_BYTES = 4 * 1024 ** 3;

/** Whether a file or folder of this name counts. */
type Counts = (name: string) => boolean;

/** Neither lock files of an open Excel nor what killed runs left. */
const isLasting: Counts = (name) => !name.startsWith("~$") && !isLeftover(name);

/**
 * Hexadecimal SHA-256 of the files below a folder, by name and content: another digest, another input. A file that
 * cannot be read counts with the reason.
 */
export async function digestOfFolder(folder: string, counts = isLasting): Promise<string> {
  const hash = createHash("sha256");
  for await (const [name, content] of digestsBelow(folder, "", counts)) hash.update(`${name}\0${content}\n`);
  return hash.digest("hex");
}

/** One file after another: however many there are, one is open and none is kept. */
async function* digestsBelow(
  folder: string,
  prefix: string,
  counts: Counts,
): AsyncGenerator<[name: string, content: string]> {
  const { entries, refusal } = await listFolder(path.join(folder, prefix));
  if (refusal !== null) yield [prefix, refusal.why];
  for (const { name, is } of entries ?? []) {
    if (!counts(name)) continue;
    if (is === "folder") yield* digestsBelow(folder, `${prefix}${name}/`, counts);
    else yield [prefix + name, await contentOf(path.join(folder, prefix, name))];
  }
}

async function contentOf(file: string): Promise<string> {
  const { sha256, refusal } = await digestOf(file, MOST_BYTES);
  return refusal === null ? sha256 : refusal.why;
}
