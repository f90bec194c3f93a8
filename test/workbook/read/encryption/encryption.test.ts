import { describe, expect, it } from "vitest";
import { codes, testFolder } from "../../folder.js";
import { compoundFile } from "../compound-file.js";
import { rowOf, xlsx } from "../package.js";
import { book, numberCell } from "../xls/biff.js";
import { agile, oldLocked, standard } from "./locked.js";

const folder = testFolder();
const OWN = "VelvetSweatshop";
/** Longer than a segment, a sector and a block of keys. */
const NEW = xlsx({
  sheet: rowOf('<c r="A1"><v>94.88</v></c>'),
  entries: [{ name: "xl/noise.bin", data: noise(9_000) }],
});
const old = (filePass: Buffer) =>
  book({ second: filePass, sheets: [Array.from({ length: 200 }, (_, at) => numberCell(at, 0, 94.88))] });

/** Bytes that do not pack. */
function noise(length: number): Buffer {
  let state = 1;
  return Buffer.from(Array.from({ length }, () => (state = (state * 48_271) % 2_147_483_647) & 255));
}

/** Each with the way from one damaged byte to the next: the standard one hashes 50 000 times a reading. */
const SCHEMES: readonly [scheme: string, name: string, lock: (password: string) => Buffer, step: number][] = [
  ["agile", "护.xlsx", (password) => agile(NEW, password), 397],
  ["standard", "护.xlsx", (password) => standard(NEW, password), 1_597],
  ["RC4", "护.xls", (password) => oldLocked(old, password, "rc4"), 397],
  ["RC4 by CryptoAPI", "护.et", (password) => oldLocked(old, password, "cryptoApi"), 397],
];

describe.each(SCHEMES)("a workbook encrypted by %s", (_, name, lock, step) => {
  it(
    "is read where the password is the one that programs try by themselves",
    { tags: ["patience"] },
    async () => {
      const read = await folder.read(lock(OWN), name);
      expect(codes(read)).toEqual([]);
      const cells = read.sheets[0]?.rows.flatMap((row) => row.cells) ?? [];
      expect(new Set(cells.map(({ display }) => display))).toEqual(new Set(["94.88"]));
    },
  );

  it("is refused with another", async () => {
    const read = await folder.read(lock("Yongchuan2025"), name);
    expect(codes(read)).toEqual(["workbook/encrypted"]);
    expect(read.issues[0]?.message).toContain("打开密码");
    expect(read.issues[0]?.hint).toContain("清除密码");
  });

  it("is damaged or refused wherever a byte of it is another", { tags: ["patience"] }, async () => {
    const content = lock(OWN);
    for (let at = 512; at < content.length; at += step) {
      const broken = Buffer.from(content);
      broken[at]! ^= 0x55;
      const read = await folder.read(broken, name);
      if (read.sheets.length === 0) expect(codes(read)).toHaveLength(1);
      expect(codes(read)).not.toContain("workbook/reader-failed");
    }
  });
});

it.each(["saltValue", "encryptedVerifierHashInput", "encryptedVerifierHashValue", "encryptedKeyValue"])(
  "is refused where its %s is cut short or empty",
  async (name) => {
    const content = agile(NEW, OWN, 10).toString("latin1");
    for (const kept of [0, 4, 12, 20]) {
      const cut = content.replace(new RegExp(`(?<=${name}=")[^"]*`, "gu"), (value) =>
        value.slice(0, kept).padEnd(value.length),
      );
      const read = await folder.read(Buffer.from(cut, "latin1"), "护.xlsx");
      expect(codes(read)).toHaveLength(1);
      expect(codes(read)).not.toContain("workbook/reader-failed");
    }
  },
);

it("counts no hash ten million times for a file that asks for it", async () => {
  const content = agile(NEW, OWN, 1_000);
  const asked = Buffer.from(
    content
      .toString("latin1")
      .replace('spinCount="1000"', 'spinCount="9999"')
      .replace('9999" saltSize="16"', '9999999" saltSize=16'),
    "latin1",
  );
  expect(codes(await folder.read(asked))).toHaveLength(1);
});

it.each([
  ["no description", { EncryptedPackage: Buffer.alloc(100) }],
  [
    "a scheme nobody knows",
    { EncryptionInfo: Buffer.from([9, 0, 9, 0, 0, 0, 0, 0]), EncryptedPackage: Buffer.alloc(100) },
  ],
])("refuses an encrypted workbook with %s", async (_, streams) => {
  expect(codes(await folder.read(compoundFile(streams)))).toEqual(["workbook/encrypted"]);
});

it("does not listen to a description of megabytes, nor to a tag of thousands of attributes", async () => {
  const described = (xml: string) =>
    compoundFile({
      EncryptionInfo: Buffer.concat([Buffer.from([4, 0, 4, 0, 64, 0, 0, 0]), Buffer.from(xml)]),
      EncryptedPackage: Buffer.alloc(100),
    });
  const salt = `<encryption><keyData saltValue="${"A".repeat(100_000)}"/></encryption>`;
  const attributes = (count: number) =>
    `<encryption><a ${Array.from({ length: count }, (_, at) => `a${at}=""`).join(" ")}/></encryption>`;
  for (const xml of [salt, attributes(5_000), attributes(50_000), "<a></a>".repeat(9_000)])
    expect(codes(await folder.read(described(xml), "护.xlsx"))).toEqual(["workbook/damaged"]);
});
