import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isElsewhere, listFolder, standingAt, takesNoRoom } from "../../src/files/list.js";
import { freshFolder, makePipe, posix } from "./folder.js";

const at = freshFolder();

describe("a folder", () => {
  it("is listed in the order of code units, whatever the disk's own", async () => {
    const names = ["乙.csv", "b", "a", "甲.csv", "B", "10", "9"];
    for (const name of names) writeFileSync(at(name), "");
    const { entries } = await listFolder(at());
    expect(entries?.map(({ name }) => name)).toEqual(["10", "9", "B", "a", "b", "乙.csv", "甲.csv"]);
  });

  it.runIf(posix)("tells files, folders, links and what is none of these", async () => {
    writeFileSync(at("a"), "");
    mkdirSync(at("b"));
    symlinkSync(at("a"), at("c"));
    makePipe(at("d"));
    const { entries } = await listFolder(at());
    expect(entries?.map(({ is }) => is)).toEqual(["file", "folder", "link", "special"]);
    expect(await Promise.all(["a", "b", "c", "d", "e"].map((name) => standingAt(at(name))))).toEqual([
      "file",
      "folder",
      "file",
      "special",
      null,
    ]);
  });

  it("of more entries than anybody meant is refused", async () => {
    for (const name of ["a", "b", "c"]) writeFileSync(at(name), "");
    expect((await listFolder(at(), 3)).entries).toHaveLength(3);
    expect((await listFolder(at(), 2)).refusal).toMatchObject({ why: "too-large" });
  });

  it("that is not there, or is a file, is refused", async () => {
    writeFileSync(at("a"), "");
    expect((await listFolder(at("none"))).refusal).toMatchObject({ why: "missing" });
    expect((await listFolder(at("a"))).refusal).toMatchObject({ why: "not-a-file" });
  });
});

it.runIf(posix)("what cannot be found out is told, with the path", async () => {
  symlinkSync(at("loop"), at("loop"));
  await expect(standingAt(at("loop"))).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining("loop") as string,
  });
});

describe("a file that is a name alone, its content in a cloud", () => {
  it.each([
    ["in a cloud: it has a size and takes no room", 60_000, 0, true],
    ["on the disk", 60_000, 120, false],
    ["so small that it lies in the disk's own records", 500, 0, false],
    ["empty", 0, 0, false],
  ])("%s", (_, size, blocks, expected) => {
    expect(takesNoRoom({ size, blocks })).toBe(expected);
  });

  it("is none of those that are here, or are not there at all", async () => {
    expect(await isElsewhere("package-lock.json")).toBe(false);
    expect(await isElsewhere(at("没有"))).toBe(false);
  });
});
