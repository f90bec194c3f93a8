import path from "node:path";
import { isBelow } from "../files/list.js";
import { EXIT, ReportError } from "../issues/error.js";
import type { District } from "./districts-file.js";
import type { BatchKind } from "./shard-log.js";

/**
 * Where a run writes: the folder asked for, else out/2025-annual. Throws ReportError (exit 2) where it lies in a
 * district's data folder: what is written would be read the next time, and nothing would ever be unchanged.
 */
export function outFor(
  asked: string | null,
  kind: BatchKind,
  year: number,
  districts: readonly District[],
): string {
  const out = asked ?? path.join("out", `${year}-${kind}`);
  const holder = districts.find(({ dataFolder }) => isBelow(out, dataFolder));
  if (holder === undefined) return out;
  throw new ReportError(
    `输出文件夹“${out}”在“${holder.name}”的数据文件夹中`,
    EXIT.usage,
    "请用 --out 指定另一个文件夹",
  );
}
