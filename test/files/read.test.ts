import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { OFFICE_ENCODINGS } from "../../src/files/decode.js";
import { readBytes, readText, sizeText } from "../../src/files/read.js";
import { freshFolder, makePipe, posix } from "./folder.js";

const at = freshFolder();

async function why(file: string, most = 100): Promise<string | undefined> {
  const { refusal } = await readBytes(file, most);
  expect(refusal?.reason ?? "无").toMatch(/\p{Script=Han}/u);
  return refusal?.why;
}

describe("a file", () => {
  it("is read whole, up to the very byte of the limit and when it is empty", async () => {
    writeFileSync(at("a"), "永川");
    expect((await readBytes(at("a"), 6)).content?.toString()).toBe("永川");
    expect(await why(at("a"), 5)).toBe("too-large");
    writeFileSync(at("b"), "");
    expect((await readBytes(at("b"), 5)).content).toHaveLength(0);
  });

  it("far beyond the limit is refused unread, with its size", async () => {
    writeFileSync(at("a"), "");
    truncateSync(at("a"), 2 ** 40);
    expect((await readBytes(at("a"), 1000)).refusal).toMatchObject({ why: "too-large", size: 2 ** 40 });
  });

  it("is a text, or is refused with the place where it stops being one", async () => {
    writeFileSync(at("a"), Buffer.from("b1e0bac50a31", "hex"));
    expect(await readText(at("a"), 100, OFFICE_ENCODINGS)).toMatchObject({
      text: "编号\n1",
      encoding: "gb18030",
    });
    writeFileSync(at("a"), Buffer.from("b1e0bac50a31ff", "hex"));
    const { text, refusal } = await readText(at("a"), 100, OFFICE_ENCODINGS);
    expect(text).toBeNull();
    expect(refusal).toMatchObject({ why: "not-text", at: { line: 2, column: 2 } });
  });
});

describe("what is no file is refused, at once", () => {
  it("nothing, a path through a file, a folder", async () => {
    expect(await why(at("a"))).toBe("missing");
    writeFileSync(at("b"), "");
    expect(await why(at("b/c"))).toBe("missing");
    mkdirSync(at("d"));
    expect(await why(at("d"))).toBe("not-a-file");
  });

  it.runIf(posix)("a pipe, a device without end, a link to either or to nothing or to itself", async () => {
    makePipe(at("pipe"));
    symlinkSync(at("pipe"), at("to-pipe"));
    symlinkSync(at("gone"), at("to-nothing"));
    symlinkSync(at("loop"), at("loop"));
    expect(await why(at("pipe"))).toBe("not-a-file");
    expect(await why(at("to-pipe"))).toBe("not-a-file");
    expect(await why("/dev/zero")).toBe("not-a-file");
    expect(await why(at("to-nothing"))).toBe("not-a-file");
    expect(await why(at("loop"))).toBe("not-a-file");
  });

  it.runIf(process.platform === "linux")("a file that has more than it says", async () => {
    // Its size is 0 until it is read; one that is being copied here looks the same.
    expect(await why("/proc/self/status", 100_000)).toBe("unreadable");
  });

  it("a name no disk can hold", async () => {
    expect(await why(at("长".repeat(2_000)))).toBe("unreadable");
  });
});

it("names limits as people do", () => {
  expect([300_000, 50 * 1024 * 1024].map(sizeText)).toEqual(["300 KB", "50 MB"]);
});
