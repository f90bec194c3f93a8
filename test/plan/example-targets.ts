import { FORM_FIELDS } from "../../src/plan/fields.js";
import type { Target } from "../../src/plan/plan.js";
import { TARGET_KINDS } from "../../src/plan/target-kinds.js";

/** Every example of every target kind, read as a plan file's: a new kind is among them by its entry in the table. */
export const EXAMPLE_TARGETS: readonly Target[] = Object.values(TARGET_KINDS).flatMap(({ form, examples }) =>
  examples.map((example) => form(FORM_FIELDS).parse(example) as unknown as Target),
);
