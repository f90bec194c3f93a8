import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Script } from "node:vm";

interface Chunk {
  script: Script;
  /** As CommonJS has it: what the chunk exports. */
  exports: object;
}

/** What a chunk is given, by name: CommonJS, and for import.meta.url what rolldown.config.js puts in its place. */
const GIVEN = ["exports", "require", "module", "__filename", "__dirname", "importMetaUrl"];

/** Chunks whose name carries a digest of what is in them (rolldown.config.js). */
const IS_NAMED_BY_CONTENT = /-[\w-]{8}\.cjs$/u;

const loaded = new Map<string, Chunk>();

/**
 * Runs a chunk of the built program, and those it asks for, as `require` would, but for one thing: what V8 made of it at
 * the end of the build is taken as it is, where otherwise every start compiles two megabytes. V8 looks whether that is of
 * its own version and its flags, and compiles where it is not.
 */
export function loadBuilt(chunk: URL): unknown {
  return load(fileURLToPath(chunk));
}

function load(file: string): object {
  const before = loaded.get(file);
  if (before !== undefined) return before.exports;
  const script = new Script(wrapped(readFileSync(file, "utf8")), { filename: file, ...compiledBefore(file) });
  const chunk: Chunk = { script, exports: {} };
  loaded.set(file, chunk);
  const folder = path.dirname(file);
  const library = createRequire(file);
  const ask = (id: string): unknown => (id.startsWith("./") ? load(path.join(folder, id)) : library(id));
  const run = script.runInThisContext() as (...given: readonly unknown[]) => void;
  run(chunk.exports, ask, chunk, file, folder, pathToFileURL(file).href);
  return chunk.exports;
}

/** Begins on the first line of the chunk, so that a stack names the lines of the file. */
function wrapped(source: string): string {
  return `(function (${GIVEN.join(", ")}) { ${source}\n})`;
}

/** Of the source V8 compares the length and no more: another chunk has another name, and what is beside it, too. */
function compiledBefore(file: string): { cachedData?: Buffer } {
  if (!IS_NAMED_BY_CONTENT.test(file)) return {};
  try {
    return { cachedData: readFileSync(compiledName(file)) };
  } catch {
    // None is packed for another system, and the build makes none of what it does not run.
    return {};
  }
}

function compiledName(file: string): string {
  return `${file}.compiled`;
}

/** What V8 has made so far of the chunks that were loaded, functions that have run included: to be laid beside them. */
export function compiledSoFar(): { name: string; bytes: Buffer }[] {
  return [...loaded]
    .filter(([file]) => IS_NAMED_BY_CONTENT.test(file))
    .map(([file, { script }]) => ({
      name: path.basename(compiledName(file)),
      bytes: script.createCachedData(),
    }));
}
