import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { writeTemporary } from "../../files/temporary.js";

/** Where a page lies for the browser: the address it is opened at, and those of the fonts it brings along. */
export interface PageFiles {
  page: string;
  fonts: ReadonlySet<string>;
}

/**
 * Writes a page in a fresh folder inside `folder`. From files: several megabytes take a tenth of a second longer over the
 * DevTools pipe, and fonts within the style sheet 0.16 s longer than in files of their own.
 */
export async function writePage(folder: string, html: string): Promise<PageFiles> {
  const { text, fonts } = fontsApart(withoutScreen(html));
  const fresh = await writeTemporary(folder, [{ name: PAGE, content: text }, ...fonts]);
  const address = (name: string): string => pathToFileURL(join(fresh, name)).href;
  return { page: address(PAGE), fonts: new Set(fonts.map(({ name }) => address(name))) };
}

const PAGE = "page.html";
const FONT = "url(data:font/ttf;base64,";

function fontsApart(html: string): { text: string; fonts: { name: string; content: Uint8Array }[] } {
  const fonts: { name: string; content: Uint8Array }[] = [];
  // Names of files beside the page mean others where it says so.
  if (/<base\b/iu.test(html)) return { text: html, fonts };
  // What the text says of fonts stays as it is.
  const body = html.search(/<\/head>/iu);
  // No pattern: it would be asked of each of half a million letters.
  const [before = "", ...pieces] = html.slice(0, Math.max(body, 0)).split(FONT);
  const rest = pieces.map((piece) => {
    const end = piece.indexOf(")");
    if (end < 0) return FONT + piece;
    const name = `font-${fonts.length + 1}.ttf`;
    fonts.push({ name, content: Buffer.from(piece.slice(0, end), "base64") });
    return `url("${name}"${piece.slice(end)}`;
  });
  return { text: [before, ...rest, html.slice(Math.max(body, 0))].join(""), fonts };
}

/**
 * Nobody looks at the screen: laying the report out for it, only to lay it out again for paper, takes a
 * third of the time. The print is the same, byte for byte.
 */
function withoutScreen(html: string): string {
  const hidden = '<meta charset="utf-8"><style>@media screen{html{display:none!important}}</style>';
  return html.replace(/<head(?:\s[^>]*)?>/i, (head) => head + hidden);
}
