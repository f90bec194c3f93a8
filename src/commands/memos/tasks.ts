import type { ExitCode } from "../../issues/error.js";
import { makeTasks } from "../../run/memos/tasks.js";
import { settingsOf, type CommandOptions, type Surroundings } from "../../run/settings.js";

/** Options as the command line gives them. */
export interface TaskOptions extends CommandOptions {
  deadline?: string;
  contact?: string;
}

/** A 任务单 for each 责任单位, and a 催报函 for each that has not reported. Returns 1 when errors hold back the 任务单. */
export async function tasks(
  year: number,
  options: TaskOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const settings = settingsOf(options, surroundings, { known: [], defaults: [] });
  const notice = { deadline: options.deadline ?? "", contact: options.contact ?? "" };
  return makeTasks(year, notice, settings, surroundings.terminal);
}
