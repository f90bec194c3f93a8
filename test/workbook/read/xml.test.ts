import { constants, deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { codes, testFolder } from "../folder.js";
import { rowOf, xlsx } from "./package.js";

const folder = testFolder();
const SHEET = "xl/worksheets/sheet1.xml";

describe("parts that are no good XML", () => {
  const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
    "",
  );
  const attributes = Array.from({ length: 300 }, (_, index) => `a${index}=""`).join(" ");
  const cases: readonly [what: string, part: string | Uint8Array][] = [
    ["entities that multiply", `<!DOCTYPE a [<!ENTITY l0 "lol">${laughs}]><worksheet>&l9;</worksheet>`],
    ["an outside entity", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>'],
    ["tags out of order", "<worksheet><sheetData></worksheet>"],
    ["an end too early", "<worksheet><sheetData>"],
    ["another encoding", Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe])],
    ["tags in tags in tags", `${"<a>".repeat(100)}${"</a>".repeat(100)}`],
    ["hundreds of attributes", `<worksheet ${attributes}/>`],
  ];
  it.each(cases)("%s", async (_, data) => {
    expect(codes(await folder.read(xlsx({ entries: [{ name: SHEET, data }] })))).toEqual([
      "workbook/damaged",
    ]);
  });

  it("more tags than a table has", async () => {
    const data = `<worksheet>${"<b/><c/><dd/>".repeat(334_000)}</worksheet>`;
    // Packed loosely, so that it is not the ratio that is found fault with.
    const packed = deflateRawSync(data, { strategy: constants.Z_HUFFMAN_ONLY });
    const read = await folder.read(xlsx({ entries: [{ name: SHEET, data, packed }] }));
    expect(codes(read)).toEqual(["workbook/too-many"]);
  });
});

it("reads parts whose elements have a prefix", async () => {
  const data =
    '<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>';
  const { sheets } = await folder.read(xlsx({ entries: [{ name: SHEET, data }] }));
  expect(sheets[0]?.rows[0]?.cells).toMatchObject([{ address: "A1", content: { type: "number", value: 7 } }]);
});

it("reads characters cut in two between pieces of the stream", async () => {
  const text = "永川区".repeat(9_000);
  const { sheets } = await folder.read(
    xlsx({ sheet: rowOf(`<c r="A1" t="inlineStr"><is><t>${text}</t></is></c>`) }),
  );
  expect(sheets[0]?.rows[0]?.cells[0]?.display).toBe(text);
});
