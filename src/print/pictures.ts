import type { BrowserHandle } from "./browser/browser.js";

/** Pixels of a picture to one of CSS: 192 to the inch. */
const SCALE = 2;

/** Takes a picture, as PNG, of every element of the page that has an id; by id. Same page, same bytes. */
export async function takePictures(
  browser: BrowserHandle,
  html: string,
): Promise<Record<string, Uint8Array>> {
  return browser.withPage(async (page) => {
    await page.load(html);
    await page.showPrint();
    const pictures: [id: string, png: Uint8Array][] = [];
    for (const { id, ...box } of await page.evaluate(boxes))
      pictures.push([id, await page.picture(box, SCALE)]);
    return Object.fromEntries(pictures);
  });
}

/** What we use of the page's own objects; the function below runs in the page. */
declare const document: {
  querySelectorAll(selector: string): Iterable<{
    id: string;
    getBoundingClientRect(): { x: number; y: number; width: number; height: number };
  }>;
};

function boxes(): { id: string; x: number; y: number; width: number; height: number }[] {
  return [...document.querySelectorAll("[id]")].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { id: element.id, x, y, width, height };
  });
}
