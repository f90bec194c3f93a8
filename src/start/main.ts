import { openSideWork } from "../run/open-side-work.js";
import { run } from "../commands/program.js";
import { writingReason } from "../files/errno.js";
import { processTerminal } from "../terminal/terminal.js";
import { EXIT } from "../issues/error.js";

/** The time on the user's own clock and calendar, not in Greenwich: 2026-05-20T09:30:00+08:00. */
function localTime(now: Date): string {
  const ahead = -now.getTimezoneOffset();
  const shifted = new Date(now.getTime() + ahead * 60_000).toISOString().slice(0, 19);
  const two = (count: number) => String(count).padStart(2, "0");
  const zone = `${two(Math.floor(Math.abs(ahead) / 60))}:${two(Math.abs(ahead) % 60)}`;
  return `${shifted}${ahead < 0 ? "-" : "+"}${zone}`;
}

// `report score 2025 | head` closes our stdout: that is the reader's choice, not a fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(EXIT.done);
  const { reason, next } = writingReason(error);
  process.stderr.write(`结果写不出去：${reason}。\n→ ${next || "请检查标准输出所指的文件"}\n`);
  process.exit(EXIT.usage);
});

// Nobody listens to what is said beside the product: it is made all the same.
process.stderr.on("error", () => undefined);

const now = localTime(new Date());
void run(process.argv.slice(2), {
  terminal: processTerminal(process),
  env: process.env,
  platform: process.platform,
  now,
  today: now.slice(0, 10),
  openSideWork,
}).then((code) => {
  process.exitCode = code;
});
