import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../src/commands/program.js";
import { readWorkbook } from "../../src/workbook/read/read.js";
import { OTHER_DISTRICT } from "../plan/other-district.js";
import { openPdf, sheetsOf } from "../print/read-back.js";
import { indicatorCsv, testFolder, type TestFolder } from "./folder.js";
import { silentSurroundings } from "./surroundings.js";

let folder: TestFolder;
beforeEach(async () => {
  folder = await testFolder();
});
afterEach(() => folder.remove());

async function say(argv: readonly string[], env = process.env) {
  const surroundings = silentSurroundings(env);
  const code = await run([...argv, "--out", folder.out], surroundings);
  return { code, ...surroundings.said };
}

const onData = (...argv: string[]): string[] => [...argv, "--data", folder.data, "--plan", "women"];
const GOOD = indicatorCsv([2020, 2024, 2025], [["W04", "孕产妇系统管理率", 92.99, 94.52, 94.88]]);
const BAD = indicatorCsv([2020, 2024, 2025], [["W04", "孕产妇系统管理率", 92.99, 94.52, "约95"]]);

describe("report annual", () => {
  it("prints the sample report with tables, page and provenance, marked as a sample on every page", async () => {
    const { code, out, err } = await say([
      "annual",
      "2025",
      "--demo",
      "--plan",
      "women",
      "--format",
      "pdf,xlsx,html,json",
    ]);
    expect(err).not.toContain("错误");
    expect(code).toBe(0);
    const name = "永川区妇女发展规划2025年度统计监测报告";
    const files = await folder.written();
    expect(Object.keys(files)).toEqual(
      [
        "provenance.json",
        "永川区妇女发展规划2025年度数据报表.xlsx",
        "永川区妇女发展规划2025年度核查底稿.xlsx",
        ...["html", "json", "pdf"].map((each) => `${name}.${each}`),
      ].sort(),
    );
    const sheets = await sheetsOf(await openPdf(files[`${name}.pdf`] ?? Buffer.of()));
    const texts = sheets.map(({ runs }) => runs.map(({ text }) => text).join(""));
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((text) => !text.includes("示例数据"))).toEqual([]);
    expect(out).toContain("达标率 13/23");
  });

  it("traces every figure to its file, sheet and cell", async () => {
    await folder.write("data/监测数据.csv", GOOD);
    expect((await say(onData("annual", "2025", "--format", "json"))).code).toBe(0);
    const { reports } = JSON.parse(String((await folder.written())["provenance.json"])) as {
      reports: Record<
        string,
        { inputs: object[]; figures: { indicator: string; year: number }[]; outputs: object[] }
      >;
    };
    const [report] = Object.values(reports);
    expect(report?.inputs).toMatchObject([
      { file: "监测数据.csv", sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) as string },
    ]);
    expect(report?.figures).toContainEqual(
      expect.objectContaining({
        indicator: "W04",
        year: 2025,
        file: "监测数据.csv",
        cell: "E2",
        value: "94.88",
      }),
    );
    expect(report?.outputs).toHaveLength(1);
  });

  it("writes nothing and leaves the earlier report alone when a cell cannot be read", async () => {
    await folder.write("data/监测数据.csv", BAD);
    const earlier = await folder.write("out/永川区妇女发展规划2025年度统计监测报告.html", "earlier");
    const { code, err } = await say(onData("annual", "2025", "--format", "html"));
    expect(code).toBe(1);
    expect(err).toMatch(/监测数据\.csv.*E2/u);
    expect(Object.entries(await folder.written()).map(([name, bytes]) => [name, String(bytes)])).toEqual([
      [path.basename(earlier), "earlier"],
    ]);
  });

  it("prints a draft that counts the refused cell as missing and says so on every page", async () => {
    await folder.write("data/监测数据.csv", BAD);
    const { code } = await say(onData("annual", "2025", "--format", "html", "--draft"));
    expect(code).toBe(0);
    const html = String((await folder.written())["永川区妇女发展规划2025年度统计监测报告.html"]);
    expect(html).toMatch(/class="watermark"[^>]*><b>初稿<\/b>/u);
    expect(html).toContain("约95");
  });

  it("stops at a warning only when it is told to be strict", async () => {
    await folder.write("data/监测数据.csv", GOOD.replace("92.99", "93.5"));
    expect((await say(onData("annual", "2025", "--format", "html"))).code).toBe(0);
    expect((await say(onData("annual", "2025", "--format", "html", "--strict"))).code).toBe(1);
  });

  it("writes the same bytes for the same input and date", async () => {
    await folder.write("data/监测数据.csv", GOOD);
    const argv = onData("annual", "2025", "--format", "xlsx,html,json", "--as-of", "2026-05-20");
    await say(argv);
    const first = await folder.written();
    await say(argv);
    expect(await folder.written()).toEqual(first);
  });

  it("never lets a cell become a formula in the tables", async () => {
    await folder.write(
      "data/监测数据.csv",
      `${GOOD.replace("2025年", "2025年,备注")},"=HYPERLINK(""http://x"")"`,
    );
    await say(onData("annual", "2025", "--format", "xlsx"));
    const name = "永川区妇女发展规划2025年度数据报表.xlsx";
    const { sheets, issues } = await readWorkbook(path.join(folder.out, name), name);
    expect(issues).toEqual([]);
    const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    expect(cells.length).toBeGreaterThan(100);
    expect(cells.filter(({ formula }) => formula !== null)).toEqual([]);
  });

  it("scores and prints another district's plan without code", async () => {
    await folder.write("plans/disabled.yaml", OTHER_DISTRICT);
    await folder.write(
      "data/数据.csv",
      indicatorCsv([2015, 2019, 2020], [["LH1", "康复服务率", 62.5, 75, 80.2]]),
    );
    const plans = path.join(folder.data, "../plans");
    const { code, err } = await say([
      "annual",
      "2020",
      "--plans",
      plans,
      "--data",
      folder.data,
      "--format",
      "html",
    ]);
    // Its other rows have no data: that is told, and stops nothing.
    expect(err).toMatch(/^另有\d+个提醒/u);
    expect(code).toBe(0);
    const html = String((await folder.written())["临湖区残疾人事业发展规划2020年度统计监测报告.html"]);
    expect(html).toContain("残疾人基本康复服务率");
    expect(html).not.toMatch(/永川|妇女|2030/u);
  });

  it.each([
    ["a year outside the plan", ["annual", "2031"], 2],
    ["a year without data", ["annual", "2026"], 2],
    ["a browser that is not there", ["annual", "2025", "--browser", "/nowhere/chrome"], 3],
    [
      "a template folder that is not there",
      ["annual", "2025", "--format", "html", "--templates", "nowhere"],
      2,
    ],
  ])("refuses %s without a stack and without a file", async (_case, argv, expected) => {
    await folder.write("data/监测数据.csv", GOOD);
    const { code, err } = await say(onData(...argv));
    expect(code).toBe(expected);
    expect(err).toContain("→");
    expect(err).not.toMatch(/\bat \S+:\d+/u);
    await writeFile(path.join(folder.data, "../probe"), "");
    expect(Object.keys(await folder.written().catch(() => ({})))).toEqual([]);
  });

  it("goes on with the plan that has data for the year, and says that the other has none", async () => {
    await folder.write("data/监测数据.csv", GOOD);
    const argv = ["annual", "2025", "--data", folder.data, "--format", "json"];
    const { code, err } = await say(argv);
    expect(code).toBe(0);
    expect(err).toMatch(/永川区儿童发展规划2025年.*report\/no-data/u);
    expect(Object.keys(await folder.written())).toEqual([
      "provenance.json",
      "永川区妇女发展规划2025年度统计监测报告.json",
    ]);
    expect((await say([...argv, "--strict"])).code).toBe(1);
    expect((await say([...argv, "--plan", "children"])).code).toBe(2);
  });

  it("lists a revised figure with the old and the new one, and which report each is from", async () => {
    await folder.write("data/2024年.csv", "编号,本年数,填报单位\nW04,94.52,区卫生健康委");
    await folder.write("data/2025年.csv", "编号,上年数,本年数,填报单位\nW04,94.61,94.88,区妇幼保健院");
    expect((await say(onData("annual", "2025", "--format", "html"))).code).toBe(0);
    const html = String((await folder.written())["永川区妇女发展规划2025年度统计监测报告.html"]);
    const text = html.replace(/<[^>]*>/gu, "");
    expect(text).toMatch(/94\.52.*94\.61.*区卫生健康委2024年报表.*区妇幼保健院2025年报表/su);
    expect(html).not.toContain(".csv");
  });

  it("names both cells when two workbooks of one year disagree", async () => {
    await folder.write("data/a.csv", GOOD);
    await folder.write("data/b.csv", GOOD.replace("94.88", "95.1"));
    const { code, err } = await say(onData("annual", "2025", "--format", "html"));
    expect(code).toBe(1);
    expect(err).toMatch(/a\.csv/u);
    expect(err).toMatch(/b\.csv/u);
  });
});

describe("report midterm", () => {
  const argv = (...more: string[]): string[] => onData("midterm", "--format", "html", ...more);

  it("names the file and headings that people still have to write", async () => {
    await folder.write("data/监测数据.csv", GOOD);
    const { code, err } = await say(argv());
    expect(code).toBe(1);
    for (const heading of ["主要做法和成效", "原因分析", "对策建议"]) expect(err).toContain(heading);
    expect(err).toContain("narrative/women-2025.md");
  });

  it("prints what is there as a draft, with the gaps marked and listed", async () => {
    await folder.write("data/监测数据.csv", GOOD);
    await folder.write("data/narrative/women-2025.md", "# 主要做法和成效\n\n孕产妇保健网络进一步完善。\n");
    const { code } = await say(argv("--draft"));
    expect(code).toBe(0);
    const html = String((await folder.written())["永川区妇女发展规划中期评估报告（2021—2025年）.html"]);
    expect(html).toContain("初稿");
    expect(html).toContain("孕产妇保健网络进一步完善。");
    expect(html).toMatch(/待补/u);
  });

  it("asks about two years of data before it speaks of a course", async () => {
    await folder.write(
      "data/监测数据.csv",
      indicatorCsv([2020, 2025], [["W04", "孕产妇系统管理率", 92.99, 94.88]]),
    );
    const { code, err } = await say(argv("--draft", "--strict"));
    expect(code).toBe(1);
    expect(err).toMatch(/提醒/u);
  });

  it("holds the figures in people's text against the data", async () => {
    await folder.write("data/监测数据.csv", GOOD);
    const text =
      "# 主要做法和成效\n\n2025年，孕产妇系统管理率达到95.88%。\n\n# 原因分析\n\n略。\n\n# 对策建议\n\n略。\n";
    await folder.write("data/narrative/women-2025.md", text);
    const { code, err } = await say(argv());
    expect(code).toBe(1);
    expect(err).toMatch(/women-2025\.md:3:\d+/u);
    expect(err).toContain("94.88");
  });
});
