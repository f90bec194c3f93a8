import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
// What the commands load when they are called is loaded before the first test's time runs.
import "../../../src/report/annual.js";
import "../../../src/run/reports.js";
import "../../../src/run/recheck/recheck.js";
import { afterAll, beforeAll, expect, it } from "vitest";
import { indicatorCsv, testFolder, type TestFolder } from "../../commands/folder.js";
import { saidIn } from "../../commands/said.js";
import { fewRows } from "../../plan/few-rows.js";
import { amended, p, r } from "../../word/read/docx.js";

const LIST = ["抓参保扩面。由医保部门牵头。", "抓筛查能力。增配移动设备。", "抓专业引导。开展职业体验。"];
const NAME = "narrative/women-2025-annual.md";

let folder: TestFolder;
let draft: Buffer;
let asked: string[];
beforeAll(async () => {
  folder = await testFolder();
  await folder.write("plans/women.yaml", await fewRows("孕产妇健康"));
  await folder.write(`data/${NAME}`, `# 对策建议\n\n${LIST.map((each) => `- ${each}`).join("\n")}\n`);
  const rows = [["W04", "孕产妇系统管理率", 94.62, 94.88]] as const;
  await folder.write("data/2025.csv", indicatorCsv([2024, 2025], rows));
  asked = ["--plans", path.join(folder.data, "../plans"), "--as-of", "2026-05-20"];
  const more = ["--format", "docx", "--browser", "none"];
  const { code, err } = await saidIn(folder, "annual", "2025", ...asked, ...more);
  expect(code, err).toBe(0);
  draft = Object.entries(await folder.written()).find(([name]) => name.endsWith(".docx"))![1];
}, 60_000);
afterAll(() => folder.remove());

/** A copy of the draft with its list changed in the XML: each paragraph of it as it is now. */
async function copyOf(
  name: string,
  change: (one: string, two: string, three: string) => readonly (readonly [string, string])[],
): Promise<string> {
  const bytes = await amended(draft, {
    "word/document.xml": (xml) => {
      const paragraphs = [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gsu)].map(([each]) => each);
      const [one = "", two = "", three = ""] = LIST.map((text) =>
        paragraphs.find((each) => each.includes(text.slice(-6)))!,
      );
      return change(one, two, three).reduce((text, [from, to]) => text.replace(from, to), xml);
    },
  });
  const file = path.join(folder.out, name);
  await writeFile(file, bytes);
  return file;
}

it(
  "no text stands twice where copies join, split and amend the same paragraphs",
  { tags: ["patience"] },
  async () => {
    const [one = "", two = ""] = LIST;
    const joined = await copyOf("v1_区教委.docx", (first, second) => [
      [first, p(r(`一是${one}${two}`))],
      [second, ""],
    ]);
    const amending = await copyOf("v1_区妇联.docx", (_, second) => [
      [second, second.replace("移动", "固定")],
    ]);
    const split = await copyOf("v1_团区委.docx", (_, second) => [
      [second, p(r("二是抓筛查能力。")) + p(r("增配移动设备。"))],
    ]);
    const before = await readFile(path.join(folder.data, NAME), "utf8");
    const told = await saidIn(folder, "recheck", joined, amending, ...asked, "--write");
    expect(told.out).toContain("与区妇联对同一段的修改不一致");
    expect(told.err).toContain("几个单位改得不一致");
    const both = await readFile(path.join(folder.data, NAME), "utf8");
    expect(both.match(/抓筛查能力/gu)).toHaveLength(1);
    expect(both.match(/抓参保扩面/gu)).toHaveLength(1);
    await writeFile(path.join(folder.data, NAME), before);
    expect((await saidIn(folder, "recheck", split, ...asked, "--write")).err).toContain("对策建议");
    expect(await readFile(path.join(folder.data, NAME), "utf8")).toContain(
      "- 抓筛查能力。\n\n   增配移动设备。\n\n- ",
    );
    await writeFile(path.join(folder.data, NAME), before);
    // Nobody has tracked the split: the rest is another text to the program, and the office that amends it another.
    await saidIn(folder, "recheck", split, amending, ...asked, "--write");
    expect((await readFile(path.join(folder.data, NAME), "utf8")).match(/增配移动设备/gu)).toHaveLength(1);
    await writeFile(path.join(folder.data, NAME), before);
  },
);

it(
  "an item that is cut, amended and put elsewhere is an item of the list again",
  { tags: ["patience"] },
  async () => {
    const before = await readFile(path.join(folder.data, NAME), "utf8");
    const file = await copyOf("v2_区妇联.docx", (one, two, three) => [
      [three, ""],
      [one, `${one}${p(r("三是抓专业引导。开展职业体验和宣讲。"))}`],
      [two, `${two}${p(r("二是说不定。"))}`],
    ]);
    await saidIn(folder, "recheck", file, ...asked, "--write");
    const text = await readFile(path.join(folder.data, NAME), "utf8");
    expect(text).toBe(
      `# 对策建议\n\n- ${LIST[0]}\n\n- 抓专业引导。开展职业体验和宣讲。\n\n- ${LIST[1]}\n\n- 说不定。\n`,
    );
    await writeFile(path.join(folder.data, NAME), before);
  },
);

it(
  "a heading that is worded otherwise has no number, and what is moved has its first sentence in bold",
  { tags: ["patience"] },
  async () => {
    const name = NAME.replace("annual", "midterm");
    const said = ["一是**抓参保扩面。**由医保部门牵头。", "二是**抓筛查能力。**增配移动设备。"];
    const others = ["主要做法和成效", "原因分析"].map((each) => `# ${each}\n\n各单位抓得紧。\n\n`).join("");
    await writeFile(path.join(folder.data, name), `${others}# 对策建议\n\n${said.join("\n\n")}\n`);
    const more = ["--format", "docx", "--browser", "none"];
    const told = await saidIn(folder, "midterm", "--year", "2025", ...asked, ...more);
    expect(told.code, told.err).toBe(0);
    const [, own = Buffer.from("")] =
      Object.entries(await folder.written()).find(([name]) => name.endsWith("（2021—2025年）.docx")) ?? [];
    const bytes = await amended(own, {
      "word/document.xml": (xml) => {
        const paragraphs = [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gsu)].map(([each]) => each);
        const [one = "", two = ""] = ["医保部门", "移动设备"].map((text) =>
          paragraphs.find((each) => each.includes(text))!,
        );
        const moved = p(r("一是抓参保扩面。由医保部门牵头，镇街配合。"));
        return xml
          .replace(one, "")
          .replace(two, `${two}${moved}`)
          .replace(/(?<=>)(孕产妇健康[^<]*)。(?=<)/u, "1.$1，总体向好。");
      },
    });
    const file = path.join(folder.out, "中期_区妇联.docx");
    await writeFile(file, bytes);
    const { err } = await saidIn(folder, "recheck", file, ...asked, "--write");
    expect(err).toContain("已写回");
    const text = await readFile(path.join(folder.data, name), "utf8");
    expect(text).toContain(`${said[1]}\n\n一是**抓参保扩面。**由医保部门牵头，镇街配合。`);
    expect(text).toMatch(/^\*\*孕产妇健康[^\n]*，总体向好。\*\*/mu);
  },
);

it(
  "a list that somebody put in order otherwise, with a table in it, is one list when it is written back",
  { tags: ["patience"] },
  async () => {
    const grid = `<w:tbl><w:tr><w:tc>${p(r("对象"))}</w:tc></w:tr><w:tr><w:tc>${p(r("家长"))}</w:tc></w:tr></w:tbl>`;
    const file = await copyOf("区妇联.docx", (one, two, three) => [
      [one, ""],
      [two, `${two}${grid}`],
      [three, `${three}${one}`],
    ]);
    const { out } = await saidIn(folder, "recheck", file, ...asked);
    expect(out).toMatch(/移 {2}.*\n.*一是抓参保扩面。由医保部门牵头。/u);
    expect((await saidIn(folder, "recheck", file, ...asked, "--write")).err).toContain("对策建议");
    const text = await readFile(path.join(folder.data, NAME), "utf8");
    const [one, two, three] = LIST;
    expect(text).toBe(
      `# 对策建议\n\n- ${two}\n\n   | 对象 |\n   | --- |\n   | 家长 |\n\n- ${three}\n\n- ${one}\n`,
    );
    await saidIn(folder, "annual", "2025", ...asked, "--format", "json");
    const [, printed = Buffer.from("")] =
      Object.entries(await folder.written()).find(([name]) => name.endsWith("报告.json")) ?? [];
    expect(printed.toString()).toMatch(/一是.*抓筛查.*二是.*抓专业.*三是.*抓参保/su);
  },
);
