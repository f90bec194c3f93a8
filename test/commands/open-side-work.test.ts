import { describe, expect, it } from "vitest";
import { received, sendable } from "../../src/commands/open-side-work.js";
import { ReportError } from "../../src/error.js";
import { issue } from "../../src/issue.js";

const passed = (error: unknown): unknown => received(structuredClone(sendable(error)));

describe("an error that passes between threads", () => {
  it("stays an expected failure with all it has to say", () => {
    const found = issue("template/broken", { file: "annual.hbs", line: 3 }, { near: "{{#if" });
    const error = passed(new ReportError("版式文件有误", 1, "请修改", [found]));
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
