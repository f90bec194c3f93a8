import { describe, expect, it } from "vitest";
import { decimal } from "../../src/terms/decimal.js";
import { indicatorsOf } from "../../src/plan/lookup.js";
import type { Judged, Plan } from "../../src/plan/plan.js";
import { traitsOf } from "../../src/plan/target-kinds.js";
import { children, women } from "./shipped.js";

const both = [...women.rows, ...children.rows];
const judged: readonly Judged[] = both.flatMap((row) => [row, ...row.parts]);

function row(id: string): Judged {
  const found = judged.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no row ${id}`);
  return found;
}

function idsWhere(test: (each: Judged) => boolean): string[] {
  return judged.filter(test).map(({ id }) => id);
}

describe("the shipped plans", () => {
  it.each([
    { plan: women, rows: 49, numbers: 46, domains: 8, projects: 15, chapters: [6, 7, 5, 5, 5, 5, 5, 6] },
    { plan: children, rows: 41, numbers: 34, domains: 7, projects: 19, chapters: [7, 6, 7, 6, 5, 6, 7] },
  ])("$plan.shortTitle is complete", ({ plan, rows, numbers, domains, projects, chapters }) => {
    expect(plan.rows).toHaveLength(rows);
    expect(plan.rows.at(-1)?.number).toBe(numbers);
    expect(plan.domains).toHaveLength(domains);
    expect(plan.projects).toHaveLength(projects);
    expect(plan.chapters.map(({ measures }) => measures.length)).toEqual(chapters);
  });

  it("have as many rows in each domain as the document's tables", () => {
    const count = ({ domains, rows }: Plan) =>
      domains.map(({ id, name }) => `${name} ${rows.filter(({ domain }) => domain === id).length}`);
    expect(count(women)).toEqual([
      "妇女与健康 11",
      "妇女与教育 4",
      "妇女与经济 5",
      "妇女参与决策管理 15",
      "妇女与社会保障 5",
      "妇女与家庭建设 2",
      "妇女与环境 3",
      "妇女与法律 4",
    ]);
    expect(count(children)).toEqual([
      "儿童与健康 23",
      "儿童与安全 2",
      "儿童与教育 4",
      "儿童与福利 5",
      "儿童与家庭 2",
      "儿童与环境 2",
      "儿童与法律保护 3",
    ]);
  });

  it("mark the 5 and 11 binding rows", () => {
    const binding = ({ rows }: Plan) => rows.filter(({ nature }) => nature === "binding").map(({ id }) => id);
    expect(binding(women)).toEqual(["W03", "W06", "W10", "W11", "W42"]);
    expect(binding(children)).toEqual([
      "C01",
      "C02",
      "C04",
      "C05",
      "C06",
      "C14",
      "C17",
      "C19",
      "C21",
      "C32",
      "C33",
    ]);
  });

  it("say of the five blank 属性 cells how they are recorded", () => {
    for (const id of ["C10b", "C10c", "C10d", "C15b", "C15c"])
      expect(row(id).notes.join(), id).toContain("属性栏");
  });

  it("have no id in common: figures are kept by id", () => {
    const ids = [women, children].flatMap((plan) => indicatorsOf(plan).map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("propose a reporter for every row and confirm none", () => {
    for (const { id, reporters } of both) {
      expect(reporters.names.length, id).toBeGreaterThan(0);
      expect(reporters.confirmed, id).toBe(false);
    }
  });

  it("link every row and every project to a measure, and domains to their own chapter", () => {
    for (const { rows, projects, domains, chapters } of [women, children]) {
      for (const { id, measures } of [...rows, ...projects]) expect(measures.length, id).toBeGreaterThan(0);
      for (const { id, domain, measures } of rows) {
        const own = chapters[domains.findIndex((each) => each.id === domain)]?.measures.map(
          (each) => each.id,
        );
        // C34 stands under 法律保护; its 工作站 are built under 福利 (CM4.6).
        if (id !== "C34")
          expect(
            measures.some((measure) => own?.includes(measure)),
            id,
          ).toBe(true);
      }
    }
  });
});

describe("the targets", () => {
  const explicit = (plan: Plan) =>
    plan.rows
      .filter(({ target }) => traitsOf(target).class === "explicit")
      .map(({ id, target }) => `${id} ${target.text}`)
      .join(" · ");

  it("are worded as in 专栏一", () => {
    expect(explicit(women)).toBe(
      "W02 ≥82.3 · W03 ＜8 · W04 ≥94 · W05a ≥70 · W06 ＜2 · W07 ≥98 · W08 ≥95 · W10 ≥1 · W11 100 · W12 100 · " +
        "W14 ≥12 · W15 45左右 · W16 40左右 · W17 50左右 · W18 40左右 · W21 不低于本地区党员总数中女性比例 · " +
        "W30 与女职工比例相适应 · W32a ≥35 · W32b 55左右 · W33 ≥95 · W37 40左右 · W38 100 · W40 趋于平衡 · W41 不低于2：3",
    );
    expect(explicit(children)).toBe(
      "C01 ＜1.5 · C02 ＜2.5 · C03 ≥70 · C04 ＜4.5 · C05 ＜4 · C06 ＜3 · C07 ≥98 · C08 ≥94 · C09 ≥92 · C10a ≥93 · " +
        "C10b ＜38 · C10c ＜60 · C10d ＜70 · C11 ≥60 · C12 ≥3.17 · C13a ≥1.12 · C13b ≥1 · C13c ≥2 · C14 ＜25 · " +
        "C15a ≥10 · C15b ≥9 · C15c ≥8 · C17 ＜0.1 · C19 ≥99.5 · C20 ≥90 · C21 ≥100 · C22 ＞100 · C24 ≥4.5 · " +
        "C28 ≥95 · C29 ≥85 · C30 ≥90 · C34 100",
    );
  });

  it("that give only a direction are read as such", () => {
    const of = (kind: string, mode?: string) =>
      idsWhere(
        ({ id, target }) =>
          !id.includes(".") && target.kind === kind && (!mode || ("mode" in target && target.mode === mode)),
      ).join(" ");
    expect(of("increase", "plain")).toBe(
      "W09 W13 W22 W23 W28 W29 W34 W35 W36 W39 W42 W43 W44 W45 C23 C26 C27 C31",
    );
    expect(of("increase", "everyYear")).toBe("W01");
    expect(of("increase", "noBackslide")).toBe("W05b C25");
    expect(of("decrease", "plain")).toBe("C16 C18 C32 C33");
    expect(of("decrease", "marked")).toBe("W19");
    expect(of("observe")).toBe("W20 W24 W25 W26 W27 W31a W31b");
    expect(of("contain")).toBe("W46");
  });

  it("that compare find their comparator, with the tolerance of the method", () => {
    expect(row("W21").target).toMatchObject({ kind: "relativeTo", row: "W20" });
    expect(row("W30").target).toMatchObject({ kind: "matches", series: "W30r" });
    const around = idsWhere(({ target }) => target.kind === "around" && target.tolerance.eq(2.5));
    expect(around).toEqual(["W15", "W16", "W17", "W18", "W32b", "W37"]);
    expect(idsWhere(({ target }) => target.kind === "around" && target.above === "unmet")).toEqual(["W37"]);
  });

  it("of 厕位 asks for one and a half times as many for women, not two thirds", () => {
    const { target } = row("W41");
    expect(target.kind === "stalls" && target.value.toString()).toBe("1.5");
  });

  it("by 单位 name the grouping; 23 镇街 are expected for C07", () => {
    expect(row("C07").target).toMatchObject({ kind: "each", grouping: "镇街", expected: 23 });
    expect(row("C13b").target).toMatchObject({ kind: "each", grouping: "机构", expected: null });
  });
});

describe("units and ranges", () => {
  it("let gross rates and 巩固率 pass 100 and hold the other percentages within 0—100", () => {
    const open = idsWhere(({ unit, range }) => unit === "%" && range.max === null);
    expect(open).toEqual(["W11", "W12", "C19", "C21", "C22"]);
  });

  it("let no share of a whole exceed it, in whatever unit it is given", () => {
    const ceilings = (unit: string): string[] =>
      judged.filter((each) => each.unit === unit).map(({ range }) => range.max?.toString() ?? "open");
    expect(new Set(ceilings("‰"))).toEqual(new Set(["1000"]));
    expect(new Set(ceilings("1/10万"))).toEqual(new Set(["100000"]));
  });

  it("record W46 as cases, not as the %, which the table prints, and give W40 and W41 none", () => {
    expect(row("W46").unit).toBe("件");
    expect(row("W46").notes.join()).toContain("%");
    expect([row("W40").unit, row("W41").unit]).toEqual(["", ""]);
  });

  it("show small rates with digits enough", () => {
    expect([row("C17").decimals, row("C32").decimals]).toEqual([3, 4]);
  });
});

describe("the plausible figures", () => {
  const numeric = [women, children].flatMap(indicatorsOf).map((each) => {
    if (each.plausible === null) throw new Error(`${each.id} has no limits`);
    return { ...each, ...each.plausible };
  });

  it("are wide, but for the years of a life", () => {
    const narrow = numeric.filter(({ low, high }) => low.times(1.7).gte(high));
    expect(narrow.map(({ id }) => id)).toEqual(["W02"]);
  });

  it("are as narrow as makes a figure off by a hundred show", () => {
    const blind = numeric.filter(({ low, high }) => low.gt(0) && high.gte(low.times(10_000)));
    expect(blind.map(({ id }) => id)).toEqual([]);
  });

  it("leave the sex ratio at birth 80 to 140, and neonatal deaths 0.3 to 20", () => {
    expect(row("W40").plausible).toMatchObject({ low: decimal(80), high: decimal(140) });
    expect(row("C01").plausible).toMatchObject({ low: decimal(0.3), high: decimal(20) });
  });

  it("begin at 0 where zeros are common and no unit says so", () => {
    expect(numeric.filter(({ low }) => low.isZero()).map(({ id }) => id)).toEqual(["W06", "W19"]);
    expect(idsWhere(({ events }) => events)).toEqual(["C32", "C33"]);
  });
});

describe("the baselines of 发展基础", () => {
  const baselines = (doubtful: boolean) =>
    judged
      .filter(({ baseline }) => baseline !== null && (baseline.doubtful !== null) === doubtful)
      .map(({ id, baseline }) => `${id} ${baseline?.value.toString()}`);

  it("are all there, the doubtful ones marked", () => {
    expect(baselines(false)).toEqual([
      "W04 92.99",
      "W12 136",
      "W15 46.05",
      "W22.1 28.13",
      "W23.1 32.92",
      "W24 100",
      "C02 2.37",
      "C04 4.49",
      "C20 85",
    ]);
    expect(baselines(true)).toEqual([
      "W02 82",
      "W14 12",
      "W18 50.15",
      "W26 80",
      "W32a 52.26",
      "W32b 69.37",
      "C19 97.5",
    ]);
  });

  it("carry the clause with their figure, and say where the year comes from when it is not in it", () => {
    for (const { id, baseline } of judged) {
      if (baseline === null) continue;
      expect(baseline.clause, id).toContain(baseline.value.toString());
      expect(baseline.clause.includes(`${baseline.year}年`) || baseline.yearNote !== "", id).toBe(true);
    }
  });

  it("leave the look-alikes alone: no row answers to their names", () => {
    const names = [women, children].flatMap((plan) =>
      indicatorsOf(plan).flatMap(({ name, aliases }) => [name, ...aliases]),
    );
    const lookAlikes =
      /产检率|集中供水率|普通高中|职业(?:技能)?培训|医疗保险参保人数|医保参保人数|小学.*入学率|初中.*入学率|卫生厕所/;
    expect(names.filter((name) => lookAlikes.test(name))).toEqual([]);
  });
});

describe("the projects", () => {
  const project = (id: string) => [...women.projects, ...children.projects].find((each) => each.id === id);

  it("carry the text and the reporters of the annexes", () => {
    expect(project("WP09")?.content).toMatch(
      /^建设区级失能特困人员集中照护中心2所，建成镇（街道）养老服务中心23所，/,
    );
    expect(project("WP14")?.reporters).toEqual(["区城市管理局", "区规划自然资源局", "区卫生健康委"]);
    expect(project("CP13")?.name).toBe("家庭生育养育教育支持项目");
    expect(project("CP19")?.reporters).toHaveLength(8);
  });

  it("name what is to be built where the text gives a number", () => {
    const quantities = [...women.projects, ...children.projects].flatMap(({ id, quantities: list }) =>
      list.map(
        ({ name, goal, unit }) => `${id} ${name} ${goal === null ? "是/否" : `${goal.toString()}${unit}`}`,
      ),
    );
    expect(quantities).toEqual([
      "WP01 区妇幼保健院完成三甲创建 是/否",
      "WP01 建成区域性妇幼保健中心 是/否",
      "WP09 区级失能特困人员集中照护中心 2所",
      "WP09 镇（街道）养老服务中心 23所",
      "CP01 区妇幼保健院创建三级甲等医院 是/否",
      "CP01 区儿童（集瑷）医院创建三级甲等医院 是/否",
      "CP10 独立的区未成年人保护机构 1个",
      "CP10 每个镇（街道）设立未成年人保护工作站 是/否",
      "CP10 每个村设立未成年人保护点 是/否",
      "CP10 村（居）儿童主任培训参训率 100%",
    ]);
  });
});
