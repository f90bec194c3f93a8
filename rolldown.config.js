import { execFileSync } from "node:child_process";
import { chmod } from "node:fs/promises";
import path from "node:path";
import { URL, fileURLToPath } from "node:url";
import * as browsers from "@puppeteer/browsers";
import { defineConfig } from "rolldown";

/** The plans as the program has learnt to read them, and what V8 made of the chunks (src/start/after-build.ts). */
const finishBuild = {
  name: "finish-build",
  writeBundle: ({ dir }) =>
    void execFileSync(process.execPath, [path.join(dir, "after-build.js")], { stdio: "inherit" }),
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
 * puppeteer's entry brings along what downloads, unpacks and launches browsers, and a WebSocket with the whole of HTTPS
 * behind it: 1.8 MB that are compiled before a page can be printed. We find the browser, start it ourselves and talk to
 * it over a pipe, so that none of it is ever called.
 *
 * It also looks for settings of its own in the folder a program is run in, and runs those that are JavaScript. That
 * folder is one of workbooks that came by e-mail; here it finds none.
 */
const REPLACED = {
  "@puppeteer/browsers": Object.keys(browsers)
    .map((name) => `export const ${name} = undefined;`)
    .join("\n"),
  ws: "export default undefined;",
  // It asks anew for each message to the browser whether somebody wants to see it: a fiftieth of a report's computing.
  debug: "export default () => Object.assign(() => undefined, { enabled: false });",
  cosmiconfig: "export const cosmiconfigSync = () => ({ search: () => null });",
};
const PREFIX = "\0instead-of:";
const withoutTheRest = {
  name: "without-the-rest",
  resolveId: (source) => (Object.hasOwn(REPLACED, source) ? `${PREFIX}${source}` : null),
  load: (id) => (id.startsWith(PREFIX) ? REPLACED[id.slice(PREFIX.length)] : null),
};

/**
 * An import of the module asks for all that it has, stdin and the list of allowed flags with it, and yaml's entry for Node
 * is seventy modules that are each set up at the start: some milliseconds each time, for what the global and yaml's own
 * other entry have as well.
 */
const lightEntries = {
  name: "light-entries",
  resolveId(source, _importer, { kind }) {
    if (source === "node:process" && kind === "import-statement") return `${PREFIX}process`;
    return source === "yaml"
      ? fileURLToPath(new URL("node_modules/yaml/browser/dist/index.js", import.meta.url))
      : null;
  },
  load: (id) => (id === `${PREFIX}process` ? "export default process;" : null),
};

/**
 * Stages of the program, by the modules they begin with. What every command that reads data has loaded before it
 * starts would be ninety files if left to the bundler, and each takes a millisecond to find, open and link: what a
 * stage needs is two files, one of what later ones need, too, and one of its own.
 */
const STAGES = {
  start: ["src/start/main.ts"],
  pages: [
    "src/run/side-thread.ts",
    "src/data/folder/read-manifest.ts",
    "src/render/html.ts",
    "src/render/pictures.ts",
    "src/workbook/produced.ts",
  ],
  yaml: ["src/data/folder/manifest.ts"],
  data: ["src/commands/score.ts", "src/workbook/read/xlsx.ts"],
  report: [
    "src/run/reports.ts",
    "src/report/annual.ts",
    "src/report/working-paper.ts",
    "src/report/exports/provenance.ts",
  ],
};

/**
 * What several need comes first: a chunk takes along what its modules need, unless an earlier one has it. What Node is
 * told to run stays alone, or whoever needs a part of it would run it.
 */
const groups = Object.keys(STAGES).flatMap((stage) =>
  [`${stage}-and-later`, stage].map((name) => ({
    name: (id, graph) =>
      !graph.getModuleInfo(id)?.isEntry && chunkOf(stagesOf(id, graph)) === name ? name : null,
  })),
);

function chunkOf([first, ...others]) {
  return others.length > 0 ? `${first}-and-later` : first;
}

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

const SHARED = {
  platform: "node",
  // Libraries ask for it at every turn, and look it up in the environment each time.
  transform: { define: { "process.env.NODE_ENV": '"production"' } },
};

// dist/ has no reader; what licences ask for stays.
const comments = { legal: true, annotation: false, jsdoc: false };

/** For programs of others. */
const library = {
  ...SHARED,
  input: { index: "src/index.ts" },
  output: { dir: "dist", chunkFileNames: "[name].js", comments, cleanDir: true },
  plugins: [withoutTheRest, lightEntries],
};

/**
 * The program: few files instead of the thousand that we and our libraries are written in, since finding and opening
 * those takes a third of a second at every start. What a command does not use stays in chunks of its own. CommonJS,
 * because Node 20 takes nothing compiled before for modules; src/start/load-built.ts runs it, and what it is given in
 * the place of import.meta.url.
 */
const program = {
  ...SHARED,
  transform: { define: { ...SHARED.transform.define, "import.meta.url": "importMetaUrl" } },
  input: {
    main: "src/start/main.ts",
    "side-work": "src/run/side-thread.ts",
    "finish-build": "src/start/finish-build.ts",
  },
  output: {
    dir: "dist",
    format: "cjs",
    dynamicImportInCjs: false,
    entryFileNames: "[name].cjs",
    // What V8 made of a chunk lies beside it under the same name: another chunk needs another.
    chunkFileNames: "[name]-[hash].cjs",
    comments,
    codeSplitting: { groups },
  },
  plugins: [withoutTheRest, lightEntries],
};

/** What Node is told to run. */
const entries = {
  ...SHARED,
  input: {
    cli: "src/start/cli.ts",
    "side-thread": "src/start/side-thread.ts",
    "after-build": "src/start/after-build.ts",
  },
  output: { dir: "dist", chunkFileNames: "[name].js", comments },
  plugins: [executable, finishBuild],
};

export default defineConfig([library, program, entries]);
