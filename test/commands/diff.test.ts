import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
// What the commands load when they are called is loaded before the first test's time runs.
import "../../src/report/annual.js";
import "../../src/report/working-paper.js";
import "../../src/run/reports.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../src/commands/program.js";
import type { Differences } from "../../src/report/diff/differences.js";
import type { Piece } from "../../src/word/read/document.js";
import { readWordBytes } from "../../src/word/read/read.js";
import { readWorkbook } from "../../src/workbook/read/read.js";
import { fewRows, fewRowsOf } from "../plan/few-rows.js";
import { indicatorCsv, testFolder, type TestFolder } from "./folder.js";
import { silentSurroundings } from "./surroundings.js";

const FEW = { women: await fewRows("孕产妇健康"), children: await fewRowsOf("children", "儿童生存") };

let folder: TestFolder;
beforeEach(async () => {
  folder = await testFolder();
  for (const [id, text] of Object.entries(FEW)) await folder.write(`plans/${id}.yaml`, text);
});
afterEach(() => folder.remove());

const ofFew = (): string[] => ["--plans", path.join(folder.data, "../plans")];

async function command(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const surroundings = silentSurroundings();
  return { code: await run(argv, surroundings), ...surroundings.said };
}

/** Prints the year's report from one figure, into a folder of its own. */
async function printed(name: string, w04: number, plan = "women"): Promise<string> {
  await folder.write("data/manifest.yaml", "status: 最终\nreview: 定稿\n");
  await folder.write(
    "data/2025.csv",
    indicatorCsv(
      [2025],
      [
        ["W04", "孕产妇系统管理率", w04],
        ["C02", "婴儿死亡率", 2.2],
      ],
    ),
  );
  const out = path.join(folder.out, name);
  const options = [
    ...ofFew(),
    "--plan",
    plan,
    "--data",
    folder.data,
    "--out",
    out,
    "--format",
    "json",
    "--as-of",
    "2026-05-20",
  ];
  expect(await command("annual", "2025", ...options)).toMatchObject({ code: 0 });
  return out;
}

async function compared(before: string, after: string): Promise<Differences[]> {
  const { out, code } = await command("diff", before, after, "--format", "json");
  expect(code).toBe(0);
  return (JSON.parse(out) as { reports: Differences[] }).reports;
}

describe("report diff", () => {
  it("finds nothing between two runs of the same", async () => {
    const [found] = await compared(await printed("甲", 94.5), await printed("乙", 94.5));
    expect(found).toMatchObject({ figures: [], statuses: [], sentences: [] });
    expect((await command("diff", path.join(folder.out, "甲"), path.join(folder.out, "乙"))).out).toContain(
      "没有不同",
    );
  });

  it("finds the figure, the status and the sentences that a correction changes", async () => {
    const [before, after] = [await printed("甲", 94.5), await printed("乙", 93.1)];
    const [found] = await compared(before, after);
    expect(found?.figures).toEqual([
      { indicator: "W04", name: "孕产妇系统管理率", year: 2025, group: "", from: "94.50%", to: "93.10%" },
    ]);
    expect(found?.statuses).toMatchObject([{ id: "W04", from: "已达标" }]);
    expect(found?.statuses[0]?.to).not.toBe("已达标");
    const told = found?.sentences.find(({ from }) => from.includes("孕产妇系统管理率为94.50%"));
    expect(told).toMatchObject({ part: "妇女与健康" });
    expect(told?.to).toContain("孕产妇系统管理率为93.10%");
    const { out } = await command("diff", before, after);
    expect(out).toContain("数：1处不同\n  W04 孕产妇系统管理率 2025年  94.50% → 93.10%");
  });

  it("compares a run with what was published", async () => {
    const first = await printed("甲", 94.5);
    const asked = [
      ...ofFew(),
      "--plan",
      "women",
      "--data",
      folder.data,
      "--out",
      first,
      "--as-of",
      "2026-06-20",
    ];
    expect(await command("publish", "2025", ...asked)).toMatchObject({ code: 0 });
    const frozen = path.join(folder.data, "已发布", "women-2025-annual.json");
    const [found] = await compared(frozen, await printed("乙", 94.6));
    expect(found?.before.label).toContain("第1版，2026-06-20存档");
    expect(found?.figures).toMatchObject([{ from: "94.50%", to: "94.60%" }]);
  });

  it("writes a workbook that no data folder takes for figures", async () => {
    const [before, after] = [await printed("甲", 94.5), await printed("乙", 93.1)];
    const out = path.join(folder.out, "比较");
    expect(await command("diff", before, after, "--format", "xlsx", "--out", out)).toMatchObject({ code: 0 });
    expect(await readdir(out)).toEqual(["报告比较.xlsx"]);
    const file = path.join(out, "报告比较.xlsx");
    const { sheets, keywords } = await readWorkbook(file, file);
    expect(sheets.map(({ name }) => name)).toEqual(["数", "状态", "文字"]);
    expect(sheets[0]?.rows[1]?.cells.map(({ display }) => display)).toEqual(
      expect.arrayContaining(["W04", "94.50%", "93.10%"]),
    );
    expect(keywords).toContain("不作数据来源");
  });

  it("writes a Word file: accepted it is the later report, rejected the earlier one, and the same bytes twice", async () => {
    const [before, after] = [await printed("甲", 94.5), await printed("乙", 93.1)];
    const out = path.join(folder.out, "比较");
    const order = ["diff", before, after, "--format", "docx", "--out", out, "--as-of", "2026-06-20"];
    expect(await command(...order)).toMatchObject({ code: 0 });
    const file = path.join(out, "报告修改对照稿.docx");
    const bytes = await readFile(file);
    const { content } = await readWordBytes(bytes, file);
    const paragraphs = content?.paragraphs ?? [];
    const textWith = (stands: (piece: Piece) => boolean) =>
      paragraphs
        .map(({ pieces }) =>
          pieces
            .filter(stands)
            .map(({ text }) => text)
            .join(""),
        )
        .join("\n");
    const [accepted, rejected] = [
      textWith(({ deleted }) => deleted === null),
      textWith(({ inserted }) => inserted === null),
    ];
    expect(accepted).toContain("孕产妇系统管理率为93.10%");
    expect(accepted).not.toContain("94.50%");
    expect(rejected).toContain("孕产妇系统管理率为94.50%");
    expect(rejected).not.toContain("93.10%");
    const marks = paragraphs.flatMap(({ pieces }) =>
      pieces.flatMap(({ inserted, deleted }) => [inserted, deleted]),
    );
    expect(new Set(marks.map((mark) => mark?.date ?? ""))).toEqual(new Set(["", "2026-06-20T00:00:00Z"]));
    await command(...order);
    expect(await readFile(file)).toEqual(bytes);
  });

  it("says what cannot be compared", async () => {
    const women = await printed("甲", 94.5);
    const children = await printed("乙", 94.5, "children");
    const none = await command("diff", women, children);
    expect(none.code).toBe(2);
    expect(none.err).toContain("没有同一规划");
    expect((await command("diff", women, path.join(folder.out, "丙"))).code).toBe(2);
    const file = await folder.write("x.json", "{}");
    expect((await command("diff", women, file)).err).toContain("没有可以比较的报告");
    expect(await readFile(file, "utf8")).toBe("{}");
  });
});
