import type { Catalogue } from "../../data/catalogue.js";
import { quoted } from "../../data/sheet/quoted.js";
import { placesTold, isCheck, type Issue } from "../../issues/issue.js";
import { cellKey } from "../../issues/place.js";
import { reportedLines } from "./reported-lines.js";
import type { Returned } from "./returned.js";

/** A remark that answers for the figure beside it. */
const ANSWER = /核实|核对|属实|无误|确(?:为|实|系|是)|由于|因|口径/u;

/** What stands in 备注 beside the cells of a workbook, by `cellKey`. */
type Remarks = ReadonlyMap<string, string>;

/**
 * The findings on a workbook as the bureau hears them, and those of them that 备注 answers: the office was told to say
 * there why a doubted figure is right, and is not asked twice.
 */
export function withAnswers(
  issues: readonly Issue[],
  { content, formYear }: Pick<Returned, "content" | "formYear">,
  catalogue: Catalogue,
): { issues: readonly Issue[]; answered: ReadonlySet<Issue> } {
  if (!issues.some(({ code }) => isCheck(code))) return { issues, answered: new Set() };
  const remarks = remarksIn(content, catalogue, formYear);
  const answered = new Set<Issue>();
  const told = issues.map((each) => {
    const answer = answerTo(each, remarks);
    if (answer === null) return each;
    const found = { ...each, message: `${each.message}；备注说“${quoted(answer)}”`, hint: DECIDE };
    answered.add(found);
    return found;
  });
  return { issues: told, answered };
}

const DECIDE = "认可的，在 manifest.yaml 的 silences 中写明，以后不再提示；不认可的，请与填报单位核对";

function remarksIn(content: Returned["content"], catalogue: Catalogue, year: number): Remarks {
  return new Map(
    reportedLines(content, catalogue, year).flatMap(({ cells }) => {
      const remark = cells.find(({ role }) => role === "remark")?.cell?.display ?? "";
      return remark === "" ? [] : cells.map(({ place }) => [place, remark] as const);
    }),
  );
}

/** null for what is not answered at every one of its cells, or is more than a doubt. */
function answerTo(found: Issue, remarks: Remarks): string | null {
  if (!isCheck(found.code)) return null;
  const said = placesTold(found).map((place) => remarks.get(cellKey(place)) ?? "");
  return said.length > 0 && said.every((remark) => ANSWER.test(remark)) ? (said[0] ?? null) : null;
}
