import { line, type Box, type Line, type Point, type Texture } from "./drawing.js";

/** Pale enough to read a figure upon, dark enough to be seen in print. */
const TEXTURE_INK = "#8a8a8a";

/**
 * What each texture is drawn with, cut to the box. Plain lines and no SVG patterns: those are printed as
 * pixels, and some word processors leave them out.
 */
const TEXTURES: Readonly<Record<Texture, (box: Box) => Line[]>> = {
  stripes: (box) => slanted(box, 6, 1),
  hatching: (box) => [...slanted(box, 8, 1), ...slanted(box, 8, -1)],
  dots: (box) => dotted(box, 5),
};

export function textureLines(texture: Texture, box: Box): Line[] {
  return TEXTURES[texture](box);
}

/** Lines at 45°, `gap` apart along the upper edge; slope 1 rises to the right. */
function slanted({ left, top, right, bottom }: Box, gap: number, slope: 1 | -1): Line[] {
  const [width, height] = [right - left, bottom - top];
  const count = Math.floor((width + height) / gap);
  return Array.from({ length: count }, (_, at) => {
    const reach = (at + 1) * gap;
    const ends: Point[] = [
      { x: Math.min(reach, width), y: Math.max(0, reach - width) },
      { x: Math.max(0, reach - height), y: Math.min(reach, height) },
    ];
    const placed = ends.map(({ x, y }) => ({ x: left + (slope === 1 ? x : width - x), y: top + y }));
    return line(placed, TEXTURE_INK, 0.7);
  });
}

/** Short strokes in rows, every second row shifted. */
function dotted({ left, top, right, bottom }: Box, gap: number): Line[] {
  const rows = Math.floor((bottom - top - 2) / (gap / 2));
  return Array.from({ length: rows }, (_, row) => {
    const y = top + 2 + (row * gap) / 2;
    const start = left + 2 + (row % 2 === 0 ? 0 : gap / 2);
    return line(
      [
        { x: Math.min(start, right - 1), y },
        { x: right - 1, y },
      ],
      TEXTURE_INK,
      1,
      [1, gap - 1],
    );
  });
}
