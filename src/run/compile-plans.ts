import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { PACKAGE_FOLDER } from "../files/package-folder.js";
import { digestOf, packPlans } from "../plan/compiled.js";
import { loadPlan } from "../plan/load.js";

/**
 * The last step of the build: the shipped plans as the program has just learnt to read them. One with
 * findings is left out, for people to be told of them.
 */
export async function compilePlans(): Promise<void> {
  const folder = new URL("plans/", PACKAGE_FOLDER);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".yaml"));
  const entries = await Promise.all(
    names.sort().map(async (name) => {
      const bytes = await readFile(new URL(name, folder));
      const { plan, issues } = loadPlan(name, bytes.toString("utf8"));
      return plan === null || issues.length > 0 ? [] : [[digestOf(bytes), plan] as const];
    }),
  );
  // A report may be made meanwhile: it is to read all or nothing.
  const half = new URL("dist/plans.json.tmp", PACKAGE_FOLDER);
  await writeFile(half, packPlans(Object.fromEntries(entries.flat())));
  await rename(half, new URL("dist/plans.json", PACKAGE_FOLDER));
}
