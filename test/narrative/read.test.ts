import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { encodeGb18030 } from "../../fixtures/gb18030.js";
import type { ReportKind } from "../../src/narrative/narrative.js";
import { readNarrative } from "../../src/narrative/read.js";
import { narrativeName, requiredGaps, slotsFor } from "../../src/narrative/slots.js";
import { FILE, women } from "../claims/manuscript.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "narrative-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function put(content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, FILE)), { recursive: true });
  await writeFile(join(folder, FILE), content);
}

async function read(kind: ReportKind) {
  const { narrative, issues, inputs } = await readNarrative(folder, women, kind, 2025);
  return {
    slots: narrative?.sections.map(({ slot }) => slot) ?? null,
    found: issues.map(({ code, where }) => [code.slice(10), where?.line ?? "-"].join(" ")),
    gaps: requiredGaps(narrative, slotsFor(kind, women)).map(({ heading }) => heading),
    issues,
    input: inputs[0] ?? null,
  };
}

const FULL = "# 主要做法和成效\n甲。\n# 原因分析\n乙。\n# 对策建议\n丙。\n";

/** Lines of which each is set in once more than the one before. */
function stairs(step: string, text: string, count: number): string {
  return Array.from({ length: count }, (_, at) => step.repeat(at) + text).join("\n");
}

describe("the narrative file", () => {
  it("is named for plan and data year", () => {
    expect(narrativeName(women, 2025)).toBe(FILE);
  });

  it("absent: nothing to say for the annual report, every required heading for the others", async () => {
    expect(await read("annual")).toMatchObject({ slots: null, found: [], gaps: [], input: null });
    for (const kind of ["midterm", "final"] as const) {
      const { slots, found, gaps, issues } = await read(kind);
      expect([slots, found]).toEqual([null, ["missing-section -", "missing-section -", "missing-section -"]]);
      expect(gaps).toEqual(["主要做法和成效", "原因分析", "对策建议"]);
      expect(issues[0]).toMatchObject({ severity: "error", where: { file: FILE } });
      expect(issues.map(({ message }) => message).join()).toMatch(/主要做法和成效.*原因分析.*对策建议/u);
    }
  });

  it("serves the reports of its year, each taking its own headings and faults", async () => {
    await put(`${FULL}<b>丁</b>\n# 妇女与健康\n## 建议\n戊。![](a.png)\n## 工作措施\n\n# 不认识\n`);
    expect(await read("midterm")).toMatchObject({
      slots: ["achievements", "causes", "recommendations", "health:recommendations"],
      found: ["raw-html 7", "raw-html 7", "not-printed 10", "empty-section 11", "unknown-heading 13"],
      gaps: [],
    });
    expect(await read("annual")).toMatchObject({
      slots: ["recommendations", "health:recommendations"],
      found: [
        "other-report 1",
        "raw-html 7",
        "raw-html 7",
        "not-printed 10",
        "empty-section 11",
        "unknown-heading 13",
      ],
      gaps: [],
    });
  });

  it("with a required heading but no text under it: the error stands at the heading", async () => {
    await put("# 主要做法和成效\n甲。\n\n# 原因分析\n## 只有小标题\n");
    expect(await read("midterm")).toMatchObject({
      slots: ["achievements"],
      found: ["missing-section 4", "missing-section -"],
      gaps: ["原因分析", "对策建议"],
    });
  });

  it("is read with a byte order mark, Windows line ends, or in GB18030 with a note", async () => {
    await put(`\ufeff${FULL.replaceAll("\n", "\r\n")}`);
    const plain = await read("midterm");
    expect(plain).toMatchObject({ slots: ["achievements", "causes", "recommendations"], found: [] });
    expect(plain.input).toMatchObject({
      file: FILE,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) as string,
    });
    await put(encodeGb18030(FULL));
    expect(await read("midterm")).toMatchObject({ slots: plain.slots, found: ["gb18030 -"] });
  });

  it.each<[string, string | Uint8Array, string]>([
    ["bytes of no text", Uint8Array.of(0x23, 0x20, 0xff, 0xff, 0x00), "not-text 1"],
    ["a Word document's", Buffer.from("PK\u0003\u0004\0\0"), "not-text 1"],
    ["too many bytes", `# 原因分析\n${"甲".repeat(70_000)}`, "too-large -"],
    ["more marks than a person types", `# 原因分析\n${"*a_ ".repeat(2_000)}`, "too-large -"],
    ["more lines than a report has", "- 甲\n".repeat(6_000), "too-large -"],
    ["lists in lists on one line", `# 原因分析\n${"- ".repeat(202)}甲`, "too-large -"],
    ["of other signs, and set apart by tabs", `# 原因分析\n${"*\t12)  + 3.\t".repeat(51)}甲`, "too-large -"],
    ["on many lines", `# 原因分析\n${`${"- ".repeat(5)}甲\n`.repeat(51)}`, "too-large -"],
    ["each further in than the last", `# 原因分析\n${stairs("  ", "- 甲", 72)}`, "too-large -"],
    ["by tabs", `# 原因分析\n${stairs("\t", "1. 甲", 72)}`, "too-large -"],
  ])("that is not one (%s) is one finding, and no gap is told twice", async (_what, content, found) => {
    await put(content);
    expect(await read("midterm")).toMatchObject({ slots: null, found: [found], input: null });
  });

  it.each([
    ["lists in lists as people make them", stairs("  ", "- 甲", 12)],
    ["as many signs as may be", `${"- ".repeat(201)}甲`],
    ["lines between sections", `甲\n\n${"- - -\n\n".repeat(90)}`],
    ["signs that begin no list", `${"－ ".repeat(1_000)}${"> - ".repeat(500)}甲-\n${"-甲 ".repeat(1_000)}`],
    ["a heading set in the middle by blanks", `${" ".repeat(60)}甲`],
  ])("that holds %s is read", async (_what, text) => {
    await put(`# 原因分析\n\n${text}\n`);
    expect(await read("midterm")).toMatchObject({ slots: ["causes"] });
  });

  it("that is a folder is a finding", async () => {
    await mkdir(join(folder, FILE), { recursive: true });
    expect((await read("annual")).found).toEqual(["unreadable -"]);
  });
});
