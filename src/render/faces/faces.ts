import { createRequire } from "node:module";
import path from "node:path";
import { standingAt } from "../../files/list.js";
import { readShipped, REINSTALL } from "../../files/package-folder.js";
import { EXIT, ReportError } from "../../issues/error.js";
import { withEvenDigits } from "../../fonts/digits.js";
import { openGlyphs, type GlyphSource } from "../../fonts/glyphs.js";
import { readWoff } from "../../fonts/woff.js";

/** A bundled face: what it stands in for on a machine without the government fonts. */
export interface Face {
  /** The name the style sheet uses. */
  family: string;
  /** The npm package, and the file of its most used characters. */
  pack: string;
  file: string;
  /** HTML elements (h3; p.heading where a class decides) whose text is set in it; [] for the face that carries every character. */
  elements: readonly string[];
  /** Characters left to the face that carries every character. */
  without?: string;
}

/**
 * All static TrueType: Chromium writes variable and CFF web fonts into a PDF as nameless Type 3.
 * The registry has no free 仿宋, so body text falls back to 宋体.
 */
export const FACES: readonly Face[] = [
  {
    family: "Report Song",
    pack: "@fontsource/noto-serif-sc",
    file: "noto-serif-sc-chinese-simplified-400-normal.woff",
    elements: [],
  },
  {
    family: "Report Title",
    pack: "@fontsource/noto-serif-sc",
    file: "noto-serif-sc-chinese-simplified-700-normal.woff",
    elements: ["h1", "hgroup", "strong"],
  },
  {
    family: "Report Hei",
    pack: "@fontsource/noto-sans-sc",
    file: "noto-sans-sc-chinese-simplified-500-normal.woff",
    elements: ["h2", "th", "figcaption", "svg", "b"],
  },
  {
    family: "Report Kai",
    pack: "@fontsource/lxgw-wenkai",
    file: "lxgw-wenkai-latin-500-normal.woff",
    elements: ["h3", "em", "p.heading"],
    // Its quotation marks are Latin ones, half a character wide.
    without: "“”‘’",
  },
];

const TABLES = ["OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"];

const resolve = createRequire(import.meta.url).resolve;

function packFolder(face: Face): string {
  return path.dirname(resolve(`${face.pack}/package.json`));
}

/**
 * Every face opened with its main file; rarer characters are looked for once the text is known. Throws
 * ReportError (exit 2) where a font that came with the program is gone or damaged.
 */
export function openFaces(faces = FACES): Promise<OpenFace[]> {
  return Promise.all(faces.map(async (face) => ({ face, main: await open(face, face.file) })));
}

export interface OpenFace {
  face: Face;
  main: GlyphSource;
}

/**
 * The font files that together draw `codePoints`: the face's own first, then the cuts of rarer characters
 * (the package's unicode.json says which cut holds what) that its own file lacks.
 */
export async function sourcesFor(
  { face, main }: OpenFace,
  codePoints: Iterable<number>,
): Promise<GlyphSource[]> {
  const missing = [...codePoints].filter((codePoint) => main.find(codePoint) === undefined);
  const cuts = await rareCuts(face, missing);
  return [main, ...(await Promise.all(cuts.map((file) => open(face, file))))];
}

async function open(face: Face, file: string): Promise<GlyphSource> {
  try {
    const bytes = await readShipped(path.join(packFolder(face), "files", file));
    return withEvenDigits(openGlyphs(await readWoff(bytes, TABLES)));
  } catch (error) {
    if (!isBadInstallation(error)) throw error;
    throw new ReportError(
      `随程序安装的字体文件缺失或损坏：${face.pack}/files/${file}`,
      EXIT.usage,
      REINSTALL,
    );
  }
}

/** No such file or package, or one cut short while it was copied. */
function isBadInstallation(error: unknown): boolean {
  if (error instanceof ReportError) return true;
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return /^(?:MODULE_NOT_FOUND|ERR_OUT_OF_RANGE|ERR_BUFFER_OUT_OF_BOUNDS|Z_\w+)$/.test(code);
}

async function rareCuts(face: Face, codePoints: readonly number[]): Promise<string[]> {
  const list = path.join(packFolder(face), "unicode.json");
  if (codePoints.length === 0 || (await standingAt(list)) === null) return [];
  const ranges = JSON.parse((await readShipped(list)).toString("utf8")) as Record<string, string>;
  return Object.entries(ranges)
    .filter(([, range]) => holdsAny(range, codePoints))
    .map(([cut]) => face.file.replace("chinese-simplified", cut.replace(/^\[|\]$/g, "")));
}

/** Whether a CSS unicode-range such as "U+4e00-4e05,U+9fa5" holds one of the characters. */
function holdsAny(range: string, codePoints: readonly number[]): boolean {
  return range.split(",").some((part) => {
    const [first = "", last = first] = part.replace(/^U\+/i, "").split("-");
    const [from, to] = [parseInt(first, 16), parseInt(last, 16)];
    return codePoints.some((codePoint) => codePoint >= from && codePoint <= to);
  });
}
