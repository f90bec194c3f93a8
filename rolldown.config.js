import { chmod, rm } from "node:fs/promises";
import path from "node:path";
import { URL, fileURLToPath } from "node:url";
import * as browsers from "@puppeteer/browsers";
import { defineConfig } from "rolldown";

const compilePlans = {
  name: "compile-plans",
  async writeBundle() {
    // What an earlier build made of the plans is not to be read by this one, should the next step fail.
    await rm(new URL("dist/plans.json", import.meta.url), { force: true });
    const built = await import(new URL("dist/compile-plans.js", import.meta.url).href);
    await built.compilePlans();
  },
};

/**
 * npx makes the program executable once, when it first sees the folder; what a later build writes in its place, after
 * an update, is made so here.
 */
const executable = {
  name: "executable",
  writeBundle: ({ dir }) => chmod(path.join(dir, "cli.js"), 0o755),
};

/**
 * puppeteer's entry brings along what downloads, unpacks and launches browsers: 1.7 MB of proxies, FTP and version
 * numbers that are compiled before a page can be printed. We find the browser and start it ourselves, so that none
 * of it is ever called.
 */
const withoutDownloads = {
  name: "without-downloads",
  resolveId: (source) => (source === "@puppeteer/browsers" ? NEVER_CALLED : null),
  load: (id) =>
    id === NEVER_CALLED
      ? Object.keys(browsers)
          .map((name) => `export const ${name} = undefined;`)
          .join("\n")
      : null,
};
const NEVER_CALLED = "\0never-called";

/**
 * Stages of the program, by the modules they begin with. What every command that reads data has loaded before it
 * starts would be ninety files if left to the bundler, and each takes a millisecond to find, open and link: what the
 * same stages need is one file. Those that stand first keep theirs apart from what is only needed later.
 */
const STAGES = {
  start: ["src/cli.ts"],
  pages: [
    "src/run/side-thread.ts",
    "src/data/folder/read-manifest.ts",
    "src/render/html.ts",
    "src/render/pictures.ts",
  ],
  data: ["src/commands/score.ts", "src/workbook/read/xlsx.ts"],
  yaml: ["src/data/folder/manifest.ts"],
};

const groups = Object.keys(STAGES).map((stage) => ({
  debugName: stage,
  name: (id, graph) => {
    const needed = stagesOf(id, graph);
    const isRead = needed.includes("data") || needed.includes("yaml");
    return isRead && needed.includes(stage) ? needed.join("-") : null;
  },
}));

let reached;
function stagesOf(id, graph) {
  reached ??= Object.entries(STAGES).map(([stage, roots]) => ({ stage, ids: reachedFrom(roots, graph) }));
  return reached.filter(({ ids }) => ids.has(id)).map(({ stage }) => stage);
}

/** All that is loaded with modules of ours, themselves included. */
function reachedFrom(roots, graph) {
  const ids = new Set(roots.map((root) => fileURLToPath(new URL(root, import.meta.url))));
  for (const id of ids) for (const each of graph.getModuleInfo(id)?.importedIds ?? []) ids.add(each);
  return ids;
}

/**
 * dist/ as few files instead of the thousand that we and our libraries are written in: finding and opening
 * those takes a third of a second at every start. What a command does not use stays in chunks of its own.
 */
export default defineConfig({
  input: {
    cli: "src/cli.ts",
    index: "src/index.ts",
    "compile-plans": "src/run/compile-plans.ts",
    "side-thread": "src/run/side-thread.ts",
  },
  platform: "node",
  // Libraries ask for it at every turn, and look it up in the environment each time.
  transform: { define: { "process.env.NODE_ENV": '"production"' } },
  output: {
    dir: "dist",
    chunkFileNames: "[name].js",
    // What an earlier build left is not to be packed with this one.
    cleanDir: true,
    // dist/ has no reader; what licences ask for stays.
    comments: { legal: true, annotation: false, jsdoc: false },
    codeSplitting: { groups },
  },
  plugins: [withoutDownloads, executable, compilePlans],
});
