import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { ended, onWindows, wineFolder, withoutPlaceholders, type Ended } from "./wine.js";

const wine = wineFolder();
/** The unpacked folder, with a node.exe that this Wine can run. */
let unpacked = "";
let zip = "";

/** `collect` writes down when a workbook was taken in: at the same time, on both sides. */
const CLOCK = `
const at = Date.parse("2026-03-02T01:30:00Z");
globalThis.Date = class extends Date {
  constructor(...given) { super(...(given.length === 0 ? [at] : given)); }
  static now() { return at; }
};`;

beforeAll(async () => {
  const npm = process.env["npm_execpath"] ?? "npm";
  const packed = wine.file("packed");
  const argv = ["run", "pack:windows", "--", "--out", packed];
  await promisify(execFile)(process.execPath, [npm, ...argv], { maxBuffer: 1 << 24 });
  const names = await readdir(packed);
  zip = path.join(packed, names.find((name) => name.endsWith(".zip")) ?? "");
  unpacked = wine.file("解压 后");
  await promisify(execFile)("python3", ["-m", "zipfile", "-e", zip, unpacked]);
  unpacked = path.join(unpacked, path.basename(zip, ".zip"));
  await writeFile(wine.file("clock.cjs"), CLOCK);
  const node = path.join(unpacked, "program/node.exe");
  const tried = await wine.run([node, "-p", "process.release.lts"], { folder: unpacked });
  if (tried.code !== 0) await withoutPlaceholders(node);
});

/** Runs `report` in a folder, in Windows and here. */
const SIDES = {
  windows: (folder: string, argv: readonly string[]) =>
    wine.run(
      [
        path.join(unpacked, "program/node.exe"),
        "--require",
        onWindows(wine.file("clock.cjs")),
        onWindows(path.join(unpacked, "program/dist/cli.js")),
        ...argv,
      ],
      { folder },
    ),
  here: (folder: string, argv: readonly string[]) =>
    ended(
      process.execPath,
      ["--require", wine.file("clock.cjs"), path.join(unpacked, "program/dist/cli.js"), ...argv],
      { folder },
    ),
};

type Side = keyof typeof SIDES;

const DATA = ["--data", "监测 数据"] as const;
const NO_BROWSER = ["--as-of", "2026-05-20", "--browser", "none"] as const;

/** A year's work, but for what needs a browser. */
const WORK: readonly (readonly string[])[] = [
  ["init", "2025", "--data", "新的"],
  ["form", "2025", ...DATA, "--out", "填报表", "--as-of", "2026-01-05"],
  ["collect", "回收", "--data", "新的"],
  ["validate", ...DATA],
  ["score", "2025", ...DATA, "--format", "json"],
  ["annual", "2025", ...DATA, "--format", "html,xlsx,json,docx", ...NO_BROWSER],
  ["tasks", "2025", ...DATA, "--as-of", "2026-05-20"],
  ["overview", "2025", ...DATA, "--as-of", "2026-05-20"],
];

describe("the program for Windows, run in Wine", () => {
  const done = new Map<Side, Ended[]>();

  beforeAll(async () => {
    for (const side of ["windows", "here"] as const) {
      const folder = wine.file(side);
      await mkdir(folder);
      await cp("fixtures/data", path.join(folder, "监测 数据"), { recursive: true });
      await cp("fixtures/data/年度填报", path.join(folder, "回收"), { recursive: true });
      const runs: Ended[] = [];
      for (const argv of WORK) runs.push(await SIDES[side](folder, argv));
      done.set(side, runs);
    }
  });

  it("says what it says here, but for the separators of paths", () => {
    const said = (side: Side) =>
      done
        .get(side)
        ?.map(({ code, out, err }) => [code, out, err].map((text) => String(text).replaceAll("\\", "/")));
    expect(said("windows")).toEqual(said("here"));
    expect(done.get("windows")?.map(({ code }) => code)).toEqual(WORK.map(() => 0));
  });

  it("writes byte for byte what it writes here: reports, tables, drafts, forms, the ledger, the page", async () => {
    const [theirs, ours] = await Promise.all([digests(wine.file("windows")), digests(wine.file("here"))]);
    expect(theirs).toEqual(ours);
    const kinds = new Set([...ours.keys()].map((name) => path.extname(name)));
    expect([...kinds].sort()).toEqual(
      expect.arrayContaining([".csv", ".docx", ".html", ".json", ".md", ".xlsx"]),
    );
  });
});

describe("the package for Windows", () => {
  it("is small enough to be sent, and its Node has long-term support", async () => {
    expect((await stat(zip)).size).toBeLessThan(70e6);
    const node = path.join(unpacked, "program/node.exe");
    const { out } = await wine.run([node, "-p", "process.platform + ' ' + process.release.lts"], {
      folder: unpacked,
    });
    expect(out).toMatch(/^win32 [A-Z][a-z]+\s*$/u);
  });

  it("is started by report.cmd from any folder, with its exit code", async () => {
    const folder = wine.file("elsewhere");
    await mkdir(folder);
    // “call”, since the shell takes the quotes off a command line that begins with one.
    const called = ["cmd", "/c", "call", onWindows(path.join(unpacked, "report.cmd"))];
    const shown = await wine.run([...called, "--version"], { folder });
    expect([shown.code, shown.out.trim()]).toEqual([0, await packedVersion()]);
    // Wine's “call” makes 1 of every code but 0.
    const refused = await wine.run(["cmd", "/c", "report.cmd", "score", "1999"], { folder: unpacked });
    expect(refused.code).toBe(2);
  });

  it("checks a folder that is dropped on the batch file, and does what the person chooses", async () => {
    const folder = wine.file("拖放 & 试用");
    await cp("fixtures/data", folder, { recursive: true });
    const dropped = [
      "cmd",
      "/c",
      "call",
      onWindows(path.join(unpacked, "把文件夹拖到这里.cmd")),
      onWindows(folder),
    ];
    const { out } = await wine.run(dropped, { folder: unpacked, input: "13\r\n2025\r\n2\r\n9\r\n0\r\n" });
    expect(out).toContain(`数据文件夹：${onWindows(folder)}`);
    expect(out).toMatch(/共\d+个提醒、\d+个说明/u);
    const { out: score } = await SIDES.here(folder, ["score", "2025", "--data", folder]);
    expect(out.replaceAll("\r\n", "\n")).toContain(score.trim());
    expect((await readdir(`${folder}的报告/2025/填报表`)).length).toBeGreaterThan(0);
  }, 900_000);

  it("says in doctor which policy forbids Edge to print", async () => {
    const key = String.raw`HKLM\SOFTWARE\Policies\Microsoft\Edge`;
    const set = ["reg", "add", key, "/v", "RemoteDebuggingAllowed", "/t", "REG_DWORD", "/d", "0", "/f"];
    await wine.run(set, { folder: unpacked });
    const { code, out } = await SIDES.windows(unpacked, ["doctor", "--out", onWindows(wine.file("out"))]);
    expect(out).toMatch(/^！ 浏览器·Edge 的策略：RemoteDebuggingAllowed = 0/mu);
    // There is no Edge in Wine.
    expect([code, out]).toEqual([3, expect.stringContaining("Microsoft Edge") as string]);
  });

  it("reads and writes where paths are longer than Windows' old limit", async () => {
    const deep = path.join(wine.file("deep"), ...Array.from({ length: 8 }, () => "很深的文件夹".repeat(6)));
    await cp("fixtures/data", path.join(deep, "data"), { recursive: true });
    expect(onWindows(deep).length).toBeGreaterThan(260);
    const score = (side: Side, prefix: (file: string) => string) =>
      SIDES[side](wine.file("deep"), [
        "score",
        "2025",
        ...["--data", prefix(path.join(deep, "data"))],
        ...["--format", "json", "--save", prefix(path.join(deep, `${side}.json`))],
      ]);
    expect((await score("windows", onWindows)).code).toBe(0);
    expect((await score("here", (file) => file)).code).toBe(0);
    const [theirs, ours] = await Promise.all(
      ["windows", "here"].map((side) => readFile(path.join(deep, `${side}.json`), "utf8")),
    );
    expect(theirs).toBe(ours);
  });

  it("says what to do where a file of its own is gone", async () => {
    const font = path.join(unpacked, "program/node_modules/@fontsource/lxgw-wenkai");
    await rename(font, `${font}-`);
    const year = ["annual", "2025", "--demo", "--format", "html", "--out", onWindows(wine.file("out"))];
    const { code, err } = await SIDES.windows(unpacked, year);
    await rename(`${font}-`, font);
    expect([code, err]).toEqual([2, expect.stringContaining("重新解压")]);
  });
});

async function packedVersion(): Promise<string> {
  const text = await readFile(path.join(unpacked, "program/package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

/** SHA-256 of every file below a folder, by its path there. */
async function digests(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((each) => each.isFile()).map((each) => path.join(each.parentPath, each.name));
  const hashed = files.sort().map(async (file) => {
    const hash = createHash("sha256").update(await readFile(file));
    return [path.relative(folder, file), hash.digest("hex")] as const;
  });
  return new Map(await Promise.all(hashed));
}
