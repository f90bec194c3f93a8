/**
 * npm run dev [-- --plan children --kind midterm --port 4000]: the sample report of one plan as a page in a
 * browser, which shows a changed sentence, template or plan a moment after it is saved. Our sources are bundled
 * anew at each change; libraries, and the data that were read, stay as they are.
 */
import { watch as watchFolder } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { parseArgs, stripVTControlCharacters } from "node:util";
import { watch as watchSources } from "rolldown";

const { values: asked } = parseArgs({
  options: {
    plan: { type: "string", default: "women" },
    kind: { type: "string", default: "annual" },
    port: { type: "string", default: "4173" },
  },
});

const ROOT = path.resolve(import.meta.dirname, "../..");
/** Inside the package: the program looks for plans and templates above itself. */
const BUNDLE = path.join(ROOT, "node_modules/.cache/report-dev");
/** Milliseconds an editor takes to write a file in several steps. */
const SETTLED = 30;

const say = (text) => process.stderr.write(`${text}\n`);

/** Browsers that wait for the next page. */
const waiting = new Set();
const RELOAD = "<script>new EventSource('/events').onmessage = () => location.reload()</script>";
let page = "<!doctype html><meta charset='utf-8'><p>正在编制…</p>";

function show(html) {
  page = html;
  for (const response of waiting) response.write("data: changed\n\n");
}

/** In place of the page: who looks there need not look at the terminal. */
function showFault(text) {
  say(text);
  const plain = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  show(`<!doctype html><meta charset="utf-8"><pre>${plain}</pre>`);
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

let program = null;
let sample = null;
let latest = 0;
let working = Promise.resolve();

/** Makes the page anew, after the one being made; of several changes at once only the last counts. */
async function make() {
  const start = performance.now();
  const own = ++latest;
  await Promise.all([working, pause(SETTLED)]);
  if (own !== latest || program === null) return;
  working = update().then(() => say(`已更新，用时${((performance.now() - start) / 1000).toFixed(1)}秒`));
  await working;
}

async function update() {
  try {
    if (sample?.readers.some((reader, index) => reader !== program.readers[index])) sample = null;
    sample ??= await program.readSample(asked.kind, asked.plan);
    show(await program.pageOf(sample));
  } catch (error) {
    showFault(program.faultText(error));
  }
}

let entry = "";
await rm(BUNDLE, { recursive: true, force: true });
const sources = watchSources({
  input: path.join(import.meta.dirname, "page.ts"),
  cwd: ROOT,
  platform: "node",
  external: (id) => !id.startsWith(".") && !path.isAbsolute(id),
  // A file each, named for its content and for what it imports: what a change does not reach is not loaded
  // again, keeps its fonts open and stays fast.
  output: { dir: BUNDLE, preserveModules: true, entryFileNames: "[name]-[hash].js" },
  plugins: [
    {
      name: "entry",
      writeBundle(_, files) {
        entry = Object.values(files).find(({ isEntry, name }) => isEntry && name.endsWith("page")).fileName;
      },
    },
  ],
});
sources.on("event", async (event) => {
  if (event.code === "ERROR") showFault(stripVTControlCharacters(event.error.message));
  if (event.code === "BUNDLE_END" || event.code === "ERROR") await event.result?.close();
  if (event.code !== "BUNDLE_END") return;
  try {
    program = await import(pathToFileURL(path.join(BUNDLE, entry)).href);
  } catch (error) {
    showFault(error.stack);
    return;
  }
  await make();
});

watchFolder(path.join(ROOT, "templates"), () => void make());
for (const folder of ["plans", "fixtures/data", "fixtures/data-2030"]) {
  watchFolder(path.join(ROOT, folder), { recursive: true }, () => {
    sample = null;
    void make();
  });
}

server.listen(Number(asked.port), "127.0.0.1", () => {
  say(`http://127.0.0.1:${asked.port}/  ${asked.plan} ${asked.kind}（示例数据）；Ctrl+C 结束`);
});
