import type { Catalogue } from "../../data/catalogue.js";
import { FORM_TITLE } from "../../data/form-words.js";
import { agree } from "../../data/settle/agree.js";
import { gridOf } from "../../data/sheet/grid.js";
import { annualForm } from "../../data/sheet/kinds/indicator-table.js";
import { codedIn } from "../../data/sheet/match/match.js";
import { tightText } from "../../data/sheet/normalise.js";
import { quoted } from "../../data/sheet/quoted.js";
import { LAST_YEAR_CORRECTED } from "../../data/sheet/remarks/figures.js";
import { findTable } from "../../data/sheet/table/find.js";
import { textIn } from "../../data/sheet/table/table.js";
import { issue, type Issue } from "../../issues/issue.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { decimal } from "../../terms/decimal.js";
import type { Sheet } from "../../workbook/sheet.js";
import { cellAddress } from "../../workbook/address.js";
import type { Returned } from "./returned.js";

/** What a form printed and somebody has it otherwise: a figure over the target, another 上年数 in a remark alone. */
export function printedOtherwise(
  { content, entries, shown, formYear }: Pick<Returned, "content" | "entries" | "shown" | "formYear">,
  catalogue: Catalogue,
): Issue[] {
  const forms = content.sheets.filter(({ rows }) =>
    rows.some(({ cells }) => cells.some(({ display }) => display.includes(FORM_TITLE))),
  );
  return [
    ...forms.flatMap((sheet) => targetsTypedOver(content.name, sheet, catalogue)),
    ...(forms.length === 0 ? [] : remarkedPrevious({ entries, shown, formYear })),
  ];
}

const BARE_FIGURE = /^\d+(?:\.\d+)?$/u;

/** Words may be the plan's of another day; a bare figure that is not the target's own was typed there. */
function targetsTypedOver(file: string, sheet: Sheet, catalogue: Catalogue): Issue[] {
  const grid = gridOf(sheet);
  const table = findTable(grid, (columns) => annualForm.accepts(columns));
  const column = table?.columns.find(({ heading }) => heading.other?.other === "target")?.column;
  if (!table || column === undefined) return [];
  return table.body.flatMap((row) => {
    const entry = codedIn(catalogue.byId, textIn(grid, table, row, "code"));
    const shown = tightText(grid.text(row, column));
    if (entry === undefined) return [];
    const { indicator, judged } = entry;
    const unit = tightText(indicator.unit);
    const typed = shown.endsWith(unit) ? shown.slice(0, shown.length - unit.length) : shown;
    if (!BARE_FIGURE.test(typed)) return [];
    const text = judged?.target.text ?? "";
    const isPrinted =
      tightText(text) === shown ||
      (judged !== null && traitsOf(judged.target).figure?.eq(decimal(typed)) === true);
    if (isPrinted) return [];
    const where = { file, sheet: sheet.name, cell: cellAddress(row, column) };
    return issue("ledger/target-typed-over", where, { indicator: indicator.id, target: text, shown });
  });
}

/** A remark that says what 上年数 should be, beside one that says something else. */
function remarkedPrevious({
  entries,
  shown,
  formYear,
}: Pick<Returned, "entries" | "shown" | "formYear">): Issue[] {
  const lines = entries.filter(
    ({ year, remark, kind }) => year === formYear && remark !== "" && kind !== "分组",
  );
  return lines.flatMap(({ id, remark, source }) => {
    const said = LAST_YEAR_CORRECTED.exec(tightText(remark))?.groups ?? {};
    const { year = String(formYear - 1), figure } = said;
    if (figure === undefined || Number(year) !== formYear - 1) return [];
    const previous = shown.find((each) => each.id === id);
    if (previous?.value && agree(previous.value, decimal(figure))) return [];
    const args = {
      indicator: id,
      year: formYear - 1,
      said: quoted(remark),
      shown: previous?.display ?? null,
    };
    return issue("ledger/previous-remarked", source, args);
  });
}
