import { describe, expect, it } from "vitest";
import { droppedPaths, typedPath } from "../../../pack/menu/dropped.js";

const SHELL = String.raw`C:\Windows\system32\cmd.exe /c ""D:\监测 报告\把文件夹拖到这里.cmd" `;

describe("what was dropped on the batch file", () => {
  it.each([
    ["nothing: it was clicked", `${SHELL}"`, []],
    [
      "a path without a space, which Explorer does not quote",
      String.raw`${SHELL}D:\监测数据"`,
      ["D:\\监测数据"],
    ],
    ["a path with a space", String.raw`${SHELL}"D:\监测 数据""`, ["D:\\监测 数据"]],
    [
      "a path with what the shell would take for its own",
      String.raw`${SHELL}D:\甲&乙^(1)!%A%"`,
      ["D:\\甲&乙^(1)!%A%"],
    ],
    ["two", String.raw`${SHELL}"D:\监测 数据" E:\表"`, ["D:\\监测 数据", "E:\\表"]],
    ["a drive", String.raw`${SHELL}E:\"`, ["E:\\"]],
    ["a folder called /c", String.raw`${SHELL}"D:\a /c "b""`, ["D:\\a /c ", "b"]],
  ])("%s", (_, commandLine, paths) => {
    expect(droppedPaths(commandLine, ["cut"])).toEqual(paths);
  });

  it("is what stands behind the name where a person typed it", () => {
    expect(droppedPaths(String.raw`"C:\Windows\system32\cmd.exe"`, ["D:\\数据"])).toEqual(["D:\\数据"]);
    expect(droppedPaths("", [])).toEqual([]);
  });

  it.each([
    ["  D:\\数据 ", "D:\\数据"],
    ['"D:\\监测 数据"', "D:\\监测 数据"],
    ["“D:\\监测 数据”", "D:\\监测 数据"],
    ["", ""],
  ])("typed or dragged into the window: %s", (text, path) => {
    expect(typedPath(text)).toBe(path);
  });
});
