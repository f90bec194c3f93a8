import { nameKey } from "../data/sheet/normalise.js";
import { hasNatures, topicsOf } from "../plan/lookup.js";
import type { Domain, Plan, Topic } from "../plan/plan.js";
import type { Narrative, ReportKind, Slot } from "./narrative.js";
import {
  ANNEX_NAMES,
  ANNUAL_PART_NAMES,
  decadeHeading,
  EVALUATION_PART_NAMES,
  measuresHeading,
  nextPlanHeading,
  outlookHeading,
  PART_NAMES,
  planMeasuresHeading,
} from "./part-names.js";

/** Stands between a part and a part of it: 妇女与健康·工作措施. */
export const JOINT = "·";

/** A part with the parts it is made of, as the tables below are written. */
interface Entry {
  id: string;
  heading: string;
  writer?: Slot["writer"];
  required?: boolean;
  lists?: boolean;
  parts?: readonly Entry[];
}

const named = (id: string, heading: string, ...parts: Entry[]): Entry => ({ id, heading, parts });
const people = (id: string, heading: string, ...parts: Entry[]): Entry => ({
  ...named(id, heading, ...parts),
  writer: "people",
});

/** Entries of the parts that a table of names has. */
function entriesOf<const Names extends Readonly<Record<string, string>>>(names: Names) {
  const part = (id: keyof Names & string, ...parts: Entry[]) => named(id, names[id] ?? "", ...parts);
  const written = (id: keyof Names & string, ...parts: Entry[]) => people(id, names[id] ?? "", ...parts);
  return {
    part,
    written,
    listing: (id: keyof Names & string): Entry => ({ ...part(id), lists: true }),
    required: (id: keyof Names & string, ...parts: Entry[]): Entry => ({
      ...written(id, ...parts),
      required: true,
    }),
  };
}

const common = entriesOf(PART_NAMES);
const annual = entriesOf(ANNUAL_PART_NAMES);
const evaluation = entriesOf(EVALUATION_PART_NAMES);

/** The part in which a topic is told. */
export function topicPart(domain: Domain, topic: Topic): string {
  return `${domain.id}/${topic.name}`;
}

/** What people alone write of a domain. */
export function domainPart(
  domain: Domain,
  what: "overview" | "measures" | "closing" | "recommendations",
): string {
  return `${domain.id}:${what}`;
}

function domainEntry(plan: Plan, domain: Domain): Entry {
  return named(
    domain.id,
    domain.name,
    named(domainPart(domain, "overview"), "总体情况"),
    people(domainPart(domain, "measures"), "工作措施"),
    ...topicsOf(plan, domain).map((topic) =>
      named(topicPart(domain, topic), topic.name === domain.name ? "指标进展" : topic.name),
    ),
    named(domainPart(domain, "closing"), "需要关注的指标"),
    people(domainPart(domain, "recommendations"), "建议"),
  );
}

function measures(heading: string): Entry {
  return named("recommendations/measures", heading);
}

/** The part in which an annex that has text is told. */
export function annexPart(id: string): string {
  return `annex:${id}`;
}

function annex(id: keyof typeof ANNEX_NAMES, ...parts: Entry[]): Entry {
  return named(annexPart(id), ANNEX_NAMES[id], ...parts);
}

const ANNEXES = [
  annex("gaps"),
  annex(
    "method",
    common.listing("method/rules"),
    common.part("method/intervals"),
    common.part("method/baselines"),
    common.part("method/notes"),
  ),
];

function annualEntries(plan: Plan): Entry[] {
  return [
    annual.part("lead"),
    ...plan.domains.map((domain) => domainEntry(plan, domain)),
    annual.part("projects/progress"),
    annual.listing("problems/told"),
    annual.written("recommendations", measures(planMeasuresHeading(plan))),
    annual.part("alerts"),
    ...ANNEXES,
  ];
}

/** `last`: what only the one kind tells of the plan's end, and only the other of the time until then. */
function evaluationEntries(plan: Plan, last: boolean): Entry[] {
  const { part, written, required } = evaluation;
  return [
    summaryEntry(plan, last),
    overviewEntry(),
    progressEntry(plan, last),
    part("domains", ...plan.domains.map((domain) => domainEntry(plan, domain))),
    named("measures", measuresHeading(plan)),
    part("projects", part("projects/progress"), part("projects/reporters")),
    required("achievements"),
    written("experience"),
    written("survey"),
    part("problems", evaluation.listing("problems/told"), required("causes")),
    outlookEntry(plan, last),
    required("recommendations", measures(last ? nextPlanHeading(plan) : planMeasuresHeading(plan))),
    written("conclusion"),
    annex("sensitivity"),
    ...ANNEXES,
  ];
}

function summaryEntry(plan: Plan, last: boolean): Entry {
  const { part } = evaluation;
  return part(
    "summary",
    part("summary/overall"),
    ...(hasNatures(plan) ? [part("summary/binding")] : []),
    part("summary/changes"),
    part("summary/achievements"),
    part("summary/measures"),
    part("summary/projects"),
    part("summary/problems"),
    part(last ? "summary/unreached" : "summary/prospect"),
    part("summary/asks"),
  );
}

function overviewEntry(): Entry {
  const { part, written } = evaluation;
  return part(
    "overview",
    part("overview/basis"),
    written("overview/organisation"),
    part("overview/scope"),
    part("overview/sources"),
    part("overview/method"),
    part("overview/completeness"),
  );
}

function progressEntry(plan: Plan, last: boolean): Entry {
  const { part } = evaluation;
  return part(
    "progress",
    part("progress/overall"),
    part("progress/changes"),
    ...(last ? [named("progress/decade", decadeHeading(plan))] : []),
  );
}

function outlookEntry(plan: Plan, last: boolean): Entry {
  const { part, listing } = evaluation;
  return named(
    "outlook",
    outlookHeading(plan, last),
    listing(last ? "outlook/closing" : "outlook/forecast"),
    part("alerts"),
  );
}

/** The parts of each kind of report, in the order it prints them. */
const ENTRIES: Readonly<Record<ReportKind, (plan: Plan) => readonly Entry[]>> = {
  annual: annualEntries,
  midterm: (plan) => evaluationEntries(plan, false),
  final: (plan) => evaluationEntries(plan, true),
};

/** The parts of one kind of report in the order it prints them, each before the parts it is made of. */
export function slotsFor(kind: ReportKind, plan: Plan): Slot[] {
  return ENTRIES[kind](plan).flatMap((entry) => flat(entry, null));
}

function flat(
  { id, heading, writer = "report", required: needed = false, lists = false, parts = [] }: Entry,
  parent: string | null,
): Slot[] {
  return [
    { id, heading, parent, writer, required: needed, lists },
    ...parts.flatMap((entry) => flat(entry, id)),
  ];
}

/** The parts of every kind: reports of one data year share a file, and each takes its own. */
export function everySlot(plan: Plan): Slot[] {
  const kinds = Object.keys(ENTRIES) as ReportKind[];
  const all = kinds.flatMap((kind) => slotsFor(kind, plan));
  const keyOf = ({ id, heading, parent }: Slot): string => [id, heading, parent].join("\n");
  return [...new Map(all.toReversed().map((slot) => [keyOf(slot), slot])).values()].toReversed();
}

/** The part with those it is made of, however deep. */
export function within(id: Slot["id"], slots: readonly Slot[]): Set<Slot["id"]> {
  const held = new Set([id]);
  for (const slot of slots) if (slot.parent !== null && held.has(slot.parent)) held.add(slot.id);
  return held;
}

/** The parts one stands in, the nearest first. */
export function ancestors(slot: Slot, slots: readonly Slot[]): Slot[] {
  const parent = slots.find(({ id }) => id === slot.parent);
  return parent === undefined ? [] : [parent, ...ancestors(parent, slots)];
}

/**
 * What two ways of typing one heading have in common: 一、主要做法 和成效 and 主要做法和成效 are the same.
 * List numbers, white space, width and punctuation are gone.
 */
export function headingKey(heading: string): string {
  return nameKey(heading.replace(/^\s*第[一二三四五六七八九十\d]{1,3}[章节部分]+/u, ""));
}

/** A number in front of a heading, as it comes from Word: 第一章, 一、, （一）, 1., （1）. */
const NUMBER =
  /^\s*(?:第[一二三四五六七八九十\d]{1,3}[章节部分]+|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d))[\s、]*/u;

/** A heading without the number it was typed with: a report gives its own. */
export function withoutNumber(heading: string): string {
  const bare = heading.replace(NUMBER, "").trim();
  return bare === "" ? heading : bare;
}

/** The required headings without text: all of them where nothing was written. */
export function requiredGaps(narrative: Narrative | null, slots: readonly Slot[]): Slot[] {
  const written = new Set(narrative?.sections.map(({ slot }) => slot));
  return slots.filter(({ id, required: needed }) => needed && !written.has(id));
}

/** What stands behind plan and year in the name of a Word file: the kind of report, whose text it is. */
const WORD_TAIL = /^(?:-(annual|midterm|final))?(?:[-_－—（( ].*)?\.docx$/iu;

/** The year and kind of report a Word file serves by its name: women-2025-区教委.docx; null of another file. */
export function wordNarrative(name: string, plan: Plan): { year: number; kind: ReportKind | null } | null {
  const [, year = ""] = /^-(\d{4})/u.exec(name.slice(plan.id.length)) ?? [];
  const tail = WORD_TAIL.exec(name.slice(plan.id.length + 1 + year.length));
  if (!name.startsWith(plan.id) || year === "" || tail === null) return null;
  return { year: Number(year), kind: (tail[1]?.toLowerCase() as ReportKind | undefined) ?? null };
}

/** The file people write for a plan and data year, relative to the data folder; with a kind, for its report alone. */
export function narrativeName(plan: Plan, year: number, kind: ReportKind | null = null): string {
  return `narrative/${plan.id}-${year}${kind === null ? "" : `-${kind}`}.md`;
}
