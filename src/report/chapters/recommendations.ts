import { UNREACHED } from "../words/labels.js";
import { PART_NAMES } from "../../narrative/part-names.js";
import type { Terms } from "../../plan/words/terms.js";
import type { Chapter, Plan, PlanRow } from "../../plan/plan.js";
import type { ScoredRow, Scorecard } from "../../score/scorecard.js";
import { domainPart } from "../../narrative/slots.js";
import { answerableFor, projectsFor } from "../answerable.js";
import { anchor, inPart, paragraph, tableBlock } from "../blocks.js";
import { ROW_BREAK } from "../exports/statement.js";
import { labelOf, passage } from "../numbering/passage.js";
import { chapter, type Part, type UnnumberedBlock, type UnnumberedTable } from "../numbering/unnumbered.js";
import { orNone } from "../tables/cells.js";
import { tableOf, type Column } from "../tables/table.js";
import { chineseNumber, enumerate } from "../words/wording.js";
import type { Matter } from "../row-facts.js";
import { isLastYear } from "../../plan/period.js";
import { rowsBehind } from "./problems.js";

/** What people wrote, and what the plan itself provides for the rows that are behind. */
export function recommendationsChapter(matter: Matter, unsettled: boolean): Part {
  const own = inPart("recommendations/measures", measureBlocks(matter, unsettled));
  return chapter("recommendations", PART_NAMES.recommendations, [
    ...recommendationPlaces(matter.scorecard.plan),
    ...own,
  ]);
}

/** The places of people's recommendations: those for the whole plan, then those they give a domain, under its name. */
export function recommendationPlaces({ domains }: Plan): UnnumberedBlock[] {
  const own = domains.map((domain) =>
    anchor(domainPart(domain, "recommendations"), `${domain.name}方面。`, "point"),
  );
  return [anchor("recommendations"), ...own];
}

/**
 * The plan's own measures, projects and 责任单位 for the rows that are behind, in one table: nothing is advised that
 * the plan does not say. `unsettled`: a draft, in which proposed 责任单位 may stand.
 */
export function measureBlocks(matter: Matter, unsettled: boolean): UnnumberedBlock[] {
  const { scorecard } = matter;
  const lines = linesOf(matter, unsettled);
  const said = askedWords(scorecard);
  if (lines.length === 0) return [paragraph(scorecard.tally.noData > 0 ? said.noneKnown : said.none)];
  const { plan } = scorecard;
  const columns = columnsOf(plan).filter(({ cell }) =>
    lines.some((line, at) => cell(line, at) !== orNone("")),
  );
  // A plan that names neither measures nor whom to turn to has no table of them.
  if (columns.length === 1) return [paragraph(said.bare)];
  const asked = plan.chapters.length + plan.projects.length === 0 ? said.bare.replace(/。$/u, "") : said.some;
  return [
    paragraph(passage`${asked}（见${labelOf("table:measures")}）。`),
    tableBlock(measuresTable(lines, columns, plan, { unsettled, title: said.title(namesOf(columns, plan)) })),
  ];
}

/** How the plan's measures are asked for in a year. */
export function askedWords(scorecard: Pick<Scorecard, "plan" | "year">): ReturnType<typeof within> {
  return (isLastYear(scorecard) ? atEnd : within)(scorecard.plan.terms);
}

/** Within the plan's years its measures are to be carried out; at their end they are what the next plan starts from. */
const within = ({ named }: Terms) => ({
  none: `各责任单位应继续按照${named}部署推进各项任务，按时报送监测数据。`,
  noneKnown: `各责任单位应继续按照${named}部署推进各项任务，补齐缺项指标的数据，按时报送。`,
  bare: `对进展滞后的指标，应按照${named}部署逐项推进。`,
  some: `对进展滞后的指标，应逐项落实${named}部署的措施和重点项目`,
  title: (columns: string) => `进展滞后指标对应的${columns}`,
});

const atEnd = ({ named, plan }: Terms): ReturnType<typeof within> => ({
  none: `${named}目标均已实现，建议下一周期${plan}在巩固现有水平的基础上提出新的目标任务。`,
  noneKnown: `${named}有数据的目标均已实现，建议下一周期${plan}在巩固现有水平的基础上提出新的目标任务，并明确缺项指标的统计口径和报送渠道。`,
  bare: `编制下一周期${plan}时，建议将${UNREACHED}的指标接续纳入。`,
  some: `对${UNREACHED}的指标，建议在编制下一周期${plan}时对本${named}部署的相应措施和重点项目逐项研究、调整完善`,
  title: (columns: string) => `${UNREACHED}指标对应的${columns}`,
});

/** Rows that the plan answers with the same measures and projects: one line for all of them. */
interface Line {
  rows: ScoredRow[];
  reporters: string;
}

/** Binding rows first. */
function linesOf({ scorecard }: Matter, unsettled: boolean): Line[] {
  const behind = rowsBehind(scorecard);
  const isBinding = ({ row }: ScoredRow): boolean => row.nature === "binding";
  const ordered = [...behind.filter(isBinding), ...behind.filter((row) => !isBinding(row))];
  const lines = new Map<string, ScoredRow[]>();
  for (const row of ordered) {
    const key = [...row.row.measures, ...row.row.projects, ...row.row.reporters.names].join();
    lines.set(key, [...(lines.get(key) ?? []), row]);
  }
  return [...lines.values()].map((rows) => ({
    rows,
    reporters: reportersOf(rows, scorecard.plan, unsettled),
  }));
}

/** Whose matter it is, as `answerableFor` knows it: who reports on a measure does not answer for the row. */
function reportersOf(rows: readonly ScoredRow[], plan: Plan, unsettled: boolean): string {
  const { names, proposed } = answerableFor(rows, plan, unsettled);
  const asked = proposed.length === 0 ? [] : [`${proposed.join("、")}（待确认）`];
  return orNone([...names, ...asked].join("、"));
}

const REPORTERS = "责任单位";

function measuresTable(
  lines: readonly Line[],
  columns: readonly Column<Line>[],
  plan: Plan,
  { unsettled, title }: { unsettled: boolean; title: string },
): UnnumberedTable {
  const proposed = lines.some(({ rows }) => rows.some(({ row }) => isProposed(row)));
  const named = columns.some(({ head }) => head === REPORTERS);
  const silent = named && lines.some(({ reporters }) => reporters === orNone(""));
  return tableOf(
    {
      id: "measures",
      title,
      notes: [
        ...(unsettled && proposed ? ["标注“待确认”的为建议责任单位。"] : []),
        ...(silent ? ["责任单位为所列重点项目的责任单位，没有对应重点项目的记“—”。"] : []),
      ],
      source: `《${plan.title}》。`,
    },
    columns,
    lines,
  );
}

/** 《规划》措施和责任单位: what the table answers with; the projects go with the measures. */
function namesOf(columns: readonly Column<Line>[], { terms }: Plan): string {
  const heads = columns.slice(1).map(({ head }) => String(head));
  const measures = `${terms.named}措施`;
  return enumerate(heads.includes(measures) ? heads.filter((head) => head !== "重点项目") : heads);
}

function columnsOf(plan: Plan): Column<Line>[] {
  return [
    {
      head: "指标",
      width: 24,
      align: "left",
      cell: ({ rows }) => rows.map(({ row }) => row.name).join(ROW_BREAK),
    },
    {
      head: `${plan.terms.named}措施`,
      width: 34,
      align: "left",
      cell: ({ rows }) => measuresText(rows, plan),
    },
    { head: "重点项目", width: 20, align: "left", cell: ({ rows }) => projectsText(rows, plan) },
    { head: REPORTERS, width: 22, align: "left", cell: ({ reporters }) => reporters },
  ];
}

/** （一）2.保障妇女孕产期健康和母婴安全；5.… */
function measuresText(rows: readonly ScoredRow[], plan: Plan): string {
  const ids = rows.flatMap(({ row }) => row.measures);
  const cited = measuresByChapter(plan, ids).map(({ chapter: { number }, measures }) => {
    return `（${chineseNumber(number)}）${measures}`;
  });
  return orNone(cited.join("；"));
}

/** Some measures under the chapters they stand in: 2.保障妇女孕产期健康和母婴安全；5.… */
export function measuresByChapter(
  { chapters }: Pick<Plan, "chapters">,
  ids: readonly string[],
): { chapter: Chapter; measures: string }[] {
  return chapters.flatMap((each) => {
    const own = each.measures.filter(({ id }) => ids.includes(id));
    const told = own.map(({ number, title }) => `${number}.${closed(title)}`);
    return told.length === 0 ? [] : [{ chapter: each, measures: told.join("；") }];
  });
}

/** A measure's title in a list: without the full stop some of them end with. */
export function closed(title: string): string {
  return title.replace(/。$/u, "");
}

function projectsText(rows: readonly ScoredRow[], plan: Plan): string {
  return orNone(
    projectsFor(rows, plan)
      .map(({ name }) => name)
      .join("；"),
  );
}

function isProposed({ reporters }: PlanRow): boolean {
  return !reporters.confirmed && reporters.names.length > 0;
}
