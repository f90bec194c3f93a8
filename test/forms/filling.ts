import fc from "fast-check";
import { MISSING_REASONS } from "../../src/data/form-words.js";
import { MEASURE_STATUSES, type MeasureStatus } from "../../src/terms/measure-status.js";
import { PROJECT_STATUSES } from "../../src/terms/project-status.js";
import { filledForm, type Answer } from "../../src/forms/write/form-workbook.js";
import type { FormSheet, Spot } from "../../src/forms/write/form-sheet.js";
import type { ReporterForm } from "../../src/forms/write/reporter-forms.js";

/** What a person writes on a form for one figure, town or quantity; nothing where null or "". */
export interface Said {
  /** 0–1000 of the range that is possible. */
  share: number | null;
  denominator: number | null;
  reason: string;
  status: string;
  words: string;
}

const words = fc.oneof(
  fc.constantFrom("", "=1+1", "+5", "@SUM(1,2)", "2:3", "按户籍人口，口径有变化", "_x0041_", "填报人：张三"),
  fc.string({ maxLength: 20 }).map((text) => text.trim()),
);

/** Whatever people may say: a figure or none, a reason where there is none. */
export const anything = fc.record<Said>({
  share: fc.option(fc.integer({ min: 0, max: 1000 })),
  denominator: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
  reason: fc.constantFrom("", ...MISSING_REASONS, "人员调整"),
  status: fc.constantFrom("", ...PROJECT_STATUSES),
  words,
});

export type Saying = (key: string) => Said;

/** The figure a person gives for an indicator within its range, as it is typed; null for none. */
export function figureSaid(form: ReporterForm, id: string, { share }: Said): string | null {
  if (share === null) return null;
  const line = lineOf(form, id);
  if (line?.ratio) return `${share + 1}:${share + 2}`;
  const { max } = line?.indicator.range ?? { max: null };
  return max === null ? String(share / 8) : max.times(share).div(1000).toString();
}

export function lineOf(
  form: ReporterForm,
  id: string,
): ReporterForm["sections"][number]["lines"][number] | undefined {
  return form.sections.flatMap(({ lines }) => lines).find(({ indicator }) => indicator.id === id);
}

/** The 落实状态 somebody chooses, who would choose that 进展状态. */
export function measureSaid({ status }: Said): MeasureStatus | "" {
  if (status === "") return "";
  return MEASURE_STATUSES.find((each) => each === status) ?? "已落实";
}

/** The form as it comes back after somebody said all that. */
export function fill(sheets: readonly FormSheet[], form: ReporterForm, saying: Saying): FormSheet[] {
  return filledForm(sheets, (spot) => answerAt(spot, form, saying(keyOf(spot)), saying(spot.id)));
}

/** A figure of its own for every town; a project says one thing for all its quantities. */
export function keyOf({ id, detail }: Pick<Spot, "id" | "detail">): string {
  return `${id} ${detail}`;
}

function answerAt(spot: Spot, form: ReporterForm, said: Said, whole: Said): Answer | null {
  const figure = figureSaid(form, spot.id, said);
  switch (spot.role) {
    case "value":
      return figure === null ? null : lineOf(form, spot.id)?.ratio ? text(figure) : number(figure);
    case "numerator":
      return said.denominator === null ? null : number(String(Math.floor(said.denominator / 2)));
    case "denominator":
      return said.denominator === null ? null : number(String(said.denominator));
    case "missingReason":
      return figure === null ? text(said.reason) : null;
    case "group":
      return text(`第${spot.detail}街道`);
    case "status":
      return text(whole.status);
    case "measureStatus":
      return text(measureSaid(whole));
    case "measureProgress":
      return measureSaid(whole) === "" ? null : text(whole.words);
    case "done":
      return whole.status === "" || said.share === null ? null : doneSaid(form, spot, said.share);
    case "progress":
    case "problems":
    case "nextPlan":
      return whole.status === "" ? null : text(whole.words);
    default:
      return text(said.words);
  }
}

/** What is there or not is answered with 是 or 否, as the form asks. */
export function isCounted({ goal, unit }: { goal: unknown; unit: string }): boolean {
  return goal !== null || unit !== "";
}

export function isReached(share: number): boolean {
  return share > 50;
}

function doneSaid({ projects }: ReporterForm, { id, detail }: Spot, share: number): Answer {
  const quantities = projects.find((each) => each.id === id)?.quantities ?? [];
  const counted = quantities.some((each) => each.name === detail && isCounted(each));
  return counted ? number(String(share)) : text(isReached(share) ? "是" : "否");
}

function text(said: string): Answer {
  return { text: said };
}

function number(said: string): Answer {
  return { number: said, text: said };
}
