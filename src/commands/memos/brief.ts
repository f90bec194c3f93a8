import type { ExitCode } from "../../issues/error.js";
import { browserDoor, NO_BROWSER } from "../../run/browser-door.js";
import { settingsOf, type CommandOptions, type Surroundings } from "../../run/settings.js";

const FORMATS = ["pdf", "docx"];

/**
 * A 监测简报 of one page for every chosen plan. Without a browser and where no format is asked for, the Word file
 * alone is written. Returns 1 when findings of severity error stop it; nothing is written then.
 */
export async function brief(
  year: number,
  options: CommandOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const defaults = options.browser === NO_BROWSER ? ["docx"] : FORMATS;
  const settings = settingsOf(options, surroundings, { known: FORMATS, defaults });
  const side = surroundings.openSideWork();
  const reading = side.readManifest(settings.dataFolder);
  // Awaited once the workbooks are read; until then a failure must not count as unhandled.
  reading.catch(() => undefined);
  if (settings.formats.includes("pdf")) side.prepare("brief", { override: settings.templatesFolder });
  // A Word file without pictures and 目录 has no need of one.
  const printed = settings.formats.filter((format) => format === "pdf");
  const browser = await browserDoor({ ...settings, formats: printed }, surroundings);
  try {
    const { makeBriefs } = await import("../../run/memos/briefs.js");
    return await makeBriefs(year, settings, { browser, side, reading }, surroundings.terminal);
  } finally {
    await Promise.all([browser.close(), side.close()]);
  }
}
