import { BATCH_ISSUES } from "./batch.js";
import { CELL_ISSUES } from "./sheets/cell.js";
import { CHECK_ISSUES } from "./checks/checks.js";
import { DATA_ISSUES } from "./data.js";
import { DOUBT_ISSUES } from "./checks/doubts.js";
import { LEDGER_ISSUES } from "./ledger.js";
import { NARRATIVE_ISSUES } from "./narrative.js";
import { PLAN_ISSUES } from "./plan.js";
import { PUBLISHED_ISSUES } from "./published.js";
import { REFERENCE_ISSUES } from "./checks/references.js";
import { REMARK_ISSUES } from "./sheets/remarks.js";
import { RENDER_ISSUES } from "./render.js";
import { REPORT_ISSUES } from "./report.js";
import { ROLLUP_ISSUES } from "./rollup.js";
import { COLUMN_ISSUES } from "./sheets/columns.js";
import { SHEET_ISSUES } from "./sheets/sheet.js";
import { WORD_ISSUES } from "./word.js";
import { WORKBOOK_ISSUES } from "./workbook.js";

/**
 * The table of codes and severities, a file per room, and two for the checks on figures. Error: no report is
 * printed (except as 初稿 with --draft); the figure is refused, or, where a check doubts it, stands as typed.
 * Warning: the figure stands, a person should look. Note: what the reader did to a cell beyond reading a number.
 */
export const ISSUES = {
  ...PLAN_ISSUES,
  ...REPORT_ISSUES,
  ...RENDER_ISSUES,
  ...WORKBOOK_ISSUES,
  ...WORD_ISSUES,
  ...NARRATIVE_ISSUES,
  ...CELL_ISSUES,
  ...DATA_ISSUES,
  ...SHEET_ISSUES,
  ...COLUMN_ISSUES,
  ...REMARK_ISSUES,
  ...REFERENCE_ISSUES,
  ...PUBLISHED_ISSUES,
  ...CHECK_ISSUES,
  ...DOUBT_ISSUES,
  ...LEDGER_ISSUES,
  ...BATCH_ISSUES,
  ...ROLLUP_ISSUES,
} as const;

export type IssueCode = keyof typeof ISSUES;
