import { Command, Option } from "commander";
import type { CollectOptions } from "./collect.js";
import type { FormOptions } from "./form.js";
import type { CommandOptions, Surroundings } from "../run/settings.js";
import type { ExitCode } from "../issues/error.js";
import { pad } from "../terminal/columns.js";
import { displayWidth } from "../terminal/display-width.js";

/** Makes one command of the program; `done` is told its exit code. */
type Verb = (surroundings: Surroundings, done: (code: ExitCode) => void) => Command;

type ReportVerb = "annual" | "midterm" | "final";

const annual: Verb = (surroundings, done) =>
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
      ),
    )
    .addHelpText("after", narrativeHelp("annual"))
    .action(async (year: string, options: CommandOptions) => {
      done(await compile("annual", year, options, surroundings));
    });

const midterm: Verb = (surroundings, done) =>
  evaluationVerb("midterm", "编制中期评估报告（PDF）和数据报表（xlsx）", surroundings, done);

const final: Verb = (surroundings, done) =>
  evaluationVerb("final", "编制终期评估报告（PDF）和数据报表（xlsx）", surroundings, done);

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

/** Does `work`, its result on the screen or in the file that --save names. */
async function saved(
  { save }: CommandOptions,
  surroundings: Surroundings,
  work: (surroundings: Surroundings) => Promise<ExitCode>,
): Promise<ExitCode> {
  if (save === undefined) return work(surroundings);
  const { saving } = await import("./saving.js");
  return saving(save, surroundings, work);
}

const score: Verb = (surroundings, done) =>
  dataOptions(new Command("score"))
    .description("按规划目标评价各指标，在屏幕上列出结果")
    .argument("<年份>", "监测年份，如 2025")
    .addOption(formatOption("table（屏幕表格）、json、csv", "table"))
    .addOption(saveOption())
    .addOption(strictOption())
    .addHelpText(
      "after",
      examples(
        ["report score 2025 --plan children", "查看儿童发展规划各指标的状态"],
        ["report score 2025 --format csv --save 评价结果.csv", "存成可用 Excel 打开的表"],
        ["report score 2025 --format json", "供其他程序读取"],
      ),
    )
    .action(async (year: string, options: CommandOptions) => {
      const [{ score }, { yearOf }] = await Promise.all([import("./score.js"), import("../run/settings.js")]);
      done(await saved(options, surroundings, (here) => score(yearOf(year), options, here)));
    });

const validate: Verb = (surroundings, done) =>
  dataOptions(new Command("validate"))
    .description("检查规划文件、数据文件夹和版式，列出全部问题")
    .argument("[路径...]", "要检查的规划文件、工作簿或文件夹（默认检查全部）")
    .addOption(new Option("--templates <文件夹>", "同时检查自己的版式文件夹"))
    .addOption(formatOption("pretty（便于阅读）、json、github", "pretty"))
    .addOption(saveOption())
    .addOption(new Option("--max-problems <个数>", "最多列出多少个问题（默认 200；0 表示全部）"))
    .addOption(strictOption())
    .addHelpText(
      "after",
      examples(
        ["report validate", "检查规划文件和 data 文件夹"],
        ["report validate data/区教委.xlsx", "只检查一个工作簿"],
        ["report validate --save 问题清单.txt", "存成文件，转发有关单位"],
        ["report validate --format json", "供其他程序读取"],
        ["report validate --max-problems 20", "先看最要紧的20个问题"],
      ),
    )
    .action(async (paths: string[], options: CommandOptions) => {
      const { validate } = await import("./validate.js");
      done(await saved(options, surroundings, (here) => validate(paths, options, here)));
    });

const doctor: Verb = (surroundings, done) =>
  new Command("doctor")
    .description("检查浏览器、字体、版本和文件夹是否齐备")
    .addOption(new Option("--plans <文件夹>", "规划文件所在文件夹（默认用自带的规划）"))
    .addOption(new Option("--data <文件夹>", "各单位工作簿所在的数据文件夹（默认 data）"))
    .addOption(outOption())
    .addOption(new Option("--browser <路径>", "指定 Chrome、Chromium 或 Edge 的程序文件"))
    .addHelpText("after", examples(["report doctor", "第一次使用前，或打印不正常时运行"]))
    .action(async (options: CommandOptions) => {
      const { doctor } = await import("./doctor.js");
      done(await doctor(options, surroundings));
    });

const schema: Verb = (surroundings, done) =>
  new Command("schema")
    .description("输出规划文件的 JSON Schema，供编辑器提示和检查")
    .addOption(saveOption())
    .addHelpText("after", examples(["report schema --save plan.schema.json", "存成文件，放在规划文件旁边"]))
    .action(async (options: CommandOptions) => {
      const { schema } = await import("./schema.js");
      done(await saved(options, surroundings, schema));
    });

const explain: Verb = (surroundings, done) =>
  dataOptions(new Command("explain"))
    .description("说明一项指标的状态是怎样得出的：从单元格到判定，怎样才会改变")
    .argument("<指标>", "编号（W03、w3、W22.1）或名称")
    .argument("<年份>", "监测年份，如 2025")
    .addOption(formatOption("text（屏幕阅读）、json", "text"))
    .addOption(saveOption())
    .addHelpText(
      "after",
      examples(
        ["report explain W03 2025", "孕产妇死亡率2025年的状态是怎样得出的"],
        ["report explain 孕产妇死亡率 2025", "用名称，也可以只写名称中的几个字"],
        ["report explain W22.1 2025 --demo", "由几部分组成的指标，只看其中一部分"],
        ["report explain C07 2025 --format json", "供其他程序读取"],
      ),
    )
    .action(async (asked: string, year: string, options: CommandOptions) => {
      const [{ explain }, { yearOf }] = await Promise.all([
        import("./explain.js"),
        import("../run/settings.js"),
      ]);
      done(await saved(options, surroundings, (here) => explain(asked, yearOf(year), options, here)));
    });

const form: Verb = (surroundings, done) =>
  dataOptions(new Command("form"))
    .description("写出发给各责任单位的年度填报表（xlsx）")
    .argument("<年份>", "填报年份，如 2025")
    .addOption(new Option("--out <文件夹>", "写出到哪个文件夹（默认 out/<年份>/填报表）"))
    .addOption(new Option("--deadline <日期>", "写在填报说明中的报送截止日期（不写时留空）"))
    .addOption(new Option("--contact <文字>", "写在填报说明中的联系人和电话（不写时留空）"))
    .addOption(new Option("--as-of <日期>", "写入文件属性的日期，如 2026-01-05（默认今天）"))
    .addHelpText(
      "after",
      examples(
        ["report form 2025", "每个责任单位一份，只含本单位的指标和项目"],
        ["report form 2025 --deadline 2026年3月31日", "写明报送截止日期"],
        ["report form 2025 --plan children", "只发儿童发展规划的表"],
        ["report form 2025 --demo --out 试填", "用示例数据看看填报表的样子"],
      ),
    )
    .action(async (year: string, options: FormOptions) => {
      const [{ form }, { yearOf }] = await Promise.all([import("./form.js"), import("../run/settings.js")]);
      done(await form(yearOf(year), options, surroundings));
    });

const collect: Verb = (surroundings, done) =>
  folderOptions(new Command("collect"))
    .description("把各单位交回的工作簿收入监测数据库，列出回收情况")
    .argument("[文件...]", "交回的工作簿，或存放它们的文件夹")
    .addOption(
      new Option("--accept <文件>", "几个单位报数不同时，以这个文件为准（可重复）").argParser(
        (file: string, before: string[] | undefined) => [...(before ?? []), file],
      ),
    )
    .addOption(new Option("--return <文件夹>", "为有问题的单位写出带批注的退回表"))
    .addOption(new Option("--restore [编号]", "列出监测数据库的备份，或恢复其中一份（现有的另行留存）"))
    .addOption(new Option("--year <年份>", "统计哪一年的回收情况（默认所收工作簿的年份）"))
    .addOption(formatOption("pretty（屏幕表格）、json、csv、xlsx", "pretty"))
    .addOption(saveOption())
    .addOption(outOption())
    .addHelpText(
      "after",
      examples(
        ["report collect 回收", "收入“回收”文件夹中的全部工作簿"],
        ["report collect 回收/区教委.xlsx", "只收一个"],
        ["report collect 回收 --accept 区教委.xlsx", "两个单位报数不同，以区教委的为准"],
        ["report collect 回收 --return 退回", "有问题的写成带批注的表，发回单位"],
        ["report collect 回收 --format xlsx", "回收情况写成表，转发催报"],
        ["report collect --restore", "列出监测数据库最近的备份，再加编号恢复"],
      ),
    )
    .action(async (paths: string[], options: CollectOptions) => {
      const command =
        options.restore === undefined
          ? (await import("./collect.js")).collect
          : (await import("./collect-restore.js")).restore;
      done(await saved(options, surroundings, (here) => command(paths, options, here)));
    });

const init: Verb = (surroundings, done) =>
  folderOptions(new Command("init"))
    .description("建立数据文件夹：数据说明、文字材料的标题、年历；已有的文件不动")
    .argument("[年份]", "监测年份，如 2025（默认去年）")
    .addHelpText(
      "after",
      examples(
        ["report init", "在当前文件夹中建立 data"],
        ["report init 2025 --data D:\\监测数据", "建在别处，路径中有空格时加引号"],
        ["report init 2026", "下一年：只补上新一年的文字材料"],
      ),
    )
    .action(async (year: string | undefined, options: CommandOptions) => {
      const [{ init }, { yearOf }] = await Promise.all([import("./init.js"), import("../run/settings.js")]);
      done(await init(year === undefined ? null : yearOf(year), options, surroundings));
    });

/** In the order of a year's work, which is the order the help shows them in. A verb is listed only when it works. */
export const VERBS: readonly Verb[] = [
  init,
  form,
  collect,
  validate,
  score,
  explain,
  annual,
  midterm,
  final,
  doctor,
  schema,
];

function dataOptions(command: Command): Command {
  return folderOptions(command).addOption(
    new Option("--demo", "使用自带的示例数据，印出的每页标注“示例数据”"),
  );
}

function folderOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--plan <编号>", "只做这一规划：women 妇女、children 儿童（可重复）").argParser(
        (id: string, before: string[] | undefined) => [...(before ?? []), id],
      ),
    )
    .addOption(new Option("--plans <文件夹>", "规划文件所在文件夹（默认用自带的规划）"))
    .addOption(new Option("--data <文件夹>", "各单位工作簿所在的数据文件夹（默认 data）"));
}

function reportOptions(command: Command): Command {
  return dataOptions(command)
    .addOption(outOption())
    .addOption(formatOption("pdf、xlsx、html、json，用逗号分隔", "pdf,xlsx"))
    .addOption(new Option("--templates <文件夹>", "自己的版式文件夹，逐个文件替换自带版式"))
    .addOption(new Option("--as-of <日期>", "报告日期，如 2026-05-20（默认今天）"))
    .addOption(new Option("--browser <路径>", "指定 Chrome、Chromium 或 Edge 的程序文件"))
    .addOption(new Option("--draft", "有错误或正文未写完时先印样稿，每页标注“初稿”"))
    .addOption(strictOption());
}

function outOption(): Option {
  return new Option("--out <文件夹>", "写出到哪个文件夹（默认 out/<年份>）");
}

function saveOption(): Option {
  return new Option("--save <文件>", "结果存成文件，不显示（PowerShell 中的 > 会弄乱汉字）");
}

function strictOption(): Option {
  return new Option("--strict", "有提醒时也按错误处理");
}

function formatOption(choices: string, usual: string): Option {
  return new Option("--format <格式>", `${choices}（默认 ${usual}）`);
}

const HEADINGS: Record<ReportVerb, string> = {
  annual: `各领域可选写“# 领域名称”，其下写“## 工作措施”“## 建议”，印在该领域一章中`,
  midterm: `必须有“# 主要做法和成效”“# 原因分析”“# 对策建议”三部分`,
  final: `必须有“# 主要做法和成效”“# 原因分析”“# 对策建议”三部分`,
};

/** Which headings people's own text may have; the README says the same at more length. */
function narrativeHelp(kind: ReportVerb): string {
  return `\n文字材料：写在数据文件夹的 narrative/<规划编号>-<年份>.md 中，如 narrative/women-2025.md。\n  ${HEADINGS[kind]}。`;
}

function examples(...lines: readonly (readonly [command: string, meaning: string])[]): string {
  const widest = Math.max(...lines.map(([command]) => displayWidth(command)));
  return `\n示例：\n${lines.map(([command, meaning]) => `  ${pad(command, widest)}   ${meaning}`).join("\n")}`;
}
