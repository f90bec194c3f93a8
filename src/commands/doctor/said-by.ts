import { execFile } from "node:child_process";

/** What a program of the system writes to stdout; "" where it fails or is not there. */
export type Ask = (command: string, argv: readonly string[]) => Promise<string>;

/** Asks a program of the system; it is in the language of the system, but digits and names are the same in all. */
export const saidBy: Ask = (command, argv) =>
  new Promise((resolve) => {
    execFile(command, argv, { encoding: "latin1", windowsHide: true }, (error, out) =>
      resolve(error === null ? out : ""),
    );
  });
