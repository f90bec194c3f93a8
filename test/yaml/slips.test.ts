import { describe, expect, it } from "vitest";
import { readDocument } from "../../src/yaml/document.js";

const KEYS = new Set(["region", "notes", "code", "file"]);

/** "line:column reason" of every issue of a text. */
function told(text: string): string[] {
  const { raw, issues } = readDocument("x.yaml", text, { noun: "数据说明", keys: KEYS });
  // Whatever is told, nothing half-read is handed on.
  if (issues.length > 0) expect(raw).toBeUndefined();
  return issues.map(({ where, message }) => `${where?.line ?? "?"}:${where?.column ?? "?"} ${message}`);
}

const COLON = (key: string, right: string) => `键“${key}”后面用了全角冒号“：”，请写成“${right}”`;

describe("a full-width colon behind a key is told, with how to write it", () => {
  it.each([
    ["alone in the file", "region：永川区\n", [`1:1 ${COLON("region", "region: 永川区")}`]],
    ["between others", "code: a\nregion：永川区\nfile: b\n", [`2:1 ${COLON("region", "region: 永川区")}`]],
    ["last", "code: a\nregion：永川区\n", [`2:1 ${COLON("region", "region: 永川区")}`]],
    // The parser finds no fault here: region would be “永川区 code：a”, and nobody the wiser.
    [
      "where the line would go into the text above",
      "region: 永川区\n  code：a\n",
      [`2:3 ${COLON("code", "code: a")}`],
    ],
    ["above a list", "notes：\n  - 甲\n", [`1:1 ${COLON("notes", "notes:")}`]],
    [
      "in every line of an entry",
      "notes:\n  - code：a\n    file：b\n",
      [`2:5 ${COLON("code", "code: a")}`, `3:5 ${COLON("file", "file: b")}`],
    ],
    ["between braces", "notes: { code: a, file：b }\n", [`1:19 ${COLON("file", "file: b")}`]],
    ["behind a blank", "region ：永川区\n", [`1:1 ${COLON("region", "region: 永川区")}`]],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe("other slips of the keyboard", () => {
  it.each([
    [
      "a colon without its space",
      "region:永川区\n",
      "1:1 键“region”的冒号后面没有空格，请写成“region: 永川区”",
    ],
    ["the same between braces", "notes: { code:a }\n", "1:10 键“code”的冒号后面没有空格，请写成“code: a”"],
    [
      "a full-width space behind the colon",
      "region:　永川区\n",
      "1:1 键“region”的冒号后面是全角空格，请写成“region: 永川区”",
    ],
    ["full-width spaces as indentation", "notes:\n　　- 甲\n", "2:1 行首用了全角空格，请改用半角空格缩进"],
    ["the same before a key", "region: 永川区\n　code: a\n", "2:1 行首用了全角空格，请改用半角空格缩进"],
    ["a dash without its space", "notes:\n  -甲\n  -乙\n", "2:3 列表的“-”用半角，后面空一格，请写成“- 甲”"],
    ["a full-width dash", "notes:\n  －甲\n", "2:3 列表的“-”用半角，后面空一格，请写成“- 甲”"],
    ["full-width brackets", "notes: ［甲, 乙］\n", "1:8 用了全角的括号，请改用半角的“[ ]”或“{ }”"],
    [
      "a full-width comma between keys",
      "notes: { code: a，file: b }\n",
      "1:16 括号里用了全角逗号“，”，请改用半角“, ”",
    ],
    [
      "a key at another depth than its neighbours",
      "notes:\n  - code: a\n   file: b\n",
      "3:1 这一行或下一行的缩进没有对齐：同一层的键和“-”要上下对齐",
    ],
    ["a tab as indentation", "notes:\n\t- 甲\n", "2:1 缩进用了 Tab，请改用空格"],
    ["a bracket that stays open", "notes: [甲\nregion: a\n", "2:1 缩进不对，或括号没有配对"],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual([expected]);
  });
});

describe("what looks like a slip and is text stays text", () => {
  it.each([
    ["a colon inside a value", "region: 永川区：城区\n"],
    ["a word that is no key", "notes:\n  - 口径：年报数\n  - GDP：现价\n"],
    ["a key's word inside a value", "notes: 见 region：永川区一栏\n"],
    ["what is between quotes", 'notes: "region：永川区"\n'],
    ["a block of text", "notes: |\n  region：永川区\n  -甲\n"],
    ["a comment", "# region：永川区\nregion: 永川区\n"],
    ["a negative number, an address", "notes: [-5, http://a.b]\n"],
    ["a text that goes on with a dash", "notes: 甲\n  -乙\n"],
  ])("%s", (_, text) => {
    expect(told(text)).toEqual([]);
  });
});
