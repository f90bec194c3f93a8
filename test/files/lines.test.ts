import { writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byteText, readByteLines, readLines, textOfBytes } from "../../src/files/lines.js";
import { freshFolder } from "./folder.js";

const at = freshFolder();
const MOST = 10_000_000;

async function linesOf(bytes: Uint8Array | string) {
  writeFileSync(at("a"), bytes);
  const lines: string[] = [];
  const { read, refusal } = await readLines(at("a"), MOST, (line) => lines.push(line));
  return { lines, read, refusal };
}

function utf16(text: string): Buffer {
  return Buffer.from(`\ufeff${text}`, "utf16le");
}

describe("a text file", () => {
  it("is handed out line by line, whatever the line ends and the encoding", async () => {
    for (const bytes of ["甲\n乙\r\n\n丙", "\ufeff甲\n乙\n\n丙\n", utf16("甲\n乙\r\n\n丙")]) {
      expect((await linesOf(bytes)).lines).toEqual(["甲", "乙", "", "丙"]);
    }
    const gbk = await linesOf(Buffer.from("bcd70ad2d2", "hex"));
    expect([gbk.lines, gbk.read?.encoding]).toEqual([["甲", "乙"], "gb18030"]);
  });

  it("says how it was written", async () => {
    expect((await linesOf("\ufeff甲\n")).read).toMatchObject({
      encoding: "utf-8",
      marked: true,
      ended: true,
    });
    expect((await linesOf("甲\n乙")).read).toMatchObject({ marked: false, ended: false, bytes: 7 });
    expect((await linesOf("")).lines).toEqual([]);
  });

  it(
    "comes out the same where a chunk ends within a line or a character",
    { tags: ["patience"] },
    async () => {
      const line = fc.string({ unit: fc.constantFrom("永", "a", "，", "𠮷", '"'), maxLength: 30 });
      await fc.assert(
        fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 9 }), fc.nat(7), async (some, shift) => {
          // 256 KiB at a time are read: enough lines for the borders to fall anywhere.
          const lines = ["x".repeat(shift), ...Array.from({ length: 4000 }, () => some).flat()];
          const found = await linesOf(lines.join("\n") + "\n");
          expect(found.lines).toEqual(lines);
        }),
        { numRuns: 10 },
      );
    },
  );

  it("is refused with the line that is none, or that never ends", { tags: ["patience"] }, async () => {
    const broken = await linesOf(Buffer.concat([Buffer.from("甲\n乙\n"), Buffer.from("ff0a", "hex")]));
    expect(broken.refusal).toMatchObject({ why: "not-text" });
    const late = Buffer.concat([Buffer.from("甲\n".repeat(200_000)), Buffer.from("bc0a", "hex")]);
    expect((await linesOf(late)).refusal).toMatchObject({ why: "not-text", at: { line: 200_001 } });
    expect((await linesOf(Buffer.from("a\n\0\n"))).refusal?.at.line).toBe(2);
    expect((await linesOf("x".repeat(5_000_000))).refusal?.reason).toContain("第1行过长");
  });
});

describe("lines by their bytes", () => {
  it("are the same lines, in whatever encoding the file is", async () => {
    const gbk = Buffer.from("bcd70ad2d2", "hex");
    const files = ["甲\n乙\r\n\n丙", '\ufeff甲,𠮷 "\n', utf16("甲\n乙\r\n\n丙"), gbk, "甲\0", "\xff\n", ""];
    for (const bytes of files) {
      writeFileSync(at("a"), bytes);
      const lines: string[] = [];
      const { read, refusal } = await readByteLines(at("a"), MOST, (line) => lines.push(textOfBytes(line)));
      const text = await linesOf(bytes);
      expect({ lines, read, refusal }).toEqual(text);
    }
  });

  it("have a character for each byte, and come back whole", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const bytes = byteText(text);
        expect(bytes).toHaveLength(Buffer.byteLength(text));
        expect(textOfBytes(bytes)).toBe(text);
      }),
    );
  });
});
