import type { Compound } from "../compound.js";
import { LIMITS, refused, type Refused } from "../guard.js";
import { agileKey } from "./agile.js";
import type { Decrypt } from "./password.js";
import { standardKey } from "./standard.js";

/**
 * The workbook inside an encrypted container. Excel encrypts a workbook whose structure is protected with a
 * password of its own, which every program tries first and nobody knows of: such a workbook is read. With any
 * other password it is refused.
 */
export function decryptPackage(compound: Compound): Buffer {
  const info = compound.stream("EncryptionInfo", LIMITS.encryptionBytes + 1);
  if (info !== null && info.length > LIMITS.encryptionBytes) {
    throw refused("workbook/damaged", { detail: "加密信息大得反常" });
  }
  const content = compound.stream("EncryptedPackage");
  if (info === null || content === null || info.length < 8 || content.length < 8) throw unopened();
  const decrypt = opened(info);
  if (decrypt === null) throw unopened();
  const size = Number(content.readBigUInt64LE(0));
  if (size > content.length) throw refused("workbook/damaged", { detail: "加密的内容不完整" });
  return decrypt(content.subarray(8), size);
}

function unopened(): Refused {
  return refused("workbook/encrypted", {});
}

/** By the scheme the container names ([MS-OFFCRYPTO] 2.3.4); null where the password is another. */
function opened(info: Buffer): Decrypt | null {
  const [major, minor] = [info.readUInt16LE(0), info.readUInt16LE(2)];
  if (major === 4 && minor === 4) return agileKey(info.subarray(8));
  return minor === 2 && major >= 2 && major <= 4 ? standardKey(info.subarray(8)) : null;
}
