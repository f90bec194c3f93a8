import type { BrowserHandle } from "./browser.js";

/** Runs in the page; the DOM's types are not ours elsewhere. */
declare const FontFace: new (family: string, source: string) => { load(): Promise<unknown> };

/** Which of the font `names` this machine has, as its browser sees them. */
export async function installedFonts(browser: BrowserHandle, names: readonly string[]): Promise<string[]> {
  return browser.withPage((page) => page.evaluate(localFonts, [...names]));
}

async function localFonts(names: string[]): Promise<string[]> {
  const found = names.map((name) =>
    new FontFace("probe", `local("${name}")`).load().then(
      () => [name],
      () => [],
    ),
  );
  return (await Promise.all(found)).flat();
}
