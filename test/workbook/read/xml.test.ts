import { constants, deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Archive } from "../../../src/workbook/read/archive.js";
import { Refused } from "../../../src/workbook/read/guard.js";
import { readXml, xmlParser } from "../../../src/workbook/read/xml.js";
import { codes, testFolder } from "../folder.js";
import { rowOf, xlsx } from "./package.js";

const folder = testFolder();
/** An archive that counts nothing. */
const archive: Archive = { has: () => false, read: () => Promise.resolve(), countElement: () => undefined };
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

  it("more tags than a table has", { tags: ["patience"] }, async () => {
    const data = `<worksheet>${"<b/><c/><dd/>".repeat(334_000)}</worksheet>`;
    // Packed loosely, so that it is not the ratio that is found fault with.
    const packed = deflateRawSync(data, { strategy: constants.Z_HUFFMAN_ONLY });
    const read = await folder.read(xlsx({ entries: [{ name: SHEET, data, packed }] }));
    expect(codes(read)).toEqual(["workbook/too-many"]);
  });
});

describe("a part that comes whole, as what is stored without compression does", () => {
  const whole = (text: string): Archive => ({
    ...archive,
    read: (_name, sink) => Promise.resolve(sink(Buffer.from(text))),
  });

  it.each([
    ["spaces in a tag", `<a${" ".repeat(9_000_000)}/>`],
    ["signs that begin a reference", `<a>${"&".repeat(2_000_000)}</a>`],
  ])("is refused for a row of %s, not looked at as one", async (_, text) => {
    await expect(readXml(whole(text), SHEET, { open: () => undefined })).rejects.toThrow(Refused);
  });

  it("is handed on in pieces", async () => {
    const heard: number[] = [];
    const text = `<a>${"&#65;".repeat(200_000)}</a>`;
    await readXml(whole(text), SHEET, { open: () => undefined, text: (piece) => heard.push(piece.length) });
    expect(heard.reduce((sum, length) => sum + length, 0)).toBe(200_000);
    expect(Math.max(...heard)).toBeLessThan(64 * 1024);
  });
});

describe("XML as it may be written", () => {
  const cell = (text: string) => rowOf(`<c r="A1" t="inlineStr"><is><t>${text}</t></is></c>`);
  const cases: readonly [what: string, sheet: string, display: string][] = [
    ["references", cell("&lt;&amp;&gt;&quot;&apos;&#65;&#x6c38;&#x1F600;"), "<&>\"'A永😀"],
    ["CDATA", cell("a<![CDATA[<b>&amp;]]>c"), "a<b>&amp;c"],
    ["comments and instructions", cell("9<!-- 5 > < -- --->4<?x <y> ?>.1"), "94.1"],
    ["line ends", cell("a\r\nb\rc\nd"), "a\nb\nc\nd"],
    [
      "single quotes and blanks in tags",
      "<sheetData ><row r = '1'><c r='A1'\n t=\"n\" ><v >7</v\n></c></row></sheetData>",
      "7",
    ],
    [
      "an angle bracket in an attribute",
      "<sheetData x='>'><row r='1' y=\"a>b\"><c r='A1'><v>7</v></c></row></sheetData>",
      "7",
    ],
  ];
  it.each(cases)("%s", async (_, sheet, display) => {
    const read = await folder.read(xlsx({ sheet }));
    expect(read.issues).toEqual([]);
    expect(read.sheets[0]?.rows[0]?.cells[0]?.display).toBe(display);
  });

  it("is read alike however the stream is cut", () => {
    const text = `<?xml version="1.0"?><!-- a --><a x="1 &amp; 2"><b>永&#x5DDD;<![CDATA[<>]]></b>\r\n<c y='>'/><!-- - -- --></a>`;
    const heard = (pieces: readonly string[]) => {
      const events: string[] = [];
      let open = "";
      const parser = xmlParser(archive, "a.xml", {
        open: (name, attributes) => (
          events.push((open = `${name} ${JSON.stringify([...attributes])}`)),
          undefined
        ),
        text: (piece) =>
          void (events.at(-1)?.startsWith("text:")
            ? (events[events.length - 1] += piece)
            : events.push(`text:${piece}`)),
        close: (name) => void events.push(`/${name}`),
      });
      for (const piece of pieces) parser.write(piece);
      parser.end();
      expect(open).not.toBe("");
      return events;
    };
    const whole = heard([text]);
    expect(whole).toEqual([
      'a [["x","1 & 2"]]',
      "b []",
      "text:永川<>",
      "/b",
      "text:\n",
      'c [["y",">"]]',
      "/c",
      "/a",
    ]);
    expect(heard([...text])).toEqual(whole);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(text.length), { maxLength: 6 }), (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), text.length];
        expect(heard(at.slice(1).map((end, index) => text.slice(at[index], end)))).toEqual(whole);
      }),
      { seed: 9 },
    );
  });

  it.each([
    ["a reference to nothing", cell("&nbsp;")],
    ["a reference without end", cell("&amp")],
    ["a character that is none", cell("&#0;")],
    ["half a pair", cell("&#xD800;")],
    ["a control character", cell("\x01")],
    ["an attribute twice", '<sheetData a="1" a="2"/>'],
    ["an attribute without quotes", "<sheetData a=1/>"],
    ["an angle bracket too many", "<sheetData a='<'/>"],
    ["a tag without end", "<sheetData"],
    ["a second root", "</worksheet><worksheet>"],
    ["text behind the root", "</worksheet>x<worksheet>"],
  ])("%s is refused", async (_, sheet) => {
    expect(codes(await folder.read(xlsx({ sheet })))).toEqual(["workbook/damaged"]);
  });
});

describe("pieces without end", { tags: ["patience"] }, () => {
  const noise = (length: number) =>
    Array.from({ length: length / 8 }, (_, at) =>
      ((at * 2654435761) % 2 ** 32).toString(16).padStart(8, "0"),
    ).join("");
  const MEANT_TO_LAST = 2_000_000;
  const long = () => noise(MEANT_TO_LAST);
  const cases: readonly [what: string, sheet: () => string, code: string | null][] = [
    ["a comment", () => `<!--${long()}-->`, null],
    ["a comment of tags", () => `<!--${"<a>".repeat(500_000)}-->`, null],
    ["an instruction", () => `<?a ${long()}?>`, null],
    ["CDATA nobody asks for", () => `<a><![CDATA[${long()}]]></a>`, null],
    [
      "CDATA in a cell",
      () => rowOf(`<c r="A1" t="inlineStr"><is><t><![CDATA[${long()}]]></t></is></c>`),
      "workbook/long-text",
    ],
    [
      "character references",
      () => rowOf(`<c r="A1" t="inlineStr"><is><t>${"&#65;".repeat(400_000)}</t></is></c>`),
      "workbook/long-text",
    ],
    ["a value", () => rowOf(`<c r="A1" t="str"><v>${long()}</v></c>`), "workbook/long-text"],
    ["a tag", () => `<a b="${long()}"/>`, "workbook/damaged"],
    ["a name", () => `<${"a".repeat(2_000_000)}/>`, "workbook/damaged"],
    [
      "attributes",
      () =>
        `<a>${`<b ${Array.from({ length: 199 }, (_, at) => `a${at}=""`).join(" ")}/>`.repeat(15_100)}</a>`,
      "workbook/too-many",
    ],
  ];
  it.each(cases)("%s: no more than a tag of it is held", async (_, made, code) => {
    const sheet = made();
    const held: number[] = [];
    const parser = xmlParser(archive, "a.xml", {
      open: () => undefined,
      text: (text) => void held.push(text.length),
    });
    try {
      const end = Math.min(sheet.length, MEANT_TO_LAST);
      for (let at = 0; at < end; at += 16_384) parser.write(sheet.slice(at, at + 16_384));
    } catch (error) {
      expect(error).toBeInstanceOf(Refused);
    }
    expect(Math.max(0, ...held)).toBeLessThanOrEqual(2 * 65_536);
    const data = `<worksheet>${sheet}</worksheet>`;
    const packed = deflateRawSync(data, { strategy: constants.Z_HUFFMAN_ONLY });
    const read = await folder.read(xlsx({ entries: [{ name: SHEET, data, packed }] }));
    expect(codes(read)).toEqual(code === null ? [] : [code]);
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
