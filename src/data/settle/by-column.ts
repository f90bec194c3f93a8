import { CELL_ISSUES } from "../../issues/sheets/cell.js";
import { placesTold, type Issue, type IssueCode } from "../../issues/issue.js";
import { groupBy } from "../../terms/group-by.js";
import { rowsText } from "../../terms/spans.js";
import { parseAddress } from "../../workbook/address.js";

/** Fewer are told one by one, each with what its cell holds. */
const LEAST_CELLS = 4;

/**
 * What is wrong with cell after cell of a column, made per cent by its format or filled with words, is one matter: told
 * once, at the first of them.
 */
export function toldByColumn(issues: readonly Issue[]): readonly Issue[] {
  const columns = groupBy(issues.filter(isOfCell), columnOf);
  const several = [...columns.values()].filter((same) => same.length >= LEAST_CELLS);
  if (several.length === 0) return issues;
  const joined = new Map(several.flatMap((same) => same.map((each, at) => [each, at === 0 ? same : []])));
  return issues.flatMap((each) => {
    const same = joined.get(each);
    return same === undefined ? each : same.length === 0 ? [] : together(each, same);
  });
}

/** Of rows, at a cell of theirs: codes filled down, names pasted one row off. */
const OF_ROWS: ReadonlySet<IssueCode> = new Set(["data/code-contradicts-name"]);

function isOfCell({ code, where, cells }: Issue): boolean {
  return (
    (Object.hasOwn(CELL_ISSUES, code) || OF_ROWS.has(code)) && where?.cell !== undefined && cells.length === 0
  );
}

function columnOf({ code, where }: Issue): string {
  return [code, where?.file, where?.sheet, where?.cell?.replace(ROW, "")].join("\n");
}

const ROW = /\d+$/u;

function together(first: Issue, same: readonly Issue[]): Issue {
  const cells = same.flatMap(placesTold);
  const rows = cells.flatMap(({ cell }) => parseAddress(cell ?? "")?.row ?? []);
  const column = first.where?.cell?.replace(ROW, "") ?? "";
  const told = `${column}列这样的共${cells.length}格（${rowsText(rows)}）`;
  return { ...first, message: `${first.message}；${told}`, cells };
}
