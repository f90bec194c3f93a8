import type { PrintPage } from "./browser/page.js";

/**
 * Links to what has these ids, where nobody sees them: a PDF tells only where targets of links stand. They and all other
 * marks have the class `mark`, by which `removeMarks` takes them away.
 */
export async function linkTo(page: PrintPage, ids: readonly string[], mark: string): Promise<void> {
  await page.evaluate(addLinks, ids, mark);
}

export async function removeMarks(page: PrintPage, mark: string): Promise<void> {
  await page.evaluate(removeAll, mark);
}

/** What we use of the page's own objects; the functions below run in the page. */
interface Element {
  textContent: string;
  append(child: Element): void;
  remove(): void;
  setAttribute(name: string, value: string): void;
}
declare const document: {
  body: Element;
  querySelectorAll(selector: string): Iterable<Element>;
  createElement(name: string): Element;
};

function addLinks(ids: readonly string[], mark: string): void {
  const links = document.createElement("div");
  links.setAttribute("class", mark);
  links.setAttribute("style", "position: absolute; top: 0; left: 0; font-size: 1px");
  for (const id of ids) {
    const link = document.createElement("a");
    link.setAttribute("href", `#${id}`);
    link.textContent = "0";
    links.append(link);
  }
  document.body.append(links);
}

function removeAll(mark: string): void {
  for (const each of document.querySelectorAll(`.${mark}`)) each.remove();
}
