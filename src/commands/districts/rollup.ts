import type { RegionOptions } from "../../batch/rollup/context.js";
import type { ExitCode } from "../../issues/error.js";
import { browserDoor, NO_BROWSER } from "../../run/browser-door.js";
import { FORMATS } from "../../run/formats.js";
import { settingsOf, type CommandOptions, type Surroundings } from "../../run/settings.js";

const FORMAT_NAMES = FORMATS.map(({ format }) => format);

/** Options as the command line gives them. */
export interface RollupOptions extends CommandOptions, RegionOptions {
  geojson?: string;
  sql?: string;
}

/**
 * Adds up what `report batch` left in `folders`, and writes a report a plan. Without a browser and where no format is
 * asked for, the Word file and the workbook alone are written. Returns 1 where a shard is missing, doubled or of another run.
 */
export async function rollup(
  folders: readonly string[],
  options: RollupOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const usual = ["pdf", "docx", "xlsx"];
  const defaults = options.browser === NO_BROWSER ? usual.slice(1) : usual;
  const settings = settingsOf(options, surroundings, { known: FORMAT_NAMES, defaults });
  const side = surroundings.openSideWork();
  side.prepare("rollup", { override: settings.templatesFolder });
  const browser = await browserDoor(settings, surroundings);
  try {
    const { makeRollup } = await import("../../batch/rollup/make.js");
    const asked = {
      folders,
      region: options,
      geojson: options.geojson ?? null,
      sqlFolder: options.sql ?? null,
    };
    return await makeRollup(asked, settings, { browser, side }, surroundings.terminal);
  } finally {
    await Promise.all([browser.close(), side.close()]);
  }
}
