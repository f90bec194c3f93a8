import { expect, it } from "vitest";
import { drawPictures, renderDraft } from "../../src/render/html.js";
import { withPictures } from "../../src/render/pictures.js";
import type { Chart } from "../../src/report/model.js";
import { sampleEvaluation } from "./sample-evaluation.js";
import { sampleModel } from "./sample-model.js";

const text = (svg: string): string => svg.replace(/<[^>]*>/g, "");
const box = (svg: string): (string | undefined)[] =>
  [...svg.matchAll(/viewBox="[^"]*"/g)].map(([all]) => all);

async function drawn(charts: readonly Chart[]): Promise<{ empty: string; drawn: string }[]> {
  const pictures = await drawPictures(charts);
  expect(pictures.length).toBeGreaterThan(0);
  return pictures;
}

it.each([
  ["the annual report", sampleModel()],
  ["an evaluation", sampleEvaluation()],
])("leaves %s room for its pictures, and cuts the fonts to what they will say", async (_name, model) => {
  const { charts } = await renderDraft(model, { override: null });
  for (const picture of await drawn(charts)) {
    expect(box(picture.empty)).toEqual(box(picture.drawn));
    const known = new Set(text(picture.empty));
    expect([...text(picture.drawn)].filter((character) => !known.has(character))).toEqual([]);
  }
});

it("puts every picture in its own place, even where two say the same", async () => {
  const { html, charts } = await renderDraft(sampleModel(), { override: null });
  const [one] = charts;
  if (one === undefined) throw new Error("the sample has no chart");
  const pictures = await drawn([one, { ...one, id: "other" }]);
  const page = pictures.map(({ empty }) => empty).join("");
  expect(withPictures(page, pictures)).toBe(pictures.map((each) => each.drawn).join(""));
  expect(withPictures(html, await drawn(charts))).not.toContain("<desc>");
});
