import { hostname } from "node:os";
import { sha256 } from "./digest.js";

/** This machine, in the name of a temporary file: containers may share a folder, not their processes. */
const HOST = sha256(Buffer.from(hostname())).slice(0, 6);

/** Who makes a temporary file, to stand in its name: "1f3a09-4711". */
export function ownerTag(): string {
  return `${HOST}-${process.pid}`;
}

/** Whether the one whose tag stands in `name`, between dashes, was a process of this machine that has ended. */
export function isAbandoned(name: string): boolean {
  const pid = new RegExp(`-${HOST}-(\\d+)-`, "u").exec(name)?.[1];
  return pid !== undefined && !isAlive(Number(pid));
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
