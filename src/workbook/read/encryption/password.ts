import { createDecipheriv, createHash } from "node:crypto";
import { refused } from "../guard.js";

/** Opens the encrypted bytes of a package in their place; its length is told beforehand. */
export type Decrypt = (bytes: Buffer, size: number) => Buffer;

/** Excel's own password for workbooks that are protected and not meant to be locked ([MS-OFFCRYPTO] 2.4.2.3). */
export const OWN_PASSWORD = Buffer.from("VelvetSweatshop", "utf16le");

export function hash(algorithm: string, ...pieces: readonly Buffer[]): Buffer {
  const digest = createHash(algorithm);
  for (const piece of pieces) digest.update(piece);
  return digest.digest();
}

/** The password's hash, hashed so many times again with a count before it (2.3.4.7, 2.3.4.11). */
export function spunHash(algorithm: string, salt: Buffer, times: number): Buffer {
  let spun = hash(algorithm, salt, OWN_PASSWORD);
  for (let at = 0; at < times; at += 1) spun = hash(algorithm, number(at), spun);
  return spun;
}

export function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** AES without padding; the last block may be cut short, and is then left as it is. A key cut short is damage. */
export function unlock(mode: "ecb" | "cbc", key: Buffer, iv: Buffer | null, bytes: Buffer): Buffer {
  if (!KEY_BYTES.has(key.length)) throw refused("workbook/damaged", { detail: "加密的密钥不完整" });
  const cipher = createDecipheriv(`aes-${String(key.length * 8)}-${mode}`, key, iv);
  cipher.setAutoPadding(false);
  const whole = bytes.length - (bytes.length % BLOCK);
  return Buffer.concat([cipher.update(bytes.subarray(0, whole)), cipher.final()]);
}

/** How many bytes are opened at a time: as many as each key of agile encryption is for. */
const SEGMENT = 4096;

/** Opens a whole package segment by segment, each in the place where it was locked: there is no room for a second one. */
export function unlockInPlace(bytes: Buffer, open: (segment: Buffer, index: number) => Buffer): Buffer {
  let filled = 0;
  for (let at = 0; at < bytes.length; at += SEGMENT)
    filled += open(bytes.subarray(at, at + SEGMENT), at / SEGMENT).copy(bytes, filled);
  return bytes.subarray(0, filled);
}

export const BLOCK = 16;

/** How long the keys of AES are. */
export const KEY_BYTES: ReadonlySet<number> = new Set([16, 24, 32]);
