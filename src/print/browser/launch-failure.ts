import { EXIT, ReportError } from "../../issues/error.js";
import type { FoundBrowser } from "./found-browser.js";

/** A way a browser fails to start, as it shows in what the browser wrote. */
interface Failure {
  sign: RegExp;
  reason: (match: RegExpExecArray) => string;
  hint: string;
}

const FAILURES: readonly Failure[] = [
  {
    sign: /error while loading shared libraries: ([^\s:]+)/,
    reason: ([, library]) => `系统缺少共享库 ${library ?? ""}`,
    hint: "请安装含有该库的软件包，或用 --browser 指定另一个浏览器",
  },
  {
    sign: /\b(?:GLIBC_|GLIBCXX_)([\d.]+)'? not found/,
    reason: ([match]) => `系统的 C 库版本太旧（${match.replace(/'? not found/, "")}）`,
    hint: "请安装与系统版本相配的 Chrome 或 Chromium，再用 --browser 指定",
  },
  {
    // What Chrome and Edge write where an administrator's policy is HeadlessMode or RemoteDebuggingAllowed.
    sign: /disallowed by the system admin/i,
    reason: () => "单位的策略不许它为别的程序打印",
    hint: "请管理员放开，或用 --browser 指定另一个浏览器，或只编 Word 稿（--format docx --browser none）；用 report doctor 看是哪一条策略",
  },
  {
    sign: /\bEACCES\b|[Pp]ermission denied/,
    reason: () => "没有执行权限（所在磁盘可能禁止运行程序）",
    hint: "请检查该文件和所在磁盘的权限，或用 --browser 指定另一个浏览器",
  },
  {
    sign: /\bENOEXEC\b|\bUNKNOWN\b|[Ee]xec format error/,
    reason: () => "该文件不是本机可以运行的程序",
    hint: "请用 --browser 指定 Chrome、Chromium 或 Edge 的程序文件",
  },
  {
    sign: /\bspawn .* ENOENT\b/,
    reason: () => "缺少运行它所需的程序",
    hint: "请用 --browser 指定 Chrome、Chromium 或 Edge 的程序文件",
  },
  {
    sign: /\bE[MN]FILE\b|Too many open files/,
    reason: () => "系统打开的文件太多",
    hint: "请关闭其他程序后重试",
  },
  {
    // The last is what Chromium writes where its temporary folder's disk is full.
    sign: /No space left on device|\bENOSPC\b|\bEDQUOT\b|Less than \d+MB of free space in temporary directory/,
    reason: () => "临时文件夹所在的磁盘空间不足",
    hint: "请清理临时文件夹后重试，或用环境变量 TMPDIR（Windows 上是 TEMP）指定另一个",
  },
  {
    sign: /\bSIGXFSZ\b|File too large|\bEFBIG\b/,
    reason: () => "它要写的文件超过系统允许的大小",
    hint: "系统限制了文件大小（ulimit -f），请管理员放宽",
  },
  {
    sign: /\bENOMEM\b|[Cc]annot allocate memory|[Oo]ut of memory|\bSIGKILL\b/,
    reason: () => "内存不足，或被系统结束",
    hint: "请关闭其他程序后重试",
  },
];

/** What the browser writes where it may not have a sandbox: user namespaces are off or restricted, or it is root. */
const NO_SANDBOX = /No usable sandbox|Failed to move to new namespace|without --no-sandbox is not supported/;

export function isSandboxRefusal(complaint: string): boolean {
  return NO_SANDBOX.test(complaint);
}

const LONGEST_QUOTE = 120;

/** The error for a browser that did not start, with the reason where its complaint names a known one. */
export function launchFailure(found: FoundBrowser, complaint: string): ReportError {
  const message = (reason: string): string => `浏览器启动失败（${found.how}：${found.path}）：${reason}`;
  for (const { sign, reason, hint } of FAILURES) {
    const match = sign.exec(complaint);
    if (match !== null) return new ReportError(message(reason(match)), EXIT.noBrowser, hint);
  }
  const last = complaint.split("\n").findLast((line) => line.trim() !== "");
  // Chromium's own words are for those who are asked for help: [1130/031039.28:WARNING:../a.cc(193)] …
  const said = last?.replace(/^\[[^\]]*\]\s*/u, "").slice(0, LONGEST_QUOTE) ?? "";
  return new ReportError(
    message(/^(?:程序已退出|$)/u.test(said) ? said || "没有说明原因" : `原因不明，它写的是“${said}”`),
    EXIT.noBrowser,
    "请用 --browser 指定 Chrome、Chromium 或 Edge 的程序文件，或用 report doctor 查看详情",
  );
}
