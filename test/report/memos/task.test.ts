import { describe, expect, it } from "vitest";
import { reporterNames } from "../../../src/data/settle/reporters.js";
import type { Published } from "../../../src/data/published/record.js";
import type { MemoModel } from "../../../src/report/model.js";
import type { Matter } from "../../../src/report/row-facts.js";
import { taskOf } from "../../../src/report/memos/task.js";
import { scorePlan } from "../../../src/score/score.js";
import { scoredSample } from "../../fixtures/scored-sample.js";
import { siteFigures } from "../../score/builder.js";
import { CONTEXT } from "../context.js";

const { dataset, cards } = await scoredSample("fixtures/data", 2025);
const MATTERS: readonly Matter[] = cards.map((scorecard) => ({ scorecard, dataset }));
const NOTICE = { deadline: "", contact: "" };

function taskFor(reporter: string, matters = MATTERS): MemoModel {
  const task = taskOf(reporter, matters, CONTEXT, NOTICE);
  if (task === null) throw new Error(`nothing for ${reporter}`);
  return task;
}

const chapterOf = (task: MemoModel, heading: string) => {
  const blocks = task.chapters.find((each) => each.heading === heading)?.blocks ?? [];
  return {
    texts: blocks.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
    rows: blocks.flatMap(({ tables }) =>
      tables.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text))),
    ),
  };
};

describe("a 任务单", () => {
  const task = taskFor("区卫生健康委");

  it("is for one reporter, and covers both plans", () => {
    expect(task.titleLines).toEqual(["永川区妇女儿童发展规划", "2025年度监测任务单"]);
    expect(task.addressee).toBe("区卫生健康委：");
    expect(task.chapters.map(({ number, heading }) => number + heading)).toEqual([
      "一、指标进展",
      "二、《规划》措施",
      "三、重点项目",
    ]);
    expect(task.signature).toEqual(["永川区统计局", "2026年5月20日"]);
  });

  it("gives each row its gap and the pace that would close it, and no gap to what is met", () => {
    const { texts, rows } = chapterOf(task, "指标进展");
    expect(texts[0]).toMatch(/^你单位承担的《永川区妇女发展规划》13项指标中，已达标5项，/u);
    const rowOf = (id: string) => rows.find(([first]) => first === id)?.at(-1);
    expect(rowOf("W05a")).toBe(
      "距70%的目标还差17.06个百分点，到2030年需年均提高3.41个百分点，近五年年均提高2.33个百分点",
    );
    expect(rowOf("W04")).toBe("—");
    expect(rowOf("W19")).toBe("缺2025年数据");
  });

  it("says of a row judged site by site whose figure stands there, and names the sites that fail though it is on course", () => {
    const [, children] = MATTERS;
    const { plan } = children!.scorecard;
    const ids = new Set(["C07"]);
    const sites = ["三教镇", "板桥镇"];
    const groups = [2020, 2025].flatMap((year) =>
      siteFigures("C07", year, { [sites[0]!]: year === 2020 ? "90" : "97.5", [sites[1]!]: "99" }),
    );
    const own = { ...plan, rows: plan.rows.filter(({ id }) => ids.has(id)) };
    const scorecard = scorePlan(own, { ...dataset, groups }, 2025);
    expect(scorecard.rows[0]?.status).toBe("onTrack");
    const task = taskFor("区卫生健康委", [{ dataset, scorecard }]);
    const [table] = task.chapters[0]!.blocks.flatMap(({ tables }) => tables);
    expect(table?.rows.at(-1)?.cells.at(-1)?.text).toBe(
      "有数据的2个镇街（应有23个）中1个达到98%，三教镇（97.50%）未达到",
    );
    expect(table?.notes).toEqual(["C07为各镇街中离目标最远的数。"]);
  });

  it("marks what nobody has confirmed, and asks to", () => {
    const { texts, rows } = chapterOf(task, "指标进展");
    expect(rows[0]).toEqual(["永川区妇女发展规划（牵头，待确认）"]);
    expect(texts.at(-1)).toContain("请一并确认");
    const confirmed = MATTERS.map(({ scorecard: { plan } }) => {
      const sure = plan.rows.map((row) => ({ ...row, reporters: { ...row.reporters, confirmed: true } }));
      return { dataset, scorecard: scorePlan({ ...plan, rows: sure }, dataset, 2025) };
    });
    const settled = chapterOf(taskFor("区卫生健康委", confirmed), "指标进展");
    expect(settled.rows[0]).toEqual(["永川区妇女发展规划（牵头）"]);
    expect(settled.texts.join("")).not.toContain("确认");
  });

  it("tells a reporter without rows of its measures and projects alone", () => {
    const tax = taskFor("区税务局");
    expect(tax.chapters.map(({ heading }) => heading)).toEqual(["《规划》措施", "重点项目"]);
  });

  it("tells a reporter that a measure alone names of that measure", () => {
    const given = MATTERS.map(({ scorecard: { plan } }) => {
      const chapters = plan.chapters.map((each) => ({
        ...each,
        measures: each.measures.map((measure, at) =>
          plan.id === "women" && each === plan.chapters[0] && at === 1
            ? { ...measure, reporters: ["区气象局"] }
            : measure,
        ),
      }));
      return { dataset, scorecard: scorePlan({ ...plan, chapters }, dataset, 2025) };
    });
    const plans = given.map(({ scorecard }) => scorecard.plan);
    expect(reporterNames(plans)).toContain("区气象局");
    const [first] = plans.find(({ id }) => id === "women")!.chapters;
    const { texts, rows } = chapterOf(taskFor("区气象局", given), "《规划》措施");
    expect(texts[0]).toMatch(/^由你单位负责/u);
    expect(rows.at(-1)).toEqual([
      expect.stringContaining(first!.title),
      `2.${first!.measures[1]!.title.replace(/。$/u, "")}`,
    ]);
  });

  it("heads the measures of plans that are called differently by all their names", () => {
    const [one, other] = MATTERS.map(({ scorecard }) => scorecard);
    const terms = { ...other!.plan.terms, named: "《纲要》" };
    const task = taskFor("区税务局", [
      { dataset, scorecard: one! },
      { dataset, scorecard: { ...other!, plan: { ...other!.plan, terms } } },
    ]);
    expect(task.chapters[0]?.heading).toBe("《规划》《纲要》措施");
  });

  it("is not written for who has nothing to do with the plans", () => {
    expect(taskOf("区气象局", MATTERS, CONTEXT, NOTICE)).toBeNull();
  });

  it("names no reporter's rows for which another one answers", () => {
    const { rows } = chapterOf(taskFor("区医保局"), "指标进展");
    expect(rows.flat()).toContain("女性基本医疗保险参保率");
    expect(rows.flat()).not.toContain("孕产妇死亡率");
  });
});

describe("what became of last year's ask", () => {
  const row = (
    id: string,
    name: string,
    status: Published["statement"]["rows"][number]["status"],
    shown: string,
  ) => {
    return { id, name, status, alert: null, shown };
  };
  const last = {
    name: "永川区妇女发展规划2024年度统计监测报告",
    plan: { id: "women", title: "" },
    year: 2024,
    edition: 1,
    statement: {
      kind: "annual",
      rows: [
        row("W05a", "适龄妇女宫颈癌人群筛查率", "offTrack", "50.86%"),
        row("W04", "孕产妇系统管理率", "slow", "93.90%"),
        row("W07", "孕产妇艾滋病、梅毒和乙肝检测率", "noData", ""),
        row("W06", "艾滋病母婴传播率", "achieved", "0.00%"),
      ],
      recommendations: [
        "请区卫生健康委增配筛查设备。",
        "请区教委做好另一件事。",
        "适龄妇女宫颈癌人群筛查率；孕产妇系统管理率｜（一）2.保障安全｜项目｜区卫生健康委",
      ],
    },
  } as unknown as Published;
  const matters = MATTERS.map((matter) => ({ ...matter, dataset: { ...dataset, published: [last] } }));
  const { texts, rows } = chapterOf(taskFor("区卫生健康委", matters), "上年要求落实情况");

  it("stands row by row with what was asked, what it was and what it is", () => {
    expect(rows).toEqual([
      ["孕产妇系统管理率", "（一）2.保障安全", "93.90%", "94.88%", "由进展偏慢转为已达标"],
      ["适龄妇女宫颈癌人群筛查率", "（一）2.保障安全", "50.86%", "52.94%", "由达标困难转为进展偏慢"],
      ["孕产妇艾滋病、梅毒和乙肝检测率", "补报数据", "—", "99.51%", "由缺项转为已达标"],
    ]);
    expect(texts[0]).toBe("2024年度监测报告要求你单位改进或补报的指标3项，状态均已好转。");
  });

  it("has people's own words to the reporter, and to nobody else", () => {
    expect(texts.slice(1)).toEqual(["“请区卫生健康委增配筛查设备”。"]);
  });
});
