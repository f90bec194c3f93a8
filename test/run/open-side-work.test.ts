import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { openSideWork, received, sendable } from "../../src/run/open-side-work.js";
import { EXIT, ReportError } from "../../src/issues/error.js";
import { issue } from "../../src/issues/issue.js";

const passed = (error: unknown): unknown => received(structuredClone(sendable(error)));

describe("an error that passes between threads", () => {
  it("stays an expected failure with all it has to say", () => {
    const found = issue("template/broken", { file: "annual.hbs", line: 3 }, { near: "{{#if" });
    const error = passed(new ReportError("版式文件有误", EXIT.findings, "请修改", [found]));
    expect(error).toBeInstanceOf(ReportError);
    expect(error).toMatchObject({ message: "版式文件有误", exitCode: 1, hint: "请修改", issues: [found] });
  });

  it("stays a bug with the place it happened at", () => {
    const bug = new TypeError("x is not a function");
    const error = passed(bug);
    expect(error).not.toBeInstanceOf(ReportError);
    expect(error).toMatchObject({ message: bug.message, stack: bug.stack });
  });
});

it("an error of a library's own making arrives with its words and its place", () => {
  const made = Object.create(Error.prototype, {
    message: { value: "no partial" },
    stack: { value: "Error: no partial\n    at there" },
  }) as Error;
  expect(passed(made)).toMatchObject({ message: "no partial", stack: made.stack });
});

describe("a thread that breaks down", () => {
  it.each([
    ["at its start", 'throw new Error("no such library")', "no such library"],
    ["without a word", "process.exit(0)", "ended"],
    [
      "at work",
      'import { parentPort } from "node:worker_threads"; parentPort.once("message", () => { throw new Error("no room"); })',
      "no room",
    ],
  ])("is told of by whoever waits for its work, orders given later included: %s", async (_, script, told) => {
    const side = openSideWork(new URL(`data:text/javascript,${encodeURIComponent(script)}`));
    side.prepare("annual", { override: null });
    await expect(side.readManifest("data")).rejects.toThrow(told);
    await expect(side.readManifest("data")).rejects.toThrow();
    await side.close();
  });
});

describe("a thread that is asked again and again", () => {
  it("keeps nothing of what it has answered", { tags: ["patience"] }, async () => {
    const script =
      'import { parentPort } from "node:worker_threads"; parentPort.on("message", ({ reply }) => reply.postMessage({ result: {} }));';
    const side = openSideWork(new URL(`data:text/javascript,${encodeURIComponent(script)}`));
    const answers: WeakRef<object>[] = [];
    for (let at = 0; at < 3; at += 1) answers.push(new WeakRef(await side.readManifest("data")));
    // An answer is held as long as the job that looks at it lasts.
    await new Promise((resolve) => setTimeout(resolve, 20));
    collectGarbage();
    expect(answers.map((answer) => answer.deref())).toEqual([undefined, undefined, undefined]);
    await side.close();
  });
});

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  const gc = runInNewContext("gc") as () => void;
  gc();
}
