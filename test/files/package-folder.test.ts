import path from "node:path";
import { expect, test } from "vitest";
import { isInPackage } from "../../src/files/package-folder.js";

const ROOT = path.resolve(import.meta.dirname, "../..");

test.each([
  [ROOT, true],
  [path.join(ROOT, "data"), true],
  [path.join(ROOT, "..data"), true],
  ["data", true],
  [`${ROOT}-2/data`, false],
  [path.join(ROOT, "..", "data"), false],
  [path.parse(ROOT).root, false],
])("%s stands in the program's own folder: %s", (place, inside) => {
  expect(isInPackage(place)).toBe(inside);
});
