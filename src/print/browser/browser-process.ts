import { spawn, type ChildProcess } from "node:child_process";
import { Socket } from "node:net";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import type { ConnectionTransport } from "puppeteer";
import { temporaryFolder, type TemporaryFolder } from "../../files/temporary.js";
import type { FoundBrowser } from "./found-browser.js";

/** A started browser before anybody talks to it. */
export interface BrowserProcess {
  /** Its DevTools pipe. A pipe and not a port: nobody else can connect, and it dies with this process. */
  transport: ConnectionTransport;
  /** A private temporary folder, removed with the browser; its profile is inside. */
  folder: string;
  /** Rejects when the process ends or could not be started; never resolves. */
  ended: Promise<never>;
  /** What it wrote to stderr so far. */
  complaint: () => string;
  /** Ends the process and removes the folder. */
  end: () => Promise<void>;
  /** Does so without anybody waiting: what is not done when our own process ends is done at that moment. */
  leave: () => void;
}

const FLAGS: readonly string[] = [
  "--headless",
  "--remote-debugging-pipe",
  // Nothing is drawn on a screen; and the carried build has no OpenGL to draw with.
  "--disable-gpu",
  "--mute-audio",
  "--force-color-profile=srgb",
  // Glyph widths must not depend on the font settings of the machine, or line breaks would.
  "--font-render-hinting=none",
  // Containers often have 64 MB of /dev/shm, too little for a long page.
  "--disable-dev-shm-usage",
  // A browser that was installed for people would greet, update, report and sync.
  "--no-first-run",
  "--no-default-browser-check",
  "--no-pings",
  "--disable-background-networking",
  "--disable-breakpad",
  "--disable-component-update",
  "--disable-crash-reporter",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-extensions",
  "--disable-sync",
  "--disable-features=MediaRouter,OptimizationHints,Translate",
  // macOS and desktop Linux ask the user to unlock a key ring otherwise.
  "--password-store=basic",
  "--use-mock-keychain",
  // Requests are refused one by one on the page; this also stops name look-ups, which are no requests.
  "--host-resolver-rules=MAP * ~NOTFOUND",
  // Nor may it depend on the language of the machine: where there are no LC_ variables this one counts.
  "--lang=en-US",
];

/**
 * Graphics and network, of which a page that is printed has none, stay in the browser's own process: starting one for
 * each takes 0.25 s of computing. The page keeps its own. Seen on Linux; elsewhere people's own browsers do as they do.
 */
const FEWER_PROCESSES: readonly string[] =
  process.platform === "linux" ? ["--in-process-gpu", "--enable-features=NetworkServiceInProcess2"] : [];

/** The zygote is there to put a page into its sandbox. */
const NO_SANDBOX: readonly string[] =
  process.platform === "linux" ? ["--no-sandbox", "--no-zygote"] : ["--no-sandbox"];

/** What the browser's temporary folders are called. */
export const FOLDER = "monitoring-report";

/** Starts `found` on an empty page with a profile of its own; at once, while others still load their code. */
export function startBrowser(found: FoundBrowser, sandbox: boolean): BrowserProcess {
  const folder = temporaryFolder(FOLDER);
  const profile = `--user-data-dir=${join(folder.path, "profile")}`;
  const flags = [...FLAGS, ...FEWER_PROCESSES, ...(sandbox ? [] : NO_SANDBOX), profile, "about:blank"];
  // A process group of its own where there are such, so that Ctrl+C does not reach it before us.
  const child = spawn(found.path, flags, {
    detached: process.platform !== "win32",
    env: environment(found, folder.path),
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
  });
  const callOff = cleanUpOnExit(child, folder);
  const ended = endOf(child);
  const end = async (): Promise<void> => {
    kill(child);
    await ended.catch(() => undefined);
    callOff();
    await folder.remove();
  };
  return {
    transport: pipeTransport(child),
    folder: folder.path,
    ended,
    complaint: recordErrors(child),
    end,
    leave: () => {
      if (process.platform === "win32") {
        // Its files are held until all of it has ended: nothing can be removed before.
        end().catch(() => undefined);
        return;
      }
      // A browser takes a twentieth of a second to die.
      child.unref();
      for (const stream of child.stdio) if (stream instanceof Socket) stream.unref();
      kill(child);
      const clear = (): void => {
        callOff();
        // At once: removing it file by file beside nothing else takes longer.
        folder.removeNow();
      };
      ended.then(clear, clear);
    },
  };
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Leaves neither browser nor folder behind however this process goes: by its end, or by a signal, which
 * then takes its usual course. Returns how to call that off.
 */
function cleanUpOnExit(child: ChildProcess, folder: TemporaryFolder): () => void {
  const clean = (): void => {
    kill(child);
    folder.removeNow();
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    clean();
    callOff();
    process.kill(process.pid, signal);
  };
  const callOff = (): void => {
    process.off("exit", clean);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  process.on("exit", clean);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return callOff;
}

/** Kills the browser and, where process groups exist, its helpers with it. */
function kill(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === "win32") child.kill();
  else process.kill(-child.pid, "SIGKILL");
}

/**
 * What the browser leaves in the temporary folder when it is ended goes into ours; not on a Mac, whose
 * long paths would exceed what a socket's may have. The carried libraries are for the browser alone: set
 * for this whole process they would reach other programs.
 */
function environment({ libraries }: FoundBrowser, folder: string): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...withoutLocale(process.env), LC_ALL: LOCALE };
  if (process.platform !== "darwin")
    Object.assign(environment, { TMPDIR: folder, TMP: folder, TEMP: folder });
  if (libraries !== "") {
    const inherited = process.env["LD_LIBRARY_PATH"] ?? "";
    environment["LD_LIBRARY_PATH"] = inherited === "" ? libraries : `${libraries}:${inherited}`;
  }
  return environment;
}

/**
 * Which fonts stand in for others, and in what order, depends on the language of the system: with a Chinese one
 * and Noto CJK installed, 宋体 is "there", and wins over the fonts we carry. The page says its language itself.
 */
const LOCALE = "C.UTF-8";

function withoutLocale(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(
    ([name]) => !/^(?:LC_.*|LANG|LANGUAGE|FC_LANG)$/u.test(name),
  );
  return Object.fromEntries(kept);
}

function endOf(child: ChildProcess): Promise<never> {
  const ended = new Promise<never>((_, reject) => {
    child.once("error", reject);
    // Not "exit": by "close" all that the browser had to say has been read.
    child.once("close", (code, signal) => {
      reject(new Error(`程序已退出（${signal ?? `代码 ${code ?? "?"}`}）`));
    });
  });
  // Only those who wait for it want to know.
  ended.catch(() => undefined);
  return ended;
}

function recordErrors(child: ChildProcess): () => string {
  let text = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => (text = (text + chunk).slice(-20_000)));
  return () => text;
}

/** DevTools messages over file descriptors 3 and 4, each closed by a zero byte. */
function pipeTransport(child: ChildProcess): ConnectionTransport {
  const outgoing = child.stdio[3] as Writable;
  const incoming = child.stdio[4] as Readable;
  let closed = false;
  let onClose = (): void => undefined;
  const transport: ConnectionTransport = {
    send: (message) => void outgoing.write(`${message}\0`),
    close: () => void outgoing.end(),
    get onclose(): () => void {
      return onClose;
    },
    // puppeteer listens once it is loaded. A browser gone by then would leave it waiting for three minutes,
    // and the process with it.
    set onclose(listener: (() => void) | undefined) {
      onClose = listener ?? (() => undefined);
      if (closed) queueMicrotask(onClose);
    },
  };
  // A browser that has died reports through `ended`, not through its broken pipe.
  outgoing.on("error", () => undefined);
  incoming.on("error", () => undefined);
  incoming.on("close", () => {
    closed = true;
    onClose();
  });
  let parts: Buffer[] = [];
  incoming.on("data", (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      parts.push(chunk.subarray(start, end));
      transport.onmessage?.(Buffer.concat(parts).toString("utf8"));
      parts = [];
      start = end + 1;
    }
    parts.push(chunk.subarray(start));
  });
  return transport;
}
