import path from "node:path";
import { describe, expect, it } from "vitest";
import { menu } from "../../../pack/menu/menu.js";

const DATA = path.resolve("/监测 数据");
const OUT = path.resolve("/监测 数据的报告");
const HOME = path.resolve("/程序");

/** A person who types these lines and then goes; what the menu did meanwhile. */
async function session(dropped: readonly string[], answers: readonly string[], code = 0) {
  const left = [...answers];
  const runs: (readonly string[])[] = [];
  const shown: string[] = [];
  let said = "";
  await menu(
    { dropped, today: "2026-03-02", home: HOME },
    {
      say: (text) => void (said += text),
      ask: (question) => {
        said += question;
        return Promise.resolve(left.shift() ?? null);
      },
      run: (argv) => {
        runs.push(argv);
        return Promise.resolve(code);
      },
      isFolder: (folder) => [DATA, path.resolve("/回收"), path.parse(DATA).root].includes(folder),
      show: (folder) => void shown.push(folder),
    },
  );
  return { runs, shown, said };
}

/** What the program is run with where a person chooses the line that says `label`. */
async function choosing(label: string, ...more: readonly string[]) {
  const { said } = await session([DATA], []);
  const number = new RegExp(`^\\s*(\\d+)\\s+.*${label}`, "mu").exec(said)?.[1] ?? label;
  const { runs, shown } = await session([DATA], [number, ...more]);
  return { argv: runs[1], shown };
}

describe("the menu of the batch file", () => {
  it("checks the data first, and ends where the person says so or goes", async () => {
    const checked = [["validate", "--data", DATA, "--max-problems", "20"]];
    expect((await session([DATA], ["0"])).runs).toEqual(checked);
    expect((await session([DATA], ["０"])).runs).toEqual(checked);
    expect((await session([DATA], [])).runs).toEqual(checked);
  });

  it.each([
    ["检查数据", ["validate", "--data", DATA, "--max-problems", "20"]],
    ["评价结果", ["score", "2025", "--data", DATA]],
    ["PDF", ["annual", "2025", "--data", DATA, "--out", path.join(OUT, "2025")]],
    ["Word", ["annual", "2025", "--data", DATA, "--out", path.join(OUT, "2025"), "--format", "docx"]],
    ["样稿", ["annual", "2025", "--data", DATA, "--out", path.join(OUT, "2025"), "--draft"]],
    ["简报", ["brief", "2025", "--data", DATA, "--out", path.join(OUT, "2025")]],
    ["总览", ["overview", "2025", "--data", DATA, "--out", path.join(OUT, "2025")]],
    ["任务单", ["tasks", "2025", "--data", DATA, "--out", path.join(OUT, "2025", "任务单")]],
    ["各责任单位的填报表", ["form", "2025", "--data", DATA, "--out", path.join(OUT, "2025", "填报表")]],
    ["年历", ["init", "2025", "--data", DATA]],
    ["检查本机", ["doctor", "--data", DATA, "--out", path.join(OUT, "2025")]],
  ])("%s", async (label, argv) => {
    expect((await choosing(label)).argv).toEqual(argv);
  });

  it("collects from a folder that is dragged into the window, and not where none is", async () => {
    const folder = path.resolve("/回收");
    expect((await choosing("收表", `"${folder}"`)).argv).toEqual(["collect", folder, "--data", DATA]);
    expect((await choosing("收表", "")).argv).toBeUndefined();
  });

  it("shows the folder of what was written, where it was", async () => {
    expect((await choosing("PDF")).shown).toEqual([path.join(OUT, "2025")]);
    expect((await choosing("评价结果")).shown).toEqual([]);
    expect((await session([DATA], ["3"], 1)).shown).toEqual([]);
  });

  it("works on another year once told, and on the same where that is none", async () => {
    const year = await session([DATA], ["13", "2024年", "2"]);
    expect(year.runs[1]).toEqual(["score", "2024", "--data", DATA]);
    const none = await session([DATA], ["13", "去年", "2"]);
    expect(none.runs[1]).toEqual(["score", "2025", "--data", DATA]);
  });

  it("asks for the folder where a file, several things or nothing was dropped; Enter means the sample data", async () => {
    const checked = ["validate", "--data", DATA, "--max-problems", "20"];
    for (const dropped of [[], ["/表.xlsx"], [DATA, DATA]])
      expect((await session(dropped, [`"${DATA}"`])).runs).toEqual([checked]);
    expect((await session([], ["没有的", DATA])).runs).toEqual([checked]);
    const { runs } = await session([], ["", "3"]);
    expect(runs).toEqual([
      ["validate", "--demo", "--max-problems", "20"],
      ["annual", "2025", "--demo", "--out", path.join(HOME, "示例报告", "2025")],
    ]);
    expect((await session([], [])).runs).toEqual([]);
  });

  it("offers nothing that writes into the sample data", async () => {
    const { said } = await session([], [""]);
    expect(said).not.toMatch(/收表|年历/u);
  });

  it("writes into a drive that is all data, for nothing stands beside it", async () => {
    const { root } = path.parse(DATA);
    const { runs } = await session([root], ["3"]);
    expect(runs[1]?.at(-1)).toBe(path.join(root, "报告", "2025"));
  });

  it("does nothing for a number that is not offered", async () => {
    const { runs, said } = await session([DATA], ["99", "-1", "1.5", "x", ""]);
    expect(runs).toHaveLength(1);
    expect(said.match(/没有这一项/gu)).toHaveLength(5);
  });
});
