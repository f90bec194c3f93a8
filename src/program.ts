import { Command, CommanderError, Option } from "commander";
import type { CommandOptions, Surroundings } from "./commands/settings.js";
import { EXIT, ReportError } from "./error.js";
import { speakChinese, usageFault } from "./usage.js";

type Verb = (surroundings: Surroundings, done: (code: number) => void) => Command;

/**
 * Runs one command line and returns its exit code. Expected failures are told in Chinese and give their
 * code; a bug is told with its stack and gives 70.
 */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  let code: number = EXIT.done;
  const program = programFor(surroundings, (exit) => (code = exit));
  try {
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    return tellFailure(error, program, surroundings);
  }
}

function programFor(surroundings: Surroundings, done: (code: number) => void): Command {
  const { terminal } = surroundings;
  const program = speakChinese(new Command("report"))
    .description("妇女儿童发展规划统计监测报告生成工具")
    .usage("<命令> [选项]")
    .helpCommand("help [命令]", "显示某个命令的帮助")
    .addHelpText("after", EXAMPLES)
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.err(text) });
  for (const verb of VERBS) {
    const command = verb(surroundings, done);
    speakChinese(command).copyInheritedSettings(program);
    program.addCommand(command);
  }
  return program;
}

async function tellFailure(error: unknown, program: Command, { terminal }: Surroundings): Promise<number> {
  terminal.progress("");
  if (error instanceof CommanderError) {
    const fault = usageFault(error, program);
    if (fault === null) return EXIT.done;
    terminal.err(`${fault.message}。\n→ ${fault.hint}\n`);
    return EXIT.usage;
  }
  if (error instanceof ReportError) {
    const { prettyIssues } = await import("./commands/show-issues.js");
    terminal.err(prettyIssues(error.issues, terminal.colour.err));
    terminal.err(`${error.message}。\n${error.hint === "" ? "" : `→ ${error.hint}\n`}`);
    return error.exitCode;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.err(`程序内部错误，没有写出任何文件。请把以下内容连同所用的命令一起反馈给开发者：\n${stack}\n`);
  return EXIT.bug;
}

const EXAMPLES = `
示例：
  report annual 2025 --demo          用自带的示例数据编制两份年度报告
  report annual 2025                 用 data 文件夹中的工作簿编制
  report score 2025                  在屏幕上查看各指标的评价结果
  report validate                    检查规划文件和数据文件夹

退出码：0 完成；1 规划或数据有错误；2 用法有误、年份不在规划期内或没有可用数据；
        3 没有可用的浏览器；70 程序内部错误。`;

const annual: Verb = (surroundings, done) =>
  dataOptions(new Command("annual"))
    .description("编制年度统计监测报告（PDF）和数据报表（xlsx）")
    .argument("<年份>", "监测年份，如 2025")
    .addOption(outOption())
    .addOption(formatOption("pdf、xlsx、html、json，用逗号分隔", "pdf,xlsx"))
    .addOption(new Option("--templates <文件夹>", "自己的版式文件夹，逐个文件替换自带版式"))
    .addOption(new Option("--as-of <日期>", "报告日期，如 2026-05-20（默认今天）"))
    .addOption(new Option("--browser <路径>", "指定 Chrome、Chromium 或 Edge 的程序文件"))
    .addOption(new Option("--draft", "数据有错误时也印出样稿，每页标注“初稿”"))
    .addOption(strictOption())
    .addHelpText(
      "after",
      examples(
        ["report annual 2025", "两个规划的报告和数据报表写入 out/2025"],
        ["report annual 2025 --plan women", "只编制妇女发展规划的报告"],
        ["report annual 2025 --demo --out 试印", "用示例数据试印到“试印”文件夹"],
        ["report annual 2025 --format pdf,html", "同时写出可在浏览器中查看的网页"],
      ),
    )
    .action(async (year: string, options: CommandOptions) => {
      const [{ annual }, { yearOf }] = await Promise.all([
        import("./commands/annual.js"),
        import("./commands/settings.js"),
      ]);
      done(await annual(yearOf(year), options, surroundings));
    });

const score: Verb = (surroundings, done) =>
  dataOptions(new Command("score"))
    .description("按规划目标评价各指标，在屏幕上列出结果")
    .argument("<年份>", "监测年份，如 2025")
    .addOption(formatOption("table（屏幕表格）、json、csv", "table"))
    .addOption(strictOption())
    .addHelpText(
      "after",
      examples(
        ["report score 2025 --plan children", "查看儿童发展规划各指标的状态"],
        ["report score 2025 --format csv > 评价结果.csv", "存成可用 Excel 打开的表"],
        ["report score 2025 --format json", "供其他程序读取"],
      ),
    )
    .action(async (year: string, options: CommandOptions) => {
      const [{ score }, { yearOf }] = await Promise.all([
        import("./commands/score.js"),
        import("./commands/settings.js"),
      ]);
      done(await score(yearOf(year), options, surroundings));
    });

const validate: Verb = (surroundings, done) =>
  dataOptions(new Command("validate"))
    .description("检查规划文件、数据文件夹和版式，列出全部问题")
    .argument("[路径...]", "要检查的规划文件、工作簿或文件夹（默认检查全部）")
    .addOption(new Option("--templates <文件夹>", "同时检查自己的版式文件夹"))
    .addOption(formatOption("pretty（便于阅读）、json", "pretty"))
    .addOption(strictOption())
    .addHelpText(
      "after",
      examples(
        ["report validate", "检查规划文件和 data 文件夹"],
        ["report validate data/区教委.xlsx", "只检查一个工作簿"],
        ["report validate --format json", "供其他程序读取"],
      ),
    )
    .action(async (paths: string[], options: CommandOptions) => {
      const { validate } = await import("./commands/validate.js");
      done(await validate(paths, options, surroundings));
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
      const { doctor } = await import("./commands/doctor.js");
      done(await doctor(options, surroundings));
    });

const schema: Verb = (surroundings) =>
  new Command("schema")
    .description("输出规划文件的 JSON Schema，供编辑器提示和检查")
    .addHelpText("after", examples(["report schema > plan.schema.json", "存成文件后在编辑器中引用"]))
    .action(async () => {
      const { planJsonSchema } = await import("./plan/json-schema.js");
      surroundings.terminal.out(`${JSON.stringify(planJsonSchema(), null, 2)}\n`);
    });

/** In the order the help shows them. A verb is listed only when it works. */
const VERBS: readonly Verb[] = [annual, score, validate, doctor, schema];

function dataOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--plan <编号>", "只处理这一规划：women 妇女，children 儿童（可重复；默认全部）").argParser(
        (id: string, before: string[] | undefined) => [...(before ?? []), id],
      ),
    )
    .addOption(new Option("--plans <文件夹>", "规划文件所在文件夹（默认用自带的规划）"))
    .addOption(new Option("--data <文件夹>", "各单位工作簿所在的数据文件夹（默认 data）"))
    .addOption(new Option("--demo", "使用自带的示例数据，每页标注“示例数据”"));
}

function outOption(): Option {
  return new Option("--out <文件夹>", "写出到哪个文件夹（默认 out/<年份>）");
}

function strictOption(): Option {
  return new Option("--strict", "有提醒时也按错误处理");
}

function formatOption(choices: string, usual: string): Option {
  return new Option("--format <格式>", `${choices}（默认 ${usual}）`);
}

function examples(...lines: readonly (readonly [command: string, meaning: string])[]): string {
  const widest = Math.max(...lines.map(([command]) => command.length));
  return `\n示例：\n${lines.map(([command, meaning]) => `  ${command.padEnd(widest)}   ${meaning}`).join("\n")}`;
}
