#!/usr/bin/env node
import { openDrawing } from "./commands/open-drawing.js";
import { run } from "./program.js";
import { processTerminal } from "./terminal.js";

/** The day on the user's own calendar, not in Greenwich. */
function localDay(now: Date): string {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

// `report score 2025 | head` closes our stdout: that is the reader's choice, not a fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

process.exitCode = await run(process.argv.slice(2), {
  terminal: processTerminal(process),
  env: process.env,
  platform: process.platform,
  today: localDay(new Date()),
  openDrawing,
});
