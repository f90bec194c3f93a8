import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../../src/commands/program.js";
// Loaded before the clock of a test runs.
import "../../../src/run/memos/briefs.js";
import "../../../src/report/memos/brief.js";
import "../../../src/word/memo/write.js";
import { partOf, textOf } from "../../word/write/package.js";
import { indicatorCsv, testFolder, type TestFolder } from "../folder.js";
import { silentSurroundings } from "../surroundings.js";

let folder: TestFolder;
beforeEach(async () => {
  folder = await testFolder();
  await folder.write("data/manifest.yaml", "review: 定稿\nstatus: 最终\n");
});
afterEach(() => folder.remove());

const DOCX = "永川区妇女发展规划2025年度监测简报.docx";

const data = (now: number | string) =>
  folder.write(
    "data/监测数据.csv",
    indicatorCsv([2020, 2024, 2025], [["W04", "孕产妇系统管理率", 92.99, 94.52, now]]),
  );

async function brief(...argv: readonly string[]) {
  const surroundings = silentSurroundings();
  const order = ["brief", "2025", "--data", folder.data, "--plan", "women", "--as-of", "2026-05-20"];
  const code = await run([...order, "--out", folder.out, ...argv], surroundings);
  return { code, ...surroundings.said };
}

describe("report brief without a browser", () => {
  it("writes the Word file, the same bytes twice", async () => {
    await data(94.88);
    expect(await brief("--browser", "none")).toMatchObject({ code: 0 });
    const { [DOCX]: first, ...others } = await folder.written();
    expect(others).toEqual({});
    const body = await partOf(first!, "word/document.xml");
    expect(textOf(body)).toContain("孕产妇系统管理率");
    expect(textOf(body)).toContain("永川区妇女儿童工作委员会监测组2026年5月20日");
    expect(await partOf(first!, "word/styles.xml")).toContain('w:line="560" w:lineRule="exact"');
    await brief("--browser", "none");
    expect((await folder.written())[DOCX]).toEqual(first);
  });

  it("cannot print: nothing is written, and what helps is said", async () => {
    await data(94.88);
    const { code, err } = await brief("--browser", "none", "--format", "pdf");
    expect(code).toBe(3);
    expect(err).toContain("--browser none");
    expect(await folder.written()).toEqual({});
  });
});

it("a 简报 is stopped by errors, and a draft says on every page that it is one", async () => {
  await data("约95");
  const stopped = await brief("--format", "docx");
  expect(stopped.code).toBe(1);
  expect(stopped.err).toContain("--draft");
  expect((await brief("--format", "docx", "--draft")).code).toBe(0);
  const header = await partOf((await folder.written())[DOCX]!, "word/header1.xml");
  expect(header).toContain("初稿");
});
