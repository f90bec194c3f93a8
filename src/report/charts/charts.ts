import type { Domain } from "../../plan/plan.js";
import { domainNameOf, judgedOf } from "../../plan/lookup.js";
import { isLastYear } from "../../plan/period.js";
import { STATUSES, statusName } from "../../terms/status.js";
import type { StatusBars } from "./chart.js";
import type { UnnumberedChart } from "../numbering/unnumbered.js";
import { placedAnywhere, type PlacedChart } from "../blocks.js";
import { factsOf, type Matter } from "../row-facts.js";
import { tallyText } from "../words/labels.js";
import { EMPTY, SOURCE } from "./blank.js";
import { keyRows } from "./key-rows.js";
import { progressCharts } from "./progress.js";
import { trendCharts } from "./trends.js";

/** Stacked bars: how many rows of each domain have each status. */
export function statusChart({ scorecard }: Matter): UnnumberedChart {
  const { plan, year, byDomain, tally } = scorecard;
  const final = isLastYear(scorecard);
  const nameOf = (id: string): string => domainNameOf(plan, id);
  const bars: StatusBars = {
    bars: byDomain.map(({ domain }) => nameOf(domain)),
    series: STATUSES.filter((status) => tally[status] > 0).map((status) => ({
      status,
      name: statusName(status, final),
      values: byDomain.map(({ tally: own }) => String(own[status])),
    })),
  };
  const spoken = byDomain.filter(({ tally: own }) => own.total > 0);
  return {
    ...EMPTY,
    id: "status-by-domain",
    title: `${year}年分领域指标状态`,
    unit: "",
    source: SOURCE,
    alt: `${year}年各领域指标状态：${spoken.map(({ domain, tally: own }) => `${nameOf(domain)}${tallyText(own, final)}`).join("；")}。`,
    statusBars: [bars],
  };
}

/**
 * A domain's charts: baseline → now → target of its numeric rows, unless their courses say it all, and the series of its
 * key rows.
 */
export function domainCharts(domain: Domain, matter: Matter): PlacedChart[] {
  const { rows, plan, year } = matter.scorecard;
  const own = rows.filter(({ row }) => row.domain === domain.id);
  const facts = own.flatMap((row) => judgedOf(row).map((scored) => factsOf(scored, plan)));
  const key = keyRows(own, matter);
  return [
    ...progressCharts(domain, facts, key, year).map(placedAnywhere),
    ...trendCharts(domain, key, matter),
  ];
}
