import { createHash } from "node:crypto";

/** Hexadecimal SHA-256: what a file is known by in ledgers, provenance and caches. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
