import { describe, expect, it } from "vitest";
import { codes, testFolder } from "../folder.js";
import { packageEntries, rowOf, xlsx, type PackageOptions } from "./package.js";
import { zip } from "./zip.js";

const folder = testFolder();
const ONE = rowOf('<c r="A1"><v>94.88</v></c>');
const STRICT = "http://purl.oclc.org/ooxml";

async function shown(content: Uint8Array) {
  const read = await folder.read(content);
  return codes(read).concat(
    read.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ display }) => display))),
  );
}

const without = (name: string, options: PackageOptions = {}) =>
  zip(packageEntries({ sheet: ONE, ...options }).filter((entry) => entry.name !== name));

/** The package with the parts of `folder` elsewhere and everything that names them changed. */
function moved(change: (text: string) => string) {
  return zip(
    packageEntries({ sheet: ONE }).map(({ name, data }) => ({
      name: change(name),
      data: change(String(data)),
    })),
  );
}

describe("packages that other programs open", () => {
  const sheetAt = (target: string): PackageOptions => ({ relations: [["rId1", "worksheet", target]] });
  const cases: readonly [what: string, content: () => Uint8Array][] = [
    [
      "shared strings that are named, missing and not needed",
      () => without("xl/sharedStrings.xml", { strings: "" }),
    ],
    ["no styles", () => without("xl/styles.xml")],
    ["no relations of the package", () => without("_rels/.rels")],
    ["an absolute target", () => xlsx({ sheet: ONE, ...sheetAt("/xl/worksheets/sheet1.xml") })],
    ["a target with a backslash", () => xlsx({ sheet: ONE, ...sheetAt("worksheets\\sheet1.xml") })],
    [
      "a target that goes up and down",
      () => xlsx({ sheet: ONE, ...sheetAt("../xl/./worksheets/sheet1.xml") }),
    ],
    ["a target with an escaped letter", () => xlsx({ sheet: ONE, ...sheetAt("worksheets/sheet%31.xml") })],
    ["a target in other case", () => xlsx({ sheet: ONE, ...sheetAt("Worksheets/Sheet1.XML") })],
    [
      "names with backslashes",
      () =>
        zip(
          packageEntries({ sheet: ONE }).map(({ name, data }) => ({
            name: name.replaceAll("/", "\\"),
            data,
          })),
        ),
    ],
    ["the workbook elsewhere", () => moved((text) => text.replaceAll("xl/", "tables/"))],
    [
      "the package's relation leads nowhere",
      () => xlsx({ sheet: ONE, entries: [{ name: "_rels/.rels", data: "<Relationships/>" }] }),
    ],
    [
      "strict OOXML",
      () =>
        moved((text) =>
          text
            .replaceAll("http://schemas.openxmlformats.org/officeDocument/2006", `${STRICT}/officeDocument`)
            .replaceAll(
              "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
              `${STRICT}/spreadsheetml/main`,
            ),
        ),
    ],
    [
      "UTF-16",
      () =>
        zip(
          packageEntries({ sheet: ONE }).map(({ name, data }) => ({
            name,
            data: Buffer.from(`\ufeff${String(data)}`, "utf16le"),
          })),
        ),
    ],
    [
      "a mark and a declaration in front",
      () =>
        zip(
          packageEntries({ sheet: ONE }).map(({ name, data }) => ({
            name,
            data: `\ufeff<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<!-- by hand -->${String(data)}\n`,
          })),
        ),
    ],
    [
      "elements of other vocabularies",
      () =>
        xlsx({
          sheet: `<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice/></mc:AlternateContent>${ONE}<x14:mergeCell xmlns:x14="urn:x14" ref="A1:B2"/>`,
        }),
    ],
  ];
  it.each(cases)("%s", async (_, content) => {
    expect(await shown(content())).toEqual(["94.88"]);
  });
});

describe("packages that lack what is needed", () => {
  const text = rowOf('<c r="A1" t="s"><v>0</v></c>');
  it.each<[what: string, content: Uint8Array, message: string]>([
    ["shared strings", without("xl/sharedStrings.xml", { sheet: text, strings: "" }), "共享字符串"],
    ["a sheet", without("xl/worksheets/sheet1.xml"), "“数据”"],
    [
      "a sheet's relation",
      xlsx({ sheet: ONE, relations: [["rId7", "worksheet", "worksheets/sheet1.xml"]] }),
      "“数据”",
    ],
    [
      "a relation to a sheet, and leads back to the workbook",
      xlsx({ sheet: ONE, relations: [["rId1", "worksheet", "workbook.xml"]] }),
      "用途不符",
    ],
    [
      "a relation to its formats, and leads to a sheet",
      xlsx({
        sheet: ONE,
        relations: [
          ["rId1", "worksheet", "worksheets/sheet1.xml"],
          ["rId2", "styles", "worksheets/sheet1.xml"],
        ],
      }),
      "用途不符",
    ],
    ["an end to a target", xlsx({ relations: [["rId1", "worksheet", "../".repeat(200_000)]] }), "XML有误"],
    [
      "an end to a long target",
      xlsx({ relations: [["rId1", "worksheet", "../".repeat(2_000)]] }),
      "路径过长",
    ],
  ])("%s", async (_, content, message) => {
    const read = await folder.read(content);
    expect(codes(read)).toEqual(["workbook/damaged"]);
    expect(read.issues[0]?.message).toContain(message);
  });
});
