import { lstat, mkdir } from "node:fs/promises";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { temporaryFolder } from "../../files/temporary.js";

const NAME = "monitoring-report";

/** What a file system says when a folder is not for us: fall back. Anything else is a fault. */
const UNWRITABLE = new Set(["EACCES", "EPERM", "EROFS", "ENOENT", "ENOTDIR"]);

/**
 * A folder only this user can write to, kept between runs. Where the home folder is not writable
 * it is a fresh private one, removed when the process ends.
 *
 * Not the shared temporary folder: its names can be taken by anybody, and a program found there
 * would be run in this user's name.
 */
export async function cacheFolder(env: NodeJS.ProcessEnv): Promise<string> {
  const folder = join(cacheHome(env), NAME);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (await isPrivate(folder)) return folder;
  } catch (error) {
    if (!UNWRITABLE.has((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
  return passingFolder();
}

/** XDG Base Directory Specification: a relative XDG_CACHE_HOME is to be ignored. */
function cacheHome(env: NodeJS.ProcessEnv): string {
  const named = env["XDG_CACHE_HOME"] ?? "";
  return isAbsolute(named) ? named : join(env["HOME"] ?? homedir(), ".cache");
}

/** Whether `folder` is a real folder of this user that nobody else may write to. */
export async function isPrivate(folder: string): Promise<boolean> {
  const facts = await lstat(folder);
  const ours = process.getuid === undefined || facts.uid === process.getuid();
  return facts.isDirectory() && ours && (facts.mode & 0o022) === 0;
}

function passingFolder(): string {
  const folder = temporaryFolder(NAME);
  process.once("exit", () => folder.removeNow());
  return folder.path;
}
