import Handlebars from "handlebars";
import { EXIT, ReportError } from "../issues/error.js";
import { hasErrors, issue, type Issue } from "../issues/issue.js";
import type { Chart } from "../report/charts/chart.js";
import type { Course, OverviewModel } from "../report/overview/model.js";
import { SHORT } from "../report/tables/cells.js";
import { NOT_APPLICABLE } from "../report/words/number.js";
import { drawChart } from "../draw/charts.js";
import { drawSparkline } from "../draw/sparkline.js";
import { BEHIND_FIGURES } from "../terms/unit.js";
import { HELPERS, readCheckedTemplates } from "./check-templates.js";
import { embedFonts } from "./faces/embed.js";
import { openFaces, type OpenFace } from "./faces/faces.js";
import { markRules } from "./marks.js";
import { STARTS, type PrintedModel, type Start } from "./starts.js";
import { withStyle } from "./style.js";
import type { Template, TemplateSource } from "./templates.js";

export interface RenderedReport {
  html: string;
  /** Warnings about the page as it will be printed. */
  issues: Issue[];
}

/**
 * The report as one HTML page that needs nothing else: style, charts and glyphs are inside. It is the very
 * page that is printed. The cover leaf (two pages) is not counted: the printed number is the sheet's place
 * minus two. Page numbers of the 目录 are left empty for the printer: `<span data-page-for="id">`.
 * Throws ReportError, with all findings, where a template is broken or names what the model does not have.
 */
export async function renderReport(model: PrintedModel, source: TemplateSource): Promise<RenderedReport> {
  const start = STARTS[model.kind];
  const templates = await usableTemplates(source, start);
  const page = withStyle(fill(templates, start, model), markRules());
  const { html, undrawn } = await embedFonts(page, await prepareRendering());
  return { html, issues: undrawn.length > 0 ? [noGlyph(undrawn)] : [] };
}

function noGlyph(undrawn: readonly string[]): Issue {
  const named = undrawn.map((character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return `“${character}”（U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}）`;
  });
  return issue("template/no-glyph", null, { characters: named.join("、") });
}

let faces: Promise<OpenFace[]> | null = null;

/**
 * Opens the fonts, once for all reports of a run. Worth calling while data are still read: they inflate on
 * the thread pool.
 */
export function prepareRendering(): Promise<OpenFace[]> {
  faces ??= openFaces();
  return faces;
}

/**
 * Opens fonts and templates for a report before there is one. What is wrong with the templates is told where the page is
 * made.
 */
export async function prepareReport(kind: PrintedModel["kind"], source: TemplateSource): Promise<void> {
  await Promise.all([prepareRendering(), usableTemplates(source, STARTS[kind])]);
}

/** What a page is made of. */
type PageModel = PrintedModel | OverviewModel;

export async function usableTemplates(source: TemplateSource, start: Start): Promise<Template[]> {
  const { templates, issues } = await readCheckedTemplates(source, [start]);
  if (hasErrors(issues)) {
    throw new ReportError(
      "版式文件有误，没有写出",
      EXIT.findings,
      "请按下列位置修改，或不用 --templates",
      issues,
    );
  }
  return templates;
}

export function fill(templates: readonly Template[], start: Start, model: PageModel): string {
  return filled(templates, start, model, { noEscape: false });
}

/** The same for a template whose text is no markup. */
export function fillText(templates: readonly Template[], start: Start, model: PageModel): string {
  return filled(templates, start, model, { noEscape: true });
}

function filled(
  templates: readonly Template[],
  start: Start,
  model: PageModel,
  { noEscape }: { noEscape: boolean },
): string {
  const compiled = templates.map(({ name, program }) => [name, compiledOf(program, noEscape)] as const);
  const page = new Map(compiled).get(start.template);
  if (page === undefined) throw new Error(`template ${start.template} is missing`);
  // Only own properties of the model are readable: a template never reaches constructors or prototypes.
  return page(model, {
    partials: Object.fromEntries(compiled),
    allowProtoPropertiesByDefault: false,
    allowProtoMethodsByDefault: false,
  });
}

type Compiled = ReturnType<typeof Handlebars.compile>;

/** What was compiled of a parsed template, for markup and for text. */
const COMPILED = { markup: new WeakMap<object, Compiled>(), text: new WeakMap<object, Compiled>() };

function compiledOf(program: Template["program"], noEscape: boolean): Compiled {
  const known = COMPILED[noEscape ? "text" : "markup"];
  const compiled = known.get(program) ?? ENVIRONMENT.compile(program, { ...COMPILING, noEscape });
  known.set(program, compiled);
  return compiled;
}

const COMPILING: CompileOptions = {
  strict: true,
  preventIndent: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(HELPERS.map((name) => [name, true])),
};

const ENVIRONMENT = environment();

function environment(): typeof Handlebars {
  const handlebars = Handlebars.create();
  handlebars.registerHelper("picture", (chart: Chart) => new Handlebars.SafeString(drawChart(chart)));
  handlebars.registerHelper(
    "sparkline",
    (course: Course) => new Handlebars.SafeString(drawSparkline(course)),
  );
  handlebars.registerHelper(
    "unbroken",
    (text: string, width: string) => new Handlebars.SafeString(unbroken(text, parseFloat(width))),
  );
  return handlebars;
}

/** A figure and the beginning of its unit: 8.04/10万, 2025年, 1.52个 of 个百分点; the number of an item with what it begins with: 2.改. */
const FIGURE_WITH_UNIT = `\\d[\\d.,]*(?:/10)?[${BEHIND_FIGURES}]|(?<![\\d.])\\d{1,2}\\.\\p{Script=Han}`;

const NARROW = new RegExp(FIGURE_WITH_UNIT, "gu");

/** Two figures of one range, too: 2023—2024年. */
const WIDE = new RegExp(`\\d[\\d.]{0,5}—\\d[\\d.]{0,5}[${BEHIND_FIGURES}]?|${FIGURE_WITH_UNIT}`, "gu");

/** Share of a table's width, in per cent: a column as wide as this holds a range of figures in one line. */
const HOLDS_RANGE = 16;

/**
 * Text of a cell, escaped; a short one and the dash for none are marked for the style. Between a digit and a Chinese character a line may be broken, and in a narrow column it is:
 * 8.04/10 / 万. Lines of running text are planned when it is printed.
 */
function unbroken(text: string, width: number): string {
  if (text === NOT_APPLICABLE) return `<span class="none">${text}</span>`;
  if ([...text].length <= SHORT) return `<span class="whole">${Handlebars.escapeExpression(text)}</span>`;
  return Handlebars.escapeExpression(text).replace(
    width >= HOLDS_RANGE ? WIDE : NARROW,
    (figure) => `<span class="whole">${figure}</span>`,
  );
}
