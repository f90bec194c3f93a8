import { isLastYear } from "../../plan/period.js";
import type { ScoredRow, Scorecard } from "../../score/scorecard.js";
import { groupBy } from "../../terms/group-by.js";
import { answerableFor } from "../answerable.js";
import { rowsBehind } from "../chapters/problems.js";
import { askedWords } from "../chapters/recommendations.js";
import { rowNames } from "../evaluation/words/lists.js";
import { nameList } from "../words/wording.js";

/** How much is named rather than counted: reporters, and rows of each. */
export interface AskDetail {
  reporters: number;
  rows: number;
}

interface Ask {
  /** "" where the plan names nobody. */
  reporter: string;
  behind: readonly ScoredRow[];
  missing: readonly ScoredRow[];
}

/**
 * 请区卫生健康委抓紧改进甲、乙，补报丙数据；…: what each 责任单位 is asked for, those of binding rows first. Units and rows beyond
 * the detail are counted, and it is said where they stand. `unsettled`: a draft, in which proposed 责任单位 may stand.
 */
export function asksText(scorecard: Scorecard, unsettled: boolean, detail: AskDetail): string {
  const asks = asksOf(scorecard, unsettled);
  if (asks.length === 0) return askedWords(scorecard).none;
  const named = asks.slice(0, detail.reporters);
  const others = asks.slice(detail.reporters);
  const clauses = [
    ...named.map((ask) => askText(ask, scorecard, detail.rows)),
    othersText(others, named.length > 0),
  ].filter((clause) => clause !== "");
  const proposed =
    unsettled &&
    asks.some(({ behind, missing }) => hasProposed(behind, scorecard) || hasProposed(missing, scorecard));
  const isCut = named.some(({ behind, missing }) =>
    [behind, missing].some((rows) => rowNames(rows).length > detail.rows),
  );
  const rest = isCut ? "没有列名的指标见各单位任务单。" : "";
  return `请${clauses.join("；")}${proposed ? "（责任单位为建议名单，待确认）" : ""}。${rest}`;
}

function hasProposed(rows: readonly ScoredRow[], { plan }: Scorecard): boolean {
  return answerableFor(rows, plan, true).proposed.length > 0;
}

/** In the order in which the rows come, binding ones first: nobody is ranked. Who nobody named comes last. */
function asksOf(scorecard: Scorecard, unsettled: boolean): Ask[] {
  const { plan, rows } = scorecard;
  const behind = rowsBehind(scorecard);
  const missing = rows.filter(({ status }) => status === "noData");
  const isBinding = ({ row }: ScoredRow): boolean => row.nature === "binding";
  const asked = [...behind, ...missing];
  const ordered = [...asked.filter(isBinding), ...asked.filter((row) => !isBinding(row))];
  const reporterOf = (row: ScoredRow): string => {
    const { names, proposed } = answerableFor([row], plan, unsettled);
    return names[0] ?? proposed[0] ?? "";
  };
  const asks = [...groupBy(ordered, reporterOf)].map(([reporter, own]) => ({
    reporter,
    behind: own.filter((row) => behind.includes(row)),
    missing: own.filter((row) => missing.includes(row)),
  }));
  return [
    ...asks.filter(({ reporter }) => reporter !== ""),
    ...asks.filter(({ reporter }) => reporter === ""),
  ];
}

function askText({ reporter, behind, missing }: Ask, scorecard: Scorecard, most: number): string {
  const lacking = missing.length === 0 ? "" : `补报${namedRows(missing, most)}数据`;
  const improved = behind.length === 0 ? "" : askedFor(namedRows(behind, most), scorecard);
  return `${reporter === "" ? "有关单位" : reporter}${[improved, lacking].filter((text) => text !== "").join("，")}`;
}

function askedFor(rows: string, scorecard: Scorecard): string {
  return isLastYear(scorecard) ? `研究提出${rows}在下一周期的接续措施` : `抓紧改进${rows}`;
}

/** 甲、乙; 甲、乙等5项指标; 5项指标. */
function namedRows(rows: readonly ScoredRow[], most: number): string {
  const names = rowNames(rows);
  if (names.length <= most) return nameList(names);
  const told = most === 0 ? "" : `${nameList(names.slice(0, most))}等`;
  return `${told}${names.length}项指标`;
}

function othersText(asks: readonly Ask[], afterOthers: boolean): string {
  if (asks.length === 0) return "";
  const rows = asks.reduce((sum, { behind, missing }) => sum + behind.length + missing.length, 0);
  return `${afterOthers ? "其余" : "有关"}单位对照任务单落实${rows}项指标`;
}
