import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { openArchive } from "../../src/workbook/read/archive.js";
import { testFolder } from "../workbook/folder.js";
import { zip } from "../workbook/read/zip.js";
import { bounded, compose } from "./pipeline.js";

const folder = testFolder();

const SAMPLES = [
  "fixtures/data/妇女规划监测数据2020-2025.xlsx",
  "fixtures/data/年度填报/区公安局2025年度填报表.xlsx",
  "fixtures/data/重点项目进展/重点项目进展2025.xlsx",
  "fixtures/data/经济社会发展统计摘要2025.csv",
  "test/workbook/read/xls/libreoffice.xls",
].map((path) => ({ name: `2025${path.slice(path.lastIndexOf("."))}`, bytes: readFileSync(path) }));

const sample = fc.constantFrom(...SAMPLES);
/** A place as a share of the length, so that it shrinks and fits any file. */
const place = fc.integer({ min: 0, max: 9_999 });
const at = (share: number, length: number): number => Math.floor((share / 10_000) * length);

type Damage = (bytes: Buffer) => Buffer;

const flip = fc
  .array(fc.tuple(place, fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 20 })
  .map((changes): Damage => (bytes) => {
    const broken = Buffer.from(bytes);
    for (const [share, change] of changes) {
      const index = at(share, broken.length);
      broken[index] = (broken[index] ?? 0) ^ change;
    }
    return broken;
  });
const cut = fc.tuple(place, place).map(([one, other]): Damage => (bytes) => {
  const [from, to] = [at(Math.min(one, other), bytes.length), at(Math.max(one, other), bytes.length)];
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
});
const splice = fc.tuple(sample, place, place, place).map(([other, from, to, target]): Damage => (bytes) => {
  const [start, end] = [Math.min(from, to), Math.max(from, to)].map((share) => at(share, other.bytes.length));
  const index = at(target, bytes.length);
  return Buffer.concat([bytes.subarray(0, index), other.bytes.subarray(start, end), bytes.subarray(index)]);
});

async function readAndCompose(bytes: Uint8Array, name: string): Promise<void> {
  const content = await folder.read(bytes, name);
  expect(content.issues.map(({ code }) => code)).not.toContain("workbook/reader-failed");
  if (content.sheets.length === 0) expect(content.issues).not.toEqual([]);
  else compose([content]);
}

it("survives sample workbooks with bytes flipped, cut out and spliced in", async () => {
  await fc.assert(
    fc.asyncProperty(sample, fc.oneof(flip, cut, splice), ({ name, bytes }, damage) =>
      readAndCompose(damage(bytes), name),
    ),
    bounded(120),
  );
});

const PARTS = [
  "[Content_Types].xml",
  "_rels/.rels",
  "xl/workbook.xml",
  "xl/_rels/workbook.xml.rels",
  "xl/styles.xml",
  "xl/sharedStrings.xml",
  "xl/worksheets/sheet1.xml",
  "xl/worksheets/sheet2.xml",
];

/** The parts of a workbook, unpacked: damage to them is not caught by a checksum. */
async function partsOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const archive = await openArchive(bytes);
  const parts = new Map<string, Buffer>();
  for (const name of PARTS.filter((each) => archive.has(each))) {
    const chunks: Buffer[] = [];
    await archive.read(name, (chunk) => chunks.push(Buffer.from(chunk)));
    parts.set(name, Buffer.concat(chunks));
  }
  return parts;
}

/** Attribute and element values as programs write them, and as none should. */
const HOSTILE = fc.constantFrom(
  ..."0 -1 1e308 1e-320 nan 1e999 99999999999999999999 0x10 A1 XFD1048576 A1:XFD1048576 ZZZZ99 AA0 s b e d str inlineStr <v/> &amp; &#0; &#x1F600; _x0000_ 二〇二五 yyyy [h]:mm 0.00% [$-x]".split(
    " ",
  ),
  "",
  "%".repeat(300),
);
const VALUE = /(?<=")[^"<>]*(?=")|(?<=>)[^<>]+(?=<)/gu;
const revalue = fc
  .array(fc.tuple(place, HOSTILE), { minLength: 1, maxLength: 12 })
  .map((changes): Damage => (bytes) => {
    let text = bytes.toString("utf8");
    for (const [share, value] of changes) {
      const found = [...text.matchAll(VALUE)];
      const hit = found[at(share, found.length)];
      if (hit === undefined) continue;
      text = text.slice(0, hit.index) + value + text.slice(hit.index + hit[0].length);
    }
    return Buffer.from(text);
  });

it("survives sample workbooks whose parts are damaged, exchanged or missing behind good checksums", async () => {
  const books = await Promise.all(SAMPLES.slice(0, 3).map(({ bytes }) => partsOf(bytes)));
  const book = fc.constantFrom(...books);
  const part = fc.constantFrom(...PARTS);
  const change = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(part, revalue) },
    { weight: 2, arbitrary: fc.tuple(part, fc.oneof(flip, cut)) },
    {
      weight: 1,
      arbitrary: fc.tuple(
        part,
        fc.tuple(book, part).map(
          ([other, from]): Damage =>
            (bytes) =>
              other.get(from) ?? bytes,
        ),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(
        part,
        fc.constant<Damage>(() => Buffer.alloc(0)),
      ),
    },
  );
  await fc.assert(
    fc.asyncProperty(book, fc.array(change, { minLength: 1, maxLength: 3 }), async (parts, changes) => {
      const entries = [...parts].map(([name, bytes]) => ({
        name,
        data: changes.filter(([target]) => target === name).reduce((data, [, damage]) => damage(data), bytes),
      }));
      await readAndCompose(zip(entries), "2025.xlsx");
    }),
    bounded(60),
  );
});
