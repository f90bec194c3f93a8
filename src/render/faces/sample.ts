import { readTemplates, type TemplateSource } from "../templates.js";
import { embedFonts } from "./embed.js";
import type { OpenFace } from "./faces.js";

/** What is set in a face of its own: the element that stands for it, and the variable of the style sheet that names its fonts. */
const SETTINGS: readonly { element: string; stack: string }[] = [
  { element: "h1", stack: "--title" },
  { element: "p", stack: "--body" },
  { element: "h3", stack: "--kai" },
  { element: "h2", stack: "--hei" },
  { element: "div", stack: "--song" },
];

/**
 * A page of a few characters in each of the faces of a report, by the style sheets a report would have and with
 * the fonts it would carry: what the browser makes of it is what it makes of a report.
 */
export async function facesSample(source: TemplateSource, faces: readonly OpenFace[]): Promise<string> {
  const { templates } = await readTemplates(source);
  const styles = templates.filter(({ file }) => file.endsWith(".css")).map(({ program }) => plain(program));
  const texts = SETTINGS.map(
    ({ element, stack }) => `<${element} style="font-family:var(${stack})">妇女儿童发展</${element}>`,
  );
  const page = `<!doctype html><html lang="zh-CN"><head><style>${styles.join("\n")}</style></head>
<body>${texts.join("\n")}</body></html>`;
  return (await embedFonts(page, faces)).html;
}

function plain({ body }: hbs.AST.Program): string {
  return body
    .map((each) => (each.type === "ContentStatement" ? (each as hbs.AST.ContentStatement).value : ""))
    .join("");
}
