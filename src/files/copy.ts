import { createHash } from "node:crypto";
import { EXIT, ReportError } from "../issues/error.js";
import { readThrough } from "./read.js";
import type { Writer } from "./replace.js";

/**
 * The bytes of another file, of at most `most`, as content. Throws ReportError (exit 1) when they are written and
 * are no more those of `sha256`: somebody has changed the file meanwhile.
 */
export function copyOf(file: string, most: number, sha256: string): Writer {
  return async (write) => {
    const hash = createHash("sha256");
    const refusal = await readThrough(file, most, async (chunk) => {
      hash.update(chunk);
      await write(chunk);
      return null;
    });
    const reason = refusal?.reason ?? "内容与刚才读到的不同";
    if (refusal !== null || hash.digest("hex") !== sha256) throw changedMeanwhile(file, reason);
  };
}

export function changedMeanwhile(file: string, reason: string): ReportError {
  return new ReportError(
    `${file} 正被别的程序改动（${reason}），本次没有写入任何数据`,
    EXIT.findings,
    "请关闭打开它的程序（如 Excel）后重试",
  );
}
