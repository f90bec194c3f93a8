import fc from "fast-check";
import { expect, it } from "vitest";
import { testFolder } from "../folder.js";

const folder = testFolder();

it("a CSV file loses no line: each is read, blank or told", async () => {
  const piece = fc.constantFrom("W04", "94.1", "1,402", '"', '""', '"甲"', "乙", " ", "", "2025年", "\u2028");
  const line = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(","));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 8 }), async (lines) => {
      const content = ["编号,2024年,2025年", ...lines].join("\n");
      const { sheets } = await folder.read(content, "数据.csv");
      const kept = [
        ...(sheets[0]?.rows.flatMap((row) => row.cells) ?? []),
        ...(sheets[0]?.leftOut.map(({ cell }) => cell) ?? []),
      ];
      const letters = (text: string) => text.replace(/[\s",]/gu, "");
      expect(letters(kept.map(({ display }) => display).join("")).length).toBe(letters(content).length);
    }),
    { numRuns: 500, seed: 9 },
  );
});
