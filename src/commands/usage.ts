import { tableOf } from "../terms/table-of.js";
import type { Argument, Command, CommanderError } from "commander";
import { displayWidth } from "../terminal/display-width.js";
import { nearest } from "../terms/nearest.js";

/** Commander speaks English; its headings, by the words it uses. */
const HEADINGS = tableOf<string>({
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Commands:": "命令：",
  "Global Options:": "通用选项：",
});

/** Makes a command's help Chinese throughout. */
export function speakChinese(command: Command): Command {
  return command
    .helpOption("-h, --help", "显示帮助")
    .showHelpAfterError(false)
    .configureHelp({
      styleTitle: (title) => HEADINGS[title] ?? title,
      displayWidth: (text) => displayWidth(text),
      commandUsage: (each) =>
        `report ${each.parent ? `${each.name()} ` : ""}${each.usage()}`.replace("[options]", "[选项]"),
      subcommandTerm: (each) => [each.name(), ...each.registeredArguments.map(argumentTerm)].join(" "),
      styleUsage: (usage) => usage.replaceAll("...", "…"),
    })
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
}

function argumentTerm(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? "…" : ""}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** What was wrong with the command line, and the next step: one sentence each. */
export interface UsageFault {
  message: string;
  hint: string;
}

/** `command` is the one that was called; the program where none was. */
type Wording = (subject: string, command: Command) => UsageFault;

/** One entry per way to hold the command line wrong; `subject` is what commander puts in quotes. */
const WORDINGS = tableOf<Wording>({
  "commander.unknownCommand": (subject, program) => ({
    message: `没有“${subject}”这个命令`,
    hint:
      didYouMean(
        subject,
        program.commands.map((each) => each.name()),
      ) ?? "用 report --help 查看全部命令",
  }),
  "commander.unknownOption": (subject, command) => ({
    message: `没有“${subject}”这个选项`,
    hint: didYouMean(subject, optionsOf(command)) ?? howToWrite(command),
  }),
  "commander.missingArgument": (subject, command) => ({
    message: `缺少参数：${subject}`,
    hint: howToWrite(command),
  }),
  "commander.optionMissingArgument": (subject) => ({
    message: `选项 ${subject} 后面缺少内容`,
    hint: "在命令后加 --help 查看用法和示例",
  }),
  "commander.excessArguments": (_subject, command) => ({
    message: "参数过多",
    hint: `${optionsOf(command).includes("--format") ? "几种格式用逗号连写，不加空格；" : ""}路径中有空格时请加引号；${howToWrite(command)}`,
  }),
});

/** Words a commander error for the user; null for what is no fault (help, version). */
export function usageFault(error: CommanderError, command: Command): UsageFault | null {
  if (error.exitCode === 0) return null;
  const subject = /'([^']*)'/u.exec(error.message)?.[1] ?? "";
  const wording = WORDINGS[error.code];
  return wording
    ? wording(subject, command)
    : { message: "命令写法有误", hint: "用 report --help 查看全部命令" };
}

function didYouMean(word: string, candidates: readonly string[]): string | null {
  const guess = nearest(word, candidates);
  return guess === null ? null : `是否要写“${guess}”？`;
}

function optionsOf(command: Command): string[] {
  return command.options.flatMap(({ long }) => (typeof long === "string" ? [long] : []));
}

/** 用法：report score <年份>，加 --help 有说明和示例 */
function howToWrite(command: Command): string {
  const called = ["report", ...(command.parent ? [command.name()] : [])];
  const usage = [...called, ...command.registeredArguments.map(argumentTerm)].join(" ");
  return `用法：${usage}；加 --help 有说明和示例`;
}
