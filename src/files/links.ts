import { lstat } from "node:fs/promises";
import path from "node:path";
import { EXIT, ReportError } from "../issues/error.js";
import { isFileFailure } from "./errno.js";

/**
 * Throws ReportError (exit 2) where `place`, or a folder on the way to it from `within`, is a link: a folder of data
 * comes by chat and USB stick, and a link in it would have us write over a file that lies anywhere. `within` itself
 * was named by the user, and may be one.
 */
export async function refuseLinks(within: string, place: string): Promise<void> {
  let at = within;
  for (const step of path.relative(within, place).split(path.sep).filter(Boolean)) {
    at = path.join(at, step);
    if (await isLink(at)) {
      throw new ReportError(
        `无法写入 ${at}：它是通向别处的链接，程序不通过数据文件夹里的链接写文件，本次没有写入`,
        EXIT.usage,
        "请删去这个链接，它指向的文件不会受影响；那里的内容还要用的，复制到这里代替链接，再重试",
      );
    }
  }
}

/** False, too, for what cannot be looked at: whoever writes there is told why. */
async function isLink(place: string): Promise<boolean> {
  return lstat(place).then(
    (stats) => stats.isSymbolicLink(),
    (error: unknown) => {
      if (!isFileFailure(error)) throw error;
      return false;
    },
  );
}
