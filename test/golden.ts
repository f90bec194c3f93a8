import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { format } from "oxfmt";
import { expect } from "vitest";

/** A model as text that a person can compare line by line. */
export async function goldenText(model: unknown): Promise<string> {
  const { code, errors } = await format("golden.json", JSON.stringify(model), { printWidth: 110 });
  expect(errors).toEqual([]);
  return code;
}

/**
 * Expects `text` to be what stands in `file`. Where it is not, it is written beside as `…-changed` for a person
 * to compare and to rename: a test never writes its own golden file.
 */
export function expectGolden(file: string, text: string): void {
  const golden = existsSync(file) ? readFileSync(file, "utf8") : "";
  const changed = file.replace(/(\.\w+)$/u, "-changed$1");
  if (text === golden) rmSync(changed, { force: true });
  else writeFileSync(changed, text);
  expect(text).toBe(golden);
}
