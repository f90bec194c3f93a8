import { expect, it } from "vitest";
import { isSandboxRefusal, launchFailure } from "../../../src/print/browser/launch-failure.js";

const FOUND = { path: "/opt/browser", how: "--browser", libraries: "" };

it("names the library that is missing", () => {
  const complaint =
    "/opt/browser: error while loading shared libraries: libnss3.so: cannot open shared object file";
  expect(launchFailure(FOUND, complaint)).toMatchObject({
    exitCode: 3,
    message: expect.stringContaining("libnss3.so") as string,
  });
});

it.each([
  "[1:2:ERROR:headless_mode_policy.cc(30)] Headless mode is disallowed by the system admin.\n程序已退出（代码 1）",
  "\nDevTools remote debugging is disallowed by the system admin.\n",
])("names a policy of the office that forbids it: %s", (complaint) => {
  expect(launchFailure(FOUND, complaint)).toMatchObject({
    exitCode: 3,
    message: expect.stringContaining("策略") as string,
  });
});

it.each([
  [
    "[1130/031039.283363:WARNING:../components/discardable_shared_memory_manager.cc:193] Less than 64MB of free space in temporary directory for shared memory files: 0",
    "磁盘空间不足",
  ],
  ["\n程序已退出（SIGXFSZ）", "超过系统允许的大小"],
  ["fork: Cannot allocate memory", "内存不足"],
])("says in Chinese what the machine ran short of: %s", (complaint, reason) => {
  const { message } = launchFailure(FOUND, complaint);
  expect(message).toContain(reason);
  expect(message).not.toMatch(/WARNING|SIGXFSZ|memory/u);
});

it("passes on the last thing the browser said when it knows no better", () => {
  const { message } = launchFailure(FOUND, "first\nsome trouble of its own\n\n");
  expect(message).toContain("some trouble of its own");
  expect(message).toContain("/opt/browser");
});

it("tells a refused sandbox from other faults", () => {
  expect(isSandboxRefusal("FATAL:zygote_host_impl_linux.cc:128] No usable sandbox! If you are")).toBe(true);
  expect(isSandboxRefusal("error while loading shared libraries: libnss3.so")).toBe(false);
});
