import type { Catalogue } from "../../data/catalogue.js";
import type { Figure, Gap, GroupFigure, Observation } from "../../data/dataset.js";
import type { Count, LedgerEntry } from "../../data/ledger/entry.js";
import type { MeasureLine, ProjectLine } from "../../data/sheet/reading.js";
import { reporterOf } from "../../data/settle/reporters.js";
import type { CellPlace } from "../../issues/place.js";

/** What the lines of one workbook have in common. */
export interface LineContext {
  catalogue: Catalogue;
  /** The plans' names of 责任单位. */
  reporters: readonly string[];
  /** Who reports where a line does not say it. */
  sender: string;
  formYear: number;
  time: string;
  sha256: string;
}

/** The line of a figure of the whole district. */
export function valueLine(context: LineContext, figure: Observation): LedgerEntry {
  const { value, numerator, denominator, remark, dataSource, reporter } = figure;
  return {
    ...plainLine(context, figure, figure.indicator),
    kind: "数值",
    value,
    numerator: countOf(numerator),
    denominator: countOf(denominator),
    remark,
    dataSource,
    reporter: reporterOf(reporter, context.reporters) || context.sender,
  };
}

/** The line of a town's or institution's figure. */
export function groupLine(context: LineContext, figure: GroupFigure): LedgerEntry {
  const { value, grouping, group } = figure;
  return { ...plainLine(context, figure, figure.indicator), kind: "分组", value, grouping, group };
}

/** The line of a figure that is missing for a reason. */
export function gapLine(context: LineContext, gap: Gap): LedgerEntry {
  const { statedReason: reason, remark } = gap;
  return { ...plainLine(context, gap, gap.indicator), kind: "缺报", reason, remark };
}

/** The line of a project's year. */
export function projectLine(context: LineContext, line: ProjectLine): LedgerEntry {
  const { status, quantities, progress, problems, nextPlan } = line;
  const [quantity] = quantities;
  const told = { status: status ?? ("" as const), progress, problems, nextPlan };
  return {
    ...plainLine(context, { ...line, display: status ?? "" }, line.project),
    kind: "进展",
    unit: quantity?.unit ?? "",
    reporter: reporterOf(line.reporter, context.reporters) || context.sender,
    project: {
      ...told,
      quantity: quantity?.name ?? "",
      goal: quantity?.goal ?? null,
      done: quantity?.done ?? null,
    },
  };
}

/** The line of a measure's year. */
export function measureLine(context: LineContext, line: MeasureLine): LedgerEntry {
  const { status, progress, measure } = line;
  return {
    ...plainLine(context, { ...line, display: status }, measure),
    kind: "措施",
    reporter: reporterOf(line.reporter, context.reporters) || context.sender,
    measure: { status, progress },
  };
}

function plainLine(
  { catalogue, sender, formYear, time, sha256 }: LineContext,
  { year, source, display }: { year: number; source: CellPlace; display: string },
  id: string,
): Omit<LedgerEntry, "kind"> {
  const indicator = catalogue.byId.get(id)?.indicator;
  return {
    id,
    name: indicator?.name ?? catalogue.projects.get(id)?.name ?? catalogue.measures.get(id)?.title ?? "",
    year,
    grouping: "",
    group: "",
    value: null,
    unit: indicator?.unit ?? "",
    numerator: null,
    denominator: null,
    reason: "",
    remark: "",
    reporter: sender,
    dataSource: "",
    source,
    display,
    formYear,
    time,
    sha256,
    project: null,
    measure: null,
  };
}

function countOf(figure: Figure | null): Count | null {
  return figure === null ? null : { value: figure.value, cell: figure.source.cell };
}
