import { describe, expect, it } from "vitest";
import { checkProse } from "../../src/run/check-prose.js";
import { parseNarrative } from "../../src/narrative/parse.js";
import { partOf } from "../../src/narrative/read.js";
import { everySlot, slotsFor } from "../../src/narrative/slots.js";
import { DATA, FILE, women } from "../claims/manuscript.js";

function lint(text: string) {
  const { source, sections } = parseNarrative(FILE, `# 原因分析\n\n${text}\n`, everySlot(women));
  return checkProse({ source, passages: sections.flatMap(({ passages }) => passages) }, women, DATA, 2025)
    .issues;
}

describe("a text with more slips than anybody mends in one go", () => {
  const oddYear = "于2205年实施。";
  const blank = "提高　　个百分点。";

  it("has its first told in the order of the file, and how many are left out", { tags: ["patience"] }, () => {
    const found = lint(oddYear.repeat(5000));
    expect(found).toHaveLength(201);
    expect(found.at(-1)).toMatchObject({ code: "narrative/too-many", where: { file: FILE } });
    expect(found.at(-1)?.message).toContain("4800");
    const columns = found.slice(0, 200).map(({ where }) => where?.column ?? 0);
    expect(columns).toEqual([...columns].sort((a, b) => a - b));
  });

  it("never hides an error behind warnings", () => {
    const codes = lint(`${oddYear.repeat(300)}${blank}`).map(({ code }) => code);
    expect(codes).toContain("narrative/blank");
    expect(codes).toHaveLength(201);
  });

  it("is told in full where it has no more than that", () => {
    expect(lint(oddYear.repeat(200)).every(({ code }) => code === "narrative/odd-year")).toBe(true);
  });
});

it("a file of headings nobody knows is told in as few", () => {
  const text = Array.from({ length: 900 }, (_heading, index) => `# 未知标题${index}`).join("\n");
  const known = everySlot(women);
  const reading = partOf(parseNarrative(FILE, text, known), slotsFor("annual", women), known);
  expect(reading.issues).toHaveLength(201);
  expect(reading.issues.at(-1)?.code).toBe("narrative/too-many");
});
