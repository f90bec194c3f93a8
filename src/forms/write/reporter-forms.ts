import type { Terms } from "../../plan/words/terms.js";
import type { Dataset } from "../../data/dataset.js";
import type { Decimal } from "../../terms/decimal.js";
import type { Indicator, Judged, Measure, Plan, PlanRow, Project } from "../../plan/plan.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { breakdownOf, type Breakdown } from "./breakdowns.js";
import { judgedOf, measureReporters } from "../../plan/lookup.js";

/** What is known before the form goes out: earlier figures and the names of towns. */
export interface Earlier extends Pick<Dataset, "series" | "groups"> {
  /** The figures are made up; every sheet must say so. */
  sample: boolean;
}

/** What one 责任单位 is asked for: its rows, projects and measures, and nobody else's. */
export interface ReporterForm {
  reporter: string;
  year: number;
  /** 永川区妇女儿童发展规划: the plans that ask. */
  title: string;
  /** The words of the first of them. */
  terms: Terms;
  baselineYear: number;
  /** The year the targets are set for. */
  endYear: number;
  /** Whom to ask: who issues the annual report. */
  issuer: string;
  /** Earlier figures are made up: every sheet says so. */
  sample: boolean;
  /** 上年数 of which a form that goes back still asks why they are not what it went out with: what that was, by id. */
  asked: ReadonlyMap<string, Decimal>;
  /** One per plan, plans without rows of this reporter left out. */
  sections: readonly FormSection[];
  breakdowns: readonly Breakdown[];
  projects: readonly Project[];
  /** Chapter by chapter of the plans' 重点任务; chapters without any of this reporter's are left out. */
  measures: readonly FormMeasure[];
}

/** A measure of the plan whose 落实情况 is asked for. */
export interface FormMeasure extends Measure {
  /** 永川区妇女发展规划　妇女与健康 */
  chapter: string;
  /** Reporters that help the one that reports. */
  partners: readonly string[];
}

interface FormSection {
  title: string;
  lines: readonly FormLine[];
}

/** A figure asked for: a row, a part of a compound row or an auxiliary series. */
export interface FormLine {
  indicator: Indicator;
  /** The plan's wording; "" for an auxiliary series. */
  target: string;
  /** 妇女与健康 */
  domain: string;
  /** 男:女, answered as a ratio. */
  ratio: boolean;
  baseline: Decimal | null;
  previous: Decimal | null;
  /** Reporters that help the one that reports. */
  partners: readonly string[];
}

/** Rows nobody is named for still have to reach somebody. */
export const NOBODY = "责任单位待定";

/**
 * The forms of `year` for the rows, projects and measures of `plans`, one per 责任单位 in the order the plans name
 * them: of several reporters the first reports.
 */
export function reporterForms(plans: readonly Plan[], earlier: Earlier, year: number): ReporterForm[] {
  const asked = plans.map((plan) => ({ plan, led: ledMeasures(plan) }));
  return reportersOf(asked).map((reporter) => formOf(reporter, asked, earlier, year));
}

/** A plan, and who leads each of its measures. */
interface Asked {
  plan: Plan;
  led: readonly LedMeasure[];
}

interface LedMeasure {
  lead: string;
  measure: FormMeasure;
}

function reportersOf(asked: readonly Asked[]): string[] {
  const reporters = asked.flatMap(({ plan, led }) => [
    ...plan.rows.map(({ reporters }) => leadOf(reporters.names)),
    ...plan.projects.map(({ reporters }) => leadOf(reporters)),
    ...led.map(({ lead }) => lead),
  ]);
  return [...new Set(reporters)];
}

function leadOf(reporters: readonly string[]): string {
  return reporters[0] ?? NOBODY;
}

function formOf(reporter: string, asked: readonly Asked[], earlier: Earlier, year: number): ReporterForm {
  const rows = (plan: Plan) => plan.rows.filter(({ reporters }) => leadOf(reporters.names) === reporter);
  const projects = (plan: Plan) => plan.projects.filter(({ reporters }) => leadOf(reporters) === reporter);
  const measures = ({ led }: Asked) =>
    led.flatMap(({ lead, measure }) => (lead === reporter ? [measure] : []));
  const asks = (each: Asked) =>
    rows(each.plan).length + projects(each.plan).length + measures(each).length > 0;
  const asking = asked.filter(asks).map(({ plan }) => plan);
  const [first] = asking;
  if (first === undefined) throw new Error(`no plan asks ${reporter} for anything`);
  const sections = asking.map((plan) => ({
    title: plan.shortTitle,
    lines: rows(plan).flatMap((row) => linesOf(row, plan, earlier, year)),
  }));
  return {
    reporter,
    year,
    title: titleOf(asking, first.issuers.annual),
    terms: first.terms,
    baselineYear: first.period.baseline,
    endYear: first.period.end,
    issuer: first.issuers.annual,
    sample: earlier.sample,
    asked: new Map(),
    sections: sections.filter(({ lines }) => lines.length > 0),
    breakdowns: asking.flatMap((plan) =>
      rows(plan).flatMap((row) => breakdownOf(row, plan, earlier, year) ?? []),
    ),
    projects: asking.flatMap(projects),
    measures: asked.flatMap(measures),
  };
}

function ledMeasures(plan: Plan): LedMeasure[] {
  return plan.chapters.flatMap(({ title, measures }) =>
    measures.map((measure) => {
      const names = measureReporters(plan, measure);
      const chapter = `${plan.shortTitle}　${title}`;
      return { lead: leadOf(names), measure: { ...measure, chapter, partners: names.slice(1) } };
    }),
  );
}

/**
 * What a paper for several plans is headed by: 永川区妇女儿童发展规划 where the plans' names differ by their subjects alone, in the order
 * the committee's own name has them.
 */
export function titleOf(plans: readonly Plan[], committee: string): string {
  const [first] = plans;
  if (first === undefined) return "";
  const [before = "", ...after] = first.shortTitle.split(first.subject);
  const behind = after.join(first.subject);
  const alike = plans.every(({ shortTitle, subject }) => shortTitle === `${before}${subject}${behind}`);
  if (!alike) return plans.map(({ shortTitle }) => shortTitle).join("、");
  const subjects = [...new Set(plans.map(({ subject }) => subject))];
  return before + subjects.sort((a, b) => committee.indexOf(a) - committee.indexOf(b)).join("") + behind;
}

/** The row, or its parts where they hold the figures, and the auxiliary series that serve it. */
function linesOf(row: PlanRow, plan: Plan, earlier: Pick<Dataset, "series">, year: number): FormLine[] {
  const domain = plan.domains.find(({ id }) => id === row.domain)?.name ?? "";
  const judged: readonly Judged[] = judgedOf<Judged>(row);
  const line = (indicator: Indicator, source: Judged | null): FormLine => {
    const valueIn = (wanted: number) =>
      earlier.series[indicator.id]?.find((each) => each.year === wanted)?.value ?? null;
    return {
      indicator,
      target: source?.target.text ?? "",
      domain,
      ratio: source !== null && traitsOf(source.target).ratio,
      baseline: valueIn(plan.period.baseline) ?? source?.baseline?.value ?? null,
      previous: valueIn(year - 1),
      partners: row.reporters.names.slice(1),
    };
  };
  const series = plan.series.filter((each) => each.row === row.id);
  return [...judged.map((each) => line(each, each)), ...series.map((each) => line(each, null))];
}
