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
import type { Chapter } from "../../src/report/model.js";
import { linesOf, proseOf, tablesOf, textsOf } from "./model-text.js";
import { workingPaper } from "../../src/report/working-paper.js";
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

const leadText = ({ blocks }: Chapter): string[] =>
  blocks.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));

describe("the lead", () => {
  it("tells basis and context, then verdict and domains, then rates and binding rows", () => {
    const manifest = {
      ...NO_MANIFEST,
      context: {
        population: "114.9万人",
        women: "56.8万人",
        births: "6236人",
        source: "区统计局人口抽样调查",
      },
    };
    const { lead } = report(women, { W04: { 2020: "92.99", 2025: "95" } }, { manifest });
    expect(leadText(lead)).toEqual([
      "根据《重庆市永川区妇女发展规划（2021—2030年）》（永川府发〔2022〕20号，以下简称《规划》）关于年度监测的要求，永川区妇女儿童工作委员会监测组（永川区统计局牵头）汇总整理各有关部门报送的数据，对《规划》主要指标2025年的进展情况进行了统计监测。2025年，永川区常住人口114.9万人，其中女性人口56.8万人，全年出生人口6236人（区统计局人口抽样调查）。现将监测结果报告如下。",
      "监测结果显示，2025年《规划》半数以上指标缺项，暂不作总体评价。《规划》46项主要指标（按监测口径分列为49项）中，已达标1项，缺项48项。分领域看，可评价的指标中，妇女与健康1项达标或预期可达标（见图1、附表1-1）。",
      "可评价的1项指标已达标。约束性指标5项（孕产妇死亡率、艾滋病母婴传播率、标准化妇幼保健机构数、女童九年义务教育巩固率、城镇集中式饮水水源水质达标率）均缺2025年数据。",
    ]);
  });

  it("says nothing of binding rows where the plan has none, nor of rates without anything to count", () => {
    const rows = women.rows.filter(({ nature }) => nature !== "binding");
    const { lead } = report({ ...women, rows }, {});
    expect(leadText(lead).join("")).not.toMatch(/约束性|占|0\/0/u);
  });
});

describe("a domain chapter", () => {
  it("is one paragraph and its rows' names where the domain has no data at all", () => {
    const [health] = report(women, { W13: { 2025: "46" } }).domains;
    expect(chapterText(health!)).toMatch(
      /^妇女与健康领域共有指标11项（婚前医学检查率、.*、标准化妇幼保健机构数），2025年数据全部缺项，无法评价。$/u,
    );
    expect(health!.blocks.flatMap(({ charts }) => charts)).toEqual([]);
  });

  it("tells a paragraph a topic, good and bad together, and closes with what is behind or missing, the worst first", () => {
    const [health] = report(women, {
      W04: { 2020: "92.99", 2025: "95" },
      W05a: { 2020: "41.3", 2025: "52.9" },
      W03: { 2020: "12", 2025: "13" },
      W07: { 2025: "97" },
    }).domains;
    const told = health!.blocks.flatMap(({ paragraphs }) => paragraphs);
    expect(told.map(({ heading }) => heading)).toEqual([
      "",
      "（一）孕产妇健康指标进展不一，孕产妇死亡率达标困难。",
      "（二）妇女“两癌”筛查指标中，适龄妇女宫颈癌人群筛查率进展偏慢，1项指标缺2025年数据。",
      "（三）生殖健康指标中，孕产妇艾梅乙检测率尚未达标，3项指标缺2025年数据。",
      "（四）妇女身体素质指标缺2025年数据。",
      "",
    ]);
    expect(told.at(-1)!.text).toMatch(
      /^本领域需要关注的指标中，孕产妇死亡率达标困难；“孕产妇艾滋病、梅毒和乙肝检测率”未达标；适龄妇女宫颈癌人群筛查率进展偏慢；.*缺2025年数据。$/u,
    );
  });

  it("tells a plan without topics by its domains", () => {
    const [health] = report({ ...women, topics: [] }, { W04: { 2020: "92.99", 2025: "95" } }).domains;
    expect(chapterText(health!)).toContain(
      "妇女与健康领域指标中，孕产妇系统管理率达标，10项指标缺2025年数据。2025年，孕产妇系统管理率",
    );
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
    expect(chapterText(projects)).toContain(
      "重点项目的明确任务4项，未报送完成情况3项，尚未完成1项：“区级失能特困人员集中照护中心”建成1所（目标2所）。",
    );
    const cells = projects.blocks
      .flatMap(({ tables }) => tables)
      .flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    expect(cells.map(({ text }) => text)).toContainEqual(
      expect.stringContaining("“区级失能特困人员集中照护中心”建成1所（目标2所）"),
    );
  });

  it("calls figures without 量化内容 by the name of their project", () => {
    const done = { name: "", goal: decimal(5), done: decimal(3), unit: "" };
    const { projects } = report(women, {}, { progress: [progress("WP03", { quantities: [done] })] });
    expect(chapterText(projects)).toContain("尚未完成1项：“女性职业教育提升项目”");
    const cells = projects.blocks
      .flatMap(({ tables }) => tables)
      .flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    expect(cells.map(({ text }) => text)).toContainEqual(
      expect.stringContaining("“女性职业教育提升项目”完成3（目标5）"),
    );
  });

  it("lists who answers for which project when nothing was reported, instead of a table of 缺", () => {
    const [table] = tablesOf(report(women, {}).projects.blocks);
    expect(table!.title).toContain("重点项目及责任单位");
    const texts = table!.rows.map((row) => row.cells.map(({ text }) => text));
    expect(texts).toHaveLength(15);
    expect(texts.flat()).not.toContainEqual(expect.stringContaining("缺"));
    expect(texts).toContainEqual([
      "9",
      "普惠养老服务项目",
      "区民政局",
      "“区级失能特困人员集中照护中心”2所；“镇（街道）养老服务中心”23所",
    ]);
  });

  it("says so when nothing was reported, and when the plan has no projects", () => {
    expect(chapterText(report(women, {}).projects)).toBe(
      "《规划》设重点项目15个，2025年均未报送进展（见表1）。",
    );
    expect(report({ ...women, projects: [] }, {}).projects.blocks).toEqual([]);
  });

  it("passes on reported problems as reported, tidied, in the table of projects", () => {
    const { problems, projects } = report(
      women,
      {},
      {
        progress: [progress("WP01", { problems: " 人才 引进难。\n" }), progress("WP02", { problems: "无" })],
      },
    );
    expect(chapterText(problems)).toContain("妇女健康服务促进项目的责任单位反映了推进中的困难（见表1）。");
    const [table] = tablesOf(projects.blocks);
    expect(table!.head.flat().map(({ text }) => text)).toContain("存在困难");
    expect(table!.rows.slice(0, 3).map(({ cells }) => cells.at(-1)!.text)).toEqual(["人才引进难", "—", "缺"]);
  });
});

describe("alerts and recommendations", () => {
  const worse = { W13: { 2020: "46.82", 2024: "45.9", 2025: "45.61" } };

  it("explains below the list a cap by a doubtful baseline", () => {
    const model = report(children, { C19: { 2024: "97.9", 2025: "98.01" } });
    const [table] = tablesOf(model.alerts.blocks);
    expect(table!.notes).toEqual(["学前教育毛入园率基期口径待核，预警等级以黄色为限（见附件3）。"]);
    expect(table!.rows[0]!.cells[0]!.text).toBe("黄色预警");
  });

  it("says of an interval that still holds the goal how few the events are, and nothing against the status", () => {
    const counts = [observation("C16", 2020, "0.01"), observation("C16", 2025, "0.015", ["3", "200000"])];
    const { alerts } = report(children, {}, { series: { C16: counts } });
    const [table] = tablesOf(alerts.blocks);
    expect(table!.notes).toEqual([
      "儿童自杀、自伤率例数少（3例），偶然性较大，预警等级以黄色为限（见附件3）。",
    ]);
  });

  it("says of a target met in between and lost that it was, for that alone calls the alert", () => {
    const model = report(women, { W08: { 2020: "94", 2021: "95.5", 2025: "94.5" } });
    const [table] = tablesOf(model.alerts.blocks);
    const cells = table!.rows.find(({ cells: [id] }) => id?.text === "W08")!.cells;
    expect(cells.at(-1)!.text).toBe("距95%的目标还差0.50个百分点，2021年曾达标，现已回落");
  });

  it("cite the plan's measures and projects in a table, with proposed reporters in a draft only", () => {
    const line = (review: "初稿" | "征求意见稿" | "送审稿" | "定稿"): string[] =>
      tablesOf(report(women, worse, { manifest: { ...NO_MANIFEST, review } }).recommendations.blocks).flatMap(
        linesOf,
      )[0]!;
    const cited = [
      "中等职业学校在校学生中女生占比",
      "（二）4.推动女性接受普通高中教育、高质量职业教育",
      "女性职业教育提升项目",
    ];
    for (const review of ["初稿", "征求意见稿"] as const)
      expect(line(review)).toEqual([...cited, "区教委（待确认）"]);
    for (const review of ["送审稿", "定稿"] as const)
      expect(line(review)).toEqual([...cited, "区教委、区人力社保局、永川高新区管委会"]);
  });

  it("tells the levels of the alerts, and one level as one", () => {
    const alerts = (values: Record<string, Values>) => chapterText(report(women, values).alerts);
    const missing = women.rows.length;
    expect(alerts({})).toBe(`2025年列入预警清单的指标共${missing}项，均为蓝色预警（见表2）。`);
    expect(alerts({ W05a: { 2020: "50", 2025: "40" } })).toBe(
      `2025年列入预警清单的指标共${missing}项，其中橙色预警1项，蓝色预警${missing - 1}项（见表3）。`,
    );
  });

  it("reads well when all is in order", () => {
    const row = women.rows.find(({ id }) => id === "W04")!;
    const model = report({ ...women, rows: [row] }, { W04: { 2020: "92.99", 2025: "95" } });
    expect(chapterText(model.problems)).toBe("2025年未发现进展偏慢、达标困难、未达标或缺项的指标。");
    expect(chapterText(model.alerts)).toBe("2025年没有需要预警的指标。");
    expect(chapterText(model.recommendations)).toContain("各责任单位应继续按照《规划》部署推进各项任务");
  });

  it("tell three subjects, binding ones first, a fourth where an alert asks for it, and where the others are", () => {
    const figures = {
      W05a: { 2020: "41.3", 2025: "42" },
      W13: { 2020: "46.82", 2025: "45.61" },
      W16: { 2020: "35.2", 2025: "35.3" },
      W11: { 2020: "99.86", 2025: "99.92" },
      W38: { 2020: "62.5", 2025: "75" },
    };
    const few = women.rows.filter(({ id }) => id in figures || id === "W19");
    const told = report({ ...women, rows: few }, figures).problems.blocks.flatMap(
      ({ paragraphs }) => paragraphs,
    );
    expect(told.map(({ heading }) => heading)).toEqual([
      "（一）女童九年义务教育巩固率进展偏慢。",
      "（二）适龄妇女宫颈癌人群筛查率达标困难。",
      "（三）中等职业学校在校学生中女生占比达标困难。",
      "（四）城镇单位就业人员中的女性比例达标困难。",
      "（五）1项指标缺2025年数据。",
      "",
    ]);
    expect(told[5]!.text).toBe("此外，婚姻登记机关设立婚姻家庭辅导室覆盖率进展偏慢（见表3）。");
    // Where most rows lack data, nothing weighs more.
    const headings = report(women, figures).problems.blocks.map(({ paragraphs }) => paragraphs[0]!.heading);
    expect(headings.slice(0, 2)).toEqual([
      "（一）半数以上指标数据缺项。",
      "（二）女童九年义务教育巩固率进展偏慢。",
    ]);
  });
});

describe("the annexes", () => {
  it("propose a survey only for rows without data two years running", () => {
    const model = report(women, { W13: { 2024: "46.1" }, W19: { 2023: "0.03" }, W09: { 2020: "88.9" } });
    const lines = tablesOf(model.annexes[1]!.blocks).flatMap(linesOf);
    const advice = (id: string): string => lines.find(([own]) => own === id)!.at(-1)!;
    expect(advice("W13")).toBe("核实并补报数据");
    expect(advice("W19")).toBe("开展专项统计调查");
    // A survey of every five years owes nothing in between.
    expect(advice("W09")).toBe("结果公布后补报");
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

  it("leave findings, files and cells to the bureau's own paper, and those of the other plan out of it", () => {
    const at = (cell: string, sheet: string) => ({ file: "监测数据.xlsx", sheet, cell });
    const other = { ...observation("C04", 2025, "4.4"), source: at("F7", "儿童") };
    const own = { ...observation("W04", 2025, "94"), source: at("F7", "妇女") };
    const issues = [
      issue("data/below-unit", at("F9", "儿童"), {}),
      issue("data/below-unit", at("F9", "妇女"), {}),
      issue("data/below-unit", { ...at("F9", "妇女"), file: "narrative/children-2025.md" }, {}),
    ];
    const data = dataset(
      {},
      { series: { C04: [other], W04: [own] }, inputs: [{ file: "监测数据.xlsx", bytes: 1, sha256: "ab12" }] },
    );
    const scorecard = scorePlan(women, data, 2025);
    const context = { ...CONTEXT, issues };
    const model = annualModel(scorecard, data, context);
    expect(textsOf(model).filter((text) => /xlsx|SHA|ab12|F9/u.test(text))).toEqual([]);
    const paper = workingPaper(scorecard, data, context, model);
    expect(
      tablesOf(paper.annexes[0]!.blocks)
        .flatMap(linesOf)
        .map(([, , place]) => place)[0],
    ).toBe("监测数据.xlsx“妇女”F9");
    expect(textsOf(paper).filter((text) => text.includes("“儿童”") || text.includes("children"))).toEqual([]);
    expect(paper.document.tablesFileName).toBe("永川区妇女发展规划2025年度核查底稿");
  });

  it("print the interval of a rate, its bounds rounded once, and its three pooled years", () => {
    const counts = [2023, 2024, 2025].map((year, i) =>
      observation("W03", year, "15.6", [String(i + 1), "6400"]),
    );
    const model = report(women, {}, { series: { W03: counts } });
    const intervalTable = tablesOf(model.annexes[2]!.blocks).find(({ title }) => title === "比率的置信区间")!;
    const line = linesOf(intervalTable).find(([id]) => id === "W03")!;
    expect(line.slice(0, 6)).toEqual(["W03", "孕产妇死亡率", "1/10万", "3", "6400", "46.88"]);
    expect(line[7]).toBe("31.25");
    expect(intervalTable.head[0]?.at(-1)).toMatchObject({ text: "2023—2025年合并", colspan: "2" });
    const deaths = { C02: [observation("C02", 2025, "3.36", ["19", "5657"])] };
    const [, , , , , , interval] = tablesOf(report(children, {}, { series: deaths }).annexes[2]!.blocks)
      .flatMap(linesOf)
      .find(([id]) => id === "C02")!;
    expect(interval).toBe("2.02—5.24");
  });

  it("work out how far one event moves a rate of few, and say what the text leaves out", () => {
    const deaths = {
      W03: [observation("W03", 2024, "0", ["0", "6400"]), observation("W03", 2025, "16.04", ["1", "6236"])],
    };
    const notes = tablesOf(
      report(women, { W29: { 2025: "22.73" } }, { series: { W03: deaths.W03 } }).annexes[0]!.blocks,
    )[0]!.notes;
    expect(notes).toContain("W03：按2025年分母6236计算，1例使本指标变动16.04/10万。");
    const alone = tablesOf(report(women, { W29: { 2025: "22.73" } }).annexes[0]!.blocks)[0]!.notes;
    expect(alone).toContain("W29：仅有2025年数据。");
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
    const issuer = "永川区妇女儿童工作委员会监测组";
    expect(cover).toMatchObject({ date: "2026年5月20日", issuer, review: "初稿" });
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
        namesRows: false,
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
      ...[model.lead, ...model.domains].flatMap(({ blocks }) => blocks.flatMap((block) => block.charts)),
    ];
    expect(charts.map(({ number }) => number)).toEqual(charts.map((_, index) => `图${index + 1}`));
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });
});
