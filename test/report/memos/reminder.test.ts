import { describe, expect, it } from "vitest";
import type { Dataset, Gap } from "../../../src/data/dataset.js";
import { reporterForms } from "../../../src/forms/write/reporter-forms.js";
import { reminderOf } from "../../../src/report/memos/reminder.js";
import { dataset } from "../../score/builder.js";
import { CONTEXT } from "../context.js";
import { women } from "../plans.js";

const [form] = reporterForms([women], { series: {}, groups: [], sample: false }, 2025).filter(
  ({ reporter }) => reporter === "区医保局",
);
const IDS = form!.sections.flatMap(({ lines }) => lines.map(({ indicator }) => indicator.id));

function letterOn(data: Dataset, notice = { deadline: "", contact: "" }, asked = form!) {
  const letter = reminderOf(asked, [women], data, CONTEXT, notice);
  const blocks = letter?.opening ?? [];
  return {
    letter,
    texts: blocks.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
    rows: blocks.flatMap(({ tables }) =>
      tables.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text))),
    ),
  };
}

const figuresOf = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, { 2025: "90" }]));
const answersTo = (measures: readonly { id: string }[]) =>
  measures.map(({ id }) => ({ measure: id, year: 2025 })) as unknown as Dataset["measures"];
const gap = (indicator: string, fields: Partial<Gap>): Gap => ({
  indicator,
  year: 2025,
  display: "",
  reason: "blank",
  statedReason: "",
  source: { file: "区医保局.xlsx", sheet: "年度填报", cell: "F7" },
  remark: "",
  ...fields,
});

describe("a 催报函", () => {
  it("to who has reported nothing says so and lists all that is asked", () => {
    const { letter, texts, rows } = letterOn(dataset({}), {
      deadline: "2026年3月31日",
      contact: "张三 49800000",
    });
    expect(letter?.addressee).toBe("区医保局：");
    expect(texts[0]).toContain("截至2026年5月20日，尚未收到你单位报送的数据。");
    expect(texts[1]).toMatch(/^请于2026年3月31日前按填报表报送/u);
    expect(texts).toContain("联系人：张三 49800000");
    expect(rows.filter(([, , , , state]) => state === "未报送")).toHaveLength(rows.length);
    expect(rows.map(([, id]) => id)).toEqual([
      ...IDS,
      ...form!.projects.map(({ id }) => id),
      ...form!.measures.map(({ id }) => id),
    ]);
  });

  it("to who has reported some lists the rest, and what was refused as such", () => {
    const [wrong, ...others] = IDS;
    const { texts, rows } = letterOn(
      dataset(figuresOf(others), { gaps: [gap(wrong!, { reason: "refused" })] }),
    );
    expect(texts[0]).toContain("监测指标1项填报有误");
    expect(rows[0]).toContain("填报有误");
  });

  it("is not written to who gave a figure or a reason for everything", () => {
    const [excused, ...others] = IDS;
    const data = dataset(figuresOf(others), {
      gaps: [gap(excused!, { statedReason: "未到报送期" })],
      progress: form!.projects.map(({ id }) => ({
        project: id,
        year: 2025,
      })) as unknown as Dataset["progress"],
      measures: answersTo(form!.measures),
    });
    expect(letterOn(data).letter).toBeNull();
  });

  it("goes to who is asked for measures alone, and lists those it has not told of", () => {
    const asked = { ...form!, sections: [], projects: [] };
    const [first, ...others] = form!.measures;
    const none = letterOn(dataset({}), undefined, asked);
    expect(none.texts[0]).toContain(`应报送2025年度措施落实情况${asked.measures.length}项。`);
    expect(none.texts[0]).toContain("尚未收到");
    const some = letterOn(dataset({}, { measures: answersTo(others) }), undefined, asked);
    expect(some.texts[0]).toContain("尚有措施落实情况1项未报送");
    expect(some.rows.map(([, id]) => id)).toEqual([first!.id]);
    expect(
      letterOn(dataset({}, { measures: answersTo(form!.measures) }), undefined, asked).letter,
    ).toBeNull();
  });

  it("does not tell who has told of measures alone that nothing came", () => {
    const { texts } = letterOn(dataset({}, { measures: answersTo(form!.measures) }));
    expect(texts[0]).not.toContain("尚未收到");
    expect(texts[0]).toContain(`尚有监测指标${IDS.length}项`);
  });

  it("is written to nobody where the plan names nobody", () => {
    const unnamed = {
      ...women,
      rows: women.rows.map((row) => ({ ...row, reporters: { names: [], confirmed: true } })),
    };
    const forms = reporterForms([unnamed], { series: {}, groups: [], sample: false }, 2025);
    const open = forms.find(({ reporter }) => reporter === "责任单位待定");
    expect(open!.sections.length).toBeGreaterThan(0);
    expect(letterOn(dataset({}), undefined, open).letter).toBeNull();
  });
});
