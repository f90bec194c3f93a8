import { describe, expect, it } from "vitest";
import { run } from "../src/commands/program.js";
import { parseManifest } from "../src/data/folder/manifest.js";
import { parseNarrative } from "../src/narrative/parse.js";
import { everySlot } from "../src/narrative/slots.js";
import { loadPlan } from "../src/plan/load.js";
import { unitOf } from "../src/terms/unit.js";
import { readWorkbook } from "../src/workbook/read/read.js";
import { silentSurroundings } from "./commands/surroundings.js";
import { freshFolder } from "./files/folder.js";
import { writeFileSync } from "node:fs";
import { compose } from "./fuzz/pipeline.js";
import { OTHER_DISTRICT } from "./plan/other-district.js";
import { women } from "./plan/shipped.js";
import { checkTemplates } from "../src/render/check-templates.js";
import { xlsx } from "./workbook/read/package.js";

/** What every object of the language answers for, unless it was made not to. */
const NAMES = ["constructor", "toString", "__proto__", "hasOwnProperty", "valueOf"];
const at = freshFolder();

/** The plan with the first of such words replaced. */
const first = (from: string, to: string): string => OTHER_DISTRICT.replace(from, () => to);

const cell = (address: string, text: string): string =>
  `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
const rows = (lines: readonly (readonly string[])[]): string =>
  `<sheetData>${lines
    .map(
      (texts, row) =>
        `<row r="${row + 1}">${texts.map((text, i) => cell(`${"ABCDEFGHIJK"[i]}${row + 1}`, text)).join("")}</row>`,
    )
    .join("")}</sheetData>`;

async function read(options: Parameters<typeof xlsx>[0]): ReturnType<typeof readWorkbook> {
  writeFileSync(at("a.xlsx"), xlsx(options));
  return readWorkbook(at("a.xlsx"), "a.xlsx");
}

/** A sheet of each kind, heads first; every other cell is to be replaced. */
const SHEETS = [
  [
    ["编号", "指标名称", "计量单位", "2024年", "2025年", "数据来源", "备注"],
    ["W04", "孕产妇系统管理率", "%", "94", "95", "甲", "乙"],
  ],
  [
    ["编号", "指标名称", "计量单位", "上年数", "本年数", "分子", "分母", "缺报原因", "填报单位"],
    ["W04", "孕产妇系统管理率", "%", "94", "95", "1", "2", "", "甲"],
  ],
  [
    ["编号", "年份", "分组", "组别", "数值"],
    ["C07", "2025", "镇街", "松溉镇", "98"],
  ],
  [
    ["项目编号", "项目名称", "年份", "进展状态", "量化内容", "目标数", "完成数", "填报单位"],
    ["WP01", "", "2025", "推进中", "甲", "1", "1", "乙"],
  ],
];

describe.each(NAMES)("%s, which every object has, is a word like any other", (name) => {
  it(
    "in every cell of every kind of sheet, heads included, and as the sheet's name",
    { tags: ["patience"] },
    async () => {
      const variants = SHEETS.flatMap((lines) =>
        lines.flatMap((texts, row) =>
          texts.map((_, column) =>
            lines.map((each, r) => each.map((text, c) => (r === row && c === column ? name : text))),
          ),
        ),
      );
      const sheets = `<sheet name="${name}" sheetId="1" r:id="rId1"/>`;
      const files = [];
      for (const lines of variants) files.push(await read({ sheet: rows(lines), sheets }));
      const [one] = files;
      if (one === undefined) throw new Error("no variant");
      compose([{ ...one, sheets: files.flatMap((file) => file.sheets) }]);
    },
  );

  it("as a cell's type, an element, a style and a relation", async () => {
    const options = [
      { sheet: `<sheetData><row r="1"><c r="A1" t="${name}"><v>1</v></c></row></sheetData>` },
      {
        sheet: `<${name}/><sheetData><${name}><row r="1"><c r="A1"><${name}>1</${name}></c></row></${name}></sheetData>`,
      },
      {
        sheet: `<sheetData><row r="1"><c r="A1" s="${name}"><v>1</v></c></row></sheetData>`,
        styles: `<${name}/>`,
      },
      { relations: [[name, name, name] as const] },
    ];
    for (const option of options) {
      const { issues } = await read(option);
      expect(issues.map(({ code }) => code)).not.toContain("workbook/reader-failed");
    }
  });

  it("in plans and manifests, as key and as value", () => {
    expect(unitOf(name).kind).toBe("amount");
    for (const text of [
      first('unit: "%"', `unit: ${name}`),
      first("id: LH1", `id: ${name}`),
      first("measures: [R1.1]", `measures: [${name}]`),
      first("domain: A", `domain: ${name}`),
      first("kind: atLeast", `kind: ${name}`),
      first("smallNumbers: 5", `severities: { ${name}: error }`),
      `${OTHER_DISTRICT}${name}: 1\n`,
    ]) {
      expect(() => loadPlan("p.yaml", text)).not.toThrow();
    }
    expect(parseManifest("m.yaml", `${name}: 1`).issues.map(({ code }) => code)).toEqual([
      "data/manifest-key",
    ]);
    expect(parseManifest("m.yaml", `status: ${name}`).issues).toHaveLength(1);
  });

  it("as a heading of people's texts, and in templates", async () => {
    expect(() =>
      parseNarrative("n.md", `# ${name}\n\n## ${name}\n\n文字。\n`, everySlot(women)),
    ).not.toThrow();
    for (const text of [`{{${name}}}`, `{{cover.${name}}}`, `{{#${name}}}x{{/${name}}}`, `{{> ${name}}}`]) {
      writeFileSync(at("annual.hbs"), text);
      expect((await checkTemplates({ override: at() })).length).toBeGreaterThan(0);
    }
  });

  it.each([
    ["a command", (word: string) => [word]],
    ["an option", (word: string) => ["score", "2025", "--demo", `--${word}`]],
    ["a plan", (word: string) => ["score", "2025", "--demo", "--plan", word]],
    ["a format", (word: string) => ["score", "2025", "--demo", "--format", word]],
    ["a row", (word: string) => ["explain", word, "2025", "--demo"]],
    ["a year", (word: string) => ["score", word, "--demo"]],
  ])("on the command line, as %s", async (_, argv) => {
    const surroundings = silentSurroundings();
    expect(await run(argv(name), surroundings)).toBe(2);
    expect(surroundings.said.err).toMatch(/→/u);
  });
});
