import { nameKey } from "../data/sheet/normalise.js";
import type { Plan } from "../plan/plan.js";
import type { Narrative, ReportKind, Slot } from "./narrative.js";

/** Stands between a domain and a part of it: 妇女与健康·工作措施. */
export const JOINT = "·";

const EVALUATION: readonly Slot[] = [
  { id: "achievements", heading: "主要做法和成效", required: true },
  { id: "causes", heading: "原因分析", required: true },
  { id: "recommendations", heading: "对策建议", required: true },
];

/** What people may add to each domain's chapter of the annual report. */
const DOMAIN_PARTS = [
  { id: "measures", name: "工作措施" },
  { id: "recommendations", name: "建议" },
] as const;

function annualSlots(plan: Plan): Slot[] {
  return [...domainSlots(plan), { id: "recommendations", heading: "对策建议", required: false }];
}

function domainSlots(plan: Plan): Slot[] {
  return plan.domains.flatMap((domain) =>
    DOMAIN_PARTS.map((part) => ({
      id: `${domain.id}:${part.id}`,
      heading: `${domain.name}${JOINT}${part.name}`,
      required: false,
    })),
  );
}

/** An evaluation tells what was done in a domain, too; what is to be done, for the whole plan. */
function evaluationSlots(plan: Plan): Slot[] {
  return [...EVALUATION, ...domainSlots(plan).filter(({ id }) => id.endsWith(":measures"))];
}

/** The headings a report of this kind takes text from: one entry per kind. */
const SLOTS: Readonly<Record<ReportKind, (plan: Plan) => readonly Slot[]>> = {
  annual: annualSlots,
  midterm: evaluationSlots,
  final: evaluationSlots,
};

/** The headings of one report kind, in the order the report prints them. */
export function slotsFor(kind: ReportKind, plan: Plan): Slot[] {
  return [...SLOTS[kind](plan)];
}

/** The headings of every kind: reports of one data year share a file, and each takes its own. */
export function everySlot(plan: Plan): Slot[] {
  const all = Object.values(SLOTS).flatMap((slots) => slots(plan));
  return [...new Map(all.map((slot) => [slot.id, slot])).values()];
}

/**
 * What two ways of typing one heading have in common: 一、主要做法 和成效 and 主要做法和成效 are the same.
 * List numbers, white space, width and punctuation are gone.
 */
export function headingKey(heading: string): string {
  return nameKey(heading.replace(/^\s*第[一二三四五六七八九十\d]{1,3}[章节部分]+/u, ""));
}

/** The required headings without text: all of them where nothing was written. */
export function requiredGaps(narrative: Narrative | null, slots: readonly Slot[]): Slot[] {
  const written = new Set(narrative?.sections.map(({ slot }) => slot));
  return slots.filter(({ id, required }) => required && !written.has(id));
}

/** The file people write for a plan and data year, relative to the data folder. */
export function narrativeName(plan: Plan, year: number): string {
  return `narrative/${plan.id}-${year}.md`;
}
