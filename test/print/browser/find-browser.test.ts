import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findBrowser } from "../../../src/print/browser/find-browser.js";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "find-browser-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function program(...path: string[]): Promise<string> {
  const file = join(folder, ...path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, "#!/bin/sh\n");
  await chmod(file, 0o755);
  return file;
}

/** A machine that has nothing but what the test puts on it, and for which no browser is carried. */
const BARE = { platform: "linux", arch: "arm64" } as const;

describe("a browser that a person named", () => {
  it("is taken in the order --browser, REPORT_BROWSER, PUPPETEER_EXECUTABLE_PATH, PATH", async () => {
    const names = ["flag", "ours", "theirs", "google-chrome"];
    const [flag, ours, theirs, installed] = await Promise.all(names.map((name) => program(name)));
    const env: NodeJS.ProcessEnv = { REPORT_BROWSER: ours, PUPPETEER_EXECUTABLE_PATH: theirs, PATH: folder };
    expect((await findBrowser({ ...BARE, browser: flag ?? "", env })).path).toBe(flag);
    expect((await findBrowser({ ...BARE, browser: "", env })).path).toBe(ours);
    delete env["REPORT_BROWSER"];
    expect((await findBrowser({ ...BARE, env })).path).toBe(theirs);
    delete env["PUPPETEER_EXECUTABLE_PATH"];
    expect((await findBrowser({ ...BARE, env })).path).toBe(installed);
  });

  it("is an error where it is missing, a folder or not runnable, even if another one is installed", async () => {
    await program("google-chrome");
    const plain = join(folder, "plain");
    await writeFile(plain, "");
    for (const browser of [join(folder, "missing"), folder, plain]) {
      const search = findBrowser({ ...BARE, browser, env: { PATH: folder } });
      await expect(search).rejects.toMatchObject({
        exitCode: 3,
        message: expect.stringContaining(browser) as string,
      });
    }
    const search = findBrowser({ ...BARE, env: { PATH: folder, REPORT_BROWSER: plain } });
    await expect(search).rejects.toMatchObject({
      message: expect.stringContaining("REPORT_BROWSER") as string,
    });
  });
});

describe("an installed browser", () => {
  it("is found on Windows per machine and per user, Edge last", async () => {
    const edge = await program("Microsoft", "Edge", "Application", "msedge.exe");
    const env: NodeJS.ProcessEnv = { "ProgramFiles(x86)": folder, LOCALAPPDATA: join(folder, "local") };
    const search = { platform: "win32", arch: "x64", env } as const;
    expect(await findBrowser(search)).toMatchObject({ path: edge, how: "已安装的 Microsoft Edge" });
    const chrome = await program("local", "Google", "Chrome", "Application", "chrome.exe");
    expect((await findBrowser(search)).path).toBe(chrome);
  });

  it("is found in a Mac user's own applications", async () => {
    const chrome = await program("Applications", "Chromium.app", "Contents", "MacOS", "Chromium");
    const found = await findBrowser({ platform: "darwin", arch: "arm64", env: { HOME: folder } });
    expect(found.path).toBe(chrome);
  });

  it("is skipped on PATH when it cannot be run", async () => {
    await writeFile(join(folder, "google-chrome"), "");
    const chromium = await program("chromium");
    expect((await findBrowser({ ...BARE, env: { PATH: folder } })).path).toBe(chromium);
  });
});

it("says once what was tried and what to install when there is none", async () => {
  const search = findBrowser({ ...BARE, env: { PATH: folder } });
  await expect(search).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringMatching(
      /--browser.*REPORT_BROWSER.*PUPPETEER_EXECUTABLE_PATH.*Edge.*npm/,
    ) as string,
    hint: expect.stringContaining("安装") as string,
  });
});
