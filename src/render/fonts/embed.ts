import { sourcesFor, type OpenFace } from "./faces.js";
import { subsetFont } from "./subset.js";
import { textOf } from "./text.js";

/**
 * The finished page with the glyphs it uses, and no others, in its head. One small font per face prints
 * faster, and makes a smaller file, than the hundred web-font cuts the packages hold.
 */
export async function embedFonts(html: string, faces: readonly OpenFace[]): Promise<string> {
  const rules = await Promise.all(faces.map((face) => fontFace(face, html, faces)));
  const style = `<style>\n${rules.join("")}</style>\n`;
  const head = html.indexOf("</head>");
  return head < 0 ? style + html : html.slice(0, head) + style + html.slice(head);
}

async function fontFace(open: OpenFace, html: string, faces: readonly OpenFace[]): Promise<string> {
  const { family, elements, without = "" } = open.face;
  const codePoints = textOf(html, elements);
  for (const character of without) codePoints.delete(character.codePointAt(0) ?? 0);
  if (codePoints.size === 0) return "";
  const sources = await sourcesFor(open, codePoints);
  // The face every stack ends in borrows what its own design lacks: Greek letters of formulas, say.
  const lent = elements.length === 0 ? faces.map(({ main }) => main) : [];
  const font = subsetFont([...sources, ...lent], codePoints).toString("base64");
  const source = `url(data:font/ttf;base64,${font}) format("truetype")`;
  return `@font-face{font-family:"${family}";src:${source}}\n`;
}
