import { execFile } from "node:child_process";
import process from "node:process";
import { promisify } from "node:util";

/** Runs the npm that runs us in `folder`, and gives what it wrote to stdout. Throws with what it said where it fails. */
export async function npm(folder: string, ...argv: readonly string[]): Promise<string> {
  // npm gives its own path: as a program it is called differently on Windows.
  const cli = process.env["npm_execpath"];
  if (cli === undefined) throw new Error("run this by npm: npm run pack:windows, npm run pack:linux");
  const { stdout } = await promisify(execFile)(process.execPath, [cli, ...argv], { cwd: folder });
  return stdout;
}
