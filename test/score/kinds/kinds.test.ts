import { expect, test } from "vitest";
import { TARGET_KINDS } from "../../../src/plan/target-kinds.js";
import { KINDS } from "../../../src/score/kinds/kinds.js";

test("every way a plan file may set a target can be scored, each by one entry", () => {
  expect(KINDS.map(({ kind }) => kind).sort()).toEqual(Object.keys(TARGET_KINDS).sort());
});
