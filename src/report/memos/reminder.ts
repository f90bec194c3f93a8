import type { Dataset } from "../../data/dataset.js";
import {
  NOBODY,
  titleOf,
  type FormLine,
  type FormMeasure,
  type ReporterForm,
} from "../../forms/write/reporter-forms.js";
import type { Plan, Project } from "../../plan/plan.js";
import { paragraph, tableBlock } from "../blocks.js";
import { issuerOf } from "../chapters/cover.js";
import { closed } from "../chapters/recommendations.js";
import type { ReportContext } from "../context.js";
import type { MemoModel } from "../model.js";
import type { UnnumberedTable } from "../numbering/unnumbered.js";
import { NOT_APPLICABLE } from "../words/number.js";
import { orNone } from "../tables/cells.js";
import { unmarked } from "../words/cited.js";
import { ordinalColumn } from "../tables/columns.js";
import { tableOf, type Column } from "../tables/table.js";
import { chineseDate, sentence } from "../words/wording.js";
import { memoOf } from "./memo.js";
import { contactLine, type Notice, titlesOf } from "./task.js";

/** What a reporter still owes of what its form asks. */
interface Owed {
  /** Whether anything of it is there. */
  silent: boolean;
  lines: readonly FormLine[];
  /** Those whose figure was refused. */
  faulty: ReadonlySet<string>;
  projects: readonly Project[];
  measures: readonly FormMeasure[];
}

/** What of a form's figures, projects and measures is neither there nor excused. */
function owedOf({ sections, projects, measures, year }: ReporterForm, dataset: Dataset): Owed {
  const asked = sections.flatMap(({ lines }) => lines);
  const isThere = ({ indicator: { id } }: FormLine): boolean =>
    (dataset.series[id] ?? []).some((each) => each.year === year) ||
    dataset.groups.some((each) => each.indicator === id && each.year === year);
  const gapsOf = ({ indicator: { id } }: FormLine) =>
    dataset.gaps.filter((gap) => gap.indicator === id && gap.year === year);
  const isExcused = (line: FormLine): boolean => gapsOf(line).some(({ statedReason }) => statedReason !== "");
  const isFaulty = (line: FormLine): boolean => gapsOf(line).some(({ reason }) => reason === "refused");
  const lines = asked.filter((line) => !isThere(line) && !isExcused(line));
  const faulty = lines.filter(isFaulty);
  const untold = projects.filter(
    ({ id }) => !dataset.progress.some((each) => each.project === id && each.year === year),
  );
  const unanswered = measures.filter(
    ({ id }) => !dataset.measures.some((each) => each.measure === id && each.year === year),
  );
  const owed = [lines, untold, unanswered];
  const nothing = [asked, projects, measures].every((all, at) => all.length === owed[at]!.length);
  return {
    silent: nothing && faulty.length === 0,
    lines,
    faulty: new Set(faulty.map(({ indicator }) => indicator.id)),
    projects: untold,
    measures: unanswered,
  };
}

/** 催报函 to a reporter that has not reported all it was asked for; null where it has, or where nobody is named to write to. */
export function reminderOf(
  form: ReporterForm,
  plans: readonly Plan[],
  dataset: Dataset,
  context: ReportContext,
  notice: Notice,
): MemoModel | null {
  const [first] = plans;
  const owed = owedOf(form, dataset);
  if (first === undefined || form.reporter === NOBODY || countsText(owed) === "") return null;
  const { reporter, year } = form;
  const work = `${year}年度监测数据`;
  return memoOf(
    {
      kind: "reminder",
      titleLines: [`关于报送${titleOf(plans, first.issuers.annual)}`, `${work}的催报函`],
      to: reporter,
      file: `催报函${year}_${reporter}`,
      subject: titlesOf(plans),
      issuer: issuerOf({ dataset }, first),
      opening: [
        paragraph(standText(form, owed, context.asOf)),
        paragraph(askText(owed, notice)),
        ...contactLine(notice),
        ...(form.sections.length > 0 && isProposed(form, plans) ? [paragraph(PROPOSED)] : []),
        tableBlock(owedTable(owed, year)),
      ],
      chapters: [],
      closing: [],
    },
    { ...dataset.manifest, review: "定稿" },
    context,
  );
}

const PROPOSED = "有关指标的责任单位为建议名单，不属于你单位职责的，请一并函告。";

function isProposed({ reporter }: ReporterForm, plans: readonly Plan[]): boolean {
  const rows = plans.flatMap((plan) => plan.rows.map(({ reporters }) => reporters));
  return rows.some(({ names, confirmed }) => names[0] === reporter && !confirmed);
}

/** 你单位应报送2025年度监测指标12项、重点项目进展3个的数据。截至2026年3月20日，尚未收到。 */
function standText(form: ReporterForm, { silent, faulty, ...owed }: Owed, asOf: string): string {
  const asked = { ...form, lines: form.sections.flatMap(({ lines }) => lines) };
  const due = `根据年度监测工作安排，你单位应报送${form.year}年度${countsText(asked)}`;
  const day = `截至${chineseDate(asOf)}`;
  if (silent) return `${sentence([due])}${sentence([day, "尚未收到你单位报送的数据"])}`;
  const lines = owed.lines.filter(({ indicator }) => !faulty.has(indicator.id));
  const missing = countsText({ ...owed, lines });
  const wrong = faulty.size === 0 ? "" : `监测指标${faulty.size}项填报有误`;
  return `${sentence([due])}${sentence([day, missing === "" ? "" : `尚有${missing}未报送`, wrong])}`;
}

/** 监测指标12项、重点项目进展3个、措施落实情况5项 */
function countsText({ lines, projects, measures }: Pick<Owed, "lines" | "projects" | "measures">): string {
  const counts = [
    lines.length === 0 ? "" : `监测指标${lines.length}项`,
    projects.length === 0 ? "" : `重点项目进展${projects.length}个`,
    measures.length === 0 ? "" : `措施落实情况${measures.length}项`,
  ];
  return counts.filter((text) => text !== "").join("、");
}

function askText({ faulty }: Owed, { deadline }: Notice): string {
  const when = deadline === "" ? "请尽快" : `请于${unmarked(deadline)}前`;
  const mend = faulty.size === 0 ? "" : "，填报有误的一并更正";
  return `${when}按填报表报送下列数据${mend}；确实无法提供的，请在填报表中注明缺报原因。`;
}

interface OwedLine {
  id: string;
  name: string;
  unit: string;
  state: string;
}

function owedTable({ lines, faulty, projects, measures }: Owed, year: number): UnnumberedTable {
  const figures = lines.map(({ indicator: { id, name, unit } }) => {
    return { id, name, unit: orNone(unit), state: faulty.has(id) ? "填报有误" : "未报送" };
  });
  const untold = (id: string, name: string): OwedLine => ({
    id,
    name,
    unit: NOT_APPLICABLE,
    state: "未报送",
  });
  return tableOf({ id: "owed", title: `${year}年度待报送的数据` }, COLUMNS, [
    ...figures,
    ...projects.map(({ id, name }) => untold(id, `重点项目：${name}`)),
    ...measures.map(({ id, title }) => untold(id, `措施：${closed(title)}`)),
  ]);
}

const COLUMNS: readonly Column<OwedLine>[] = [
  ordinalColumn(8),
  { head: "编号", width: 12, align: "centre", cell: ({ id }) => id },
  { head: "指标、项目或措施", width: 50, align: "left", cell: ({ name }) => name },
  { head: "计量单位", width: 14, align: "centre", cell: ({ unit }) => unit },
  { head: "情况", width: 16, align: "centre", cell: ({ state }) => state },
];
