import { tableOf } from "../terms/table-of.js";
/** What a failure of the file system is called, and what helps against it whichever file it is. */
interface Words {
  /** Behind “文件读不出来：”; the same for writing unless that is said apart. */
  read: string;
  write?: string;
  /** A next step for whoever writes; where there is none, the writer's own is told. */
  next?: string;
}

const GONE: Words = { read: "网络盘没有响应或已断开", next: "请检查网络连接后重试" };
const TOO_MANY_OPEN: Words = { read: "系统打开的文件太多", next: "请关闭其他程序后重试" };

/**
 * The one table of what the operating system says when it refuses a file (errno(3); on Windows libuv gives
 * its errors these names).
 */
const WORDS = tableOf<Words>({
  EACCES: { read: "没有读取权限", write: "没有写入权限，或文件正被其他程序打开" },
  EPERM: { read: "没有读取权限", write: "没有写入权限，或文件正被其他程序打开" },
  EBUSY: { read: "文件正被其他程序占用", write: "文件正被其他程序打开" },
  ETXTBSY: { read: "文件正被其他程序占用" },
  EAGAIN: { read: "文件正被其他程序占用" },
  ENOENT: { read: "找不到文件", write: "不能在那里建立文件或文件夹" },
  ENOTDIR: { read: "路径中有一段不是文件夹" },
  EISDIR: { read: "这是文件夹", write: "同名的文件夹已存在，不能写成文件" },
  EEXIST: { read: "同名的文件已存在", write: "同名的文件已存在，不能建立文件夹" },
  ENOTEMPTY: { read: "文件夹不是空的", write: "同名的文件夹已存在，不能写成文件" },
  ENXIO: { read: "不是普通文件" },
  ENODEV: { read: "不是普通文件" },
  ELOOP: { read: "链接绕成了圈" },
  ENAMETOOLONG: { read: "文件名过长" },
  EINVAL: { read: "文件名中有不能用的字符，或磁盘不支持这一操作" },
  EILSEQ: { read: "文件名中有磁盘不支持的字符" },
  ENOSPC: { read: "磁盘空间不足", next: "请清理出磁盘空间后重试" },
  EDQUOT: { read: "磁盘配额已用完", next: "请清理出磁盘空间后重试" },
  EFBIG: {
    read: "文件超过磁盘允许的大小",
    write: "文件超过磁盘或系统允许的大小",
    next: "请用 --out 指定另一个磁盘上的文件夹；系统限制了文件大小的（ulimit -f），请管理员放宽",
  },
  EROFS: { read: "磁盘是只读的" },
  EIO: { read: "磁盘读写出错，可能已损坏或被拔出", next: "请检查磁盘、优盘或网络盘后重试" },
  EMFILE: TOO_MANY_OPEN,
  ENFILE: TOO_MANY_OPEN,
  ENOMEM: { read: "内存不足", next: "请关闭其他程序后重试" },
  ETIMEDOUT: GONE,
  ECONNRESET: GONE,
  ECONNABORTED: GONE,
  EHOSTDOWN: GONE,
  EHOSTUNREACH: GONE,
  ENETDOWN: GONE,
  ENETUNREACH: GONE,
  ENOTCONN: GONE,
  ESTALE: GONE,
  // Windows errors that have no name: a cloud file that is not on this machine, a quarantined one.
  UNKNOWN: { read: "系统没有说明原因，文件可能正在同步、已被隔离或损坏" },
});

/** A failure of the file system; anything else that is thrown is a bug and is not to be explained away. */
export function isFileFailure(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  return typeof code === "string" && typeof syscall === "string";
}

/** What the machine ran short of, whichever file it was about; null for any other failure. */
export function shortage(error: unknown): { reason: string; next: string } | null {
  const next = isFileFailure(error) ? WORDS[error.code]?.next : undefined;
  return next === undefined ? null : { reason: readingReason(error), next };
}

/** Why a file could not be read, in words. Throws on what is no failure of the file system. */
export function readingReason(error: unknown): string {
  if (!isFileFailure(error)) throw error;
  return WORDS[error.code]?.read ?? `系统错误 ${error.code}`;
}

/** Why a file could not be written, and what to do ("" where that depends on the file). Throws like `readingReason`. */
export function writingReason(error: unknown): { reason: string; next: string } {
  if (!isFileFailure(error)) throw error;
  const { read, write = read, next = "" } = WORDS[error.code] ?? { read: `系统错误 ${error.code}` };
  return { reason: write, next };
}
