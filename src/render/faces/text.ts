import { tableOf } from "../../terms/table-of.js";
const ENTITIES = tableOf<string>({ amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" });

/**
 * The characters a page sets inside the named elements; inside all of it, its style sheet included (marks
 * stand there), when none is named. Reads text only as far as fonts need: an element missed
 * here is drawn by the face that carries everything.
 */
export function textOf(html: string, elements: readonly string[]): Set<number> {
  const parts = elements.length === 0 ? [html] : elements.flatMap((name) => contentsOf(html, name));
  const codePoints = new Set<number>();
  for (const part of parts) {
    const text = elements.length === 0 ? part : part.replace(/<[^<>]*>/g, "");
    for (const character of decoded(text)) {
      const codePoint = character.codePointAt(0) ?? 0;
      if (codePoint >= 0x20) codePoints.add(codePoint);
    }
  }
  return codePoints;
}

/** `name` is an element, or an element of one class: h3, p.heading. An element without its end reaches to the end of the page. */
function contentsOf(html: string, name: string): string[] {
  const [tag = "", style] = name.split(".");
  const start = new RegExp(style === undefined ? `<${tag}\\b` : `<${tag} class="${style}"`, "gu");
  const contents: string[] = [];
  for (let found = start.exec(html); found !== null; found = start.exec(html)) {
    const from = html.indexOf(">", start.lastIndex) + 1;
    if (from === 0) break;
    const end = html.indexOf(`</${tag}>`, from);
    const to = end < 0 ? html.length : end;
    contents.push(html.slice(from, to));
    start.lastIndex = to;
  }
  return contents;
}

function decoded(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, dec?: string, name?: string) => {
      if (hex) return String.fromCodePoint(parseInt(hex, 16));
      if (dec) return String.fromCodePoint(parseInt(dec, 10));
      return ENTITIES[name ?? ""] ?? whole;
    },
  );
}
