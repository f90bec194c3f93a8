import { afterEach, beforeEach, expect, it } from "vitest";
import { doctor } from "../../src/commands/doctor.js";

import { ledgerText, line } from "../data/ledger/lines.js";
import { indicatorCsv, testFolder, type TestFolder } from "./folder.js";
import { silentSurroundings } from "./surroundings.js";

let folder: TestFolder;
beforeEach(async () => {
  folder = await testFolder();
});
afterEach(() => folder.remove());

/** What the doctor says of the data folder; which browser there is does not matter here. */
async function ofData(): Promise<string> {
  const surroundings = silentSurroundings();
  const options = { data: folder.data, out: folder.out, browser: "/没有/浏览器" };
  await doctor(options, surroundings);
  return surroundings.said.out.split("\n").find((each) => each.includes("数据文件夹")) ?? "";
}

it(
  "tells a folder with a monitoring database from one of workbooks, and a damaged one from both",
  { tags: ["patience"] },
  async () => {
    await folder.write("data/历年.csv", indicatorCsv([2024], [["W04", "产前筛查率", 93.5]]));
    expect(await ofData()).not.toContain("监测数据库");
    const ledger = ledgerText([line(63.2)]);
    await folder.write("data/监测数据库.csv", ledger);
    expect(await ofData()).toMatch(/^✓.*监测数据库（1行）.*1个工作簿/u);
    await folder.write("data/监测数据库.csv", ledger.replace("63.2", "62.3"));
    expect(await ofData()).toMatch(/^✗/u);
  },
);
