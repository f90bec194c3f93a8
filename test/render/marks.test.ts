import { expect, it } from "vitest";
import { markRules } from "../../src/render/marks.js";
import { ALERTS } from "../../src/terms/alert.js";
import { STATUS, STATUSES } from "../../src/terms/status.js";

const rules = new Map(
  [...markRules().matchAll(/^:where\(\.(\w+)\)\{(.*)\}$/gmu)].map(([, name = "", body = ""]) => [name, body]),
);

it("gives every status and every alert its mark and colours", () => {
  expect([...rules.keys()]).toEqual([...STATUSES, ...ALERTS]);
  for (const status of STATUSES) {
    const { mark, ink, fill } = STATUS[status];
    expect(rules.get(status)).toContain(`--mark:"${mark}";--mark-ink:${ink};--fill:${fill}`);
  }
});

it("frames what would print as dark as 已达标", () => {
  expect(rules.get("offTrack")).toContain("--on-fill:#fff;--frame:inset 0 0 0 1pt #8f1d17,inset");
  expect(rules.get("achieved")).not.toContain("--frame");
});
