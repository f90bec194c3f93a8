import type { ReferenceFigure } from "../../data/dataset.js";
import { cellText } from "../../issues/place.js";
import type { ScoredIndicator, ScoredRow } from "../../score/scorecard.js";
import { explainRow, type Evidence } from "../explain/explain.js";
import type { ExplainedIndicator } from "../explain/explanation.js";
import { latestOf, yearsShown } from "../references.js";
import { factsOf } from "../row-facts.js";
import { figure } from "../words/number.js";
import type { Passage } from "./model.js";

/** The steps from the cells to the status, as `report explain` tells them, and where the figures of other places are from. */
export function passagesOf(row: ScoredRow, evidence: Evidence): Passage[] {
  const { parts, ...own } = explainRow(row, evidence);
  const passages = [
    passageOf("", own, row, evidence),
    ...parts.flatMap((part, at) => {
      const scored = row.parts[at];
      return scored === undefined ? [] : [passageOf(`${part.id} ${part.name}`, part, scored, evidence)];
    }),
  ];
  return passages.filter(({ blocks }) => blocks.length > 0);
}

function passageOf(
  heading: string,
  { blocks }: ExplainedIndicator,
  scored: ScoredIndicator,
  evidence: Evidence,
): Passage {
  const told = blocks.map((block) => ({ heading: block.heading, lines: block.lines }));
  const lines = referenceLines(scored, evidence);
  return { heading, blocks: lines.length === 0 ? told : [...told, { heading: "对照数据", lines }] };
}

function referenceLines(scored: ScoredIndicator, { plan, dataset }: Evidence): Line[] {
  const years = yearsShown({ plan, year: scored.year });
  const { scale } = factsOf(scored, plan);
  return plan.terms.beside
    .flatMap((place) => latestOf(dataset, scored.id, place, years) ?? [])
    .map((each) => ({
      label: each.region,
      text: `${each.year}年${figure(scale, each.value)}${saidOf(each)}；${cellText(each.source)}`,
    }));
}

type Line = Passage["blocks"][number]["lines"][number];

function saidOf({ scope, publisher, published, vouched }: ReferenceFigure): string {
  return [
    scope === "" ? "" : `口径为${scope}`,
    publisher === "" ? "" : `来源为${[publisher, published].filter((text) => text !== "").join("，")}`,
    vouched ? "" : "未注明口径或来源，不作比较",
  ]
    .filter((text) => text !== "")
    .map((text) => `；${text}`)
    .join("");
}
