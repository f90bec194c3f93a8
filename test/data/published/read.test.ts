import { mkdirSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readPublished } from "../../../src/data/published/read.js";
import type { PublishedContent } from "../../../src/data/published/record.js";
import { freshFolder } from "../../files/folder.js";

const at = freshFolder();

function frozen(value: string): PublishedContent {
  return {
    schemaVersion: 1,
    name: "妇女2024",
    edition: 1,
    published: "2025-06-01",
    first: null,
    plan: { id: "women", title: "妇女发展规划" },
    year: 2024,
    asOf: "2025-05-20",
    draft: false,
    versions: { tool: "0", browser: "0" },
    method: {},
    inputs: [],
    outputs: [],
    statement: {
      kind: "annual",
      review: "定稿",
      sample: false,
      tally: {},
      rates: {},
      rows: [],
      projects: [],
      figures: [{ indicator: "W04", year: 2024, group: "", shown: "94.88", value }],
      sentences: [],
      problems: [],
      recommendations: [],
    },
  };
}

async function read(value: string) {
  mkdirSync(at("已发布"), { recursive: true });
  writeFileSync(at("已发布/妇女2024.json"), JSON.stringify(frozen(value)));
  return readPublished(at());
}

it("reads figures that are numbers", async () => {
  const { published, issues } = await read("94.88");
  expect(issues).toEqual([]);
  expect(published).toHaveLength(1);
});

it.each(["", "九十四", "NaN", "Infinity", "1e999999", "0x1F", "94.88%", "constructor"])(
  "tells a file whose figure somebody made %j, and compares nothing with it",
  async (value) => {
    const { published, issues } = await read(value);
    expect(issues.map(({ code }) => code)).toEqual(["published/unreadable"]);
    expect(published).toEqual([]);
  },
);
