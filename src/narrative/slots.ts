import { nameKey } from "../data/sheet/normalise.js";
import { hasNatures, topicsOf } from "../plan/lookup.js";
import type { Domain, Plan, Topic } from "../plan/plan.js";
import type { Narrative, ReportKind, Slot } from "./narrative.js";

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

const part = (id: string, heading: string, ...parts: Entry[]): Entry => ({ id, heading, parts });
const listing = (id: string, heading: string): Entry => ({ id, heading, lists: true });
const people = (id: string, heading: string, ...parts: Entry[]): Entry => ({
  id,
  heading,
  writer: "people",
  parts,
});
const required = (id: string, heading: string, ...parts: Entry[]): Entry => ({
  ...people(id, heading, ...parts),
  required: true,
});

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

function domainEntry(plan: Plan, domain: Domain, ...more: Entry[]): Entry {
  return part(
    domain.id,
    domain.name,
    part(domainPart(domain, "overview"), "总体情况"),
    people(domainPart(domain, "measures"), "工作措施"),
    ...topicsOf(plan, domain).map((topic) =>
      part(topicPart(domain, topic), topic.name === domain.name ? "指标进展" : topic.name),
    ),
    part(domainPart(domain, "closing"), "需要关注的指标"),
    ...more,
  );
}

/** 落实《规划》措施的建议 */
export function planMeasuresHeading({ terms }: Plan): string {
  return `落实${terms.named}措施的建议`;
}

/** 《规划》措施落实情况 */
export function measuresHeading({ terms }: Plan): string {
  return `${terms.named}措施落实情况`;
}

/** 对下一周期规划的建议 */
export function nextPlanHeading({ terms }: Plan): string {
  return `对下一周期${terms.plan}的建议`;
}

/** 规划期始末比较 */
export function decadeHeading({ terms }: Plan): string {
  return `${terms.span}始末比较`;
}

function measures(heading: string): Entry {
  return part("recommendations/measures", heading);
}

/** The part in which an annex that has text is told. */
export function annexPart(id: string): string {
  return `annex:${id}`;
}

const GAPS_ANNEX = part(annexPart("gaps"), "缺项与修订清单");

const METHOD_ANNEX = part(
  annexPart("method"),
  "评价方法说明",
  listing("method/rules", "评价规则"),
  part("method/intervals", "置信区间说明"),
  part("method/baselines", "基期数据说明"),
  part("method/notes", "数据说明"),
);

function annualEntries(plan: Plan): Entry[] {
  return [
    part("lead", "导语"),
    ...plan.domains.map((domain) =>
      domainEntry(plan, domain, people(domainPart(domain, "recommendations"), "建议")),
    ),
    part("projects/progress", "重点项目进展情况"),
    listing("problems/told", "存在的主要问题"),
    part("alerts", "预警清单"),
    people("recommendations", "对策建议", measures(planMeasuresHeading(plan))),
    GAPS_ANNEX,
    METHOD_ANNEX,
  ];
}

/** `last`: what only the one kind tells of the plan's end, and only the other of the time until then. */
function evaluationEntries(plan: Plan, last: boolean): Entry[] {
  const { end } = plan.period;
  return [
    part(
      "summary",
      "摘要",
      part("summary/overall", "总体评价"),
      ...(hasNatures(plan) ? [part("summary/binding", "约束性指标")] : []),
      part("summary/changes", "变化情况"),
      part("summary/projects", "重点项目"),
      part("summary/problems", "主要问题"),
      last ? part("summary/unreached", "未竟事项") : part("summary/prospect", "前景预测"),
      part("summary/asks", "主要建议"),
    ),
    part(
      "overview",
      "评估工作概况",
      part("overview/basis", "评估依据"),
      people("overview/organisation", "评估组织"),
      part("overview/scope", "评估范围"),
      part("overview/sources", "数据来源"),
      part("overview/method", "评估方法"),
      part("overview/completeness", "数据完整性"),
    ),
    part(
      "progress",
      "总体进展",
      part("progress/overall", "总体情况"),
      part("progress/changes", "状态变化"),
      ...(last ? [part("progress/decade", decadeHeading(plan))] : []),
    ),
    part("domains", "分领域目标实现情况", ...plan.domains.map((domain) => domainEntry(plan, domain))),
    part("measures", measuresHeading(plan)),
    part(
      "projects",
      "重点项目实施情况",
      part("projects/progress", "项目进展"),
      part("projects/reporters", "责任单位承担情况"),
    ),
    required("achievements", "主要做法和成效"),
    people("experience", "经验启示"),
    people("survey", "满意度调查"),
    part("problems", "问题及原因", listing("problems/told", "主要问题"), required("causes", "原因分析")),
    part(
      "outlook",
      last ? "转入下一周期的事项与预警" : `到${end}年的预测与预警`,
      last ? listing("outlook/closing", "转入下一周期的事项") : listing("outlook/forecast", "预测"),
      part("alerts", "预警清单"),
    ),
    required(
      "recommendations",
      "对策建议",
      measures(last ? nextPlanHeading(plan) : planMeasuresHeading(plan)),
    ),
    people("conclusion", "结论"),
    part(annexPart("sensitivity"), "评价结果的敏感性分析"),
    GAPS_ANNEX,
    METHOD_ANNEX,
  ];
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
