import type { ReportKind } from "../narrative/narrative.js";
import { browserDoor } from "../run/browser-door.js";
import { FORMATS } from "../run/formats.js";
import { REPORT_KINDS } from "../run/report-kinds.js";
import { settingsOf, type CommandOptions, type Surroundings } from "../run/settings.js";
import type { ExitCode } from "../issues/error.js";

const CHOICES = { known: FORMATS.map(({ format }) => format), defaults: ["pdf", "xlsx"] };

/**
 * A report and its 数据报表 for every chosen plan; `year` null takes the year the kind is usually about.
 * Returns the exit code: 1 when findings of severity error (or, with --strict, any warning) stop the
 * report; nothing is written then.
 *
 * Side work and browser are started first, and only then is loaded what reads data and scores: while that
 * works, nothing else of this thread gets its turn.
 */
export async function compileReports(
  kind: ReportKind,
  year: number | null,
  options: CommandOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const recipe = REPORT_KINDS[kind];
  const settings = settingsOf(options, surroundings, CHOICES, recipe.sample);
  if (options.writeNarrative === true) {
    const { writeNarratives } = await import("../run/write-narrative.js");
    return writeNarratives(recipe, year, settings, surroundings.terminal);
  }
  const side = surroundings.openSideWork();
  const reading = side.readManifest(settings.dataFolder);
  // Awaited once the workbooks are read; until then a failure must not count as unhandled.
  reading.catch(() => undefined);
  if (settings.formats.some((format) => PAGES.includes(format)))
    side.prepare(kind, { override: settings.templatesFolder });
  const browser = await browserDoor(settings, surroundings);
  try {
    const { makeReports } = await import("../run/reports.js");
    return await makeReports(recipe, year, settings, { browser, side, reading }, surroundings.terminal);
  } finally {
    await Promise.all([browser.close(), side.close()]);
  }
}

/** The formats that need the report as a page, or pictures of it. */
const PAGES: readonly string[] = ["pdf", "docx", "html"];
