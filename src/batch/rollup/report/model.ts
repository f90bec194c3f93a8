import { dateText, noticeOf, watermarkOf, FIRST_REVIEW } from "../../../report/chapters/cover.js";
import { legendOf } from "../../../report/chapters/legend.js";
import { detailAnnex } from "./detail.js";
import type { Cover, DocumentFacts, EvaluationChapter, RollupModel } from "../../../report/model.js";
import { numbered } from "../../../report/numbering/numbered.js";
import type { NumberedPart, UnnumberedAnnex } from "../../../report/numbering/unnumbered.js";
import { fileName } from "../../../terms/file-name.js";
import { dataAnnex, methodAnnex } from "./annexes.js";
import { concernPart } from "./concern.js";
import { differencesPart } from "./differences.js";
import { domainsPart } from "./domains.js";
import type { RollupMatter } from "./matter.js";
import { overallPart } from "./overall.js";
import { qualityPart } from "./quality.js";

/** The 监测汇总报告 of many districts by one plan: every sentence, table and chart, formatted and in order. */
export function rollupModel(matter: RollupMatter): RollupModel {
  return modelWith(matter, []);
}

/** The same with every district's figures: as the workbook has it. */
export function rollupWorkbook(matter: RollupMatter): RollupModel {
  return modelWith(matter, [detailAnnex(matter)]);
}

function modelWith(matter: RollupMatter, more: readonly UnnumberedAnnex[]): RollupModel {
  const { parts, annexes } = numbered({
    parts: [
      overallPart(matter),
      domainsPart(matter),
      differencesPart(matter),
      concernPart(matter),
      qualityPart(matter),
    ],
    annexes: [dataAnnex(matter), ...more, methodAnnex(matter)],
  });
  return {
    schemaVersion: 1,
    kind: "rollup",
    document: documentOf(matter),
    cover: coverOf(matter),
    titleLines: titleLinesOf(matter),
    summary: { number: "", heading: "", blocks: [] },
    chapters: parts.map(chapterOf),
    annexes,
    gaps: [],
  };
}

function titleLinesOf({ rollup, context }: RollupMatter): string[] {
  const { plan, year } = rollup;
  return [
    `${context.region}${context.sites}${plan.subject}发展${plan.terms.plan}`,
    `${year}年度监测汇总报告`,
  ];
}

function documentOf(matter: RollupMatter): DocumentFacts {
  const { rollup, context } = matter;
  const { plan, year } = rollup;
  const title = titleLinesOf(matter).join("");
  return {
    title,
    author: context.issuer,
    subject: `${plan.subject}发展${plan.terms.plan}${year}年度监测汇总`,
    keywords: [context.region, `${plan.subject}发展`, "监测汇总", `${year}年`]
      .filter((word) => word !== "")
      .join(","),
    fileName: fileName(title),
    tablesFileName: fileName(title.replace(/报告$/u, "数据")),
    date: dateText(context.asOf, year),
    watermark: watermarkOf({ sample: context.dataStatus === "示例", draft: false }),
  };
}

function coverOf(matter: RollupMatter): Cover {
  const { rollup, context } = matter;
  const { dataStatus, region, area, review } = context;
  return {
    titleLines: titleLinesOf(matter),
    subtitle: `（${rollup.year}年）`,
    issuer: context.issuer,
    date: dateText(context.asOf, rollup.year),
    review: review === "定稿" ? "" : review || FIRST_REVIEW,
    notice: noticeOf("本报告", dataStatus === "示例", dataStatus, region === "" ? area : region),
    legend: legendOf(rollup),
  };
}

function chapterOf({ id, number, heading, blocks, sections }: NumberedPart): EvaluationChapter {
  return { id, number, heading, blocks, sections, sectionsListed: id === "domains" };
}
