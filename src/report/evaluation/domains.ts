import { EVALUATION_PART_NAMES } from "../../narrative/part-names.js";
import type { Domain } from "../../plan/plan.js";
import type { ScoredRow } from "../../score/scorecard.js";
import { domainPart } from "../../narrative/slots.js";
import { anchor, headedParagraphs, illustrated, inPart, paragraph, placedAnywhere } from "../blocks.js";
import { domainCharts } from "../charts/charts.js";
import { closingOf, hasData, openingOf, openingText, topicItems } from "../chapters/domain.js";
import type { Part, PartSection } from "../numbering/unnumbered.js";
import { sinceBeginning } from "../words/site-sentence.js";
import { besideOthers } from "../words/beside-others.js";
import type { EvaluationMatter } from "./context.js";
import { heatMapCharts } from "./annexes/heat-map.js";
import { movesSaid } from "./words/moves-text.js";
import { seriesSaid } from "./words/series-sentence.js";
import { movesOf } from "../since-baseline.js";

/** 分领域目标实现情况: a section per domain: what people did, a paragraph a topic, its charts in between. */
export function domainsPart(matter: EvaluationMatter): Part {
  const sections = matter.scorecard.plan.domains.map((domain) => domainSection(domain, matter));
  return {
    id: "domains",
    part: "domains",
    counted: true,
    heading: EVALUATION_PART_NAMES.domains,
    blocks: [],
    sections,
  };
}

function domainSection(domain: Domain, matter: EvaluationMatter): PartSection {
  const { scorecard } = matter;
  const rows = scorecard.rows.filter(({ row }) => row.domain === domain.id);
  const placed = [...heatMapCharts(domain, matter).map(placedAnywhere), ...domainCharts(domain, matter)];
  const charts = placed.map(({ chart }) => chart);
  const opening = paragraph(openingOf(domain, conclusion(domain, rows, matter), matter, charts));
  const text = [
    ...inPart(domainPart(domain, "overview"), [opening]),
    anchor(domainPart(domain, "measures")),
    ...(hasData(rows)
      ? headedParagraphs(
          topicItems(domain, scorecard, besideOthers(seriesSaid, matter.dataset), sinceBeginning),
          "dotted",
        )
      : []),
    ...closingOf(domain, rows, scorecard, seriesSaid),
  ];
  return { part: domain.id, heading: domain.name, blocks: illustrated(text, placed) };
}

const MOST_NAMES = 3;

/** How many rows of each status, and how many moved which way since the baseline. */
function conclusion(domain: Domain, rows: readonly ScoredRow[], { scorecard }: EvaluationMatter): string {
  const tally = scorecard.byDomain.find((each) => each.domain === domain.id)?.tally;
  const opening =
    tally === undefined ? `${domain.name}领域未设监测指标。` : openingText(domain, tally, { scorecard });
  const moves = movesSaid(movesOf({ rows, plan: scorecard.plan }), MOST_NAMES);
  return moves.length === 0 ? opening : `${opening.replace(/。$/u, "；")}与基期相比，${moves.join("，")}。`;
}
