import { describe, expect, it } from "vitest";
import { NO_MANIFEST, type Dataset, type ProjectProgress, type REVIEWS } from "../../src/data/dataset.js";
import { decimal } from "../../src/terms/decimal.js";
import { issue, type Issue } from "../../src/issues/issue.js";
import type { Plan } from "../../src/plan/plan.js";
import { annualModel } from "../../src/report/annual.js";
import type { ReportContext } from "../../src/report/context.js";
import type { AnnualModel } from "../../src/report/model.js";
import { scorePlan } from "../../src/score/score.js";
import { dataset, observation, projectProgress, siteFigures, type Values } from "../score/builder.js";
import { CONTEXT } from "./context.js";
import { linesOf, proseOf, tablesOf } from "./model-text.js";
import { children, women } from "./plans.js";

function report(
  plan: Plan,
  values: Record<string, Values>,
  fields: Partial<Dataset> = {},
  year = 2025,
  more: Partial<ReportContext> = {},
): AnnualModel {
  const data = dataset(values, fields);
  return annualModel(scorePlan(plan, data, year), data, { ...CONTEXT, ...more });
}

function chapterText({ blocks }: { blocks: AnnualModel["projects"]["blocks"] }): string {
  return blocks.flatMap(({ paragraphs }) => paragraphs.map(({ heading, text }) => heading + text)).join("\n");
}

describe("the lead", () => {
  it("names every binding row that is not met and every one that is missing", () => {
    const lead = report(women, {
      W03: { 2020: "12", 2024: "12", 2025: "12.5" },
      W06: { 2020: "0", 2025: "0" },
      W10: { 2025: "1" },
      W11: { 2020: "100", 2025: "100" },
    }).lead.join("");
    expect(lead).toContain(
      "约束性指标中，需要重点关注的有：孕产妇死亡率为12.50/10万，距2030年目标值（＜8/10万）还差4.50/10万，达标困难。",
    );
    expect(lead).toContain("约束性指标中缺项的有：城镇集中式饮水水源水质达标率。");
  });

  it("tells the rates as counted, with the denominator in words", () => {
    const lead = report(women, { W04: { 2020: "92.99", 2025: "95" }, W43: { 2020: "38", 2025: "40" } }).lead;
    expect(lead.join("")).toContain(
      "有明确目标且可判定的1项指标中，达标1项，达标率为1/1；只提出方向要求且可判定的1项指标中，符合要求1项，向好率为1/1；可评价的2项指标（不含监测不判定和缺项）中，已达标或预期可达标2项，占2/2；全部49项指标中，已达标1项，占1/49。",
    );
  });

  it("leaves out rates that have nothing to count", () => {
    const { lead } = report(women, {});
    expect(lead.join("")).toContain("《规划》主要指标46项（按监测口径分列为49项）中，2025年缺项49项。");
    expect(lead.join("")).not.toContain("达标率为");
  });

  it("speaks of 实现 in the plan's last year", () => {
    const model = report(
      women,
      { W04: { 2020: "92.99", 2030: "95" }, W43: { 2020: "38", 2030: "40" } },
      {},
      2030,
    );
    expect(model.lead.join("")).toContain("2030年已实现2项");
    expect(chapterText(model.domains[0]!)).toContain("孕产妇系统管理率实现2030年目标");
  });
});

describe("a domain chapter", () => {
  it("says so when the domain has no data at all", () => {
    const [health] = report(women, { W13: { 2025: "46" } }).domains;
    expect(chapterText(health!)).toMatch(
      /^妇女与健康领域共有指标11项，2025年数据全部缺项，无法评价。\n（一）婚前医学检查率等11项指标数据缺项。/u,
    );
    expect(health!.blocks.flatMap(({ charts }) => charts)).toEqual([]);
  });

  it("closes with what is slow, far off, not met and missing", () => {
    const [health] = report(women, {
      W04: { 2020: "92.99", 2025: "95" },
      W05a: { 2020: "41.3", 2025: "52.9" },
      W03: { 2020: "12", 2025: "13" },
      W07: { 2025: "97" },
    }).domains;
    const headings = health!.blocks.flatMap(({ paragraphs }) => paragraphs.map(({ heading }) => heading));
    expect(headings).toEqual([
      "",
      "（一）孕产妇系统管理率达到2030年目标。",
      "（二）适龄妇女宫颈癌人群筛查率进展偏慢。",
      "（三）孕产妇死亡率达标困难。",
      "（四）孕产妇艾滋病、梅毒和乙肝检测率尚未达标。",
      "（五）婚前医学检查率等7项指标数据缺项。",
    ]);
  });
});

const progress = (project: string, fields: Partial<ProjectProgress>) =>
  projectProgress(project, 2025, fields);

describe("the projects chapter", () => {
  it("counts by status and sets what is done against what is asked", () => {
    const done = { name: "区级失能特困人员集中照护中心", goal: decimal(2), done: decimal(1), unit: "所" };
    const { projects } = report(
      women,
      {},
      { progress: [progress("WP09", { quantities: [done], status: "基本完成" })] },
    );
    expect(chapterText(projects)).toContain("15个重点项目中，基本完成1个，未报送进展14个（");
    expect(chapterText(projects)).toContain("“区级失能特困人员集中照护中心”完成1所（目标2所）");
  });

  it("says so when nothing was reported, and when the plan has no projects", () => {
    expect(chapterText(report(women, {}).projects)).toBe("《规划》设重点项目15个，2025年均未报送进展。");
    expect(chapterText(report({ ...women, projects: [] }, {}).projects)).toBe("《规划》未设重点项目。");
  });

  it("passes on reported problems as reported, tidied", () => {
    const { problems } = report(
      women,
      {},
      { progress: [progress("WP01", { problems: " 人才 引进难。\n" })] },
    );
    expect(chapterText(problems)).toContain("妇女健康服务促进项目反映：人才引进难。");
  });
});

describe("alerts and recommendations", () => {
  const worse = { W13: { 2020: "46.82", 2024: "45.9", 2025: "45.61" } };

  it("explains a cap by a doubtful baseline", () => {
    const model = report(children, { C19: { 2024: "97.9", 2025: "98.01" } });
    expect(chapterText(model.alerts)).toContain(
      "学前教育毛入园率的状态依据存疑的基期数据得出，预警等级以黄色为限。",
    );
    const [table] = tablesOf(model.alerts.blocks);
    expect(table!.rows[0]!.cells[0]!.text).toBe("黄色预警");
  });

  it("says of a target met in between and lost that it was, for that alone calls the alert", () => {
    const model = report(women, { W08: { 2020: "94", 2021: "95.5", 2025: "94.5" } });
    const [table] = tablesOf(model.alerts.blocks);
    const cells = table!.rows.find(({ cells: [id] }) => id?.text === "W08")!.cells;
    expect(cells.at(-1)!.text).toContain("此前年份曾达标，现已回落");
  });

  it("cites the plan's measures, projects and reporters, and calls unconfirmed reporters proposals", () => {
    expect(chapterText(report(women, worse).recommendations)).toContain(
      "（一）着力提高中等职业学校在校学生中女生占比。落实《规划》重点任务“（二）保障妇女平等接受教育的权利，持续提升妇女综合素质”中的“4.推动女性接受普通高中教育、高质量职业教育”。结合实施“女性职业教育提升项目”（责任单位：区教委、区人力社保局、永川高新区管委会）加以推进。建议责任单位（待确认）：区教委。",
    );
  });

  it("reads well when all is in order", () => {
    const row = women.rows.find(({ id }) => id === "W04")!;
    const model = report({ ...women, rows: [row] }, { W04: { 2020: "92.99", 2025: "95" } });
    expect(chapterText(model.problems)).toBe("2025年未发现进展偏慢、达标困难、未达标或缺项的指标。");
    expect(chapterText(model.alerts)).toBe("2025年没有需要预警的指标。");
    expect(chapterText(model.recommendations)).toContain("建议各责任单位继续按照《规划》部署推进各项任务");
  });
});

describe("the annexes", () => {
  it("propose a survey only for rows without data two years running", () => {
    const model = report(women, { W14: { 2024: "12.1" }, W19: { 2023: "0.03" } });
    const lines = tablesOf(model.annexes[1]!.blocks).flatMap(linesOf);
    const advice = (id: string): string => lines.find(([own]) => own === id)!.at(-1)!;
    expect(advice("W14")).toBe("核实并补报数据");
    expect(advice("W19")).toBe("开展专项统计调查");
  });

  it("keep the exact figure beside the shown one, for the spreadsheet", () => {
    const [table] = tablesOf(report(women, { W04: { 2024: "94.5", 2025: "94.125" } }).annexes[0]!.blocks);
    const cells = table!.rows.find(({ cells: [, id] }) => id?.text === "W04")!.cells;
    expect(cells.at(-3)).toMatchObject({ text: "94.13", number: "94.125", decimals: "2" });
    expect(cells.at(-2)).toMatchObject({ text: "－0.37", number: "-0.37" });
  });

  it("show sites, and the district's own figure beside them", () => {
    const groups = siteFigures("C07", 2025, { 松溉镇: "97.33", 大安街道: "98.91" });
    const [rows, sites] = tablesOf(
      report(children, { C07: { 2025: "98.4" } }, { groups }).annexes[0]!.blocks,
    );
    expect(linesOf(sites!)).toEqual([
      ["1", "松溉镇", "缺", "缺", "缺", "缺", "97.33", "未达标"],
      ["2", "大安街道", "缺", "缺", "缺", "缺", "98.91", "达标"],
    ]);
    const district = linesOf(rows!).find(([, , name]) => name!.includes("全区数据"));
    expect(district!.at(-3)).toBe("98.40");
  });

  it("list findings on this plan's sheets, not on the other plan's", () => {
    const at = (cell: string, sheet: string) => ({ file: "监测数据.xlsx", sheet, cell });
    const other = { ...observation("C04", 2025, "4.4"), source: at("F7", "儿童") };
    const own = { ...observation("W04", 2025, "94"), source: at("F7", "妇女") };
    const issues = [
      issue("data/below-unit", at("F9", "儿童"), {}),
      issue("data/below-unit", at("F9", "妇女"), {}),
    ];
    const data = { series: { C04: [other], W04: [own] } };
    const [table] = tablesOf(report(women, {}, data, 2025, { issues }).annexes[2]!.blocks);
    expect(linesOf(table!).map(([, , place]) => place)).toEqual(["监测数据.xlsx“妇女”F9"]);
  });

  it("print the interval of a rate and its three pooled years", () => {
    const counts = [2023, 2024, 2025].map((year, i) =>
      observation("W03", year, "15.6", [String(i + 1), "6400"]),
    );
    const model = report(women, {}, { series: { W03: counts } });
    const intervals = tablesOf(model.annexes[2]!.blocks).flatMap(linesOf);
    expect(intervals[0]!.slice(0, 6)).toEqual(["W03", "孕产妇死亡率", "1/10万", "3", "6400", "46.88/10万"]);
    expect(intervals[0]!.at(-1)).toMatch(/^2023—2025年31\.25\/10万（/u);
  });

  it("print the thresholds of the plan file", () => {
    const strict = {
      ...women,
      method: { ...women.method, pace: { onTrack: decimal("0.9"), slow: decimal("0.5") } },
    };
    expect(proseOf(report(strict, {})).join("")).toContain("ρ不低于0.9为预期可达标，不低于0.5为进展偏慢");
  });
});

describe("the document", () => {
  it.each([
    [false, false, ""],
    [true, false, "示例数据"],
    [false, true, "初稿"],
    [true, true, "示例数据 · 初稿"],
  ])("sample %s, draft %s: watermark “%s”", (sample, draft, watermark) => {
    expect(report(women, {}, {}, 2025, { sample, draft }).document.watermark).toBe(watermark);
  });

  it("is named after plan and year, and says who issued it", () => {
    const { document, cover } = report(women, {});
    expect(document.fileName).toBe("永川区妇女发展规划2025年度统计监测报告");
    expect(document.tablesFileName).toBe("永川区妇女发展规划2025年度数据报表");
    expect(cover).toMatchObject({ date: "2026年5月20日", issuer: women.issuers.annual, review: "初稿" });
  });

  it.each([
    ["初稿", "初稿"],
    ["征求意见稿", "征求意见稿"],
    ["送审稿", "送审稿"],
    ["定稿", ""],
  ] as const)("a %s bears “%s” on its cover", (review, shown) => {
    expect(report(women, {}, { manifest: { ...NO_MANIFEST, review } }).cover.review).toBe(shown);
  });

  it("says on a first draft's cover what is still to be asked, of its own plan", () => {
    const told = (code: "data/revised" | "data/jump" | "data/negative", id: string): Issue => {
      const severity = { "data/revised": "note", "data/jump": "warning", "data/negative": "error" } as const;
      return {
        code,
        severity: severity[code],
        message: "",
        hint: "",
        where: null,
        frame: "",
        indicators: [id],
        cells: [],
      };
    };
    const issues = [told("data/jump", "W04"), told("data/jump", "W05a"), told("data/revised", "W04")];
    const foreign = told("data/jump", "C01");
    const notice = (review: (typeof REVIEWS)[number], ...more: Issue[]): string =>
      report(women, {}, { manifest: { ...NO_MANIFEST, review } }, 2025, { issues: [...issues, ...more] })
        .cover.notice;
    expect(notice("初稿", foreign)).toBe("数据核查尚有提醒2项待核实。");
    expect(notice("初稿", told("data/negative", "W06"))).toBe("数据核查尚有错误1项、提醒2项待核实。");
    expect(notice("征求意见稿")).toBe("");
  });

  it("numbers charts through, and survives JSON", () => {
    const model = report(women, { W04: { 2020: "92.99", 2023: "94", 2024: "94.5", 2025: "95" } });
    const charts = [
      ...model.overview,
      ...model.domains.flatMap(({ blocks }) => blocks.flatMap((block) => block.charts)),
    ];
    expect(charts.map(({ number }) => number)).toEqual(charts.map((_, index) => `图${index + 1}`));
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });
});
