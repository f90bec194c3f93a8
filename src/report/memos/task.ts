import { titleOf } from "../../forms/write/reporter-forms.js";
import type { Plan } from "../../plan/plan.js";
import { paragraph } from "../blocks.js";
import { issuerOf } from "../chapters/cover.js";
import type { ReportContext } from "../context.js";
import type { MemoModel } from "../model.js";
import { blocksOf, type UnnumberedBlock } from "../numbering/unnumbered.js";
import type { Matter } from "../row-facts.js";
import { unmarked } from "../words/cited.js";
import { lastYearChapter } from "./last-year.js";
import { memoOf } from "./memo.js";
import { measuresChapter, projectsChapter } from "./task-duties.js";
import { ownRows, rowsChapter } from "./task-rows.js";

/** What the bureau says beside the figures; "" where it says nothing. */
export interface Notice {
  /** 2026年3月31日 */
  deadline: string;
  /** 张三 49800000 */
  contact: string;
}

/**
 * 任务单: what one 责任单位 answers for in all of `matters`, how it stands, and what it was asked last year; null where the
 * plans give it no rows, projects or measures.
 */
export function taskOf(
  reporter: string,
  matters: readonly Matter[],
  context: ReportContext,
  notice: Notice,
): MemoModel | null {
  const [first] = matters;
  if (first === undefined) return null;
  const scorecards = matters.map(({ scorecard }) => scorecard);
  const own = scorecards.map((scorecard) => ownRows(reporter, scorecard));
  const chapters = [
    rowsChapter(own),
    lastYearChapter(reporter, matters),
    measuresChapter(reporter, own),
    projectsChapter(reporter, scorecards),
  ];
  if (chapters.every((part) => blocksOf(part).length === 0)) return null;
  const { year, plan } = first.scorecard;
  const plans = scorecards.map((scorecard) => scorecard.plan);
  return memoOf(
    {
      kind: "task",
      titleLines: [titleOf(plans, plan.issuers.annual), `${year}年度监测任务单`],
      to: reporter,
      file: `任务单${year}_${reporter}`,
      subject: titlesOf(plans),
      issuer: issuerOf(first, plan),
      opening: [
        paragraph(
          `现将你单位承担的${titlesOf(plans)}有关指标、措施和重点项目${year}年度监测情况告知如下，请对照落实。`,
        ),
      ],
      chapters,
      closing: [paragraph(closingOf(notice)), ...contactLine(notice)],
    },
    first.dataset.manifest,
    context,
  );
}

function closingOf({ deadline }: Notice): string {
  return `以上内容有出入的，请${deadline === "" ? "及时反馈" : `于${unmarked(deadline)}前反馈`}。`;
}

/** 联系人：张三 49800000 */
export function contactLine({ contact }: Notice): UnnumberedBlock[] {
  return contact === "" ? [] : [paragraph(`联系人：${unmarked(contact)}`)];
}

/** 《重庆市永川区妇女发展规划（2021—2030年）》《…》 */
export function titlesOf(plans: readonly Plan[]): string {
  return plans.map(({ title }) => `《${title}》`).join("");
}
