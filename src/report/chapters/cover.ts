import { fileName } from "../../terms/file-name.js";
import { REVIEWS } from "../../data/dataset.js";
import { SEVERITY_NAMES } from "../../issues/definition.js";
import type { Issue } from "../../issues/issue.js";
import type { Plan } from "../../plan/plan.js";
import { legendOf } from "./legend.js";
import type { Cover, DocumentFacts } from "../model.js";
import { issuesOf } from "../own-issues.js";
import type { Matter } from "../row-facts.js";
import { chineseDate } from "../words/wording.js";
import type { ReportContext } from "../context.js";

/** What a report of one kind is called, and whose it is. */
export interface Naming {
  /** 永川区妇女发展规划2025年度统计监测报告: also the file name. */
  title: string;
  /** 永川区妇女发展规划2025年度数据报表 */
  tables: string;
  /** The title on the cover, one entry per line, and what stands below it. */
  coverLines: string[];
  /** "" where the title says it all. */
  subtitle: string;
  /** What was done: 2025年度统计监测. */
  work: string;
  keyword: string;
  /** The issuing body. */
  issuer: string;
}

/** What the annual report is called. */
export function annualNaming({ scorecard, dataset }: Matter): Naming {
  const { plan, year } = scorecard;
  return {
    title: titleLinesOf({ scorecard }).join(""),
    tables: `${plan.shortTitle}${year}年度数据报表`,
    coverLines: titleLinesOf({ scorecard }),
    // Its title names the year.
    subtitle: "",
    work: `${year}年度统计监测`,
    keyword: "统计监测",
    issuer: issuerOf({ dataset }, plan),
  };
}

/** The manifest names who issues papers of the year; the plan does where it is silent. */
export function issuerOf({ dataset }: Pick<Matter, "dataset">, { issuers }: Plan): string {
  return dataset.manifest.issuedBy === "" ? signatory(issuers.annual) : dataset.manifest.issuedBy;
}

/** A body signs by its name; who leads it, in brackets behind, is said once in the text. */
export function signatory(body: string): string {
  return body.replace(/（[^（）]*）$/u, "");
}

/** Names, dates and the watermark of the document, for the PDF's metadata and its file names. */
export function documentFacts(naming: Naming, { scorecard }: Matter, context: ReportContext): DocumentFacts {
  const { plan, year } = scorecard;
  const behind = context.edition === "public" ? "（公开版）" : "";
  return {
    title: naming.title,
    author: naming.issuer,
    subject: `${plan.title}${naming.work}`,
    keywords: [plan.region, `${plan.subject}发展`, naming.keyword, `${year}年`]
      .filter((word) => word !== "")
      .join(","),
    fileName: fileName(`${naming.title}${behind}`),
    tablesFileName: fileName(`${naming.tables}${behind}`),
    date: dateText(context.asOf, year),
    watermark: watermarkOf(context),
  };
}

/** 示例数据, 初稿, both or "": stands on every page. */
export function watermarkOf({ sample, draft }: Pick<ReportContext, "sample" | "draft">): string {
  return [sample ? "示例数据" : "", draft ? FIRST_REVIEW : ""].filter((text) => text !== "").join(" · ");
}

/** 初稿. */
export const [FIRST_REVIEW] = REVIEWS;

export function coverOf(naming: Naming, matter: Matter, context: ReportContext): Cover {
  const { plan } = matter.scorecard;
  const { review: stated, status } = matter.dataset.manifest;
  const review = context.draft ? FIRST_REVIEW : stated;
  const notices = [
    noticeOf("本报告", context.sample, status, plan.region),
    review === FIRST_REVIEW ? openFindings(issuesOf(matter, context.issues)) : "",
  ];
  return {
    titleLines: naming.coverLines,
    subtitle: naming.subtitle,
    issuer: naming.issuer,
    date: dateText(context.asOf, matter.scorecard.year),
    review: review === "定稿" ? "" : review,
    notice: notices.join(""),
    legend: legendOf(matter.scorecard),
  };
}

/** What is still to be asked about, for whoever reads a first draft; "" where nothing is. */
export function openFindings(issues: readonly Issue[]): string {
  const counts = (["error", "warning"] as const).map((severity) => ({
    name: SEVERITY_NAMES[severity],
    count: issues.filter((issue) => issue.severity === severity).length,
  }));
  const open = counts.filter(({ count }) => count > 0).map(({ name, count }) => `${name}${count}项`);
  return open.length === 0 ? "" : `数据核查尚有${open.join("、")}待核实。`;
}

export function titleLinesOf({ scorecard }: Pick<Matter, "scorecard">): string[] {
  return [scorecard.plan.shortTitle, `${scorecard.year}年度统计监测报告`];
}

/** What figures that are not final say of themselves; `it` is what they stand in. */
export function noticeOf(it: string, sample: boolean, status: string, region: string): string {
  if (sample) return `${it}使用示例数据生成，不反映${region}实际情况。`;
  return status === "初步" ? `${it}使用初步数据，以最终核定数据为准。` : "";
}

/** No report is older than its figures: one made before its data year has no date yet. */
export function dateText(asOf: string, year: number): string {
  return Number(asOf.slice(0, 4)) < year ? "" : chineseDate(asOf);
}
