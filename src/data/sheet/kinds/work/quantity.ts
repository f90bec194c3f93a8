import { decimal, type Decimal } from "../../../../terms/decimal.js";
import type { Project, Quantity } from "../../../../plan/plan.js";
import { readCell, type Measure } from "../../cell.js";
import type { CellNote, ProjectProgress, ReaderNote } from "../../../dataset.js";
import { nearest } from "../../../../terms/nearest.js";
import { isPercent, unitOf } from "../../../../terms/unit.js";
import { isDashed, nameKey, tightText } from "../../normalise.js";
import { quoted } from "../../quoted.js";
import { sourceAt } from "../../../settle/place.js";
import type { Reading, SheetContext } from "../../reading.js";
import { columnOf, proseIn } from "../../table/table.js";
import type { Column } from "../../table/columns.js";
import { asksNumbers, isWorded } from "./worded.js";
import { known, read, refused, type Fate } from "../../../coverage/fate.js";
import { isFigure } from "../../../coverage/figures.js";
import { issue, type Issue } from "../../../../issues/issue.js";
import type { CellPlace } from "../../../../issues/place.js";
import { figureAt } from "../../grid.js";

type Quantities = Pick<ProjectProgress, "quantities"> & Pick<Reading, "notes" | "issues" | "fates">;

/** Reads 量化内容, 目标数 and 完成数 of one line; none where all three are blank. */
export function readQuantity(context: SheetContext, row: number, project: Project, year: number): Quantities {
  const written = proseIn(context.grid, context.table, row, "quantity");
  const { planned, near } = plannedAs(project, written);
  const goal = readNumber(context, row, "goal", planned ?? near);
  // 照护中心 with the goal of 区级失能特困人员集中照护中心 is that.
  const isNear = near !== null && (goal.value === null || near.goal?.eq(goal.value) === true);
  const meant = planned ?? (isNear ? near : null);
  const name = meant?.name ?? written;
  const number = readNumber(context, row, "done", meant);
  const open = notYesOrNo(context, row, meant, { goal: goal.value, done: number });
  const done = open === null ? number : refusedNumber(open, number);
  const empty = name === "" && goal.value === null && done.value === null;
  return {
    quantities: empty ? [] : [{ name, goal: goal.value, done: done.value, unit: meant?.unit ?? "" }],
    notes: [...goal.notes, ...done.notes].map((note) => ({ ...note, indicator: project.id, year })),
    issues: [
      ...(planned !== null || isNear ? [] : unlikeThePlans(context, row, project, { written, near })),
      ...goal.issues,
      ...done.issues,
    ],
    fates: [...goal.fates, ...done.fates, ...wordedFates(context, row)],
  };
}

/** The plan's quantity of a name, else the one that it is nearly the name of. */
function plannedAs(
  { quantities }: Project,
  written: string,
): { planned: Quantity | null; near: Quantity | null } {
  const key = nameKey(written);
  const named = quantities.map((quantity) => ({ key: nameKey(quantity.name), quantity }));
  const planned = named.find((each) => each.key === key)?.quantity ?? null;
  if (planned !== null || key === "") return { planned, near: null };
  const holding = named.filter((each) => each.key.includes(key) || key.includes(each.key));
  const like = nearest(
    key,
    named.map((each) => each.key),
  );
  const [near] = holding.length === 1 ? holding : named.filter((each) => each.key === like);
  return { planned, near: near?.quantity ?? null };
}

/** Nearly a name of the plan's, with another goal, or none of it: printed as it is, it is one thing more. */
function unlikeThePlans(
  context: SheetContext,
  row: number,
  { id, quantities }: Project,
  { written, near }: { written: string; near: Quantity | null },
): Issue[] {
  if (quantities.length === 0 || written === "") return [];
  const where = sourceAt(context, row, columnOf(context.table, "quantity") ?? 1);
  const names = quantities.map(({ name }) => name);
  const told = { project: id, row, name: quoted(written), nearest: near?.name ?? null, names };
  return [issue("data/quantity-name", where, told)];
}

/** 20 of what is there or not, without saying of how many. */
function notYesOrNo(
  context: SheetContext,
  row: number,
  planned: Quantity | null,
  { goal, done: { value, issues } }: { goal: Decimal | null; done: NumberReading },
): Issue | null {
  const isCounted = planned === null || planned.goal !== null || planned.unit !== "" || goal !== null;
  const isAnswered = value === null ? issues.length === 0 : value.isZero() || value.eq(1);
  if (isCounted || isAnswered) return null;
  const column = columnOf(context.table, "done") ?? 1;
  // 80% is no number of anything, and wants the same word.
  const shown = value?.toFixed() ?? `“${quoted(context.grid.text(row, column))}”`;
  return issue("data/not-yes-or-no", sourceAt(context, row, column), { name: planned.name, shown });
}

function refusedNumber(found: Issue, { fates }: NumberReading): NumberReading {
  const refusals = fates.map(({ source }) => refused(source, "cell"));
  return { value: null, notes: [], issues: [found], fates: refusals };
}

interface NumberReading {
  value: Decimal | null;
  notes: readonly (CellNote & Pick<ReaderNote, "source">)[];
  issues: Reading["issues"];
  fates: readonly Fate[];
}

const NO_NUMBER: NumberReading = { value: null, notes: [], issues: [], fates: [] };

/** A goal that is reached or not (创建三级甲等) is answered 是 or 否: read as 1 and 0. */
const ANSWERS: ReadonlyMap<string, number> = new Map([
  ...["是", "已", "√"].map((word) => [word, 1] as const),
  ...["否", "未", "×"].map((word) => [word, 0] as const),
]);

function readNumber(
  context: SheetContext,
  row: number,
  role: "goal" | "done",
  planned: Quantity | null,
): NumberReading {
  const headed = numberColumn(context, role);
  if (headed === undefined) return NO_NUMBER;
  const { column } = headed;
  const source = sourceAt(context, row, column);
  const cell = context.grid.cell(row, column);
  const isFigureThere = cell !== null && isFigure(cell);
  const display = cell?.display ?? "";
  const answer = ANSWERS.get(tightText(display));
  // 是 says nothing of how many of 23 there are.
  const isCounted = planned !== null && planned.goal?.gt(1) === true;
  if (answer !== undefined && !(isCounted && answer === 1)) {
    const note = { kind: "answer", read: String(answer), text: `“${display}”读作${answer}` } as const;
    return figure(decimal(answer), source, [note]);
  }
  if (isWorded(cell, headed.heading.text))
    return { ...NO_NUMBER, fates: isFigureThere ? [known(source, "remark")] : [] };
  const reading = readCell(cell, measure(planned, display), source);
  if (reading.type === "figure") return figure(reading.value, source, reading.notes);
  const issues = reading.issue === null ? [] : [reading.issue];
  if (!isFigureThere) return { ...NO_NUMBER, issues };
  return {
    value: null,
    notes: [],
    issues,
    fates: [issues.length === 0 ? known(source, "missing-mark") : refused(source, "cell")],
  };
}

/** The column of a goal or of what was done: 完成数 rather than 完成情况 beside it. */
function numberColumn({ table }: SheetContext, role: "goal" | "done"): Column | undefined {
  const columns = table.columns.filter(({ heading }) => heading.role === role);
  return columns.find(({ heading }) => asksNumbers(heading.text)) ?? columns[0];
}

/** The digits in 新增专业3个 under 完成情况 beside 完成数. */
function wordedFates(context: SheetContext, row: number): Fate[] {
  const roles = ["goal", "done"] as const;
  return roles.flatMap((role) => {
    const read = numberColumn(context, role);
    return context.table.columns.flatMap((each) => {
      const isOther = each.heading.role === role && each !== read;
      const figure = isOther ? figureAt(context.grid, row, each.column) : null;
      return isWorded(figure, each.heading.text)
        ? [known(sourceAt(context, row, each.column), "remark")]
        : [];
    });
  });
}

/** What stands under 完成情况 in words; "" where a number does. */
export function doneInWords({ grid, table }: SheetContext, row: number): string {
  const done = table.columns.find(
    ({ column, heading }) => heading.role === "done" && isWorded(grid.cell(row, column), heading.text),
  );
  if (done === undefined) return "";
  const words = grid.prose(row, done.column);
  return ANSWERS.has(tightText(words)) || isDashed(words) ? "" : words;
}

/** 2所 of a quantity that the plan does not name, or names without one, says its unit itself. */
function measure(planned: Quantity | null, display: string): Measure {
  const said = unitOf(/[^\d.]*$/u.exec(tightText(display))?.[0] ?? "");
  const unit = planned?.unit || (said.kind === "count" ? said.name : "");
  const max = isPercent(unitOf(unit)) ? decimal(100) : null;
  return { unit, range: { min: decimal(0), max }, ratio: false };
}

function figure(value: Decimal, source: CellPlace, notes: readonly CellNote[]): NumberReading {
  return { value, notes: notes.map((note) => ({ source, ...note })), issues: [], fates: [read(source)] };
}
