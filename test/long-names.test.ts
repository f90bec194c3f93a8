import { describe, expect, it } from "vitest";
import { projectStatus } from "../src/data/form-words.js";
import { keptNames } from "../src/data/settle/sites.js";
import { bugText } from "../src/issues/bug.js";
import { fileName } from "../src/terms/file-name.js";
import { plainLine } from "../src/terms/plain-text.js";

/**
 * Texts that an expression could part in ever more ways. Ten times as long as a cell: what goes through them once
 * for each character would not come to an end here.
 */
const LONG = 300_000;
const of = (piece: string): string => piece.repeat(LONG / piece.length);

describe("names and words are read in one go, however long they are and whatever they are made of", () => {
  it.each(["街道办事处", "街道", "镇", "人民政府", "街道办"])("a town of nothing but %s", (piece) => {
    const name = `${of(piece)}村`;
    expect(keptNames([name, "松溉镇"], []).get(name)).toBe(name);
    expect(keptNames([of(piece)], []).size).toBe(1);
  });

  it.each(["(", "。(", "。", "推进中"])("a status of nothing but %s", (piece) => {
    expect(projectStatus(`${of(piece)}x`)).toBeNull();
  });

  it.each([" ", "\n", " \n", "\u3000", "\r\n ", "."])("a file name and a line of nothing but %j", (piece) => {
    expect(fileName(`a${of(piece)}b`).length).toBeLessThan(256);
    expect(plainLine(`a${of(piece)}b`)).toMatch(/^a[ .\u3000]*b$/u);
  });

  it.each(["f", "(", "file://", "/"])("a frame of nothing but %s", (piece) => {
    const error = Object.assign(new Error("x"), { stack: `Error: x\n    at ${of(piece)}` });
    expect(bugText(error).length).toBeLessThan(1_000);
  });
});

it("a town is still called by what it is", () => {
  const kept = keptNames(
    ["永川区中山路街道", "中山路街道办事处", "中山路", "松溉镇人民政府", "松溉镇"],
    ["永川区"],
  );
  expect([...new Set(kept.values())]).toEqual(["中山路街道", "松溉镇"]);
});

it("a line end and the white space around it are one space", () => {
  expect(plainLine("甲 \r\n\n \u2028乙\n")).toBe("甲 乙 ");
  expect(plainLine("\n甲\t乙")).toBe(" 甲 乙");
});
