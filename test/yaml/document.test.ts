import { describe, expect, it } from "vitest";
import { loadPlan } from "../../src/plan/load.js";
import { OTHER_DISTRICT, slip } from "../plan/other-district.js";

function load(text: string) {
  return loadPlan("p.yaml", text);
}

/** Ten of the former, each time, seven times over: 10 million entries when expanded. */
const BOMB = Array.from({ length: 7 }, (_, level) => {
  const entry = level === 0 ? "x" : `*a${level - 1}`;
  return `a${level}: &a${level} [${Array<string>(10).fill(entry).join(", ")}]`;
}).join("\n");

describe("a file that is not YAML", () => {
  it.each([
    ["a key typed with a full-width colon", slip("region: 临湖区", "region：临湖区"), 5],
    ["a tab as indentation", slip("    number: 2", "\tnumber: 2"), 31],
    ["an open bracket", slip("aliases: [康复服务率]", "aliases: [康复服务率"), 28],
    ["a thousand keys on one line", `${OTHER_DISTRICT}a${": ".repeat(1_000)}`, 72],
    ["an open quote", slip('unit: "%", decimals: 1, row', 'unit: "%, decimals: 1, row'), 58],
    ["a wording that begins with @", slip("title: 提高", "title: @提高"), 69],
    ["two plans in one file", `${OTHER_DISTRICT}---\n${OTHER_DISTRICT}`, 72],
    ["an unknown tag", slip("region: 临湖区", "region: !区 临湖区"), 5],
  ])("%s: says where and what, in Chinese", (_, text, line) => {
    const { plan, issues } = load(text);
    expect(plan).toBeNull();
    expect(issues[0]?.code).toBe("plan/syntax");
    expect(Math.abs((issues[0]?.where?.line ?? 0) - line)).toBeLessThanOrEqual(1);
    expect(issues[0]?.frame).toContain("^");
    // The parser's English stays inside; what stands in the file is quoted.
    const words = issues.map(({ message }) => message.replaceAll(/“[^”]*”/gu, "")).join();
    expect(words).not.toMatch(/[a-z]{4}/);
  });

  it("names the full-width colon, the usual slip of a Chinese keyboard", () => {
    expect(load(slip("region: 临湖区", "region：临湖区")).issues[0]?.message).toContain("全角冒号");
  });

  it("reports slips on different lines together, each line once", () => {
    const text = slip("title: 提高", "title: @提高", slip("issuer: 临湖区", "issuer: `临湖区"));
    const lines = load(text).issues.map(({ where }) => where?.line);
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.length).toBeGreaterThan(1);
  });
});

describe("a file that is YAML but no plan", () => {
  it.each([
    ["nothing", ""],
    ["only comments", "# 空\n"],
    ["a list", "- 1\n- 2\n"],
    ["a sentence", "这是说明\n"],
  ])("%s", (_, text) => {
    expect(load(text).issues.map(({ code }) => code)).toEqual(["plan/not-a-plan"]);
  });

  it("a mapping of something else: every key it lacks is named", () => {
    const codes = load("a: 1\n").issues.map(({ code }) => code);
    expect(codes).toContain("plan/unknown-key");
    expect(codes.filter((code) => code === "plan/missing-key").length).toBeGreaterThan(5);
  });
});

describe("duplicate keys", () => {
  it("are errors at the second one, beside all other errors", () => {
    const text = slip(
      "projects: [XM1]",
      "projects: [XM2]",
      slip("region: 临湖区", "region: 临湖区\nregion: 临河区"),
    );
    expect(load(text).issues.map(({ code, where }) => [code, where?.line])).toEqual([
      ["plan/duplicate-key", 6],
      ["plan/unresolved-link", 30],
    ]);
  });
});

it("the same key twice is told at the second one, also in a flow mapping and beside syntax that is wrong", () => {
  const { issues } = load("a: { x: 1, y: 2, x: 3 }\nb: }\n");
  expect(issues.map(({ code, where }) => [code, where?.line, where?.column])).toContainEqual([
    "plan/duplicate-key",
    1,
    18,
  ]);
});

describe("anchors", () => {
  it("may be used to write a thing once", () => {
    const text = slip(
      "issuers: { annual: 临湖区统计局, midterm: 临湖区残联, final: 临湖区残联 }",
      "issuers: { annual: 临湖区统计局, midterm: &cl 临湖区残联, final: *cl }",
    );
    expect(load(text).plan?.issuers.final).toBe("临湖区残联");
  });

  it("that do not exist are named", () => {
    const { issues } = load(slip("region: 临湖区", "region: *临湖"));
    expect(issues).toMatchObject([{ code: "plan/unknown-alias", where: { line: 5, column: 9 } }]);
  });

  it("that multiply into a bomb are refused", () => {
    expect(load(`${OTHER_DISTRICT}${BOMB}\n`).issues.map(({ code }) => code)).toEqual([
      "plan/too-many-aliases",
    ]);
  });

  it(
    "without number, each of which is looked for in the whole text, are refused",
    { tags: ["patience"] },
    () => {
      const many = `mark: &a [x]\nmarks: [${"*a,".repeat(50_000)}]\n`;
      expect(load(many).issues.map(({ code }) => code)).toEqual(["plan/too-many-aliases"]);
    },
  );

  it("that contain themselves do not hang the reader", () => {
    expect(load(slip("aliases: [康复服务率]", "aliases: &a [*a]")).plan).toBeNull();
  });
});

describe("hostile text", () => {
  it("nested thousands deep is one issue", { tags: ["patience"] }, () => {
    expect(load(`a: ${"[".repeat(5_000)}`).issues.map(({ code }) => code)).toEqual(["plan/syntax"]);
  });

  it("wrong in thousands of places is told in some of them, without delay", () => {
    const { issues } = load(`rows: [${Array<string>(5_000).fill("1").join(", ")}]\n`);
    expect(issues.length).toBeGreaterThan(100);
    expect(issues.length).toBeLessThan(1_000);
  });

  it("beyond the size of any plan is refused unread", () => {
    expect(load(`# ${"大".repeat(300_001)}`).issues.map(({ code }) => code)).toEqual(["plan/too-large"]);
  });

  it.each([
    ["lines", "?\n".repeat(100_000)],
    ["entries", `[${"*,".repeat(100_000)}]`],
  ])("of more %s than any list has is refused unread", (_, text) => {
    expect(load(text).issues.map(({ code }) => code)).toEqual(["plan/too-large"]);
  });

  it("with keys that mean something to JavaScript is no more than unknown keys", () => {
    const { issues } = load(`${OTHER_DISTRICT}__proto__: { id: x }\nconstructor: 1\n`);
    expect(issues.map(({ code }) => code)).toContain("plan/unknown-key");
  });
});
