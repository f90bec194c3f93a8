import { execFile } from "node:child_process";
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startBrowser } from "../../../src/print/browser/browser-process.js";
import { openBrowser } from "../../../src/print/browser/browser.js";
import { findBrowser } from "../../../src/print/browser/find-browser.js";

const silent = (): void => undefined;

let folder: string;
let temporary: string | undefined;

/** All temporary folders of a test go below one of its own, so that what is left over can be counted. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "browser-test-"));
  temporary = process.env["TMPDIR"];
  process.env["TMPDIR"] = folder;
});
afterEach(async () => {
  if (temporary === undefined) delete process.env["TMPDIR"];
  else process.env["TMPDIR"] = temporary;
  await rm(folder, { recursive: true });
});

async function fake(script: string): Promise<{ path: string; how: string; libraries: string }> {
  const path = join(folder, "fake-browser");
  await writeFile(path, script);
  await chmod(path, 0o755);
  return { path, how: "--browser", libraries: "" };
}

async function leftOver(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name !== "fake-browser");
}

describe("a browser that does not start", () => {
  it.each([
    ["ends at once", "#!/bin/sh\nexit 1\n"],
    ["is no program", "not a program"],
    ["names the interpreter of another system", "#!/no/such/interpreter\n"],
    [
      "lacks a library",
      "#!/bin/sh\necho 'error while loading shared libraries: libgone.so: no' >&2\nexit 127\n",
    ],
    ["breaks off in mid-word", "#!/bin/sh\nprintf 'half a message' >&4\n"],
  ])("is an error of exit code 3 and leaves nothing behind: one that %s", async (_, script) => {
    await expect(openBrowser(await fake(script), silent)).rejects.toMatchObject({
      name: "ReportError",
      exitCode: 3,
    });
    expect(await leftOver()).toEqual([]);
  });
});

it("is known to be gone by one who listens only then, so that nobody waits for its answers", async () => {
  const started = startBrowser(await fake("#!/bin/sh\nexit 1\n"), false);
  await expect(started.ended).rejects.toThrow();
  await new Promise<void>((heard) => (started.transport.onclose = heard));
  await started.end();
});

it("is tried once more without the sandbox where that is refused, and says so", async () => {
  const refuses = `#!/bin/sh
    case "$*" in *--no-sandbox*) echo tried >&2;; *) echo 'No usable sandbox!' >&2;; esac
    exit 1`;
  const told: string[] = [];
  const opening = openBrowser(await fake(refuses), (line) => told.push(line), true);
  await expect(opening).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringContaining("tried") as string,
  });
  expect(told).toHaveLength(1);
});

it("says which browser it is, and removes its temporary profile when closed", async () => {
  const { env, platform } = process;
  const browser = await openBrowser(await findBrowser({ env, platform }), silent);
  expect(browser.version).toMatch(/\/\d+\.\d+/);
  expect(await leftOver()).toHaveLength(1);
  await browser.close();
  expect(await leftOver()).toEqual([]);
});

it("tells a browser that dies while printing from a bug", async () => {
  const { env, platform } = process;
  const browser = await openBrowser(await findBrowser({ env, platform }), silent);
  const printing = browser.withPage(async (page) => {
    await browser.close();
    return page.print({ tagged: true });
  });
  await expect(printing).rejects.toMatchObject({ name: "ReportError", exitCode: 3 });
});

it.runIf(process.platform === "linux")(
  "tells a page whose own process was ended from a bug, instead of waiting for its answers",
  async () => {
    const { env, platform } = process;
    const browser = await openBrowser(await findBrowser({ env, platform }), silent);
    const printing = browser.withPage(async (page) => {
      await page.load("<!doctype html><html><head></head><body></body></html>");
      for (const renderer of await renderers()) process.kill(renderer, "SIGKILL");
      return page.evaluate(() => "answered");
    });
    await expect(printing).rejects.toMatchObject({ name: "ReportError", exitCode: 3 });
    await browser.close();
    expect(await leftOver()).toEqual([]);
  },
);

it.runIf(process.platform !== "win32")(
  "tells a browser that was stopped, instead of waiting for its answers",
  async () => {
    const { env, platform } = process;
    const patience = { pause: 50, questions: 3, answer: 60_000 };
    const browser = await openBrowser(await findBrowser({ env, platform }), silent, null, patience);
    const group = await groupOf(folder);
    const printing = browser.withPage(async (page) => {
      process.kill(-group, "SIGSTOP");
      return page.evaluate(() => "answered");
    });
    await expect(printing).rejects.toMatchObject({ name: "ReportError", exitCode: 3 });
    await browser.close();
    expect(await leftOver()).toEqual([]);
  },
);

it("sets a page in the fonts it carries, whatever the language of the machine", async () => {
  const { env, platform } = process;
  const found = await findBrowser({ env, platform });
  const pdf = async (locale: string): Promise<string> => {
    vi.stubEnv("LC_ALL", locale);
    vi.stubEnv("FC_LANG", locale === "" ? "" : "zh-cn");
    const browser = await openBrowser(found, silent);
    try {
      return await browser.withPage(async (page) => {
        await page.load(
          '<!doctype html><html><head></head><body style="font-family:宋体">永川</body></html>',
        );
        return Buffer.from(await page.print({ tagged: false })).toString("latin1");
      });
    } finally {
      await browser.close();
      vi.unstubAllEnvs();
    }
  };
  const dates = /\/(?:CreationDate|ModDate) ?\([^)]*\)/gu;
  expect((await pdf("zh_CN.UTF-8")).replace(dates, "")).toBe((await pdf("")).replace(dates, ""));
});

/** The process group of this test's browser. */
async function groupOf(part: string): Promise<number> {
  const { stdout } = await promisify(execFile)("ps", ["-eo", "pgid=,args="], { maxBuffer: 1 << 24 });
  const line = stdout.split("\n").find((each) => each.includes(part) && each.includes("--headless")) ?? "";
  return Number(/^\s*(\d+)/.exec(line)?.[1]);
}

/** The processes in which this test's browser draws pages. */
async function renderers(): Promise<number[]> {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  // Others end while they are looked at.
  const about = (id: string, what: string) => readFile(`/proc/${id}/${what}`, "utf8").catch(() => "");
  const all = await Promise.all(
    ids.map(async (id) => {
      const [line, state] = await Promise.all([about(id, "cmdline"), about(id, "stat")]);
      // proc(5): after the name in brackets come state, parent and process group.
      return { id: Number(id), line, group: Number(/.*\) \S+ \S+ (\d+)/s.exec(state)?.[1]) };
    }),
  );
  const browser = all.find(({ line }) => line.includes(folder));
  return all
    .filter(({ line, group }) => line.includes("--type=renderer") && group === browser?.group)
    .map(({ id }) => id);
}

it("ends its browser and removes the temporary profile before a signal ends the program", async () => {
  const { env, platform } = process;
  const started = startBrowser(await findBrowser({ env, platform }), false);
  const kill = process.kill.bind(process);
  const own: unknown[] = [];
  const spy = vi.spyOn(process, "kill").mockImplementation((pid, signal) => {
    if (pid !== process.pid) return kill(pid, signal);
    own.push(signal);
    return true;
  });
  process.emit("SIGTERM", "SIGTERM");
  spy.mockRestore();
  await expect(started.ended).rejects.toThrow("SIGKILL");
  expect(await leftOver()).toEqual([]);
  expect(own).toEqual(["SIGTERM"]);
});
