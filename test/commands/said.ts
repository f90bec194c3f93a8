import { run } from "../../src/commands/program.js";
import type { TestFolder } from "./folder.js";
import { silentSurroundings } from "./surroundings.js";

/** What a command says and returns that reads a test's data folder and writes into its output folder. */
export async function saidIn({ data, out }: TestFolder, ...argv: string[]) {
  const surroundings = silentSurroundings();
  const code = await run([...argv, "--data", data, "--out", out], surroundings);
  return { code, ...surroundings.said };
}
