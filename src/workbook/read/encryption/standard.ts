import { hash, number, spunHash, unlock, unlockInPlace, type Decrypt } from "./password.js";

const SPINS = 50_000;
const SALT = 16;
const VERIFIER = 16;
const AES: ReadonlySet<number> = new Set([0x660e, 0x660f, 0x6610]);

/** The key of standard encryption ([MS-OFFCRYPTO] 2.3.4.5–2.3.4.9), if it is of Excel's own password; else null. */
export function standardKey(info: Buffer): Decrypt | null {
  if (info.length < 4 + 20) return null;
  const headerSize = info.readUInt32LE(0);
  const [algorithm, keyBits] = [info.readUInt32LE(4 + 8), info.readUInt32LE(4 + 16)];
  const verifier = info.subarray(4 + headerSize);
  const sized = [128, 192, 256].includes(keyBits) && verifier.length >= 4 + SALT + VERIFIER + 4 + 32;
  if (!AES.has(algorithm) || !sized) return null;
  const key = keyOf(verifier.subarray(4, 4 + SALT), keyBits / 8);
  const input = unlock("ecb", key, null, verifier.subarray(4 + SALT, 4 + SALT + VERIFIER));
  const expected = unlock(
    "ecb",
    key,
    null,
    verifier.subarray(4 + SALT + VERIFIER + 4, 4 + SALT + VERIFIER + 4 + 32),
  );
  const found = hash("sha1", input);
  if (found.compare(expected.subarray(0, found.length)) !== 0) return null;
  return (bytes, size) =>
    unlockInPlace(bytes, (segment) => unlock("ecb", key, null, segment)).subarray(0, size);
}

function keyOf(salt: Buffer, length: number): Buffer {
  const final = hash("sha1", spunHash("sha1", salt, SPINS), number(0));
  const mixed = (filling: number) => {
    const bytes = Buffer.alloc(64, filling);
    final.forEach((byte, at) => (bytes[at] = byte ^ filling));
    return hash("sha1", bytes);
  };
  return Buffer.concat([mixed(0x36), mixed(0x5c)]).subarray(0, length);
}
