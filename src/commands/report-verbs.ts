import { Command, Option } from "commander";
import type { TaskOptions } from "./memos/tasks.js";
import type { CommandOptions, Surroundings } from "../run/settings.js";
import type { ExitCode } from "../issues/error.js";
import { ANNEX_NAMES, EVALUATION_PART_NAMES } from "../narrative/part-names.js";
import {
  asOfOption,
  browserOption,
  dataOptions,
  examples,
  formatOption,
  outOption,
  strictOption,
  templatesOption,
  type Verb,
} from "./options.js";

/* The verbs that print reports. */

type ReportVerb = "annual" | "midterm" | "final";

export const annual: Verb = (surroundings, done) =>
  reportOptions(new Command("annual"))
    .description("编制年度统计监测报告（PDF）和数据报表（xlsx）")
    .argument("<年份>", "监测年份，如 2025")
    .addHelpText(
      "after",
      examples(
        ["report annual 2025", "两个规划的报告和数据报表写入 out/2025"],
        ["report annual 2025 --plan women", "只编制妇女发展规划的报告"],
        ["report annual 2025 --demo --out 试印", "用示例数据试印到“试印”文件夹"],
        ["report annual 2025 --format pdf,html", "同时写出可在浏览器中查看的网页"],
        ["report annual 2025 --format pdf,docx,xlsx", "同时写出送各单位修改的 Word 稿"],
      ),
    )
    .addHelpText("after", narrativeHelp("annual"))
    .action(async (year: string, options: CommandOptions) => {
      done(await compile("annual", year, options, surroundings));
    });

export const midterm: Verb = (surroundings, done) =>
  evaluationVerb("midterm", "编制中期评估报告（PDF）和数据报表（xlsx）", surroundings, done);

export const final: Verb = (surroundings, done) =>
  evaluationVerb("final", "编制终期评估报告（PDF）和数据报表（xlsx）", surroundings, done);

export const overview: Verb = (surroundings, done) =>
  dataOptions(new Command("overview"))
    .description("写出一个网页：每项指标的数据、目标、状态和判定过程，可筛选、排序、打印")
    .argument("<年份>", "监测年份，如 2025")
    .addOption(outOption())
    .addOption(templatesOption())
    .addOption(asOfOption())
    .addOption(new Option("--edition <版本>").hideHelp())
    .addOption(new Option("--draft", "有错误时先看样子，每页标注“初稿”"))
    .addOption(strictOption())
    .addHelpText(
      "after",
      examples(
        ["report overview 2025", "两个规划的全部指标写入 out/2025/总览.html"],
        ["report overview 2025 --demo", "用示例数据看看样子"],
      ),
    )
    .addHelpText(
      "after",
      "\n只有一个文件，不连网，用浏览器打开；列有全部数值和单元格，供本单位核对，不对外公开。",
    )
    .action(async (year: string, options: CommandOptions) => {
      const [{ overview }, { yearOf }] = await Promise.all([
        import("./overview.js"),
        import("../run/settings.js"),
      ]);
      done(await overview(yearOf(year), options, surroundings));
    });

export const brief: Verb = (surroundings, done) =>
  memoOptions(new Command("brief"), "out/<年份>")
    .description("编制一页的监测简报（PDF、docx），供领导阅看")
    .argument("<年份>", "监测年份，如 2025")
    .addOption(formatOption("pdf、docx，用逗号分隔", "pdf,docx"))
    .addOption(new Option("--templates <文件夹>", "自己的版式文件夹（brief.hbs 只用于 PDF）"))
    .addOption(browserOption())
    .addHelpText(
      "after",
      examples(
        ["report brief 2025", "两个规划各一页，写入 out/2025"],
        ["report brief 2025 --plan women --format docx", "只要妇女发展规划的 Word 稿"],
        ["report brief 2025 --browser none", "没有浏览器，只写 Word 稿"],
      ),
    )
    .addHelpText("after", BRIEF)
    .action(async (year: string, options: CommandOptions) => {
      const [{ brief }, { yearOf }] = await Promise.all([
        import("./memos/brief.js"),
        import("../run/settings.js"),
      ]);
      done(await brief(yearOf(year), options, surroundings));
    });

export const tasks: Verb = (surroundings, done) =>
  memoOptions(new Command("tasks"), "out/<年份>/任务单")
    .description("给每个责任单位写一份任务单，给没有报齐的写催报函（docx）")
    .argument("<年份>", "监测年份，如 2025")
    .addOption(new Option("--deadline <日期>", "报送或反馈的截止日期，写在文中（不写时为“尽快”）"))
    .addOption(new Option("--contact <文字>", "联系人和电话，写在文中"))
    .addHelpText(
      "after",
      examples(
        ["report tasks 2025", "写入 out/2025/任务单"],
        ["report tasks 2025 --deadline 2026年3月31日", "写明截止日期"],
        ["report tasks 2025 --demo --out 试写", "用示例数据看看样子"],
      ),
    )
    .addHelpText(
      "after",
      "\n任务单列本单位的指标、差距和所需进度、上年要求落实情况（与已存档的报告比）、措施和重点项目。\n数据有错误时只写催报函，退出码为1。",
    )
    .action(async (year: string, options: TaskOptions) => {
      const [{ tasks }, { yearOf }] = await Promise.all([
        import("./memos/tasks.js"),
        import("../run/settings.js"),
      ]);
      done(await tasks(yearOf(year), options, surroundings));
    });

const BRIEF = `
总是一页。排不下时依次从略：状态变化、建议中的指标名称，责任单位，进展较好指标的数值，未达标的约束性指标；略去什么在屏幕上说明。
总体评价和比率不略。`;

function evaluationVerb(
  kind: "midterm" | "final",
  description: string,
  surroundings: Surroundings,
  done: (code: ExitCode) => void,
): Command {
  const usual = kind === "midterm" ? "规划期的中间一年，如 2025" : "规划期的末年，如 2030";
  return reportOptions(new Command(kind))
    .description(description)
    .addOption(new Option("--year <年份>", `数据年份（默认${usual}）`))
    .addHelpText(
      "after",
      examples(
        [`report ${kind}`, "两个规划的评估报告和数据报表"],
        [`report ${kind} --demo`, "用示例数据试印"],
        [`report ${kind} --format pdf,docx,xlsx`, "同时写出送各单位修改的 Word 稿"],
        [`report ${kind} --draft`, "正文未写完时先印初稿，末页列出待补内容"],
      ),
    )
    .addHelpText("after", narrativeHelp(kind))
    .action(async (options: CommandOptions & { year?: string }) => {
      done(await compile(kind, options.year ?? null, options, surroundings));
    });
}

async function compile(
  kind: ReportVerb,
  year: string | null,
  options: CommandOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const [{ compileReports }, { yearOf }] = await Promise.all([
    import("./compile.js"),
    import("../run/settings.js"),
  ]);
  return compileReports(kind, year === null ? null : yearOf(year), options, surroundings);
}

/** The options of the papers that go with the reports. */
function memoOptions(command: Command, out: string): Command {
  return dataOptions(command)
    .addOption(new Option("--out <文件夹>", `写出到哪里（默认 ${out}）`))
    .addOption(asOfOption())
    .addOption(new Option("--draft", "有错误时先印样稿，每页标注“初稿”"))
    .addOption(strictOption());
}

function reportOptions(command: Command): Command {
  return dataOptions(command)
    .addOption(outOption())
    .addOption(formatOption("pdf、docx（Word 稿）、xlsx、html、json，用逗号分隔", "pdf,xlsx"))
    .addOption(templatesOption())
    .addOption(asOfOption())
    .addOption(browserOption())
    .addOption(
      new Option(
        "--edition <版本>",
        `internal 内部；public 公开：不印“${ANNEX_NAMES.gaps}”的明细、人数过少的数和内部指标（默认 internal）`,
      ),
    )
    .addOption(new Option("--draft", "有错误或正文未写完时先印样稿，每页标注“初稿”"))
    .addOption(
      new Option(
        "--write-narrative",
        "不编制报告，把各部分的标题和自动生成的文字写入文字材料，供修改；已写的一律不动",
      ),
    )
    .addOption(strictOption());
}

const { achievements, causes, recommendations } = EVALUATION_PART_NAMES;
const MUST = `必须有“# ${achievements}”“# ${causes}”“# ${recommendations}”三部分`;

const HEADINGS: Record<ReportVerb, string> = {
  annual: `各领域可选写“# 领域名称”，其下写“## 工作措施”“## 建议”，印在该领域一章中`,
  midterm: MUST,
  final: MUST,
};

/** Which headings people's own text may have; the README says the same at more length. */
function narrativeHelp(kind: ReportVerb): string {
  return `\n文字材料：写在数据文件夹的 narrative/<规划编号>-<年份>.md 中，如 narrative/women-2025.md。\n  ${HEADINGS[kind]}。`;
}
