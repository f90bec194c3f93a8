import { PART_NAMES } from "../../narrative/part-names.js";
import type { Plan } from "../../plan/plan.js";
import { judgedOf } from "../../plan/lookup.js";
import type { Scorecard, ScoredIndicator, ScoredRow } from "../../score/scorecard.js";
import { paragraph, tableBlock } from "../blocks.js";
import { natureName } from "../words/labels.js";
import { citing } from "../charts/cited.js";
import { chapter, type Part, type UnnumberedBlock, type UnnumberedTable } from "../numbering/unnumbered.js";
import { labelOf, passage, type Passage } from "../numbering/passage.js";
import { WITHHELD_WORDS } from "../words/number.js";
import { lostText, weakestNote } from "../words/row-notes.js";
import { joined } from "../words/rules/rule-words.js";
import { shortcomingOf } from "../words/standing.js";
import { factsOf, isJudged, type Matter, type RowFacts } from "../row-facts.js";
import { statusCell, valueCell } from "../tables/cells.js";
import { namingColumns, natureColumn, unitColumn } from "../tables/columns.js";
import { groupedTableOf, type Column } from "../tables/table.js";
import { worseningOf } from "../words/worsening.js";
import { ALERT, ALERTS } from "../../terms/alert.js";
import { isLastYear } from "../../plan/period.js";

export function alertsChapter(matter: Matter): Part {
  return chapter("alerts", PART_NAMES.alerts, alertBlocks(matter));
}

/** 预警清单: how many rows of each level, and the list, worst first. */
export function alertBlocks({ scorecard }: Matter): UnnumberedBlock[] {
  const { rows, year } = scorecard;
  const alerted = rows.filter(({ alert }) => alert !== null);
  if (alerted.length === 0) return [paragraph(`${year}年没有需要预警的指标。`)];
  const opening = `${year}年列入预警清单的指标${alerted.length === 1 ? "" : "共"}${alerted.length}项`;
  return [
    paragraph(citing(`${opening}，${levelsText(alerted)}。`, [], "table:alerts")),
    tableBlock(alertsTable(alerted, scorecard)),
  ];
}

/** 其中红色预警2项，橙色预警1项; 均为蓝色预警 where all are of one level, 为红色预警 of a single row. */
function levelsText(alerted: readonly ScoredRow[]): string {
  const levels = ALERTS.map((alert) => ({
    name: `${ALERT[alert].name}预警`,
    count: alerted.filter((row) => row.alert === alert).length,
  })).filter(({ count }) => count > 0);
  const [only, ...others] = levels;
  if (only !== undefined && others.length === 0) return `${only.count === 1 ? "" : "均"}为${only.name}`;
  return `其中${levels.map(({ name, count }) => `${name}${count}项`).join("，")}`;
}

/** Why an alert was held at yellow: intervals are told in the annex, and nothing here speaks against the status. */
function capText(row: ScoredRow): Passage {
  if (row.alertCap === null) return "";
  const why = row.alertCap === "doubtfulBaseline" ? "基期口径待核" : chanceText(row);
  return passage`${row.row.name}${why}，预警等级以${ALERT.yellow.name}为限（见${labelOf("annex:method")}）。`;
}

/** 例数少（1例），偶然性较大: what an interval tells, in the words of the text. */
function chanceText(row: ScoredRow): string {
  const few = judgedOf<ScoredIndicator>(row).find(
    ({ flags, rate }) => flags.includes("smallNumbers") && rate !== null,
  );
  const cases = few?.rate?.numerator.value.toFixed() ?? "";
  return cases === "" ? "受偶然因素影响较大" : `例数少（${cases}例），偶然性较大`;
}

function columnsOf({ plan, year }: Scorecard): Column<ScoredRow>[] {
  const indicatorOf = ({ row }: ScoredRow) => row;
  return [
    ...namingColumns({ id: 7.4, name: 22 }, indicatorOf),
    ...natureColumn<ScoredRow>(9, plan, ({ row }) => natureName(row.nature)),
    unitColumn(9, indicatorOf),
    { head: `${year}年`, width: 9, align: "right", cell: (row) => valueCell(row, plan) },
    { head: "目标", width: 12, align: "centre", cell: ({ row }) => row.target.text },
    {
      head: "状态",
      width: 14,
      align: "centre",
      cell: ({ status }) => statusCell(status, isLastYear({ plan, year })),
    },
    { head: "预警原因", width: 32, align: "left", cell: (row) => alertReason(row, plan) },
  ];
}

function alertsTable(rows: readonly ScoredRow[], scorecard: Scorecard): UnnumberedTable {
  const { plan, year } = scorecard;
  const groups = ALERTS.map((alert) => ({
    heading: `${ALERT[alert].name}预警`,
    mark: alert,
    rows: rows.filter((row) => row.alert === alert),
  }));
  return groupedTableOf(
    {
      id: "alerts",
      title: `${plan.shortTitle}${year}年监测预警清单`,
      notes: [weakestNote(rows.flatMap(judgedOf)), ...rows.map(capText)].filter((note) => note !== ""),
      source: "根据各责任单位报送数据评价。",
    },
    columnsOf(scorecard),
    groups.filter((group) => group.rows.length > 0),
  );
}

/** How far it is from what is asked, and what else called the alert: a target once met and lost, worse twice running. */
function alertReason(row: ScoredRow, plan: Plan): string {
  const missing = ({ scored }: RowFacts): string =>
    scored.rule === "withheld" ? WITHHELD_WORDS : `缺${row.year}年数据`;
  const reasons = judgedOf<ScoredIndicator>(row)
    .filter(({ status }) => status === row.status)
    .map((scored) => factsOf(scored, plan))
    .map((facts) => {
      const named = row.parts.length > 0 ? facts.scored.indicator.name : "";
      return `${named}${isJudged(facts) ? joined(shortcomingOf(facts), lostText(facts)) : missing(facts)}`;
    });
  return [reasons.join("；"), worseningOf(row)].filter((text) => text !== "").join("，");
}
