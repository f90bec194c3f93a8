import { CHECK_ISSUES } from "./checks/checks.js";
import { DOUBT_ISSUES } from "./checks/doubts.js";
import { ISSUES, type IssueCode } from "./table.js";
import type { IssueDefinition, Severity } from "./definition.js";
import { plainLine } from "../terms/plain-text.js";

export type { IssueCode, Severity };

/** Where a finding stands: file:line:column for text, file, sheet and cell for workbooks, paragraph for Word. */
export interface Place {
  file: string;
  line?: number;
  column?: number;
  sheet?: string;
  cell?: string;
  /** What hides the cell from a person who looks for it; absent where it can be seen. */
  hidden?: "row" | "column";
  /** Of a Word document: the number of the paragraph, and the heading it stands under. */
  paragraph?: number;
  heading?: string;
  /** 表格第3行“…”第4列“…”, of what stands in a table of it. */
  inTable?: string;
}

/** A finding as data: its wording and severity come from the issue table. */
export interface Issue {
  code: IssueCode;
  severity: Severity;
  message: string;
  /** What to do next; "" where the message already says it. */
  hint: string;
  where: Place | null;
  /** Lines of the user's own file around the place, already aligned; "" for workbooks. */
  frame: string;
  /** The rows, parts and series it is about, where no cell tells; else empty. */
  indicators: readonly string[];
  /** All cells it is about, where they are several; else empty. */
  cells: readonly Place[];
  /** It names rows of its table, which are those of the sheet. */
  namesRows: boolean;
}

/** Wherever a finding is: where it is told, and all cells it is about. */
export function placesTold({ where, cells }: Pick<Issue, "where" | "cells">): Place[] {
  return where === null ? [...cells] : [where, ...cells];
}

type Arguments<C extends IssueCode> = (typeof ISSUES)[C] extends IssueDefinition<infer A> ? A : never;

/** Makes the finding `code`, worded from `args`, at `where`. */
export function issue<C extends IssueCode>(
  code: C,
  where: Place | null,
  args: Arguments<C>,
  frame = "",
  indicators: readonly string[] = [],
): Issue {
  const definition = ISSUES[code] as IssueDefinition<Arguments<C>>;
  const told = shortened(args);
  return {
    code,
    severity: definition.severity,
    message: briefly(definition.message(told)),
    hint: briefly(definition.hint?.(told) ?? ""),
    where: where === null ? null : plainPlace(where),
    frame,
    indicators,
    cells: [],
    namesRows: namesRows(args),
  };
}

/** Rows are told from arguments of that name, alone or of each of several. A cell is told by its address. */
function namesRows(told: unknown): boolean {
  if (Array.isArray(told)) return told.some(namesRows);
  if (told === null || typeof told !== "object" || "address" in told) return false;
  return Object.entries(told).some(([key, each]) => {
    if (key === "row") return typeof each === "number";
    return key === "rows" ? Array.isArray(each) && each.length > 0 : Array.isArray(each) && namesRows(each);
  });
}

/** No name or list of names is as long as this; a longer text is told by its beginning, and so is what is quoted. */
const LONGEST_TOLD = 400;
const QUOTED = 60;

/** A message with no quotation in it that is longer than one reads. */
function briefly(message: string): string {
  return message.replace(/“([^“”]*)”/gu, (whole, text: string) =>
    text.length > QUOTED ? `“${text.slice(0, QUOTED - 1).replace(/[\ud800-\udbff]$/u, "")}…”` : whole,
  );
}

/** Names of files and sheets stand in front of every message. */
function plainPlace(where: Place): Place {
  const { file, sheet } = where;
  const [plainFile, plainSheet] = [plainLine(file), sheet === undefined ? sheet : plainLine(sheet)];
  // Findings are known by the place they were made with.
  if (plainFile === file && plainSheet === sheet) return where;
  return { ...where, file: plainFile, ...(plainSheet === undefined ? {} : { sheet: plainSheet }) };
}

/** What a finding tells, with no text in it longer than one reads: a cell holds 32 767 characters. */
function shortened<T>(told: T): T {
  if (typeof told === "string") {
    return plainLine(told.length > LONGEST_TOLD ? `${told.slice(0, QUOTED)}…` : told) as T;
  }
  if (Array.isArray(told)) return told.map((each: unknown) => shortened(each)) as T;
  if (told === null || typeof told !== "object" || Object.getPrototypeOf(told) !== Object.prototype)
    return told;
  return Object.fromEntries(Object.entries(told).map(([key, each]) => [key, shortened<unknown>(each)])) as T;
}

const DATA_CODES = (Object.keys(ISSUES) as IssueCode[]).filter((code) => code.startsWith("data/")).sort();

/** Codes of warnings and notes on data: a plan may set how bad they are. */
export const GRADED_CODES: readonly IssueCode[] = DATA_CODES.filter(
  (code) => ISSUES[code].severity !== "error",
);

/**
 * Codes of findings about figures that stand, which a person may excuse cell by cell, with a reason. All other
 * errors refuse their figure, and what is refused can only be put right.
 */
export const EXCUSABLE_CODES: readonly IssueCode[] = DATA_CODES.filter(
  (code) => ISSUES[code].severity !== "error" || isCheck(code),
);

/** Whether a finding keeps the figure of its cell out; figures that a check doubts stand as they were typed. */
export function refusesFigure({ code }: Issue): boolean {
  return ISSUES[code].severity === "error" && !isCheck(code);
}

/** An error that a person may excuse: its figure stands, and may be right. */
export function isExcusableError({ code, severity }: Issue): boolean {
  return severity === "error" && EXCUSABLE_CODES.includes(code);
}

/** Whether a finding is on a figure that stands: a check of it, or a doubt. */
export function isCheck(code: IssueCode): boolean {
  return Object.hasOwn(CHECK_ISSUES, code) || isDoubt(code);
}

/** Whether a finding doubts a figure: of one cell, all such findings are one matter. */
export function isDoubt(code: IssueCode): boolean {
  return Object.hasOwn(DOUBT_ISSUES, code);
}

export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((each) => each.severity === "error");
}
