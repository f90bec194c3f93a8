import { beforeAll, describe, expect, it } from "vitest";
import { sampleData } from "../../fixtures/sample-data.js";
import { reporterForms, type ReporterForm } from "../../../src/forms/write/reporter-forms.js";
import type { Plan } from "../../../src/plan/plan.js";
import { decimal } from "../../../src/terms/decimal.js";
import { children, plans, women } from "../../data/book.js";
import { row, plan, target } from "../../score/builder.js";

const NOTHING = { series: {}, groups: [], sample: false };
let forms: ReporterForm[] = [];

beforeAll(async () => {
  const { dataset } = await sampleData();
  forms = reporterForms(plans, { ...dataset, sample: true }, 2025);
});

function formOf(reporter: string): ReporterForm {
  const form = forms.find((each) => each.reporter === reporter);
  if (form === undefined) throw new Error(`no form for ${reporter}`);
  return form;
}

function idsOf({ sections }: ReporterForm): string[] {
  return sections.flatMap(({ lines }) => lines).map(({ indicator }) => indicator.id);
}

describe("the forms of all reporters", () => {
  it("ask for every figure of both plans exactly once, parts in place of their rows, auxiliary series too", () => {
    const wanted = plans.flatMap(({ rows, series }) => [
      ...rows.flatMap((each) => (each.parts.length > 0 ? each.parts : [each])),
      ...series,
    ]);
    expect(forms.flatMap(idsOf).sort()).toEqual(wanted.map(({ id }) => id).sort());
  });

  it("ask for every project once, of the reporter that is named first", () => {
    const led = forms.flatMap(({ reporter, projects }) => projects.map(({ id }) => `${id} ${reporter}`));
    const named = plans.flatMap(({ projects }) =>
      projects.map(({ id, reporters }) => `${id} ${reporters[0] ?? ""}`),
    );
    expect(led.sort()).toEqual(named.sort());
  });

  it("name the other reporters of a row as helpers", () => {
    const line = formOf("区体育局").sections[0]?.lines[0];
    expect(line?.partners).toEqual([]);
    const helped = formOf("区民政局").sections.flatMap(({ lines }) => lines);
    expect(helped.find(({ indicator }) => indicator.id === "W38")?.partners).toEqual(["区妇联"]);
  });

  it("leave no row unasked that has no reporter", () => {
    const orphan = row(target({ kind: "observe" }), { id: "X1", reporters: { names: [], confirmed: false } });
    expect(reporterForms([plan([orphan])], NOTHING, 2025).map(({ reporter }) => reporter)).toEqual([
      "责任单位待定",
    ]);
  });

  it("speak of the plans that ask, in the committee's order", () => {
    expect(formOf("区卫生健康委").title).toBe("永川区妇女儿童发展规划");
    expect(formOf("区残联").title).toBe("永川区儿童发展规划");
  });
});

describe("earlier figures", () => {
  it("are the data's, or the plan's own where the data have none", () => {
    const line = reporterForms([women], NOTHING, 2025)
      .flatMap(({ sections }) => sections)
      .flatMap(({ lines }) => lines)
      .find(({ indicator }) => indicator.id === "W22.1");
    expect(line).toMatchObject({ previous: null });
    expect(line?.baseline?.toString()).toBe("28.13");
    const known = formOf("区卫生健康委").sections.flatMap(({ lines }) => lines);
    expect(known.find(({ indicator }) => indicator.id === "W04")?.previous).not.toBeNull();
  });
});

describe("towns and institutions", () => {
  it("are those of earlier data", () => {
    const towns = formOf("区卫生健康委").breakdowns.find(({ indicator }) => indicator.id === "C07");
    expect(towns?.groups).toHaveLength(23);
    expect(towns?.blanks).toBe(0);
  });

  const counts = (each: Plan) =>
    reporterForms([each], NOTHING, 2025)
      .flatMap(({ breakdowns }) => breakdowns)
      .map(({ indicator, groups, blanks }) => [indicator.id, groups.length, blanks]);

  it("are the plan's towns by name in the first year, and a line for an institution of each", () => {
    expect(counts(children)).toEqual([
      ["C07", 23, 0],
      ["C13b", 0, 33],
      ["C13c", 0, 33],
    ]);
  });

  it("are blank lines, as many as the plan expects, before anybody named them", () => {
    expect(counts({ ...children, sites: [] })).toEqual([
      ["C07", 0, 23],
      ["C13b", 0, 30],
      ["C13c", 0, 30],
    ]);
  });

  it("show last year's figure also where it was told under a shorter name", () => {
    const source = { file: "a.xlsx", sheet: "表", cell: "A1" };
    const told = {
      indicator: "C07",
      year: 2024,
      grouping: "镇街" as const,
      value: decimal(98.5),
      display: "98.5",
    };
    const groups = ["永川区中山路", "青峰镇"].map((group) => ({ ...told, group, source }));
    const [towns] = reporterForms([children], { ...NOTHING, groups }, 2025).flatMap(
      ({ breakdowns }) => breakdowns,
    );
    const known = towns?.groups.filter(({ previous }) => previous !== null).map(({ name }) => name);
    expect(known).toEqual(["中山路街道", "青峰镇"]);
  });
});
