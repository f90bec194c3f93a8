import { readdir } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../../src/commands/program.js";
// Loaded before the clock of a test runs.
import "../../../src/run/memos/tasks.js";
import "../../../src/report/memos/task.js";
import "../../../src/word/memo/write.js";
import { fewRows } from "../../plan/few-rows.js";
import { partOf, textOf } from "../../word/write/package.js";
import { indicatorCsv, testFolder, type TestFolder } from "../folder.js";
import { silentSurroundings } from "../surroundings.js";

/** Rows of three reporters: a document for each of a whole plan's takes seconds. */
const FEW = await fewRows("孕产妇健康", "女性社会保险");

let folder: TestFolder;
beforeEach(async () => {
  folder = await testFolder();
  await folder.write("plans/women.yaml", FEW);
  await folder.write("data/manifest.yaml", "review: 定稿\nstatus: 最终\n");
});
afterEach(() => folder.remove());

async function tasks(plans = path.join(folder.data, "../plans")) {
  const surroundings = silentSurroundings();
  const order = ["tasks", "2025", "--data", folder.data, "--plan", "women", "--as-of", "2026-05-20"];
  const code = await run([...order, "--out", folder.out, "--plans", plans], surroundings);
  return { code, ...surroundings.said };
}

const data = (w04: number | string) =>
  folder.write("data/监测数据.csv", indicatorCsv([2020, 2025], [["W04", "孕产妇系统管理率", 92.99, w04]]));

const namesOf = async (start: string) =>
  Object.keys(await folder.written()).filter((name) => name.startsWith(start));

describe("report tasks", () => {
  it(
    "writes a 任务单 for each reporter and a 催报函 for each that owes something, the same bytes twice",
    { tags: ["patience"] },
    async () => {
      await data(94.88);
      const { code, err } = await tasks();
      expect(code).toBe(0);
      expect(err).toContain("“已发布”中没有永川区妇女发展规划2024年度监测报告");
      const first = await folder.written();
      expect(Object.keys(first)).toContain("任务单2025_区卫生健康委.docx");
      expect(Object.keys(first)).toContain("催报函2025_区医保局.docx");
      const said = textOf(await partOf(first["任务单2025_区卫生健康委.docx"]!, "word/document.xml"));
      expect(said).toContain("区卫生健康委：现将你单位承担的");
      await tasks();
      expect(await folder.written()).toEqual(first);
    },
  );

  it(
    "breaks a table between its rows only, and leaves no head without one",
    { tags: ["patience"] },
    async () => {
      await data(94.88);
      await tasks("plans");
      const files = Object.entries(await folder.written()).filter(([name]) => name.endsWith(".docx"));
      expect(files.length).toBeGreaterThan(20);
      const bodies = await Promise.all(files.map(([, bytes]) => partOf(bytes, "word/document.xml")));
      const rows = bodies.flatMap((body) => body.match(/<w:tr>.*?<\/w:tr>/gsu) ?? []);
      expect(rows.filter((row) => !row.includes("<w:cantSplit/>"))).toEqual([]);
      const heads = rows.filter((row) => row.includes("<w:tblHeader/>"));
      expect(heads.length).toBeGreaterThan(40);
      const loose = heads
        .flatMap((row) => row.match(/<w:p>.*?<\/w:p>/gsu) ?? [])
        .filter((paragraph) => !/<w:keepNext\/>|"TableCaption"|"TableUnit"/u.test(paragraph));
      expect(loose).toEqual([]);
    },
  );

  it("writes letters to all where nothing is reported yet", { tags: ["patience"] }, async () => {
    await data("");
    const { code, err } = await tasks();
    expect({ code, tasks: await namesOf("任务单") }).toEqual({ code: 0, tasks: [] });
    expect(err).toContain("没有永川区妇女发展规划2025年的任何数据");
    const reporters = ["区人力社保局", "区医保局", "区卫生健康委"];
    expect(await namesOf("催报函")).toEqual(reporters.map((name) => `催报函2025_${name}.docx`));
  });

  it("holds 任务单 back where there are errors, but not the letters", async () => {
    await data("约95");
    const { code, err } = await tasks();
    expect(code).toBe(1);
    expect(err).toContain("任务单没有写出");
    expect(await namesOf("任务单")).toEqual([]);
    const letter = (await folder.written())["催报函2025_区卫生健康委.docx"];
    expect(textOf(await partOf(letter!, "word/document.xml"))).toContain("填报有误");
  });

  it("tells of letters that are out of date", async () => {
    await data(94.88);
    const letter = "催报函2025_某局.docx";
    await folder.write(`out/${letter}`, "");
    expect((await tasks()).err).toMatch(/请勿再发.*催报函2025_某局\.docx/u);
    expect(await namesOf("催报函2025_某局")).toEqual([letter]);
  });

  it(
    "writes names that are no file names, and names that look alike, into one folder all the same",
    { tags: ["patience"] },
    async () => {
      await data(94.88);
      const odd = FEW.replaceAll("区卫生健康委", '"../a/b"').replaceAll("区医保局", '"../a／b"');
      await folder.write("plans/women.yaml", odd);
      const before = await readdir(path.dirname(folder.out));
      expect((await tasks()).code).toBe(0);
      expect(await readdir(path.dirname(folder.out))).toEqual([...before, "out"].sort());
      expect((await namesOf("任务单2025_")).filter((name) => name.includes("a／b"))).toEqual([
        "任务单2025_..／a／b.docx",
        "任务单2025_..／a／b（2）.docx",
      ]);
    },
  );
});
