import { readFileSync } from "node:fs";
import { parseAst } from "rolldown/parseAst";

const FUNCTIONS = ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"];

/**
 * The declared functions of a file, each with its lines from first to last. What is written inline is part of the
 * function it stands in.
 */
export function functionsOf(file) {
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
