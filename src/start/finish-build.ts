import { fileURLToPath } from "node:url";
import { run } from "../commands/program.js";
import { writeOutputs, type NamedBytes } from "../files/outputs.js";
import { PACKAGE_FOLDER } from "../files/package-folder.js";
import { temporaryFolder } from "../files/temporary.js";
import { compilePlans } from "../run/compile-plans.js";
import { sideWorkHere } from "../run/side-work.js";
import type { Terminal } from "../terminal/terminal.js";

const DATE = "2026-05-20";
const SILENT: Terminal = {
  out: () => undefined,
  err: () => undefined,
  progress: () => undefined,
  width: 100,
  colour: { out: false, err: false },
};

/**
 * The last step of the build, which the program does itself: its plans as it reads them, and what V8 has compiled of it
 * after a year's work, as `compiled` tells then.
 */
export async function finishBuild(compiled: () => readonly NamedBytes[]): Promise<void> {
  await compilePlans();
  await sampleRuns();
  await writeOutputs(fileURLToPath(new URL("dist", PACKAGE_FOLDER)), compiled());
}

/**
 * What most people run, on the sample data, without a browser, which a machine that builds may not have; it leaves
 * nothing. A run that fails has had compiled what it got to: that the sample data is wrong is for tests to tell.
 */
async function sampleRuns(): Promise<void> {
  const folder = temporaryFolder("build");
  const annual = ["annual", "2025", "--plan", "women", "--format", "html,docx,xlsx,json", "--as-of", DATE];
  for (const command of [[...annual, "--out", folder.path], ["validate"], ["score", "2025"]])
    await run([...command, "--demo"], {
      terminal: SILENT,
      env: {},
      platform: process.platform,
      now: `${DATE}T09:00:00+08:00`,
      today: DATE,
      openSideWork: sideWorkHere,
    });
  await folder.remove();
}
