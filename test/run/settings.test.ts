import { describe, expect, it } from "vitest";
import { outFolderOf, settingsOf, yearOf } from "../../src/run/settings.js";
import { ReportError } from "../../src/issues/error.js";
import { silentSurroundings } from "../commands/surroundings.js";

const formats = { known: ["pdf", "xlsx", "html"], defaults: ["pdf", "xlsx"] };
const settings = (options: Parameters<typeof settingsOf>[0]) =>
  settingsOf(options, silentSurroundings(), formats);

describe("settingsOf", () => {
  it("reads data/ and writes out/<year>/ dated today when nothing else is said", () => {
    const usual = settings({});
    expect(usual).toMatchObject({
      dataFolder: "data",
      asOf: "2026-05-20",
      formats: ["pdf", "xlsx"],
      demo: false,
    });
    expect(outFolderOf(usual, 2025).replaceAll("\\", "/")).toBe("out/2025");
  });

  it("takes formats as people separate them, in a fixed order, each once", () => {
    expect(settings({ format: "HTML，pdf,pdf" }).formats).toEqual(["pdf", "html"]);
  });

  it.each([
    ["an unknown format", { format: "pdf,docx" }],
    ["an empty format", { format: "pdf,," }],
    ["a day that is not in the calendar", { asOf: "2026-02-30" }],
    ["a date in words", { asOf: "五月二十日" }],
    ["sample data and real data at once", { demo: true, data: "data" }],
  ])("refuses %s as wrong usage, with a next step", (_case, options) => {
    const failure = failureOf(() => settings(options));
    expect(failure.exitCode).toBe(2);
    expect(failure.hint).not.toBe("");
  });

  it.each(["2026-5-3", "2026年5月3日", "2026.5.3", "２０２６年５月３日"])("reads the day %s", (asOf) => {
    expect(settings({ asOf }).asOf).toBe("2026-05-03");
  });

  it.each([
    ['D:\\监测 数据" --plan women', "末尾不要写“\\”"],
    ["“D:\\监测数据”", "半角"],
  ])("tells on Windows what became of %s, where quotes stand in no path", (data, hint) => {
    const windows = { ...silentSurroundings(), platform: "win32" as const };
    expect(failureOf(() => settingsOf({ data }, windows, formats)).hint).toContain(hint);
    expect(settings({ data }).dataFolder).toBe(data);
  });

  it.each(["D:\\监测 数据", "\\\\server\\共享\\数据", "D:\\“十四五”监测\\数据"])(
    "takes %s on Windows",
    (data) => {
      const windows = { ...silentSurroundings(), platform: "win32" as const };
      expect(settingsOf({ data }, windows, formats).dataFolder).toBe(data);
    },
  );
});

describe("yearOf", () => {
  it.each(["2025", "2025年", "２０２５", " 2025 "])("reads %s", (text) => {
    expect(yearOf(text)).toBe(2025);
  });

  it.each(["25", "明年", "2025.5", ""])("refuses %j", (text) => {
    expect(failureOf(() => yearOf(text)).exitCode).toBe(2);
  });
});

function failureOf(action: () => unknown): ReportError {
  try {
    action();
  } catch (error) {
    if (error instanceof ReportError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
