import { readdirSync, readFileSync, type Dirent } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ANNEX_NAMES, ANNUAL_PART_NAMES, EVALUATION_PART_NAMES } from "../src/narrative/part-names.js";
import { TARGET_KINDS } from "../src/plan/target-kinds.js";
import { ALERT } from "../src/terms/alert.js";
import { FLAG_NAMES } from "../src/terms/flag.js";
import { STATUS } from "../src/terms/status.js";
import { functionsOf } from "./bench/functions.js";

const SRC = path.resolve(import.meta.dirname, "../src");
const TEST = import.meta.dirname;
const TEMPLATES = path.resolve(import.meta.dirname, "../templates");

/** Paper: no colour of anything. */
const WHITE = "#fff";

/** The staircase: a room imports from its own folder and from the floors above it in this list. */
const FLOORS: readonly (readonly string[])[] = [
  ["terms"],
  ["terminal", "issues"],
  ["files"],
  ["yaml"],
  ["workbook", "fonts", "plan"],
  ["data"],
  ["score", "narrative", "forms"],
  ["report", "claims"],
  ["draw"],
  ["render", "word"],
  ["print"],
  ["show"],
  ["run"],
  ["batch"],
  ["commands"],
  ["start"],
  ["index"],
];

/** Files a folder may hold beside its subfolders: more than a person takes in at a glance is two rooms. */
const MOST_FILES = 25;

/** Lines a function may have: one that is longer does several things. */
const LONGEST_FUNCTION = 48;

/** Packages that one room, or one file, alone may know. */
const KEEPERS: Record<string, string> = {
  "decimal.js": "terms/decimal.ts",
  exceljs: "workbook",
  yauzl: "workbook",
  "mdast-util-from-markdown": "narrative",
  "micromark-extension-cjk-friendly": "narrative",
  docx: "word",
  "micromark-extension-gfm-table": "narrative",
  "mdast-util-gfm-table": "narrative",
  "micromark-extension-gfm-footnote": "narrative",
  "mdast-util-gfm-footnote": "narrative",
  handlebars: "render",
  "d3-array": "draw",
  "d3-scale": "draw",
  "d3-shape": "draw",
  puppeteer: "print",
  "@sparticuz/chromium": "print",
};

/**
 * Who else touches the disk, and why: these look at the machine and keep the unpacked browser, files that are
 * nobody's input and no output of ours. All others go through the doors of src/files/.
 */
const DISK: Record<string, string> = {
  "print/browser/bundled-chromium.ts": "unpacks an archive of 200 MB as a stream into the cache",
  "print/browser/cache-folder.ts": "asks whether the cache is private: owner and mode",
  "start/load-built.ts": "loads the doors themselves, with the rest of the program",
  "print/browser/find-browser.ts": "asks whether a program may be run",
};

/** Rooms that could be lifted out and used elsewhere: they import their own files only and speak of no report. */
const STRANGERS = ["fonts/", "print/pdf/"] as const;

interface Import {
  from: string;
  to: string;
}

/** Every rule looks at the same files: each is read once, and once stripped of its comments. */
const TEXTS = new Map<string, string>();
const CODES = new Map<string, string>();

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replaceAll(path.sep, "/"));
const imports: Import[] = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const text = textOf(file);
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/gu)].map((match) => match[1] ?? "");
  return specifiers.map((specifier) => ({
    from: file,
    to: specifier.startsWith(".")
      ? path.posix.join(path.posix.dirname(file), specifier).replace(/\.js$/u, ".ts")
      : specifier,
  }));
}

function textOf(file: string): string {
  return keptIn(TEXTS, file, () => readFileSync(path.join(SRC, file), "utf8"));
}

function keptIn(kept: Map<string, string>, file: string, make: () => string): string {
  const text = kept.get(file) ?? make();
  kept.set(file, text);
  return text;
}

function room(file: string): string {
  return (file.split("/")[0] ?? "").replace(/\.ts$/u, "");
}

function floor(file: string): number {
  return FLOORS.findIndex((rooms) => rooms.includes(room(file)));
}

const known = new Set(files);
const inner = imports.filter(({ to }) => known.has(to));
const arrows = new Map(
  files.map((file) => [file, inner.filter(({ from }) => from === file).map(({ to }) => to)]),
);

/** Where target kinds and the modes of a direction are called by name: the plan's table, and how each is scored. */
const NAMERS = ["plan/plan.ts", "plan/target-kinds.ts", "score/kinds/"];

/** Rooms that know of no plan use some of the same words for things of their own. */
function knowsPlans(file: string): boolean {
  return PLANNERS.has(room(file));
}

const PLANNERS = new Set([
  "plan",
  ...imports.filter(({ to }) => room(to) === "plan").map(({ from }) => room(from)),
]);

describe("the house", () => {
  it("has a floor for every file", () => {
    expect(files.filter((file) => floor(file) < 0)).toEqual([]);
  });

  it("has no arrow upward and none between rooms of one floor", () => {
    const wrong = inner.filter(({ from, to }) =>
      floor(to) === floor(from) ? room(to) !== room(from) : floor(to) > floor(from),
    );
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it("has no room that is too full, nor the street, nor the tests' house", () => {
    const folders = [SRC, TEST].flatMap((top) => [top, ...foldersIn(top)]);
    const full = folders.filter(
      (folder) => entriesOf(folder).filter((each) => each.isFile()).length > MOST_FILES,
    );
    expect(full).toEqual([]);
    expect(entriesOf(SRC).length).toBeLessThanOrEqual(MOST_FILES);
  });

  it("has no circle", () => {
    const circles = files.filter((file) => reaches(file, file, new Set()));
    expect(circles).toEqual([]);
  });

  it("has no function that is too long", () => {
    const functions = files.flatMap((file) => functionsOf(path.join(SRC, file)));
    expect(functions.length).toBeGreaterThan(files.length);
    const long = functions.filter(({ lines }) => lines > LONGEST_FUNCTION);
    expect(long.map(({ file, name, lines }) => `${path.relative(SRC, file)} ${name}: ${lines}`)).toEqual([]);
  });

  it("keeps each library in the one room that answers for it", () => {
    const strays = imports.filter(({ from, to }) => {
      const keeper = Object.keys(KEEPERS).find((name) => to === name || to.startsWith(`${name}/`));
      return keeper !== undefined && ![room(from), from].includes(KEEPERS[keeper] ?? "");
    });
    expect(strays.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it.each(STRANGERS)("has in %s code that knows nothing of the rest of the house", (home) => {
    const out = inner.filter(({ from, to }) => from.startsWith(home) && !to.startsWith(home));
    expect(out.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
    const own = files.filter((file) => file.startsWith(home));
    expect(own.length).toBeGreaterThan(0);
    const telling = own.filter((file) =>
      /\breports?\b|\p{Script=Han}/iu.test(readFileSync(path.join(SRC, file), "utf8")),
    );
    expect(telling).toEqual([]);
    expect(entriesOf(path.join(SRC, home)).map(({ name }) => name)).toContain("README.md");
  });

  it("reads and writes files through src/files/ alone", () => {
    const touching = imports
      .filter(({ to }) => /^(?:node:)?fs(?:\/promises)?$/u.test(to))
      .map(({ from }) => from);
    const strays = new Set(touching.filter((file) => room(file) !== "files"));
    expect([...strays].sort()).toEqual(Object.keys(DISK).sort());
  });

  it("keeps the middle pure: no files, processes or clock in score and report", () => {
    const middle = files.filter((file) => ["score", "report"].includes(room(file)));
    const impure = middle.filter((file) => {
      return /"node:|\bprocess\.|\bnew Date\(\)|\bDate\.now\(|\basync\b/u.test(textOf(file));
    });
    expect(impure).toEqual([]);
  });

  it("knows units of measure in one room: no other file spells a rate or asks for one by name", () => {
    const tables = files.filter(
      (file) => file !== "terms/unit.ts" && /‰|千分点|\d万|"1\/|"%":|\["%"|[=!]==\s*"%"/u.test(codeOf(file)),
    );
    expect(tables).toEqual([]);
  });

  it("asks a target for its traits, never for the name of its kind", () => {
    const modes = Object.values(TARGET_KINDS).flatMap(({ examples }) =>
      examples.flatMap((example) => ("mode" in example ? [example.mode] : [])),
    );
    const named = new RegExp(`"(?:${[...Object.keys(TARGET_KINDS), ...modes].join("|")})"`, "u");
    const asking = files.filter((file) => !NAMERS.some((namer) => file.startsWith(namer)));
    expect(asking.filter((file) => knowsPlans(file) && named.test(codeOf(file)))).toEqual([]);
  });

  it("nor for the keys that its kind happens to have", () => {
    const shape = /"\w+" in (?:\w+\.)*target\b/u;
    expect(files.filter((file) => shape.test(codeOf(file)))).toEqual([]);
  });

  it("says unit of the unit of measure alone: plans and other programs know reporters as units", () => {
    const keys = [
      "plan/schema.ts",
      "plan/schema/rows.ts",
      "plan/normalise.ts",
      "plan/check-settings.ts",
      "report/exports/scorecard-json.ts",
    ];
    const knowing = new Set([...keys, "issues/plan.ts", "issues/consequences.ts", "show/returns.ts"]);
    expect(files.filter((file) => !knowing.has(file) && /\bunits\b(?!-)/u.test(codeOf(file)))).toEqual([]);
  });

  it("knows the colours of statuses and alerts in one room: no other file, no template spells one", () => {
    const colours: readonly string[] = [
      ...Object.values(STATUS).flatMap(({ ink, fill }) => [ink, fill]),
      ...Object.values(ALERT).map(({ ink }) => ink),
    ].filter((colour) => colour !== WHITE);
    const spells = (text: string) => colours.some((colour) => text.includes(colour));
    const own = ["terms/status.ts", "terms/alert.ts"];
    expect(files.filter((file) => !own.includes(file) && spells(codeOf(file)))).toEqual([]);
    const templates = readdirSync(TEMPLATES).filter((file) =>
      spells(readFileSync(path.join(TEMPLATES, file), "utf8")),
    );
    expect(templates).toEqual([]);
  });

  it("knows the names of statuses in one room: no other file spells one", () => {
    // 缺项, 未达标 and the like are words of other sentences, too; alone between quotes they are names.
    const name = /预期可达标|进展偏慢|达标困难|(?<!只)监测不判定|基本实现|"(?:已达标|已实现|未实现|缺项)"/u;
    const own = "terms/status.ts";
    expect(files.filter((file) => file !== own && name.test(codeOf(file)))).toEqual([]);
  });

  it("knows the names of flags in one room: no other file spells one alone", () => {
    const name = new RegExp(`"(?:${Object.values(FLAG_NAMES).join("|")})"|达标后回落|基期已达标`, "u");
    expect(files.filter((file) => file !== "terms/flag.ts" && name.test(codeOf(file)))).toEqual([]);
  });

  it("calls the parts of reports by the names people write them under", () => {
    const names = Object.values({ ...ANNEX_NAMES, ...ANNUAL_PART_NAMES, ...EVALUATION_PART_NAMES }).join("|");
    const heads = new RegExp(`(?:(?:heading|title): |chapter\\("[^"]*", )"(?:${names})。?"`, "u");
    const ours = files.filter((file) => room(file) === "report");
    expect(ours.filter((file) => heads.test(codeOf(file)))).toEqual([]);
  });

  it("spells a cell's place in one room", () => {
    const spells = /sheet\}[”〕!]|\}[“〔]\$\{\w*\.?sheet/u;
    expect(files.filter((file) => file !== "issues/place.ts" && spells.test(codeOf(file)))).toEqual([]);
  });

  it("asks in one place whether a year is the plan's last, and what is judged in a row", () => {
    const lastYear = /[=!]==\s*[\w.]*period\.end\b(?!\s*-)/u;
    const judged = /parts\.length\s*(?:>|={3})\s*0\s*(?:\|\|[^?]*)?\?\s*(?:\[|\w+\.parts\b)/u;
    const asking = (pattern: RegExp) => files.filter((file) => pattern.test(codeOf(file)));
    expect(asking(lastYear)).toEqual(["plan/period.ts"]);
    expect(asking(judged)).toEqual(["plan/lookup.ts"]);
  });

  it("speaks one dialect of decimals: gt gte lt lte eq, plus minus times div, comparedTo", () => {
    const other = /\.(?:(?:greater|less)Than\w*|dividedBy|cmp|absoluteValue|neg|mul|sub)\(/u;
    expect(files.filter((file) => other.test(codeOf(file)))).toEqual([]);
    // Bytes have `equals`, too: only where decimals are known is it theirs.
    const knowing = new Set(inner.filter(({ to }) => to === "terms/decimal.ts").map(({ from }) => from));
    expect(files.filter((file) => knowing.has(file) && codeOf(file).includes(".equals("))).toEqual([]);
  });

  it("has no table that answers for a name every object has", () => {
    // An object literal that may be asked any text answers for `constructor`; a Map does not, nor does tableOf.
    const open = /:\s*(?:Readonly<)?Record<string,[^=;]*?>>?\s*=\s*(?:\{|Object\.fromEntries)/u;
    expect(files.filter((file) => open.test(codeOf(file)))).toEqual([]);
    // `in` asks the prototype, too.
    const asks = /["\w)\]] in [A-Z]{2}\w*/u;
    expect(files.filter((file) => asks.test(codeOf(file).replaceAll(/"[^"]*"|`[^`]*`/gu, '""')))).toEqual([]);
  });

  it("spreads no list into the arguments of a call that takes any number of them", () => {
    // A file decides how long a list is; a call ends the program at some hundred thousand. terms/long-lists.ts takes its place.
    const takers =
      /(?:Math\.(?:max|min|hypot)|\.(?:push|unshift|splice|concat|fromCharCode|fromCodePoint))\(/gu;
    const spreads = (code: string) =>
      [...code.matchAll(takers)].some(({ 0: { length }, index }) =>
        /^,?\s*\.\.\.|,\s*\.\.\./u.test(ownArguments(code, index + length)),
      );
    expect(files.filter((file) => spreads(codeOf(file)))).toEqual([]);
  });

  it("speaks to the console and ends the process at the door only", () => {
    const inside = files.filter((file) => !["start", "terminal"].includes(room(file)));
    const loud = inside.filter((file) => /\bconsole\.|\bprocess\.(?:exit|stdout|stderr)/u.test(textOf(file)));
    expect(loud).toEqual([]);
  });
});

/** What stands between the brackets of a call, but for what is in brackets of its own. */
function ownArguments(code: string, start: number): string {
  let [depth, own] = [1, ""];
  for (let at = start; at < code.length && depth > 0; at += 1) {
    if (")]}".includes(code.charAt(at))) depth -= 1;
    if (depth === 1) own += code.charAt(at);
    if ("([{".includes(code.charAt(at))) depth += 1;
  }
  return own;
}

/** A file's text without its comments. */
function codeOf(file: string): string {
  return keptIn(CODES, file, () => textOf(file).replace(/\/\*[^]*?\*\/|(?<=\s)\/\/.*$/gmu, ""));
}

describe("an exported function or constant", () => {
  const outside = new Set(wordsIn("../rolldown.config.js"));
  const words = new Map(files.map((file) => [file, wordsIn(file)]));
  const holders = new Map<string, number>();
  for (const said of words.values())
    for (const word of new Set(said)) holders.set(word, (holders.get(word) ?? 0) + 1);
  const tested = new Set(filesIn(TEST).flatMap((file) => wordsIn(path.relative(SRC, file))));

  it("is used in another file; one that a test calls may be used in its own", () => {
    const idle = files
      .filter((file) => !FLOORS.at(-1)?.includes(room(file)))
      .flatMap((file) => exportsOf(file).map((name) => ({ file, name })))
      .filter(({ file, name }) => {
        const others = (holders.get(name) ?? 0) > 1;
        const uses = (words.get(file) ?? []).filter((word) => word === name).length - 1;
        return !others && !outside.has(name) && (uses === 0 || !tested.has(name));
      });
    expect(idle.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });
});

function exportsOf(file: string): string[] {
  return [...textOf(file).matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gmu)].map(
    ([, name]) => name ?? "",
  );
}

function wordsIn(file: string): string[] {
  return textOf(file).match(/[A-Za-z_$][\w$]*/gu) ?? [];
}

function filesIn(top: string): string[] {
  return readdirSync(top, { withFileTypes: true, recursive: true })
    .filter((each) => each.isFile() && each.name.endsWith(".ts"))
    .map((each) => path.join(each.parentPath, each.name));
}

function entriesOf(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true });
}

function foldersIn(top: string): string[] {
  return readdirSync(top, { withFileTypes: true, recursive: true })
    .filter((each) => each.isDirectory())
    .map((each) => path.join(each.parentPath, each.name));
}

function reaches(from: string, goal: string, seen: Set<string>): boolean {
  if (seen.has(from)) return false;
  seen.add(from);
  return (arrows.get(from) ?? []).some((to) => to === goal || reaches(to, goal, seen));
}
