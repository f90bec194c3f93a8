import { isSample } from "../data/dataset.js";
import path from "node:path";
import type { Collected } from "../forms/collect/collect.js";
import type { DistrictRecord } from "../forms/collect/record.js";
import type { Returned } from "../forms/collect/returned.js";
import { owedIn } from "../forms/collect/summary.js";
import { sentBack, SOON } from "../forms/collect/send-back.js";
import { groupBy } from "../terms/group-by.js";
import { formFileName } from "../forms/write/form-workbook.js";
import { reporterForms, type ReporterForm } from "../forms/write/reporter-forms.js";
import type { Notice } from "../forms/write/guide-sheet.js";
import { placesTold, type Issue, type IssueCode } from "../issues/issue.js";
import { cellKey } from "../issues/place.js";
import type { Decimal } from "../terms/decimal.js";
import type { Plan } from "../plan/plan.js";
import type { Terminal } from "../terminal/terminal.js";
import { writeWorkbook } from "../workbook/write/write.js";
import { ensureWritable, writeOutputs, type Output } from "../files/outputs.js";
import type { ReturnsReport } from "../show/returns.js";
import type { Settings } from "../run/settings.js";

interface Returns {
  plans: readonly Plan[];
  returned: readonly Returned[];
  collected: Collected;
  record: DistrictRecord;
  report: ReturnsReport;
  /** What of the notice the user says. */
  said: { deadline?: string; contact?: string };
}

const NEXT = "请关闭正在查看退回表的程序，或用 --return 指定另一个文件夹";

/** For each reporter with findings, or with blanks it gives no reason for, a fresh form in `folder`: what it reported, and a comment on each cell in question. */
export async function writeReturns(
  folder: string,
  returns: Returns,
  { asOf }: Settings,
  terminal: Terminal,
): Promise<void> {
  const { plans, collected, report, said } = returns;
  const notice: Notice = {
    deadline: said.deadline ?? SOON.deadline,
    contact: said.contact ?? SOON.contact,
  };
  const { series, groups, manifest } = returns.record.dataset;
  const forms = reporterForms(plans, { series, groups, sample: isSample(manifest, false) }, report.year);
  const byReporter = groupBy(returns.returned, ({ reporter }) => reporter);
  const outputs: Output[] = [];
  for (const [reporter, returned] of byReporter) {
    const issues = issuesOf(returned, collected);
    // Who filled in a form that could not be taken has not left anything blank.
    const isHeard = returned.some(
      ({ content }) => !collected.passed.has(content.name) && content.sheets.length > 0,
    );
    const owed = isHeard ? owedBy(reporter, report) : [];
    const form = forms.find((each) => each.reporter === reporter);
    if (issues.length + owed.length === 0) continue;
    const answered = returned.filter(({ content }) => !collected.passed.has(content.name));
    if (form === undefined) terminal.err(`“${reporter}”不是规划中的责任单位，没有可退回的填报表。\n`);
    else
      outputs.push(
        await formFile(
          { ...form, asked: openChanges(answered) },
          answered,
          { issues, owed },
          { plans, notice, asOf },
        ),
      );
  }
  if (outputs.length > 0) {
    await ensureWritable(folder, { next: NEXT });
    await writeOutputs(folder, outputs, { next: NEXT });
  }
  terminal.err(
    outputs.map(({ name }) => `退回表：${path.join(folder, name)}\n`).join("") || "没有需要退回的填报表。\n",
  );
}

/** 上年数 that were typed over without a word: until there is one, it is asked what the form went out with. */
function openChanges(returned: readonly Returned[]): Map<string, Decimal> {
  return new Map(
    returned.flatMap(({ issues, shown, imprint }) => {
      const asked = issues.filter(({ code }) => code === "ledger/previous-changed");
      const cells = new Set(asked.flatMap(placesTold).map(cellKey));
      return shown.flatMap(({ id, source }): [string, Decimal][] => {
        const printed = imprint?.previous.get(id);
        return printed === undefined || !cells.has(cellKey(source)) ? [] : [[id, printed]];
      });
    }),
  );
}

/** The ids it was asked for and says nothing of. */
function owedBy(name: string, { reporters }: ReturnsReport): string[] {
  const summary = reporters.find(({ reporter }) => reporter === name);
  return summary === undefined ? [] : owedIn(summary);
}

/** What was corrected after the form had gone out, or comes of another folder, is nothing for the reporter to mend. */
const OF_THE_BUREAU: ReadonlySet<IssueCode> = new Set(["ledger/outdated-echo", "ledger/printed-elsewhere"]);

/** Errors and warnings of a reporter's workbooks, those it shares with another reporter included. */
function issuesOf(returned: readonly Returned[], { disputes }: Collected): Issue[] {
  const files = new Set(returned.map(({ content }) => content.name));
  const shared = disputes.flatMap(({ issue, sources }) =>
    sources.filter(({ file }) => files.has(file)).map((where) => ({ ...issue, where })),
  );
  const open = returned.flatMap(({ issues, answered }) => issues.filter((each) => !answered.has(each)));
  return [...open, ...shared].filter(({ severity, code }) => severity !== "note" && !OF_THE_BUREAU.has(code));
}

async function formFile(
  form: ReporterForm,
  returned: readonly Returned[],
  asked: { issues: readonly Issue[]; owed: readonly string[] },
  { plans, notice, asOf }: { plans: readonly Plan[]; notice: Notice; asOf: string },
): Promise<Output> {
  const contents = returned.map(({ content }) => content);
  const sheets = sentBack(form, contents, asked, plans, notice);
  const name = formFileName(form);
  const bytes = await writeWorkbook(
    sheets.map(({ layout }) => layout),
    { title: name, author: form.issuer, date: asOf },
  );
  return { name: `${name}_请核实.xlsx`, kind: "退回表", bytes };
}
