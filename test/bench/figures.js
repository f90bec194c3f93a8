/**
 * npm run figures [-- CHECKOUT …]: how big the house is. Files and lines of the sources, templates and tests, the
 * fullest folder, and how long functions are.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { functionsOf } from "./functions.js";

const checkouts = process.argv.slice(2);
for (const checkout of checkouts.length === 0 ? [process.cwd()] : checkouts) tell(path.resolve(checkout));

function tell(root) {
  const sources = filesIn(root, "src", /\.ts$/u);
  const functions = sources.flatMap(functionsOf).sort((a, b) => a.lines - b.lines);
  const longest = functions.at(-1);
  const fullest = fullestFolder(sources);
  process.stdout.write(
    `${root}\n` +
      `  src        ${size(sources)}; longest file ${longestFile(root, sources)}\n` +
      `  test       ${size(filesIn(root, "test", /\.[jt]s$/u))}\n` +
      `  templates  ${size(filesIn(root, "templates", /\.(?:hbs|css)$/u))}\n` +
      `  fullest    ${path.relative(root, fullest.folder)}: ${fullest.files} files beside its subfolders\n` +
      `  functions  ${functions.length}; lines: median ${at(functions, 0.5)}, p90 ${at(functions, 0.9)}, ` +
      `longest ${longest?.lines} (${longest?.name} in ${path.relative(root, longest?.file ?? "")})\n`,
  );
}

function filesIn(root, folder, wanted) {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function linesOf(file) {
  return readFileSync(file, "utf8").trimEnd().split("\n").length;
}

function size(files) {
  return `${files.length} files, ${files.reduce((sum, file) => sum + linesOf(file), 0)} lines`;
}

function longestFile(root, files) {
  const [longest] = files.map((file) => ({ file, lines: linesOf(file) })).sort((a, b) => b.lines - a.lines);
  return `${path.relative(root, longest.file)} (${longest.lines})`;
}

function fullestFolder(files) {
  const counts = new Map();
  for (const file of files) counts.set(path.dirname(file), (counts.get(path.dirname(file)) ?? 0) + 1);
  const [[folder, count]] = [...counts].sort((a, b) => b[1] - a[1]);
  return { folder, files: count };
}

function at(functions, share) {
  return functions[Math.min(functions.length - 1, Math.floor(functions.length * share))]?.lines;
}
