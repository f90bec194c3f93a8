import path from "node:path";
import { checking, choicesFor, type Choice, type Work } from "./choices.js";
import type { Desk } from "./desk.js";
import { typedPath } from "./dropped.js";

const END = "0";

/** What the menu starts from. */
export interface Start {
  /** What was dragged onto the batch file. */
  dropped: readonly string[];
  /** YYYY-MM-DD: the year before is the one reported on, unless the person says another. */
  today: string;
  /** The folder of the batch file. */
  home: string;
}

/** Checks the data, and then does what is asked for until the person has had enough. */
export async function menu({ dropped, today, home }: Start, desk: Desk): Promise<void> {
  const folder = await chosenFolder(dropped, desk);
  if (folder === null) return;
  let work = workOn(folder, String(Number(today.slice(0, 4)) - 1), home);
  desk.say(`\n${folder === "" ? "使用自带的示例数据" : `数据文件夹：${folder}`}\n\n`);
  await desk.run(checking(work.data));
  for (;;) {
    const choices = choicesFor(work);
    const answer = plainDigits(await desk.ask(listed(choices, work)));
    if (answer === END) return;
    if (Number(answer) === choices.length + 1) work = workOn(folder, await askedYear(work.year, desk), home);
    else await take(choices[Number(answer) - 1], work, desk);
  }
}

/** The data folder; "" for the sample data, null where there is nobody to ask. */
async function chosenFolder(dropped: readonly string[], desk: Desk): Promise<string | null> {
  const [first = "", ...others] = dropped;
  if (others.length > 0) desk.say("一次只能拖一个文件夹：请拖放监测工作簿的文件夹。\n");
  else if (first !== "" && desk.isFolder(first)) return first;
  else if (first !== "") desk.say(`这不是文件夹：${first}\n请拖放监测工作簿的文件夹，不要拖文件。\n`);
  for (;;) {
    const answer = await desk.ask("把数据文件夹拖进这个窗口，按回车（直接按回车，用自带的示例数据）：");
    if (answer === null) return null;
    const folder = typedPath(answer);
    if (folder === "" || desk.isFolder(folder)) return folder;
    desk.say(`没有这个文件夹：${folder}\n`);
  }
}

/** What is written stands beside the data folder, which holds what people put there; a drive has nothing beside it. */
function workOn(folder: string, year: string, home: string): Work {
  if (folder === "") return { folder, data: ["--demo"], year, out: path.join(home, "示例报告", year) };
  const parent = path.dirname(folder);
  const out =
    parent === folder ? path.join(folder, "报告") : path.join(parent, `${path.basename(folder)}的报告`);
  return { folder, data: ["--data", folder], year, out: path.join(out, year) };
}

function listed(choices: readonly Choice[], work: Work): string {
  const lines = [...choices.map(({ label }) => label(work)), `换一个年份（现在是${work.year}年）`];
  const numbered = lines.map((line, index) => `${String(index + 1).padStart(4)}  ${line}`);
  return `\n${numbered.join("\n")}\n   0  结束\n\n输入数字，按回车：`;
}

async function take(choice: Choice | undefined, work: Work, desk: Desk): Promise<void> {
  if (choice === undefined) return desk.say("没有这一项。\n");
  const argv = await choice.argv(work, desk);
  if (argv === null) return;
  desk.say("\n");
  const code = await desk.run(argv);
  if (code === 0 && choice.writes === true) desk.show(work.out);
}

async function askedYear(year: string, desk: Desk): Promise<string> {
  const answer = plainDigits(await desk.ask("监测年份，如 2025："));
  if (/^\d{4}$/u.test(answer)) return answer;
  desk.say(`没有改，仍是${year}年。\n`);
  return year;
}

/** Digits from a Chinese keyboard may be full-width. Nobody there is the end. */
function plainDigits(answer: string | null): string {
  return (answer ?? END).normalize("NFKC").trim().replace(/年$/u, "");
}
