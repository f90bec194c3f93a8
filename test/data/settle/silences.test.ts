import { describe, expect, test } from "vitest";
import { datasetOf } from "../../../src/data/settle/dataset-of.js";
import { parseManifest } from "../../../src/data/folder/manifest.js";
import { silence } from "../../../src/data/settle/silences.js";
import { issue } from "../../../src/issues/issue.js";
import { book, codesOf, plans, sheet } from "../book.js";

const FILES = [
  book(
    "填报/a.xlsx",
    sheet("数据", [
      ["编号", "2020年", "2024年"],
      ["W04", 93.5, "…"],
    ]),
  ),
];

function silenced(...entries: string[]) {
  const { manifest, issues } = parseManifest("manifest.yaml", `silences:\n${entries.join("\n")}\n`);
  const found = datasetOf(FILES, manifest, plans);
  return { ...found, codes: codesOf({ issues: [...issues, ...found.issues] }) };
}

const entry = (code: string, cell: string, reason = "已与区卫生健康委核实"): string =>
  `  - { code: ${code}, file: 填报/a.xlsx, sheet: 数据, cell: ${cell}, reason: ${reason} }`;

describe("a finding a person excused on one cell", () => {
  test("is told no more, and is kept with the reason for the report", () => {
    const { codes, dataset } = silenced(entry("data/baseline-differs", "$b$2"));
    expect(codes).toEqual(["data/below-unit C2"]);
    expect(dataset.silenced).toMatchObject([
      { issue: { code: "data/baseline-differs", where: { cell: "B2" } }, reason: "已与区卫生健康委核实" },
    ]);
  });

  test("is told on every other cell, and what excuses nothing is told itself", () => {
    const { codes, issues } = silenced(entry("data/baseline-differs", "B3"));
    expect(codes).toEqual(["data/idle-silence", "data/baseline-differs B2", "data/below-unit C2"]);
    expect(issues[0]?.where).toMatchObject({ file: "manifest.yaml", line: 2 });
  });
});

test("hundreds of findings and of silences are not compared one by one", () => {
  let looks = 0;
  const idle = issue("data/idle-silence", { file: "manifest.yaml" }, { code: "data/below-unit", cell: "C1" });
  const at = (row: number) => ({ file: "a.xlsx", sheet: "数据", cell: `C${row}` });
  const rows = Array.from({ length: 300 }, (_, row) => row);
  const silences = rows.map((row) => ({
    ...{ ...at(row), reason: "已核实", idle },
    get code() {
      looks += 1;
      return "data/below-unit" as const;
    },
  }));
  const issues = rows.map((row) => ({ ...idle, code: "data/below-unit" as const, where: at(row) }));
  const { silenced: excused, idle: left } = silence(issues, silences);
  expect([excused.length, left.length]).toEqual([300, 0]);
  expect(looks).toBeLessThan(4 * rows.length);
});

describe("a doubt that a person has dispelled", () => {
  const table = (...values: (number | string | null)[]) =>
    book(
      "填报/a.xlsx",
      sheet("数据", [
        ["编号", "2020年", "2021年", "2022年", "2023年", "2024年", "2025年"],
        ["W35", ...values],
      ]),
    );

  function told(values: (number | string | null)[], ...entries: string[]): string[] {
    const { manifest, issues } = parseManifest("manifest.yaml", `silences:\n${entries.join("\n")}\n`);
    const found = datasetOf([table(...values)], manifest, plans);
    return codesOf({ issues: [...issues, ...found.issues] });
  }

  test.each(["data/magnitude", "data/unit-slip"])("stops no report any more, %s", (code) => {
    expect(told([5.1, 5.2, 5.3, 5.4, 5.5, 60800], entry(code, "G2"))).toEqual([]);
  });

  test.each(["C2", "G2"])("of several cells is dispelled on any of them: %s", (cell) => {
    expect(told([5.1, 0, 5.3, 5.4, 5.5, 0], entry("data/doubtful-zero", cell))).toEqual([]);
  });

  test("leaves nothing else to be told of its cell, and no reason idle", () => {
    const both = [entry("data/doubtful-zero", "C2"), entry("data/doubtful-zero", "G2", "本年未开展")];
    expect(told([5.1, 0, 5.3, 5.4, 5.5, 0], ...both)).toEqual([]);
  });

  test("does not come back by another name", () => {
    expect(told([5.1, 5.2, 5.3, 5.4, 5.5, 60800], entry("data/jump", "G2"))).toEqual([]);
  });

  test("is told again of another cell", () => {
    expect(told([5.1, 5.2, 5.3, 5.4, 51000, 60800], entry("data/magnitude", "B2"))).toEqual([
      "data/idle-silence",
      "data/magnitude G2",
    ]);
  });
});

describe("an excuse that cannot stand", () => {
  test.each([
    [
      "without a reason",
      `  - { code: data/jump, file: a, sheet: b, cell: C1, reason: " " }`,
      "data/manifest-value",
    ],
    ["with a key misspelt", entry("data/jump", "B2").replace("reason", "reasn"), "data/manifest-key"],
    ["of no known finding", entry("data/jmup", "B2"), "data/silence-code"],
    ["of a refused figure", entry("data/negative", "B2"), "data/silence-code"],
  ])("%s is an error", (_what, line, code) => {
    const { codes } = silenced(line);
    expect(codes).toContain(code);
    expect(codes).toContain("data/baseline-differs B2");
  });

  test("names the code it may have meant", () => {
    const { issues } = parseManifest("manifest.yaml", `silences:\n${entry("data/jmup", "B2")}\n`);
    expect(issues[0]?.hint).toContain("data/jump");
  });
});
