import { tableOf } from "../terms/table-of.js";
import { issue, type Issue } from "../issues/issue.js";
import { nearest } from "../terms/nearest.js";
import type { Shape } from "./model-shape.js";
import type { Start } from "./starts.js";
import type { Template } from "./templates.js";

/** null: what stands there cannot be told (the result of a helper), so nothing below it is checked. */
type Known = Shape | null;

/** What a template sees at one place: the contexts around it, innermost first, and block parameters. */
interface Scope {
  contexts: readonly Known[];
  names: Readonly<Record<string, Known>>;
}

interface Walk {
  root: Shape;
  report: string;
  templates: ReadonlyMap<string, Template>;
  helpers: readonly string[];
  /** Partial and shape pairs already walked: blocks.hbs is called from several places. */
  seen: Map<string, Set<Shape>>;
  issues: Issue[];
  /** The template being walked, and the partials it was called by. */
  template: Template;
  callers: readonly string[];
  /** Whether it was called with something to stand inside it: {{#> page}}…{{/page}}. */
  holds: boolean;
}

type PartialCall = hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement;

interface Call {
  path: hbs.AST.Node;
  params: hbs.AST.Expression[];
  hash?: hbs.AST.Hash;
}

/**
 * Findings on every path `template` and the partials it calls use that the model does not have, on unknown
 * partials and helpers, and on {{{unescaped}}} output. Handlebars' strict mode throws on {{missing}} when
 * it prints, but is silent on {{#if missing}}.
 */
export function checkPaths(
  template: Template,
  templates: readonly Template[],
  { shape: root, report }: Pick<Start, "shape" | "report">,
  helpers: readonly string[],
): Issue[] {
  const byName = new Map(templates.map((each) => [each.name, each]));
  const walk: Walk = {
    root,
    report,
    templates: byName,
    helpers,
    seen: new Map(),
    issues: [],
    template,
    callers: [],
    holds: false,
  };
  visit(walk, template.program, { contexts: [root], names: {} });
  return walk.issues;
}

type Visitor = (walk: Walk, statement: never, scope: Scope) => void;

const VISITORS = tableOf<Visitor>({
  MustacheStatement: visitMustache,
  BlockStatement: visitBlock,
  PartialStatement: (walk: Walk, node: PartialCall, scope: Scope) => visitPartial(walk, node, scope),
  PartialBlockStatement: visitPartialBlock,
});

function visit(walk: Walk, program: hbs.AST.Program, scope: Scope): void {
  for (const statement of program.body) VISITORS[statement.type]?.(walk, statement as never, scope);
}

function visitMustache(walk: Walk, node: hbs.AST.MustacheStatement, scope: Scope): void {
  const path = nameOf(node.path);
  if (!node.escaped) walk.issues.push(issue("template/unescaped", placeOf(walk, node), { path }));
  evaluate(walk, node, scope);
}

function visitBlock(walk: Walk, node: hbs.AST.BlockStatement, scope: Scope): void {
  const [given = null] = node.params.map((param) => evaluate(walk, param, scope));
  const name = nameOf(node.path);
  if (!walk.helpers.includes(name)) unknownHelper(walk, node, name);
  visit(walk, node.program, inside(name, given, node.program.blockParams ?? [], scope));
  // Where there is no {{else}} the program is missing at run time, whatever the type says.
  const inverse = node.inverse as hbs.AST.Program | undefined;
  if (inverse) visit(walk, inverse, scope);
}

/** {{#each}} and {{#with}} go into what they are given; {{#if}} and {{#unless}} stay. */
function inside(helper: string, given: Known, parameters: readonly string[], scope: Scope): Scope {
  if (helper !== "each" && helper !== "with") return scope;
  const context = helper === "with" || given === null ? given : isList(given) ? given[0] : {};
  const named = parameters.map((name, i): [string, Known] => [name, i === 0 ? context : "value"]);
  return {
    contexts: [context, ...scope.contexts],
    names: { ...scope.names, ...Object.fromEntries(named) },
  };
}

/** Where {{> @partial-block}} stands in what nothing was put into, Handlebars looks for itself without end. */
const PUT_INSIDE = "@partial-block";

function visitPartial(walk: Walk, node: PartialCall, scope: Scope, holds = false): void {
  const name = nameOf(node.name);
  if (name === PUT_INSIDE && walk.holds) return;
  const [context = scope.contexts[0] ?? null] = node.params.map((param) => evaluate(walk, param, scope));
  const pairs = node.hash?.pairs ?? [];
  for (const { value } of pairs) evaluate(walk, value, scope);
  const template = walk.templates.get(name);
  if (template === undefined) {
    const args = { name, nearest: nearest(name, [...walk.templates.keys()]) };
    walk.issues.push(issue("template/unknown-partial", placeOf(walk, node), args));
  } else if ([...walk.callers, walk.template.name].includes(name)) {
    walk.issues.push(issue("template/endless", placeOf(walk, node), { name }));
  } else if (context !== null && !alreadyWalked(walk, holds ? `${name} around` : name, context)) {
    const inner = withHash(
      context,
      pairs.map(({ key }) => key),
    );
    const callers = [...walk.callers, walk.template.name];
    visit({ ...walk, template, callers, holds }, template.program, { contexts: [inner], names: {} });
  }
}

/** {{#> page}}…{{/page}}: what stands inside is set where the partial says {{> @partial-block}}. */
function visitPartialBlock(walk: Walk, node: hbs.AST.PartialBlockStatement, scope: Scope): void {
  visitPartial(walk, node, scope, true);
  visit(walk, node.program, scope);
}

function withHash(shape: Shape, keys: readonly string[]): Shape {
  if (shape === "value" || isList(shape)) return shape;
  return { ...shape, ...Object.fromEntries(keys.map((key) => [key, "value"] as const)) };
}

function alreadyWalked(walk: Walk, partial: string, shape: Shape): boolean {
  const shapes = walk.seen.get(partial) ?? new Set();
  walk.seen.set(partial, shapes);
  if (shapes.has(shape)) return true;
  shapes.add(shape);
  return false;
}

/** Checks an expression and tells what it stands for. */
function evaluate(walk: Walk, node: hbs.AST.Node, scope: Scope): Known {
  if (node.type === "PathExpression") return follow(walk, node as hbs.AST.PathExpression, scope);
  if (!("params" in node)) return "value";
  const call = node as hbs.AST.Node & Call;
  const given = call.params.map((param) => evaluate(walk, param, scope));
  for (const { value } of call.hash?.pairs ?? []) evaluate(walk, value, scope);
  const name = nameOf(call.path);
  if (name === "lookup") return isList(given[0]) ? given[0][0] : null;
  if (walk.helpers.includes(name)) return null;
  if (call.params.length === 0) return evaluate(walk, call.path, scope);
  unknownHelper(walk, node, name);
  return null;
}

function follow(walk: Walk, node: hbs.AST.PathExpression, scope: Scope): Known {
  const parts = node.parts;
  const [head = "", ...rest] = parts;
  if (node.data) return head === "root" ? descend(walk, node, walk.root, rest) : "value";
  const named = node.depth === 0 && Object.hasOwn(scope.names, head) ? scope.names[head] : undefined;
  if (named !== undefined) return descend(walk, node, named, rest);
  const context = scope.contexts[node.depth];
  return context === undefined ? missing(walk, node, {}) : descend(walk, node, context, parts);
}

function descend(walk: Walk, node: hbs.AST.PathExpression, from: Known, parts: readonly string[]): Known {
  let shape = from;
  for (const part of parts) {
    if (shape === null) return null;
    const next = placeIn(shape, part);
    if (next === undefined) return missing(walk, node, shape);
    shape = next;
  }
  return shape;
}

function placeIn(shape: Shape, part: string): Shape | undefined {
  if (shape === "value") return undefined;
  if (!isList(shape)) return Object.hasOwn(shape, part) ? shape[part] : undefined;
  if (part === "length") return "value";
  return /^\d+$/.test(part) ? shape[0] : undefined;
}

function missing(walk: Walk, node: hbs.AST.PathExpression, shape: Shape): null {
  const path = node.original;
  const names = shape === "value" || isList(shape) ? [] : Object.keys(shape);
  const args = { report: walk.report, path, nearest: nearest(path.split(/[./]/).at(-1) ?? path, names) };
  walk.issues.push(issue("template/unknown-path", placeOf(walk, node), args));
  return null;
}

function unknownHelper(walk: Walk, node: hbs.AST.Node, name: string): void {
  const args = { name, nearest: nearest(name, walk.helpers) };
  walk.issues.push(issue("template/unknown-helper", placeOf(walk, node), args));
}

function isList(shape: Known | undefined): shape is readonly [Shape] {
  return Array.isArray(shape);
}

function nameOf(node: hbs.AST.Node): string {
  return "original" in node ? String(node.original) : "";
}

function placeOf({ template }: Walk, { loc }: hbs.AST.Node): { file: string; line: number; column: number } {
  return { file: template.file, line: loc.start.line, column: loc.start.column + 1 };
}
