/**
 * npm run dev [-- --plan children --kind midterm --port 4000]: the sample report of one plan as a page in a
 * browser, which shows a changed sentence, template or plan a moment after it is saved. The program is bundled
 * anew when a source changes, and run anew for each page, so that nothing of an earlier state is left in it.
 */
import { spawn } from "node:child_process";
import { watch as watchFolder } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { watch as watchSources } from "rolldown";
import config from "../../rolldown.config.js";

const { values: asked } = parseArgs({
  options: {
    plan: { type: "string", default: "women" },
    kind: { type: "string", default: "annual" },
    port: { type: "string", default: "4173" },
  },
});

const ROOT = path.resolve(import.meta.dirname, "../..");
/** Inside the package: the program looks for plans and templates above itself. */
const HOME = path.join(ROOT, "node_modules/.cache/report-dev");
const PLANS = path.join(HOME, "plans.json");
const REPORT = asked.kind === "annual" ? ["annual", "2025"] : [asked.kind];
const OPTIONS = ["--demo", "--plan", asked.plan, "--format", "html", "--as-of", "2026-05-20"];
/** Milliseconds an editor takes to write a file in several steps. */
const SETTLED = 40;

const say = (text) => process.stderr.write(`${text}\n`);

/** Browsers that wait for the next page. */
const waiting = new Set();
const RELOAD = "<script>new EventSource('/events').onmessage = () => location.reload()</script>";
let page = "<!doctype html><meta charset='utf-8'><p>正在编制…</p>";

function show(html) {
  page = html;
  for (const response of waiting) response.write("data: changed\n\n");
}

/** What went wrong, in place of the page: who looks there need not look at the terminal. */
function showFault(text) {
  say(text);
  show(
    `<!doctype html><meta charset="utf-8"><pre>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</pre>`,
  );
}

const server = createServer((request, response) => {
  if (request.url !== "/events") {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" });
    response.end(page + RELOAD);
    return;
  }
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  waiting.add(response);
  request.on("close", () => waiting.delete(response));
});
server.on("error", (error) => {
  say(error.code === "EADDRINUSE" ? `端口${asked.port}已被占用，请用 -- --port 另指定一个` : error.stack);
  process.exit(1);
});

let latest = 0;
let running = null;

/** Makes the page anew; what was begun for an earlier change is given up. */
async function make() {
  const start = performance.now();
  const own = ++latest;
  running?.kill();
  await pause(SETTLED);
  if (own !== latest) return;
  const out = path.join(HOME, `out-${own}`);
  const { code, said } = await run([path.join(HOME, "cli.js"), ...REPORT, ...OPTIONS, "--out", out]);
  if (own === latest) {
    if (code === 0) show(await htmlIn(out));
    else showFault(said);
    say(
      `${new Date().toLocaleTimeString("zh-CN")} 已更新，用时${((performance.now() - start) / 1000).toFixed(1)}秒`,
    );
  }
  await rm(out, { recursive: true, force: true });
}

function run(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "ignore", "pipe"] });
    running = child;
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text) => (said += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, said }));
  });
}

async function htmlIn(folder) {
  const name = (await readdir(folder)).find((each) => each.endsWith(".html"));
  return readFile(path.join(folder, name), "utf8");
}

const { cli, "side-thread": thread, "compile-plans": compile } = config.input;
const sources = watchSources({
  ...config,
  cwd: ROOT,
  input: { cli, "side-thread": thread, "compile-plans": compile },
  output: { ...config.output, dir: HOME },
  plugins: [],
});
let built = false;
// Plans read beforehand save a quarter of a second a page; a change in how they are read ends that.
sources.on("change", (file) => {
  if (/[\\/]src[\\/](?:plan|yaml|terms)[\\/]/u.test(file)) return rm(PLANS, { force: true });
});
sources.on("event", async (event) => {
  if (event.code === "ERROR") showFault(event.error?.message ?? String(event.error));
  if (event.code === "BUNDLE_END" || event.code === "ERROR") await event.result?.close();
  if (event.code !== "BUNDLE_END") return;
  if (!built) {
    const { compilePlans } = await import(pathToFileURL(path.join(HOME, "compile-plans.js")).href);
    await compilePlans(HOME);
    built = true;
  }
  await make();
});

for (const folder of ["templates", "plans", "fixtures/data", "fixtures/data-2030"]) {
  watchFolder(path.join(ROOT, folder), { recursive: true }, () => void make());
}

server.listen(Number(asked.port), "127.0.0.1", () => {
  say(`http://127.0.0.1:${asked.port}/  ${asked.plan} ${REPORT.join(" ")}（示例数据）；Ctrl+C 结束`);
});
