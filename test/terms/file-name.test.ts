import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileName } from "../../src/terms/file-name.js";

describe("a file name of a text", () => {
  it.each([
    ["永川区妇女发展规划2025年度统计监测报告", "永川区妇女发展规划2025年度统计监测报告"],
    ["../../x", "／..／x"],
    ["..\\..\\x", "＼..＼x"],
    ["C:\\x", "C：＼x"],
    ["a\0b\nc\u001b[31m", "ab c[31m"],
    ["CON", "_CON"],
    ["nul.2025", "_nul.2025"],
    ["com1", "_com1"],
    ["CONTENT", "CONTENT"],
    ["规划. . ", "规划"],
    [".隐藏", "隐藏"],
    ["~$锁", "$锁"],
    ["..", "未命名"],
    ["", "未命名"],
  ])("%j is %s", (text, name) => {
    expect(fileName(text)).toBe(name);
  });

  it("is one name in one folder on every system, whatever the text", () => {
    const hostile = fc.constantFrom(
      "..",
      "/",
      "\\",
      "\0",
      "\n",
      ":",
      "CON",
      "长".repeat(99),
      ".",
      " ",
      "\u202e",
      "~",
    );
    const texts = fc.array(fc.oneof(hostile, fc.string({ unit: "binary", maxLength: 20 })), { maxLength: 9 });
    fc.assert(
      fc.property(texts, (parts) => {
        const name = fileName(parts.join(""));
        expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}\p{Cs}]+$/u);
        expect(name).not.toMatch(
          /^[.\s~]|[.\s]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|[\u202a-\u202e\u2066-\u2069]/iu,
        );
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
        expect(fileName(name)).toBe(name);
      }),
    );
  });

  it("tells long texts apart that begin and end alike", () => {
    const [one, other] = ["甲", "乙"].map((middle) => fileName("长".repeat(99) + middle + "长".repeat(99)));
    expect(one).not.toBe(other);
    expect(one?.endsWith("长")).toBe(true);
  });
});
