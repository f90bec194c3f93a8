import path from "node:path";
import { fileURLToPath } from "node:url";
import { decode, UTF8_ONLY } from "../files/decode.js";
import { sha256 } from "../files/digest.js";
import { listFolder } from "../files/list.js";
import { writeOutputs } from "../files/outputs.js";
import { PACKAGE_FOLDER, readShipped } from "../files/package-folder.js";
import { packPlans } from "../plan/compiled.js";
import { loadPlan } from "../plan/load.js";

/**
 * The last step of the build: the shipped plans as the program has just learnt to read them. One with
 * findings is left out, for people to be told of them.
 */
export async function compilePlans(): Promise<void> {
  const folder = fileURLToPath(new URL("plans/", PACKAGE_FOLDER));
  const { entries: files } = await listFolder(folder);
  const names = (files ?? []).map(({ name }) => name).filter((name) => name.endsWith(".yaml"));
  const entries = await Promise.all(
    names.map(async (name) => {
      const bytes = await readShipped(path.join(folder, name));
      const decoded = decode(bytes, UTF8_ONLY);
      if (!("text" in decoded)) return [];
      const { plan, issues } = loadPlan(name, decoded.text);
      return plan === null || issues.length > 0 ? [] : [[sha256(bytes), plan] as const];
    }),
  );
  // A report may be made meanwhile: it is to read all or nothing.
  const bytes = Buffer.from(packPlans(Object.fromEntries(entries.flat())));
  await writeOutputs(fileURLToPath(new URL("dist", PACKAGE_FOLDER)), [{ name: "plans.json", bytes }]);
}
