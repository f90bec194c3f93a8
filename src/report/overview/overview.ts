import type { Dataset } from "../../data/dataset.js";
import type { Scorecard, ScoredRow } from "../../score/scorecard.js";
import { referenceColumnsOf, type ReferenceColumn } from "../annexes/reference-columns.js";
import { hasNatures } from "../../plan/lookup.js";
import { dateText, noticeOf, openFindings, watermarkOf } from "../chapters/cover.js";
import type { ReportContext } from "../context.js";
import { concerning } from "../own-issues.js";
import { headlineOf } from "../exports/headline.js";
import { reasonOf } from "../words/rules/rules.js";
import { linesOf } from "./lines.js";
import { answersOf, filtersOf, ORDERS_OFFERED, planWords, ranksOf } from "./looking.js";
import type { OverviewModel, OverviewPlan, OverviewRow } from "./model.js";
import { passagesOf } from "./passages.js";

/** What an overview needs to know beside scores and data. `absent`: plans of which there are no data for the year. */
export interface OverviewContext extends Pick<ReportContext, "asOf" | "draft" | "sample" | "issues"> {
  absent: readonly string[];
}

/**
 * Every row of every plan with its figures, its status and how it came to it, for one page. It is the bureau's own:
 * cells and all figures are in it. Pure, and JSON-serialisable.
 */
export function overviewModel(
  scorecards: readonly Scorecard[],
  dataset: Dataset,
  context: OverviewContext,
): OverviewModel {
  const placed = scorecards.flatMap((scorecard) => scorecard.rows.map((row) => ({ row, scorecard })));
  const places = referenceColumnsOf(scorecards, dataset);
  const natures = scorecards.some(({ plan }) => hasNatures(plan));
  const order = new Map(placed.map(({ row }, place) => [row, place]));
  const given: Given = { dataset, context, places, placeOf: (row) => order.get(row) ?? 0 };
  return {
    schemaVersion: 1,
    title: titleOf(scorecards),
    date: dateText(context.asOf, scorecards[0]?.year ?? 0),
    watermark: watermarkOf(context),
    notice: noticesOf(scorecards, dataset, context),
    filters: filtersOf(placed),
    orders: ORDERS_OFFERED,
    places: places.map(({ place, year }) => ({ place, year: String(year) })),
    natures,
    columns: String(OWN_COLUMNS + (natures ? 1 : 0) + places.length),
    plans: scorecards.map((scorecard, at) => planOf(scorecard, at, given)),
    total: String(placed.length),
  };
}

/** Of the table, beside those that are not always there. */
const OWN_COLUMNS = 10;

interface Given {
  dataset: Dataset;
  context: OverviewContext;
  places: readonly ReferenceColumn[];
  placeOf: (row: ScoredRow) => number;
}

function titleOf(scorecards: readonly Scorecard[]): string {
  const regions = new Set(scorecards.map(({ plan }) => plan.region));
  return `${[...regions].join("、")}${scorecards[0]?.year ?? ""}年${planWords(scorecards)}监测总览`;
}

function noticesOf(
  scorecards: readonly Scorecard[],
  dataset: Dataset,
  { sample, issues, absent }: OverviewContext,
): string {
  const concerns = scorecards.map((scorecard) => concerning({ scorecard, dataset }));
  const open = issues.filter((each) => concerns.some((isOwn) => isOwn(each)));
  const region = scorecards[0]?.plan.region ?? "";
  const year = scorecards[0]?.year ?? "";
  return [
    noticeOf("本页", sample, dataset.manifest.status, region),
    openFindings(open),
    absent.length === 0 ? "" : `${absent.join("、")}没有${year}年的数据，未列入。`,
  ].join("");
}

function planOf(scorecard: Scorecard, at: number, given: Given): OverviewPlan {
  const { plan } = scorecard;
  return {
    title: plan.title,
    facts: headlineOf(scorecard),
    domains: plan.domains
      .map(({ id, name }, place) => {
        const key = `${at}-${place}`;
        const heading = `${plan.shortTitle} · ${name}`;
        const rows = scorecard.rows.filter(({ row }) => row.domain === id);
        return { heading, key, rows: rows.map((row) => rowOf(row, scorecard, { key, heading }, given)) };
      })
      .filter(({ rows }) => rows.length > 0),
  };
}

function rowOf(
  row: ScoredRow,
  scorecard: Scorecard,
  { key, heading }: { key: string; heading: string },
  { dataset, context, places, placeOf }: Given,
): OverviewRow {
  const { plan } = scorecard;
  const placed = { row, scorecard };
  return {
    anchor: `${plan.id}-${row.id}`,
    domain: key,
    answers: answersOf(placed),
    ranks: ranksOf(placed, placeOf(row)),
    where: heading,
    lines: linesOf(row, { scorecard, dataset }, places),
    reason: reasonOf(row, plan),
    passages: passagesOf(row, { plan, dataset, issues: context.issues }),
  };
}
