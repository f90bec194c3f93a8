import { picturesOf } from "../draw/charts.js";
import type { BoundModel } from "../report/model.js";
import { embedFonts } from "./faces/embed.js";
import { prepareRendering } from "./html.js";
import { textOf } from "./sheets/tables.js";

/**
 * A page with nothing but the pictures of a report, each in an element named by chart and place (status-0), for a
 * browser to make bitmaps of: programs that read no SVG are shown those. Needs nothing else; the fonts are inside.
 */
export async function renderPictures(model: BoundModel): Promise<string> {
  const blocks = [...textOf(model), ...model.annexes].flatMap((part) => part.blocks);
  const charts = blocks.flatMap((block) => block.charts);
  const pictures = charts.flatMap((chart) =>
    picturesOf(chart).map(
      ({ id, svg, width, height }) =>
        `<div id="${id}" style="width:${width}px;height:${height}px">${svg}</div>`,
    ),
  );
  const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">${STYLE}</head><body>${pictures.join("\n")}</body></html>`;
  const faces = (await prepareRendering()).filter(({ face }) => face.elements.includes("svg"));
  return (await embedFonts(page, faces)).html;
}

const STYLE = `<style>body{margin:0;background:#fff}svg{display:block;font-family:"黑体","SimHei","STHeiti","Report Hei"}</style>`;
