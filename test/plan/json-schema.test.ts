import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { planJsonSchema } from "../../src/plan/json-schema.js";
import { TARGET_KINDS } from "../../src/plan/target-kinds.js";

interface Node {
  examples?: Record<string, unknown>[];
  enum?: string[];
  anyOf?: { type?: string }[];
  description?: string;
  const?: string;
  additionalProperties?: unknown;
  properties?: Record<string, Node>;
  items?: Node;
  oneOf?: Node[];
  required?: string[];
}

/** What may stand in a key one way or another: the words of a list, and nothing where that is allowed. */
function choicesOf({ enum: words = [], anyOf = [] }: Node): (string | null)[] {
  return [...words, ...(anyOf.some(({ type }) => type === "null") ? [null] : [])];
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

  it("shows each target kind as a plan file writes it: each choice in one example", () => {
    for (const form of row?.properties?.["target"]?.oneOf ?? []) {
      const examples = form.examples ?? [];
      expect(examples.length, form.description).toBeGreaterThan(0);
      for (const [key, node] of Object.entries(form.properties ?? {})) {
        const shown = new Set(examples.map((example) => example[key]));
        for (const choice of choicesOf(node)) expect([...shown], key).toContain(choice);
      }
    }
  });

  it("lets editors mark unknown keys, and asks for no key that has a default", () => {
    expect(schema.additionalProperties).toBe(false);
    expect(row?.required).not.toContain("aliases");
    expect(row?.required).toContain("target");
  });
});

describe("the schema file beside the plans", () => {
  const folder = path.resolve(import.meta.dirname, "../../plans");
  const plans = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

  it("is the present one: `npm run schema` writes it", () => {
    const kept = readFileSync(path.join(folder, "plan.schema.json"), "utf8");
    expect(kept).toBe(`${JSON.stringify(planJsonSchema(), null, 2)}\n`);
  });

  it.each(plans)("is named in the first line of %s, where editors look for it", (name) => {
    const [first] = readFileSync(path.join(folder, name), "utf8").split("\n");
    expect(first).toBe("# yaml-language-server: $schema=plan.schema.json");
  });
});
