import { refused } from "../guard.js";
import { hash, number, OWN_PASSWORD } from "../encryption/password.js";
import { cutOff } from "./records.js";

const FILEPASS = 0x2f;
/** Records that stay readable, and the part of a sheet's entry that says where it begins ([MS-XLS] 2.2.10). */
const OPEN_RECORDS: ReadonlySet<number> = new Set([0x0809, FILEPASS, 0x00e1, 0x0194, 0x0195, 0x0196]);
const SHEET_ENTRY = 0x85;
const OPEN_BYTES = 4;
const BLOCK = 1024;

/** Makes the key of each block of 1024 bytes. */
type BlockKey = (block: number) => Buffer;

/**
 * Opens the stream of an encrypted workbook in its place. One whose structure is protected is encrypted with Excel's
 * own password; with another it is refused. A stream that is not encrypted stays as it is.
 */
export function decryptRecords(clear: Buffer): void {
  const info = filePass(clear);
  if (info === null) return;
  const keyOf = keyFrom(info);
  if (keyOf === null) throw refused("workbook/encrypted", {});
  const cipher = blockCipher(keyOf);
  for (let at = 0; at + 4 <= clear.length;) {
    const type = clear.readUInt16LE(at);
    const [from, to] = [at + 4, at + 4 + clear.readUInt16LE(at + 2)];
    if (to > clear.length) throw cutOff();
    if (!OPEN_RECORDS.has(type)) cipher(clear, type === SHEET_ENTRY ? from + OPEN_BYTES : from, to);
    at = to;
  }
}

function filePass(stream: Buffer): Buffer | null {
  for (let at = 0, count = 0; at + 4 <= stream.length && count < 20; count += 1) {
    const end = at + 4 + stream.readUInt16LE(at + 2);
    if (end > stream.length) return null;
    if (stream.readUInt16LE(at) === FILEPASS) return stream.subarray(at + 4, end);
    at = end;
  }
  return null;
}

const RC4 = 1;

/** By the scheme the record names: RC4 or RC4 by CryptoAPI; null for others and for other passwords. */
function keyFrom(info: Buffer): BlockKey | null {
  if (info.length < 6 || info.readUInt16LE(0) !== RC4) return null;
  const [major, minor] = [info.readUInt16LE(2), info.readUInt16LE(4)];
  if (major === 1 && minor === 1) return rc4Key(info.subarray(6));
  return minor === 2 && major >= 2 && major <= 4 ? cryptoApiKey(info.subarray(6 + 4)) : null;
}

/** [MS-OFFCRYPTO] 2.3.6: salt, verifier and its hash, sixteen bytes each. */
function rc4Key(info: Buffer): BlockKey | null {
  if (info.length < 48) return null;
  const short = hash("md5", OWN_PASSWORD).subarray(0, 5);
  const salted = Array.from({ length: 16 }, () => [short, info.subarray(0, 16)]).flat();
  const base = hash("md5", ...salted).subarray(0, 5);
  const keyOf: BlockKey = (block) => hash("md5", base, number(block));
  return isRight(keyOf(0), info.subarray(16, 32), info.subarray(32, 48), "md5") ? keyOf : null;
}

/** [MS-OFFCRYPTO] 2.3.5: a header with the key's length, then salt, verifier and its hash. */
function cryptoApiKey(info: Buffer): BlockKey | null {
  if (info.length < 4 + 20) return null;
  const headerSize = info.readUInt32LE(0);
  const keyBits = info.readUInt32LE(4 + 16) || 40;
  const verifier = info.subarray(4 + headerSize);
  if (verifier.length < 4 + 16 + 16 + 4 + 20 || keyBits > 128 || keyBits % 8 !== 0) return null;
  const base = hash("sha1", verifier.subarray(4, 20), OWN_PASSWORD);
  const keyOf: BlockKey = (block) => {
    const key = hash("sha1", base, number(block)).subarray(0, keyBits / 8);
    return keyBits === 40 ? Buffer.concat([key, Buffer.alloc(11)]) : key;
  };
  return isRight(keyOf(0), verifier.subarray(20, 36), verifier.subarray(40, 60), "sha1") ? keyOf : null;
}

function isRight(key: Buffer, verifier: Buffer, expected: Buffer, algorithm: string): boolean {
  const stream = rc4(key);
  const clear = Buffer.concat([verifier, expected]).map((byte) => byte ^ stream());
  return hash(algorithm, Buffer.from(clear.subarray(0, 16))).compare(clear.subarray(16)) === 0;
}

/** Deciphers stretches of the stream in ascending order; a new key begins every 1024 bytes, heads counted. */
function blockCipher(keyOf: BlockKey): (bytes: Buffer, from: number, to: number) => void {
  let [block, place, next] = [-1, 0, (): number => 0];
  return (bytes, from, to) => {
    for (let at = from; at < to; at += 1) {
      if (Math.floor(at / BLOCK) !== block) {
        block = Math.floor(at / BLOCK);
        [place, next] = [block * BLOCK, rc4(keyOf(block))];
      }
      for (; place < at; place += 1) next();
      bytes[at] = (bytes[at] ?? 0) ^ next();
      place += 1;
    }
  };
}

/** The key stream of RC4, byte by byte: Node's own has gone with OpenSSL 3. */
function rc4(key: Buffer): () => number {
  const box = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (one: number, other: number) => ([box[one], box[other]] = [box[other] ?? 0, box[one] ?? 0]);
  for (let at = 0, mixed = 0; at < 256; at += 1) {
    mixed = (mixed + (box[at] ?? 0) + (key[at % key.length] ?? 0)) & 255;
    swap(at, mixed);
  }
  let [one, other] = [0, 0];
  return () => {
    one = (one + 1) & 255;
    other = (other + (box[one] ?? 0)) & 255;
    swap(one, other);
    return box[((box[one] ?? 0) + (box[other] ?? 0)) & 255] ?? 0;
  };
}
