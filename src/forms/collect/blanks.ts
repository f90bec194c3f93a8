import type { LedgerEntry } from "../../data/ledger/entry.js";
import type { Catalogue } from "../../data/catalogue.js";
import { FORM_TITLE, REASON_TO_BE_SAID } from "../../data/form-words.js";
import { keptNames } from "../../data/settle/sites.js";
import { isNoFigure } from "../../data/sheet/cell.js";
import { tightText } from "../../data/sheet/normalise.js";
import type { Role } from "../../data/sheet/head/words.js";
import { issue, type Issue, type Place } from "../../issues/issue.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { groupBy } from "../../terms/group-by.js";
import { cellAddress } from "../../workbook/address.js";
import { reportedLines, type ReportedLine } from "./reported-lines.js";
import type { Returned } from "./returned.js";

/** The line that counts of an id among the forms of a year; null for none. */
export type EarlierLine = (id: string, formYear: number) => LedgerEntry | null;

/**
 * What a form that was filled in leaves open where no id is owed: towns and institutions, a reason that says nothing,
 * figures that an earlier form of its reporter had. `earlier` gives the line that counts of an id and
 * comes of no workbook at hand.
 */
export function blanksOf(
  { content, entries, formYear, reporter }: Pick<Returned, "content" | "entries" | "formYear" | "reporter">,
  earlier: EarlierLine,
  catalogue: Catalogue,
): Issue[] {
  const isForm = ({ rows }: Returned["content"]["sheets"][number]) =>
    rows.some(({ cells }) => cells.some(({ display }) => display.includes(FORM_TITLE)));
  const forms = { ...content, sheets: content.sheets.filter(isForm) };
  const all = reportedLines(forms, catalogue, formYear);
  const tables = groupBy(
    all.filter(({ grouped }) => grouped),
    ({ sheet, id }) => `${sheet}\n${id}`,
  );
  const own: EarlierLine = (id, year) => {
    const before = earlier(id, year);
    return before?.reporter === reporter ? before : null;
  };
  return [
    ...leftBlank(content.name, all, own, formYear),
    ...[...tables.values()].flatMap((table) => groupsBlank(content.name, table, catalogue)),
    ...(forms.sheets.length === 0 ? [] : reasonsUnsaid(entries)),
    ...accountsUnsaid(content.name, all),
  ];
}

/** The groups of a row without a figure and without a word why; a table that nobody began is owed, or not asked for. */
function groupsBlank(file: string, table: readonly ReportedLine[], { byId }: Catalogue): Issue[] {
  const [first] = table;
  const entry = byId.get(first?.id ?? "");
  const sites = entry?.judged ? traitsOf(entry.judged.target).sites : null;
  const named = table.filter(({ detail, otherYear }) => detail !== "" && !otherYear);
  const blank = named.filter((line) => isBlank(line, "value") && isBlank(line, "remark"));
  if (first === undefined || entry === undefined || blank.length === named.length) return [];
  const { plan, indicator } = entry;
  const planned = sites?.grouping === plan.terms.sites ? plan.sites : [];
  const kept = keptNames([...new Set([...planned, ...named.map(({ detail }) => detail)])], [plan.region]);
  const there = new Set(named.map(({ detail }) => kept.get(detail)));
  // A town under a name that is none of the plan's is told with those that it may be.
  const isKnown = ({ detail }: ReportedLine) => planned.some((name) => kept.get(name) === kept.get(detail));
  const left = named.every(isKnown) ? planned.filter((name) => !there.has(kept.get(name))) : [];
  const names = [...blank.map(({ detail }) => detail), ...left];
  if (names.length === 0) return [];
  const cells = blank.map((line) => placeOf(file, line));
  const where = cells[0] ?? { file, sheet: first.sheet };
  const found = issue("ledger/groups-blank", where, { name: indicator.name, table: first.sheet, names });
  return [{ ...found, cells: cells.length > 1 ? cells : [] }];
}

function isBlank({ cells }: ReportedLine, role: "value" | "remark" | "missingReason"): boolean {
  return isNoFigure(cells.find((each) => each.role === role)?.cell?.display ?? "");
}

/** Of so many rows one may be left blank by a form that is all but full; a half of a form is the other half's business. */
const FEW_BLANK = 4;

/**
 * Figures of an earlier form that one which is all but full leaves out: they were cleared, or forgotten. Who sends
 * only what it corrects leaves most of a form blank.
 */
function leftBlank(
  file: string,
  lines: readonly ReportedLine[],
  own: EarlierLine,
  formYear: number,
): Issue[] {
  const asked = lines.filter(({ grouped, main, id }) => !grouped && main === "value" && id !== null);
  const blank = asked.filter((line) => isBlank(line, "value") && isBlank(line, "missingReason"));
  const figures = blank.flatMap((line) => {
    const before = own(line.id ?? "", formYear);
    return before === null ? [] : [{ line, indicator: before.id, display: before.display }];
  });
  if (figures.length === 0 || blank.length > Math.max(1, asked.length / FEW_BLANK)) return [];
  const cells = figures.map(({ line }) => placeOf(file, line));
  const found = issue("ledger/left-blank", cells[0] ?? { file }, { year: formYear, figures });
  return [{ ...found, cells: cells.length > 1 ? cells : [] }];
}

/** Where a line's figure goes. */
function placeOf(file: string, { sheet, row, cells }: ReportedLine): Place {
  const column = cells.find(({ role }) => role === "value")?.column ?? 1;
  return { file, sheet, cell: cellAddress(row, column) };
}

/** What stands for words and says nothing: the report would print it. */
const NO_WORDS = /^(?:同上|同前|同左|略|见附件|详见附件|附后|另附|xx+|\.+|…+)$/iu;

/** Projects and measures with a status and nothing that tells of them; what has not begun has nothing to tell. */
function accountsUnsaid(file: string, lines: readonly ReportedLine[]): Issue[] {
  const PROSE = { status: "progress", measureStatus: "measureProgress" } as const;
  const told = lines.flatMap((line) => {
    const { main, cells, id } = line;
    if (main === "value" || main === undefined || id === null) return [];
    const kind = main === "status" ? ("status" as const) : ("measureStatus" as const);
    const said = (role: Role) => cells.find((each) => each.role === role)?.cell?.display ?? "";
    const words = tightText(said(PROSE[kind]));
    const hasBegun = !isNoFigure(said(kind)) && !/^未|^尚未/u.test(tightText(said(kind)));
    const prose = cells.find(({ role }) => role === PROSE[kind]);
    const isSaid = !isNoFigure(words) && !NO_WORDS.test(words);
    if (!hasBegun || isSaid || prose === undefined) return [];
    return [{ id, line, where: { file, sheet: line.sheet, cell: cellAddress(line.row, prose.column) } }];
  });
  // A project is told of in the first of its rows.
  const rows = told.filter(
    ({ id, line }) => lines.find((each) => each.id === id && each.sheet === line.sheet) === line,
  );
  return [...groupBy(rows, ({ line }) => line.sheet).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const ids = same.map(({ id }) => id);
    const found = issue("ledger/account-unsaid", first.where, { table: first.line.sheet, ids });
    return [{ ...found, cells: same.length > 1 ? same.map(({ where }) => where) : [] }];
  });
}

/** 其他 asks for a word in 备注. */
function reasonsUnsaid(entries: Returned["entries"]): Issue[] {
  return entries
    .filter(
      ({ kind, reason, remark }) =>
        kind === "缺报" && tightText(reason) === REASON_TO_BE_SAID && remark === "",
    )
    .map(({ id, source }) => issue("ledger/reason-unsaid", source, { indicator: id }));
}
