import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { parseManifest } from "../../src/data/folder/manifest.js";
import { parseNarrative } from "../../src/narrative/parse.js";
import { everySlot } from "../../src/narrative/slots.js";
import { loadPlan } from "../../src/plan/load.js";
import { checkTemplates } from "../../src/render/check-templates.js";
import { OTHER_DISTRICT } from "../plan/other-district.js";
import { bounded, plans } from "./pipeline.js";

const folder = mkdtempSync(path.join(tmpdir(), "fuzz-texts-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What nobody would write there, and a slip of the keyboard would. */
const PIECES =
  "&a *a *b << : - ? | > % @ ` \" ' # [ ] { } ， ： 　 \t \n --- ... !!str !<x> null ~ 1e999 0x1F 2025年 constructor __proto__ {{ }} {{{ {{> gaps}} {{#if x}} {{/each}} ** _ [x](y) <b> &lt; \u001b[2J \u202e \0 \ufeff"
    .split(" ")
    .concat("(".repeat(5_000), "（".repeat(5_000), "长".repeat(5_000), " ".repeat(5_000));
const place = fc.integer({ min: 0, max: 9_999 });
const slip = fc.record({
  from: place,
  length: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 400 }) }),
  piece: fc.oneof(
    fc.constantFrom(...PIECES),
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.string({ unit: "binary", maxLength: 12 }),
  ),
});
const slips = fc.array(slip, { minLength: 1, maxLength: 6 });

function changed(text: string, made: readonly { from: number; length: number; piece: string }[]): string {
  let result = text;
  for (const { from, length, piece } of made) {
    const start = Math.floor((from / 10_000) * result.length);
    result = result.slice(0, start) + piece + result.slice(start + length);
  }
  return result;
}

it("survives plans with slips anywhere: a plan, or a reason", () => {
  fc.assert(
    fc.property(slips, (made) => {
      const { plan, issues } = loadPlan("p.yaml", changed(OTHER_DISTRICT, made));
      if (plan === null) expect(issues.length).toBeGreaterThan(0);
    }),
    bounded(100),
  );
});

const MANIFEST = readFileSync("fixtures/data/manifest.yaml", "utf8");

it("survives manifests with slips anywhere", () => {
  fc.assert(
    fc.property(slips, (made) => {
      expect(parseManifest("manifest.yaml", changed(MANIFEST, made)).manifest).toBeDefined();
    }),
    bounded(100),
  );
});

const NARRATIVE = readFileSync("fixtures/data/narrative/women-2025.md", "utf8");

it("survives people's texts with slips anywhere", () => {
  const slots = everySlot(plans[0]);
  fc.assert(
    fc.property(slips, (made) => {
      expect(parseNarrative("women-2025.md", changed(NARRATIVE, made), slots).sections).toBeDefined();
    }),
    bounded(100),
  );
});

const TEMPLATES = readdirSync("templates").filter((name) => /\.(?:hbs|css)$/u.test(name));

it("survives templates with slips anywhere", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...TEMPLATES), slips, async (name, made) => {
      const own = mkdtempSync(path.join(folder, "own-"));
      writeFileSync(path.join(own, name), changed(readFileSync(path.join("templates", name), "utf8"), made));
      expect(await checkTemplates({ override: own })).toBeInstanceOf(Array);
      rmSync(own, { recursive: true });
    }),
    bounded(100),
  );
});
