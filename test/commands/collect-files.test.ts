import { mkdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { workbooksIn } from "../../src/commands/collect-files.js";
import { freshFolder } from "../files/folder.js";

const at = freshFolder();

function workbook(...steps: string[]): string {
  const file = at(path.join(...steps));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, "");
  return file;
}

const names = async (...given: string[]) => (await workbooksIn(given)).files.map(({ name }) => name);

test("workbooks of one name are told apart by their folders, and by no more of them than that takes", async () => {
  const [first, second] = [workbook("回收", "区教委.xlsx"), workbook("回收", "补报", "区教委.xlsx")];
  expect(await names(first)).toEqual(["区教委.xlsx"]);
  expect(await names(first, second)).toEqual(["回收/区教委.xlsx", "补报/区教委.xlsx"]);
  expect(await names(at("回收"), workbook("别处", "区教委.xlsx"))).toEqual([
    "回收/区教委.xlsx",
    "补报/区教委.xlsx",
    "别处/区教委.xlsx",
  ]);
});

test("no name begins at the root or tells whose home a workbook lies in", async () => {
  const all = await names(
    workbook("甲", "同", "表.xlsx"),
    workbook("乙", "同", "表.xlsx"),
    workbook("表.xlsx"),
  );
  const home = path.basename(homedir());
  for (const name of all) {
    expect(path.isAbsolute(name)).toBe(false);
    expect(name.split("/")).not.toContain(home);
  }
  expect(new Set(all).size).toBe(3);
});
