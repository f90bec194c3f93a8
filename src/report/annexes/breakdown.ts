import type { GroupFigure } from "../../data/dataset.js";
import type { Grouping } from "../../plan/plan.js";
import type { ScoredIndicator } from "../../score/scorecard.js";
import { bodyRow, figureCell, tableOf, textCell } from "../blocks.js";
import { targetText } from "../words/goal-text.js";
import type { Table, TableRow } from "../model.js";
import { MISSING, NOT_APPLICABLE, unitScale } from "../words/number.js";
import { factsOf, yearsOf, type Matter, type RowFacts } from "../row-facts.js";

/** Breakdowns by sex, age and 城乡 in one table; a table of units for every row that asks for each of them. */
export function breakdownTables(matter: Matter): Table[] {
  const facts = matter.scorecard.rows
    .flatMap((row): ScoredIndicator[] => (row.parts.length > 0 ? [...row.parts] : [row]))
    .map((scored) => factsOf(scored, matter.scorecard.plan));
  const people = peopleTable(facts, matter);
  const units = facts.flatMap((each) => UNIT_GROUPINGS.map((grouping) => unitTable(each, grouping, matter)));
  return [people, ...units]
    .filter((table) => table !== null)
    .map((table, index) => ({ ...table, number: `附表1-${index + 2}` }));
}

const PEOPLE_GROUPINGS: readonly Grouping[] = ["性别", "年龄", "城乡"];
const UNIT_GROUPINGS: readonly Grouping[] = ["镇街", "机构"];

interface GroupLine {
  grouping: Grouping;
  group: string;
  figures: readonly GroupFigure[];
}

/** The lines of one indicator, in the order they were reported. */
function linesOf(
  facts: RowFacts,
  groupings: readonly Grouping[],
  { dataset, scorecard }: Matter,
): GroupLine[] {
  const figures = dataset.groups.filter(
    ({ indicator, grouping, year }) =>
      indicator === facts.scored.id && groupings.includes(grouping) && year <= scorecard.year,
  );
  const keys = [...new Set(figures.map(({ grouping, group }) => `${grouping}\n${group}`))];
  return keys.map((key) => {
    const held = figures.filter(({ grouping, group }) => `${grouping}\n${group}` === key);
    return { grouping: held[0]!.grouping, group: held[0]!.group, figures: held };
  });
}

function peopleTable(facts: readonly RowFacts[], matter: Matter): Table | null {
  const years = yearsOf(matter.scorecard);
  const rows = facts.flatMap((each) =>
    linesOf(each, PEOPLE_GROUPINGS, matter).map((line) => peopleRow(each, line, years)),
  );
  if (rows.length === 0) return null;
  return tableOf(
    { title: "分性别、分年龄、分城乡数据", source: "各责任单位报送的分组数据。" },
    [
      { head: "编号", weight: 7, align: "centre" },
      { head: "指标名称", weight: 24, align: "left" },
      { head: "单位", weight: 8, align: "centre" },
      { head: "分组", weight: 8, align: "centre" },
      { head: "组别", weight: 12, align: "left" },
      ...years.map((year) => ({ head: `${year}年`, weight: 8, align: "right" }) as const),
    ],
    rows,
  );
}

function peopleRow(
  { scored, scale }: RowFacts,
  { grouping, group, figures }: GroupLine,
  years: readonly number[],
): TableRow {
  const { id, name, unit } = scored.indicator;
  return bodyRow([
    ...[id, name, unit === "" ? NOT_APPLICABLE : unit, grouping, group].map((text) => textCell(text)),
    ...years.map((year) => figureCell(scale, figures.find((figure) => figure.year === year)?.value)),
  ]);
}

function unitTable(facts: RowFacts, grouping: Grouping, matter: Matter): Table | null {
  const lines = linesOf(facts, [grouping], matter);
  if (lines.length === 0) return null;
  const years = yearsOf(matter.scorecard);
  const { indicator } = facts.scored;
  const scale = unitScale(
    facts.scored,
    facts.plan,
    lines.flatMap(({ figures }) => figures),
  );
  return tableOf(
    {
      title: `${indicator.name}分${grouping}数据`,
      unit: indicator.unit === "" ? "" : `单位：${indicator.unit}`,
      notes: [`目标：${targetText(indicator)}。`],
      source: "各责任单位报送的分组数据。",
    },
    [
      { head: "序号", weight: 6, align: "centre" },
      { head: grouping, weight: 24, align: "left" },
      ...years.map((year) => ({ head: `${year}年`, weight: 10, align: "right" }) as const),
      { head: `${matter.scorecard.year}年是否达标`, weight: 16, align: "centre" },
    ],
    lines.map((line, index) => unitRow({ ...facts, scale }, line, index, years)),
  );
}

function unitRow(
  facts: RowFacts,
  { group, figures }: GroupLine,
  index: number,
  years: readonly number[],
): TableRow {
  const current = figures.find(({ year }) => year === facts.scored.year);
  return bodyRow([
    textCell(String(index + 1)),
    textCell(group),
    ...years.map((year) => figureCell(facts.scale, figures.find((figure) => figure.year === year)?.value)),
    textCell(current === undefined ? MISSING : metText(facts, group)),
  ]);
}

/** Whether the unit meets the target: only where units are what is judged. */
function metText({ scored }: RowFacts, group: string): string {
  if (scored.groups === null) return NOT_APPLICABLE;
  return scored.groups.failing.some((each) => each.group === group) ? "未达标" : "达标";
}
