import { EXIT, type ExitCode } from "../issues/error.js";
import { planJsonSchema } from "../plan/json-schema.js";
import type { Surroundings } from "../run/settings.js";

/** The JSON Schema of plan files on stdout, as it lies beside the shipped plans. */
export function schema({ terminal }: Surroundings): Promise<ExitCode> {
  terminal.out(`${JSON.stringify(planJsonSchema(), null, 2)}\n`);
  return Promise.resolve(EXIT.done);
}
