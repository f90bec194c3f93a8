import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { finding } from "../../src/yaml/finding.js";
import { issuesOf, readYaml, type YamlKind } from "../../src/yaml/read.js";

/** Every form a schema of ours may take, of a file that is nobody's. */
const schema = z.strictObject({
  title: z.string().check(z.minLength(1)),
  size: z._default(z.int().check(z.gte(1), z.lte(5)), 1),
  open: z.optional(z.boolean()),
  day: z.optional(z.string().check(z.regex(/^\d{4}$/u, { error: "写作四位数字" }))),
  notes: z._default(
    z.nullable(
      z.union([
        z.pipe(
          z.string(),
          z.transform((note: string) => [note]),
        ),
        z.array(z.string()),
      ]),
    ),
    [],
  ),
  places: z._default(
    z
      .array(
        z.discriminatedUnion("type", [
          z.strictObject({ type: z.literal("town"), name: z.string() }),
          z.strictObject({ type: z.literal("site"), name: z.string(), beds: z.number() }),
        ]),
      )
      .check(z.minLength(2)),
    [],
  ),
  weights: z._default(z.record(z.string(), z.number()), {}),
});

const KIND: YamlKind<typeof schema> = {
  noun: "规划文件",
  schema,
  finding: (fault, path, under) => finding("data/manifest-value", path, fault, under),
};

/** "line:column message → hint" of every issue. */
function told(text: string): string[] {
  const { document, findings } = readYaml("x.yaml", text, KIND);
  return issuesOf(document, findings).map(
    ({ where, message, hint }) => `${where?.line ?? "?"}:${where?.column ?? "?"} ${message} → ${hint}`,
  );
}

it("gives what the schema makes of a sound text", () => {
  const { value, findings, document } = readYaml("x.yaml", "title: 永川\nnotes: 年报数\n", KIND);
  expect([findings, document.issues]).toEqual([[], []]);
  expect(value).toEqual({ title: "永川", size: 1, notes: ["年报数"], places: [], weights: {} });
});

describe("what the schema does not allow is told at its place, with what to write", () => {
  const places = "[{ type: town, name: 甲 }, { type: site, name: 乙, beds: 3 }]";
  it.each([
    ["a key misspelt", "titel: 永川\ntitle: 永川\n", "1:1 不认识的键“titel” → 是否要写“title”？"],
    [
      "a key that is none",
      "title: 永川\n地区: 1\n",
      /^2:1 不认识的键“地区” → 这里可以写的键：title、size、/u,
    ],
    [
      "a key of one member of a union",
      `title: 甲\nplaces: ${places.replace("beds: 3", "beds: 3, bets: 3")}\n`,
      /“bets” → 是否要写“beds”/u,
    ],
    ["a key that is missing", "size: 2\n", "1:1 缺少“title” → 请补上这一键"],
    ["a key without a value", "title:\n", "1:1 “title”没有内容 → 请填写，可不写的键请整行删除"],
    [
      "a number for a text",
      "title: 5\n",
      "1:8 “title”应为文字，不能写“5” → 请写文字；数字，或含“: ”“#”的文字，请加半角双引号",
    ],
    [
      "a text for a number",
      "title: 甲\nsize: 三\n",
      "2:7 “size”应为数，不能写“三” → 请写半角数字，不加引号和单位",
    ],
    [
      "a fraction for a count",
      "title: 甲\nsize: 1.5\n",
      "2:7 “size”应为整数，不能写“1.5” → 请写半角数字，不加引号和小数",
    ],
    [
      "a word for yes or no",
      "title: 甲\nopen: 是\n",
      "2:7 “open”应为true 或 false，不能写“是” → 请写 true 或 false，不加引号",
    ],
    ["more than the most", "title: 甲\nsize: 9\n", "2:7 “size”不能大于5 → "],
    [
      "fewer than the fewest",
      "title: 甲\nplaces: [{ type: town, name: 甲 }]\n",
      "2:9 “places”不能少于2项 → ",
    ],
    ["another form", "title: 甲\nday: 二〇二五\n", "2:6 “day”的写法“二〇二五”不对 → 写作四位数字"],
    [
      "neither of two types",
      "title: 甲\nnotes: 5\n",
      "2:8 “notes”应为文字或列表，不能写“5” → 请写文字，或一行一项，以“- ”开头",
    ],
    ["an entry of the list it may be", "title: 甲\nnotes: [a, 5]\n", /^2:12 “notes”应为文字，不能写“5”/u],
    [
      "a member that is none",
      `title: 甲\nplaces: ${places.replace("site", "ste")}\n`,
      /^2:\d+ “type”不能写“ste” → 是否要写“site”/u,
    ],
    [
      "a member without its name",
      `title: 甲\nplaces: ${places.replace("type: site, ", "")}\n`,
      /^2:\d+ 缺少“type”/u,
    ],
    ["a figure of a table", "title: 甲\nweights: { a: x }\n", /^2:15 “a”应为数，不能写“x”/u],
    ["a list for the whole", "- 甲\n", /^1:1 文件应为“键: 值”的一组内容，不能写“\[…\]”/u],
    ["a text for the whole", "甲\n", /^1:1 文件应为“键: 值”的一组内容，不能写“甲”/u],
  ])("%s", (_, text, expected) => {
    const [first, ...more] = told(text);
    expect(more).toEqual([]);
    if (typeof expected === "string") expect(first).toBe(expected);
    else expect(first).toMatch(expected);
  });
});

it("never throws, whatever stands in a file, and points into it", { tags: ["patience"] }, () => {
  const pieces = [
    "title",
    "notes",
    "places",
    "type",
    "town",
    "weights",
    ": ",
    "：",
    "- ",
    "-",
    " ",
    "  ",
    "　",
    "\n",
    "\t",
  ];
  const signs = [
    "[",
    "]",
    "{",
    "}",
    ", ",
    "，",
    "'",
    '"',
    "|",
    ">",
    "&a ",
    "*a",
    "!x ",
    "#",
    "5",
    "~",
    "甲",
    "\0",
    "---\n",
    "? ",
  ];
  const text = fc
    .array(fc.constantFrom(...pieces, ...signs), { maxLength: 40 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (written) => {
      const { value, findings, document } = readYaml("x.yaml", written, KIND);
      const issues = issuesOf(document, findings);
      expect(value === null ? issues.length : 1).toBeGreaterThan(0);
      const lines = written.split(/\r\n|\r|\n/u).length;
      for (const { where } of issues) expect(where?.line ?? 0).toBeLessThanOrEqual(lines);
    }),
    { numRuns: 3_000, seed: 20_257 },
  );
});
