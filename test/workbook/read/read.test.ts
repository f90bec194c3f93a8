import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { describe, expect, it, vi } from "vitest";
import { readWorkbook } from "../../../src/workbook/read/read.js";
import { codes, testFolder } from "../folder.js";
import { compoundFile } from "./compound-file.js";
import { rowOf, xlsx } from "./package.js";

const folder = testFolder();

describe("readWorkbook", () => {
  it("tells what it read: name, size, checksum, sheets", async () => {
    const content = xlsx({ sheet: rowOf('<c r="A1"><v>1</v></c>') });
    const read = await folder.read(content, "监测.xlsx");
    expect(read).toMatchObject({
      name: "监测.xlsx",
      bytes: content.length,
      sha256: createHash("sha256").update(content).digest("hex"),
      issues: [],
    });
    expect(read.sheets.map((sheet) => sheet.name)).toEqual(["数据"]);
  });

  it("names the file in its findings, not the path", async () => {
    const { issues } = await readWorkbook(folder.file("没有.xlsx"), "子目录/没有.xlsx");
    expect(issues).toMatchObject([{ code: "workbook/missing-file", where: { file: "子目录/没有.xlsx" } }]);
  });

  it("keeps size and checksum of a file it refuses", async () => {
    const read = await folder.read("%PDF-1.7");
    expect(read).toMatchObject({ bytes: 8, sheets: [] });
    expect(read.sha256).toHaveLength(64);
  });

  it("refuses a folder that is called like a workbook", async () => {
    await mkdir(folder.file("目录.xlsx"));
    expect(codes(await readWorkbook(folder.file("目录.xlsx"), "目录.xlsx"))).toEqual(["workbook/not-a-file"]);
  });

  it("tells a mistake of our own on the file it was made on, with its place, and goes on", async () => {
    const decoder = vi.spyOn(TextDecoder.prototype, "decode").mockImplementation(() => {
      throw new RangeError("not one of ours");
    });
    try {
      const read = await folder.read("a,b", "数据.csv");
      expect(read).toMatchObject({
        sheets: [],
        issues: [{ code: "workbook/reader-failed", where: { file: "数据.csv" } }],
      });
      expect(read.issues[0]?.hint).toMatch(/RangeError: not one of ours ← .*\(/u);
      expect(read.issues[0]?.hint).not.toContain(process.cwd());
    } finally {
      decoder.mockRestore();
    }
  });

  it("refuses a path through something that is no folder", async () => {
    await folder.read("a", "平文件");
    expect(codes(await readWorkbook(folder.file("平文件/a.xlsx"), "a.xlsx"))).toEqual([
      "workbook/missing-file",
    ]);
  });
});

describe("files that are no workbooks", () => {
  const compound = (stream: string) => compoundFile({ [stream]: Buffer.alloc(100) });
  const cases: readonly [what: string, name: string, content: string | Uint8Array, code: string][] = [
    ["nothing", "空.xlsx", "", "workbook/empty-file"],
    ["old Excel that is none", "旧.xls", compound("Workbook"), "workbook/not-a-workbook"],
    ["a binary workbook", "旧.xlsb", compound("Workbook"), "workbook/old-format"],
    ["a WPS text", "文.wps", compound("WordDocument"), "workbook/old-format"],
    ["a workbook with a password", "密.xlsx", compound("EncryptedPackage"), "workbook/encrypted"],
    ["old Word", "文.xlsx", compound("WordDocument"), "workbook/not-a-workbook"],
    ["PDF", "件.xlsx", "%PDF-1.7\n", "workbook/not-a-workbook"],
    ["a picture", "图.xlsx", Buffer.from("\x89PNG\r\n", "latin1"), "workbook/not-a-workbook"],
    ["a web page saved as .xls", "网.xls", "\ufeff<html><table>", "workbook/not-a-workbook"],
    ["a web page saved as .xlsx", "网.xlsx", "<!DOCTYPE html>\n<html>", "workbook/not-a-workbook"],
    ["a web page saved as .csv", "网.csv", "<html><body>", "workbook/not-a-workbook"],
    ["CSV under the wrong name", "文.xlsx", "编号,指标名称\n", "workbook/not-a-workbook"],
    ["a workbook named .csv", "文.csv", xlsx(), "workbook/wrong-extension"],
    ["an archive without its beginning", "断.xlsx", "PK\x01\x02\x14", "workbook/damaged"],
    ["an archive of one empty entry", "空.xlsx", "PK\x07\x08", "workbook/damaged"],
    ["random bytes", "乱.xlsx", Buffer.from([0, 1, 2, 3, 0xff]), "workbook/not-a-workbook"],
    ["random bytes named .csv", "乱.csv", Buffer.from([0, 1, 2, 3, 0xff]), "workbook/unknown-encoding"],
  ];
  it.each(cases)("%s (%s)", async (_, name, content, code) => {
    const read = await folder.read(content, name);
    expect(codes(read)).toEqual([code]);
    expect(read.sheets).toEqual([]);
  });

  it.each(["新.xls", "新.et", "新.ett"])(
    "reads a new workbook under an old name (%s), as Excel and WPS do",
    async (name) => {
      expect(codes(await folder.read(xlsx(), name))).toEqual([]);
    },
  );

  it("reads a workbook with macros like any other", async () => {
    expect(codes(await folder.read(xlsx(), "宏.xlsm"))).toEqual([]);
  });
});

it("control characters make a file no text", async () => {
  const read = await folder.read(Buffer.from("P\x01\x02编号"), "乱.xlsx");
  expect(read.issues[0]?.message).toContain("无法识别的文件");
});
