import path from "node:path";
import { EXIT, type ExitCode } from "../issues/error.js";
import { readInput } from "../run/input.js";
import { publishReports } from "../run/publish.js";
import { outFolderOf, settingsOf, type CommandOptions, type Surroundings } from "../run/settings.js";
import { prettyIssues, tellErrors } from "../show/show-issues.js";
import { hasErrors } from "../issues/issue.js";

/** Freezes the 定稿 printed for a year in the data folder. Returns 1 where something is not as it was printed. */
export async function publish(
  year: number,
  options: CommandOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const settings = settingsOf(options, surroundings, { known: [], defaults: [] });
  const { terminal } = surroundings;
  const input = await readInput(settings);
  tellErrors(input.issues, terminal);
  if (hasErrors(input.issues)) {
    terminal.err("数据有错误，没有存档。请改正后重新编制。\n");
    return EXIT.findings;
  }
  const out = outFolderOf(settings, year);
  const { frozen, issues } = await publishReports(year, out, settings.dataFolder, input, settings.asOf);
  if (issues.length > 0) {
    terminal.err(prettyIssues(issues, terminal.colour.err));
    terminal.err("没有存档，数据文件夹没有改动。\n");
    return EXIT.findings;
  }
  for (const { name, file, edition, before } of frozen) {
    const where = path.join(settings.dataFolder, file);
    terminal.out(
      before ? `已存档过，没有变化：${name}  ${where}\n` : `已存档：${name}（第${edition}版）  ${where}\n`,
    );
  }
  return EXIT.done;
}
