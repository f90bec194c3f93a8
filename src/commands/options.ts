import { Command, Option } from "commander";
import type { Surroundings } from "../run/settings.js";
import type { ExitCode } from "../issues/error.js";
import { pad } from "../terminal/columns.js";
import { displayWidth } from "../terminal/display-width.js";
import { largest } from "../terms/long-lists.js";

/* What the verbs have in common: how they are made, the options of several of them, and the examples in their help. */

/** Makes one command of the program; `done` is told its exit code. */
export type Verb = (surroundings: Surroundings, done: (code: ExitCode) => void) => Command;

export function dataOptions(command: Command): Command {
  return folderOptions(command).addOption(
    new Option("--demo", "使用自带的示例数据，印出的每页标注“示例数据”"),
  );
}

export function folderOptions(command: Command): Command {
  return pathOptions(
    command.addOption(
      new Option("--plan <编号>", "只做这一规划：women 妇女、children 儿童（可重复）").argParser(repeated),
    ),
  );
}

/** An option that may be given several times. */
export function repeated(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value];
}

export function pathOptions(command: Command): Command {
  return command
    .addOption(new Option("--plans <文件夹>", "规划文件所在文件夹（默认用自带的规划）"))
    .addOption(new Option("--data <文件夹>", "各单位工作簿所在的数据文件夹（默认 data）"));
}

export function browserOption(): Option {
  return new Option(
    "--browser <路径>",
    "指定 Chrome、Chromium 或 Edge 的程序文件；none 表示不用浏览器（不写 PDF）",
  );
}

export function outOption(): Option {
  return new Option("--out <文件夹>", "写出到哪个文件夹（默认 out/<年份>）");
}

export function saveOption(): Option {
  return new Option("--save <文件>", "结果存成文件，不显示（PowerShell 中的 > 会弄乱汉字）");
}

export function templatesOption(): Option {
  return new Option("--templates <文件夹>", "自己的版式文件夹，逐个文件替换自带版式");
}

export function asOfOption(): Option {
  return new Option("--as-of <日期>", "报告日期，如 2026-05-20（默认今天）");
}

export function strictOption(): Option {
  return new Option("--strict", "有提醒时也按错误处理");
}

export function formatOption(choices: string, usual: string): Option {
  return new Option("--format <格式>", `${choices}（默认 ${usual}）`);
}

export function examples(...lines: readonly (readonly [command: string, meaning: string])[]): string {
  const widest = largest(lines.map(([command]) => displayWidth(command)));
  return `\n示例：\n${lines.map(([command, meaning]) => `  ${pad(command, widest)}   ${meaning}`).join("\n")}`;
}
