import path from "node:path";
import { standingAt } from "../files/list.js";
import { ensureWritable, writeOutputs } from "../files/outputs.js";
import { allLeftoversIn, discard } from "../files/replace.js";
import type { Settings } from "../run/settings.js";
import type { District, FolderFinding } from "./districts-file.js";
import { failureOf, matterOf, type OpenPress } from "./matter.js";
import type { DistrictLine, ShardHead } from "./shard-log.js";
import { holdsStill, intactIn, readStamp, stamped, stampFor } from "./stamp.js";

/** What is to be made of every district. */
export interface Order {
  out: string;
  head: ShardHead;
  /** The folders in it are nobody's: each district has its own. */
  settings: Settings;
  /** Makes also what stands there as it would be made. */
  force: boolean;
}

/**
 * Makes one district's files, the stamp last, unless they stand there already. What is wrong with its folders or data
 * stands in the line; bugs, and a browser that is not there, are thrown, and so is a disk that takes no more.
 */
export async function makeDistrict(
  district: District,
  { out, head, settings, force }: Order,
  openPress: OpenPress,
): Promise<DistrictLine> {
  const { code, name, plansFolder, dataFolder, templatesFolder } = district;
  const missing = district.tell(await missingFolders(district));
  if (missing.length > 0) {
    return { code, name, outcome: "failed", scored: false, failure: failureOf("文件夹不全", missing) };
  }
  const folder = path.join(out, code);
  const [stamp, earlier] = [await stampFor(district, head), await readStamp(folder)];
  if (!force && (await holdsStill(folder, earlier, stamp))) return { code, name, outcome: "unchanged" };
  await ensureWritable(folder);
  await discard(await allLeftoversIn(folder));
  const own = { ...settings, plansFolder, dataFolder, templatesFolder };
  const { score, outputs, failure } = await matterOf({ ...head, name }, own, openPress);
  const written = [...outputs, ...(score === null ? [] : [score])];
  await writeOutputs(folder, written);
  if (failure !== null) return { code, name, outcome: "failed", scored: score !== null, failure };
  // What an earlier run wrote under another name, and nobody has touched since, is no report of this district any more.
  const names = new Set(written.map((each) => each.name));
  const outdated = earlier?.outputs.filter((each) => !names.has(each.name)) ?? [];
  await discard(await intactIn(folder, outdated));
  await writeOutputs(folder, [stamped(stamp, written)]);
  return { code, name, outcome: "done" };
}

async function missingFolders({
  plansFolder,
  dataFolder,
  templatesFolder,
}: District): Promise<FolderFinding[]> {
  const named: readonly Omit<FolderFinding, "reason">[] = [
    { key: "plans", folder: plansFolder },
    { key: "data", folder: dataFolder },
    ...(templatesFolder === null ? [] : [{ key: "templates", folder: templatesFolder } as const]),
  ];
  const standing = await Promise.all(named.map((each) => standingAt(each.folder)));
  return named.flatMap((each, at) => {
    if (standing[at] === "folder") return [];
    return [{ ...each, reason: standing[at] === null ? "不存在" : "不是文件夹" }];
  });
}
