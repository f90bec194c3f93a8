import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { rolldown } from "rolldown";

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
  const input = { cli: "src/cli.ts", "side-thread": "src/run/side-thread.ts" };
  const bundle = await rolldown({ input, platform: "node", external: /^[^./]/u });
  await bundle.write({ dir: path.join(home, "dist"), format: "esm" });
  await bundle.close();
  return { home, cli: path.join(home, "dist", "cli.js"), remove: () => rmSync(home, { recursive: true }) };
}
