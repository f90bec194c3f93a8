import { describe, expect, it } from "vitest";
import type { Dataset } from "../../../src/data/dataset.js";
import type { Plan } from "../../../src/plan/plan.js";
import type { Block } from "../../../src/report/model.js";
import { decimal } from "../../../src/terms/decimal.js";
import { footnote } from "../../../src/terms/footnotes.js";
import { dataset, projectProgress, type Values } from "../../score/builder.js";
import { linesOf, tablesOf, textsOf } from "../model-text.js";
import { children, women } from "../plans.js";
import { blocksOf, chapterOf, compose, paragraphsOf, textOf } from "./compose.js";
import { narrative } from "./narrative.js";

const MORTALITY: Values = { 2020: "12.47", 2021: "0", 2024: "0", 2025: "16.04" };
const SCREENING: Values = { 2020: "41.3", 2021: "43", 2023: "47.5", 2024: "50", 2025: "52.94" };

function dataOf(values: Record<string, Values>, fields: Partial<Dataset> = {}): Dataset {
  return dataset(values, fields);
}

describe("what the report is called", () => {
  it("has its kind and its years in title and file names", () => {
    const { document, titleLines } = compose(women, dataOf({ W05a: SCREENING }), 2025);
    expect(document).toMatchObject({
      title: "永川区妇女发展规划中期评估报告（2021—2025年）",
      fileName: "永川区妇女发展规划中期评估报告（2021—2025年）",
      tablesFileName: "永川区妇女发展规划中期评估数据报表（2021—2025年）",
    });
    expect(titleLines.join("")).toBe(document.title);
    const final = compose(women, dataOf({ W05a: { 2020: "41.3", 2030: "71" } }), 2030, { kind: "final" });
    expect(final.document.title).toBe("永川区妇女发展规划终期评估报告（2021—2030年）");
  });

  it("is issued by the evaluation group, whoever issues the annual report", () => {
    const manifest = { ...dataset({}).manifest, issuedBy: "永川区统计局" };
    const { cover, document } = compose(women, dataOf({ W05a: SCREENING }, { manifest }), 2025);
    expect(cover.issuer).toBe("永川区妇女儿童工作委员会评估组");
    expect(document.author).toBe("永川区妇女儿童工作委员会评估组");
  });

  it("is a 初稿 as a draft, whatever the manifest says", () => {
    const more = { draft: true };
    const manifest = { ...dataset({}).manifest, review: "送审稿" as const };
    const { document, cover } = compose(women, dataOf({ W05a: SCREENING }, { manifest }), 2025, { more });
    expect([document.watermark, cover.review]).toEqual(["初稿", "初稿"]);
  });
});

describe("a plan that calls some of its rows 约束性 or 预期性", () => {
  const some = {
    ...women,
    rows: women.rows.map((row, at) => ({ ...row, nature: at < 5 ? row.nature : null })),
  };

  it("counts the others apart, so that the numbers add up", () => {
    const model = compose(some, dataOf({ W05a: SCREENING }), 2025);
    const natures = women.rows.slice(0, 5).map(({ nature }) => nature);
    const count = (wanted: string) => natures.filter((nature) => nature === wanted).length;
    expect(textOf(model, "overview")).toContain(
      `主要指标46项（分列为${women.rows.length}项，其中约束性指标${count("binding")}项、预期性指标${count("anticipated")}项、未划分的${women.rows.length - 5}项）`,
    );
    const tables = tablesOf(chapterOf(model, "progress").sections.flatMap(({ blocks }) => blocks));
    expect(tables[0]?.notes).toEqual([
      `《规划》未划分约束性、预期性的${women.rows.length - 5}项指标只计入“全部指标”。`,
    ]);
  });

  it("has no such words where all of them are", () => {
    expect(textsOf(compose(women, dataOf({ W05a: SCREENING }), 2025)).join("")).not.toContain("未划分");
  });
});

describe("a change that is told as 基本持平", () => {
  it("is counted neither as better nor as worse", () => {
    const values = { 2020: "95.8", 2021: "95.6", 2024: "96", 2025: "95.7" };
    const text = textOf(compose(women, dataOf({ W05a: SCREENING, W04: values }), 2025), "progress");
    expect(text).toContain("可比且可判定的2项指标中，改善1项，基本稳定1项。");
  });
});

describe("what people write", () => {
  it("stands in its chapters, before what is derived from the plan", () => {
    const written = narrative({ achievements: "做法。", causes: "原因。", recommendations: "建议。" });
    const model = compose(women, dataOf({ W05a: SCREENING }), 2025, { narrative: written });
    expect(model.gaps).toEqual([]);
    expect(chapterOf(model, "achievements").blocks[0]!.prose[0]).toEqual({
      items: [
        { kind: "paragraph", marker: "", runs: [{ text: "做法。", strong: false, note: "" }], note: "" },
      ],
      gap: false,
    });
    expect(chapterOf(model, "problems").sections.map(({ heading }) => heading)).toEqual([
      "主要问题",
      "原因分析",
    ]);
    const [own, derived] = chapterOf(model, "recommendations").sections;
    expect(own!.blocks[0]!.prose).toHaveLength(1);
    expect(derived!.blocks[0]!.prose).toHaveLength(0);
  });

  it("has its footnotes counted in reading order, each chapter's behind it", () => {
    const written = narrative({
      achievements: `做法${footnote("甲")}，成效${footnote("乙")}。`,
      causes: `原因${footnote("丙")}。`,
      recommendations: "建议。",
    });
    const model = compose(women, dataOf({ W05a: SCREENING }), 2025, { narrative: written });
    const said = (blocks: readonly Block[]) =>
      blocks.flatMap(({ prose }) =>
        prose.flatMap(({ items }) =>
          items.map(({ kind, marker, runs, note }) => [
            kind,
            marker + runs.map(({ text }) => text).join(""),
            note,
          ]),
        ),
      );
    expect(said(chapterOf(model, "achievements").blocks)).toEqual([
      ["paragraph", "做法①，成效②。", ""],
      ["footnote", "①甲", "1"],
      ["footnote", "②乙", "2"],
    ]);
    const [, causes] = chapterOf(model, "problems").sections;
    expect(said(causes!.blocks)).toEqual([
      ["paragraph", "原因③。", ""],
      ["footnote", "③丙", "3"],
    ]);
  });

  it("leaves a marked gap that names file and heading where it is missing, and lists it", () => {
    const more = { draft: true };
    const model = compose(women, dataOf({ W05a: SCREENING }), 2025, { more });
    const [gap] = chapterOf(model, "achievements").blocks.flatMap(({ prose }) => prose);
    expect(gap!.gap).toBe(true);
    expect(gap!.items[0]!.runs[0]!.text).toBe(
      "〔此处待补：主要做法和成效。请在 narrative/women-2025.md 的“# 主要做法和成效”下撰写〕",
    );
    expect(model.gaps).toHaveLength(3);
  });
});

describe("the outlook", () => {
  it("says where the pace of a row counts from another year than the others'", () => {
    const notes = (values: Values) =>
      tablesOf(chapterOf(compose(women, dataOf({ W05a: values }), 2025), "outlook").sections[0]!.blocks)[0]!
        .notes;
    expect(notes({ 2021: "43", 2024: "50", 2025: "52.94" })).toContain("基期不是2020年的，年份见附件1。");
    expect(notes(SCREENING).join("")).not.toContain("基期");
  });

  it("tells what is on course by a figure from what is by a direction, and what the pace carries out of its target", () => {
    const data = dataOf({
      W02: { 2020: "82", 2025: "82.2" },
      W04: { 2020: "97", 2025: "95" },
      W34: { 2020: "94", 2025: "96" },
      W35: { 2020: "5", 2025: "6" },
    });
    const told = textOf(compose(women, data, 2025), "outlook");
    expect(told).toContain(
      "预期可达标的3项指标中，数值型指标1项，完成进度符合序时要求；方向性指标2项，变化方向符合",
    );
    expect(told).toContain("目前已达标、按目前速度到2030年将偏离目标的1项。");
    expect(told).toContain(
      "孕产妇系统管理率2025年为95.00%，2030年预计为93.00%，距94%的目标还差1.00个百分点。",
    );
    expect(told).toContain("按目前速度，预计到2030年可以达标的1项。即妇女人均预期寿命。");
  });

  it("keeps what is reached soon after the plan apart from what is not, and names the directions that turned", () => {
    const data = dataOf({
      W05a: SCREENING,
      W33: { 2020: "95.6", 2025: "94.72" },
      W43: { 2020: "40", 2025: "39" },
    });
    const told = textOf(compose(women, data, 2025), "outlook");
    expect(told).toContain("按目前速度，预计2030年不能达标、到2035年可以达到的1项。即适龄妇女宫颈癌");
    expect(told).toContain("按目前速度到2035年仍不能达标、须扭转或明显加快的1项。即女性基本医疗保险");
    expect(told).toContain(
      "方向性指标中，变化方向与《规划》要求相反的1项（女性检察官占比），须扭转方向，不作数值推算。",
    );
    const back = { 2020: "5.12", 2021: "5.05", 2022: "5.31", 2023: "5.86", 2024: "5.74", 2025: "5.63" };
    const turned = compose(children, dataOf({ C33: back, C01: { 2020: "1.62", 2025: "1.6" } }), 2025);
    expect(textOf(turned, "outlook")).toContain(
      "抓获刑事案件犯罪嫌疑人中未成年人占比近两年连续降低，但仍比2020年上升0.51个百分点，须继续降低到2020年水平以下，不作数值推算。",
    );
    expect(paragraphsOf(turned.summary.blocks).join("")).not.toContain("变化方向与目标相反");
    const kept = dataOf({ W05a: SCREENING, W43: { 2020: "40", 2025: "41" } });
    expect(textOf(compose(women, kept, 2025), "outlook")).not.toContain("相反");
  });
});

describe("the summary", () => {
  it("names binding rows, what fell back and what the pace will miss", () => {
    const { summary } = compose(
      women,
      dataOf({ W03: MORTALITY, W05a: SCREENING, W43: { 2020: "40", 2024: "41", 2025: "39" } }),
      2025,
    );
    const told = paragraphsOf(summary.blocks).join("\n");
    expect(told).toContain("达标困难1项（孕产妇死亡率）");
    expect(told).toContain("与2024年相比，回落2项（孕产妇死亡率、女性检察官占比）");
    expect(told).toContain("预计不能达标的数值型指标有2项（孕产妇死亡率、适龄妇女宫颈癌人群筛查率）");
    expect(told).toContain("变化方向与目标相反的指标有1项（女性检察官占比）");
  });

  it("measures what is printed, without the marks of what its figures are", () => {
    const values = Object.fromEntries(
      children.rows.map(({ id }): [string, Values] => [id, { 2020: "60", 2024: "61", 2025: "62" }]),
    );
    const praised = {
      C05: { 2020: "4.62", 2024: "3.92", 2025: "3.81" },
      C09: { 2020: "91.06", 2024: "93.05", 2025: "93.41" },
    };
    const told = paragraphsOf(compose(children, dataOf({ ...values, ...praised }), 2025).summary.blocks);
    expect(told.join("")).toContain("退步13项（新生儿死亡率、婴儿死亡率、5岁以下儿童死亡率等）");
  });

  it("still names every binding row of a long list", () => {
    const told = paragraphsOf(
      compose(children, dataOf({ C04: { 2020: "4.8", 2025: "4.4" } }), 2025).summary.blocks,
    );
    for (const { name, nature } of children.rows)
      if (nature === "binding") expect(told.join("")).toContain(name);
  });
});

describe("with few data", () => {
  it("says that less than three years show no course", () => {
    const model = compose(women, dataOf({ W05a: { 2024: "50", 2025: "52.94" } }), 2025);
    expect(textOf(model, "overview")).toContain(
      "目前仅有2024年、2025年数据，不足三年，变化趋势和预测仅供参考。",
    );
  });

  it("has neither changes of status nor heat maps for a single year", () => {
    const model = compose(women, dataOf({ W05a: { 2025: "52.94" } }), 2025);
    expect(textOf(model, "progress")).toContain("2021年以来没有其他年份的数据，无法比较各年状态变化。");
    expect(textOf(model, "progress")).toContain("各指标均缺基期数据，无法与基期比较。");
    const charts = blocksOf(chapterOf(model, "domains")).flatMap((block) => block.charts);
    expect(charts.filter(({ heatMaps }) => heatMaps.length > 0)).toEqual([]);
  });

  it("tells a domain without data, and a plan without projects", () => {
    const bare: Plan = { ...women, projects: [] };
    const model = compose(bare, dataOf({ W05a: SCREENING }), 2025);
    expect(textOf(model, "domains")).toContain(
      "妇女与教育领域共有指标4项（女童九年义务教育巩固率、高中阶段教育女性毛入学率、中等职业学校在校学生中女生占比、女性平均受教育年限），2025年数据全部缺项，无法评价。",
    );
    expect(model.chapters.map(({ id }) => id)).not.toContain("projects");
  });
});

describe("a domain of a single row", () => {
  it("without data says what is known of it last, and has no picture of one line", () => {
    const { domain } = women.rows.find(({ id }) => id === "W40")!;
    const plan: Plan = {
      ...women,
      rows: women.rows.filter((row) => row.id === "W40" || row.domain !== domain),
    };
    const data = dataOf({ W40: { 2020: "109.62", 2024: "108.66" }, W05a: SCREENING });
    const model = compose(plan, data, 2025);
    expect(textOf(model, "domains")).toContain(
      "妇女与环境领域共有指标1项（出生人口性别比），缺2025年数据，无法评价。出生人口性别比最近一次数据为2024年的108.66。",
    );
    const charts = blocksOf(chapterOf(model, "domains")).flatMap((block) => block.charts);
    expect(charts.filter(({ title }) => title.startsWith("妇女与环境"))).toEqual([]);
  });
});

describe("the table of 责任单位", () => {
  const reporterTable = (plan: Plan): { head: string[]; lines: string[][]; notes: string[] } => {
    const tables = tablesOf(
      blocksOf(chapterOf(compose(plan, dataOf({ W05a: SCREENING }), 2025), "projects")),
    );
    const table = tables.at(-1)!;
    return { head: table.head[0]!.map(({ text }) => text), lines: linesOf(table), notes: table.notes };
  };

  it("holds projects only while nobody has confirmed the rows", () => {
    const { head, lines, notes } = reporterTable(women);
    expect(head).toEqual(["责任单位", "负责的重点项目", "项目数", "进展"]);
    expect(lines[0]).toEqual([
      "区卫生健康委",
      expect.stringContaining("妇女健康服务促进项目"),
      "5",
      "未报送5个",
    ]);
    expect(notes.join("")).toContain("均待确认");
  });

  it("holds the rows a reporter has confirmed, and no others", () => {
    const rows = women.rows.map((row) =>
      row.id === "W05a" ? { ...row, reporters: { ...row.reporters, confirmed: true } } : row,
    );
    const { head, lines } = reporterTable({ ...women, rows });
    expect(head.at(-1)).toBe("负责的指标");
    expect(lines.map((line) => line.at(-1)).filter((text) => text !== "—")).toEqual([
      "1项：进展偏慢1项",
      "1项：进展偏慢1项",
    ]);
  });
});

describe("the final report", () => {
  const values: Record<string, Values> = {
    W04: { 2020: "92.99", 2025: "94.1", 2029: "93", 2030: "95" },
    W12: { 2020: "136", 2025: "134", 2029: "133", 2030: "132" },
    W05a: { 2020: "41.3", 2025: "55", 2029: "68", 2030: "69.5" },
    W33: { 2020: "95.6", 2025: "95.2", 2029: "95.1", 2030: "94.7" },
    W43: { 2020: "38", 2025: "39", 2029: "40", 2030: "41" },
  };
  const model = compose(women, dataOf(values), 2030, { kind: "final" });

  it("tells rows met at the baseline from rows the decade brought there", () => {
    expect(textOf(model, "progress")).toContain(
      "已实现目标的3项指标中，规划期内由未达标到实现目标的1项；2020年基期即已达标、期末保持的1项；符合提高、降低等方向要求的1项（见表3）。基期即已达标的指标，不计作规划期内的新增成效。",
    );
    expect(textOf(model, "progress")).toContain("曾经达标、期末回落的有1项（女性基本医疗保险参保率）。");
  });

  it("compares the baseline, the mid-term and the end, row by row", () => {
    const table = tablesOf(blocksOf(chapterOf(model, "progress"))).at(-1)!;
    expect(linesOf(table).find(([id]) => id === "W04")).toEqual([
      "W04",
      "孕产妇系统管理率",
      "%",
      "≥94",
      "92.99",
      "94.10",
      "95.00",
      "＋2.01",
      "已实现",
      "期内实现",
    ]);
  });

  it("compares with the year before and with the mid-term", () => {
    const told = textOf(model, "progress");
    expect(told).toContain("与2029年的评价结果相比，");
    expect(told).toContain("与2025年的评价结果相比，");
  });

  it("hands over what is not reached instead of forecasting", () => {
    const outlook = chapterOf(model, "outlook");
    expect(outlook.heading).toBe("建议转入下一周期的事项与预警");
    expect(outlook.sections[0]!.heading).toBe("建议转入下一周期的事项");
    expect(textOf(model, "outlook")).not.toContain("预计");
    expect(textOf(model, "outlook")).toContain(
      "适龄妇女宫颈癌人群筛查率基本实现目标。现状和差距见第三部分，",
    );
  });

  it("asks to hold what is just reached, but not what can go no further", () => {
    const reached = { W04: { 2020: "92.99", 2030: "94" }, W38: { 2020: "62.5", 2030: "100" } };
    const text = textOf(compose(women, dataOf(reached), 2030, { kind: "final" }), "outlook");
    expect(text).toMatch(/已实现但需巩固的目标。孕产妇系统管理率刚达到目标值，建议继续监测、巩固。/u);
    expect(text).not.toContain("婚姻登记机关设立婚姻家庭辅导室覆盖率");
  });

  it("waits for what surveys and elections bring, and asks for all else that is missing", () => {
    const text = textOf(compose(women, dataOf({ W04: { 2030: "95" } }), 2030, { kind: "final" }), "outlook");
    expect(text).toMatch(/等\d+项尚无2030年数据，待有关结果公布后补充评价。/u);
    expect(text).toMatch(/等\d+项连续两年以上缺数据，建议开展专项统计调查。/u);
  });

  it("asks nobody for a better report who waits for another, and does not count on what is hardly better than it was", () => {
    const source = { file: "a.xlsx", sheet: "表", cell: "B2" };
    const gap = { indicator: "C26", year: 2030, display: "", reason: "blank" as const, statedReason: "" };
    const gaps = [{ ...gap, source, remark: "2030年数据待市残联反馈" }];
    const values = {
      C26: { 2020: "96.3", 2029: "98.36" },
      C33: { 2020: "5.12", 2029: "5.25", 2030: "5.08" },
    };
    const text = textOf(compose(children, dataOf(values, { gaps }), 2030, { kind: "final" }), "outlook");
    expect(text).toContain("残疾儿童康复服务覆盖率尚无2030年数据，待有关数据反馈后补充评价。");
    expect(text).toContain("抓获刑事案件犯罪嫌疑人中未成年人占比仅略优于基期水平，建议继续监测、巩固。");
  });

  it("tells a row that reached its comparator from one that was never behind it", () => {
    const values = { W21: { 2020: "24.6", 2030: "31.2" }, W20: { 2020: "25.86", 2030: "30.55" } };
    const told = textOf(compose(women, dataOf(values), 2030, { kind: "final" }), "progress");
    expect(told).toContain("已实现目标的1项指标中，规划期内由未达标到实现目标的1项");
  });

  it("names projects not finished one from the other", () => {
    const reported = (project: string) => projectProgress(project, 2030);
    const progress = [reported("WP01"), reported("WP02")];
    const open = compose(women, dataOf(values, { progress }), 2030, { kind: "final" });
    expect(textOf(open, "outlook")).toContain(
      "“妇女健康服务促进项目”（推进中）、“妇女宫颈癌、乳腺癌防治项目”（推进中）截至2030年底尚未全部完成",
    );
  });
});

describe("the sensitivity annex", () => {
  const annex = (values: Record<string, Values>) => compose(women, dataOf(values), 2025).annexes[1]!;

  it("shows the classes of the methods side by side for a row on which they differ", () => {
    const [table] = tablesOf(annex({ W05a: { 2020: "20", 2025: "41" } }).blocks);
    const [line] = linesOf(table!);
    expect(line!.slice(0, 1).concat(line!.slice(6))).toEqual([
      "W05a",
      "进展偏慢",
      "中（0.84）",
      "高（1.16）",
      "—",
      "其他方法档次不同",
    ]);
  });

  it("tells why methods differ where they do, and the same cuts once", () => {
    const why = "因而在基期离目标较远、年度间波动较大的指标上结果可能不同";
    const differing = annex({ W05a: { 2020: "20", 2025: "41" } });
    expect(paragraphsOf(differing.blocks).join("")).toContain(why);
    const near = annex({ W11: { 2020: "99.86", 2025: "99.92" } });
    expect(paragraphsOf(near.blocks).join("")).toContain("末位增减1即改变档次的1项");
    expect(paragraphsOf(near.blocks).join("")).not.toContain(why);
    expect(tablesOf(near.blocks)[0]!.notes[0]).toBe(
      "档次：高为不低于0.95，中为不低于0.6，低为其余；已达标的列为高。",
    );
    const stricter = { ...women.method, pace: { ...women.method.pace, onTrack: decimal("0.9") } };
    const own = compose({ ...women, method: stricter }, dataOf({ W05a: { 2020: "20", 2025: "41" } }), 2025);
    expect(tablesOf(own.annexes[1]!.blocks)[0]!.notes[0]).toContain("序时进度法的界限为0.9和0.6");
  });

  it("says so where no row depends on method or rounding", () => {
    const { blocks } = annex({ W05a: { 2020: "41.3", 2025: "42" } });
    expect(tablesOf(blocks)).toEqual([]);
    expect(paragraphsOf(blocks).join("")).toContain("没有指标因方法或修约不同而改变档次");
  });
});
