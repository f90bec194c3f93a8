import type { Browser, Page } from "puppeteer";
import { standingAt } from "../../files/list.js";
import { sweepTemporary } from "../../files/temporary.js";
import { EXIT, ReportError } from "../../issues/error.js";
import { PATIENCE, unanswered, watch, type Patience } from "./answers.js";
import { FOLDER, startBrowser, type BrowserProcess } from "./browser-process.js";
import type { FoundBrowser } from "./found-browser.js";
import { isSandboxRefusal, launchFailure } from "./launch-failure.js";
import { gone, guardedPage, outside, type PrintPage } from "./page.js";

/** A running browser. Close it, or the process does not end. */
export interface BrowserHandle {
  /** For provenance: "HeadlessChrome/143.0.7499.0". */
  readonly version: string;
  /** Lends a fresh page for one print and closes it afterwards. */
  withPage<T>(use: (page: PrintPage) => Promise<T>): Promise<T>;
  /** Ends the browser and removes its temporary folder. */
  close(): Promise<void>;
  /** Does so without anybody waiting, at the latest when our own process ends. */
  leave(): void;
}

/** Page numbers in margin boxes came with Chrome 131: https://developer.chrome.com/release-notes/131 */
const OLDEST = 131;
const START_TIMEOUT_MS = 60_000;

/**
 * Starts `found` without a window, in its sandbox if that is `wanted` (null: where it can be had). `notify`
 * gets one Chinese line where the kernel refuses the sandbox. Throws ReportError (exit 3) with the reason when the browser does not start or is too old.
 */
export async function openBrowser(
  found: FoundBrowser,
  notify: (line: string) => void,
  wanted: boolean | null = null,
  patience = PATIENCE,
): Promise<BrowserHandle> {
  const sandbox = wanted ?? (!runsAsRoot() && !(await runsInContainer()));
  try {
    return await launch(found, sandbox, patience);
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    if (!sandbox || !isSandboxRefusal(error.complaint)) throw launchFailure(found, error.complaint);
  }
  notify("提示：系统不允许浏览器使用沙箱，已改为不用沙箱打印（只打印本程序自己的网页）");
  return launch(found, false, patience).catch((error: unknown) => {
    throw error instanceof LaunchError ? launchFailure(found, error.complaint) : error;
  });
}

/** Chromium does not start as root with its sandbox on: https://crbug.com/638180 */
function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Containers forbid the system calls the sandbox is made of: Docker, Podman, systemd-nspawn. */
async function runsInContainer(): Promise<boolean> {
  if ((process.env["container"] ?? "") !== "") return true;
  const marks = await Promise.all(["/.dockerenv", "/run/.containerenv"].map(standingAt));
  return marks.some((standing) => standing !== null);
}

/** The browser did not start; `complaint` is what it wrote. */
class LaunchError extends Error {
  constructor(readonly complaint: string) {
    super(complaint);
  }
}

async function launch(found: FoundBrowser, sandbox: boolean, patience: Patience): Promise<BrowserHandle> {
  const started = startBrowser(found, sandbox);
  try {
    const opening = open(started, patience);
    opening.catch(() => undefined);
    return await Promise.race([opening, started.ended, tooLate()]);
  } catch (error) {
    await started.end();
    if (error instanceof ReportError) throw error;
    throw new LaunchError(
      `${error instanceof Error ? error.message : String(error)}\n${started.complaint()}`,
    );
  }
}

/** puppeteer is loaded while the browser starts: both take their time. */
async function open(
  { transport, folder, end, leave }: BrowserProcess,
  patience: Patience,
): Promise<BrowserHandle> {
  const { connect, TargetType } = await import("puppeteer");
  const browser = await connect({ transport, defaultViewport: null, protocolTimeout: patience.answer });
  const [version] = await Promise.all([browser.version(), sweepTemporary(FOLDER)]);
  refuseOld(version);
  // The page it starts with is made ready while the report is still being written.
  const target = await browser.waitForTarget((each) => each.type() === TargetType.PAGE);
  const first = await target.page();
  let ready = first === null ? null : watched(first);
  return {
    version,
    withPage: async (use) => {
      const watching = watch(() => browser.version(), patience);
      const { silent } = watching;
      const opening = ready ?? browser.newPage().then(watched);
      ready = null;
      try {
        const { page, crashed } = await Promise.race([opening, silent]);
        const guarded = await Promise.race([guardedPage(page, folder), crashed, silent]);
        const printed = use(guarded.page);
        // Told by whichever is first.
        printed.catch(() => undefined);
        return await Promise.race([guarded.strayed, printed, crashed, silent]);
      } catch (error) {
        throw await failureOf(error, browser);
      } finally {
        watching.end();
        // Nobody waits for it: the browser may have ended, or be about to be.
        Promise.resolve(opening)
          .then(({ page }) => page.close())
          .catch(() => undefined);
      }
    },
    close: end,
    leave,
  };
}

/** What puppeteer says where the page has gone elsewhere while it was asked something. */
const CONTEXT_GONE = /Execution context was destroyed|Cannot find context with specified id|detached Frame/iu;

/** puppeteer's own errors for a browser that ended, or that does not answer, are no bugs of ours. */
async function failureOf(error: unknown, browser: Browser): Promise<unknown> {
  if (!browser.connected) return gone();
  const { ProtocolError, TimeoutError } = await import("puppeteer");
  if (error instanceof Error && CONTEXT_GONE.test(error.message)) return outside(["about:blank"]);
  const timedOut = error instanceof ProtocolError && /timed out/iu.test(error.message);
  return timedOut || error instanceof TimeoutError ? unanswered() : error;
}

/**
 * A page has a process of its own, and where memory runs out that is the one the system ends: the browser
 * lives on and never answers what the page was asked.
 */
function watched(page: Page): { page: Page; crashed: Promise<never> } {
  const crashed = new Promise<never>((_, reject) => page.once("error", () => reject(gone())));
  // The page may crash before it is wanted.
  crashed.catch(() => undefined);
  return { page, crashed };
}

function tooLate(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error("等待 60 秒仍没有启动")), START_TIMEOUT_MS).unref();
  });
}

function refuseOld(version: string): void {
  const major = Number(/\/(\d+)/.exec(version)?.[1] ?? 0);
  if (major >= OLDEST) return;
  throw new ReportError(
    `浏览器版本太旧：${version}，需要 ${OLDEST} 版以上`,
    EXIT.noBrowser,
    "旧版不能打印页码。请升级浏览器，或用 --browser 指定另一个",
  );
}
