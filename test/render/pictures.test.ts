import { beforeAll, expect, it } from "vitest";
import { drawPictures, renderDraft, type PageDraft } from "../../src/render/html.js";
import { withPictures, type Picture } from "../../src/render/pictures.js";
import { sampleModel } from "./sample-model.js";

let page: PageDraft;
let pictures: Picture[];

beforeAll(async () => {
  page = await renderDraft(sampleModel(), { override: null });
  pictures = await drawPictures(page.charts);
});

it("leaves each picture the room it will take", () => {
  const box = (svg: string): string[] => [...svg.matchAll(/viewBox="[^"]*"/g)].map(([all]) => all);
  expect(pictures.length).toBeGreaterThan(2);
  for (const { empty, drawn } of pictures) expect(box(empty)).toEqual(box(drawn));
});

it("cuts the fonts to what the pictures will say", () => {
  const text = (svg: string): string => svg.replace(/<[^>]*>/g, "").replace(/\s/g, "");
  for (const { empty, drawn } of pictures) {
    const known = new Set(text(empty));
    expect([...text(drawn)].filter((character) => !known.has(character))).toEqual([]);
  }
});

it("puts every picture in its own place, even where two say the same", async () => {
  const [one] = page.charts;
  const twins = await drawPictures(one === undefined ? [] : [one, { ...one, id: "other" }]);
  const places = twins.map(({ empty }) => empty).join("");
  expect(withPictures(places, twins)).toBe(twins.map(({ drawn }) => drawn).join(""));
  expect(withPictures(page.html, pictures)).not.toContain("<desc>");
});
