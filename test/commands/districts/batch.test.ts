import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readShardLogs } from "../../../src/batch/read-logs.js";
import { unfinishedIn } from "../../../src/batch/shard-log.js";
import { run } from "../../../src/commands/program.js";
import { silentSurroundings } from "../surroundings.js";
import { batch, DISTRICTS, figures, makeCity, reports, tree, type City } from "./city.js";

let city: City;
beforeEach(() => (city = makeCity()));
afterEach(() => city.remove());

const BROKEN = figures(80).replace("80", "八十");

/** How it went, by code: {500101: "done"}. */
async function outcomes(out = "out"): Promise<Record<string, string>> {
  const { logs, issues } = await readShardLogs(city.at(out));
  expect(issues).toEqual([]);
  return Object.fromEntries(logs.flatMap(({ lines }) => lines.map(({ code, outcome }) => [code, outcome])));
}

const all = (outcome: string) => Object.fromEntries(DISTRICTS.map(({ code }) => [code, outcome]));

describe("report batch", () => {
  it(
    "makes every district's report, its score and a stamp, each in a folder of its own",
    { tags: ["patience"] },
    async () => {
      const { code, out } = await reports(city, "out");
      expect(code).toBe(0);
      expect(out).toContain("区县4个：做成4个，没有变化0个，没有做成0个");
      expect(readdirSync(city.at("out"))).toEqual([...DISTRICTS.map((each) => each.code), "_shards"]);
      expect(readdirSync(city.at("out", "500102"))).toEqual([
        "provenance.json",
        "score.json",
        "stamp.json",
        "临江区残疾人事业发展规划2025年度数据报表.xlsx",
        "临江区残疾人事业发展规划2025年度核查底稿.xlsx",
      ]);
      expect(await outcomes()).toEqual(all("done"));
    },
  );

  it("writes as score.json what `report score --format json` prints", { tags: ["patience"] }, async () => {
    await batch(city, "out", "--only", "500101");
    const surroundings = silentSurroundings();
    const folders = ["--plans", city.at("500101", "plans"), "--data", city.at("500101", "data")];
    await run(["score", "2025", "--format", "json", ...folders], surroundings);
    expect(readFileSync(city.at("out", "500101", "score.json"), "utf8")).toBe(surroundings.said.out);
  });

  it(
    "does not stop at a district that fails, lists it at the end, and gives 1",
    { tags: ["patience"] },
    async () => {
      city.write("500102", "data/监测数据.csv", BROKEN);
      rmSync(city.at("500103", "data"), { recursive: true });
      const { code, out, err } = await batch(city, "out");
      expect(code).toBe(1);
      expect(await outcomes()).toEqual({ ...all("done"), 500102: "failed", 500103: "failed" });
      expect(out).toMatch(/500102 {2}临江区 {2}规划、数据或文字材料有1个错误\n +监测数据.csv E2：/u);
      expect(out).toMatch(/500103 {2}临海区 {2}文件夹不全\n +.*districts.yaml:3:\d+：数据文件夹.*不存在/u);
      expect(err).toMatch(/临江区（500102）没有做成/u);
      expect(readdirSync(city.at("out", "500102"))).toEqual(["score.json"]);
      expect(existsSync(city.at("out", "500103"))).toBe(false);
    },
  );

  it(
    "leaves alone what would come out the same, and makes again what would not",
    { tags: ["patience"] },
    async () => {
      await batch(city, "out");
      const before = DISTRICTS.map(({ code }) => statSync(city.at("out", code, "stamp.json")).mtimeMs);
      await batch(city, "out");
      expect(await outcomes()).toEqual(all("unchanged"));
      expect(DISTRICTS.map(({ code }) => statSync(city.at("out", code, "stamp.json")).mtimeMs)).toEqual(
        before,
      );
      city.write("500101", "data/监测数据.csv", figures(90));
      city.write("500102", "data/narrative/disabled-2025.md", "# 康复\n");
      const plan = readFileSync(city.at("500103", "plans", "disabled.yaml"), "utf8");
      city.write("500103", "plans/disabled.yaml", plan.replace("tolerance: 3", "tolerance: 4"));
      writeFileSync(city.at("out", "500104", "score.json"), "{}");
      await batch(city, "out");
      expect(await outcomes()).toEqual(all("done"));
      await batch(city, "out", "--as-of", "2026-05-21");
      expect(await outcomes()).toEqual(all("done"));
      await batch(city, "out", "--as-of", "2026-05-21", "--force");
      expect(await outcomes()).toEqual(all("done"));
    },
  );

  it(
    "leaves the same files in three shards as in one, whatever was there before",
    { tags: ["patience"] },
    async () => {
      city.write("500104", "data/监测数据.csv", BROKEN);
      await reports(city, "whole");
      for (const shard of ["3/3", "1/3", "2/3"]) await reports(city, "parts", "--shard", shard);
      expect(tree(city.at("parts"))).toEqual(tree(city.at("whole")));
      const { logs } = await readShardLogs(city.at("parts"));
      expect(logs.map(({ head }) => head.districts.length)).toEqual([2, 1, 1]);
      expect(new Set(logs.map(({ head }) => head.plans)).size).toBe(1);
      // Parted otherwise, its earlier logs tell of no run any more.
      await reports(city, "parts", "--jobs", "2");
      expect(readdirSync(city.at("parts", "_shards"))).toEqual(["1-of-1.jsonl"]);
      expect(tree(city.at("parts"))).toEqual(tree(city.at("whole")));
    },
  );

  it(
    "removes what it wrote before under another name, and nothing that a person has touched",
    { tags: ["patience"] },
    async () => {
      await reports(city, "out", "--only", "500101");
      const titled = readFileSync(city.at("500101", "plans", "disabled.yaml"), "utf8");
      city.write(
        "500101",
        "plans/disabled.yaml",
        titled.replace(/shortTitle: .*/u, "shortTitle: 残疾人规划"),
      );
      writeFileSync(city.at("out", "500101", "临湖区残疾人事业发展规划2025年度核查底稿.xlsx"), "批注过");
      writeFileSync(city.at("out", "500101", "说明.txt"), "人写的");
      await reports(city, "out", "--only", "500101");
      expect(readdirSync(city.at("out", "500101"))).toEqual([
        "provenance.json",
        "score.json",
        "stamp.json",
        "临湖区残疾人事业发展规划2025年度核查底稿.xlsx",
        "残疾人规划2025年度数据报表.xlsx",
        "残疾人规划2025年度核查底稿.xlsx",
        "说明.txt",
      ]);
    },
  );

  it(
    "makes only those named, and keeps in the log how it went with the others",
    { tags: ["patience"] },
    async () => {
      await batch(city, "out");
      city.write("500101", "data/监测数据.csv", figures(90));
      city.write("500102", "data/监测数据.csv", figures(91));
      const { code, out } = await batch(city, "out", "--only", "500101、临山区");
      expect(code).toBe(0);
      expect(out).toContain("区县2个：做成1个，没有变化1个");
      expect(await outcomes()).toEqual({ ...all("done"), 500104: "unchanged" });
      const wrong = await batch(city, "out", "--only", "临出区");
      expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining("名单中没有“临出区”") as string });
    },
  );

  it("drops from the log what was made of something else, and says so", { tags: ["patience"] }, async () => {
    await batch(city, "out");
    const { err } = await batch(city, "out", "--only", "500101", "--as-of", "2026-06-01");
    expect(err).toContain("其余区县上次用的规划、选项或程序版本与这次不同");
    expect(await outcomes()).toEqual({ 500101: "done" });
    const { logs } = await readShardLogs(city.at("out"));
    expect(logs.flatMap(unfinishedIn)).toHaveLength(3);
  });

  it("tries again those alone that failed or were not come to", { tags: ["patience"] }, async () => {
    city.write("500102", "data/监测数据.csv", BROKEN);
    await batch(city, "out");
    const log = city.at("out", "_shards", "1-of-1.jsonl");
    const lines = readFileSync(log, "utf8").split("\n");
    writeFileSync(log, `${lines.slice(0, 4).join("\n")}\n`);
    city.write("500102", "data/监测数据.csv", figures(81));
    city.write("500101", "data/监测数据.csv", figures(99));
    const { out } = await batch(city, "out", "--retry-failed");
    expect(out).toContain("区县2个：做成1个，没有变化1个");
    expect(await outcomes()).toEqual({ ...all("done"), 500104: "unchanged" });
  });

  it("lists what it would do and does nothing", { tags: ["patience"] }, async () => {
    city.write("500102", "data/监测数据.csv", BROKEN);
    await batch(city, "out");
    city.write("500103", "data/监测数据.csv", figures(70));
    const before = tree(city.at("out"));
    const { code, out } = await batch(city, "out", "--list");
    expect(code).toBe(0);
    expect(out).toBe(
      "500101  临湖区  已做成\n500102  临江区  上次没有做成\n500103  临海区  待做\n500104  临山区  已做成\n4个区县\n",
    );
    expect(tree(city.at("out"))).toEqual(before);
    expect((await batch(city, "new", "--list", "--shard", "2/3")).out).toBe(
      "500102  临江区  待做\n第2段，共3段：1个区县\n",
    );
    expect(existsSync(city.at("new"))).toBe(false);
  });

  it("refuses a plan and data that are another district's", { tags: ["patience"] }, async () => {
    city.write("500102", "data/manifest.yaml", "region: 江城市临湖区\n");
    city.write(
      "500103",
      "plans/disabled.yaml",
      readFileSync(city.at("500101", "plans", "disabled.yaml"), "utf8"),
    );
    city.write("500104", "data/manifest.yaml", "region: 江城市临山区\n");
    const { out } = await reports(city, "out");
    expect(await outcomes()).toEqual({ ...all("done"), 500102: "failed", 500103: "failed" });
    expect(out).toContain("数据说明是“江城市临湖区”的，名单中这个区县是“临江区”");
    expect(out).toContain("规划是“临湖区”的，名单中这个区县是“临海区”");
  });

  it("refuses a folder that holds another kind of report or another year, and one that is read as data", async () => {
    await batch(city, "out");
    const before = tree(city.at("out"));
    const surroundings = silentSurroundings({});
    for (const [kind, year] of [
      ["annual", "2025"],
      ["score", "2024"],
    ] as const) {
      expect(await run(["batch", city.list, kind, year, "--out", city.at("out")], surroundings)).toBe(2);
    }
    expect(surroundings.said.err).toContain("score 2025 的结果");
    expect(tree(city.at("out"))).toEqual(before);
    expect((await batch(city, "500103/data/out")).code).toBe(2);
  });

  it("scores many districts by one plan, and writes nothing but scores", async () => {
    const list = readFileSync(city.list, "utf8").replaceAll(/plans: \d+\/plans/gu, "plans: 500101/plans");
    writeFileSync(city.list, list);
    const surroundings = silentSurroundings({ CI_NODE_INDEX: "1", CI_NODE_TOTAL: "1" });
    const argv = ["batch", city.list, "score", "2025", "--shard", "auto", "--out", city.at("out")];
    expect(await run(argv, surroundings)).toBe(0);
    expect(surroundings.said.err).toBe("GitLab：第1段，共1段。\n");
    expect(readdirSync(city.at("out", "500104"))).toEqual(["score.json", "stamp.json"]);
  });

  it.each([
    [["anual", "2025"], "是否要写“annual”？"],
    [["score", "2025", "--format", "pdf"], "不支持的格式"],
    [["annual", "2025", "--jobs", "0"], "--jobs 应为"],
    [["annual", "2025", "--shard", "auto"], "没有找到 Kubernetes、Slurm 或 GitLab"],
    [["annual", "2011", "--browser", "none", "--format", "xlsx"], "没有做成"],
  ])("tells what is wrong with the call: %s", async (argv, told) => {
    const surroundings = silentSurroundings({});
    const code = await run(["batch", city.list, ...argv, "--out", city.at("out")], surroundings);
    expect(code).toBe(told === "没有做成" ? 1 : 2);
    expect(surroundings.said.err).toContain(told);
  });
});
