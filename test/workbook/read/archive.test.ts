import { constants, deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { codes, testFolder } from "../folder.js";
import { packageEntries, rowOf, xlsx } from "./package.js";
import { zip, type ZipEntry } from "./zip.js";

const folder = testFolder();
const good = xlsx({ sheet: rowOf('<c r="A1"><v>1</v></c>') });
/** Packs at 8:1 at most. */
const HUFFMAN_ONLY = { strategy: constants.Z_HUFFMAN_ONLY };
const SHEET = "xl/worksheets/sheet1.xml";

async function codesOf(content: Uint8Array): Promise<string[]> {
  const read = await folder.read(content);
  expect(read.sheets).toEqual([]);
  return codes(read);
}

const withEntry = (entry: ZipEntry) => xlsx({ entries: [entry] });

function patched(change: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.from(good);
  change(bytes);
  return bytes;
}

describe("damaged archives", () => {
  const CENTRAL = Buffer.from("PK\x01\x02", "latin1");
  const cases: readonly [what: string, content: Uint8Array][] = [
    ["cut in half", good.subarray(0, good.length >> 1)],
    ["cut at the end", good.subarray(0, good.length - 10)],
    [
      "more entries promised than there are",
      patched((bytes) => bytes.writeUInt16LE(60_000, bytes.length - 12)),
    ],
    [
      "sizes said to be zip64",
      patched((bytes) => bytes.fill(0xff, bytes.lastIndexOf(CENTRAL) + 20, bytes.lastIndexOf(CENTRAL) + 28)),
    ],
    ["a directory beyond the end", patched((bytes) => bytes.writeUInt32LE(0x7fffffff, bytes.length - 6))],
    ["an entry that climbs out", withEntry({ name: "../../evil.xml", data: "x" })],
    ["an entry from the root", withEntry({ name: "/etc/evil.xml", data: "x" })],
    ["two parts of one name", zip([...packageEntries({}), ...packageEntries({ sheet: "<a/>" }).slice(-1)])],
    ["two parts of one name but for case", withEntry({ name: SHEET.toUpperCase(), data: "<worksheet/>" })],
    ["a part bigger than it says", withEntry({ name: SHEET, data: " ".repeat(9999), claims: { size: 10 } })],
    [
      "a part that is no deflate stream",
      withEntry({ name: SHEET, data: "", packed: Buffer.alloc(50, 0xff) }),
    ],
    ["a part with another checksum", withEntry({ name: SHEET, data: "<worksheet/>", claims: { crc: 1 } })],
    [
      "too many entries",
      zip(Array.from({ length: 5001 }, (_, index) => ({ name: `xl/${index}`, data: "" }))),
    ],
  ];
  it.each(cases)("%s", async (_, content) => {
    expect(await codesOf(content)).toEqual(["workbook/damaged"]);
  });
});

it("reads a package that holds the same part twice", async () => {
  expect(codes(await folder.read(zip([...packageEntries({}), ...packageEntries({}).slice(-1)])))).toEqual([]);
});

describe("archives that unpack too far", () => {
  it.each([SHEET, "xl/media/image1.png"])("refuses by what the directory says: %s", async (name) => {
    const claims = { size: 80 * 1024 * 1024 };
    expect(await codesOf(withEntry({ name, data: "<a/>", claims }))).toEqual(["workbook/inflates-too-far"]);
  });

  it("stops while unpacking, however moderate the ratio", { tags: ["patience"] }, async () => {
    const spaces = Buffer.alloc(64 * 1024 * 1024 + 1, " ");
    const packed = deflateRawSync(spaces, HUFFMAN_ONLY);
    expect(await codesOf(withEntry({ name: SHEET, data: spaces, packed }))).toEqual([
      "workbook/inflates-too-far",
    ]);
  });

  it("counts all parts together", { tags: ["patience"] }, async () => {
    const partOf = (root: string): Omit<ZipEntry, "name"> => {
      const end = `--></${root}>`;
      const data = Buffer.alloc(2 ** 25 + 64, "0");
      data.write(`<${root}><!--`);
      data.write(end, data.length - end.length);
      return { data, packed: deflateRawSync(data, HUFFMAN_ONLY) };
    };
    const strings: ZipEntry = { name: "xl/sharedStrings.xml", ...partOf("sst") };
    const sheet: ZipEntry = { name: SHEET, ...partOf("worksheet") };
    expect(await codesOf(xlsx({ strings: "", entries: [strings, sheet] }))).toEqual([
      "workbook/inflates-too-far",
    ]);
  });
});

describe("packages that are something else", () => {
  const cases: readonly [what: string, part: string, code: string][] = [
    ["Word", "word/document.xml", "workbook/not-a-workbook"],
    ["PowerPoint", "ppt/presentation.xml", "workbook/not-a-workbook"],
    ["OpenDocument", "content.xml", "workbook/old-format"],
    ["a binary workbook", "xl/workbook.bin", "workbook/old-format"],
    ["any archive", "照片/1.jpg", "workbook/not-a-workbook"],
  ];
  it.each(cases)("%s", async (_, name, code) => {
    expect(await codesOf(zip([{ name, data: "<a/>" }]))).toEqual([code]);
  });

  it("an archive with a password", async () => {
    const entries = packageEntries({}).map((entry) => ({ ...entry, claims: { flags: 0x0801 } }));
    expect(await codesOf(zip(entries))).toEqual(["workbook/encrypted"]);
  });
});
