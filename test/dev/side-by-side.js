/**
 * node test/dev/side-by-side.js SCRIPT …: runs npm scripts of this package at the same time. What each says comes
 * in one piece when it ends, but for the last one's, which is shown as it comes. Fails where one of them fails.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import process from "node:process";

const scripts = process.argv.slice(2);
const codes = await Promise.all(scripts.map((script) => run(script, script === scripts.at(-1))));
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;

async function run(script, isShown) {
  // npm gives its own path: as a program it is called differently on Windows.
  const argv = [process.env.npm_execpath ?? "", "run", "--silent", script];
  const child = spawn(process.execPath, argv, { stdio: ["ignore", isShown ? "inherit" : "pipe", "inherit"] });
  const [said, [code]] = await Promise.all([isShown ? "" : text(child.stdout), once(child, "exit")]);
  process.stdout.write(said);
  if (code !== 0) process.stderr.write(`npm run ${script}: failed\n`);
  return code;
}
