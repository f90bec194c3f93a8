import { beforeAll, expect, it } from "vitest";
import { drawPictures, renderDraft, type PageDraft } from "../../src/render/html.js";
import { withPictures, type Pictures } from "../../src/draw/pictures.js";
import { sampleModel } from "../render/sample-model.js";

let page: PageDraft;
let pictures: Pictures;

/** Each empty frame of the page with the picture that is drawn for it. */
function pairs(): { empty: string; drawn: string }[] {
  const frames = [...page.html.matchAll(/<svg id="([^"]*)".*?<\/svg>/gs)];
  return frames.map(([empty, id = ""]) => ({ empty, drawn: pictures[id] ?? "" }));
}

beforeAll(async () => {
  page = await renderDraft(sampleModel(), { override: null });
  pictures = await drawPictures(page.charts);
});

it("leaves each picture the room it will take", () => {
  const box = (svg: string): string | undefined => /viewBox="[^"]*"/.exec(svg)?.[0];
  expect(pairs().length).toBe(Object.keys(pictures).length);
  expect(pairs().length).toBeGreaterThan(2);
  for (const { empty, drawn } of pairs()) expect(box(drawn)).toBe(box(empty));
});

it("cuts the fonts to what the pictures will say", () => {
  const text = (svg: string): string => svg.replace(/<[^>]*>/g, "").replace(/\s/g, "");
  for (const { empty, drawn } of pairs()) {
    const known = new Set(text(empty));
    expect([...text(drawn)].filter((character) => !known.has(character))).toEqual([]);
  }
});

it("puts every picture in its own place, even where two say the same", async () => {
  const twins = page.charts.slice(0, 1).flatMap((chart) => [chart, { ...chart, id: "other" }]);
  expect(Object.keys(await drawPictures(twins)).length).toBe(2);
  const whole = withPictures(page.html, pictures);
  expect(whole).not.toContain("<desc>");
  for (const drawn of Object.values(pictures)) expect(whole).toContain(drawn);
});
