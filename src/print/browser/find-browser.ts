import { constants } from "node:fs";
import { access, realpath, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { EXIT, ReportError } from "../../issues/error.js";
import { bundledChromium } from "./bundled-chromium.js";
import type { FoundBrowser } from "./found-browser.js";

export interface FindOptions {
  /** The value of --browser; "" or absent when it was not given. */
  browser?: string;
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
  arch?: string;
  /** Told in one Chinese line when the search will take noticeably long. */
  notify?: (line: string) => void;
}

type Search = Required<FindOptions>;

/** One place to look. `look` throws when a person pointed at a browser that is not there. */
interface Place {
  /** As listed in the message when nothing is found. */
  name: string;
  look: (search: Search) => Promise<FoundBrowser | null>;
}

/** In the order they are tried: what a person chose, what the machine has, what we carry. */
const PLACES: readonly Place[] = [
  { name: "命令行 --browser", look: ({ browser }) => chosen(browser, "命令行 --browser") },
  // Our own variable goes before the one shared with other programs.
  { name: "环境变量 REPORT_BROWSER", look: ({ env }) => chosenIn(env, "REPORT_BROWSER") },
  // Set by people who run other puppeteer programs: https://pptr.dev/guides/configuration
  {
    name: "环境变量 PUPPETEER_EXECUTABLE_PATH",
    look: ({ env }) => chosenIn(env, "PUPPETEER_EXECUTABLE_PATH"),
  },
  { name: "本机安装的 Chrome、Chromium、Edge", look: installed },
  { name: "随 npm 包提供的 Chromium（限 Linux x64）", look: carried },
];

/**
 * Finds a Chromium-family browser. Throws ReportError (exit 3) when the one a person named cannot be
 * run, or when there is none at all; the message then lists every place that was tried.
 */
export async function findBrowser(options: FindOptions): Promise<FoundBrowser> {
  const search: Search = { browser: "", arch: process.arch, notify: () => undefined, ...options };
  for (const place of PLACES) {
    const found = await place.look(search);
    if (found !== null) return found;
  }
  const tried = PLACES.map(({ name }) => name).join("；");
  throw new ReportError(
    `没有找到可以生成 PDF 的浏览器。已找过：${tried}`,
    EXIT.noBrowser,
    "请安装 Microsoft Edge、Google Chrome 或 Chromium（131 版以上），或用 --browser 指明其程序文件；Linux x64 上重新执行 npm ci 也可",
  );
}

function chosenIn(env: NodeJS.ProcessEnv, variable: string): Promise<FoundBrowser | null> {
  return chosen(env[variable] ?? "", `环境变量 ${variable}`);
}

/** A named browser is used or refused, never silently replaced by another one. */
async function chosen(path: string, how: string): Promise<FoundBrowser | null> {
  if (path === "") return null;
  const fault = await faultOf(path);
  if (fault === "") return { path, how, libraries: "" };
  throw new ReportError(
    `${how} 指定的浏览器不能用：${path}（${fault}）`,
    EXIT.noBrowser,
    "请改为浏览器程序文件的完整路径，或去掉这一项，由程序自己寻找",
  );
}

/** Why `path` cannot be run, or "" if it can. */
async function faultOf(path: string): Promise<string> {
  const facts = await stat(path).catch(() => null);
  if (facts === null) return "文件不存在";
  if (!facts.isFile()) return "不是文件";
  const runnable = await access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
  return runnable ? "" : "没有执行权限";
}

/** A browser's name and the files it may be at. */
type Candidate = readonly [name: string, path: string];

async function installed(search: Search): Promise<FoundBrowser | null> {
  for (const [name, path] of candidates(search)) {
    if ((await faultOf(path)) !== "" || (await isSnap(path))) continue;
    return { path, how: `已安装的 ${name}`, libraries: "" };
  }
  return null;
}

/** Ubuntu's snap packages run behind a wall through which they cannot read our temporary files. */
async function isSnap(path: string): Promise<boolean> {
  return path.startsWith("/snap/") || (await realpath(path)).endsWith("/snap");
}

function candidates({ platform, env }: Search): Candidate[] {
  if (platform === "win32") return onWindows(env);
  if (platform === "darwin") return onMac(env);
  return onPath(env);
}

/**
 * Installers write below these three folders, per machine or per user; reading the registry would need
 * another process and names the same files. Edge comes with Windows 10 and 11, so it ends the list.
 */
function onWindows(env: NodeJS.ProcessEnv): Candidate[] {
  const roots = ["ProgramFiles", "PROGRAMFILES", "ProgramFiles(x86)", "PROGRAMFILES(X86)", "LOCALAPPDATA"];
  const below = [...new Set(roots.flatMap((name) => env[name] ?? []))];
  const files: Candidate[] = [
    ["Google Chrome", join("Google", "Chrome", "Application", "chrome.exe")],
    ["Chromium", join("Chromium", "Application", "chrome.exe")],
    ["Microsoft Edge", join("Microsoft", "Edge", "Application", "msedge.exe")],
  ];
  return files.flatMap(([name, file]) => below.map((root): Candidate => [name, join(root, file)]));
}

/** Applications live in /Applications, or in the same folder of a user who may not write there. */
function onMac(env: NodeJS.ProcessEnv): Candidate[] {
  const folders = ["/Applications", join(env["HOME"] ?? homedir(), "Applications")];
  return ["Google Chrome", "Chromium", "Microsoft Edge"].flatMap((name) =>
    folders.map((folder): Candidate => [name, join(folder, `${name}.app`, "Contents", "MacOS", name)]),
  );
}

/** The commands that the packages of the distributions and of the makers put on PATH. */
function onPath(env: NodeJS.ProcessEnv): Candidate[] {
  const commands: Candidate[] = [
    ["Google Chrome", "google-chrome-stable"],
    ["Google Chrome", "google-chrome"],
    ["Chromium", "chromium"],
    ["Chromium", "chromium-browser"],
    ["Microsoft Edge", "microsoft-edge-stable"],
    ["Microsoft Edge", "microsoft-edge"],
  ];
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return commands.flatMap(([name, command]) =>
    folders.map((folder): Candidate => [name, join(folder, command)]),
  );
}

/** The package holds a build for Linux on x64 only; elsewhere npm may still have installed it. */
async function carried({ platform, arch, env, notify }: Search): Promise<FoundBrowser | null> {
  if (platform !== "linux" || arch !== "x64") return null;
  return bundledChromium(env, notify);
}
