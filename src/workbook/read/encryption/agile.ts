import { createHash } from "node:crypto";
import type { Archive } from "../archive.js";
import { xmlParser, type Attributes } from "../xml.js";
import { BLOCK, KEY_BYTES, hash, number, spunHash, unlock, unlockInPlace, type Decrypt } from "./password.js";

/** What the key of a hash is for ([MS-OFFCRYPTO] 2.3.4.11–2.3.4.13). */
const FOR = {
  verifierInput: Buffer.from("fea7d2763b4b9e79", "hex"),
  verifierHash: Buffer.from("d7aa0f6d3061344e", "hex"),
  packageKey: Buffer.from("146e0be7abacd0d6", "hex"),
};

/** Excel spins 100 000 times; ten million would take a minute. */
const MOST_SPINS = 200_000;
const ALGORITHMS: ReadonlySet<string> = new Set(["sha1", "sha256", "sha384", "sha512"]);

interface Settings {
  algorithm: string;
  salt: Buffer;
  keyBytes: number;
}

/** The key of agile encryption (2.3.4.10), if it is of Excel's own password; null where it is of another. */
export function agileKey(xml: Buffer): Decrypt | null {
  const { data, password } = descriptor(xml);
  const settings = data && settingsIn(data);
  const own = password && settingsIn(password);
  if (!data || !password || !settings || !own) return null;
  const spins = Number(password.get("spinCount"));
  if (!(spins >= 0 && spins <= MOST_SPINS)) return null;
  const spun = spunHash(own.algorithm, own.salt, spins);
  const part = (purpose: Buffer, name: string) =>
    unlock(
      "cbc",
      sized(hash(own.algorithm, spun, purpose), own.keyBytes),
      sized(own.salt, BLOCK),
      base64(password, name),
    );
  const input = part(FOR.verifierInput, "encryptedVerifierHashInput").subarray(0, own.salt.length);
  const expected = part(FOR.verifierHash, "encryptedVerifierHashValue");
  const found = hash(own.algorithm, input);
  if (found.compare(expected.subarray(0, found.length)) !== 0) return null;
  const key = part(FOR.packageKey, "encryptedKeyValue").subarray(0, settings.keyBytes);
  return (bytes, size) => bySegments(bytes, settings, key).subarray(0, size);
}

/** Each segment has a start of its own, made of the salt and its number; the salt is hashed once for all. */
function bySegments(bytes: Buffer, { algorithm, salt }: Settings, key: Buffer): Buffer {
  const salted = createHash(algorithm).update(salt);
  return unlockInPlace(bytes, (segment, index) =>
    unlock("cbc", key, sized(salted.copy().update(number(index)).digest(), BLOCK), segment),
  );
}

/** Cut or filled up to a length. */
function sized(bytes: Buffer, length: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(Math.max(0, length - bytes.length), 0x36)]).subarray(0, length);
}

function base64(attributes: Attributes, name: string): Buffer {
  return Buffer.from(attributes.get(name) ?? "", "base64");
}

function settingsIn(attributes: Attributes): Settings | null {
  const algorithm = (attributes.get("hashAlgorithm") ?? "").toLowerCase().replace("-", "");
  const keyBytes = Number(attributes.get("keyBits")) / 8;
  const isAes =
    attributes.get("cipherAlgorithm") === "AES" && attributes.get("cipherChaining") === "ChainingModeCBC";
  if (!isAes || !ALGORITHMS.has(algorithm) || !KEY_BYTES.has(keyBytes)) return null;
  return { algorithm, keyBytes, salt: base64(attributes, "saltValue") };
}

function descriptor(xml: Buffer): { data: Attributes | null; password: Attributes | null } {
  const found: { data: Attributes | null; password: Attributes | null } = { data: null, password: null };
  const parser = xmlParser(UNCOUNTED, "EncryptionInfo", {
    open(name, attributes) {
      if (name === "keyData") found.data = attributes;
      if (name.endsWith(":encryptedKey")) found.password ??= attributes;
    },
  });
  parser.write(xml.toString("utf8"));
  parser.end();
  return found;
}

/** It is no longer than a tag of a workbook's parts may be. */
const UNCOUNTED: Pick<Archive, "countElement"> = { countElement: () => undefined };
