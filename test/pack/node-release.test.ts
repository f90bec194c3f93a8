import { describe, expect, it } from "vitest";
import { newestLts } from "../../pack/node-release.js";

describe("the Node that is shipped", () => {
  const published = {
    created: "2019-01-01T00:00:00Z",
    modified: "2027-01-01T00:00:00Z",
    "22.23.3": "2026-09-26T13:39:41Z",
    "24.9.0": "2026-09-01T00:00:00Z",
    "24.21.0": "2026-09-16T13:49:56Z",
    "26.10.0": "2026-09-23T05:00:31Z",
  };

  it("is the newest release that was made after its line got long-term support", () => {
    expect(newestLts(published)).toBe("24.21.0");
  });

  it.each([
    ["a line before its October", "24.3.0", "2025-06-01T00:00:00Z", null],
    ["a line in its October", "24.11.0", "2025-10-28T00:00:00Z", "24.11.0"],
    ["an odd line", "25.9.0", "2026-11-01T00:00:00Z", null],
    ["the last line of the old calendar", "26.11.0", "2026-10-28T00:00:00Z", "26.11.0"],
    ["a line of the new calendar, one a year", "27.9.0", "2027-10-26T00:00:00Z", "27.9.0"],
    ["such a line before its October", "28.1.0", "2028-05-01T00:00:00Z", null],
    ["a version of another kind", "24.11.0-rc.1", "2026-01-01T00:00:00Z", null],
  ])("%s", (_, version, time, expected) => {
    expect(newestLts({ [version]: time })).toBe(expected);
  });
});
