import { execFile } from "node:child_process";
import path from "node:path";

/** What a program of Windows writes to stdout; "" where it fails or is not there. */
export type Ask = (command: string, argv: readonly string[]) => Promise<string>;

/**
 * Asks one. It speaks the language of the system, but digits and names are the same in all. By its full path: a name
 * alone is looked for in the current folder first, where it may be anybody's.
 */
export const saidBy: Ask = (command, argv) => {
  const file = path.join(process.env["SystemRoot"] ?? "C:\\Windows", "System32", command);
  return new Promise((resolve) => {
    execFile(file, argv, { encoding: "latin1", windowsHide: true }, (error, out) =>
      resolve(error === null ? out : ""),
    );
  });
};
