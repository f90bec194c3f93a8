import { spawnSync } from "node:child_process";
import {
  lstat,
  mkdtemp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ensureWritable, writeOutputs } from "../../src/files/outputs.js";
import { SYSTEM, type System } from "../../src/files/replace.js";
import { ownerTag } from "../../src/files/owner.js";
import { failure, makePipe, posix } from "./folder.js";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "outputs-"));
});
afterEach(() => rm(folder, { recursive: true }));

const output = (name: string, text: string) => ({ name, kind: "监测报告", bytes: Buffer.from(text) });

describe("writeOutputs", () => {
  it("replaces earlier outputs whole and leaves no temporary file", async () => {
    await writeFile(path.join(folder, "a.pdf"), "old");
    await writeOutputs(folder, [output("a.pdf", "new"), output("b.xlsx", "tables")]);
    expect((await readdir(folder)).sort()).toEqual(["a.pdf", "b.xlsx"]);
    expect(await readFile(path.join(folder, "a.pdf"), "utf8")).toBe("new");
  });

  it("leaves an earlier report untouched when another file of the run cannot be written", async () => {
    await writeFile(path.join(folder, "a.pdf"), "old");
    const tooLong = output(`${"长".repeat(200)}.xlsx`, "tables");
    await expect(writeOutputs(folder, [output("a.pdf", "new"), tooLong])).rejects.toMatchObject({
      exitCode: 2,
    });
    expect(await readdir(folder)).toEqual(["a.pdf"]);
    expect(await readFile(path.join(folder, "a.pdf"), "utf8")).toBe("old");
  });

  it("says so when a folder stands where the report should go", async () => {
    await mkdir(path.join(folder, "a.pdf", "inner"), { recursive: true });
    await expect(writeOutputs(folder, [output("a.pdf", "new")])).rejects.toMatchObject({ exitCode: 2 });
    expect(await readdir(folder)).toEqual(["a.pdf"]);
  });
});

/** A disk on which the renames to a name fail with a code, the first `times` times. */
function stubborn(name: string, code: string, times = Infinity, retries = 0): System {
  let left = times;
  return {
    ...SYSTEM,
    retries,
    pause: 1,
    rename: (from, to) => {
      if (path.basename(to) !== name || left === 0) return rename(from, to);
      left -= 1;
      return Promise.reject(failure(code));
    },
  };
}

describe("a target that somebody has open", () => {
  const outputs = () => [output("a.pdf", "new"), output("b.xlsx", "tables")];
  beforeEach(async () => {
    await writeFile(path.join(folder, "a.pdf"), "old");
    await writeFile(path.join(folder, "b.xlsx"), "old");
  });
  const texts = async () =>
    Promise.all(["a.pdf", "b.xlsx"].map((name) => readFile(path.join(folder, name), "utf8")));

  it.each(["EPERM", "EBUSY", "EACCES"])("is tried again until it is let go (%s)", async (code) => {
    await writeOutputs(folder, outputs(), {}, stubborn("b.xlsx", code, 3, 3));
    expect(await texts()).toEqual(["new", "tables"]);
    expect(await readdir(folder)).toHaveLength(2);
  });

  it("and is not let go: everything is as it was, and the file is named", async () => {
    const writing = writeOutputs(folder, outputs(), {}, stubborn("b.xlsx", "EBUSY", Infinity, 3));
    await expect(writing).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining("b.xlsx") as string,
    });
    expect(await texts()).toEqual(["old", "old"]);
    expect(await readdir(folder)).toHaveLength(2);
  });

  it("is not tried again for what time does not heal", async () => {
    await expect(writeOutputs(folder, outputs(), {}, stubborn("b.xlsx", "EXDEV", 1, 3))).rejects.toThrow();
    expect(await texts()).toEqual(["old", "old"]);
  });

  it("when the one before it cannot be put back either, its copy stays, and is told", async () => {
    const told: unknown = await writeOutputs(
      folder,
      outputs(),
      {},
      { ...SYSTEM, rename: onlyTheFirst() },
    ).catch((error: unknown) => error);
    const kept = (await readdir(folder)).filter((name) => name.endsWith(".tmp"));
    expect(kept).toHaveLength(1);
    expect(await readFile(path.join(folder, kept[0] ?? ""), "utf8")).toBe("old");
    expect(told).toMatchObject({ exitCode: 2, hint: expect.stringContaining(kept[0] ?? "?") as string });
  });

  /** Lets the first rename pass and no other. */
  function onlyTheFirst(): System["rename"] {
    let passed = 0;
    return (from, to) => ((passed += 1) === 1 ? rename(from, to) : Promise.reject(failure("EBUSY")));
  }
});

describe("a disk that gives out", () => {
  it.each([
    ["ENOSPC", "空间"],
    ["EDQUOT", "配额"],
    ["EIO", "读写出错"],
    ["EROFS", "只读"],
    ["ETIMEDOUT", "网络盘"],
    ["EWHATEVER", "EWHATEVER"],
  ])("is named in words (%s), and nothing is left behind", async (code, word) => {
    await writeFile(path.join(folder, "a.pdf"), "old");
    const system = { ...SYSTEM, sync: () => Promise.reject(failure(code)) };
    const writing = writeOutputs(folder, [output("a.pdf", "new"), output("b.xlsx", "tables")], {}, system);
    await expect(writing).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining(word) as string,
    });
    expect(await readdir(folder)).toEqual(["a.pdf"]);
    expect(await readFile(path.join(folder, "a.pdf"), "utf8")).toBe("old");
  });

  it("while the earlier file is copied: that is as it was, and no half copy is left", async () => {
    await writeFile(path.join(folder, "a.pdf"), "old");
    const copy = async (_from: string, to: string) => {
      await writeFile(to, "ol");
      throw failure("ENOSPC");
    };
    const writing = writeOutputs(
      folder,
      [output("a.pdf", "new"), output("b.xlsx", "tables")],
      {},
      { ...SYSTEM, copy },
    );
    await expect(writing).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining("空间") as string,
    });
    expect(await readdir(folder)).toEqual(["a.pdf"]);
  });

  it("but knows no such thing as bringing bytes to the disk is used all the same", async () => {
    const system = { ...SYSTEM, sync: () => Promise.reject(failure("EINVAL")) };
    await writeOutputs(folder, [output("a.pdf", "new")], {}, system);
    expect(await readdir(folder)).toEqual(["a.pdf"]);
  });

  it("is no excuse for a bug: that keeps its stack", async () => {
    const system = { ...SYSTEM, sync: () => Promise.reject(new TypeError("a bug")) };
    await expect(writeOutputs(folder, [output("a.pdf", "new")], {}, system)).rejects.toThrow(TypeError);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe("what killed runs left", () => {
  const name = ".report-0123abcd-4b1c2a9e-0000-4000-8000-000000000000.tmp";

  it("goes at once where the run that wrote it has ended", async () => {
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    const dead = name.replace("4b1c2a9e", `${ownerTag().split("-")[0] ?? ""}-${pid}-4b1c2a9e`);
    const alive = name.replace("4b1c2a9e", `${ownerTag()}-4b1c2a9e`);
    await Promise.all([dead, alive].map((each) => writeFile(path.join(folder, each), "half")));
    await writeOutputs(folder, [output("a.pdf", "new")]);
    expect((await readdir(folder)).sort()).toEqual([alive, "a.pdf"]);
  });

  it("goes when it is old, and stays while another run may be writing it", async () => {
    await writeFile(path.join(folder, name), "half");
    await writeFile(path.join(folder, name.replace("4b1c", "ffff")), "half");
    await utimes(path.join(folder, name), 0, 0);
    await writeOutputs(folder, [output("a.pdf", "new")]);
    expect((await readdir(folder)).sort()).toEqual([name.replace("4b1c", "ffff"), "a.pdf"]);
  });
});

it.runIf(posix)("writes through a link, so that what others share stays shared", async () => {
  await mkdir(path.join(folder, "shared"));
  await writeFile(path.join(folder, "shared", "a.pdf"), "old");
  await symlink(path.join(folder, "shared", "a.pdf"), path.join(folder, "a.pdf"));
  await writeOutputs(folder, [output("a.pdf", "new")]);
  expect((await lstat(path.join(folder, "a.pdf"))).isSymbolicLink()).toBe(true);
  expect(await readFile(path.join(folder, "shared", "a.pdf"), "utf8")).toBe("new");
  expect(await readdir(path.join(folder, "shared"))).toEqual(["a.pdf"]);
});

it.runIf(posix)("writes over no pipe or device, and through no link to one", async () => {
  makePipe(path.join(folder, "pipe"));
  await symlink(path.join(folder, "pipe"), path.join(folder, "a.pdf"));
  for (const name of ["pipe", "a.pdf"]) {
    const written = writeOutputs(folder, [output("b.pdf", "new"), output(name, "new")]);
    await expect(written).rejects.toMatchObject({ exitCode: 2, message: /设备或管道/u });
  }
  expect((await lstat(path.join(folder, "pipe"))).isFIFO()).toBe(true);
  expect((await readdir(folder)).sort()).toEqual(["a.pdf", "pipe"]);
});

it("asks once more when all is written: a no leaves everything as it was", async () => {
  await writeFile(path.join(folder, "a.pdf"), "old");
  const ready = () => Promise.reject(new Error("no"));
  await expect(writeOutputs(folder, [output("a.pdf", "new")], { ready })).rejects.toThrow("no");
  expect(await readdir(folder)).toEqual(["a.pdf"]);
  expect(await readFile(path.join(folder, "a.pdf"), "utf8")).toBe("old");
});

describe("ensureWritable", () => {
  it("makes the folder and leaves it empty", async () => {
    await ensureWritable(path.join(folder, "out", "2025"));
    expect(await readdir(path.join(folder, "out", "2025"))).toEqual([]);
  });

  it.runIf(process.platform === "linux")("refuses a place where nothing can be made, at once", async () => {
    await expect(ensureWritable("/proc/report/2025")).rejects.toMatchObject({ exitCode: 2 });
  });

  it("refuses a path that leads through a file", async () => {
    await writeFile(path.join(folder, "out"), "");
    await expect(ensureWritable(path.join(folder, "out", "2025"))).rejects.toMatchObject({ exitCode: 2 });
  });
});
