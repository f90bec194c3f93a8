import { groupingsOf } from "../../plan/words/groupings.js";
import type { GroupFigure } from "../../data/dataset.js";
import { groupBy } from "../../terms/group-by.js";
import type { Domain, Grouping } from "../../plan/plan.js";
import type { TableTarget } from "../charts/cited.js";
import { targetText } from "../words/goal-text.js";
import type { UnnumberedTable } from "../numbering/unnumbered.js";
import { factsOf, yearsOf, type Matter, type RowFacts } from "../row-facts.js";
import { figureCell } from "../tables/cells.js";
import { namingColumns, ordinalColumn, unitColumn } from "../tables/columns.js";
import { tableOf, type Column } from "../tables/table.js";
import { MISSING, NOT_APPLICABLE, siteScale, type Scale } from "../words/number.js";
import { judgedOf } from "../../plan/lookup.js";

/** Breakdowns by sex, age and 城乡 in one table; a table of sites for every row that asks for each of them. */
export function breakdownTables(matter: Matter): UnnumberedTable[] {
  const facts = matter.scorecard.rows
    .flatMap(judgedOf)
    .map((scored) => factsOf(scored, matter.scorecard.plan));
  const { dataset, scorecard } = matter;
  const told = dataset.groups.filter(({ year }) => year <= scorecard.year);
  const groups: GroupFigures = groupBy(told, ({ indicator }) => indicator);
  const people = peopleTable(facts, groups, matter);
  const sites = facts.flatMap((each) =>
    groupingsOf(scorecard.plan)
      .filter((grouping) => !grouping.people)
      .map(({ name }) => siteTable(each, name, groups, matter)),
  );
  return [people, ...sites].filter((table) => table !== null);
}

/** The tables that break down rows of a domain: that of people, and those of sites, which stand one behind the other. */
export function breakdownsOf(
  domain: Domain,
  { scorecard, dataset }: Matter,
): { people: TableTarget[]; sites: TableTarget[] } {
  const told = new Set(
    dataset.groups
      .filter(({ year }) => year <= scorecard.year)
      .map(({ indicator, grouping }) => `${indicator} ${grouping}`),
  );
  const ids = scorecard.rows
    .filter(({ row }) => row.domain === domain.id)
    .flatMap((row) => judgedOf<{ id: string }>(row).map(({ id }) => id));
  const tables = groupingsOf(scorecard.plan).flatMap(({ name, people }) =>
    ids.filter((id) => told.has(`${id} ${name}`)).map((id) => ({ id, name, people })),
  );
  const sites = tables.filter(({ people }) => !people).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  return {
    people: tables.some(({ people }) => people) ? ["table:groups-people"] : [],
    sites: sites.map(({ id, name }): TableTarget => `table:groups-${id}-${name}`),
  };
}

interface GroupLine {
  grouping: Grouping;
  group: string;
  figures: readonly GroupFigure[];
}

/** Figures up to the year of the report, by indicator. */
type GroupFigures = ReadonlyMap<string, readonly GroupFigure[]>;

/** The lines of one indicator, in the order they were reported. */
function linesOf({ scored }: RowFacts, groupings: readonly Grouping[], groups: GroupFigures): GroupLine[] {
  const figures = (groups.get(scored.id) ?? []).filter(({ grouping }) => groupings.includes(grouping));
  const lines = groupBy(figures, ({ grouping, group }) => `${grouping}\n${group}`);
  return [...lines.values()].flatMap((held) => {
    const [first] = held;
    return first === undefined ? [] : [{ grouping: first.grouping, group: first.group, figures: held }];
  });
}

interface PeopleLine extends GroupLine {
  facts: RowFacts;
}

function peopleTable(
  facts: readonly RowFacts[],
  groups: GroupFigures,
  matter: Matter,
): UnnumberedTable | null {
  const groupings = groupingsOf(matter.scorecard.plan)
    .filter(({ people }) => people)
    .map(({ name }) => name);
  const lines = facts.flatMap((each) =>
    linesOf(each, groupings, groups).map((line): PeopleLine => ({ ...line, facts: each })),
  );
  if (lines.length === 0) return null;
  const indicatorOf = ({ facts: { scored } }: PeopleLine) => scored.indicator;
  const told = yearsOf(matter.scorecard).filter((each) =>
    lines.some(({ figures }) => figures.some(({ year }) => year === each)),
  );
  return tableOf(
    {
      id: "groups-people",
      title: `${groupings
        .filter((name) => lines.some(({ grouping }) => grouping === name))
        .map((name) => `分${name}`)
        .join("、")}数据`,
      notes: told.length < yearsOf(matter.scorecard).length ? ["其他年份未报送分组数据。"] : [],
      source: "各责任单位报送的分组数据。",
    },
    [
      ...namingColumns({ id: 7, name: 24 }, indicatorOf),
      unitColumn(8, indicatorOf),
      { head: "分组", width: 8, align: "centre", cell: ({ grouping }) => grouping },
      { head: "组别", width: 12, align: "left", cell: ({ group }) => group },
      ...yearColumns<PeopleLine>(8, told, (line) => line.facts.scale),
    ],
    lines,
  );
}

/** A column a year with the group's figure. */
function yearColumns<Line extends GroupLine>(
  width: number,
  years: readonly number[],
  scaleFor: (line: Line) => Scale,
): Column<Line>[] {
  return years.map((year) => ({
    head: `${year}年`,
    width,
    align: "right",
    cell: (line) => figureCell(scaleFor(line), line.figures.find((figure) => figure.year === year)?.value),
  }));
}

function siteTable(
  facts: RowFacts,
  grouping: Grouping,
  groups: GroupFigures,
  matter: Matter,
): UnnumberedTable | null {
  const lines = linesOf(facts, [grouping], groups);
  if (lines.length === 0) return null;
  const { year, plan } = matter.scorecard;
  const { indicator } = facts.scored;
  const figures = lines.flatMap((line) => line.figures);
  const failing = new Set(facts.scored.groups?.failing.map(({ group }) => group));
  const scale = siteScale(facts.scored, facts.plan, figures);
  // The row's baseline is one of them.
  const before = figures.some((figure) => figure.year === plan.period.baseline) ? [plan.period.baseline] : [];
  return tableOf(
    {
      id: `groups-${indicator.id}-${grouping}`,
      title: `${indicator.name}分${grouping}数据`,
      unit: indicator.unit === "" ? "" : `单位：${indicator.unit}`,
      notes: [`目标：${targetText(indicator)}。`],
      source: "各责任单位报送的分组数据。",
    },
    [
      ordinalColumn(6),
      { head: grouping, width: 32, align: "left", cell: ({ group }) => group },
      ...yearColumns(10, [...before, ...yearsOf(matter.scorecard)], () => scale),
      {
        head: `${year}年是否达标`,
        width: 16,
        align: "centre",
        cell: (line) => metText(facts, failing, line),
      },
    ],
    lines,
  );
}

/** Whether the site meets the target: only where sites are what is judged. */
function metText({ scored }: RowFacts, failing: ReadonlySet<string>, { group, figures }: GroupLine): string {
  if (!figures.some(({ year }) => year === scored.year)) return MISSING;
  if (scored.groups === null) return NOT_APPLICABLE;
  return failing.has(group) ? "未达标" : "达标";
}
