import { describe, expect, it } from "vitest";
import { parseDistricts } from "../../src/batch/districts-file.js";
import { ReportError } from "../../src/issues/error.js";

const YONGCHUAN = `{ code: "500118", name: 永川区, plans: 永川/plans, data: 永川/data }`;
const listOf = (...districts: string[]) => `districts:\n${districts.map((each) => `  - ${each}\n`).join("")}`;

/** code at line:column, as a person is told. */
function refusals(text: string): string[] {
  try {
    parseDistricts("市/districts.yaml", text);
    return [];
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return error.issues.map(({ code, where }) => `${code} ${where?.line}:${where?.column}`);
  }
}

describe("a list of districts", () => {
  it("names folders beside itself, and may name those that all share", () => {
    const text = `defaults: { plans: plans, templates: 版式 }\n${listOf(
      `{ code: 500118, name: 永川区, data: 永川\\data/ }`,
      `{ code: "500102", name: 涪陵区, data: ./涪陵/data, plans: 涪陵/plans, templates: 涪陵/版式 }`,
    )}`;
    expect(parseDistricts("市/districts.yaml", text)).toMatchObject([
      { code: "500118", plansFolder: "市/plans", dataFolder: "市/永川/data", templatesFolder: "市/版式" },
      {
        code: "500102",
        plansFolder: "市/涪陵/plans",
        dataFolder: "市/涪陵/data",
        templatesFolder: "市/涪陵/版式",
      },
    ]);
    expect(parseDistricts("d.yaml", listOf(YONGCHUAN), "公用")).toMatchObject([{ templatesFolder: "公用" }]);
  });

  it("takes a name for one line, so that none stands in a list as two districts", () => {
    const text = listOf(`{ code: "500118", name: "永川区\\n500102  涪陵区", plans: p, data: d }`);
    expect(parseDistricts("d.yaml", text)).toMatchObject([{ name: "永川区 500102  涪陵区" }]);
  });

  it.each<[string, string, string[]]>([
    ["nothing", "", ["batch/list-value 1:1"]],
    ["no list", "{}", ["batch/list-value 1:1"]],
    ["an empty one", "districts: []", ["batch/list-value 1:1"]],
    [
      "a slip in a key",
      listOf(`{ code: "500118", name: 永川区, plan: p, data: d }`),
      ["batch/list-key 2:34"],
    ],
    ["a code that is none", listOf(YONGCHUAN.replace("500118", "5001")), ["batch/list-value 2:13"]],
    ["a code that is a path", listOf(YONGCHUAN.replace("500118", "../../x")), ["batch/list-value 2:13"]],
    ["an absolute path", listOf(YONGCHUAN.replace("永川/data", "/srv/data")), ["batch/list-value 2:57"]],
    ["a drive", listOf(YONGCHUAN.replace("永川/data", "D:/data")), ["batch/list-value 2:57"]],
    ["a share", listOf(YONGCHUAN.replace("永川/data", "\\\\server\\data")), ["batch/list-value 2:57"]],
    ["a way out", listOf(YONGCHUAN.replace("永川/data", "永川/../../data")), ["batch/list-value 2:57"]],
    [
      "a way out by the other slash",
      listOf(YONGCHUAN.replace("永川/data", "..\\data")),
      ["batch/list-value 2:57"],
    ],
    ["no plans anywhere", listOf(`{ code: "500118", name: 永川区, data: d }`), ["batch/no-plans 2:29"]],
    [
      "a code twice",
      listOf(YONGCHUAN, YONGCHUAN.replace("永川/data", "涪陵/data")),
      ["batch/duplicate-code 3:13"],
    ],
    [
      "one data folder for two",
      listOf(YONGCHUAN, YONGCHUAN.replace("500118", "500102")),
      ["batch/shared-data 3:57"],
    ],
    [
      "a data folder inside another's",
      listOf(YONGCHUAN.replace("永川/data", "永川/data/镇街"), YONGCHUAN.replace("500118", "500102")),
      ["batch/shared-data 2:57"],
    ],
    [
      "a data folder that holds all others",
      listOf(YONGCHUAN, YONGCHUAN.replace("500118", "500102").replace("永川/data", ".")),
      ["batch/shared-data 2:57"],
    ],
    ["text that is no YAML", "districts: [", ["plan/syntax 1:13"]],
  ])("is refused with line and column: %s", (_, text, told) => {
    expect(refusals(text)).toEqual(told);
  });

  it("tells all that is wrong at once", () => {
    const wrong = listOf(YONGCHUAN.replace("500118", "x"), YONGCHUAN.replace("永川/data", "/"));
    expect(refusals(wrong)).toHaveLength(2);
  });

  it("may be as long as a country has counties", { tags: ["patience"] }, () => {
    const counties = Array.from({ length: 2843 }, (_, at) => {
      return `{ code: ${100_000 + at}, name: 第${at}县, plans: 县/${at}/plans, data: 县/${at}/data }`;
    });
    expect(parseDistricts("d.yaml", listOf(...counties))).toHaveLength(2843);
  });

  it("tells of a district's folder where the list names it", () => {
    const [district] = parseDistricts(
      "d.yaml",
      `defaults: { plans: p }\n${listOf(`{ code: 500118, name: 永川区, data: d }`)}`,
    );
    const told = district!.tell([
      { key: "data", folder: "d", reason: "不存在" },
      { key: "plans", folder: "p", reason: "不存在" },
    ]);
    expect(told.map(({ where }) => [where?.line, where?.column])).toEqual([
      [3, 38],
      [3, 5],
    ]);
  });
});
