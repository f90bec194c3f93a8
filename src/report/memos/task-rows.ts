import { isLastYear } from "../../plan/period.js";
import { judgedOf } from "../../plan/lookup.js";
import type { Plan } from "../../plan/plan.js";
import type { ScoredIndicator, ScoredRow, Scorecard } from "../../score/scorecard.js";
import { tallyOf } from "../../score/tally.js";
import { isBehind } from "../../terms/status.js";
import { paragraph, tableBlock } from "../blocks.js";
import { paceText } from "../evaluation/words/pace-text.js";
import { chapter, type Part } from "../numbering/unnumbered.js";
import { factsOf, isJudged } from "../row-facts.js";
import { orNone, statusCell, valueCell } from "../tables/cells.js";
import { namingColumns, unitColumn } from "../tables/columns.js";
import { groupedTableOf, type Column } from "../tables/table.js";
import { tallyText } from "../words/labels.js";
import { WITHHELD_WORDS } from "../words/number.js";
import { joined } from "../words/rules/rule-words.js";
import { worstOfSites } from "../words/site-sentence.js";
import { shortcomingOf } from "../words/standing.js";
import { sentence } from "../words/wording.js";

/** What a reporter has to do with a row: it answers for it first, or helps; `proposed` where nobody has confirmed it. */
export interface OwnRow {
  row: ScoredRow;
  leads: boolean;
  proposed: boolean;
}

/** A plan's rows that are a reporter's, in the order of the plan. */
export interface OwnRows {
  scorecard: Scorecard;
  rows: readonly OwnRow[];
}

export function ownRows(reporter: string, scorecard: Scorecard): OwnRows {
  const rows = scorecard.rows
    .filter(({ row }) => row.reporters.names.includes(reporter))
    .map((row) => {
      const { names, confirmed } = row.row.reporters;
      return { row, leads: names[0] === reporter, proposed: !confirmed };
    });
  return { scorecard, rows };
}

/** 指标进展: how its rows stand, and for each the gap and the pace that would close it. */
export function rowsChapter(own: readonly OwnRows[]): Part {
  const all = own.flatMap(({ rows }) => rows);
  if (all.length === 0) return chapter("rows", ROWS, []);
  return chapter("rows", ROWS, [
    ...own
      .filter(({ rows }) => rows.length > 0)
      .map((each) => paragraph(tallySentence(each, own.length > 1))),
    ...(all.some(({ proposed }) => proposed) ? [paragraph(PROPOSED)] : []),
    tableBlock(rowsTable(own)),
  ]);
}

const ROWS = "指标进展";
const PROPOSED = "表中标注“待确认”的，责任单位为建议名单，请一并确认；不属于你单位职责的，请函告。";

/** 你单位承担的《…》12项指标中，已达标5项，…。 */
function tallySentence({ scorecard, rows }: OwnRows, named: boolean): string {
  const plan = named ? `《${scorecard.plan.shortTitle}》` : "";
  const tally = tallyText(tallyOf(rows.map(({ row }) => row)), isLastYear(scorecard));
  return sentence([`你单位承担的${plan}${rows.length}项指标中`, tally]);
}

interface Line {
  row: ScoredRow;
  scorecard: Scorecard;
}

function rowsTable(own: readonly OwnRows[]) {
  const groups = own.flatMap(({ scorecard, rows }) =>
    ROLES.map(({ name, holds }) => ({
      heading: `${scorecard.plan.shortTitle}（${name}）`,
      rows: rows.filter(holds).map(({ row }): Line => ({ row, scorecard })),
    })),
  );
  const [first] = own;
  const year = first?.scorecard.year ?? 0;
  const worst = worstOfSites(
    own.flatMap(({ rows }) => rows.flatMap(({ row }) => judgedOf<ScoredIndicator>(row))),
  );
  const notes = worst === null ? [] : [`${worst.ids}为${worst.each}中离目标最远的数。`];
  return groupedTableOf(
    { id: "rows", title: `${year}年指标进展和差距`, notes, source: "根据各责任单位报送数据评价。" },
    columnsOf(year),
    groups.filter(({ rows }) => rows.length > 0),
  );
}

const ROLES: readonly { name: string; holds: (own: OwnRow) => boolean }[] = [
  { name: "牵头", holds: ({ leads, proposed }) => leads && !proposed },
  { name: "配合", holds: ({ leads, proposed }) => !leads && !proposed },
  { name: "牵头，待确认", holds: ({ leads, proposed }) => leads && proposed },
  { name: "配合，待确认", holds: ({ leads, proposed }) => !leads && proposed },
];

function columnsOf(year: number): Column<Line>[] {
  const indicatorOf = ({ row }: Line) => row.row;
  return [
    ...namingColumns({ id: 7, name: 20 }, indicatorOf),
    unitColumn(8, indicatorOf),
    { head: "目标", width: 10, align: "centre", cell: ({ row }) => row.row.target.text },
    {
      head: `${year}年`,
      width: 10,
      align: "right",
      cell: ({ row, scorecard }) => valueCell(row, scorecard.plan),
    },
    {
      head: "状态",
      width: 17,
      align: "centre",
      cell: ({ row, scorecard }) => statusCell(row.status, isLastYear(scorecard)),
    },
    {
      head: "差距和所需进度",
      width: 29,
      align: "left",
      cell: ({ row, scorecard }) => orNone(gapText(row, scorecard.plan)),
    },
  ];
}

/**
 * 距100%的目标还差0.08个百分点，到2030年需年均提高0.02个百分点; the sites that fail, also of a row that is on course; "" where
 * nothing is lacking.
 */
export function gapText(row: ScoredRow, plan: Plan): string {
  return judgedOf<ScoredIndicator>(row)
    .filter(
      ({ status, groups }) => isBehind(status) || status === "noData" || (groups?.failing.length ?? 0) > 0,
    )
    .map((scored) => {
      const facts = factsOf(scored, plan);
      const named = row.parts.length > 0 ? scored.indicator.name : "";
      if (scored.rule === "withheld") return `${named}${WITHHELD_WORDS}`;
      if (!isJudged(facts)) return `${named}缺${scored.year}年数据`;
      return `${named}${joined(shortcomingOf(facts), paceText(facts))}`;
    })
    .join("；");
}
