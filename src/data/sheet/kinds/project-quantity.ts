import { decimal, type Decimal } from "../../../terms/decimal.js";
import type { Project, Quantity } from "../../../plan/plan.js";
import { readCell, type Measure } from "../cell.js";
import type { CellNote, ProjectProgress, ReaderNote } from "../../dataset.js";
import { unitOf } from "../../../terms/unit.js";
import { nameKey, tightText } from "../normalise.js";
import { sourceAt } from "../../settle/place.js";
import type { Reading, SheetContext } from "../reading.js";
import { columnOf, proseIn } from "../table/table.js";
import { known, read, refused, type Fate } from "../../coverage/fate.js";
import { isFigure } from "../../coverage/figures.js";
import type { CellPlace } from "../../../issues/place.js";

type Quantities = Pick<ProjectProgress, "quantities"> & Pick<Reading, "notes" | "issues" | "fates">;

/** Reads 量化内容, 目标数 and 完成数 of one line; none where all three are blank. */
export function readQuantity(context: SheetContext, row: number, project: Project, year: number): Quantities {
  const name = proseIn(context.grid, context.table, row, "quantity");
  const planned = project.quantities.find((each) => nameKey(each.name) === nameKey(name)) ?? null;
  const goal = readNumber(context, row, "goal", planned);
  const done = readNumber(context, row, "done", planned);
  const empty = name === "" && goal.value === null && done.value === null;
  return {
    quantities: empty ? [] : [{ name, goal: goal.value, done: done.value, unit: planned?.unit ?? "" }],
    notes: [...goal.notes, ...done.notes].map((note) => ({ ...note, indicator: project.id, year })),
    issues: [...goal.issues, ...done.issues],
    fates: [...goal.fates, ...done.fates],
  };
}

interface NumberReading {
  value: Decimal | null;
  notes: readonly (CellNote & Pick<ReaderNote, "source">)[];
  issues: Reading["issues"];
  fates: readonly Fate[];
}

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
  const column = columnOf(context.table, role);
  if (column === null) return { value: null, notes: [], issues: [], fates: [] };
  const source = sourceAt(context, row, column);
  const cell = context.grid.cell(row, column);
  const display = cell?.display ?? "";
  const answer = ANSWERS.get(tightText(display));
  if (answer !== undefined) {
    const note = { kind: "answer", read: String(answer), text: `“${display}”读作${answer}` } as const;
    return figure(decimal(answer), source, [note]);
  }
  const reading = readCell(cell, measure(planned, display), source);
  if (reading.type === "figure") return figure(reading.value, source, reading.notes);
  const issues = reading.issue === null ? [] : [reading.issue];
  if (cell === null || !isFigure(cell)) return { value: null, notes: [], issues, fates: [] };
  return {
    value: null,
    notes: [],
    issues,
    fates: [issues.length === 0 ? known(source, "missing-mark") : refused(source, "cell")],
  };
}

/** 2所 of a quantity that the plan does not name says its unit itself. */
function measure(planned: Quantity | null, display: string): Measure {
  const said = unitOf(/[^\d.]*$/u.exec(tightText(display))?.[0] ?? "");
  const unit = planned?.unit ?? (said.kind === "count" ? said.name : "");
  return { unit, range: { min: decimal(0), max: null }, ratio: false };
}

function figure(value: Decimal, source: CellPlace, notes: readonly CellNote[]): NumberReading {
  return { value, notes: notes.map((note) => ({ source, ...note })), issues: [], fates: [read(source)] };
}
