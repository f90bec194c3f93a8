import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { windowsFindings } from "../../../src/commands/doctor/windows.js";
import { settingsOf } from "../../../src/run/settings.js";
import { indicatorCsv, testFolder, type TestFolder } from "../folder.js";
import { silentSurroundings } from "../surroundings.js";

let folder: TestFolder;
beforeEach(async () => {
  folder = await testFolder();
  await folder.write("data/a.csv", indicatorCsv([2024], [["W04", "产前筛查率", 93.5]]));
});
afterEach(() => folder.remove());

interface Told {
  /** What the system's programs say, by their command line. */
  says?: Readonly<Record<string, string>>;
  /** The files that are in a cloud. */
  away?: readonly string[];
  env?: NodeJS.ProcessEnv;
  out?: string;
  data?: string;
  platform?: NodeJS.Platform;
}

/** What the doctor says of a machine, each as “state name”, and the texts. */
async function told({ says = {}, away = [], env = {}, out, data, platform = "win32" }: Told) {
  const surroundings = { ...silentSurroundings(), env, platform };
  const options = { data: data ?? folder.data, out: out ?? folder.out };
  const settings = settingsOf(options, surroundings, { known: [], defaults: [] });
  const findings = await windowsFindings(settings, surroundings, {
    ask: (command, argv) => Promise.resolve(says[[command, ...argv].join(" ")] ?? ""),
    isElsewhere: (file) => Promise.resolve(away.includes(path.relative(folder.data, file))),
  });
  return findings.map(({ state, name, text }) => ({ head: `${state} ${name}`, text }));
}

const heads = async (machine: Told) => (await told(machine)).map(({ head }) => head);

const query = (hive: string, key: string, value: string) =>
  `reg.exe query ${hive}\\SOFTWARE\\Policies\\${key} /v ${value}`;
const answer = (value: string, number: string) =>
  `\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\…\r\n    ${value}    REG_DWORD    ${number}\r\n\r\n`;

describe("the doctor on Windows", () => {
  it("has nothing to say where nothing stands in the way, nor elsewhere", async () => {
    expect(await heads({})).toEqual([]);
    expect(await heads({ says: { "chcp.com ": "" } })).toEqual([]);
    const away = ["a.csv"];
    expect(await heads({ away, platform: "linux" })).toEqual([]);
  });

  it.each([
    ["活动代码页: 936\r\n", ["good 控制台"]],
    ["Active code page: 437\r\n", ["good 控制台"]],
    ["Active code page: 65001\r\n", []],
    ["", []],
  ])("names a console that does not read UTF-8: %s", async (chcp, findings) => {
    expect(await heads({ says: { "chcp.com": chcp } })).toEqual(findings);
  });

  it.each([
    ["HKLM", String.raw`Microsoft\Edge`, "HeadlessModeEnabled", "0x0", ["fair 浏览器·Edge 的策略"]],
    ["HKCU", String.raw`Microsoft\Edge`, "RemoteDebuggingAllowed", "0x0", ["fair 浏览器·Edge 的策略"]],
    ["HKLM", String.raw`Google\Chrome`, "HeadlessMode", "0x2", ["fair 浏览器·Chrome 的策略"]],
    ["HKLM", String.raw`Microsoft\Edge`, "HeadlessModeEnabled", "0x1", []],
    ["HKLM", String.raw`Google\Chrome`, "HeadlessMode", "0x1", []],
  ])("tells a policy that forbids printing: %s %s %s %s", async (hive, key, value, number, findings) => {
    expect(await heads({ says: { [query(hive, key, value)]: answer(value, number) } })).toEqual(findings);
  });

  it("counts the workbooks that are in a cloud, and names one", async () => {
    await folder.write("data/b/c.csv", "");
    const [finding] = await told({ away: ["a.csv", path.join("b", "c.csv")] });
    expect(finding).toEqual({
      head: "fair 数据文件夹·云盘",
      text: expect.stringMatching(/^2个.*“a\.csv”/u) as string,
    });
  });

  it("knows a folder in OneDrive by its name there, and no other", async () => {
    expect(await heads({ env: { OneDriveCommercial: path.dirname(folder.data) } })).toEqual([
      "good 数据文件夹·云盘",
    ]);
    expect(await heads({ env: { OneDrive: path.join(path.dirname(folder.data), "OneDrive") } })).toEqual([]);
  });

  it("leaves a data folder that is not there, or is none, to others", async () => {
    expect(await heads({ data: path.join(folder.data, "没有") })).toEqual([]);
    expect(await heads({ data: path.join(folder.data, "a.csv") })).toEqual([]);
  });

  it("warns of a folder so deep that Excel opens nothing in it", async () => {
    expect(await heads({ out: path.join(folder.out, "深".repeat(170)) })).toEqual(["fair 输出文件夹·路径"]);
    expect(await heads({ out: "D:\\报告" })).toEqual([]);
  });
});
