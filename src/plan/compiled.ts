import { fileURLToPath } from "node:url";
import { readBytes } from "../files/read.js";
import { decimal, isDecimal } from "../terms/decimal.js";
import type { Plan } from "./plan.js";

/**
 * Plan files read and checked when the program was built, under the SHA-256 of their bytes: reading the two
 * that are shipped takes a quarter of a second at every start. A file that was changed in the least is not
 * found here and is read as ever.
 */
export type CompiledPlans = Readonly<Record<string, Plan>>;

/** As JSON, with decimals as `{ "decimal": "0.95" }`. */
export function packPlans(plans: CompiledPlans): string {
  return JSON.stringify(plans, function (this: Record<string, unknown>, key, value: unknown) {
    // By now the value's own toJSON has made plain text of a decimal.
    const own = this[key];
    return isDecimal(own) ? { decimal: own.toString() } : value;
  });
}

export function unpackPlans(text: string): CompiledPlans {
  return JSON.parse(text, (_key, value: unknown) =>
    isPackedDecimal(value) ? decimal(value.decimal) : value,
  ) as CompiledPlans;
}

function isPackedDecimal(value: unknown): value is { decimal: string } {
  // No object of a plan has such a key.
  return typeof value === "object" && value !== null && "decimal" in value;
}

/** Beside the built program; the sources have none. */
const BUILT = new URL("./plans.json", import.meta.url);
/** The shipped plans take some 200 kB. */
const MOST_BYTES = 10 * 1024 * 1024;

let built: Promise<CompiledPlans> | null = null;

/** The plan a file of this digest holds, if it was there when the program was built; `file` is its name now. */
export async function compiledPlan(digest: string, file: string): Promise<Plan | null> {
  built ??= readBuilt();
  const plan = (await built)[digest];
  return plan === undefined ? null : { ...plan, file };
}

/** Where they cannot be had, for whatever reason, the plan files themselves are read. */
async function readBuilt(): Promise<CompiledPlans> {
  const { content } = await readBytes(fileURLToPath(BUILT), MOST_BYTES);
  return content === null ? {} : unpackPlans(content.toString("utf8"));
}
