import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { rolldown, type InputOption, type OutputOptions, type TransformOptions } from "rolldown";

/** The program as a process of its own can run it, in a temporary folder. */
export interface Built {
  home: string;
  /** What node is to run. */
  cli: string;
  remove: () => void;
}

/** Bundles the sources as they stand: no build is needed, and none is in the way. */
export async function builtProgram(): Promise<Built> {
  const home = mkdtempSync(path.join(tmpdir(), "cli-"));
  for (const name of ["package.json", "node_modules", "templates"])
    symlinkSync(path.resolve(name), path.join(home, name));
  const dir = path.join(home, "dist");
  for (const { input, transform, output } of await builds()) {
    const bundle = await rolldown({ input, transform, platform: "node", external: /^[^./]/u });
    await bundle.write({ ...output, codeSplitting: true, cleanDir: false, dir });
    await bundle.close();
  }
  return { home, cli: path.join(dir, "cli.js"), remove: () => rmSync(home, { recursive: true }) };
}

interface Build {
  input: InputOption;
  transform: TransformOptions;
  output: OutputOptions;
}

/** As rolldown.config.js has them, but for the library for others. */
async function builds(): Promise<Build[]> {
  const config = new URL("../rolldown.config.js", import.meta.url).href;
  const { default: all } = (await import(config)) as { default: Build[] };
  return all.slice(1);
}
