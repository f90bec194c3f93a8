import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { asWindowsText } from "../../pack/windows-text.js";

const SOURCES = path.resolve(import.meta.dirname, "../../pack/windows");

describe("a text for Windows", () => {
  it("ends its lines as Windows does, once", () => {
    expect(asWindowsText("a.cmd", "@echo off\r\npause\n").toString()).toBe("@echo off\r\npause\r\n");
  });

  it("has a mark for Notepad, but not as a batch file, whose first line the shell would not know", () => {
    expect(asWindowsText("说明.txt", "报告\n").toString()).toBe("\ufeff报告\r\n");
    expect(asWindowsText("a.cmd", "@echo off").toString()).toBe("@echo off");
  });

  it("is ASCII where it is a batch file: the console's code page may be GBK or UTF-8", () => {
    expect(() => asWindowsText("a.cmd", "echo 报告")).toThrow("a.cmd");
    for (const name of readdirSync(SOURCES))
      expect(() => asWindowsText(name, readFileSync(path.join(SOURCES, name), "utf8"))).not.toThrow();
  });
});
