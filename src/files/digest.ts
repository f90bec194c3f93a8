import { createHash } from "node:crypto";
import { readThrough, type Refusal } from "./read.js";

/** Hexadecimal SHA-256: what a file is known by in ledgers, provenance and caches. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The same of a file of at most `most` bytes, which is not kept in memory. */
export async function digestOf(
  file: string,
  most: number,
): Promise<{ sha256: string; refusal: Refusal | null }> {
  const hash = createHash("sha256");
  const refusal = await readThrough(file, most, (chunk) => {
    hash.update(chunk);
    return null;
  });
  return { sha256: hash.digest("hex"), refusal };
}
