import type { Narrative } from "../../narrative/narrative.js";
import type { Domain } from "../../plan/plan.js";
import type { ScoredRow, Tally } from "../../score/scorecard.js";
import { chartBlock, headedParagraphs, illustrated, paragraph, proseBlock } from "../blocks.js";
import { tallyText } from "../words/labels.js";
import { chapter, type Part, type UnnumberedBlock, type UnnumberedChart } from "../numbering/unnumbered.js";
import { neighbourSentences } from "../words/neighbours.js";
import { proseHeading, proseItems } from "../words/prose.js";
import { factsOf, isJudged, type JudgedFacts, type Matter } from "../row-facts.js";
import { rowSentence, saidOf } from "../words/row-sentence.js";
import { statusGroups } from "../words/status-groups.js";
import { isLastYear } from "../../plan/period.js";

/** The chapter of one domain: its tally, a paragraph per conclusion, what people add; its charts in between. */
export function domainChapter(
  domain: Domain,
  matter: Matter,
  charts: readonly UnnumberedChart[],
  narrative: Narrative | null = null,
): Part {
  const { scorecard } = matter;
  const rows = scorecard.rows.filter(({ row }) => row.domain === domain.id);
  const tally = scorecard.byDomain.find((each) => each.domain === domain.id)?.tally;
  const opening = tally === undefined ? [] : [paragraph(openingText(domain, tally, matter))];
  const text = [...opening, ...conclusions(rows, matter), ...written(domain, narrative)];
  return chapter(domainPartId(domain), domain.name, illustrated(text, charts.map(chartBlock)));
}

/** What a reference calls the chapter of a domain. */
export function domainPartId({ id }: Domain): string {
  return `domain-${id}`;
}

/** What people add to the chapter of a domain. */
const WRITTEN = [
  { part: "measures", heading: "工作措施" },
  { part: "recommendations", heading: "建议" },
] as const;

function written({ id }: Domain, narrative: Narrative | null): UnnumberedBlock[] {
  return WRITTEN.flatMap(({ part, heading }) => {
    const items = proseItems(narrative, `${id}:${part}`);
    return items.length === 0 ? [] : [proseBlock({ items: [proseHeading(heading), ...items], gap: false })];
  });
}

/** How many rows a domain has, and how many of each status. */
export function openingText(domain: Domain, tally: Tally, { scorecard }: Pick<Matter, "scorecard">): string {
  const { plan, year } = scorecard;
  if (tally.total === 0) return `${domain.name}领域未设监测指标。`;
  if (tally.noData === tally.total) {
    return `${domain.name}领域共有指标${tally.total}项，${year}年数据全部缺项，无法评价。`;
  }
  return `${domain.name}领域共有指标${tally.total}项，${year}年${tallyText(tally, isLastYear({ plan, year }))}。`;
}

function conclusions(rows: readonly ScoredRow[], matter: Matter): UnnumberedBlock[] {
  const { plan, year } = matter.scorecard;
  const facts = { final: isLastYear({ plan, year }), period: plan.period.end };
  return headedParagraphs(
    statusGroups(rows, facts).map((group) => ({
      heading: group.heading,
      text: groupText(group.rows, matter),
    })),
  );
}

function groupText(rows: readonly ScoredRow[], matter: Matter): string {
  const missing = rows.every(({ status }) => status === "noData");
  const opening = missing ? "" : `${matter.scorecard.year}年，`;
  return `${opening}${rowTexts(rows, matter).join("")}`;
}

/** Sentences of rows in order; simple neighbours share one, compound and missing rows stand alone. */
function rowTexts(rows: readonly ScoredRow[], matter: Matter): string[] {
  const texts: string[] = [];
  let simple: JudgedFacts[] = [];
  const flush = (): void => {
    const said = simple.map((facts) => saidOf(facts, matter.dataset));
    texts.push(...neighbourSentences(said));
    simple = [];
  };
  for (const row of rows) {
    const facts = factsOf(row, matter.scorecard.plan);
    if (isJudged(facts)) simple.push(facts);
    else {
      flush();
      texts.push(rowSentence(row, matter));
    }
  }
  flush();
  return texts;
}
