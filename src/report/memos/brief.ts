import { isLastYear } from "../../plan/period.js";
import type { ScoredRow, Scorecard } from "../../score/scorecard.js";
import { statusChanges } from "../../score/status-changes.js";
import { isBehind } from "../../terms/status.js";
import { paragraph } from "../blocks.js";
import { issuerOf } from "../chapters/cover.js";
import { publishedBefore, publishedOpening } from "../chapters/since-published.js";
import { isUnsettled, type ReportContext } from "../context.js";
import { overallText } from "../evaluation/summary.js";
import { changesText } from "../evaluation/words/status-change-text.js";
import type { MemoModel } from "../model.js";
import { chapter, type Part } from "../numbering/unnumbered.js";
import type { JudgedFacts, Matter } from "../row-facts.js";
import { tallied } from "../words/labels.js";
import { standingOf } from "../words/standing.js";
import { nameList } from "../words/wording.js";
import { asksText } from "./asks.js";
import { bestRows, bestText, namedValue } from "./best-rows.js";
import { memoOf } from "./memo.js";
import { fitsOnePage, widthOf } from "./one-page.js";

export interface BriefContext extends ReportContext {
  /** The latest earlier year of the plan with data, scored from the same figures; null where there is none. */
  previous: Scorecard | null;
}

export interface Brief {
  model: MemoModel;
  /** What had to give way to the page, in words; [] where all is told. */
  shortened: readonly string[];
}

/** How much is told and named rather than counted. */
interface Detail {
  /** Rows whose status got worse that are named, and two fewer that got better. */
  changes: number;
  /** Reporters that are asked by name, and the rows of each that are named. */
  reporters: number;
  asked: number;
  /** Best rows, and how each is told. */
  best: number;
  bestTold: keyof typeof BEST_TOLD;
  /** Binding rows not met that are told with figure and gap. */
  binding: number;
}

const ALL = 99;
const FULL: Detail = { changes: 5, reporters: ALL, asked: ALL, best: 3, bestTold: "whole", binding: ALL };

/**
 * What gives way where a page does not hold all, step by step: words of what went well first, names of rows that changed
 * and of reporters next, then what is asked of the first, last the binding rows. Verdict and rates never do. Who is asked
 * by name is told every row: 等3项 is nothing that one can act on.
 */
const STEPS: readonly Partial<Detail>[] = [
  { bestTold: "figures" },
  { changes: 4 },
  { bestTold: "values" },
  { reporters: 10 },
  { reporters: 8 },
  { reporters: 6 },
  { reporters: 5 },
  { bestTold: "names" },
  { reporters: 4 },
  { reporters: 3 },
  { changes: 3 },
  { reporters: 2 },
  { changes: 2 },
  { changes: 1 },
  { reporters: 1 },
  { changes: 0 },
  { best: 1 },
  { asked: 6 },
  { asked: 4 },
  { asked: 3 },
  { asked: 2 },
  { asked: 1 },
  { reporters: 0 },
  { binding: 4 },
  { binding: 2 },
  { binding: 1 },
  { best: 0 },
  { binding: 0 },
];

/** What is said to have given way, where the detail is less than the full one. */
const GIVEN_WAY: readonly { said: string; less: (detail: Detail) => boolean }[] = [
  {
    said: "进展较好指标的部分数值",
    less: ({ best, bestTold }) => bestTold !== FULL.bestTold || best < FULL.best,
  },
  { said: "状态变化的部分指标名称", less: ({ changes }) => changes < FULL.changes },
  { said: "建议中的部分指标名称", less: ({ asked }) => asked < FULL.asked },
  { said: "建议中的部分责任单位", less: ({ reporters }) => reporters < FULL.reporters },
  { said: "部分未达标的约束性指标", less: ({ binding }) => binding < FULL.binding },
];

/** What a 简报 tells of, whatever its detail. */
interface Subject {
  matter: Matter;
  context: BriefContext;
  /** All that could be told as going well, the best first. */
  bests: readonly JudgedFacts[];
}

/** 监测简报: one page that a leader reads. Names give way to counts where the page would not hold them. */
export function briefOf(matter: Matter, context: BriefContext): Brief {
  const subject = { matter, context, bests: bestRows(matter.scorecard) };
  const given: Detail[] = [FULL];
  let [detail, model] = [FULL, modelOf(subject, FULL)];
  for (const step of STEPS) {
    if (fits(model)) break;
    const less = { ...detail, ...step };
    const shorter = modelOf(subject, less);
    // Nothing gives way where no word changes.
    if (textsOf(shorter).join("\n") === textsOf(model).join("\n")) continue;
    given.push(less);
    [detail, model] = [less, shorter];
  }
  ({ detail, model } = refilled(subject, given));
  return { model, shortened: GIVEN_WAY.filter(({ less }) => less(detail)).map(({ said }) => said) };
}

/** The room that the last step left is given back to what gave way before it: what gave way last comes first. */
function refilled(subject: Subject, given: readonly Detail[]): { detail: Detail; model: MemoModel } {
  const least = given.at(-1) ?? FULL;
  let found = { detail: least, model: modelOf(subject, least) };
  given.slice(0, -1).forEach((_, at) => {
    const [fuller = FULL, less = FULL] = given.slice(-2 - at);
    const more = { ...found.detail, ...differing(fuller, less) };
    const model = modelOf(subject, more);
    if (fits(model)) found = { detail: more, model };
  });
  return found;
}

/** What the one tells otherwise than the other, as the one tells it. */
function differing(one: Detail, other: Detail): Partial<Detail> {
  return Object.fromEntries(
    Object.entries(one).filter(([key, value]) => value !== other[key as keyof Detail]),
  );
}

function modelOf(subject: Subject, detail: Detail): MemoModel {
  const { matter, context } = subject;
  const { scorecard, dataset } = matter;
  const { plan, year } = scorecard;
  const title = [plan.shortTitle, `${year}年度监测简报`];
  return memoOf(
    {
      kind: "brief",
      titleLines: widthOf(title.join("")) <= ONE_LINE ? [title.join("")] : title,
      to: "",
      file: title.join(""),
      subject: `${plan.title}${year}年度监测`,
      issuer: issuerOf(matter, plan),
      opening: [],
      chapters: chaptersOf(subject, detail),
      closing: [],
    },
    dataset.manifest,
    context,
  );
}

/** A title of more characters takes two lines. */
const ONE_LINE = 19;

function fits(model: MemoModel): boolean {
  return fitsOnePage(model.titleLines, model.byline.join("　　"), textsOf(model));
}

/** Its paragraphs, each with its heading. */
function textsOf({ chapters }: MemoModel): string[] {
  return chapters.map(({ number, heading, blocks }) => {
    const said = blocks.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
    return `${number}${heading}。${said.join("")}`;
  });
}

function chaptersOf({ matter, context, bests }: Subject, detail: Detail): Part[] {
  const { scorecard } = matter;
  const said: readonly [id: string, heading: string, text: string][] = [
    ["overall", "总体进展", overallText(scorecard)],
    ["best", "主要成效", bestsText(bests, detail)],
    ["binding", "约束性指标", bindingText(scorecard, detail)],
    ["changes", "变化情况", changeText(matter, context, detail)],
    [
      "asks",
      "工作建议",
      asksText(scorecard, isUnsettled(matter, context), { reporters: detail.reporters, rows: detail.asked }),
    ],
  ];
  return said
    .filter(([, , text]) => text !== "")
    .map(([id, heading, text]) => chapter(id, heading, [paragraph(text)]));
}

function bestsText(bests: readonly JudgedFacts[], { best, bestTold }: Detail): string {
  const rows = bests.slice(0, best);
  return rows.length === 0 ? "" : `${BEST_TOLD[bestTold](rows)}。`;
}

/** From the most telling to the shortest. */
const BEST_TOLD = {
  whole: (rows: readonly JudgedFacts[]) => rows.map((row) => bestText(row)).join("；"),
  figures: (rows: readonly JudgedFacts[]) => rows.map((row) => bestText(row, false)).join("；"),
  values: (rows: readonly JudgedFacts[]) => `${rows.map(namedValue).join("、")}进展较好`,
  names: (rows: readonly JudgedFacts[]) =>
    `${nameList(rows.map(({ scored }) => scored.indicator.name))}进展较好`,
};

/** 11项约束性指标中，…；孕产妇死亡率为16.04/10万，高于8/10万的目标8.04/10万。 "" for a plan without binding rows. */
function bindingText(scorecard: Scorecard, { binding: most }: Detail): string {
  const { byNature, rows, plan, year } = scorecard;
  const { total, achieved } = byNature.binding;
  if (total === 0) return "";
  const final = isLastYear(scorecard);
  if (achieved === total) return `${total}项约束性指标全部${final ? "实现目标" : "达标"}。`;
  const binding = rows.filter(({ row }) => row.nature === "binding");
  if (byNature.binding.noData === total) return `${total}项约束性指标均缺${year}年数据。`;
  const behind = binding.filter(({ status }) => isBehind(status));
  const missing = binding.filter(({ status }) => status === "noData");
  const clauses = [
    `${total}项约束性指标${tallied(byNature.binding, final, "中，")}`,
    ...behind.slice(0, most).map((row) => standingOf(row, plan)),
    behind.length > most && most > 0 ? `其余${behind.length - most}项见监测报告` : "",
    missing.length === 0 || most === 0 ? "" : `${missingNames(missing, most)}缺${year}年数据`,
  ];
  return `${clauses.filter((clause) => clause !== "").join("；")}。`;
}

function missingNames(rows: readonly ScoredRow[], most: number): string {
  const names = nameList(rows.slice(0, most).map(({ row }) => row.name));
  return rows.length > most ? `${names}等${rows.length}项` : names;
}

/** Against the report of last year as it was printed; where none was published, against last year scored now. */
function changeText(matter: Matter, { previous }: BriefContext, { changes }: Detail): string {
  const last = publishedBefore(matter);
  // What got worse asks for action.
  const most = { better: Math.max(changes - 2, 0), worse: changes };
  const changesTo = (then: Parameters<typeof statusChanges>[1], opening: string): string =>
    changesText(statusChanges(matter.scorecard, then), opening, most);
  if (last !== null) return changesTo(last.statement, publishedOpening(last));
  if (previous === null) return "没有以往年份的数据可以比较。";
  return changesTo(previous, `与${previous.year}年的评价结果相比`);
}
