import { describe, expect, it } from "vitest";
import { planJsonSchema } from "../../src/plan/json-schema.js";
import { TARGET_KINDS } from "../../src/plan/target-kinds.js";

interface Node {
  description?: string;
  const?: string;
  additionalProperties?: unknown;
  properties?: Record<string, Node>;
  items?: Node;
  oneOf?: Node[];
  required?: string[];
}

const schema = planJsonSchema() as Node;
const row = schema.properties?.["rows"]?.items;

describe("the JSON Schema for editors", () => {
  it("explains every key of plans, rows and projects in Chinese", () => {
    const keys = [schema, row, schema.properties?.["projects"]?.items].flatMap((node) =>
      Object.entries(node?.properties ?? {}),
    );
    for (const [key, { description }] of keys) expect(description, key).toMatch(/\p{Script=Han}/u);
  });

  it("offers the keys of each target kind", () => {
    const kinds = row?.properties?.["target"]?.oneOf?.map((form) => form.properties?.["kind"]?.const);
    expect(kinds?.sort()).toEqual(Object.keys(TARGET_KINDS).sort());
  });

  it("lets editors mark unknown keys, and asks for no key that has a default", () => {
    expect(schema.additionalProperties).toBe(false);
    expect(row?.required).not.toContain("aliases");
    expect(row?.required).toContain("target");
  });
});
