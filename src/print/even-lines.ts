import type { PrintPage } from "./browser/page.js";
import { CLOSING, evenLines, type PlannedLine } from "./line-plan.js";

const PIXELS_PER_MM = 96 / 25.4;

/**
 * Sets the paragraphs of a page so that no line is spaced out where a figure would not fit at its end. The page
 * says which: `<html data-even-lines="SELECTOR" data-line-width="MM">`; a page that does not is left as it is.
 */
export async function setEvenLines(page: PrintPage): Promise<void> {
  const { paragraphs, advances } = await page.evaluate(readParagraphs);
  const plans = paragraphs.map(({ pieces, millimetres, indent, size, spacing }) =>
    evenLines({
      text: pieces.map(({ text }) => text).join(""),
      advances: pieces.flatMap(({ text, font }) =>
        [...text].flatMap((character) => {
          const own = (advances[font]?.[character] ?? size) + spacing;
          return character.length > 1 ? [own, 0] : [own];
        }),
      ),
      width: millimetres * PIXELS_PER_MM,
      indent,
      size,
    }),
  );
  if (plans.some((plan) => plan !== null)) await page.evaluate(applyPlans, plans, CLOSING);
}

interface Paragraph {
  pieces: { text: string; font: string }[];
  millimetres: number;
  /** CSS pixels. */
  indent: number;
  size: number;
  spacing: number;
}

interface Reading {
  paragraphs: Paragraph[];
  /** Of each character, by the font it is set in. */
  advances: Record<string, Record<string, number>>;
}

/** What we use of the page's own objects; the functions below run in the page. */
interface Node {
  data: string;
  before(...others: object[]): void;
  parentElement: Element;
  splitText(at: number): Node;
}
interface Element {
  dataset: Record<string, string | undefined>;
  style: { whiteSpace: string; letterSpacing: string };
  before(...others: object[]): void;
  append(child: object): void;
}
declare const document: {
  documentElement: Element;
  querySelectorAll(selector: string): Iterable<Element>;
  createElement(name: string): Element & {
    getContext(kind: string): { font: string; measureText(text: string): { width: number } };
  };
  createTreeWalker(root: Element, what: number): { nextNode(): Node | null };
};
declare function getComputedStyle(element: Element): Record<string, string>;

function readParagraphs(): Reading {
  const { evenLines: selector = "", lineWidth = "0" } = document.documentElement.dataset;
  const reading: Reading = { paragraphs: [], advances: {} };
  if (selector === "") return reading;
  const brush = document.createElement("canvas").getContext("2d");
  for (const element of document.querySelectorAll(selector)) {
    const style = getComputedStyle(element);
    const paragraph: Paragraph = {
      pieces: [],
      millimetres: Number(lineWidth),
      indent: parseFloat(style["textIndent"] ?? "0"),
      size: parseFloat(style["fontSize"] ?? "16"),
      spacing: parseFloat(style["letterSpacing"] ?? "0") || 0,
    };
    const texts = document.createTreeWalker(element, 4);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const own = getComputedStyle(node.parentElement);
      const font = `${own["fontSize"]} ${own["fontFamily"]}`;
      const known = (reading.advances[font] ??= {});
      brush.font = font;
      for (const character of node.data) known[character] ??= brush.measureText(character).width;
      paragraph.pieces.push({ text: node.data, font });
    }
    reading.paragraphs.push(paragraph);
  }
  return reading;
}

/** Each planned line becomes a span that does not break, with a place to break before it, or a break after a ragged one. */
function applyPlans(plans: readonly (PlannedLine[] | null)[], closing: string): void {
  const { evenLines: selector = "" } = document.documentElement.dataset;
  const spaced = (text: Node, more: number): Element => {
    const span = document.createElement("span");
    const normal = parseFloat(getComputedStyle(text.parentElement)["letterSpacing"] ?? "0") || 0;
    if (more !== 0) span.style.letterSpacing = `${normal + more}px`;
    text.before(span);
    span.append(text);
    return span;
  };
  const squeezeMarks = (text: Node, more: number): void => {
    for (let at = text.data.length - 1; at >= 0; at -= 1) {
      if (!closing.includes(text.data[at] ?? "")) continue;
      text.splitText(at + 1);
      spaced(text.splitText(at), more);
    }
  };
  [...document.querySelectorAll(selector)].forEach((element, index) => {
    const texts = document.createTreeWalker(element, 4);
    const nodes: { node: Node; start: number }[] = [];
    let length = 0;
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      nodes.push({ node, start: length });
      length += node.data.length;
    }
    const lines = plans[index] ?? [];
    for (const [at, { start, end, spacing, squeeze }] of [...lines.entries()].reverse()) {
      for (const { node, start: own } of [...nodes].reverse()) {
        const [from, to] = [Math.max(start - own, 0), Math.min(end - own, node.data.length)];
        if (from >= to) continue;
        const part = from === 0 ? node : node.splitText(from);
        const span = spaced(part, spacing);
        // The last one, too: what it begins with may have a place to break of its own, 1-2）, and half of it go up.
        span.style.whiteSpace = "nowrap";
        if (squeeze > 0) squeezeMarks(part, -squeeze);
        if (start > 0 && start >= own)
          span.before(document.createElement(lines[at - 1]?.ragged === true ? "br" : "wbr"));
      }
    }
  });
}
