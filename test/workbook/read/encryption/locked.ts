import { createCipheriv, createHash } from "node:crypto";
import { bytes } from "../bytes.js";
import { compoundFile } from "../compound-file.js";

const SALT = Buffer.from("000102030405060708090a0b0c0d0e0f", "hex");
const hash = (algorithm: string, ...pieces: Buffer[]) =>
  createHash(algorithm).update(Buffer.concat(pieces)).digest();
const utf16 = (text: string) => Buffer.from(text, "utf16le");

function spun(algorithm: string, password: string, times: number): Buffer {
  let found = hash(algorithm, SALT, utf16(password));
  for (let at = 0; at < times; at += 1) found = hash(algorithm, bytes([at, 4]), found);
  return found;
}

function lock(mode: string, key: Buffer, iv: Buffer | null, content: Buffer): Buffer {
  const cipher = createCipheriv(`aes-${key.length * 8}-${mode}`, key, iv);
  cipher.setAutoPadding(false);
  const padded = Buffer.concat([content, Buffer.alloc((16 - (content.length % 16)) % 16)]);
  return Buffer.concat([cipher.update(padded), cipher.final()]);
}

/** The workbook as Excel 2010 and later encrypt it. */
export function agile(workbook: Buffer, password: string, spins = 1_000): Buffer {
  const base = spun("sha512", password, spins);
  const keyFor = (purpose: string) => hash("sha512", base, Buffer.from(purpose, "hex")).subarray(0, 32);
  const packageKey = Buffer.alloc(32, 7);
  const part = (purpose: string, content: Buffer) =>
    lock("cbc", keyFor(purpose), SALT, content).toString("base64");
  const settings = `saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="${SALT.toString("base64")}"`;
  const input = Buffer.alloc(16, 3);
  const xml =
    `<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${settings}/>` +
    `<dataIntegrity encryptedHmacKey="" encryptedHmacValue=""/><keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password">` +
    `<p:encryptedKey spinCount="${spins}" ${settings} encryptedVerifierHashInput="${part("fea7d2763b4b9e79", input)}" encryptedVerifierHashValue="${part("d7aa0f6d3061344e", hash("sha512", input))}" encryptedKeyValue="${part("146e0be7abacd0d6", packageKey)}"/>` +
    "</keyEncryptor></keyEncryptors></encryption>";
  const segments = Array.from({ length: Math.ceil(workbook.length / 4096) }, (_, at) =>
    lock(
      "cbc",
      packageKey,
      hash("sha512", SALT, bytes([at, 4])).subarray(0, 16),
      workbook.subarray(at * 4096, (at + 1) * 4096),
    ),
  );
  return container(
    Buffer.concat([bytes([4, 2], [4, 2], [0x40, 4]), Buffer.from(xml.padEnd(4096))]),
    workbook,
    Buffer.concat(segments),
  );
}

/** The workbook as Excel 2007 encrypts it. */
export function standard(workbook: Buffer, password: string): Buffer {
  const final = hash("sha1", spun("sha1", password, 50_000), bytes([0, 4]));
  const mixed = (filling: number) => {
    const block = Buffer.alloc(64, filling);
    final.forEach((byte, at) => (block[at] = byte ^ filling));
    return hash("sha1", block);
  };
  const key = Buffer.concat([mixed(0x36), mixed(0x5c)]).subarray(0, 16);
  const input = Buffer.alloc(16, 3);
  const verifierHash = Buffer.concat([hash("sha1", input), Buffer.alloc(12)]);
  const provider = utf16("Microsoft Enhanced RSA and AES Cryptographic Provider\0");
  const header = Buffer.concat([
    bytes([0x24, 4], [0, 4], [0x660e, 4], [0x8004, 4], [128, 4], [24, 4], [0, 4], [0, 4]),
    provider,
  ]);
  const info = Buffer.concat([
    bytes([3, 2], [2, 2], [0x24, 4], [header.length, 4]),
    header,
    bytes([16, 4]),
    ...[SALT, lock("ecb", key, null, input), bytes([20, 4]), lock("ecb", key, null, verifierHash)],
  ]);
  return container(info, workbook, lock("ecb", key, null, workbook));
}

function container(info: Buffer, workbook: Buffer, locked: Buffer): Buffer {
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(workbook.length));
  return compoundFile({ EncryptionInfo: info, EncryptedPackage: Buffer.concat([size, locked]) });
}

/** An old workbook as Excel 97 (RC4) and Excel 2002 (RC4 by CryptoAPI) encrypt it; `make` takes its FILEPASS. */
export function oldLocked(
  make: (filePass: Buffer) => Buffer,
  password: string,
  scheme: "rc4" | "cryptoApi",
): Buffer {
  const keyOf = scheme === "rc4" ? rc4Key(password) : cryptoApiKey(password);
  const algorithm = scheme === "rc4" ? "md5" : "sha1";
  const input = Buffer.alloc(16, 3);
  const [lockedInput, lockedHash] = cut(rc4(keyOf(0), Buffer.concat([input, hash(algorithm, input)])), 16);
  const provider = utf16("Microsoft Enhanced Cryptographic Provider v1.0\0");
  const header = Buffer.concat([
    bytes([4, 4], [0, 4], [0x6801, 4], [0x8004, 4], [128, 4], [1, 4], [0, 4], [0, 4]),
    provider,
  ]);
  const info =
    scheme === "rc4"
      ? [bytes([1, 2], [1, 2], [1, 2]), SALT, lockedInput, lockedHash]
      : [
          bytes([1, 2], [4, 2], [2, 2], [4, 4], [header.length, 4]),
          header,
          bytes([16, 4]),
          SALT,
          lockedInput,
          bytes([20, 4]),
          lockedHash,
        ];
  const data = Buffer.concat(info);
  const stream = make(Buffer.concat([bytes([0x2f, 2], [data.length, 2]), data]));
  const keyStream = Buffer.concat(
    Array.from({ length: Math.ceil(stream.length / 1024) }, (_, block) =>
      rc4(keyOf(block), Buffer.alloc(1024)),
    ),
  );
  for (let at = 0; at < stream.length;) {
    const type = stream.readUInt16LE(at);
    const end = at + 4 + stream.readUInt16LE(at + 2);
    const from = type === 0x85 ? at + 8 : at + 4;
    if (![0x809, 0x2f].includes(type))
      for (let byte = from; byte < end; byte += 1) stream[byte]! ^= keyStream[byte]!;
    at = end;
  }
  return compoundFile({ Workbook: stream });
}

function cut(content: Buffer, at: number): [Buffer, Buffer] {
  return [content.subarray(0, at), content.subarray(at)];
}

function rc4Key(password: string): (block: number) => Buffer {
  const short = hash("md5", utf16(password)).subarray(0, 5);
  const base = hash("md5", ...Array.from({ length: 16 }, () => Buffer.concat([short, SALT]))).subarray(0, 5);
  return (block) => hash("md5", base, bytes([block, 4]));
}

function cryptoApiKey(password: string): (block: number) => Buffer {
  const base = hash("sha1", SALT, utf16(password));
  return (block) => hash("sha1", base, bytes([block, 4])).subarray(0, 16);
}

function rc4(key: Buffer, content: Buffer): Buffer {
  const box = [...Array(256).keys()];
  for (let at = 0, other = 0; at < 256; at += 1) {
    other = (other + box[at]! + key[at % key.length]!) % 256;
    [box[at], box[other]] = [box[other]!, box[at]!];
  }
  let [one, other] = [0, 0];
  return content.map((byte) => {
    one = (one + 1) % 256;
    other = (other + box[one]!) % 256;
    [box[one], box[other]] = [box[other]!, box[one]!];
    return byte ^ box[(box[one]! + box[other]!) % 256]!;
  }) as Buffer;
}
