import type { Domain } from "../plan/plan.js";
import type { ScoredRow, Tally } from "../score/scorecard.js";
import { headedParagraphs, paragraph } from "./blocks.js";
import { tallyText } from "./labels.js";
import type { Block, Chart, DomainChapter } from "./model.js";
import { neighbourSentences } from "./neighbours.js";
import { factsOf, type Matter } from "./row-facts.js";
import { rowSentence, saidOf } from "./row-sentence.js";
import { statusGroups } from "./status-groups.js";
import { chineseNumber } from "./wording.js";

/** The chapter of one domain: its tally, a paragraph per conclusion, its charts. */
export function domainChapter(domain: Domain, index: number, matter: Matter, charts: Chart[]): DomainChapter {
  const { scorecard } = matter;
  const rows = scorecard.rows.filter(({ row }) => row.domain === domain.id);
  const tally = scorecard.byDomain.find((each) => each.domain === domain.id)?.tally;
  const opening = tally === undefined ? [] : [paragraph(openingText(domain, tally, matter))];
  return {
    number: `${chineseNumber(index + 1)}、`,
    heading: domain.name,
    blocks: [...opening, ...conclusions(rows, matter)],
    charts,
  };
}

function openingText(domain: Domain, tally: Tally, { scorecard }: Matter): string {
  const { plan, year } = scorecard;
  if (tally.total === 0) return `${domain.name}领域未设监测指标。`;
  if (tally.noData === tally.total) {
    return `${domain.name}领域共有指标${tally.total}项，${year}年数据全部缺项，无法评价。`;
  }
  return `${domain.name}领域共有指标${tally.total}项，${year}年${tallyText(tally, year === plan.period.end)}。`;
}

function conclusions(rows: readonly ScoredRow[], matter: Matter): Block[] {
  const { plan, year } = matter.scorecard;
  const facts = { final: year === plan.period.end, period: plan.period.end };
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
  let simple: ScoredRow[] = [];
  const flush = (): void => {
    const said = simple.map((row) => saidOf(factsOf(row, matter.scorecard.plan), matter.dataset));
    texts.push(...neighbourSentences(said));
    simple = [];
  };
  for (const row of rows) {
    if (row.parts.length === 0 && row.status !== "noData") simple.push(row);
    else {
      flush();
      texts.push(rowSentence(row, matter));
    }
  }
  flush();
  return texts;
}
