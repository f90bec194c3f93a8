import {
  line as lineThrough,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
} from "d3-shape";
import { escapeMarkup } from "../terms/markup.js";
import {
  WHITE,
  type Area,
  type Drawing,
  type Line,
  type Mark,
  type MarkShape,
  type Outline,
  type Shape,
  type Words,
} from "./drawing.js";
import { textureLines } from "./textures.js";

/**
 * The drawing as an SVG picture that needs nothing else: no style sheet, no script, no id. `attributes` go
 * into its root. A page may choose the face; alone, in Word, it is 黑体.
 */
export function paint({ width, height, shapes }: Drawing, attributes: string): string {
  const root = `xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${number(width)} ${number(height)}"`;
  return `<svg ${root} font-family="黑体,SimHei" ${attributes}>${shapes.map(painted).join("")}</svg>`;
}

function painted(shape: Shape): string {
  switch (shape.kind) {
    case "words":
      return paintedWords(shape);
    case "line":
      return paintedLine(shape);
    case "area":
      return paintedArea(shape);
    case "outline":
      return paintedOutline(shape);
    case "mark":
      return paintedMark(shape);
  }
}

const ANCHORS: Readonly<Record<Words["align"], string>> = { left: "start", centre: "middle", right: "end" };

/** From the middle of a line of text down to its base line, as a share of its size. */
const BASE = 0.37;

function paintedWords({ x, y, words, align, ink, size }: Words): string {
  const place = `x="${number(x)}" y="${number(y + BASE * size)}" text-anchor="${ANCHORS[align]}"`;
  return `<text ${place} font-size="${size}" fill="${ink}">${escapeMarkup(words)}</text>`;
}

function paintedLine({ points, ink, width, dash }: Line): string {
  const way = lineThrough<{ x: number; y: number }>(
    ({ x }) => x,
    ({ y }) => y,
  ).digits(1)([...points]);
  const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.join(" ")}"` : "";
  return `<path d="${way ?? ""}" fill="none" stroke="${ink}" stroke-width="${width}"${dashes}/>`;
}

function paintedArea({ box, fill, texture, edge }: Area): string {
  const { left, top, right, bottom } = box;
  const size = `width="${number(right - left)}" height="${number(bottom - top)}"`;
  const ground = `<rect x="${number(left)}" y="${number(top)}" ${size} fill="${fill}" stroke="${edge}"/>`;
  return texture === null ? ground : ground + textureLines(texture, box).map(paintedLine).join("");
}

function paintedOutline({ rings, fill, edge }: Outline): string {
  const ways = rings.map((ring) => `M${ring.map(({ x, y }) => `${number(x)} ${number(y)}`).join("L")}Z`);
  return `<path d="${ways.join("")}" fill="${fill}" fill-rule="evenodd" stroke="${edge}"/>`;
}

const SYMBOLS = {
  circle: symbolCircle,
  triangle: symbolTriangle,
  pointingDown: symbolTriangle,
  square: symbolSquare,
  diamond: symbolDiamond,
  ringed: symbolCircle,
} as const satisfies Record<MarkShape, unknown>;

/** The area that gives a symbol of radius 1 as d3 counts it, so that no corner leaves the radius. */
const AREAS: Readonly<Record<MarkShape, number>> = {
  circle: Math.PI,
  triangle: 1.3,
  pointingDown: 1.3,
  square: 2,
  diamond: 1.16,
  ringed: Math.PI,
};

function paintedMark(mark: Mark): string {
  const { shape, radius } = mark;
  if (shape !== "ringed") return paintedSymbol(mark);
  const core = { ...mark, shape: "circle", hollow: false, radius: radius / 2 } as const;
  return paintedSymbol({ ...mark, hollow: true }) + paintedSymbol(core);
}

function paintedSymbol({ x, y, shape, hollow, ink, radius }: Mark): string {
  const stroke = 1.2;
  const drawn = radius - stroke / 2;
  const way = symbol(SYMBOLS[shape], AREAS[shape] * drawn * drawn).digits(1)();
  const fill = hollow ? WHITE : ink;
  const turned = shape === "pointingDown" ? " rotate(180)" : "";
  const place = `transform="translate(${number(x)} ${number(y)})${turned}"`;
  return `<path d="${way ?? ""}" ${place} fill="${fill}" stroke="${ink}" stroke-width="${stroke}"/>`;
}

/** A tenth of a pixel is a fortieth of a millimetre on paper. */
function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}
