import { beforeAll, describe, expect, it } from "vitest";
import { scorePlan } from "../../../src/score/score.js";
import { overviewModel, type OverviewContext } from "../../../src/report/overview/overview.js";
import type { OverviewModel, OverviewRow } from "../../../src/report/overview/model.js";
import type { Plan } from "../../../src/plan/plan.js";
import type { Dataset } from "../../../src/data/dataset.js";
import { scoredSample } from "../../fixtures/scored-sample.js";
import { atLeast, dataset, increase, plan, reference, row } from "../../score/builder.js";

const CONTEXT: OverviewContext = { asOf: "2026-05-20", draft: false, sample: false, issues: [], absent: [] };

function modelOf(plans: readonly Plan[], data: Dataset, more: Partial<OverviewContext> = {}): OverviewModel {
  const scorecards = plans.map((each) => scorePlan(each, data, 2025));
  return overviewModel(scorecards, data, { ...CONTEXT, ...more });
}

function rowsOf({ plans }: OverviewModel): OverviewRow[] {
  return plans.flatMap(({ domains }) => domains.flatMap(({ rows }) => rows));
}

describe("the overview of the sample data", () => {
  let model: OverviewModel;
  let row: (id: string) => OverviewRow;
  let ids: string[];
  beforeAll(async () => {
    const { cards, dataset: data, issues, rows } = await scoredSample("fixtures/data", 2025);
    model = overviewModel(cards, data, { ...CONTEXT, sample: true, issues });
    ids = rows.map(({ id }) => id);
    row = (id) => rowsOf(model).find(({ lines }) => lines[0]?.id === id)!;
  });

  it("has every row of every plan once, below its domain", () => {
    expect(rowsOf(model).map(({ lines }) => lines[0]?.id)).toEqual(ids);
    expect(model.total).toBe("90");
    expect(model.plans[0]?.domains[0]).toMatchObject({ heading: "永川区妇女发展规划 · 妇女与健康" });
  });

  it("tells value, target, status and alert as the reports do", () => {
    expect(row("W03").lines).toMatchObject([
      {
        nature: "约束性",
        target: "＜8/10万",
        baseline: { text: "12.47/10万", year: "" },
        value: "16.04/10万",
        change: "＋16.04",
        statusName: "达标困难",
        alertName: "黄色",
      },
    ]);
  });

  it("shows the figures of other places below their usual year, and says so where they are of another", () => {
    expect(model.places).toEqual([
      { place: "全市", year: "2024" },
      { place: "全国", year: "2024" },
    ]);
    expect(row("W04").lines[0]?.others).toEqual([
      { place: "全市", text: "94.05%", year: "" },
      { place: "全国", text: "94.90%", year: "" },
    ]);
  });

  it("says of which year a figure is where that is not its column's", () => {
    expect(row("W09").lines[0]).toMatchObject({ previous: { text: "88.90%", year: "（2020年）" } });
    expect(row("W32a").lines[0]?.others[1]).toMatchObject({ place: "全国", year: "（2020年）" });
  });

  it("leads from a row to its cell and the steps of its rule", () => {
    const [passage] = row("W04").passages;
    const texts = passage?.blocks.map(({ heading, lines }) => [heading, lines[0]?.text]);
    expect(texts).toContainEqual([
      "数据出处",
      expect.stringMatching(/xlsx“指标数据（示例数据）”[A-Z]+\d+$/u),
    ]);
    expect(texts).toContainEqual(["判定过程", expect.stringContaining("符合目标")]);
    expect(texts).toContainEqual(["对照数据", expect.stringMatching(/94\.05%；.*对照\.csv [A-Z]+\d+$/u)]);
  });

  it("tells a row of parts part by part: their figures, their courses, their cells", () => {
    const { lines, passages } = row("W22");
    expect(lines.map(({ id, part, value }) => [id, part, value === "—"])).toEqual([
      ["W22", false, true],
      ["W22.1", true, false],
      ["W22.2", true, false],
    ]);
    expect(lines.map(({ course }) => course.length)).toEqual([0, 1, 1]);
    expect(passages.map(({ heading }) => heading.split(" ")[0])).toEqual(["", "W22.1", "W22.2"]);
  });

  it("says the figures of the course in words", () => {
    expect(row("W04").lines[0]?.course[0]?.alt).toMatch(/^各年数据：2020年92\.99%，.*2025年94\.88%$/u);
  });

  it("offers each filter the options that rows answer to, the statuses and alerts in their order", () => {
    const optionsOf = (name: string) => model.filters.find((each) => each.name === name)?.options;
    expect(optionsOf("status")?.slice(0, 3)).toEqual(["已达标", "预期可达标", "进展偏慢"]);
    expect(optionsOf("nature")).toEqual(["约束性", "预期性"]);
    expect(optionsOf("reporter")).toContain("区卫生健康委");
    for (const { name, options } of model.filters) {
      const answered = rowsOf(model).flatMap(
        ({ answers }) => answers.find((each) => each.name === name)?.options.split("\n") ?? [],
      );
      expect(options.filter((option) => !answered.includes(option))).toEqual([]);
    }
  });

  it("is plain data: nothing is lost in JSON, nothing is left out", () => {
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });

  it("says that its figures are samples, and what is still to be asked about", () => {
    expect(model.watermark).toBe("示例数据");
    expect(model.notice).toMatch(/本页使用示例数据生成，.*提醒\d+项待核实/u);
  });
});

it("says who has confirmed nobody where the responsible units are proposals", () => {
  const goals = ["甲委", "乙局"].map((name, at) =>
    row(atLeast("90"), { id: `W0${at}`, reporters: { names: [name], confirmed: at === 0 } }),
  );
  const [reporter] = modelOf([plan(goals)], dataset({})).filters;
  expect(reporter).toEqual({ name: "reporter", label: "建议责任单位（待确认）", options: ["甲委", "乙局"] });
});

it("offers no filter where there is nothing to choose", () => {
  expect(modelOf([plan([row(atLeast("90"))])], dataset({ W01: { 2025: "95" } })).filters).toEqual([]);
});

it("has no column for places without figures", () => {
  const one = plan([row(atLeast("90"))]);
  const values = { W01: { 2025: "95" } };
  expect(modelOf([one], dataset(values)).places).toEqual([]);
  const beside = modelOf([one], dataset(values, { references: [reference("W01", 2023, "全国", "96")] }));
  expect(beside.places).toEqual([{ place: "全国", year: "2023" }]);
  expect(Number(beside.columns) - Number(modelOf([one], dataset(values)).columns)).toBe(1);
});

it("puts rows in order by what is exact, and those without a figure last", () => {
  const plans = [plan([row(atLeast("90")), row(increase(), { id: "W02" })])];
  const rank = ({ ranks }: OverviewRow) => ranks.find(({ name }) => name === "value")?.rank;
  expect(rowsOf(modelOf(plans, dataset({ W01: { 2025: "95.123" } }))).map(rank)).toEqual(["95.123", ""]);
});

it("names the plans that it does not have", () => {
  const { notice } = modelOf([plan([row(atLeast("90"))])], dataset({ W01: { 2025: "95" } }), {
    absent: ["某区儿童发展规划"],
  });
  expect(notice).toBe("某区儿童发展规划没有2025年的数据，未列入。");
});

it("has no column for natures where no plan tells them apart", () => {
  const { natures, columns } = modelOf([plan([row(atLeast("90"), { nature: null })])], dataset({}));
  expect([natures, columns]).toEqual([false, "10"]);
});

it("calls plans what they call themselves", () => {
  const one = plan([row(atLeast("90"))]);
  const other = plan([row(atLeast("90"), { id: "W02" })], {
    shortTitle: "妇女发展纲要",
    terms: { ...one.terms, plan: "纲要" },
  });
  expect(modelOf([other], dataset({})).title).toBe("某区2025年纲要监测总览");
  const both = modelOf([one, other], dataset({}));
  expect(both.title).toBe("某区2025年规划、纲要监测总览");
  expect(both.filters[0]).toEqual({
    name: "plan",
    label: "规划、纲要",
    options: ["妇女发展规划", "妇女发展纲要"],
  });
});
