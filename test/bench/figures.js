/**
 * npm run figures [-- CHECKOUT …]: how big the house is. Files and lines of the sources, templates and tests, the
 * fullest folder, and how long functions are: declared ones, from their first line to their last. What is
 * written inline is part of the function it stands in.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { parseAst } from "rolldown/parseAst";

const FUNCTIONS = ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"];

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

function functionsOf(file) {
  const text = readFileSync(file, "utf8");
  const found = [];
  walk(parseAst(text, { lang: "ts" }), "", (name, node) => {
    found.push({ file, name, lines: text.slice(node.start, node.end).split("\n").length });
  });
  return found;
}

/** Tells every declared function: by a statement, as a method or an entry of a record, or as a constant. */
function walk(node, name, found) {
  if (Array.isArray(node)) return node.forEach((each) => walk(each, "", found));
  if (typeof node?.type !== "string") return undefined;
  const own = node.id?.name ?? name;
  if (FUNCTIONS.includes(node.type) && own !== "" && node.body !== null) found(own, node);
  for (const [key, value] of Object.entries(node)) {
    if (value !== null && typeof value === "object") walk(value, nameFor(node, key), found);
  }
  return undefined;
}

function nameFor(node, key) {
  if (node.type === "VariableDeclarator" && key === "init") return node.id.name ?? "";
  const entry = ["Property", "MethodDefinition", "PropertyDefinition"].includes(node.type) && key === "value";
  return entry ? (node.key.name ?? node.key.value ?? "") : "";
}

function at(functions, share) {
  return functions[Math.min(functions.length - 1, Math.floor(functions.length * share))]?.lines;
}
