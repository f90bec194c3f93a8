import { posix } from "node:path";
import { catalogueOf, type Catalogue } from "../../data/catalogue.js";
import { datasetOf } from "../../data/settle/dataset-of.js";
import type { Dataset, Gap } from "../../data/dataset.js";
import type { LedgerEntry } from "../../data/ledger/entry.js";
import { NO_MANIFEST } from "../../data/dataset.js";
import { readSheets } from "../../data/sheet/read-sheet.js";
import type { Reading } from "../../data/sheet/reading.js";
import { agree } from "../../data/settle/agree.js";
import { reporterNames } from "../../data/settle/reporters.js";
import { yearsNamed } from "../../data/sheet/years.js";
import { issue, type Issue } from "../../issues/issue.js";
import type { Plan } from "../../plan/plan.js";
import type { Decimal } from "../../terms/decimal.js";
import type { WorkbookContent } from "../../workbook/read/read.js";
import { imprintIn, type Imprint } from "../write/imprint.js";
import { otherSenders, senderOf, titledIn } from "./sender.js";
import { gapLine, groupLine, measureLine, projectLine, valueLine } from "./lines.js";
import { previousColumn } from "./previous-column.js";

/** A workbook that came back, as the lines it would add to the ledger. */
export interface Returned {
  content: WorkbookContent;
  /** The 责任单位 that sent it, as the plans write it; else the file's own name. */
  reporter: string;
  /** The latest year it says anything of; 0 where it says nothing. */
  formYear: number;
  entries: readonly LedgerEntry[];
  /** Whether it is a form with 上年数 and 本年数, which speaks of one year. */
  isForm: boolean;
  /** Ids of which it says nothing for its year: no figure, refused or not, and no reason. */
  unanswered: ReadonlySet<string>;
  /** The figures it went out with; null where it does not say. */
  imprint: Imprint | null;
  /** The lines of its 上年数, which the form showed: reports only where the record has it otherwise. */
  shown: readonly LedgerEntry[];
  /** What stands under 基期数, which the form showed, too: what it is known to have shown is left out. */
  bases: Reading["bases"];
  issues: readonly Issue[];
  /** Those of them that 备注 answers. */
  answered: ReadonlySet<Issue>;
}

/**
 * Makes the ledger lines of a returned workbook, `time` being the time of collection. A cell with an error
 * gives none; the others of the same workbook do.
 */
export function returnedOf(content: WorkbookContent, plans: readonly Plan[], time: string): Returned {
  const { dataset, issues } = datasetOf([content], NO_MANIFEST, plans);
  const catalogue = catalogueOf(plans);
  const reporters = reporterNames(plans);
  const { projects, measures, bases } = linesIn(content, catalogue, dataset);
  const titled = titledIn(content, reporters);
  const named = senderOf(content, dataset, [...projects, ...measures], { titled, reporters });
  const sender = named ?? posix.basename(content.name);
  const formYear = formYearOf(content, dataset, [...projects, ...measures]);
  const context = { catalogue, reporters, sender, formYear, time, sha256: content.sha256 };
  const isShown = previousColumn(content);
  const figures = Object.values(dataset.series).flat();
  const entries = [
    ...figures.filter(({ source }) => !isShown?.(source)).map((each) => valueLine(context, each)),
    ...dataset.groups.map((each) => groupLine(context, each)),
    ...dataset.gaps.filter((gap) => isReasoned(gap, formYear)).map((gap) => gapLine(context, gap)),
    ...projects.map((line) => projectLine(context, line)),
    ...measures.map((line) => measureLine(context, line)),
  ];
  const shown = figures.filter(({ source }) => isShown?.(source)).map((each) => valueLine(context, each));
  const answered = new Set([
    ...entries.filter(({ year }) => year === formYear).map(({ id }) => id),
    ...dataset.gaps
      .filter((gap) => gap.year === formYear && gap.reason === "refused")
      .map((gap) => gap.indicator),
  ]);
  const imprint = imprintIn(content.sheets);
  const nameless = named === null && entries.length + shown.length > 0;
  return {
    content,
    reporter: sender,
    formYear,
    isForm: isShown !== null,
    unanswered: new Set(shown.map(({ id }) => id).filter((id) => !answered.has(id))),
    entries,
    imprint,
    shown,
    answered: new Set(),
    bases: bases.filter(({ indicator, value }) => !isPrinted(imprint, indicator, value)),
    issues: [
      ...(nameless ? [issue("ledger/no-unit", { file: content.name }, { named: titled })] : []),
      ...(named === null || entries.length === 0
        ? []
        : otherSenders(content, named, { titled, entries, catalogue, reporters })),
      ...issues,
    ],
  };
}

function isPrinted(imprint: Imprint | null, id: string, value: Decimal | null): boolean {
  const printed = imprint?.base.get(id);
  return printed !== undefined && value !== null && agree(value, printed);
}

/** The lines on projects whose year was understood and those on measures, one by one, which the data set has joined; and what it passes over. */
function linesIn(
  { name, sheets }: WorkbookContent,
  catalogue: Catalogue,
  { progress }: Dataset,
): Pick<Reading, "projects" | "measures" | "bases"> {
  const understood = new Set(progress.map(({ project, year }) => `${project} ${year}`));
  const { projects, measures, bases } = readSheets(name, sheets, catalogue);
  return {
    bases,
    projects: projects.filter(({ project, year }) => understood.has(`${project} ${year}`)),
    measures,
  };
}

/**
 * The latest year of its figures, refused cells and stated reasons; blanks may be of years to come. A form
 * left blank but for the year before says its year in its title or name.
 */
function formYearOf(
  { name, sheets }: WorkbookContent,
  { series, groups, gaps }: Dataset,
  told: readonly { year: number }[],
): number {
  const stated = gaps.filter(({ reason, statedReason }) => reason === "refused" || statedReason !== "");
  const dated = [...Object.values(series).flat(), ...groups, ...stated, ...told];
  const latest = dated.reduce((year, each) => Math.max(year, each.year), 0);
  const titles = sheets.map(({ rows }) => rows[0]?.cells[0]?.display ?? "");
  const [named, other] =
    [...titles, posix.basename(name)].map(yearsNamed).find((years) => years.length > 0) ?? [];
  const isNext = other === undefined && (latest === 0 || named === latest + 1);
  return named !== undefined && isNext ? named : latest;
}

/** A remark stands beside a whole row: it tells why the form's own year is missing, not the years before. */
function isReasoned({ reason, statedReason, remark, year }: Gap, formYear: number): boolean {
  return reason !== "refused" && (statedReason !== "" || (remark !== "" && year === formYear));
}
