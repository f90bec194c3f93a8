import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { EXIT, ReportError } from "../issues/error.js";
import { isBelow } from "./list.js";
import { readAsIs } from "./read.js";

/** The package's own folder, with plans, templates and samples: the nearest above this file, in src/ and in dist/. */
export const PACKAGE_FOLDER = nearestPackage(new URL("./", import.meta.url));

/** Whether a file or folder would stand in the package's own folder, which an upgrade replaces. */
export function isInPackage(place: string): boolean {
  return isBelow(place, fileURLToPath(PACKAGE_FOLDER));
}

function nearestPackage(folder: URL): URL {
  return existsSync(new URL("package.json", folder)) ? folder : nearestPackage(new URL("../", folder));
}

/** What helps where a part of the program is gone, however it was installed. */
export const REINSTALL = "请重新安装本程序：在它的文件夹中运行 npm ci，或重新解压下载的压缩包";

/** The largest file that comes with the program is a font of some megabytes. */
const MOST_BYTES = 100 * 1024 * 1024;

/** Reads a file that came with the program or with one of its packages. Throws ReportError (exit 2) where it is gone. */
export async function readShipped(file: string): Promise<Buffer> {
  const { content, refusal } = await readAsIs(file, MOST_BYTES);
  if (refusal === null) return content;
  throw new ReportError(`随程序安装的文件读不出来：${file}（${refusal.reason}）`, EXIT.usage, REINSTALL);
}
