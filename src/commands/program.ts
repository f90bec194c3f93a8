import { Command, CommanderError } from "commander";
import { toolVersion, type Surroundings } from "../run/settings.js";
import { shortage } from "../files/errno.js";
import { EXIT, type ExitCode, ReportError } from "../issues/error.js";
import { speakChinese, usageFault } from "./usage.js";
import { VERBS } from "./verbs.js";

/**
 * Runs one command line and returns its exit code. Expected failures are told in Chinese and give their
 * code; a bug is told with its stack and gives 70.
 */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const program = programFor(argv, surroundings, (exit) => (code = exit)).version(
    await toolVersion(),
    "-v, --version",
    "显示版本",
  );
  try {
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    const word = argv.find((each) => !each.startsWith("-"));
    const called = program.commands.find((command) => command.name() === word);
    return tellFailure(error, called ?? program, surroundings);
  }
}

function programFor(
  [asked = ""]: readonly string[],
  surroundings: Surroundings,
  done: (code: ExitCode) => void,
): Command {
  const { terminal } = surroundings;
  const program = speakChinese(new Command("report"))
    .description("妇女儿童发展规划统计监测报告生成工具")
    .usage("<命令> [选项]")
    .helpCommand("help [命令]", "显示某个命令的帮助")
    .addHelpText("after", EXAMPLES)
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.err(text) });
  // Of a command that is called by its name the others need not be made: only help, and words that are none, ask for all.
  const called = VERBS.get(asked);
  for (const verb of called === undefined ? VERBS.values() : [called]) {
    const command = verb(surroundings, done);
    speakChinese(command).copyInheritedSettings(program);
    program.addCommand(command);
  }
  return program;
}

async function tellFailure(error: unknown, called: Command, { terminal }: Surroundings): Promise<ExitCode> {
  terminal.progress("");
  if (error instanceof CommanderError) {
    // Without a command the help is shown as well; that is wrong usage, but says all there is to say.
    if (error.code === "commander.help") return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    const fault = usageFault(error, called);
    if (fault === null) return EXIT.done;
    terminal.err(`${fault.message}。\n→ ${fault.hint}\n`);
    return EXIT.usage;
  }
  if (error instanceof ReportError) {
    const { prettyIssues } = await import("../show/show-issues.js");
    terminal.err(prettyIssues(error.issues, terminal.colour.err));
    terminal.err(`${error.message}。\n${error.hint === "" ? "" : `→ ${error.hint}\n`}`);
    return error.exitCode;
  }
  const short = shortage(error);
  if (short !== null) {
    terminal.err(`运行中断：${short.reason}。\n→ ${short.next}\n`);
    return EXIT.usage;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.err(`程序内部错误，没有写出任何文件。请把以下内容连同所用的命令一起反馈给开发者：\n${stack}\n`);
  return EXIT.bug;
}

const EXAMPLES = `
示例：
  report annual 2025 --demo          用自带的示例数据编制两份年度报告，先看看样子
  report init                        建立自己的数据文件夹；其中的 年历.md 写着哪个月做什么
  report validate                    检查数据文件夹中的工作簿，列出要改的单元格
  report annual 2025                 用自己的数据编制

退出码：${EXIT.done} 完成；${EXIT.findings} 规划或数据有错误；${EXIT.usage} 用法有误、年份不在规划期内或没有可用数据；
        ${EXIT.noBrowser} 没有可用的浏览器；${EXIT.bug} 程序内部错误。`;
