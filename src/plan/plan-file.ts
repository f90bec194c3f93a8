import { ISSUES } from "../issues/table.js";
import type { SchemaFault } from "../issues/yaml.js";
import { finding, type Finding, type Path } from "../yaml/finding.js";
import type { YamlKind } from "../yaml/read.js";
import { planSchema } from "./schema.js";

/** Plans as YAML files. */
export const PLAN_FILE: YamlKind<typeof planSchema> = {
  noun: "规划文件",
  schema: planSchema,
  finding: planFinding,
};

function planFinding(fault: SchemaFault, path: Path, under: Finding["under"]): Finding {
  switch (fault.fault) {
    case "unknown-key":
      return unknownKey(fault, path, under);
    case "missing-key":
      return finding("plan/missing-key", path, fault, under);
    case "empty-value":
      return finding("plan/empty-value", path, fault, under);
    case "wrong-type":
      return finding("plan/wrong-type", path, fault, under);
    case "not-a-choice":
      return finding("plan/not-a-choice", path, fault, under);
    case "out-of-limits":
      return finding("plan/out-of-limits", path, fault, under);
    case "bad-format":
      return finding("plan/bad-format", path, fault, under);
  }
}

/** Some findings' severity is nobody's to set: their codes are known, and still no keys of `severities`. */
function unknownKey(
  fault: SchemaFault & { fault: "unknown-key" },
  path: Path,
  under: Finding["under"],
): Finding {
  const isFixed = path.at(-2) === "severities" && Object.hasOwn(ISSUES, fault.key);
  if (isFixed) return finding("plan/severity-fixed", path, { code: fault.key }, under);
  return finding("plan/unknown-key", path, fault, under);
}
