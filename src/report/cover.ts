import type { Cover, DocumentFacts } from "./model.js";
import type { Matter } from "./row-facts.js";
import { chineseDate } from "./wording.js";
import type { ReportContext } from "./context.js";

/** Names, dates and the watermark of the document, for the PDF's metadata and its file names. */
export function documentFacts({ scorecard, dataset }: Matter, context: ReportContext): DocumentFacts {
  const { plan, year } = scorecard;
  const title = `${plan.shortTitle}${year}年度统计监测报告`;
  return {
    title,
    author: issuerOf({ scorecard, dataset }),
    subject: `${plan.title}${year}年度统计监测`,
    keywords: [plan.region, `${plan.subject}发展`, "统计监测", `${year}年`]
      .filter((word) => word !== "")
      .join(","),
    fileName: title,
    tablesFileName: `${plan.shortTitle}${year}年度数据报表`,
    date: chineseDate(context.asOf),
    watermark: watermarkOf(context),
  };
}

/** 示例数据, 初稿, both or "": stands on every page. */
export function watermarkOf({ sample, draft }: Pick<ReportContext, "sample" | "draft">): string {
  return [sample ? "示例数据" : "", draft ? "初稿" : ""].filter((text) => text !== "").join(" · ");
}

/** The manifest's issuer, else the plan's for annual reports. */
function issuerOf({ scorecard, dataset }: Matter): string {
  return dataset.manifest.issuedBy === "" ? scorecard.plan.issuers.annual : dataset.manifest.issuedBy;
}

export function coverOf(matter: Matter, context: ReportContext): Cover {
  const { plan, year } = matter.scorecard;
  const { review, status } = matter.dataset.manifest;
  return {
    titleLines: titleLinesOf(matter),
    subtitle: `（${year}年）`,
    issuer: issuerOf(matter),
    date: chineseDate(context.asOf),
    review: context.draft ? "初稿" : review === "定稿" ? "" : review,
    notice: noticeOf(context.sample, status, plan.region),
  };
}

export function titleLinesOf({ scorecard }: Matter): string[] {
  return [scorecard.plan.shortTitle, `${scorecard.year}年度统计监测报告`];
}

function noticeOf(sample: boolean, status: string, region: string): string {
  if (sample) return `本报告使用示例数据生成，不反映${region}实际情况。`;
  return status === "初步" ? "本报告使用初步数据，以最终核定数据为准。" : "";
}
