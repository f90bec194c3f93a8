import type { Plan } from "../../plan/plan.js";
import type { Alert, ScoredRow } from "../../score/scorecard.js";
import { bodyRow, figureCell, groupRow, paragraph, tableBlock, tableOf, textCell } from "../blocks.js";
import { ALERT_NAMES, ALERTS, NATURE_NAMES, statusName } from "../words/labels.js";
import type { Chapter, Table, TableRow } from "../model.js";
import { NOT_APPLICABLE } from "../words/number.js";
import { reasonOf } from "../words/reason.js";
import { factsOf, type Matter } from "../row-facts.js";
import { sentence } from "../words/wording.js";
import { worseningOf } from "../words/worsening.js";

/** 预警清单: how many rows of each level, why some are capped, and the list, worst first. */
export function alertsChapter(number: string, { scorecard }: Matter, tableNumber: string): Chapter {
  const { rows, year } = scorecard;
  const alerted = rows.filter(({ alert }) => alert !== null);
  const heading = "预警清单";
  if (alerted.length === 0) return { number, heading, blocks: [paragraph(`${year}年没有需要预警的指标。`)] };
  const counts = ALERTS.map((alert) => ({
    alert,
    count: alerted.filter((row) => row.alert === alert).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ alert, count }) => `${ALERT_NAMES[alert]}预警${count}项`);
  const blocks = [paragraph(`${year}年列入预警清单的指标共${alerted.length}项，其中${counts.join("，")}。`)];
  const capped = alerted.map(capText).filter((text) => text !== "");
  if (capped.length > 0) blocks.push(paragraph(capped.join("")));
  blocks.push(tableBlock(alertsTable(alerted, { scorecard }, tableNumber)));
  return { number, heading, blocks };
}

const CAPS: Record<NonNullable<ScoredRow["alertCap"]>, string> = {
  doubtfulBaseline: "的状态依据存疑的基期数据得出，预警等级以黄色为限",
  interval: "的95%置信区间包含目标值，尚不能断定未达标，预警等级以黄色为限",
};

function capText({ row, alertCap }: ScoredRow): string {
  return alertCap === null ? "" : sentence([`${row.name}${CAPS[alertCap]}`]);
}

const COLUMNS = [
  { head: "编号", weight: 7, align: "centre" },
  { head: "指标名称", weight: 22, align: "left" },
  { head: "属性", weight: 9, align: "centre" },
  { head: "单位", weight: 9, align: "centre" },
  { head: "本年数", weight: 9, align: "right" },
  { head: "目标", weight: 10, align: "centre" },
  { head: "状态", weight: 14, align: "centre" },
  { head: "预警原因", weight: 32, align: "left" },
] as const;

function alertsTable(
  rows: readonly ScoredRow[],
  { scorecard }: Pick<Matter, "scorecard">,
  number: string,
): Table {
  const { plan, year } = scorecard;
  const groups = ALERTS.map((alert) => ({ alert, held: rows.filter((row) => row.alert === alert) }));
  const body = groups
    .filter(({ held }) => held.length > 0)
    .flatMap(({ alert, held }) => [alertGroup(alert), ...held.map((row) => alertRow(row, scorecard))]);
  return tableOf(
    { number, title: `${plan.shortTitle}${year}年监测预警清单`, source: "根据各责任单位报送数据评价。" },
    COLUMNS,
    body,
  );
}

function alertGroup(alert: Alert): TableRow {
  return groupRow(`${ALERT_NAMES[alert]}预警`, COLUMNS.length, alert);
}

function alertRow(row: ScoredRow, { plan, year }: Matter["scorecard"]): TableRow {
  const facts = factsOf(row, plan);
  return bodyRow([
    textCell(row.id),
    textCell(row.row.name),
    textCell(NATURE_NAMES[row.row.nature]),
    textCell(row.row.unit === "" ? NOT_APPLICABLE : row.row.unit),
    row.parts.length > 0 && row.status !== "noData"
      ? textCell(NOT_APPLICABLE)
      : figureCell(facts.scale, row.value),
    textCell(row.row.target.text),
    textCell(statusName(row.status, year === plan.period.end), row.status),
    textCell(alertReason(row, plan)),
  ]);
}

/** The reason of the status, and what else called the alert: a target once met and lost, worse twice running. */
function alertReason(row: ScoredRow, plan: Plan): string {
  const lost = row.flags.includes("fellBack") && row.rule !== "lostTarget";
  return [reasonOf(row, plan), lost ? "此前年份曾达标，现已回落" : "", worseningOf(row)]
    .filter((text) => text !== "")
    .join("，");
}
