import { constants, createReadStream, createWriteStream, existsSync } from "node:fs";
import { access, mkdtemp, open, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { isFileFailure, writingReason } from "../../files/errno.js";
import { readBytes } from "../../files/read.js";
import { EXIT, ReportError } from "../../issues/error.js";
import { compareText } from "../../terms/compare-text.js";
import { cacheFolder, isPrivate } from "./cache-folder.js";
import type { FoundBrowser } from "./found-browser.js";

const PACKAGE = "@sparticuz/chromium";
const HOW = "随程序提供的 Chromium";

/** A staging folder untouched for this long belongs to a process that is gone. */
const STALE_MS = 3_600_000;

/**
 * The Chromium inside the optional npm package, unpacked on first use into a folder of our own; null
 * where the package is not installed. The package's own unpacking is not used: it writes to names in
 * the shared temporary folder and runs whatever already lies there.
 */
export async function bundledChromium(
  env: NodeJS.ProcessEnv,
  notify: (line: string) => void,
): Promise<FoundBrowser | null> {
  const root = packageRoot();
  if (root === null) return null;
  const folder = await unpacked(root, env, notify).catch((error: unknown) => {
    throw unpackingFailed(error as NodeJS.ErrnoException);
  });
  return {
    path: join(folder, "chromium"),
    how: HOW,
    libraries: systemHasLibraries() ? "" : join(folder, "lib"),
  };
}

/** The package's folder. Its code is never loaded: only the archives beside it are wanted. */
function packageRoot(): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve(PACKAGE);
    return entry.slice(0, entry.lastIndexOf("build"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return null;
    throw error;
  }
}

/**
 * The folder with the unpacked browser, one per version. It appears under its name by one rename, whole,
 * so that neither a second process nor a later run ever meets half a browser.
 */
async function unpacked(
  root: string,
  env: NodeJS.ProcessEnv,
  notify: (line: string) => void,
): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
  const cache = await cacheFolder(env);
  const folder = join(cache, `chromium-${version}`);
  if (await isUsable(folder)) return folder;
  notify("首次使用：正在解开随程序提供的 Chromium，约需十秒…");
  const staging = await mkdtemp(`${folder}.unpacking-`);
  try {
    await unpackInto(staging, join(root, "bin"));
    await writeFile(join(staging, SIZES), await sizesIn(staging));
    await moveInto(folder, staging);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  await removeStale(cache);
  return folder;
}

async function isUsable(folder: string): Promise<boolean> {
  return (
    existsSync(folder) &&
    (await isPrivate(folder)) &&
    (await isRunnable(join(folder, "chromium"))) &&
    (await isWhole(folder))
  );
}

/** Says how large each file was when all was unpacked: a full disk or a cleaner may have taken a part since. */
const SIZES = "sizes.json";

async function isWhole(folder: string): Promise<boolean> {
  const { content } = await readBytes(join(folder, SIZES), 100_000);
  return content !== null && content.toString("utf8") === (await sizesIn(folder));
}

async function sizesIn(folder: string): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((each) => each.isFile() && each.name !== SIZES)
    .map((each) => relative(folder, join(each.parentPath, each.name)));
  const sized = files.sort(compareText).map(async (file) => [file, (await stat(join(folder, file))).size]);
  return JSON.stringify(await Promise.all(sized));
}

function isRunnable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function unpackInto(folder: string, archives: string): Promise<void> {
  const { extract } = await import("tar-fs");
  const browser = join(folder, "chromium");
  await Promise.all([
    pipeline(
      createReadStream(join(archives, "chromium.br")),
      createBrotliDecompress({ chunkSize: 1 << 20 }),
      createWriteStream(browser, { mode: 0o700 }),
    ),
    // Holds lib/libnss3.so and its kin. Owners count only when root unpacks: root's they are to be.
    pipeline(
      createReadStream(join(archives, "al2023.tar.br")),
      createBrotliDecompress(),
      extract(folder, { map: (header) => ({ ...header, uid: 0, gid: 0 }) }),
    ),
  ]);
  // On the disk before the rename makes it visible: a power cut must not leave an empty browser.
  const file = await open(browser);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Renames; when another process was first, its folder is the one to use. */
async function moveInto(folder: string, staging: string): Promise<void> {
  try {
    await rename(staging, folder);
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    if (await isUsable(folder)) return;
    await rm(folder, { recursive: true, force: true });
    await rename(staging, folder);
  }
}

/** Removes what processes left behind that were killed while unpacking; ages by the file system's clock. */
async function removeStale(cache: string): Promise<void> {
  const now = (await stat(cache)).mtimeMs;
  for (const name of await readdir(cache)) {
    if (!name.includes(".unpacking-")) continue;
    const path = join(cache, name);
    const facts = await stat(path).catch(() => null);
    if (facts !== null && now - facts.mtimeMs > STALE_MS) await rm(path, { recursive: true, force: true });
  }
}

/**
 * Small server images lack NSS and expat, which the browser is linked against. Where the system has its
 * own, those are used: they fit its C library for certain.
 */
function systemHasLibraries(): boolean {
  const folders = ["/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64", "/usr/lib"];
  return ["libnss3.so", "libnspr4.so", "libexpat.so.1"].every((library) =>
    folders.some((folder) => existsSync(join(folder, library))),
  );
}

function unpackingFailed(error: NodeJS.ErrnoException): ReportError {
  if (error instanceof ReportError) return error;
  return new ReportError(
    `随程序提供的 Chromium 解不开：${unpackingReason(error)}`,
    EXIT.noBrowser,
    "需要约 200 MB 空间；请腾出空间或重新执行 npm ci，也可以安装 Chrome、Chromium 或 Edge 后再试",
  );
}

function unpackingReason(error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT") return "npm 包不完整";
  return isFileFailure(error) ? writingReason(error).reason : error.message;
}
