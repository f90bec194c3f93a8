import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../src/commands/program.js";
import { readData } from "../../src/data/folder/read.js";
import { LEDGER_FILE } from "../../src/data/ledger/entry.js";
import { plans } from "../data/book.js";
import { testFolder, type TestFolder } from "./folder.js";
import { silentSurroundings } from "./surroundings.js";

let folder: TestFolder;
let returned = "";
beforeEach(async () => {
  folder = await testFolder();
  returned = path.join(folder.out, "回收");
  await mkdir(returned, { recursive: true });
  await mkdir(folder.data, { recursive: true });
});
afterEach(() => folder.remove());

const HEAD = "措施编号,年份,落实状态,落实情况,填报单位";

/** A 责任单位's lines, as they come back. */
async function comesBack(name: string, ...lines: readonly string[]): Promise<void> {
  await writeFile(path.join(returned, name), [HEAD, ...lines, ""].join("\n"));
}

async function collect() {
  const surroundings = silentSurroundings();
  const code = await run(["collect", returned, "--data", folder.data, "--format", "json"], surroundings);
  return { code, ...surroundings.said };
}

const measures = async () => (await readData(folder.data, plans)).dataset.measures;

describe("report collect of 措施落实", () => {
  it("keeps what a reporter says, and what it says last; what others say stands beside it", async () => {
    await comesBack("区教委.csv", "WM2.2,2025,未启动,“尚在”准备,区教委");
    await comesBack("区妇联.csv", "WM2.2,2025,已落实,开展宣讲20场,区妇联");
    expect((await collect()).code).toBe(0);
    await comesBack("区教委.csv", "WM2.2,2025,推进中,建成2所,区教委");
    const { out } = await collect();
    expect(JSON.parse(out)).toMatchObject({ added: 1 });
    await rm(returned, { recursive: true });
    const [measure] = await measures();
    expect(measure).toMatchObject({ measure: "WM2.2", year: 2025, status: "推进中" });
    const said = measure?.reports.map(({ reporter, progress }) => `${reporter}：${progress}`);
    expect(said).toHaveLength(2);
    expect(said).toEqual(expect.arrayContaining(["区妇联：开展宣讲20场", "区教委：建成2所"]));
  });

  it("is asked for until it is there, and adds nothing the second time", async () => {
    const asked = (told: string) =>
      (JSON.parse(told) as { units: { unit: string; measures: number; measuresMissing: string[] }[] }).units;
    await comesBack("区教委.csv", "CM4.1,2025,推进中,建成2所,区教委");
    const first = asked((await collect()).out);
    expect(first.reduce((sum, { measures: own }) => sum + own, 0)).toBe(88);
    expect(first.reduce((sum, { measuresMissing }) => sum + measuresMissing.length, 0)).toBe(87);
    const ledger = await readFile(path.join(folder.data, LEDGER_FILE), "utf8");
    expect(ledger).toContain("措施,CM4.1");
    expect(JSON.parse((await collect()).out)).toMatchObject({ added: 0 });
    expect(await readFile(path.join(folder.data, LEDGER_FILE), "utf8")).toBe(ledger);
  });

  it("is the record: a sheet in the folder that says otherwise is an error", async () => {
    await comesBack("区教委.csv", "WM2.2,2025,推进中,建成2所,区教委");
    await collect();
    await cp(path.join(returned, "区教委.csv"), path.join(folder.data, "区教委.csv"));
    const codes = async () => (await readData(folder.data, plans)).issues.map(({ code }) => code);
    expect(await codes()).not.toContain("ledger/measure-differs");
    await comesBack("区教委.csv", "WM2.2,2025,已落实,建成2所,区教委");
    await cp(path.join(returned, "区教委.csv"), path.join(folder.data, "区教委.csv"));
    expect(await codes()).toContain("ledger/measure-differs");
    expect(await measures()).toMatchObject([{ status: "推进中" }]);
  });
});
