import path from "node:path";
import type { District } from "./districts-file.js";
import type { EarlierRun } from "./earlier-run.js";
import type { Order } from "./make-district.js";
import { holdsStill, readStamp, stampFor } from "./stamp.js";

/** A district of a list, and what would become of it. */
export interface Listed {
  code: string;
  name: string;
  state: string;
}

/** How the districts stand; nothing is made. */
export async function statesOf(
  districts: readonly District[],
  { out, head, force }: Pick<Order, "out" | "head" | "force">,
  earlier: EarlierRun,
): Promise<Listed[]> {
  const failed = new Set(earlier?.lines.flatMap((line) => (line.outcome === "failed" ? [line.code] : [])));
  const listed: Listed[] = [];
  for (const district of districts) {
    const { code, name } = district;
    const folder = path.join(out, code);
    const made = await holdsStill(folder, await readStamp(folder), await stampFor(district, head));
    const state = made && !force ? "已做成" : failed.has(code) ? "上次没有做成" : "待做";
    listed.push({ code, name, state });
  }
  return listed;
}
