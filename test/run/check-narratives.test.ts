import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Dataset, Gap } from "../../src/data/dataset.js";
import { checkNarratives } from "../../src/run/check-narratives.js";
import { children, DATA, women } from "../claims/manuscript.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "narratives-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const check = async () =>
  (await checkNarratives(folder, [women, children], DATA)).issues.map(
    ({ code, where }) => `${code} ${where?.file ?? ""}:${where?.line ?? ""}`,
  );

it("finds nothing where nobody wrote anything", async () => {
  expect(await check()).toEqual([]);
});

it("checks every file, whichever report it is for, and names those no report reads", async () => {
  await mkdir(join(folder, "narrative"));
  const put = (name: string, text: string) => writeFile(join(folder, "narrative", name), text);
  await put(
    "women-2025.md",
    "# 原因分析\n2025年，孕产妇系统管理率为95.88%。\n# 妇女与健康·建议\n<b>甲</b>\n",
  );
  await put("children-2025.md", "# 原因\n甲。\n");
  await put("woman-2025.md", "甲");
  await put("说明.docx", "甲");
  expect(await check()).toEqual([
    "narrative/unknown-heading narrative/children-2025.md:1",
    "narrative/unknown-file narrative/woman-2025.md:",
    "narrative/raw-html narrative/women-2025.md:4",
    "narrative/raw-html narrative/women-2025.md:4",
    "narrative/wrong-figure narrative/women-2025.md:2",
    "narrative/unknown-file narrative/说明.docx:",
  ]);
});

it("does not call a figure missing that may stand in a file or cell that was not read", async () => {
  await mkdir(join(folder, "narrative"));
  await writeFile(
    join(folder, "narrative", "women-2025.md"),
    "# 原因分析\n2025年，孕产妇系统管理率为94.88%。\n",
  );
  const W04 = (DATA.series["W04"] ?? []).filter(({ year }) => year !== 2025);
  const without = { ...DATA, series: { ...DATA.series, W04 } };
  const gap = (reason: Gap["reason"]): Gap => ({
    ...{ indicator: "W04", year: 2025, reason, display: "94.8.8", statedReason: "", remark: "" },
    source: { file: "监测数据.xlsx", sheet: "指标数据", cell: "I9" },
  });
  const states = async (dataset: Dataset) => {
    const { issues, claims } = await checkNarratives(folder, [women, children], dataset);
    return [issues.map(({ code }) => code), claims];
  };
  const wrong = [["narrative/wrong-figure"], { checked: 1, agree: 0, differ: 1, unmatched: 0 }];
  const unknown = [[], { checked: 1, agree: 0, differ: 0, unmatched: 1 }];
  expect(await states(without)).toEqual(wrong);
  expect(await states({ ...without, gaps: [gap("blank")], hasErrors: true })).toEqual(wrong);
  expect(await states({ ...without, hasErrors: true })).toEqual(unknown);
  expect(await states({ ...without, gaps: [gap("refused")], hasErrors: true })).toEqual(unknown);
});
