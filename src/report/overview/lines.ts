import type { ScoredIndicator, ScoredRow } from "../../score/scorecard.js";
import { ALERT } from "../../terms/alert.js";
import { isLastYear } from "../../plan/period.js";
import { statusName } from "../../terms/status.js";
import type { ReferenceColumn } from "../annexes/reference-columns.js";
import { dated, figuresOf, type Dated } from "../exports/score-rows.js";
import { trend } from "../charts/trends.js";
import { factsOf, isToldByParts, type Matter } from "../row-facts.js";
import { sinceLastYear } from "../tables/cells.js";
import { natureName } from "../words/labels.js";
import { figure } from "../words/number.js";
import type { Course, OverviewLine } from "./model.js";

/** A row as one line of the table, and a line for each of its parts. */
export function linesOf(row: ScoredRow, matter: Matter, places: readonly ReferenceColumn[]): OverviewLine[] {
  const own: OverviewLine = {
    ...lineOf(row, matter, places),
    nature: natureName(row.row.nature),
    alert: row.alert ?? "",
    alertName: row.alert === null ? "" : ALERT[row.alert].name,
  };
  return [own, ...row.parts.map((part) => ({ ...lineOf(part, matter, places), part: true }))];
}

function lineOf(
  scored: ScoredIndicator | ScoredRow,
  matter: Matter,
  places: readonly ReferenceColumn[],
): OverviewLine {
  const { scorecard } = matter;
  return {
    id: scored.id,
    name: scored.indicator.name,
    part: false,
    nature: "",
    ...figuresOf(scored, scorecard),
    change: sinceLastYear(scored, factsOf(scored, scorecard.plan).scale).text,
    course: courseOf(scored, matter),
    others: places.map((column) => ({ place: column.place, ...otherFigure(scored, column, matter) })),
    status: scored.status,
    statusName: statusName(scored.status, isLastYear(scorecard)),
    alert: "",
    alertName: "",
  };
}

function otherFigure(
  scored: ScoredIndicator,
  { year, figures }: ReferenceColumn,
  { scorecard }: Matter,
): Dated {
  const found = figures.get(scored.id);
  return dated(found ?? null, factsOf(scored, scorecard.plan).scale, year);
}

function courseOf(scored: ScoredIndicator | ScoredRow, matter: Matter): Course[] {
  const { plan } = matter.scorecard;
  if (isToldByParts(scored) || scored.series.length === 0) return [];
  const facts = factsOf(scored, plan);
  const told = scored.series.map(({ year, value }) => `${year}年${figure(facts.scale, value)}`);
  return [{ alt: `各年数据：${told.join("，")}`, trend: trend(facts, matter) }];
}
